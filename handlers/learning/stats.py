"""`/stats`: how the bot is used, for maintainers, by month, as text and as a small chart."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from assistant.chart import Series, bar_chart
from assistant.guides import Walk
from assistant.intent import Intent
from handlers import talk
from handlers.of_update import message_of
from handlers.render import MAX_CAPTION, shown
from handlers.services import services

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import Update

    from handlers.learning.statistics import Counts
    from handlers.services import Context, Services

_MOST_MONTHS, _MONTHS_TOLD, _MOST_TOPICS, _MOST_GUIDES = 6, 2, 5, 6


async def stats(update: Update, context: Context, language: str) -> None:
    """Tell the numbers of this month and the last, and draw those of half a year."""
    parts, message = services(context), message_of(update)
    months = await parts.statistics.months()
    if not months:
        await talk.reply(context, message, shown([parts.word("stats_none", language)]))
        return
    paragraphs = [parts.word("stats_title", language)]
    for month in list(months)[:_MONTHS_TOLD]:
        paragraphs += _month(parts, month, months[month], language)
    await talk.reply(context, message, shown(paragraphs))
    drawn = list(reversed(list(months)[:_MOST_MONTHS]))
    series = [
        Series(parts.word("stats_asked", language), tuple(months[month].get("asked", 0) for month in drawn)),
        Series(parts.word("stats_answered", language), tuple(months[month].get("answered", 0) for month in drawn)),
        Series(parts.word("stats_not_helpful", language), tuple(_sum(months[month], "failed:") for month in drawn)),
    ]
    title = parts.word("stats_chart", language)
    picture = await asyncio.to_thread(bar_chart, title, drawn, series)
    said = "; ".join(f"{month}: " + ", ".join(f"{one.name} {one.values[at]}" for one in series) for at, month in enumerate(drawn))
    await talk.picture(context, message, picture, f"{title}. {said}"[:MAX_CAPTION])


def _sum(counts: Counts, prefix: str) -> int:
    return sum(amount for name, amount in counts.items() if name.startswith(prefix))


def _under(counts: Counts, prefix: str) -> list[tuple[str, int]]:
    """Give what was counted under a prefix, the most first."""
    found = [(name.removeprefix(prefix), amount) for name, amount in counts.items() if name.startswith(prefix)]
    return sorted(found, key=lambda one: (-one[1], one[0]))


def _month(parts: Services, month: str, counts: Counts, language: str) -> Iterator[str]:
    def word(key: str, **slots: object) -> str:
        return parts.word(key, language, **slots)

    asked, answered = counts.get("asked", 0), counts.get("answered", 0)
    slots = {"asked": asked, "answered": answered, "share": round(100 * answered / asked) if asked else 0}
    lines = [word("stats_month", month=month), word("stats_questions", **slots)]
    helped, failed = _sum(counts, "helped:"), _sum(counts, "failed:")
    lines.append(word("stats_feedback", helped=helped, failed=failed))
    yield "\n".join(lines)
    for key, prefix in (("stats_topics", "topic:"), ("stats_failed", "failed:")):
        top = _under(counts, prefix)[:_MOST_TOPICS]
        if top:
            yield "\n".join([word(key), *(f"• {_title(parts, label, language)}: {amount}" for label, amount in top)])
    guides = list(_guides(parts, counts, language))
    if guides:
        yield "\n".join([word("stats_guides"), *guides[:_MOST_GUIDES]])


def _title(parts: Services, label: str, language: str) -> str:
    return parts.assistant.title(Intent.of(label), language)


def _guides(parts: Services, counts: Counts, language: str) -> Iterator[str]:
    """Give a line a guide: how many began, came to the end, said that it works, and where most of the others stopped."""
    reached: dict[str, dict[int, int]] = {}
    for name, amount in counts.items():
        if name.startswith("page:"):
            _, guide, page = name.split(":")
            reached.setdefault(guide, {})[int(page)] = amount
    for guide, pages in sorted(reached.items(), key=lambda one: -one[1].get(0, 0)):
        program, _, protocol = guide.partition(".")
        try:
            walk = Walk(parts.content, program, protocol, language)
        except KeyError:
            continue  # the program or the protocol is no longer in the content
        works = counts.get(f"works:{guide}", 0)
        line = parts.word(
            "stats_guide",
            language,
            guide=f"{walk.guide.name.get(language)} ({walk.values['name']})",
            started=pages.get(0, 0),
            finished=pages.get(walk.last, 0),
            works=works,
        )
        stopped = {page: amount - pages.get(page + 1, 0) for page, amount in pages.items() if page < walk.last}
        worst = max(stopped, key=lambda page: (stopped[page], -page), default=0)
        if stopped.get(worst, 0) > 0:
            title = walk.steps[worst].title
            slots = {"number": worst + 1, "step": title.get(language) if title else "", "count": stopped[worst]}
            line += f"\n   {parts.word('stats_stopped', language, **slots)}"
        yield line
