// Small helpers; `element`, `find`, `copy` and `state` are the chat page's.
import { say } from "./words.js";

export const make = (tag, attributes, ...children) => element(tag, attributes, ...children.flat());
export const code = (text) => make("code", {}, text);

/** Call `act` for a live region only when its text is another one, so that nothing is read out twice. */
export function tell(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export async function fetched(path, body) {
  const given = body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`desk/${path}`, given);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

const TAGS = { B: "strong", CODE: "code" };

/** Telegram's HTML as nodes: only what the bot's renderer writes is taken over, everything else as text. */
function rich(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const walk = (node) => [...node.childNodes].map((child) => {
    if (child.nodeType === Node.TEXT_NODE) return child.textContent;
    return make(TAGS[child.nodeName] || "span", {}, ...walk(child));
  });
  return walk(parsed.body);
}

/** A screen as members see it. `press` gets a button that leads somewhere; copying and links work by themselves. */
export function screen(shown, press, lang) {
  const buttons = shown.rows.map((row) => make("div", {}, ...row.map((button) => {
    const label = button.copies ? `${button.label}, ${say("copy")}` : button.label;
    const act = () => (button.copies ? copy(button.copies) : button.url ? window.open(button.url, "_blank", "noreferrer") : press(button));
    return make("button", { type: "button", "aria-label": label, onclick: act }, button.label);
  })));
  const picture = shown.picture && make("figure", {},
    make("img", { src: `desk/picture/${shown.picture.name}/${shown.picture.language}`, alt: shown.picture.caption, loading: "lazy" }));
  return make("div", { class: "desk-screen", lang },
    make("div", { class: "bubble" }, ...rich(shown.html)),
    buttons.length ? make("div", { class: "keyboard" }, ...buttons) : null,
    picture || null);
}

/** Follow buttons in a dialog, away from what stands around; `first` is the button. */
export async function follow(first) {
  const dialog = make("dialog", { class: "desk-dialog", "aria-label": say("screen_title") });
  const room = make("div", { "aria-live": "polite" });
  const trail = [];
  const close = make("button", { type: "button", class: "plain", onclick: () => dialog.close() }, say("close"));
  const back = make("button", { type: "button", class: "plain", onclick: () => { trail.pop(); show(trail.at(-1)); } }, say("back"));
  async function show(data) {
    back.hidden = trail.length < 2;
    try {
      room.replaceChildren(screen(await fetched(`screen?data=${encodeURIComponent(data)}`), go));
    } catch {
      room.replaceChildren(make("p", {}, say("screen_none")));
    }
  }
  function go(button) { trail.push(button.data); show(button.data); }
  dialog.append(make("div", { class: "desk-dialog-head" }, make("h2", {}, say("screen_title")), back, close), room);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  go(first);
}
