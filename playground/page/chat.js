"use strict";
// The page shows what a Telegram client would show. It knows only what the socket tells.
const TEXTS = {
  de: { title: "Probierzimmer", language: "Sprache", speaker: "Es schreibt", menu: "Menü", send: "Senden", bot: "Bot", typing: "schreibt …",
    copied: "Kopiert: ", edited: "bearbeitet", answer: "Antworten", write: "Nachricht", group: "Gruppe", you: "privat mit dem Bot", copy: "kopieren",
    link: "Link", results: "Ergebnisse", gone: "Verbindung verloren – Seite neu laden.",
    note: "Nichts verlässt diesen Rechner: Hier läuft der echte Bot gegen ein Telegram im Kleinen." },
  en: { title: "Playground", language: "Language", speaker: "Writing", menu: "Menu", send: "Send", bot: "bot", typing: "is typing …",
    copied: "Copied: ", edited: "edited", answer: "Reply", write: "Message", group: "group", you: "private with the bot", copy: "copy",
    link: "link", results: "Results", gone: "Connection lost – reload the page.",
    note: "Nothing leaves this machine: the real bot runs against a small Telegram of its own." },
};
const find = (id) => document.getElementById(id);
const state = { bot: null, chats: new Map(), people: new Map(), menus: [], current: 0, speaker: 0, reply: 0, language: "de", query: null };
const params = new URLSearchParams(location.search);
const socket = new WebSocket(`ws://${location.host}/socket`);
const send = (act) => socket.send(JSON.stringify(act));
const t = (key) => TEXTS[state.language][key];

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value);
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

// Entities count UTF-16 units, as strings in JavaScript do. They nest properly, so a recursive cut is enough.
function rich(text, entities, from = 0, to = text.length) {
  const parts = [];
  let at = from;
  const inside = entities.filter((e) => e.offset >= from && e.offset + e.length <= to);
  for (const entity of inside) {
    if (entity.offset < at) continue;
    parts.push(text.slice(at, entity.offset));
    const end = entity.offset + entity.length;
    const rest = inside.filter((e) => e !== entity && e.offset >= entity.offset && e.offset + e.length <= end);
    parts.push(dressed(entity, text.slice(entity.offset, end), rich(text, rest, entity.offset, end)));
    at = end;
  }
  parts.push(text.slice(at, to));
  return parts;
}

function dressed(entity, plain, inner) {
  const tags = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };
  if (entity.type === "code") return element("code", { tabindex: "0", role: "button", title: t("copy"), onclick: () => copy(plain), onkeydown: (e) => { if (e.key === "Enter") copy(plain); } }, ...inner);
  if (entity.type === "text_link") return element("a", { href: entity.url, rel: "noreferrer" }, ...inner);
  if (entity.type === "bot_command") return element("a", { href: "#", onclick: (e) => { e.preventDefault(); write(plain); } }, ...inner);
  return element(tags[entity.type] || "span", {}, ...inner);
}

function write(text) {
  send({ act: "write", chat: state.current, user: state.speaker, text, reply_to: state.reply });
  answerTo(0);
}

function answerTo(messageId) {
  state.reply = messageId;
  const message = messageId && state.chats.get(state.current).messages.find((m) => m.message_id === messageId);
  find("reply-bar").hidden = !message;
  find("reply-text").textContent = message ? `↩ ${(message.text || message.caption || "").slice(0, 80)}` : "";
  if (message) find("input").focus();
}

function follow(url) {
  const link = new URL(url);
  if (link.hostname === "t.me" && link.pathname.slice(1).toLowerCase() === state.bot.username.toLowerCase()) {
    open(state.speaker);
    write(`/start ${link.searchParams.get("start") || ""}`.trim());
  } else if (/^https?:$/.test(link.protocol)) window.open(link.href, "_blank", "noreferrer");
}

function pressed(message, button, node) {
  if (button.copy_text) return copy(button.copy_text.text);
  if (button.url) return follow(button.url);
  if (button.switch_inline_query_current_chat !== undefined) {
    find("input").value = `@${state.bot.username} ${button.switch_inline_query_current_chat}`;
    return suggest();
  }
  node.setAttribute("aria-busy", "true");
  send({ act: "press", chat: state.current, user: state.speaker, message: message.message_id, data: button.callback_data });
}

function keyboard(message) {
  const rows = message.reply_markup?.inline_keyboard || [];
  if (!rows.length) return null;
  return element("div", { class: "keyboard" }, ...rows.map((row) => element("div", {}, ...row.map((button) => {
    const kind = button.url ? " ↗" : "";
    const label = button.copy_text ? `${button.text}, ${t("copy")}` : button.text;
    const node = element("button", { type: "button", "aria-label": label }, button.text, kind ? element("span", { class: "kind", "aria-hidden": "true" }, kind) : null);
    node.addEventListener("click", () => pressed(message, button, node));
    return node;
  }))));
}

function bubble(message) {
  const mine = message.from.id === state.speaker;
  const quoted = message.reply_to_message;
  const text = message.text ?? message.caption ?? "";
  const content = [];
  const chat = state.chats.get(state.current);
  if (chat.type !== "private" && !mine) content.push(element("span", { class: "who" }, message.from.first_name));
  if (message.via_bot) content.push(element("span", { class: "who" }, `via @${message.via_bot.username}`));
  if (quoted) content.push(element("span", { class: "quote" }, `${quoted.from.first_name}: ${(quoted.text || quoted.caption || "").split("\n")[0]}`));
  if (message.photo) content.push(element("img", { src: `file/bot0/${message.photo.at(-1).file_id}`, alt: text }));
  if (message.document) content.push(element("a", { class: "file", href: `file/bot0/${message.document.file_id}`, download: message.document.file_name }, "📄 ", message.document.file_name));
  content.push(...rich(text, message.entities || message.caption_entities || []));
  const time = new Date(message.date * 1000).toTimeString().slice(0, 5);
  const reply = element("button", { type: "button", onclick: () => answerTo(message.message_id) }, t("answer"));
  return element("article", { class: mine ? "message mine" : "message", id: `m${message.message_id}`, "data-from": message.from.is_bot ? "bot" : "member" },
    element("div", { class: "bubble" }, ...content),
    keyboard(message),
    element("div", { class: "meta" }, reply, message.edit_date ? `${t("edited")} ` : "", time));
}

function initials(name) { return [...name].slice(0, 1).join("").toUpperCase(); }

function drawSide() {
  find("chats").replaceChildren(...[...state.chats.values()].map((chat) => {
    const name = chat.title || chat.first_name;
    const last = chat.messages.at(-1);
    return element("button", { type: "button", "aria-current": String(chat.id === state.current), onclick: () => open(chat.id) },
      element("span", { class: "avatar", "aria-hidden": "true" }, initials(name)),
      element("span", {}, element("b", {}, name), element("small", {}, last ? (last.text || last.caption || "…").split("\n")[0] : chat.type === "private" ? t("you") : t("group"))));
  }));
}

function draw() {
  const chat = state.chats.get(state.current);
  const isPrivate = chat.type === "private";
  find("chat-title").textContent = isPrivate ? `${chat.first_name} ↔ ${state.bot.first_name}` : chat.title;
  document.querySelector("#head .avatar").textContent = initials(isPrivate ? state.bot.first_name : chat.title);
  find("chat-state").textContent = isPrivate ? t("bot") : t("group");
  find("speaker-label").hidden = isPrivate;
  find("speaker-label").style.display = isPrivate ? "none" : "";
  find("speaker").replaceChildren(...[...state.people.values()].map((p) => element("option", { value: p.id, ...(p.id === state.speaker ? { selected: "" } : {}) }, p.first_name)));
  find("messages").replaceChildren(...chat.messages.map(bubble));
  find("messages").scrollTop = find("messages").scrollHeight;
  drawSide();
}

function open(chatId) {
  state.current = chatId;
  const chat = state.chats.get(chatId);
  if (chat.type === "private") state.speaker = chatId;
  answerTo(0);
  find("suggestions").hidden = true;
  draw();
}

function menu() {
  const scopes = state.chats.get(state.current).type === "private" ? ["all_private_chats", "default"] : ["all_group_chats", "default"];
  for (const scope of scopes) for (const language of [state.language, ""]) {
    const found = state.menus.find((m) => m.scope === scope && m.language === language && m.commands.length);
    if (found) return found.commands;
  }
  return [];
}

function offer(rows) {
  const box = find("suggestions");
  box.replaceChildren(...rows.map(([label, hint, act]) => element("button", { type: "button", role: "option", onclick: () => { box.hidden = true; find("input").value = ""; grow(); act(); find("input").focus(); } }, element("b", {}, label), element("small", {}, hint))));
  box.hidden = !rows.length;
}

function suggest() {
  const text = find("input").value;
  const inline = text.match(new RegExp(`^@${state.bot.username}\\s+(.*)$`, "si"));
  if (text.startsWith("/") && !/\s/.test(text)) {
    offer(menu().filter((c) => `/${c.command}`.startsWith(text.toLowerCase())).map((c) => [`/${c.command}`, c.description, () => write(`/${c.command}`)]));
  } else if (inline) {
    clearTimeout(suggest.timer);
    suggest.timer = setTimeout(() => send({ act: "inline", user: state.speaker, text: inline[1] }), 250);
  } else find("suggestions").hidden = true;
}

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
  find("messages").setAttribute("aria-label", t("write"));
  find("reply-stop").setAttribute("aria-label", "✕");
}

const EVENTS = {
  hello(event) {
    state.bot = event.bot;
    for (const person of event.people) state.people.set(person.id, person);
    for (const chat of event.chats) state.chats.set(chat.id, chat);
    translate();
    open(event.chats[0].id);
  },
  menus(event) { state.menus = event.menus; },
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
    const label = document.activeElement?.closest(`#m${event.message.message_id}`) ? document.activeElement.textContent : "";
    const fresh = bubble(event.message);
    old.replaceWith(fresh);
    if (label) ([...fresh.querySelectorAll(".keyboard button")].find((b) => b.textContent === label) || fresh.querySelector(".keyboard button"))?.focus();
    if (fresh === find("messages").lastElementChild) find("messages").scrollTop = find("messages").scrollHeight;
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
    setTimeout(() => { find("chat-state").textContent = state.chats.get(state.current).type === "private" ? t("bot") : t("group"); }, 3000);
  },
  toast(event) {
    for (const node of document.querySelectorAll('[aria-busy="true"]')) node.removeAttribute("aria-busy");
    if (event.url) follow(event.url);
    if (event.text && event.alert) window.alert(event.text); else if (event.text) toast(event.text);
  },
  queried(event) { state.query = event.query_id; },
  inline(event) {
    if (event.query_id !== state.query) return;
    const rows = event.results.map((r) => [r.title, r.description || "", () => send({ act: "choose", chat: state.current, user: state.speaker, query_id: event.query_id, id: r.id })]);
    if (event.button) rows.push([event.button.text, "↗", () => { open(state.speaker); write(`/start ${event.button.start_parameter}`); }]);
    offer(rows);
  },
};

socket.addEventListener("message", (message) => { const event = JSON.parse(message.data); EVENTS[event.event]?.(event); });
socket.addEventListener("open", () => { state.language = params.get("language") || "de"; find("language").value = state.language; send({ act: "language", language: state.language }); });
socket.addEventListener("close", () => toast(t("gone")));
find("language").addEventListener("change", (e) => { state.language = e.target.value; send({ act: "language", language: state.language }); translate(); draw(); });
find("speaker").addEventListener("change", (e) => { state.speaker = Number(e.target.value); draw(); });
find("reply-stop").addEventListener("click", () => answerTo(0));
find("menu").addEventListener("click", () => { const box = find("suggestions"); if (!box.hidden) { box.hidden = true; return; } offer(menu().map((c) => [`/${c.command}`, c.description, () => write(`/${c.command}`)])); });
find("input").addEventListener("input", () => { grow(); suggest(); });
find("input").addEventListener("keydown", (e) => { if (e.key === "Enter" && !e.shiftKey && !e.isComposing) { e.preventDefault(); find("form").requestSubmit(); } if (e.key === "Escape") find("suggestions").hidden = true; });
find("form").addEventListener("submit", (e) => { e.preventDefault(); const text = find("input").value.trim(); if (!text || text.toLowerCase().startsWith(`@${state.bot.username.toLowerCase()} `) && !find("suggestions").hidden) return; write(text); find("input").value = ""; find("suggestions").hidden = true; grow(); });
