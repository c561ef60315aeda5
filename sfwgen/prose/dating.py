"""Dates in texts: alike in both languages, as the timeline says where they tell of a step, none to come."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from sfwgen.dates import PartialDate, print_date
from sfwgen.diagnostics import Location
from sfwgen.figures.dates import DateMention, date_slips, dates_in
from sfwgen.model import Step, Story
from sfwgen.prose.passages import Passage, Where
from sfwgen.prose.wording import count_terms, speaks_of

_MAY_HOLD: Final = {
    "zh": re.compile(r"[年月日号季旬]"),
    "en": re.compile(
        r"\d{4}|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|quarter|\bhalf\b", re.IGNORECASE
    ),
}
"""A text in which nothing of this stands has no date: most need not be read."""
_TO_COME: Final = {
    "zh": re.compile(
        r"将|拟|计划|预计|预期|力争|争取|目标|约定|合同|要求|规定|期限|有效期|到期|届时|以前|之前|前[，。；]|前[完建交办]|原定|未来|明年"
    ),
    "en": re.compile(
        r"\b(?:will|shall|would|plan\w*|expect\w*|due|aim\w*|by|schedul\w*|until|target\w*|to be|intend\w*|"
        r"contract\w*|agree\w*|valid|deadline|promis\w*|should|must|before|next)\b",
        re.IGNORECASE,
    ),
}
"""Words of a sentence that speaks of what is still to come."""
_CLAUSE_END: Final = re.compile(r"[，、；：。！？\n]|[,;:.!?](?=\s|$)")
_SENTENCE_END: Final = re.compile(r"[。！？；\n]|[.!?;](?=\s|$)")
_LEAST_TERMS: Final = 2
"""How many words, in Chinese pairs of characters, a step's name needs to be known again in a text."""
_WRITTEN: Final = (Where.TITLE, Where.SUMMARY, Where.BODY)
_GAP: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class Spot:
    """A date in a passage of a text, as it is written there."""

    lang: str
    passage: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class DateSlip:
    """A date that is wrong. `code` is that of the message; `other` is what it differs from, as printed.

    `other` stands at the spot `against`, or in the facts of the story at `place`.
    """

    code: str
    at: Spot
    other: str
    against: Spot | None = None
    place: Location | None = None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Passages of a text that are compared as one; the first is the `first`-th of its text."""

    first: int
    passages: Sequence[Passage]

    @property
    def text(self) -> str:
        return _GAP.join(passage.text for passage in self.passages)

    def spot(self, mention: DateMention) -> Spot:
        start = mention.start
        for number, passage in enumerate(self.passages):
            if start < len(passage.text) + len(_GAP):
                return Spot(passage.lang, self.first + number, start, mention.text)
            start -= len(passage.text) + len(_GAP)
        raise AssertionError("a date stands in one of its passages")


def find_date_slips(
    story: Story | None, passages: Mapping[str, Sequence[Passage]], as_of: PartialDate | None
) -> tuple[DateSlip, ...]:
    """Returns the dates of a document's texts that are wrong; `story` has the timeline, if it is one."""
    found = list(_between_languages(passages))
    steps = story.timeline if story else ()
    for lang, read in passages.items():
        if lang in _MAY_HOLD:
            for number, passage in enumerate(read):
                if _MAY_HOLD[lang].search(passage.text):
                    found += _in_passage(passage, number, steps, as_of)
    return tuple(found)


# --- language against language ------------------------------------------------------------------------------


def _between_languages(passages: Mapping[str, Sequence[Passage]]) -> Iterator[DateSlip]:
    zh, en = passages.get("zh"), passages.get("en")
    if not zh or not en:
        return
    for one, other in _stretches(zh, en):
        texts = one.text, other.text
        if not _MAY_HOLD["zh"].search(texts[0]) or not _MAY_HOLD["en"].search(texts[1]):
            continue
        for first, second in date_slips(dates_in(texts[0], "zh"), dates_in(texts[1], "en"), texts):
            yield DateSlip("date-translation-differs", other.spot(second), first.text, one.spot(first))


def _stretches(zh: Sequence[Passage], en: Sequence[Passage]) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Yields what is a translation of what: passage by passage where both have as many, else as a whole."""
    parts = [dict(_parts(read)) for read in (zh, en)]
    for where in parts[0].keys() & parts[1].keys():
        one, other = parts[0][where], parts[1][where]
        if len(one.passages) != len(other.passages):
            yield one, other
            continue
        for number, (first, second) in enumerate(zip(one.passages, other.passages, strict=True)):
            yield _Stretch(one.first + number, [first]), _Stretch(other.first + number, [second])


def _parts(passages: Sequence[Passage]) -> Iterator[tuple[Where, _Stretch]]:
    numbered = groupby(enumerate(passages), key=lambda each: _part(each[1].where))
    for where, group in numbered:
        members = list(group)
        yield where, _Stretch(members[0][0], [passage for _, passage in members])


def _part(where: Where) -> Where:
    """What stands behind the body is in the same order in every language."""
    return where if where in _WRITTEN else Where.NOTE


# --- text against facts -------------------------------------------------------------------------------------


def _in_passage(
    passage: Passage, number: int, steps: Sequence[Step], as_of: PartialDate | None
) -> Iterator[DateSlip]:
    mentions = dates_in(passage.text, passage.lang)
    for mention in mentions:
        spot = Spot(passage.lang, number, mention.start, mention.text)
        if as_of is not None and _is_to_come(passage, mention, as_of):
            yield DateSlip("date-in-future", spot, print_date(as_of, passage.lang))
        elif passage.where in _WRITTEN:
            step = _step_told(passage, mention, mentions, steps)
            if step is not None and step.date is not None and _differ(mention, step.date):
                yield DateSlip(
                    "date-step-differs", spot, print_date(step.date, passage.lang), place=step.location
                )


def _is_to_come(passage: Passage, mention: DateMention, as_of: PartialDate) -> bool:
    """Whether a date lies behind the day of the site in a sentence that does not speak of what is to come."""
    if mention.year is None or _first_day(mention) <= as_of.end:
        return False
    sentence = _around(_SENTENCE_END, passage.text, mention)
    return _TO_COME[passage.lang].search(sentence) is None


def _first_day(mention: DateMention) -> date:
    year, month = mention.year or 1, mention.months[0] if mention.months else 1
    return date(year, month, min(mention.day or 1, monthrange(year, month)[1]))


def _step_told(
    passage: Passage, mention: DateMention, mentions: Sequence[DateMention], steps: Sequence[Step]
) -> Step | None:
    """The step whose whole name stands in the clause of a date, if there is one such step and one date."""
    if mention.months is None or not steps:
        return None
    start, end = _bounds(_CLAUSE_END, passage.text, mention)
    if sum(start <= each.start < end for each in mentions) > 1:
        return None
    clause, lang = passage.text[start:end], passage.lang
    told = [step for step in steps if _is_named(step.name.get(lang, ""), clause, lang)]
    return told[0] if len(told) == 1 and told[0].date is not None and told[0].date.month else None


def _is_named(name: str, clause: str, lang: str) -> bool:
    return count_terms(name, lang) >= _LEAST_TERMS and speaks_of(name, clause, lang)


def _differ(mention: DateMention, told: PartialDate) -> bool:
    """Whether a date of a text cannot be that of a step; what only one of them says is no difference."""
    if mention.year not in (None, told.year):
        return True
    if mention.months and told.month and not mention.months[0] <= told.month <= mention.months[1]:
        return True
    return bool(mention.day and told.day and not told.around and mention.day != told.day)


def _around(ends: re.Pattern[str], text: str, mention: DateMention) -> str:
    start, end = _bounds(ends, text, mention)
    return text[start:end]


def _bounds(ends: re.Pattern[str], text: str, mention: DateMention) -> tuple[int, int]:
    start = max((match.end() for match in ends.finditer(text, 0, mention.start)), default=0)
    after = ends.search(text, mention.end)
    return start, after.start() if after else len(text)
