"""Words that turn what others mean, 'geht nicht', and those that only sound so: 'kein Problem'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.guides.typed_text import place_of, without, words_of

if TYPE_CHECKING:
    from assistant.knowledge.models.content import Content
    from assistant.understanding.variants import Variants


class Contrary:
    """The content's words of this kind (`contrary`), ready to be found."""

    def __init__(self, content: Content, forms: Variants) -> None:
        """Make them ready; a list that the content lacks is empty."""
        lists = content.vocabulary.contrary.root
        self._forms = forms
        self._turns, self._keeps, self._unheard = (
            [words for phrase in (lists[kind].all() if kind in lists else ()) if (words := words_of(phrase))]
            for kind in ("turns", "keeps", "unheard")
        )

    def is_denied(self, words: tuple[str, ...]) -> bool:
        """Tell whether words say that something is not so: 'geht nicht'; who did not listen tells of nothing that fails."""
        read = self._forms.standard(words)  # 'nei, gaht nöd'
        if not any(place_of(phrase, words) is not None or place_of(phrase, read) is not None for phrase in self._turns):
            return False
        heard = without(self._unheard, read)
        return heard == read or self.is_denied(heard)

    def without_kept(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Leave 'kein Problem' and the like out."""
        return without(self._keeps, words)

    def says_unheard(self, text: str) -> bool:
        """Tell whether somebody did not listen, or not understand: 'Oma hat nicht aufgepasst'."""
        read = self._forms.standard(words_of(text))
        return any(place_of(phrase, read) is not None for phrase in self._unheard)
