"""The core: reads the content, understands a question, composes an answer, steps through a guide. Knows no Telegram."""
