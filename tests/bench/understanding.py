"""The classifier against rapidfuzz over the same phrases, its growth, its memory; and a whole understanding."""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

from rapidfuzz import fuzz, process

from assistant.assistant import Assistant
from assistant.knowledge import load_content
from assistant.topics import TopicClassifier
from tests.bench.row import Row, in_turn, microseconds

ROOT = Path(__file__).parents[2]
_SYLLABLES = (
    "ka",
    "lo",
    "mi",
    "ne",
    "tur",
    "ba",
    "sel",
    "dor",
    "fin",
    "gra",
    "hel",
    "ost",
    "pra",
    "qui",
    "run",
    "ver",
    "wan",
    "zet",
)


def _phrases(labels: int, each: int, seed: int = 1) -> dict[str, list[str]]:
    """Make phrases of made-up words, a share of them typical for the label."""
    rng = random.Random(seed)  # noqa: S311 - made-up words, no secrets

    def word() -> str:
        return "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4)))

    common = [word() for _ in range(400)]
    made = {}
    for label in range(labels):
        own = [word() for _ in range(8)]
        made[f"t{label}"] = [" ".join(rng.choices(own, k=3) + rng.choices(common, k=4)) for _ in range(each)]
    return made


def _mistyped(text: str, rng: random.Random) -> str:
    """Shuffle some words and double a letter in each, so that nothing matches to the letter."""
    chosen = rng.sample(text.split(), 5)
    return " ".join(word[:2] + word[1:] for word in chosen)


def run() -> list[Row]:
    """Measure."""
    return [*_against_rapidfuzz(), _growth(), *_start(), *_whole()]


def _against_rapidfuzz() -> list[Row]:
    phrases = _phrases(60, 8)
    flat = [phrase for texts in phrases.values() for phrase in texts]
    classifier = TopicClassifier.train(phrases)
    texts = [_mistyped(text, random.Random(number)) for number, text in enumerate(flat[:250])]  # noqa: S311
    fuzzy, ours = in_turn(lambda text: process.extractOne(text, flat, scorer=fuzz.token_set_ratio), classifier.rank, texts)
    return [Row("one topic decision at 480 phrases / rapidfuzz token_set_ratio", ours / fuzzy, 1 / 7, detail=f"{ours:.0f} µs")]


def _growth() -> Row:
    medians = []
    for each in (1, 667):
        phrases = _phrases(150, each)
        classifier = TopicClassifier.train(phrases)
        texts = [texts[0] for texts in phrases.values()] * 2
        medians.append(statistics.median(microseconds(classifier.rank, texts)))
    return Row("growth of a decision from 150 to 100,050 phrases", medians[1] / medians[0], 2.0, detail=f"{medians[1]:.0f} µs")


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
    import tempfile  # noqa: PLC0415 - only here

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "phrases.json"
        file.write_text(json.dumps(_phrases(60, 8)), encoding="utf-8")

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
    begun = time.perf_counter()
    assistant = Assistant(load_content(ROOT / "content"))
    built = time.perf_counter() - begun
    questions = ROOT / "tests" / "questions"
    texts = [
        json.loads(line)["text"]
        for name in ("questions_de", "questions_en", "mixed", "silent_de", "silent_en", "hostile")
        for line in (questions / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    texts += [(text + " ") * (4096 // (len(text) + 1)) for text in texts if text]
    times = sorted(microseconds(assistant.ask, texts))
    p99, worst = times[int(len(times) * 0.99)] / 1000, times[-1] / 1000
    return [
        Row(
            "a whole understanding, p99 of any text up to 4,096 characters",
            p99,
            1.0,
            "ms",
            detail=f"p50 {times[len(times) // 2]:.0f} µs",
        ),
        Row("the longest of them", worst, 20.0, "ms"),
        Row("loading the content and building the assistant", built, 2.0, "s"),
    ]
