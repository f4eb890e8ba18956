"""Which topic a text is about: a small, quick classifier that learns from a handful of phrases per topic."""

from assistant.topics.classifier import TopicClassifier

__all__ = ["TopicClassifier"]
