"use strict";
// One message as a client shows it: its text, its buttons, what can be done with it.
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
  if (entity.type === "text_link") return element("a", { href: entity.url, rel: "noreferrer", onclick: (e) => { e.preventDefault(); follow(entity.url); } }, ...inner);
  if (entity.type === "bot_command") return element("a", { href: "#", onclick: (e) => { e.preventDefault(); write(plain); } }, ...inner);
  return element(tags[entity.type] || "span", {}, ...inner);
}

function pressed(message, button, node) {
  if (button.copy_text) return copy(button.copy_text.text);
  if (button.url) return follow(button.url);
  if (button.switch_inline_query_current_chat !== undefined) {
    find("input").value = `@${state.bot.username} ${button.switch_inline_query_current_chat}`;
    return suggest();
  }
  node.setAttribute("aria-busy", "true");
  send({ act: "press", ...here(), message: message.message_id, data: button.callback_data });
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

// With its size told, a picture has its place before it is loaded, and the page scrolls far enough.
const pictured = (photo, alt) => ({ src: `sent/${photo.file_id}`, alt, width: photo.width, height: photo.height });

// What is served beside the chat may add buttons below a message: functions that give one, or null.
const moreUnder = [];

function bubble(message) {
  const mine = message.sender_chat ? state.anonymous : message.from.id === state.speaker && !state.anonymous;
  const quoted = message.reply_to_message;
  const text = message.text ?? message.caption ?? "";
  const content = [];
  const chat = state.chats.get(state.current);
  if (chat.type !== "private" && !mine) content.push(element("span", { class: "who" }, nameOf(message)));
  if (message.via_bot) content.push(element("span", { class: "who" }, `via @${message.via_bot.username}`));
  if (quoted) content.push(element("span", { class: "quote" }, `${nameOf(quoted)}: ${(quoted.text || quoted.caption || "").split("\n")[0]}`));
  if (message.photo) content.push(element("img", pictured(message.photo.at(-1), text)));
  if (message.document) content.push(element("a", { class: "file", href: `sent/${message.document.file_id}`, download: message.document.file_name }, "📄 ", message.document.file_name));
  content.push(...rich(text, message.entities || message.caption_entities || []));
  const time = new Date(message.date * 1000).toTimeString().slice(0, 5);
  const reply = element("button", { type: "button", onclick: () => about(message.message_id) }, t("answer"));
  const edit = mine && message.text && !message.via_bot ? element("button", { type: "button", onclick: () => about(message.message_id, true) }, t("edit")) : null;
  const more = moreUnder.map((make) => make(message, chat));
  return element("article", { class: mine ? "message mine" : "message", id: `m${message.message_id}`, "data-from": message.from.is_bot ? "bot" : "member" },
    element("div", { class: "bubble" }, ...content),
    keyboard(message),
    element("div", { class: "meta" }, element("span", { class: "deeds" }, reply, edit, ...more), element("span", {}, message.edit_date ? `${t("edited")} · ${time}` : time)));
}

