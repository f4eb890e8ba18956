"""What the bot knows: the YAML of the content folder, read, checked and held in frozen models."""

from assistant.knowledge.load import ContentError, load_content
from assistant.knowledge.mistakes import Mistake
from assistant.knowledge.models.content import Content

__all__ = ["Content", "ContentError", "Mistake", "load_content"]
