"""A Bot API server on this machine with a chat page: try the bot without a token. The tests' Telegram."""
