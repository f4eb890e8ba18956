"""Keys tell nothing about persons."""

from __future__ import annotations

from store.keys import key, secret_of

SECRET = secret_of("123456789:AAsecretsecretsecretsecretsecretsecr")


def test_nothing_of_a_person_stands_in_the_clear() -> None:
    made = key(SECRET, "guide", -100123456789, 700700700)
    assert made.startswith("guide:")
    assert "700700700" not in made
    assert "123456789" not in made


def test_different_parts_give_different_keys() -> None:
    keys = {
        key(SECRET, "guide", 1, 23),
        key(SECRET, "guide", 12, 3),
        key(SECRET, "guide", 123),
        key(SECRET, "last", 1, 23),
        key(secret_of("other"), "guide", 1, 23),
    }
    assert len(keys) == 5


def test_the_same_after_a_restart() -> None:
    assert key(SECRET, "guide", 1, 2) == key(secret_of("123456789:AAsecretsecretsecretsecretsecretsecr"), "guide", 1, 2)
