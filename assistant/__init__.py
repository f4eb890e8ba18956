"""The core: reads the content, understands a question, composes an answer, steps through a guide. Knows no Telegram."""

import os

# The classifier's matrices are small: more threads than one only wait for each other, for seconds on a busy machine.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
