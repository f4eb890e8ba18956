"""Inline mode: `@bot imap port` in any chat."""
