"""The little that must outlive a restart: one small interface, SQLite by default, PostgreSQL by URL."""
