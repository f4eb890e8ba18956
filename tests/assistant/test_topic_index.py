"""Letter groups and pairs of words as numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.topics.features import letter_groups
from assistant.topics.index import Index, key_of_group, key_of_pair, keys_of_groups, keys_of_pairs


@given(st.text(st.characters(max_codepoint=0xFFFF), max_size=32))
def test_a_word_has_the_keys_of_its_letter_groups(word: str) -> None:
    assert keys_of_groups(word) == list(map(key_of_group, letter_groups(word)))


@given(st.text(min_size=1, max_size=32))
def test_no_letters_are_too_odd(word: str) -> None:
    keys = set(keys_of_groups(word))
    assert keys & set(map(key_of_group, letter_groups(word)))


def test_what_is_known_is_found_in_the_order_it_is_looked_for() -> None:
    index = Index({key_of_group(group): place for place, group in enumerate(letter_groups("port"))})
    groups = letter_groups("sport")
    known = [group for group in groups if group in letter_groups("port")]
    assert index.find(keys_of_groups("sport")) == [letter_groups("port").index(group) for group in known]


def test_nothing_is_found_where_nothing_is_known() -> None:
    assert Index({}).find(keys_of_groups("port")) == []


def test_pairs_are_told_apart_by_their_order() -> None:
    index = Index({key_of_pair(1, 2): 7, key_of_pair(2, 3): 8})
    assert index.find(keys_of_pairs([1, 2, 3])) == [7, 8]
    assert index.find(keys_of_pairs([3, 2, 1])) == []
