// Guides and trouble trees as diagrams: boxes and arrows, and beside them the screen of the box that is chosen.
import { fetched, make, screen, tell } from "./dom.js";
import { GOOD, drawFlow } from "./flow.js";
import { language, say } from "./words.js";

const WIDE = matchMedia("(min-width: 1000px)");
let shown = null;
let names = null;
let nodes = new Map();
let current = "";
let seen = "";
let turn = 0;

const title = make("h1", {});
const intro = make("p", { class: "soft" });
const label = make("label", { for: "desk-diagram" });
const pick = make("select", { id: "desk-diagram" });
const sum = make("p", { class: "desk-count", role: "status" });
const draft = make("p", { class: "desk-draft", hidden: "" });
const unused = make("p", { class: "desk-draft", hidden: "" });
const flow = make("div", { class: "desk-flow" });
const heading = make("h2", { id: "desk-screen-title", tabindex: "-1" });
const close = make("button", { type: "button", class: "plain", onclick: () => shut() });
const over = make("button", { type: "button", class: "plain", onclick: () => choose(shown.boxes[0].id, { scroll: true }) });
const note = make("p", { class: "soft" });
const room = make("div", { "aria-live": "polite" });
const view = make("aside", { class: "desk-view", "aria-labelledby": "desk-screen-title" }, make("div", { class: "desk-dialog-head" }, heading, over, close), note, room);

async function loadNames() {
  const mine = ++turn;
  try {
    names = await fetched(`diagrams?language=${language()}`);
  } catch {
    tell(sum, say("state_none"));
    return;
  }
  if (mine !== turn) return;
  const chosen = pick.value || `guide:${names.guides[0]?.name}`;
  const option = (kind, one) => make("option", { value: `${kind}:${one.name}`, selected: `${kind}:${one.name}` === chosen && "" }, one.ended ? `${one.title} (${say("ended")})` : one.title);
  pick.replaceChildren(
    make("optgroup", { label: say("guides") }, ...names.guides.map((one) => option("guide", one))),
    make("optgroup", { label: say("trouble") }, ...names.trouble.map((one) => option("trouble", one))));
  unused.hidden = !names.unused.length;
  unused.textContent = `⚠ ${say("unused")} ${names.unused.join(", ")}`;
  await load();
}

async function load() {
  const [kind, name] = pick.value.split(":");
  const mine = ++turn;
  let fresh = null;
  try {
    fresh = await fetched(`diagram?kind=${kind}&name=${encodeURIComponent(name)}&language=${language()}`);
  } catch (error) {
    tell(sum, say(error.message === "404" ? "diagram_broken" : "failed"));
    flow.replaceChildren();
    nodes = new Map();
    shut();
    return;
  }
  if (mine !== turn) return;
  shown = fresh;
  const drawn = drawFlow(shown, { choose: (id) => choose(id, { focus: true }), other: (to) => { pick.value = to; load(); }, titleOf });
  nodes = drawn.nodes;
  flow.replaceChildren(drawn.node);
  const ends = shown.boxes.filter((box) => box.mark === "end").length;
  const bad = shown.boxes.filter((box) => !GOOD.includes(box.mark) || box.ways.some((way) => way.kind === "nowhere")).length;
  tell(sum, `${shown.file}: ${say("boxes", shown.boxes.length)}, ${say("ends", ends)}, ${bad ? say("bad", bad) : say("bad_none")}.`);
  if (nodes.has(current)) choose(current, {}); else if (WIDE.matches) choose(shown.boxes[0].id, {}); else shut();
}

function titleOf(to) {
  const [kind, name] = to.split(":");
  const known = { guide: names.guides, trouble: names.trouble }[kind]?.find((one) => one.name === name);
  if (known) return known.title;
  return kind === "list" ? say(`list_${name}`) : `${say("topic")} „${name}“`;
}

/** Show the screen of a box, and mark it in the diagram. */
function choose(id, { focus = false, scroll = false }) {
  const box = shown.boxes.find((one) => one.id === id);
  mark(id);
  view.classList.add("is-open");
  heading.textContent = say("box", shown.boxes.indexOf(box) + 1);
  note.textContent = box.place;
  room.replaceChildren(screen(box.screen, press, language()));
  if (scroll) nodes.get(id).scrollIntoView({ block: "center", behavior: "smooth" });
  if (focus && !WIDE.matches) heading.focus();
}

function mark(id) {
  current = id;
  for (const [other, node] of nodes) node.setAttribute("aria-pressed", String(other === id));
}

/** Press a button on the screen: on to its box, or to a screen outside of the diagram. */
async function press(button) {
  const box = shown.boxes.find((one) => one.id === current);
  const way = box?.ways.find((one) => one.label === button.label && one.to);
  if (way && nodes.has(way.to)) return choose(way.to, { scroll: true });
  if (nodes.has(button.data)) return choose(button.data, { scroll: true });
  try {
    const next = await fetched(`screen?data=${encodeURIComponent(button.data)}`);
    mark("");
    heading.textContent = say("screen_title");
    note.textContent = say("screen_outside");
    room.replaceChildren(screen(next, press, language()));
  } catch {
    note.textContent = say("screen_none");
  }
  return undefined;
}

function shut() {
  const before = nodes.get(current);
  view.classList.remove("is-open");
  mark("");
  before?.focus();
}

export function openDiagrams(panel) {
  panel.append(make("main", { class: "desk-main desk-diagrams" }, title, intro, make("div", { class: "desk-tools" }, make("div", {}, label, pick)), sum, draft, unused, make("div", { class: "desk-split" }, flow, view)));
  pick.addEventListener("change", () => { current = ""; load(); });
  view.addEventListener("keydown", (event) => { if (event.key === "Escape" && !WIDE.matches) shut(); });
  return {
    translate() {
      title.textContent = say("diagrams_title");
      intro.textContent = say("diagrams_intro");
      label.textContent = say("diagram");
      draft.textContent = `⚠ ${say("draft")}`;
      close.textContent = say("close");
      over.textContent = say("start_over");
      if (names && !panel.hidden) loadNames(); else names = null;
    },
    open() { if (!names) loadNames(); },
    changed(state) {
      draft.hidden = !state.is_draft;
      if (state.draft === seen) return;
      seen = state.draft;
      if (panel.hidden) names = null; else loadNames();
    },
  };
}
