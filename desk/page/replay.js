// The questions asked so far, kept in this browser, asked anew after each change; what is different is marked in words.
import { fetched, make, tell } from "./dom.js";
import { language, say } from "./words.js";

const KEY = "desk.questions";
const MOST = 300;
let questions = read();
let results = [];
let onBadge = () => {};
let isRunning = false;
let isAgain = false;

const title = make("h1", {});
const intro = make("p", { class: "soft" });
const run = make("button", { type: "button", class: "desk-strong", onclick: () => ask() });
const keep = make("button", { type: "button", class: "plain", onclick: keepAll });
const save = make("button", { type: "button", class: "plain", onclick: exported });
const clear = make("button", { type: "button", class: "plain", onclick: () => { if (window.confirm(say("replay_sure"))) { questions = []; results = []; write(); draw(); } } });
const only = make("input", { type: "checkbox", id: "desk-only", onchange: draw });
const onlyLabel = make("label", { for: "desk-only" });
const sum = make("p", { class: "desk-count", role: "status" });
const list = make("ol", { class: "desk-replay" });
const pasteLabel = make("label", { for: "desk-paste" });
const paste = make("textarea", { id: "desk-paste", rows: "5", "aria-describedby": "desk-paste-hint" });
const hint = make("p", { class: "soft", id: "desk-paste-hint" });
const add = make("button", { type: "submit", class: "desk-strong" });

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.text === "string") : [];
  } catch {
    return [];
  }
}

function write() {
  try { localStorage.setItem(KEY, JSON.stringify(questions)); } catch { /* a full or closed storage: the list lasts as long as the page */ }
}

/** Keep a question from the chat; passwords, commands and words for what was open are none. A question that leans keeps the one before it with it. */
export function remember(question, found) {
  if (found.kind !== "question" || found.amid) return;
  const at = questions.findIndex((one) => one.text === question.text && !one.leans === !found.leans);
  if (at >= 0) return;
  if (found.leans && question.before.length && questions.at(-1)?.text !== question.before.at(-1)) questions.push({ text: question.before.at(-1), leans: false });
  questions.push({ text: question.text, leans: found.leans });
  questions = questions.slice(-MOST);
  write();
  draw();
  ask();
}

const changedOnes = () => results.filter((one) => one.change === "changed").length;

/** Ask all anew; the answers are compared with those that were kept, first ones are kept. */
async function ask() {
  if (!questions.length) return;
  isAgain = isRunning;
  if (isRunning) return;
  isRunning = true;
  tell(sum, say("working"));
  const asked = questions;
  try {
    const found = await fetched("replay", { language: language(), questions: asked.map((one) => ({ text: one.text, leans: Boolean(one.leans), before: one.result })) });
    if (asked === questions || questions.every((one, index) => asked[index] === one)) {
      results = found.questions;
      questions = questions.map((one, index) => (one.result ? one : { ...one, result: results[index].result }));
      write();
    } else isAgain = true;
    draw();
  } catch {
    tell(sum, say("failed"));
  }
  isRunning = false;
  if (isAgain) { isAgain = false; ask(); }
}

function keepAll() {
  questions = questions.map((one, index) => ({ ...one, result: results[index]?.result ?? one.result }));
  results = results.map((one) => ({ ...one, change: "same", what: [], lines: [] }));
  write();
  draw();
}

function lines(found) {
  const names = { "-": "line_gone", "+": "line_come" };
  return make("ul", { class: "desk-lines" }, ...found.lines.map(([mark, text]) => make("li", { class: { "-": "gone", "+": "come" }[mark] },
    names[mark] ? make("b", {}, `${say(names[mark])}: `) : null, make({ "-": "del", "+": "ins" }[mark] || "span", {}, text))));
}

function difference(question, found) {
  const rows = found.what.filter((name) => name !== "text").map((name) => make("p", {},
    `${say("before")} `, make("del", {}, shownAs(name, question.result[name])), ` ${say("now")} `, make("ins", {}, shownAs(name, found.result[name]))));
  return [...rows, found.lines.length ? lines(found) : null];
}

const shownAs = (name, value) => (name === "decision" ? say(`decision_${value}`) : value || say("none"));

function item(question, index) {
  const found = results[index];
  const change = found?.change || "same";
  const words = found?.what.map((name) => say(`what_${name}`)).join(", ");
  const first = (found?.result.text || question.result?.text || say("silence")).split("\n")[0];
  const drop = make("button", { type: "button", class: "plain", "aria-label": say("replay_remove", question.text), onclick: () => { questions.splice(index, 1); results.splice(index, 1); write(); draw(); } }, say("remove"));
  return make("li", { class: change === "changed" ? "is-changed" : "", "data-change": change },
    make("div", { class: "desk-asked" }, make("b", {}, question.text), question.leans ? make("small", { class: "soft" }, say("leaning")) : null,
      make("span", { class: `desk-change ${change}` }, words ? `${say(`change_${change}`)}: ${words}` : say(`change_${change}`)), drop),
    ...(change === "changed" ? difference(question, found) : [make("p", { class: "soft" }, first)]),
    found?.result.place ? make("p", { class: "soft" }, make("code", {}, found.result.place)) : null);
}

function draw() {
  const changed = changedOnes();
  onBadge(changed ? say("changed_badge", changed) : "");
  const items = questions.map(item).filter((node) => !only.checked || node.dataset.change === "changed");
  list.replaceChildren(...items);
  const fresh = results.filter((one) => one.change === "new").length;
  tell(sum, questions.length ? say("replay_sum", questions.length, changed) + say("replay_fresh", fresh) : say("replay_empty"));
  for (const button of [run, save, clear]) button.disabled = !questions.length;
  keep.disabled = !changed;
}

function exported() {
  const text = questions.map((one) => `${one.leans ? "+ " : ""}${one.text.replace(/\s*\n\s*/g, " ")}`).join("\n");
  const link = make("a", { href: URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" })), download: "questions.txt" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function pasted(event) {
  event.preventDefault();
  const given = paste.value.split("\n").map((line) => line.trim()).filter(Boolean);
  const fresh = given.map((line) => ({ text: line.replace(/^\+\s*/, ""), leans: line.startsWith("+") })).filter((one) => one.text);
  questions = [...questions, ...fresh].slice(-MOST);
  paste.value = "";
  write();
  draw();
  ask();
}

export function openReplay(panel, badge) {
  onBadge = badge;
  const form = make("form", { class: "desk-paste", onsubmit: pasted }, pasteLabel, hint, paste, add);
  panel.append(make("main", { class: "desk-main" }, title, intro, make("div", { class: "desk-tools" }, run, keep, save, clear, make("div", { class: "desk-check" }, only, onlyLabel)), sum, list, form));
  return {
    translate() {
      for (const [node, key] of [[title, "replay_title"], [intro, "replay_intro"], [run, "replay_run"], [keep, "replay_keep"], [save, "replay_export"], [clear, "replay_clear"], [onlyLabel, "replay_only"], [pasteLabel, "replay_paste"], [hint, "replay_paste_hint"], [add, "replay_add"]]) node.textContent = say(key);
      draw();
    },
    open() { if (!results.length) ask(); },
    changed(state, before) {
      if (questions.length && state.understands && (state.edition !== before.edition || !before.understands)) ask();
    },
  };
}
