"""Finding the dates of a text, each with the year it takes from what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sfwgen.figures.dates import en, zh
from sfwgen.figures.dates.mention import DateMention
from sfwgen.languages import BUILT_IN, family, plain

_GRAMMARS: Final = {"zh": zh, "en": en}


def dates_in(text: str, lang: str) -> tuple[DateMention, ...]:
    """Return the dates in a text of a language, in order, in time linear in its length.

    Found are days, months, quarters, halves, parts of them and years, with the year that stands beside them;
    of a span from day to day, or from year to year, each end. Dates of other calendars are left out, and days
    that no month has. A language that is not built in is read as its family is.
    """
    if lang not in BUILT_IN:
        of_family = dates_in(plain(text, lang), family(lang))
        return tuple(replace(each, text=text[each.start : each.end]) for each in of_family)
    grammar = _GRAMMARS[lang]
    found = _attached(text, grammar.mentions(text), grammar.ATTACHED)
    return tuple(_of_one_year(text, [each for each in found if _exists(each)], grammar.JOINTS))


def _attached(text: str, mentions: Iterator[DateMention], between: frozenset[str]) -> list[DateMention]:
    """Return a year and what is of that year as one: 2019年 6月, the first half of 2019."""
    found: list[DateMention] = []
    year: DateMention | None = None
    for mention in mentions:
        last = found[-1] if found else None
        if last is not None and text[last.end : mention.start] in between and _completes(last, mention):
            start, end = last.start, mention.end
            whole = replace(
                mention if last.months is None else last,
                year=last.year or mention.year,
                text=text[start:end],
                start=start,
                end=end,
            )
            found[-1] = year = whole
        elif year is not None and mention.start < year.end:
            found.append(replace(mention, year=year.year, text=year.text, start=year.start, end=year.end))
        else:
            found.append(mention)
    return found


def _completes(one: DateMention, other: DateMention) -> bool:
    """Whether one of two mentions is only a year and the other has none."""
    return (one.said == ("year",) and other.year is None and other.months is not None) or (
        other.said == ("year",) and one.year is None and one.months is not None
    )


def _of_one_year(text: str, mentions: list[DateMention], joints: frozenset[str]) -> Iterator[DateMention]:
    """Yield the mentions; the ends of a span share the year that only one of them says."""
    for place, mention in enumerate(mentions):
        before = mentions[place - 1] if place else None
        after = mentions[place + 1] if place + 1 < len(mentions) else None
        if mention.year is None and before and text[before.end : mention.start] in joints and before.months:
            mention = replace(mention, year=before.year)
        elif mention.year is None and after and text[mention.end : after.start] in joints and after.months:
            mention = replace(mention, year=after.year)
        yield mention


def _exists(mention: DateMention) -> bool:
    months = mention.months or (1, 1)
    return 1 <= months[0] <= 12 and 1 <= months[1] <= 12 and 1 <= (mention.day or 1) <= 31
