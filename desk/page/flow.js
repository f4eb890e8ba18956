// Draws a diagram as boxes and arrows that fit any width: what follows stands below, what branches off is set in below its arrow.
import { make } from "./dom.js";
import { say } from "./words.js";

const SIGNS = { end: "■", dead_end: "⚠", circle: "⚠", unreachable: "⚠", told: "💬" };
/** Marks of boxes with which all is well. */
export const GOOD = ["", "end", "told"];

/**
 * @param shown a diagram as the server gives it
 * @param acts `choose(id)` a box, `other(diagram)` to another diagram, `titleOf(to)` what a way leads to
 * @returns the node to show, and the button of each box by its id
 */
export function drawFlow(shown, acts) {
  const boxes = new Map(shown.boxes.map((box, index) => [box.id, { ...box, number: index + 1 }]));
  const nodes = new Map();
  const children = (box) => box.ways.filter((way) => way.kind === "on" && boxes.get(way.to)?.parent === box.id);

  function button(box) {
    const bad = !GOOD.includes(box.mark);
    const node = make("button", { type: "button", class: `desk-box${bad ? " is-bad" : ""}`, "aria-pressed": "false", onclick: () => acts.choose(box.id) },
      make("span", { class: "desk-number" }, make("span", { class: "desk-hidden" }, `${say("box", box.number)}: `), make("span", { "aria-hidden": "true" }, String(box.number))),
      make("span", { class: "desk-box-text" }, make("b", {}, box.title), make("small", {}, box.place),
        box.mark ? make("small", { class: "desk-mark" }, make("span", { "aria-hidden": "true" }, `${SIGNS[box.mark]} `), say(`mark_${box.mark}`)) : null));
    nodes.set(box.id, node);
    return node;
  }

  function side(way) {
    const number = boxes.get(way.to)?.number;
    const line = (sign, ...rest) => make("li", { class: way.kind === "nowhere" ? "is-bad" : "" }, make("span", { "aria-hidden": "true" }, `${sign} `), make("q", {}, way.label), " ", ...rest);
    const link = (text, act) => make("button", { type: "button", "aria-label": `${way.label}: ${text}`, onclick: act }, text);
    const jump = () => { acts.choose(way.to); nodes.get(way.to).scrollIntoView({ block: "center", behavior: "smooth" }); };
    if (way.kind === "join") return line("↪", link(say("way_join", number), jump));
    if (way.kind === "back" && shown.kind === "trouble") return line("↩", link(say("way_back", number), jump));
    if (way.kind === "file") return line("⇣", say("way_file"));
    if (way.kind === "check") return line("✓", say("way_check"));
    if (way.kind === "end") return line("■", say("way_end"));
    if (way.kind === "nowhere") return line("⚠", say("way_nowhere"));
    if (way.kind !== "out") return null;
    const name = acts.titleOf(way.to);
    return line("↗", `${say("way_out")} `, /^(guide|trouble):/.test(way.to) ? link(name, () => acts.other(way.to)) : name);
  }

  const arrow = (text) => make("span", { class: "desk-arrow" }, make("span", {}, text));

  /** A box and all that follows it, as items of one list. */
  function run(box) {
    const items = [];
    let here = box;
    let above = "";
    while (here) {
      const sides = here.ways.map(side).filter(Boolean);
      const next = children(here);
      const item = make("li", {}, above ? arrow(above) : null, button(here), sides.length ? make("ul", { class: ["desk-sides", next.length ? "is-trunk" : "", next.length > 1 ? "is-branching" : ""].join(" ").trim() }, ...sides) : null);
      if (next.length > 1) item.append(branches(here, next));
      items.push(item);
      above = next.length === 1 ? next[0].label : "";
      here = next.length === 1 ? boxes.get(next[0].to) : null;
    }
    return items;
  }

  function branches(box, ways) {
    const isWide = shown.kind === "guide" && box.number === 1;
    return make("ul", { class: isWide ? "desk-branches is-wide" : "desk-branches" }, ...ways.map((way) => make("li", {}, arrow(way.label), make("ol", {}, ...run(boxes.get(way.to))))));
  }

  const all = [...boxes.values()];
  const lost = all.filter((box) => box.mark === "unreachable");
  const told = all.filter((box) => box !== all[0] && !box.parent && box.mark !== "unreachable");
  const node = make("div", {}, make("ol", { class: "desk-run" }, ...run(all[0])),
    ...told.map((box) => make("section", {}, make("h2", {}, say("told")), make("ol", { class: "desk-run" }, ...run(box)))),
    lost.length ? make("section", {}, make("h2", {}, say("unreachable")), make("ol", { class: "desk-run" }, ...lost.map((box) => make("li", {}, button(box))))) : null);
  return { node, nodes };
}
