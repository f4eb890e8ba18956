"""How updates arrive: polling or webhook; each handled at least once, in order per chat, confirmed only after the work."""
