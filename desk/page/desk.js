// Puts the desk around the chat: tabs, the state of the content, and one module for each area.
import { openAnswers } from "./answers.js";
import { openDiagrams } from "./diagrams.js";
import { make, tell } from "./dom.js";
import { openAdvice, showMistakes } from "./mistakes.js";
import { openReplay, remember } from "./replay.js";
import { say } from "./words.js";
import { openWhy, whyButton } from "./why.js";

const TABS = ["chat", "answers", "diagrams", "replay"];
const tabs = new Map();
const panels = new Map();
const areas = new Map();
let content = { mistakes: [], count: -1 };
let news = null;

const list = make("div", { role: "tablist", class: "desk-tabs" });
const status = make("p", { class: "desk-state", role: "status" });
const mistakes = make("section", { class: "desk-mistakes", hidden: "" });
const advice = openAdvice();
const bar = make("header", { class: "desk-bar" }, list, make("div", { class: "desk-corner" }, status, advice.button));

function build() {
  const chat = make("div", { class: "desk-chat" });
  chat.append(find("side"), document.querySelector("main"));
  for (const name of TABS) {
    const tab = make("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`, onclick: () => choose(name) });
    const panel = name === "chat" ? chat : make("div", { class: "desk-panel" });
    for (const [key, value] of Object.entries({ id: `panel-${name}`, role: "tabpanel", "aria-labelledby": tab.id })) panel.setAttribute(key, value);
    tabs.set(name, tab);
    panels.set(name, panel);
    list.append(tab);
  }
  document.body.classList.add("desk");
  document.body.prepend(bar, mistakes, advice.section, ...panels.values());
  status.after(find("language").closest("label")); // it counts in every area
  document.body.append(find("toast")); // what was copied is told in every area
  areas.set("advice", advice);
  areas.set("chat", openWhy(panels.get("chat"), remember));
  areas.set("answers", openAnswers(panels.get("answers")));
  areas.set("diagrams", openDiagrams(panels.get("diagrams")));
  areas.set("replay", openReplay(panels.get("replay"), (badge) => { tabs.get("replay").dataset.badge = badge; label("replay"); }));
  moreUnder.push(whyButton);
}

function label(name) {
  const badge = tabs.get(name).dataset.badge;
  tabs.get(name).replaceChildren(say(`tab_${name}`), ...(badge ? [make("span", { class: "badge" }, badge)] : []));
}

function translate() {
  list.setAttribute("aria-label", say("tabs"));
  TABS.forEach(label);
  showState();
  for (const area of areas.values()) area.translate();
}

function choose(name, { focus = false } = {}) {
  for (const [other, tab] of tabs) {
    tab.setAttribute("aria-selected", String(other === name));
    tab.tabIndex = other === name ? 0 : -1;
    panels.get(other).hidden = other !== name;
  }
  if (focus) tabs.get(name).focus();
  history.replaceState(null, "", name === "chat" ? location.pathname + location.search : `#${name}`);
  areas.get(name).open?.();
}

// Tabs as the ARIA Authoring Practices describe them: arrows move, Home and End jump.
list.addEventListener("keydown", (event) => {
  const at = TABS.findIndex((name) => tabs.get(name) === document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  choose(TABS[(to + TABS.length) % TABS.length], { focus: true });
});

function showState() {
  const broken = content.mistakes.length > 0;
  status.dataset.kind = broken ? "broken" : content.loaded ? "good" : "waiting";
  if (broken) tell(status, say("state_mistakes", content.mistakes.length));
  else if (!content.read) tell(status, say("state_reading"));
  else if (news) tell(status, say(...news));
  else tell(status, content.loaded ? say("state_good") : say("state_none"));
  const messages = find("messages");
  const isAtEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 40;
  showMistakes(mistakes, content);
  if (isAtEnd) messages.scrollTop = messages.scrollHeight;
}

function hear(fresh) {
  const before = content;
  content = fresh;
  const isOther = before.edition !== fresh.edition;
  const wasBroken = before.mistakes.length > 0;
  const time = new Date().toTimeString().slice(0, 5);
  if (before.read && wasBroken) news = ["mended_at", time];
  else if (before.edition && isOther) news = ["loaded_at", time];
  showState();
  for (const area of areas.values()) area.changed?.(fresh, before);
}

function listen() {
  const live = new WebSocket(`ws://${location.host}/desk/live`);
  live.addEventListener("message", (message) => hear(JSON.parse(message.data)));
  live.addEventListener("close", () => { status.dataset.kind = "broken"; tell(status, say("state_gone")); setTimeout(listen, 2000); });
}

build();
translate();
choose(TABS.includes(location.hash.slice(1)) ? location.hash.slice(1) : "chat");
document.addEventListener("spoken", translate);
listen();
