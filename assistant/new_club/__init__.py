"""A content folder for another club: asks for its values, or finds them by its domain, and writes the folder."""

from assistant.new_club.console import make_content

__all__ = ["make_content"]
