"use strict";
// The page's own words; the bot's come from the bot.
const TEXTS = {
  de: { title: "Probierzimmer", language: "Sprache", speaker: "Es schreibt", menu: "Menü", send: "Senden", bot: "Bot", typing: "schreibt …",
    copied: "Kopiert: ", edited: "bearbeitet", answer: "Antworten", edit: "Bearbeiten", write: "Nachricht", messages: "Nachrichten", group: "Gruppe",
    forum: "Gruppe mit Themen", you: "privat mit dem Bot", copy: "kopieren", stop: "Abbrechen", topics: "Themen", general: "Allgemein",
    anonymous: "anonym", rights: "Der Bot", commands: "hört nur auf seinen Namen", reads: "liest alles", admin: "ist Admin",
    suggestions: "Vorschläge", chats: "Chats", gone: "Verbindung verloren – Seite neu laden.", start: "Starten",
    nothing: "Hier steht noch nichts. Schreib wie in eurer Gruppe: Der Bot antwortet, wenn er gefragt ist.",
    note: "Was du schreibst, bleibt auf diesem Rechner: Hier läuft der echte Bot gegen ein Telegram im Kleinen." },
  en: { title: "Playground", language: "Language", speaker: "Writing", menu: "Menu", send: "Send", bot: "bot", typing: "is typing …",
    copied: "Copied: ", edited: "edited", answer: "Reply", edit: "Edit", write: "Message", messages: "Messages", group: "group",
    forum: "group with topics", you: "private with the bot", copy: "copy", stop: "Cancel", topics: "Topics", general: "General",
    anonymous: "anonymous", rights: "The bot", commands: "hears only its name", reads: "reads everything", admin: "is an admin",
    suggestions: "Suggestions", chats: "Chats", gone: "Connection lost – reload the page.", start: "Start",
    nothing: "Nothing here yet. Write as you would in your group: the bot answers when it is asked.",
    note: "What you write stays on this machine: the real bot runs against a small Telegram of its own." },
};
