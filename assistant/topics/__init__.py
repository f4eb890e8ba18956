"""Which topic a text is about: a small, quick classifier that learns from a handful of phrases per topic."""

from assistant.topics.classifier import TopicClassifier, likeness

__all__ = ["TopicClassifier", "likeness"]
