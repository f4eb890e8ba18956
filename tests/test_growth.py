from __future__ import annotations

from tests.growth import grows_in_proportion


def test_what_looks_at_each_character_once_grows_in_proportion_and_what_looks_at_each_pair_does_not() -> None:
    assert grows_in_proportion(lambda text: [one for one in text * 20 if one == "b"], "ab")
    assert not grows_in_proportion(lambda text: [one for one in text[::4] for other in text[::4] if one == other], "ab")
