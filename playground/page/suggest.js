"use strict";
// The list above the input: the bot's commands, and the results of inline mode.
function offer(rows) {
  const box = find("suggestions");
  box.replaceChildren(...rows.map(([label, hint, act]) => element("button", { type: "button", role: "option", onclick: () => { box.hidden = true; empty(); act(); find("input").focus(); } }, element("b", {}, label), element("small", {}, hint))));
  box.hidden = !rows.length;
}

function offerMenu(beginning = "/") {
  const fitting = state.menu.filter((command) => `/${command.command}`.startsWith(beginning.toLowerCase()));
  offer(fitting.map((command) => [`/${command.command}`, command.description, () => write(`/${command.command}`)]));
}

function offerResults(event) {
  if (state.edit || inlineQuery(find("input").value) === null) return; // they come late: the text is sent already, or another one is edited
  const rows = event.results.map((result) => [result.title, result.description || "", () => send({ act: "choose", ...here(), query_id: event.query_id, id: result.id })]);
  if (event.button) rows.push([event.button.text, "↗", () => start(event.button.start_parameter)]);
  offer(rows);
}

function inlineQuery(text) {
  const name = `@${state.bot.username}`.toLowerCase();
  return text.toLowerCase().startsWith(`${name} `) ? text.slice(name.length + 1) : null;
}

function suggest() {
  const text = find("input").value;
  const inline = inlineQuery(text);
  clearTimeout(suggest.timer);
  if (state.edit) find("suggestions").hidden = true;
  else if (text.startsWith("/") && !/\s/.test(text)) offerMenu(text);
  else if (inline !== null) suggest.timer = setTimeout(() => send({ act: "inline", ...here(), text: inline }), 250);
  else find("suggestions").hidden = true;
}

// Arrows move through the list, Escape leaves it.
function moveInList(event) {
  const options = [...find("suggestions").children];
  if (find("suggestions").hidden || !options.length) return;
  const at = options.indexOf(document.activeElement);
  const steps = { ArrowDown: at + 1, ArrowUp: at < 0 ? options.length - 1 : at - 1 };
  if (event.key === "Escape") { find("suggestions").hidden = true; find("input").focus(); }
  else if (event.key in steps && (at >= 0 || event.key === "ArrowDown" || !find("input").value.includes("\n"))) {
    event.preventDefault();
    (options[steps[event.key]] || find("input")).focus();
  }
}
