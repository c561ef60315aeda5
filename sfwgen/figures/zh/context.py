"""The words around a Chinese number: what qualifies it, which statistic it is, in which direction it went."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from sfwgen.figures.found import Found
from sfwgen.figures.quantity import Qualifier, Quantity
from sfwgen.figures.scanning import WordTable, last_match, make_word_table, word_pattern
from sfwgen.figures.zh import units, words
from sfwgen.figures.zh.core import Core

_REACH: Final = 24
"""How far back in its clause a figure's statistic may stand."""
_NEAR: Final = 12
"""How far back in its clause the verb of change, or a qualifier such as 至少, may stand."""
_ENDS: Final = frozenset("，。；：！？、,;:!?\n（）()“”\0")


@dataclass(frozen=True, slots=True)
class _Qualified:
    start: int
    end: int
    qualifier: Qualifier


@cache
def _before() -> WordTable:
    return make_word_table(words.BEFORE, by_end=True)


@cache
def _after() -> WordTable:
    return make_word_table(words.AFTER)


@cache
def _links() -> WordTable:
    return make_word_table(words.LINKS, by_end=True)


@cache
def _statistics() -> re.Pattern[str]:
    return word_pattern(words.STATISTICS)


@cache
def _directions() -> re.Pattern[str]:
    return word_pattern(words.DIRECTIONS)


@cache
def _distant() -> re.Pattern[str]:
    return word_pattern(words.DISTANT)


def complete(text: str, core: Core, floor: int) -> Found | None:
    """Return the figure that a number with its unit is in its clause; None if it is none.

    Nothing before the floor, the end of the figure before it, is looked at.
    """
    clause = _clause(text, core.start, floor)
    place = _qualified(text, core, floor, clause)
    if not _is_figure(core, place):
        return None
    quantity = _quantity(core, place.qualifier)
    start, end = place.start, place.end
    if sign := _sign(text, start, floor):
        quantity, start = _negative(quantity), start - len(sign)
    direction = core.direction or _word_of(
        _directions(), words.DIRECTIONS, text, max(clause, start - _NEAR), start
    )
    if text.endswith("负增长", clause, start):
        quantity, direction = _negative(quantity), None
    statistic = _word_of(_statistics(), words.STATISTICS, text, clause, start)
    return Found(text[start:end], start, end, quantity, core.unit, statistic, direction)


def _clause(text: str, start: int, floor: int) -> int:
    """Return where the words before a place that belong to its clause begin."""
    first = max(floor, start - _REACH)
    for place in range(start - 1, first - 1, -1):
        if text[place] in _ENDS:
            return place + 1
    return first


def _qualified(text: str, core: Core, floor: int, clause: int) -> _Qualified:
    qualifier = Qualifier.EXACT
    start, end = core.start, core.end
    if core.bare_power and text[start - 1 : start] == "上" and start > floor:
        start, qualifier = start - 1, Qualifier.AT_LEAST
    elif core.excess == "来":
        qualifier = Qualifier.ABOUT
    elif core.excess:
        qualifier = Qualifier.MORE_THAN
    word, where = _word_before(text, start, floor)
    if word and not _is_last(text, word, core):
        start, qualifier = where, _stronger(words.BEFORE[word], qualifier)
    elif not word and (far := last_match(_distant(), text, max(clause, start - _NEAR), start)):
        qualifier = _stronger(words.DISTANT[far[0]], qualifier)
    after, beyond = _word_after(text, core)
    if after:
        end, qualifier = beyond, _stronger(qualifier, after)
    return _Qualified(start, end, qualifier)


def _stronger(first: Qualifier, second: Qualifier) -> Qualifier:
    """Return the qualifier of two that says something; of two that both do, the first."""
    return second if first is Qualifier.EXACT else first


def _word_before(text: str, start: int, floor: int) -> tuple[str, int]:
    """Return the qualifier that stands before a number, a link such as 有 or 达 between them allowed."""
    place = start - 1 if text[start - 1 : start] == " " else start
    link = _links().before(text, place)
    for end in (place, place - len(link)) if link else (place,):
        word = _before().before(text, end)
        begin = end - len(word)
        if word and begin >= floor and not _in_word(text, word, begin):
            return word, begin
    return "", start


def _in_word(text: str, word: str, begin: int) -> bool:
    """Whether the character before a qualifier makes it part of another word (节约, 附近)."""
    return begin > 0 and text[begin - 1] in words.NOT_BEFORE.get(word, "")


def _is_last(text: str, word: str, core: Core) -> bool:
    """Whether 近 before a length of time means the last ones (近三年来), which leaves the number exact."""
    if word != "近" or core.unit not in units.DURATIONS or core.vague:
        return False
    opens = core.start < 2 or text[core.start - 2] in _ENDS
    return opens or text.startswith(words.PERIODS, core.end)


def _word_after(text: str, core: Core) -> tuple[Qualifier | None, int]:
    place = core.end + 1 if text.startswith(" ", core.end) else core.end
    word = _after().at(text, place)
    if word:
        return words.AFTER[word], place + len(word)
    if core.unit in units.DURATIONS and text.startswith("内", place):
        return Qualifier.AT_MOST, place + 1
    return None, core.end


def _is_figure(core: Core, place: _Qualified) -> bool:
    """Han numerals are figures with a unit, or from a hundred up; 百, 千 and 万 alone need a qualifier."""
    if core.bare_power:
        return place.qualifier is not Qualifier.EXACT or (core.low >= 10**6 and core.unit in units.MEASURES)
    if core.vague:
        return bool(core.unit) or core.base is not None
    if not core.han:
        return bool(core.unit) or core.low < 10**8
    if core.unit in units.NOT_AFTER_HAN:
        return False
    if core.low == core.high == 1 and core.unit not in units.AFTER_ONE:
        return place.qualifier is not Qualifier.EXACT
    return bool(core.unit) or core.low >= 100


def _quantity(core: Core, qualifier: Qualifier) -> Quantity:
    if core.vague:
        if qualifier is Qualifier.EXACT or core.base is None:
            return Quantity(Qualifier.INDEFINITE, base=core.base)
        return Quantity(qualifier, core.base)
    if core.low != core.high and isinstance(core.low, Decimal) and isinstance(core.high, Decimal):
        return Quantity(Qualifier.RANGE, low=core.low, high=core.high, step=core.step)
    if core.low == 0 and qualifier is Qualifier.EXACT:
        return Quantity(Qualifier.NONE, Decimal(0))
    return Quantity(qualifier, core.low, step=core.step)


def _sign(text: str, start: int, floor: int) -> str:
    for sign in ("零下", "-", "−"):
        if text.endswith(sign, floor, start):
            return sign
    minus = text.endswith("负", floor, start) and text[start - 2 : start - 1] not in tuple("减担肩背抱胜正自")
    return "负" if minus else ""


def _negative(quantity: Quantity) -> Quantity:
    if quantity.value is None:
        return quantity
    return Quantity(quantity.qualifier, -quantity.value, step=quantity.step)


def _word_of(
    pattern: re.Pattern[str], meanings: Mapping[str, str], text: str, start: int, end: int
) -> str | None:
    match = last_match(pattern, text, start, end)
    return (meanings[match[0]] or None) if match else None
