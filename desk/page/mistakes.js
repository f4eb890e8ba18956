// What is wrong with the content: each mistake with its place, its line, and the remedy.
import { code, make } from "./dom.js";
import { say } from "./words.js";

let isFolded = false;

/** The line as it stands in the file, with a mark below the column. */
function excerpt(mistake) {
  if (!mistake.excerpt.trim()) return null;
  const indent = mistake.excerpt.length - mistake.excerpt.trimStart().length;
  const at = Math.max(0, mistake.column - 1 - indent);
  return make("pre", { tabindex: "0", "aria-label": say("place", mistake) }, mistake.excerpt.trim(), "\n", make("span", { class: "caret", "aria-hidden": "true" }, `${" ".repeat(at)}^`));
}

// The sentences write names as `so`.
const sentence = (text) => text.split("`").map((part, index) => (index % 2 ? code(part) : part));

export function showMistakes(section, content) {
  section.hidden = content.mistakes.length === 0;
  if (section.hidden) return;
  const items = content.mistakes.map((mistake) => make("li", {},
    make("p", { class: "desk-place" }, say("place", mistake)),
    make("p", {}, ...sentence(mistake.what)),
    excerpt(mistake),
    mistake.remedy ? make("p", { class: "desk-remedy" }, make("b", {}, say("remedy")), " ", ...sentence(mistake.remedy)) : null));
  const body = make("div", { id: "desk-mistakes-body" }, make("p", {}, say(content.loaded ? "mistakes_old" : "mistakes_none")), make("ol", {}, ...items));
  body.hidden = isFolded;
  const fold = make("button", { type: "button", class: "plain", "aria-expanded": String(!isFolded), "aria-controls": body.id }, say(isFolded ? "more" : "less"));
  fold.addEventListener("click", () => { isFolded = !isFolded; showMistakes(section, content); section.querySelector("button").focus(); });
  section.setAttribute("aria-labelledby", "desk-mistakes-title");
  section.replaceChildren(make("div", { class: "desk-mistakes-head" }, make("h2", { id: "desk-mistakes-title" }, say("mistakes_title", content.mistakes.length)), fold), body);
}
