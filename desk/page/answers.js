// Every answer of the content, all languages side by side, to look through and to filter.
import { code, fetched, follow, make, screen, tell } from "./dom.js";
import { language, languageName, say } from "./words.js";

const GROUPS = ["all", "values", "topics", "screens", "words"];
const MOST_PLACES = 3;
let found = null;
let cards = [];
let seen = "";

const title = make("h1", {});
const intro = make("p", { class: "soft" });
const text = make("input", { type: "search", id: "desk-filter", autocomplete: "off" });
const textLabel = make("label", { for: "desk-filter" });
const group = make("select", { id: "desk-group" });
const groupLabel = make("label", { for: "desk-group" });
const count = make("p", { class: "desk-count", role: "status" });
const list = make("div", { class: "desk-answers" });

async function load() {
  const now = language();
  list.setAttribute("aria-busy", "true");
  try {
    found = await fetched(`answers?language=${now}`);
  } catch {
    found = null;
    tell(count, say("state_none"));
    list.replaceChildren();
    return;
  } finally {
    list.removeAttribute("aria-busy");
  }
  draw();
}

function places(sources) {
  const rest = sources.length - MOST_PLACES;
  return make("p", { class: "soft" }, `${say("shown_at")} `, ...sources.slice(0, MOST_PLACES).flatMap((place) => [code(place), " "]), rest > 0 ? say("more_sources", rest) : "");
}

function card(entry, kind) {
  const columns = Object.entries(entry.in).map(([lang, one]) => make("section", {},
    make("h3", {}, languageName(lang)), screen(one.screen, follow, lang), places(one.sources)));
  const title = (entry.in[language()] ?? Object.values(entry.in)[0]).title;
  const node = make("article", {}, make("h2", {}, title), make("div", { class: "desk-columns" }, ...columns));
  const words = Object.values(entry.in).map((one) => `${one.title} ${one.screen.html.replace(/<[^>]+>/g, "")} ${one.screen.rows.flat().map((button) => button.label).join(" ")} ${one.sources.join(" ")}`);
  return { node, kind, text: [entry.name, ...words].join(" ").toLowerCase() };
}

function draw() {
  if (!found) return;
  cards = found.groups.flatMap((one) => one.entries.map((entry) => card(entry, one.name)));
  list.replaceChildren(...cards.map((one) => one.node));
  filter();
}

function filter() {
  const wanted = text.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const one of cards) {
    const fits = (group.value === "all" || group.value === one.kind) && wanted.every((word) => one.text.includes(word));
    one.node.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  tell(count, shown || !cards.length ? say("counted", shown, cards.length) : say("nothing"));
}

export function openAnswers(panel) {
  panel.append(make("main", { class: "desk-main" }, title, intro,
    make("search", { class: "desk-tools" }, make("div", {}, textLabel, text), make("div", {}, groupLabel, group)), count, list));
  text.addEventListener("input", filter);
  group.addEventListener("change", filter);
  return {
    translate() {
      title.textContent = say("answers_title");
      intro.textContent = say("answers_intro");
      textLabel.textContent = say("filter");
      text.placeholder = say("filter_hint");
      groupLabel.textContent = say("group");
      const chosen = group.value || "all";
      group.replaceChildren(...GROUPS.map((name) => make("option", { value: name, selected: name === chosen && "" }, say(`group_${name}`))));
      if (found && !panel.hidden) load(); else found = null;
    },
    open() { if (!found) load(); },
    changed(state) {
      if (state.edition === seen) return;
      seen = state.edition;
      if (panel.hidden) found = null; else load();
    },
  };
}
