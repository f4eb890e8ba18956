"""Telegram's side: one file per way of talking to the bot. Update in, reply out; what is true of mail, `assistant` says."""
