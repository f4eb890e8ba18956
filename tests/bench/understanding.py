"""The classifier against rapidfuzz over the same phrases, its growth, its memory; and a whole understanding."""

from __future__ import annotations

import gc
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from assistant.assistant import Assistant
from assistant.knowledge.load import load_content
from assistant.prepare import prepare
from assistant.topics import TopicClassifier
from assistant.understanding.understand import Understander
from tests.bench.row import Row, in_turn, microseconds
from tests.bench.texts import asked, long_and_hostile, phrases, said

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


def run() -> list[Row]:
    """Measure."""
    return [*_against_rapidfuzz(), _growth(), *_start(), *_whole(), _later_start()]


def _against_rapidfuzz() -> list[Row]:
    made = phrases(60, 8)
    flat = [phrase for texts in made.values() for phrase in texts]
    classifier = TopicClassifier.train(made)
    texts = [asked(phrase, number) for number, phrase in enumerate(flat)]
    fuzzy, ours = in_turn(lambda text: process.extractOne(text, flat, scorer=fuzz.token_set_ratio), classifier.rank, texts)
    return [Row("one topic decision at 480 phrases / rapidfuzz token_set_ratio", ours / fuzzy, 1 / 7, detail=f"{ours:.0f} µs")]


def _growth() -> Row:
    few, many = phrases(100, 1), phrases(100, 1000)
    texts = [asked(phrase, number) for number, (phrase,) in enumerate(list(few.values()) * 3)]
    small, large = in_turn(TopicClassifier.train(few).rank, TopicClassifier.train(many).rank, texts)
    return Row("growth of a decision from 100 to 100,000 phrases", large / small, 2.0, detail=f"{large:.0f} µs")


_START = """
import sys, time
begun = time.perf_counter()
from pathlib import Path
from assistant.topics import TopicClassifier
import json
phrases = json.load(open(sys.argv[1]))
classifier = TopicClassifier.train(phrases, cache=Path(sys.argv[2]) if sys.argv[2] else None)
took = time.perf_counter() - begun
classifier.rank("a text")
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(took, int(peak.split()[1]) / 1024)
"""


def _start() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "phrases.json"
        file.write_text(json.dumps(phrases(60, 8)), encoding="utf-8")

        def start(cache: str) -> tuple[float, float]:
            found = []
            for _ in range(5):
                command = [sys.executable, "-c", _START, str(file), cache]
                printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
                found.append((float(printed[0]), float(printed[1])))
            return statistics.median(t for t, _ in found), statistics.median(m for _, m in found)

        cold, memory = start("")
        start(folder)
        warm, _ = start(folder)
    return [
        Row("import and training at 480 phrases", cold, 0.6, "s"),
        Row("the same with cached weights / without", warm / cold, 1.0),
        Row("peak memory of a process with the classifier", memory, 50.0, "MB"),
    ]


def _whole() -> list[Row]:
    content = load_content(ROOT / "content")
    understander, assistant = Understander(content), Assistant(content)
    gc.freeze()  # as the bot does with what is loaded: no collection looks at it again
    texts = said() + long_and_hostile()
    random.Random(1).shuffle(texts)  # noqa: S311
    understood, answered = sorted(microseconds(understander.understand, texts)), sorted(microseconds(assistant.ask, texts))
    place = int(len(texts) * 0.99)
    return [
        Row(
            "a whole understanding (slots, topics, decision), p99 of any text up to 4,096 characters",
            understood[place] / 1000,
            1.0,
            "ms",
            detail=f"p50 {statistics.median(understood):.0f} µs",
        ),
        Row(
            "the longest of them with its answer composed",
            answered[-1] / 1000,
            20.0,
            "ms",
            detail=f"p50 {statistics.median(answered):.0f} µs, p99 {answered[place]:.0f} µs",
        ),
    ]


def _later_start() -> Row:
    with tempfile.TemporaryDirectory() as cache:
        first, again = (_seconds(lambda: prepare(ROOT / "content", Path(cache))) for _ in range(2))
    return Row("a later start with the same content / the first one", again / first, 0.1, detail=f"first {first:.1f} s")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
