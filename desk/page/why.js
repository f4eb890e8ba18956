// Beside the chat: why the last question, or the one that was picked, got its answer.
import { code, fetched, make, tell } from "./dom.js";
import { language, say, sayOr } from "./words.js";

const MEMORY = 10 * 60;
const MOST_BEFORE = 6;
// Milliseconds: for the bot's first answer in a private chat, which may show why better than the question does, and for one more.
const PATIENCE = 1500;
const SETTLING = 120;
let current = null;
let latest = 0;
let onQuestion = () => {};
let last = null;
let timer = 0;
// What was open when something was asked, and what the bot has said since: kept, because buttons are taken away later.
const talks = new Map();

const title = make("h2", { id: "desk-why-title" });
const body = make("div", { class: "desk-why-body", id: "desk-why-body" });
// Read out instead of the whole panel, which can be visited by its headings.
const spoken = make("p", { class: "desk-hidden", role: "status" });
const toggle = make("button", { type: "button", class: "plain desk-why-toggle", "aria-controls": body.id, "aria-expanded": "false", onclick: () => fold(toggle.getAttribute("aria-expanded") === "true") });
const aside = make("aside", { class: "desk-why", "aria-labelledby": "desk-why-title" }, make("div", { class: "desk-why-head" }, title, toggle), spoken, body);

function fold(isClosed) {
  toggle.setAttribute("aria-expanded", String(!isClosed));
  toggle.textContent = say(isClosed ? "more" : "less");
  aside.classList.toggle("is-open", !isClosed);
}

const isQuestion = (message) => Boolean(message?.text) && !message.from.is_bot && !message.via_bot;

const keyOf = (chat, message) => `${chat.id} ${message.message_id}`;
const screenOf = (message) => ({ text: message.text ?? message.caption ?? "", buttons: (message.reply_markup?.inline_keyboard ?? []).flat().filter((one) => one.callback_data).map((one) => [one.text, one.callback_data]) });

/** What was asked, as the bot gets it: without its mention, and with what the same person asked shortly before. */
function asked(chat, message) {
  const name = `@${state.bot.username}`;
  const mentions = message.text.toLowerCase().includes(name.toLowerCase());
  const addressed = chat.type === "private" || mentions || Boolean(message.reply_to_message?.from.is_bot);
  const before = chat.messages.filter((one) => isQuestion(one) && one.from.id === message.from.id && one.message_id < message.message_id && message.date - one.date < MEMORY);
  return {
    text: message.text.replace(new RegExp(name, "gi"), " ").trim(),
    before: before.slice(-MOST_BEFORE).map((one) => one.text),
    language: language(),
    addressed,
    isUnheard: !addressed && chat.rights === "commands",
    ...talks.get(keyOf(chat, message)),
  };
}

/** Explain what was just asked, once the bot has answered it; a guide that is open is in a private chat. */
function hear(chat, message) {
  if (isQuestion(message)) {
    const opened = chat.type === "private" && chat.messages.findLast((one) => one.from.is_bot);
    last = { chat, message };
    if (chat.type === "private") talks.set(keyOf(chat, message), { opened: opened ? screenOf(opened) : null, shown: [] });
  } else if (message.from.is_bot && last?.chat === chat && chat.type === "private") {
    talks.get(keyOf(chat, last.message)).shown.push(screenOf(message));
  } else return;
  const wait = chat.type !== "private" ? 0 : isQuestion(message) ? PATIENCE : SETTLING;
  clearTimeout(timer);
  timer = setTimeout(() => explain(asked(chat, last.message)), wait);
}

async function explain(question) {
  current = question;
  const mine = ++latest;
  body.replaceChildren(...asking(question), make("p", { class: "soft" }, say("why_learning")));
  try {
    const found = await fetched("why", question);
    if (mine !== latest) return;
    show(question, found);
    onQuestion(question, found);
  } catch {
    if (mine === latest) body.replaceChildren(...asking(question), make("p", {}, say("failed")));
  }
}

const asking = (question) => [make("p", { class: "desk-question" }, question.text)];
const part = (heading, ...children) => make("section", {}, make("h3", {}, heading), ...children);
const number = (value) => value.toLocaleString(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function sources(found) {
  if (!found.sources.length) return make("p", { class: "soft" }, say("no_source"));
  return make("ul", { class: "desk-sources" }, ...found.sources.map((one) => make("li", {}, code(one.place), one.excerpt ? make("span", { class: "soft desk-line" }, one.excerpt) : null)));
}

function show(question, found) {
  if (found.kind === "password") return body.replaceChildren(make("p", {}, say("why_password")), part(say("source"), sources(found)));
  if (found.kind === "command") {
    const known = found.sources.length > 0;
    return body.replaceChildren(...asking(question), make("p", {}, say(known ? "why_command" : "why_no_command", found.command)), known ? part(say("source"), sources(found)) : "");
  }
  const amid = question.isUnheard ? null : found.amid;
  const decision = question.isUnheard ? "unheard" : amid ? (amid.stayed ? "stayed" : "amid") : found.decision;
  const understood = !amid ? found.understood : [amid.label || (amid.typed && sayOr(`typed_${amid.typed}`, amid.typed))].filter(Boolean);
  const isTalk = decision === "unknown" && soundsLikeTalk(found);
  const because = found.leans && decision === "answer" ? "leans" : `because_${isTalk ? "talk" : decision}`;
  tell(spoken, [say(`decision_${decision}`), ...understood, found.sources[0]?.place].filter(Boolean).join(", "));
  const typed = !amid && found.typed && say("typed", sayOr(`typed_${found.typed.intent}`, found.typed.intent));
  body.replaceChildren(
    ...asking(question),
    part(say("decision"),
      make("p", {}, make("b", { class: `desk-decision ${decision}` }, say(`decision_${decision}`)), " ", say(because)),
      isTalk || amid ? null : make("p", { class: "soft" }, `${say("needed", number(found.threshold))}, ${say("reached", number(found.score))}.`),
      understood.length ? make("p", {}, `${say(`understood_${amid ? "answer" : found.decision}`)}: `, make("b", {}, understood.join(", "))) : null,
      typed ? make("p", {}, typed) : null),
    found.decision === "silent" && !amid ? "" : part(say("source"), sources(found)),
    amid ? "" : part(say("candidates"), candidates(found)),
    part(say("found"), slots(found)),
    part(say("unknown"), found.unknown.length ? make("p", {}, ...found.unknown.flatMap((word) => [code(word), " "])) : make("p", { class: "soft" }, say("none"))));
  return undefined;
}

// Only then is anything below nought compared: how much it is about mail, which has no place among the points of topics.
const soundsLikeTalk = (found) => found.threshold < 0;

function candidates(found) {
  if (!found.candidates.length) return make("p", { class: "soft" }, say("none"));
  const rows = found.candidates.map((one) => ({ ...one, isThreshold: false }));
  const at = rows.findIndex((one) => one.score < found.threshold);
  if (found.is_among && !soundsLikeTalk(found)) rows.splice(at < 0 ? rows.length : at, 0, { score: found.threshold, isThreshold: true });
  const most = Math.max(...rows.map((one) => one.score));
  return table([say("candidate"), say("score")], rows.map((one) => one.isThreshold
    ? make("tr", { class: "desk-threshold" }, make("th", { scope: "row" }, say("threshold_row")), make("td", {}, number(one.score)))
    : make("tr", {}, make("th", { scope: "row" }, one.title, " ", code(one.place)), make("td", { class: "desk-score" }, number(one.score), make("span", { class: "desk-meter", "aria-hidden": "true", style: `width:${Math.round((one.score / most) * 100)}%` })))));
}

function slots(found) {
  if (!found.slots.length) return make("p", { class: "soft" }, say("none"));
  return table([say("slot_words"), say("slot_kind"), say("slot_value")], found.slots.map((slot) => make("tr", {},
    make("th", { scope: "row" }, slot.words, slot.exact ? null : make("small", { class: "soft" }, ` ${say("inexact")}`)), make("td", {}, sayOr(`kind_${slot.kind}`, slot.kind)), make("td", {}, code(slot.value)))));
}

const table = (heads, rows) => make("div", { class: "desk-table" }, make("table", {}, make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))), make("tbody", {}, ...rows)));

/** A button for the row below a question in the chat. */
export function whyButton(message, chat) {
  if (!isQuestion(message)) return null;
  return make("button", { type: "button", "aria-label": say("why_label", message.text.slice(0, 80)), onclick: () => { last = null; clearTimeout(timer); fold(false); explain(asked(chat, message)); } }, say("why_button"));
}

export function openWhy(panel, remember) {
  onQuestion = remember;
  panel.append(aside);
  socket.addEventListener("message", (event) => {
    const told = JSON.parse(event.data);
    const chat = state.chats.get(told.chat_id);
    if (told.event === "message" && chat) hear(chat, told.message);
  });
  fold(true);
  return {
    translate() {
      title.textContent = say("why_title");
      fold(toggle.getAttribute("aria-expanded") !== "true");
      if (current) explain({ ...current, language: language() });
      else body.replaceChildren(make("p", { class: "soft" }, say("why_empty")));
    },
    changed(fresh, before) {
      if (current && fresh.understands && (fresh.edition !== before.edition || !before.understands)) explain(current);
    },
  };
}
