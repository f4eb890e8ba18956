"""HTML as Telegram reads it, and its words for what it does not take (https://core.telegram.org/bots/api#html-style)."""

from __future__ import annotations

from typing import Any

import pytest

from playground.entities import found, tidied
from playground.errors import RefusalError
from playground.markup import parse, refusal


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<b>fett", 'Can\'t find end tag corresponding to start tag "b"'),
        ("ä <b", "Unclosed start tag at byte offset 3"),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("<a href ", "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b x>", "Unclosed end tag at byte offset 4"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ('<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-emoji emoji-id="0">👍</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_wrong_markup_is_refused_in_telegrams_words(html: str, why: str) -> None:
    assert refusal(html) == f"Bad Request: can't parse entities: {why}"


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("<b>x</b> &lt;&amp;&nix; &#228;&#xE4;", "x <&&nix; ää", [("bold", 0, 1)]),
        ("&#0; &#x110000; &#xD800; &#0000000065;", "&#0; &#x110000; &#xD800; &#0000000065;", []),
        ("<B>x</>", "x", [("bold", 0, 1)]),
        ("x<b></b>", "x", []),
        ("<span class='tg-spoiler'>x</span>", "x", [("spoiler", 0, 1)]),
        ("<span class=tg-spoiler>x</span>", "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
        ("<pre><code class='language-ini'>x</code></pre>", "x", [("pre", 0, 1)]),
        ("<pre>x</pre>", "x", [("pre", 0, 1)]),
        ("<a href='tg://user?id=7'>x</a>", "x", [("text_mention", 0, 1)]),
        ("<a href='https://a.example/'>😀</a>", "😀", [("text_link", 0, 2)]),
        ("<a href='mailto:a@b.example'>x</a>", "x", [("text_link", 0, 1)]),
        ("<a href='file:///x'>x</a>", "x", []),
        ("<b>vor <code>c</code> nach</b>", "vor c nach", [("bold", 0, 4), ("code", 4, 1), ("bold", 5, 5)]),
        ("<b><code>c</code></b>", "c", [("code", 0, 1)]),
        ("  <b>  </b>x  ", "x", []),
    ],
)
def test_markup_becomes_entities(html: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    said, marked = parse(html, "HTML")
    assert said == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in marked] == entities


def test_what_else_an_entity_says() -> None:
    def only(html: str) -> dict[str, Any]:
        return parse(html, "HTML")[1][0]

    assert only("<pre><code class='language-ini'>x</code></pre>")["language"] == "ini"
    assert only("<a href='tg://user?id=7'>x</a>")["user"]["id"] == 7
    assert only("<a href='a.example'>x</a>")["url"] == "http://a.example"
    assert only("<tg-emoji emoji-id='5'>👍</tg-emoji>")["custom_emoji_id"] == "5"
    assert only("<tg-time unix='60' format='t'>x</tg-time>") == {
        "type": "date_time", "offset": 0, "length": 1, "unix_time": 60, "date_time_format": "t"
    }  # fmt: skip


def test_only_html_is_known_here() -> None:
    assert parse("<b>x", None) == ("<b>x", [])
    with pytest.raises(RefusalError, match="unsupported parse_mode"):
        parse("*x*", "MarkdownV2")


def test_links_in_a_text_are_found_each_once() -> None:
    kinds = {
        entity["type"]: (entity["offset"], entity["length"]) for entity in found("https://a.de/x@b.de und c@d.de, /help@e #f")
    }
    assert kinds == {"url": (0, 19), "email": (24, 6), "hashtag": (40, 2)}


def test_an_entity_of_blanks_is_gone_with_them() -> None:
    assert tidied(" x ", [{"type": "bold", "offset": 0, "length": 1}]) == ("x", [])
