"""Dates in texts: alike in both languages, as the timeline says where they tell of a step, none to come."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Final

from sfwgen.dates import PartialDate, print_date
from sfwgen.diagnostics import Location
from sfwgen.figures.dates import DateMention, date_slips, dates_in
from sfwgen.languages import family, plain
from sfwgen.model import Step, Story
from sfwgen.prose.passages import Passage, Where
from sfwgen.prose.wording import count_terms, shares_term, speaks_of

_MAY_HOLD: Final = {
    "zh": re.compile(r"[年月日号季旬]|[五六七八十]一[”’\"]"),
    "en": re.compile(r"\d{4}|quarter|\b(?:jan|feb|ma[ry]|apr|ju[nl]|aug|sep|oct|nov|dec|half\b)"),
}
"""A text in small letters in which nothing of this stands has no date: most need not be read."""
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
_NAMED_DAYS: Final = {"五一": (5, 1), "六一": (6, 1), "七一": (7, 1), "八一": (8, 1), "十一": (10, 1)}
_PART_OF_YEAR: Final = re.compile(r"\b(?:early|mid|late)-((?:19|20)\d\d)\b", re.IGNORECASE)
_RELATIVE: Final = re.compile(
    r"去年|前年|今年|明年|上年|当年|同年|次年|翌年|\b(?:last|this|next|previous|same|that|following) year",
    re.IGNORECASE,
)
"""Years that stand for a number in one language and need none in the other."""
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
    steps = [step for step in story.timeline if step.date and step.date.month] if story else []
    told = [each for read in passages.values() for each in _told(read)]
    if as_of is not None:
        late = [each for each in told if _is_to_come(each, as_of)]
        found += [
            DateSlip("date-in-future", each.spot, print_date(as_of, each.passage.lang)) for each in late
        ]
    found += _years_alone(told, _known_years(story))
    written = [each for each in told if each.passage.where in _WRITTEN and each.mention.months]
    found += _of_steps(written, steps)
    return tuple(dict.fromkeys(found))


# Asked of each passage for the languages and again for the timeline.
@lru_cache(maxsize=256)
def _may_hold(text: str, lang: str) -> bool:
    of = family(lang)
    text = plain(text, lang)
    return _MAY_HOLD[of].search(text if of == "zh" else text.lower()) is not None


# --- language against language ------------------------------------------------------------------------------


def _between_languages(passages: Mapping[str, Sequence[Passage]]) -> Iterator[DateSlip]:
    """Yields the dates in which a language differs from the first one."""
    (default, first), *others = passages.items() or [("", ())]
    for lang, read in others:
        for one, other in _stretches(first, read):
            texts = one.text, other.text
            if not _may_hold(texts[0], default) or not _may_hold(texts[1], lang):
                continue
            dates = _dates(texts[0], default), _dates(texts[1], lang)
            for stated, said in date_slips(*dates, texts, (default, lang)):
                yield DateSlip("date-translation-differs", other.spot(said), stated.text, one.spot(stated))


def _years_alone(told: Sequence[_Told], known: frozenset[int]) -> Iterator[DateSlip]:
    """Yields the dates of a year that neither the facts nor another language has."""
    for each in told:
        lang, year = each.passage.lang, each.mention.year
        others = [other for other in told if other.passage.lang != lang]
        if year is None or year in known or not others:
            continue
        if any(_RELATIVE.search(plain(other.passage.text, other.passage.lang)) for other in others):
            continue
        years = sorted({other.mention.year for other in others if other.mention.year})
        if years and year not in years:
            yield DateSlip("date-year-alone", each.spot, ", ".join(map(str, years)))


def _known_years(story: Story | None) -> frozenset[int]:
    """The years of a story's facts."""
    if story is None:
        return frozenset()
    dates = [story.date, *(step.date for step in story.timeline), *(each.date for each in story.corrections)]
    spans = [figure.when for figure in story.figures if figure.when is not None]
    years = {date.year for date in dates if date is not None}
    return frozenset(years | {year for span in spans for year in (span.start.year, span.end.year)})


def _dates(text: str, lang: str) -> list[DateMention]:
    """The dates of a text, days and middles of years that go by a name among them."""
    found = list(dates_in(text, lang))
    if family(lang) == "zh":
        found += [
            DateMention(match[0], match.start(), match.end(), months=(month, month), day=day)
            for name, (month, day) in _NAMED_DAYS.items()
            for match in re.finditer(f'[“‘"]{name}[”’"]', text)
        ]
        return sorted(found, key=lambda each: each.start)
    taken = {each.start for each in found}
    found += [
        DateMention(match[0], match.start(), match.end(), year=int(match[1]))
        for match in _PART_OF_YEAR.finditer(text)
        if match.start() not in taken and match.start(1) not in taken
    ]
    return sorted(found, key=lambda each: each.start)


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


@dataclass(frozen=True, slots=True)
class _Told:
    """A date that a passage tells, and how many others its clause tells besides."""

    passage: Passage
    number: int
    mention: DateMention
    clause: str
    others: int

    @property
    def spot(self) -> Spot:
        return Spot(self.passage.lang, self.number, self.mention.start, self.mention.text)

    @property
    def sentence(self) -> str:
        start, end = _bounds(_SENTENCE_END, self.passage.text, self.mention)
        return self.passage.text[start:end]


def _told(passages: Sequence[Passage]) -> Iterator[_Told]:
    for number, passage in enumerate(passages):
        if not _may_hold(passage.text, passage.lang):
            continue
        mentions = _dates(passage.text, passage.lang)
        for mention in mentions:
            start, end = _bounds(_CLAUSE_END, passage.text, mention)
            others = sum(start <= each.start < end for each in mentions) - 1
            yield _Told(passage, number, mention, passage.text[start:end], others)


def _is_to_come(told: _Told, as_of: PartialDate) -> bool:
    """Whether a date lies behind the day of the site in a sentence that does not speak of what is to come."""
    if told.mention.year is None or _first_day(told.mention) <= as_of.end:
        return False
    lang = told.passage.lang
    return _TO_COME[family(lang)].search(plain(told.sentence, lang)) is None


def _of_steps(told: Sequence[_Told], steps: Sequence[Step]) -> Iterator[DateSlip]:
    """Yields the dates that are told of a step and are not its own.

    A clause tells of the step whose whole name stands in it. Besides, a date that is that of no step is told
    of the one step that no text dates, where its sentence has a word of that step's name.
    """
    for each in told:
        step = _step_named(each, steps)
        if step is not None and _differ(each.mention, step.date):
            yield _slip(each, step)
    undated = [step for step in steps if all(_differ(each.mention, step.date) for each in told)]
    if len(undated) != 1:
        return
    for each in told:
        lang = each.passage.lang
        of_none = all(_differ(each.mention, step.date) for step in steps)
        if of_none and shares_term(undated[0].name.get(lang, ""), each.sentence, lang):
            yield _slip(each, undated[0])


def _slip(told: _Told, step: Step) -> DateSlip:
    date_of_step = print_date(step.date, told.passage.lang) if step.date else ""
    return DateSlip("date-step-differs", told.spot, date_of_step, place=step.location)


def _step_named(told: _Told, steps: Sequence[Step]) -> Step | None:
    """The step whose whole name stands in the clause of a date, if there is one such step and one date."""
    if told.others:
        return None
    lang = told.passage.lang
    named = [step for step in steps if _is_named(step.name.get(lang, ""), told.clause, lang)]
    return named[0] if len(named) == 1 else None


def _first_day(mention: DateMention) -> date:
    year, month = mention.year or 1, mention.months[0] if mention.months else 1
    return date(year, month, min(mention.day or 1, monthrange(year, month)[1]))


def _is_named(name: str, clause: str, lang: str) -> bool:
    return count_terms(name, lang) >= _LEAST_TERMS and speaks_of(name, clause, lang)


def _differ(mention: DateMention, told: PartialDate | None) -> bool:
    """Whether a date of a text cannot be that of a step; what only one of them says is no difference."""
    if told is None:
        return True
    if mention.year not in (None, told.year):
        return True
    if mention.months and told.month and not mention.months[0] <= told.month <= mention.months[1]:
        return True
    return bool(mention.day and told.day and not told.around and mention.day != told.day)


def _bounds(ends: re.Pattern[str], text: str, mention: DateMention) -> tuple[int, int]:
    start = max((match.end() for match in ends.finditer(text, 0, mention.start)), default=0)
    after = ends.search(text, mention.end)
    return start, after.start() if after else len(text)
