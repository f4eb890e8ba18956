// What is wrong with the content, and what could be better: each with its place, its line, and the remedy.
import { code, fetched, make, tell } from "./dom.js";
import { language, say } from "./words.js";

let isFolded = false;

// The sentences write names as `so`.
const sentence = (text) => text.split("`").map((part, index) => (index % 2 ? code(part) : part));

/** The line as it stands in the file, with a mark below the column. */
function excerpt(mistake) {
  if (!mistake.excerpt) return null;
  return make("pre", { tabindex: "0", "aria-label": say("place", mistake) }, mistake.excerpt, "\n", make("span", { class: "caret", "aria-hidden": "true" }, `${" ".repeat(mistake.at)}^`));
}

function item(mistake) {
  const { what, remedy } = mistake.told[language()] ?? mistake;
  return make("li", {},
    make("p", { class: "desk-place" }, say("place", mistake)),
    make("p", {}, ...sentence(what)),
    excerpt(mistake),
    remedy ? make("p", { class: "desk-remedy" }, make("b", {}, say("remedy")), " ", ...sentence(remedy)) : null);
}

const list = (mistakes) => make("ol", {}, ...mistakes.map(item));

export function showMistakes(section, content) {
  section.hidden = content.mistakes.length === 0;
  if (section.hidden) return;
  const body = make("div", { id: "desk-mistakes-body" }, make("p", {}, say(content.loaded ? "mistakes_old" : "mistakes_none")), list(content.mistakes));
  body.hidden = isFolded;
  const fold = make("button", { type: "button", class: "plain", "aria-expanded": String(!isFolded), "aria-controls": body.id }, say(isFolded ? "more" : "less"));
  fold.addEventListener("click", () => { isFolded = !isFolded; showMistakes(section, content); section.querySelector("button").focus(); });
  section.setAttribute("aria-labelledby", "desk-mistakes-title");
  section.replaceChildren(make("div", { class: "desk-mistakes-head" }, make("h2", { id: "desk-mistakes-title" }, say("mistakes_title", content.mistakes.length)), fold), body);
}

/** The whole check, on demand: a button for the bar and the section it opens. */
export function openAdvice() {
  const title = make("h2", { id: "desk-advice-title" });
  const sum = make("p", { role: "status" });
  const body = make("div", {});
  const section = make("section", { class: "desk-mistakes is-advice", id: "desk-advice", "aria-labelledby": title.id, hidden: "" }, title, sum, body);
  const button = make("button", { type: "button", class: "plain", "aria-expanded": "false", "aria-controls": section.id, onclick: toggle });

  function toggle() {
    section.hidden = !section.hidden;
    button.setAttribute("aria-expanded", String(!section.hidden));
    if (!section.hidden) load();
  }

  async function load() {
    tell(sum, say("advice_working"));
    try {
      const found = await fetched("advice");
      const mistakes = found.mistakes.filter((one) => one.is_advice);
      tell(sum, say("advice_sum", mistakes.length));
      const coverage = found.coverage[language()] ?? found.coverage.en;
      body.replaceChildren(list(mistakes), coverage ? make("pre", { tabindex: "0", "aria-label": say("coverage") }, coverage) : "");
    } catch {
      tell(sum, say("failed"));
    }
  }

  return {
    button,
    section,
    translate() { title.textContent = say("advice_title"); button.textContent = say("advice"); if (!section.hidden) load(); },
    changed(state, before) { if (!section.hidden && state.draft !== before.draft) load(); },
  };
}
