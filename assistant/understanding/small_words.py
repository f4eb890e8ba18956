"""The small words of the content's languages that stand between others: 'und', 'oder', 'aber'."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.understanding.text import words_of

if TYPE_CHECKING:
    from assistant.knowledge.models.vocabulary import SlotWords


class SmallWords(NamedTuple):
    """Small words, each kind named as its list among the content's cues. They mean nothing by themselves: none is ever a hit."""

    joining_words: frozenset[str]
    """'und', 'sowie'."""
    as_well_words: frozenset[str]
    """'rein wie raus'."""
    once_words: frozenset[str]
    """Before each of two: 'einmal rein, einmal raus'."""
    lacking_words: frozenset[str]
    """'fehlen'."""
    anywhere_words: frozenset[str]
    """Words for a direction that may stand before anything: 'in'."""
    either_words: frozenset[str]
    """'oder'."""
    comparing_words: frozenset[str]
    """'als': between two of which one is better."""
    contrasting_words: frozenset[str]
    """'sondern': before what is meant instead."""
    wanting_words: frozenset[str]
    """'brauche': of two, the later one stands before what is meant, where the first is denied."""
    able_words: frozenset[str]
    """'kann'."""
    having_words: frozenset[str]
    """'hat': of who is asked whether they hold something: 'hat der Server meine Mails noch?'."""
    turning_words: frozenset[str]
    """'aber'."""
    only_words: frozenset[str]
    """'nur'."""
    for_words: frozenset[str]
    """'für', 'beim'."""
    two_words: frozenset[str]
    """'zwei'."""
    none_words: frozenset[str]
    """'keine': what a field shows that is set to nothing."""
    on_words: frozenset[str]
    """'an', 'drin': what a switch is, or its tick."""
    off_words: frozenset[str]
    """'aus', 'weg'."""
    tick_words: frozenset[str]
    """'Haken', 'checkbox': where one is named, 'rein' and 'raus' are no directions."""
    ticked_words: frozenset[str]
    """'rein': what is to be done with a tick."""
    denying_words: frozenset[str]
    """'nicht': before either of them."""
    between_state_words: frozenset[str]
    """'ist', 'Schalter': what may stand between what is switched and whether it is on."""
    article_words: frozenset[str]
    """What tells the 'aus' of 'aus dem Menü' from that of a switch."""
    changed_to_words: frozenset[str]
    """Before the value that another one is to become: 'von 143 auf 993'."""
    changed_from_words: frozenset[str]
    """Before the value that is not to stay: 'von 143 auf 993', 'aus der 25 eine 587'."""
    before_value_words: frozenset[str]
    """Between 'muss' and a value that is there: 'muss die 995 weg?'."""
    listing_words: frozenset[str]
    """What may stand between two that are named together: 'vom Eingang zum Ausgang'."""
    leading_words: frozenset[str]
    """What may stand before a question, beside those that join and turn: 'so, wie heißt der Server'."""
    opening_words: frozenset[str]
    """'macht': what begins a question without a question word."""
    setting_words: frozenset[str]
    """'einstellen': what is said of an account as well as of a switch."""
    sending_words: frozenset[str]
    """'schicken': what may be asked of the bot at the end of a sentence: 'kannst du mir die Ports schicken'."""
    doing_words: frozenset[str]
    """What makes of sending something that is done by the program: 'zum Senden'."""
    calling_words: frozenset[str]
    """'hey', 'guten Morgen': before what is said."""
    called_words: frozenset[str]
    """'du', 'Leute': who is called, where it stands apart."""

    @classmethod
    def of(cls, cues: SlotWords) -> SmallWords:
        """Give those of a content's cues, folded; a list that is missing there is empty."""
        return cls(
            joining_words=_listed(cues, "joining_words"),
            as_well_words=_listed(cues, "as_well_words"),
            once_words=_listed(cues, "once_words"),
            lacking_words=_listed(cues, "lacking_words"),
            anywhere_words=_listed(cues, "anywhere_words"),
            either_words=_listed(cues, "either_words"),
            comparing_words=_listed(cues, "comparing_words"),
            contrasting_words=_listed(cues, "contrasting_words"),
            wanting_words=_listed(cues, "wanting_words"),
            able_words=_listed(cues, "able_words"),
            having_words=_listed(cues, "having_words"),
            turning_words=_listed(cues, "turning_words"),
            only_words=_listed(cues, "only_words"),
            for_words=_listed(cues, "for_words"),
            two_words=_listed(cues, "two_words"),
            none_words=_listed(cues, "none_words"),
            on_words=_listed(cues, "on_words"),
            off_words=_listed(cues, "off_words"),
            tick_words=_listed(cues, "tick_words"),
            ticked_words=_listed(cues, "ticked_words"),
            denying_words=_listed(cues, "denying_words"),
            between_state_words=_listed(cues, "between_state_words"),
            article_words=_listed(cues, "article_words"),
            changed_to_words=_listed(cues, "changed_to_words"),
            changed_from_words=_listed(cues, "changed_from_words"),
            before_value_words=_listed(cues, "before_value_words"),
            listing_words=_listed(cues, "listing_words"),
            leading_words=_listed(cues, "leading_words"),
            opening_words=_listed(cues, "opening_words"),
            setting_words=_listed(cues, "setting_words"),
            sending_words=_listed(cues, "sending_words"),
            doing_words=_listed(cues, "doing_words"),
            calling_words=_listed(cues, "calling_words"),
            called_words=_listed(cues, "called_words"),
        )


def _listed(cues: SlotWords, name: str) -> frozenset[str]:
    return frozenset(" ".join(words_of(word)) for word in cues.phrases(name))
