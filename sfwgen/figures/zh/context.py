"""The words around a Chinese number: what qualifies it, its statistic, in which direction it went."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from sfwgen.figures.core import Core, Surroundings, are_two_ways, listed_after, make_figure, stronger
from sfwgen.figures.found import Found
from sfwgen.figures.quantity import Qualifier
from sfwgen.figures.scanning import WordTable, last_match, make_word_table, word_pattern
from sfwgen.figures.zh import units, words

_REACH: Final = 24
"""How far back in its clause a figure's statistic may stand."""
_NEAR: Final = 12
"""How far back in its clause the verb of change, or a qualifier such as 至少, may stand."""
_MANY: Final = 100
"""From here on a spelled number and any unit are a figure (两万步), below it may be another word (二期)."""
_CHANGED: Final = re.compile(rf"(?<![新少多])(?P<verb>{'|'.join(words.CHANGED)})[了至到为]?\Z")
_SHARES: Final = frozenset({"%", "ratio", "‰", "折"})
_LAST: Final = re.compile(r"(?:最近|过去|近)\Z")
"""What makes 5天内 the last five days, which are exact."""
_ENDS: Final = frozenset("，。；：！？、,;:!?\n（）()“”\0")


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
def _pattern(name: str) -> re.Pattern[str]:
    tables = {"statistics": words.STATISTICS, "directions": words.DIRECTIONS, "distant": words.DISTANT}
    return word_pattern(tables[name])


def complete(text: str, core: Core, floor: int, previous: Found | None, *, printed: str) -> Found | None:
    """Return the figure that a number with its unit is in its clause; None if it is none.

    `text` is normalised, `printed` as it was. Nothing before the floor, the end of the figure before it,
    is looked at.
    """
    clause = _clause(text, core.start, floor)
    sign = _sign(text, core.start, floor)
    if sign or core.start < floor:
        core = replace(core, start=max(core.start - len(sign), floor))
    if sign and core.low < 0:
        sign = ""  # 零下6℃到零下4℃ has read it already
    elif sign and core.low < core.high and text.count(core.unit, core.start, core.end) > 1:
        core, sign = replace(core, low=-core.low), ""  # 零下2℃到5℃ goes from below zero to above
    start, before = _qualifier_before(text, core, floor, clause)
    end, after = _qualifier_after(text, core)
    qualifier = stronger(stronger(before, core.qualifier), after)
    if not _is_figure(core, qualifier, text[core.start : core.start + 1], text[core.start - 1 : core.start]):
        return None
    shared = listed_after(previous, core, text[floor:start], words.LISTING)
    direction = _direction(text, max(clause, start - _NEAR), start)
    told_with = previous if clause == floor and direction else shared
    around = Surroundings(
        start,
        end,
        qualifier,
        negative=bool(sign) or text.endswith("负增长", clause, start),
        statistic=_statistic(text, clause, start) or (told_with.statistic if told_with else None),
        direction=direction or (shared.direction if shared else None),
        two_ways=are_two_ways(before, core.qualifier, after),
    )
    return make_figure(printed, core, around)


def _clause(text: str, start: int, floor: int) -> int:
    """Return where the words before a place that belong to its clause begin."""
    first = max(floor, start - _REACH)
    for place in range(start - 1, first - 1, -1):
        if text[place] in _ENDS:
            return place + 1
    return first


def _qualifier_before(text: str, core: Core, floor: int, clause: int) -> tuple[int, Qualifier]:
    word, where = _word_before(text, core.start, floor)
    if word and not _is_last(text, word, core):
        return where, words.BEFORE[word]
    far = None if word else last_match(_pattern("distant"), text, max(clause, core.start - _NEAR), core.start)
    if far and not text.startswith(("的", "时", "一天", "一日"), far.end()):
        return core.start, words.DISTANT[far[0]]
    if not word and core.unit in _SHARES and (of := words.OF_A_WHOLE.search(text, clause, core.start)):
        return core.start, words.BEFORE.get(of["word"], Qualifier.EXACT)
    return core.start, Qualifier.EXACT


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
    if begin == 0 or text[begin - 1] not in words.NOT_BEFORE.get(word, ""):
        return False
    before = text[max(0, begin - 2) : begin]
    return before not in words.WHOLE_WORDS and not before[0].isdigit()


def _is_last(text: str, word: str, core: Core) -> bool:
    """Whether 近 before a length of time means the last ones (近三年来), which leaves the number exact."""
    if word != "近" or core.unit not in units.DURATIONS or core.vague:
        return False
    ahead = text[core.start - 2 : core.start - 1]
    if text.endswith(words.SAVED, 0, core.start - 1):
        return False
    return (
        not ahead
        or ahead in _ENDS
        or ahead in words.HAVING_PAST
        or text.startswith((*words.PERIODS, *words.RECORDS), core.end)
    )


def _qualifier_after(text: str, core: Core) -> tuple[int, Qualifier]:
    place = core.end + 1 if text.startswith(" ", core.end) else core.end
    if word := _after().at(text, place):
        return place + len(word), words.AFTER[word]
    if (
        core.unit in units.DURATIONS
        and text.startswith("内", place)
        and not _LAST.search(text, max(0, core.start - 2), core.start)
    ):
        return place + 1, Qualifier.AT_MOST
    return core.end, Qualifier.EXACT


def _is_figure(core: Core, qualifier: Qualifier, first: str, ahead: str) -> bool:
    """Han numerals are figures with a unit, or from a hundred up; 百, 千 and 万 alone need a qualifier.

    `first` is the first character of the number, `ahead` the one before it.
    """
    if core.needs_qualifier:
        return qualifier is not Qualifier.EXACT
    if core.vague:
        return bool(core.unit) or core.base is not None
    if core.fraction is not None:
        return True
    if not core.spelled:
        return True
    if core.unit in units.NOT_AFTER_HAN:
        parted = ahead == "分" or (first == "两" and core.unit in units.AFTER_TWO)
        return core.low >= _MANY or parted
    if core.low == core.high == 1 and core.unit not in units.AFTER_ONE:
        return qualifier is not Qualifier.EXACT
    return bool(core.unit) or core.low >= 100


def _sign(text: str, start: int, floor: int) -> str:
    if text.endswith("零下", floor, start):
        return "零下"
    minus = text.endswith("负", floor, start) and text[start - 2 : start - 1] not in words.BEARING
    return "负" if minus else ""


def _statistic(text: str, clause: int, start: int) -> str | None:
    """Return the statistic that a clause says; one only compared with is none (高于全省平均增速3%)."""
    match = last_match(_pattern("statistics"), text, clause, start)
    if match is None or words.COMPARED.search(text, clause, match.start()):
        return None
    return words.STATISTICS[match[0]] or None


def _direction(text: str, first: int, start: int) -> str | None:
    if changed := _CHANGED.search(text, first, start):
        return words.CHANGED[changed["verb"]]
    match = last_match(_pattern("directions"), text, first, start)
    return (words.DIRECTIONS[match[0]] or None) if match else None
