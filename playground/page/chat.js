"use strict";
// The page shows what a Telegram client would show. It knows only what the socket tells.
const find = (id) => document.getElementById(id);
const params = new URLSearchParams(location.search);
const state = { bot: null, chats: new Map(), people: new Map(), menu: [], description: "", current: 0, topic: 0, speaker: 0, anonymous: false, reply: 0, edit: 0,
  language: "de", isLanguageChosen: params.has("language"), query: null };
const socket = new WebSocket(`ws://${location.host}/socket`);
const send = (act) => socket.send(JSON.stringify(act));
const t = (key) => (TEXTS[state.language] ?? TEXTS.en)[key];
// Where and as whom something is done.
const here = () => ({ chat: state.current, user: state.speaker, thread: state.topic, anonymous: state.anonymous });

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function toast(text) {
  find("toast").textContent = text;
  find("toast").hidden = !text;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { find("toast").hidden = true; }, 4000);
}

async function copy(text) {
  try { await navigator.clipboard.writeText(text); } catch { /* the confirmation still tells what was meant */ }
  toast(t("copied") + text);
}

function write(text) {
  if (state.edit) send({ act: "edit", ...here(), message: state.edit, text });
  else send({ act: "write", ...here(), text, reply_to: state.reply });
  about(0);
}

// The bar above the input tells which message is answered or edited.
function about(messageId, edit = false) {
  const message = messageId && state.chats.get(state.current).messages.find((m) => m.message_id === messageId);
  if (state.edit && !edit) empty();
  state.reply = message && !edit ? messageId : 0;
  state.edit = message && edit ? messageId : 0;
  find("reply-bar").hidden = !message;
  find("reply-text").textContent = message ? `${edit ? "✎" : "↩"} ${(message.text || message.caption || "").slice(0, 80)}` : "";
  if (!message) return;
  if (edit) { find("input").value = message.text; grow(); }
  find("input").focus();
}

function empty() {
  find("input").value = "";
  grow();
}

function start(parameter) {
  open(state.speaker);
  write(`/start ${parameter || ""}`.trim());
}

function follow(url) {
  const link = new URL(url);
  if (link.hostname === "t.me" && link.pathname.slice(1).toLowerCase() === state.bot.username.toLowerCase()) {
    start(link.searchParams.get("start"));
  } else if (/^https?:$/.test(link.protocol)) window.open(link.href, "_blank", "noreferrer");
}

function nameOf(message) { return message.sender_chat ? message.sender_chat.title : message.from.first_name; }

function kindOf(chat) { return chat.type === "private" ? t("you") : chat.topics.length ? t("forum") : t("group"); }

// In a forum only the messages of the topic that is open; without one they belong to General, which has no id.
function inView(message) {
  const { topics } = state.chats.get(state.current);
  return !topics.length || (message.is_topic_message ? message.message_thread_id : 0) === state.topic;
}

function initials(name) { return [...name].slice(0, 1).join("").toUpperCase(); }

function drawSide() {
  find("chats").replaceChildren(...[...state.chats.values()].map((chat) => {
    const name = chat.title || chat.first_name;
    const last = chat.messages.at(-1);
    return element("button", { type: "button", "aria-current": String(chat.id === state.current), onclick: () => open(chat.id) },
      element("span", { class: "avatar", "aria-hidden": "true" }, initials(name)),
      element("span", {}, element("b", {}, name), element("small", {}, last ? (last.text || last.caption || "…").split("\n")[0] : kindOf(chat))));
  }));
  // On a phone they stand in a row, which may be wider than the screen.
  const box = find("chats"), now = box.querySelector('[aria-current="true"]');
  if (now && box.scrollWidth > box.clientWidth) box.scrollLeft = now.offsetLeft - box.offsetLeft - (box.clientWidth - now.clientWidth) / 2;
}

function drawTopics(chat) {
  const topics = chat.topics.length ? [{ id: 0, name: t("general") }, ...chat.topics] : [];
  find("topics").hidden = !topics.length;
  find("topics").replaceChildren(...topics.map((topic) => element("button", { type: "button", "aria-current": String(topic.id === state.topic), onclick: () => { state.topic = topic.id; about(0); draw(); } }, `# ${topic.name}`)));
}

function drawSpeakers(chat) {
  const options = chat.members.map((id) => [String(id), state.people.get(id)?.first_name]);
  for (const id of chat.type === "private" ? [] : chat.admins) options.push([`${id} anonymous`, `${state.people.get(id)?.first_name} (${t("anonymous")})`]);
  const now = state.anonymous ? `${state.speaker} anonymous` : String(state.speaker);
  find("speaker").replaceChildren(...options.filter(([, name]) => name).map(([value, name]) => element("option", { value, selected: value === now && "" }, name)));
  find("rights").replaceChildren(...["commands", "reads", "admin"].map((value) => element("option", { value, selected: value === chat.rights && "" }, t(value))));
}

// The newest message is in sight, and of one higher than the screen its first line, which is the answer.
function scroll() {
  const box = find("messages");
  let first = box.lastElementChild;
  // A picture comes after the answer that it belongs to.
  if (first?.querySelector("img") && first.previousElementSibling?.dataset.from === "bot") first = first.previousElementSibling;
  const top = first ? first.offsetTop - box.offsetTop - 6 : 0;
  box.scrollTop = Math.min(top, box.scrollHeight - box.clientHeight);
}

function draw() {
  const chat = state.chats.get(state.current);
  const isPrivate = chat.type === "private";
  find("chat-title").textContent = isPrivate ? `${chat.first_name} ↔ ${state.bot.first_name}` : chat.title;
  document.querySelector("#head .avatar").textContent = initials(isPrivate ? state.bot.first_name : chat.title);
  find("chat-state").textContent = isPrivate ? t("bot") : kindOf(chat);
  find("group-bar").hidden = isPrivate;
  drawSpeakers(chat);
  drawTopics(chat);
  drawMessages(chat);
  drawSide();
}

function drawMessages(chat) {
  const messages = chat.messages.filter(inView);
  find("messages").replaceChildren(...(messages.length ? messages.map(bubble) : [welcome(chat)]));
  scroll();
}

// Where nothing is said yet a client shows the bot's description, and what begins.
function welcome(chat) {
  if (chat.type !== "private") return element("div", { class: "welcome" }, element("p", {}, t("nothing")));
  return element("div", { class: "welcome" }, state.description ? element("p", {}, state.description) : null,
    element("button", { type: "button", onclick: () => start() }, t("start")));
}

function open(chatId) {
  state.current = chatId;
  const chat = state.chats.get(chatId);
  if (chat.type === "private") { state.speaker = chatId; state.anonymous = false; }
  state.topic = 0;
  about(0);
  find("suggestions").hidden = true;
  look();
  draw();
}

// The server tells the command menu of whoever is writing here.
function look() { send({ act: "look", ...here() }); }

function grow() {
  const input = find("input");
  input.style.height = "auto";
  input.style.height = `${Math.min(140, input.scrollHeight + 2)}px`;
}

function translate() {
  document.documentElement.lang = state.language;
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = t(node.dataset.text);
  find("input").placeholder = t("write");
  find("input").setAttribute("aria-label", t("write"));
  for (const [id, key] of [["messages", "messages"], ["reply-stop", "stop"], ["topics", "topics"], ["suggestions", "suggestions"], ["chats", "chats"]]) find(id).setAttribute("aria-label", t(key));
}

const EVENTS = {
  hello(event) {
    state.bot = event.bot;
    for (const person of event.people) state.people.set(person.id, person);
    for (const chat of event.chats) state.chats.set(chat.id, chat);
    translate();
    open(event.chats[0].id);
  },
  menu(event) {
    state.menu = event.commands;
    state.description = event.description;
    offerLanguages(event.languages);
    if (find("messages").querySelector(".welcome")) drawMessages(state.chats.get(state.current));
  },
  rights(event) {
    for (const [id, rights] of Object.entries(event.rights)) if (state.chats.has(Number(id))) state.chats.get(Number(id)).rights = rights;
    drawSpeakers(state.chats.get(state.current));
  },
  message(event) {
    const chat = state.chats.get(event.chat_id);
    if (!chat) return;
    chat.messages.push(event.message);
    if (event.chat_id === state.current) draw(); else drawSide();
  },
  edited(event) {
    const chat = state.chats.get(event.chat_id);
    if (!chat) return;
    const index = chat.messages.findIndex((m) => m.message_id === event.message.message_id);
    chat.messages[index] = event.message;
    if (event.chat_id !== state.current) return;
    const old = find(`m${event.message.message_id}`);
    if (!old) return;
    const label = document.activeElement?.closest(`#m${event.message.message_id}`) ? document.activeElement.textContent : "";
    const fresh = bubble(event.message);
    old.replaceWith(fresh);
    if (label) ([...fresh.querySelectorAll(".keyboard button")].find((b) => b.textContent === label) || fresh.querySelector(".keyboard button"))?.focus();
    if (fresh === find("messages").lastElementChild) scroll();
  },
  deleted(event) {
    const chat = state.chats.get(event.chat_id);
    if (!chat) return;
    chat.messages = chat.messages.filter((m) => m.message_id !== event.message_id);
    if (event.chat_id === state.current) draw();
  },
  action(event) {
    if (event.chat_id !== state.current) return;
    find("chat-state").textContent = `${state.bot.first_name} ${t("typing")}`;
    setTimeout(() => { const chat = state.chats.get(state.current); find("chat-state").textContent = chat.type === "private" ? t("bot") : kindOf(chat); }, 3000);
  },
  toast(event) {
    for (const node of document.querySelectorAll('[aria-busy="true"]')) node.removeAttribute("aria-busy");
    if (event.url) follow(event.url);
    if (event.text && event.alert) window.alert(event.text); else if (event.text) toast(event.text);
  },
  queried(event) { state.query = event.query_id; },
  inline(event) { if (event.query_id === state.query) offerResults(event); },
};

// The bot's languages beside those of this page; one that the browser prefers counts as soon as the bot is known to have it.
function offerLanguages(languages) {
  const select = find("language"), known = new Set([...select.options].map((option) => option.value));
  for (const code of languages.filter((language) => !known.has(language))) {
    select.add(new Option(new Intl.DisplayNames([code], { type: "language" }).of(code), code));
  }
  select.value = state.language;
  if (!state.isLanguageChosen && preferred() !== state.language) speak(preferred());
}

/** The first of the browser's languages that can be chosen; German where none can. */
function preferred() {
  const known = [...find("language").options].map((option) => option.value);
  return navigator.languages.map((language) => language.split("-")[0].toLowerCase()).find((language) => known.includes(language)) ?? "de";
}

function speak(language) {
  state.language = language;
  find("language").value = language;
  send({ act: "language", language });
  translate();
  if (state.current) draw();
  document.dispatchEvent(new Event("spoken"));
}

socket.addEventListener("message", (message) => { const event = JSON.parse(message.data); EVENTS[event.event]?.(event); });
socket.addEventListener("open", () => speak(params.get("language") || preferred()));
socket.addEventListener("close", () => toast(t("gone")));
find("language").addEventListener("change", (e) => { state.isLanguageChosen = true; speak(e.target.value); });
find("speaker").addEventListener("change", (e) => { const [id, anonymous] = e.target.value.split(" "); state.speaker = Number(id); state.anonymous = Boolean(anonymous); look(); draw(); });
find("rights").addEventListener("change", (e) => { send({ act: "rights", ...here(), rights: e.target.value }); });
find("reply-stop").addEventListener("click", () => about(0));
find("menu").addEventListener("click", () => { if (find("suggestions").hidden) offerMenu(); else find("suggestions").hidden = true; });
find("input").addEventListener("input", () => { grow(); suggest(); });
find("input").addEventListener("keydown", (e) => { if (e.key === "Enter" && !e.shiftKey && !e.isComposing) { e.preventDefault(); find("form").requestSubmit(); } });
document.querySelector("footer").addEventListener("keydown", moveInList);
find("form").addEventListener("submit", (e) => {
  e.preventDefault();
  const text = find("input").value.trim();
  if (!text || (inlineQuery(text) !== null && !find("suggestions").hidden)) return;
  write(text);
  empty();
  find("suggestions").hidden = true;
});
