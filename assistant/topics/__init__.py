"""Which topic a text is about: a small, quick classifier that learns from a handful of phrases per topic."""

import os

# numpy's linear algebra reads this once, when it is loaded. Its further threads spin while they wait for each other: at our
# sizes they make training slower on a busy machine, keep cores from the bot's other work and cost memory each.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from assistant.topics.certainty import LIKE_NOTHING, likeness
from assistant.topics.classifier import TopicClassifier

__all__ = ["LIKE_NOTHING", "TopicClassifier", "likeness"]
