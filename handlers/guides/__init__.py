"""The set-up dialogue and the trouble trees in private chats: screens, typed words, files."""
