// The desk's own words. What the bot says stands in the content, not here.
const WORDS = {
  de: {
    tabs: "Bereiche", tab_chat: "Chat", tab_answers: "Alle Antworten", tab_diagrams: "Anleitungen", tab_replay: "Nochmal fragen",
    state_reading: "Der Inhalt wird gelesen …", state_good: "Inhalt in Ordnung", state_none: "Kein Inhalt geladen", state_gone: "Verbindung weg, Seite neu laden",
    state_mistakes: (n) => (n === 1 ? "1 Fehler im Inhalt" : `${n} Fehler im Inhalt`),
    loaded_at: (time) => `Neu geladen um ${time}.`, mended_at: (time) => `Wieder in Ordnung: um ${time} neu geladen.`,
    mistakes_title: (n) => (n === 1 ? "Ein Fehler im Inhalt" : `${n} Fehler im Inhalt`),
    mistakes_old: "Der Bot antwortet weiter mit dem letzten Stand ohne Fehler. Behebe, was hier steht, und speichere: Die Seite merkt es von selbst.",
    mistakes_none: "Noch gibt es keinen Stand ohne Fehler. Behebe, was hier steht, und speichere: Die Seite merkt es von selbst.",
    advice: "Ratschläge", advice_title: "Was besser ginge", advice_working: "Einen Moment: Jedes Beispiel wird einmal gefragt.", coverage: "Übersicht",
    advice_sum: (n) => (n === 0 ? "Nichts zu raten." : n === 1 ? "Ein Ratschlag. Der Bot läuft auch so." : `${n} Ratschläge. Der Bot läuft auch so.`),
    place: (m) => (m.line ? `${m.file}, Zeile ${m.line}, Spalte ${m.column}` : m.file), remedy: "Vorschlag:", more: "Anzeigen", less: "Verbergen",
    copy: "kopieren", close: "Schließen", back: "Zurück", working: "Einen Moment …", failed: "Das hat nicht geklappt. Läuft das Programm noch?",

    why_title: "Warum diese Antwort?", why_button: "Warum?", why_label: (text) => `Warum diese Antwort auf „${text}“?`,
    why_empty: "Stell links eine Frage. Hier steht dann, was der Bot darin gefunden hat, wie er entschieden hat und wo die Antwort steht.",
    why_learning: "Einen Moment: Das Verstehen wird vorbereitet. Beim ersten Mal dauert das bis zu einer Minute.",
    question: "Frage", decision: "Entscheidung", source: "Hier steht die Antwort", found: "Gefundene Wörter", unknown: "Wörter, die in keiner Liste stehen",
    candidates: "Was es sein könnte", candidate: "Thema, und wo seine Beispiele stehen", score: "Punkte", needed: (n) => `Nötig: ${n}`, reached: (n) => `erreicht: ${n}`,
    decision_answer: "Beantwortet", decision_choices: "Auswahl angeboten", decision_unknown: "Nicht verstanden", decision_silent: "Geschwiegen",
    decision_amid: "Verstanden", because_amid: "Solche Worte gelten einer Anleitung oder Auswahl, bevor sie eine Frage sind.",
    decision_stayed: "Noch einmal gezeigt", because_stayed: "Für sich war das keine Frage: Was offen war, kam noch einmal.",
    because_answer: "Der beste Vorschlag liegt über der Schwelle oder klar vor dem nächsten.", because_choices: "Mehrere liegen nah beieinander, keiner über der Schwelle.",
    because_talk: "Das klingt nicht nach einer Frage zu Mail-Einstellungen. Ist es doch eine, helfen Beispiele im richtigen Thema.",
    because_unknown: "Nichts passt gut genug. Mehr Beispiele im richtigen Thema helfen.", because_silent: "In der Gruppe war niemand angesprochen, und der Bot war nicht sicher genug.",
    understood_answer: "Verstanden als", understood_choices: "Angeboten", understood_unknown: "Am ehesten", understood_silent: "Am ehesten",
    decision_unheard: "Nicht gehört", leans: "Zusammen mit der Frage davor verstanden.", none: "keine", no_source: "Hierzu gibt es keine Antwort im Inhalt.",
    typed: (intent) => `Mitten in einer Anleitung hieße das „${intent}“; dort gilt das zuerst.`,
    why_command: (name) => `Das ist der Befehl /${name}. Befehle werden nicht gedeutet, sie gelten sofort.`, why_no_command: (name) => `Den Befehl /${name} gibt es nicht.`,
    because_unheard: "In dieser Gruppe bekommt der Bot nur Befehle, Erwähnungen und Antworten auf seine Nachrichten.",
    why_password: "Das sieht nach einem Passwort aus. Der Bot warnt davor, sieht es nicht weiter an, und hier steht nichts davon.",
    inexact: "(Tippfehler oder Wortteil)", slot_kind: "Was", slot_value: "Bedeutung", slot_words: "Wort in der Frage", threshold_row: "Schwelle",
    kind_subject: "Protokoll", kind_direction: "Richtung", kind_aspect: "Gefragt", kind_topic: "Thema", kind_cue: "Hinweis", kind_program: "Programm", kind_number: "Zahl",
    typed_start: "anfangen", typed_next: "weiter", typed_back: "zurück", typed_cancel: "abbrechen", typed_help: "Hilfe", typed_repeat: "noch einmal",
    typed_done: "fertig", typed_works: "klappt", typed_fails: "klappt nicht", typed_restart: "von vorn", typed_finish: "fertig",

    answers_title: "Alle Antworten", answers_intro: "Jede Antwort so, wie Mitglieder sie im privaten Chat sehen, in allen Sprachen nebeneinander. Knöpfe lassen sich drücken.",
    filter: "Filtern", filter_hint: "Wort, Wert oder Datei", group: "Art", group_all: "Alle", group_values: "Werte", group_topics: "Themen", group_screens: "Befehle", group_words: "Einzelne Sätze und Knöpfe",
    counted: (shown, all) => `${shown} von ${all} Antworten`, nothing: "Dazu gibt es keine Antwort.", shown_at: "Steht in",
    more_sources: (n) => `und ${n} weitere Stellen`,

    diagrams_title: "Anleitungen als Bild", diagrams_intro: "Jeder Kasten ist eine Nachricht des Bots, jeder Pfeil ein Knopf. Wähle einen Kasten, um sie so zu sehen wie Mitglieder.",
    diagram: "Anleitung oder Problem", guides: "Anleitungen", trouble: "Probleme", ended: "eingestellt", boxes: (n) => (n === 1 ? "1 Kasten" : `${n} Kästen`),
    ends: (n) => (n === 1 ? "1 Ende" : `${n} Enden`), bad_none: "keine Sackgasse, nichts Unerreichbares", bad: (n) => (n === 1 ? "1 Stelle, die nicht weiterführt" : `${n} Stellen, die nicht weiterführen`),
    draft: "Gezeigt ist, was in den Dateien steht. Im Bot ist es erst, wenn die Fehler oben behoben sind.",
    mark_end: "Ende", mark_dead_end: "Sackgasse: Kein Knopf führt weiter", mark_circle: "Im Kreis: Von hier kommt man zu keinem Ende", mark_unreachable: "Unerreichbar: Nichts führt hierher", mark_told: "Hierher führt, was jemand schreibt",
    box: (n) => `Kasten ${n}`, unreachable: "Nicht erreichbar", told: "Von geschriebenen Worten", unused: "Gemeinsame Schritte, die keine Anleitung benutzt:",
    way_join: (n) => `weiter bei Kasten ${n}`, way_back: (n) => `zurück zu Kasten ${n}`, way_file: "schickt eine Datei oder ein Bild", way_check: "prüft die Server", way_end: "führt zum guten Ende", way_nowhere: "führt ins Leere", way_out: "führt zu",
    diagram_broken: "Das lässt sich erst zeigen, wenn die Fehler oben behoben sind.", list_s: "Auswahl der Programme", list_w: "Auswahl der Geräte", list_l: "Auswahl der Probleme", list_m: "Menü", topic: "Antwort",
    screen_title: "So sehen es Mitglieder", screen_outside: "Das gehört nicht mehr zu diesem Bild.",
    screen_none: "Dieser Knopf zeigt keine neue Nachricht: Der Bot schickt eine Datei oder ein Bild oder prüft die Server.", start_over: "Zum ersten Kasten",

    replay_title: "Nochmal fragen", replay_intro: "Deine Fragen aus dem Chat, in diesem Browser gemerkt. Nach jeder Änderung am Inhalt werden sie von selbst neu gestellt; was anders ist, steht dabei.",
    replay_run: "Jetzt neu stellen", replay_keep: "Als neuen Stand merken", replay_export: "Als Text speichern", replay_clear: "Liste leeren", replay_paste: "Eigene Liste",
    replay_paste_hint: "Eine Frage je Zeile. Ein + davor heißt: Sie stützt sich auf die Frage darüber.", replay_add: "Hinzufügen", replay_empty: "Noch keine Fragen. Stell welche im Chat oder füge unten eine Liste ein.",
    replay_sure: "Wirklich alle Fragen aus der Liste nehmen?", replay_only: "Nur Geändertes zeigen", replay_remove: (text) => `„${text}“ aus der Liste nehmen`, remove: "Entfernen",
    replay_sum: (all, changed) => (changed ? `${all} Fragen, ${changed} geändert` : `${all} Fragen, nichts geändert`), replay_fresh: (n) => (n ? `, ${n} neu` : ""),
    change_new: "Neu", change_same: "Gleich", change_changed: "Geändert", what_decision: "anders entschieden", what_topic: "anders verstanden", what_text: "anderer Text",
    before: "Vorher:", now: "Jetzt:", line_gone: "weg", line_come: "neu", leaning: "stützt sich auf die Frage darüber", changed_badge: (n) => `${n} geändert`, silence: "(keine Antwort)",
  },
  en: {
    tabs: "Areas", tab_chat: "Chat", tab_answers: "All answers", tab_diagrams: "Guides", tab_replay: "Ask again",
    state_reading: "Reading the content …", state_good: "Content is fine", state_none: "No content loaded", state_gone: "Connection lost, reload the page",
    state_mistakes: (n) => (n === 1 ? "1 mistake in the content" : `${n} mistakes in the content`),
    loaded_at: (time) => `Loaded again at ${time}.`, mended_at: (time) => `Mended: loaded again at ${time}.`,
    mistakes_title: (n) => (n === 1 ? "A mistake in the content" : `${n} mistakes in the content`),
    mistakes_old: "The bot keeps answering from the last content without mistakes. Mend what stands here and save: the page notices by itself.",
    mistakes_none: "There is no content without mistakes yet. Mend what stands here and save: the page notices by itself.",
    advice: "Advice", advice_title: "What could be better", advice_working: "One moment: every example is asked once.", coverage: "Overview",
    advice_sum: (n) => (n === 0 ? "No advice." : n === 1 ? "One piece of advice. The bot works nevertheless." : `${n} pieces of advice. The bot works nevertheless.`),
    place: (m) => (m.line ? `${m.file}, line ${m.line}, column ${m.column}` : m.file), remedy: "Remedy:", more: "Show", less: "Hide",
    copy: "copy", close: "Close", back: "Back", working: "One moment …", failed: "That did not work. Is the program still running?",

    why_title: "Why this answer?", why_button: "Why?", why_label: (text) => `Why this answer to “${text}”?`,
    why_empty: "Ask a question on the left. Here you will see what the bot found in it, how it decided, and where the answer stands.",
    why_learning: "One moment: understanding is being prepared. The first time takes up to a minute.",
    question: "Question", decision: "Decision", source: "Where the answer stands", found: "Words found", unknown: "Words that stand in no list",
    candidates: "What it could be", candidate: "Topic, and where its examples stand", score: "Score", needed: (n) => `Needed: ${n}`, reached: (n) => `reached: ${n}`,
    decision_answer: "Answered", decision_choices: "Choices offered", decision_unknown: "Not understood", decision_silent: "Stayed silent",
    decision_amid: "Understood", because_amid: "Such words count for a guide or a choice before they are a question.",
    decision_stayed: "Shown again", because_stayed: "By itself this was no question: what was open came once more.",
    because_answer: "The best suggestion is above the threshold, or clearly ahead of the next.", because_choices: "Several are close together, none above the threshold.",
    because_talk: "That does not sound like a question about mail settings. If it is one, examples in the right topic help.",
    because_unknown: "Nothing fits well enough. More examples in the right topic help.", because_silent: "Nobody spoke to the bot in this group, and it was not sure enough.",
    understood_answer: "Understood as", understood_choices: "Offered", understood_unknown: "Closest", understood_silent: "Closest",
    decision_unheard: "Not heard", leans: "Understood together with the question before.", none: "none", no_source: "The content has no answer to this.",
    typed: (intent) => `In the middle of a guide this would mean “${intent}”, and there that comes first.`,
    why_command: (name) => `This is the command /${name}. Commands are not interpreted, they apply at once.`, why_no_command: (name) => `There is no command /${name}.`,
    because_unheard: "In this group the bot gets only commands, mentions and replies to its messages.",
    why_password: "This looks like a password. The bot warns and looks no further, and nothing of it stands here.",
    inexact: "(a slip or part of a word)", slot_kind: "What", slot_value: "Meaning", slot_words: "Word in the question", threshold_row: "Threshold",
    kind_subject: "Protocol", kind_direction: "Direction", kind_aspect: "Asked for", kind_topic: "Topic", kind_cue: "Sign", kind_program: "Program", kind_number: "Number",
    typed_start: "start", typed_next: "next", typed_back: "back", typed_cancel: "cancel", typed_help: "help", typed_repeat: "again",
    typed_done: "done", typed_works: "works", typed_fails: "fails", typed_restart: "restart", typed_finish: "finish",

    answers_title: "All answers", answers_intro: "Every answer as members see it in a private chat, in all languages side by side. Buttons can be pressed.",
    filter: "Filter", filter_hint: "word, value or file", group: "Kind", group_all: "All", group_values: "Values", group_topics: "Topics", group_screens: "Commands", group_words: "Single sentences and buttons",
    counted: (shown, all) => `${shown} of ${all} answers`, nothing: "There is no answer for this.", shown_at: "Stands in",
    more_sources: (n) => `and ${n} more places`,

    diagrams_title: "Guides as diagrams", diagrams_intro: "Each box is a message of the bot, each arrow a button. Choose a box to see it as members do.",
    diagram: "Guide or trouble", guides: "Guides", trouble: "Troubles", ended: "ended", boxes: (n) => (n === 1 ? "1 box" : `${n} boxes`),
    ends: (n) => (n === 1 ? "1 end" : `${n} ends`), bad_none: "no dead end, nothing unreachable", bad: (n) => (n === 1 ? "1 place that leads nowhere" : `${n} places that lead nowhere`),
    draft: "This is what stands in the files. The bot takes it when the mistakes above are mended.",
    mark_end: "End", mark_dead_end: "Dead end: no button leads on", mark_circle: "Circle: no way leads from here to an end", mark_unreachable: "Unreachable: nothing leads here", mark_told: "What somebody writes leads here",
    box: (n) => `Box ${n}`, unreachable: "Unreachable", told: "From words that are written", unused: "Shared steps that no guide uses:",
    way_join: (n) => `goes on at box ${n}`, way_back: (n) => `back to box ${n}`, way_file: "sends a file or a picture", way_check: "checks the servers", way_end: "leads to a good end", way_nowhere: "leads nowhere", way_out: "leads to",
    diagram_broken: "This can be shown when the mistakes above are mended.", list_s: "choice of programs", list_w: "choice of devices", list_l: "choice of troubles", list_m: "menu", topic: "Answer",
    screen_title: "As members see it", screen_outside: "This is outside of the diagram.",
    screen_none: "This button shows no new message: the bot sends a file or a picture, or checks the servers.", start_over: "To the first box",

    replay_title: "Ask again", replay_intro: "Your questions from the chat, kept in this browser. After every change of the content they are asked again by themselves; what is different is said.",
    replay_run: "Ask again now", replay_keep: "Keep as the new state", replay_export: "Save as text", replay_clear: "Empty the list", replay_paste: "A list of your own",
    replay_paste_hint: "One question a line. A + in front means: it leans on the question above.", replay_add: "Add", replay_empty: "No questions yet. Ask some in the chat or paste a list below.",
    replay_sure: "Really take all questions off the list?", replay_only: "Show only what changed", replay_remove: (text) => `Take “${text}” off the list`, remove: "Remove",
    replay_sum: (all, changed) => (changed ? `${all} questions, ${changed} changed` : `${all} questions, nothing changed`), replay_fresh: (n) => (n ? `, ${n} new` : ""),
    change_new: "New", change_same: "Same", change_changed: "Changed", what_decision: "decided otherwise", what_topic: "understood otherwise", what_text: "another text",
    before: "Before:", now: "Now:", line_gone: "gone", line_come: "new", leaning: "leans on the question above", changed_badge: (n) => `${n} changed`, silence: "(no answer)",
  },
};

/** The language of the page, as chosen in the chat's corner. */
export const language = () => (WORDS[state.language] ? state.language : "en");

/** One of the desk's words; functions take what they count or name. An unknown key comes back as it is. */
export function say(key, ...given) {
  const word = WORDS[language()][key];
  return typeof word === "function" ? word(...given) : word ?? key;
}

/** The name of a language of the content, in the language of the page. */
export const languageName = (code) => new Intl.DisplayNames([language()], { type: "language" }).of(code);

/** The same where the key may be new: what the content calls a thing then stands for itself. */
export const sayOr = (key, otherwise) => WORDS[language()][key] ?? otherwise;
