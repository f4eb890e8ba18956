"""The content as frozen models: what may stand in which YAML file.

A text is written once per language (`de:`, `en:`, …) and may contain `**bold**`, `` `code` ``, paragraphs parted by an empty
line, lines that start with `- `, and references such as `{imap.incoming.port}`. A paragraph that starts with ⚠️ is a caution,
one with 💡 or ℹ️ a hint.
"""
