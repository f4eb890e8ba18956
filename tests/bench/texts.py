"""Texts for the benchmarks. Each is measured once, so that nothing is flattered by a memory of texts."""

from __future__ import annotations

import json
import random
import string
from pathlib import Path

_QUESTIONS = Path(__file__).parents[1] / "questions"
_SYLLABLES = [
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
]
_LONGEST = 4096
_ODD = (*range(0x20, 0x250), *range(0x300, 0x370), *range(0x400, 0x700), *range(0x3040, 0x3100), 0x200D, 0x1F600, 0xFDFA)


def phrases(labels: int, each: int, seed: int = 1) -> dict[str, list[str]]:
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


def asked(phrase: str, number: int) -> str:
    """Make a question of a phrase: some of its words, shuffled, one in eight with a wrong letter."""
    rng = random.Random(number)  # noqa: S311
    return " ".join(_mistyped(word, rng) if rng.random() < 1 / 8 else word for word in rng.sample(phrase.split(), 5))


def _mistyped(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word))
    return word[:at] + rng.choice(string.ascii_lowercase) + word[at + 1 :]


def said() -> list[str]:
    """Give what members say, of the project's questions: to the bot, to others, and to try it out."""
    names = ("questions_de", "questions_en", "mixed", "silent_de", "silent_en", "hostile")
    lines = [line for name in names for line in (_QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return list(dict.fromkeys(json.loads(line)["text"] for line in lines))


def long_and_hostile(each: int = 25) -> list[str]:
    """Make texts as long as a message can be: many questions in one, mistyped ones, made-up words, and no words at all."""
    rng = random.Random(7)  # noqa: S311
    known = said()
    words = [word for text in known for word in text.split() if len(word) > 1]
    letters = string.ascii_lowercase

    def made_up(shortest: int, longest: int) -> str:
        return "".join(rng.choices(letters, k=rng.randint(shortest, longest)))

    made = []
    for _ in range(each):
        made += [
            rng.choice((" ", ". ", "\n", "? ")).join(rng.sample(known, len(known))),
            rng.choice((" ", "? ", "\n")).join(_mistyped(rng.choice(words), rng) for _ in range(1000)),
            " ".join(made_up(4, 12) for _ in range(900)),
            ". ".join(" ".join(made_up(5, 12) for _ in range(rng.randint(3, 12))) for _ in range(200)),
            made_up(_LONGEST, _LONGEST),
            "".join(map(chr, rng.choices(_ODD, k=_LONGEST))),
            "".join(rng.choices("?!.…;- \n@/'’", k=_LONGEST)),
            "\ufdfa" * rng.randint(1000, _LONGEST) + made_up(3, 3),
        ]
    return [text[:_LONGEST] for text in made]
