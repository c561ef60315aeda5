"""The words around an English number: what qualifies it, its statistic, in which direction it went."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from sfwgen.figures.core import Core, Surroundings, are_two_ways, listed_after, make_figure, stronger
from sfwgen.figures.en import units, words
from sfwgen.figures.en.core import noun_at
from sfwgen.figures.found import Found
from sfwgen.figures.quantity import Qualifier
from sfwgen.figures.scanning import alternatives, last_match

_REACH: Final = 90
"""How far back in its clause a figure's statistic and the word of change may stand."""
_QUALIFIER_REACH: Final = 40
_LONGEST_WORD: Final = 20
_LONGEST_UNIT: Final = 200
_BESIDE_AVERAGE: Final = re.compile(r"(?<![a-z])(?:averag|mean)(?:[^.;!?]|\.\d)*,? (?:with|and) $")
_DONE: Final = re.compile(
    r"(?:[a-z]{2}ed|spread|built|rebuilt|stretche?s?|sown|grown|laid|extends?|works?) $"
)
"""Words after which 'over 5 hectares' says where."""
_PAST: Final = re.compile(r" (?:ago|before|earlier|previously)(?![a-z])")
_MOVED: Final = re.compile(r"(?:grew|grow[ns]?|growing|rais\w+|lift\w+|climb\w*)")
"""Verbs that take what they make, build or carry as well: grew 152,000 tonnes, raised 3 million yuan."""
_DERIVED: Final = ("%", "ratio", "times")
"""Units that may stand for other words, and then do not stand in the text."""
_ENDS: Final = re.compile(r"[,;:!?()\"“”]|\.(?!\d)|\n\n")
_BETWEEN: Final = re.compile(r"(?<![a-z])between $")
_LISTING: Final = frozenset({", ", " and ", ", and ", " or "})
_TO_LEVEL: Final = re.compile(r"(?: (?:last|the|a|in|before|previously|earlier)[a-z\d ]{0,30})? to ")
"""What stands between the level left and the level reached: from 126 last year to 58."""
_COMPARED: Final = re.compile(
    r" (?:smaller|larger|bigger|less|more|fewer|higher|lower|faster|slower|better|worse|sooner|earlier|later"
    r"|above|below|ahead)(?![a-z])"
)
"""Words right after a figure that compare and tell of no change: 3 days sooner."""
_BY: Final = re.compile(r",? (?:and|but|while)?[a-z ,'’-]{0,60} by $")
_ON_AVERAGE: Final = re.compile(r"[^,.;:!?()\d]{0,40}? (?:on average|per capita)(?![a-z])")
_BEFORE_LEAD: Final = re.compile(
    r"(?:^|[.,;:!?\n] *)(?P<statistic>on average|at (?:its |the |their )?peak), [^,.;]*$"
)
_PHRASAL: Final = (
    r"ma[dk]\w+|set\w*|put\w*|sign\w*|tak\w+|took|pick\w*|back\w*|open\w*|end\w*|buil\w+|speed\w*|"
    r"step\w+|clean\w*|"
    r"follow\w*|catch|caught|line\w*|scal\w+|team\w*|turn\w*|show\w*|shut\w*|pull\w*|tore|torn|"
    r"knock\w*|br\w+|"
    r"track\w*|clos\w+|lock\w*|d[iu]g\w*|held|hold\w*|sum\w*|top\w*|wrap\w*|wr[io]te|written|split\w*|giv\w+|gave"
)
_NO_CHANGE: Final = re.compile(rf"(?<![a-z])(?:{_PHRASAL}) (?:up|down) $")
"""Verbs with which up and down tell of no change (set up 5 teams)."""


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])({alternatives(words.BEFORE)}) (?:an? )?$")


@cache
def _after() -> re.Pattern[str]:
    numbers = alternatives((*words.NUMBERS, *words.ORDERS, "hundred", "thousand", "million", "dozen", "half"))
    return re.compile(
        rf" ({alternatives(words.AFTER)})(?![a-z]| than )(?! [$¥€]?\d| (?:an? )?(?:{numbers})(?![a-z]))"
    )


@cache
def _statistics() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])({alternatives(words.STATISTICS)})(?![a-z])")


@cache
def _directions() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])({alternatives(words.DIRECTIONS)})(?![a-z])")


@cache
def _direction_after() -> re.Pattern[str]:
    nouns = "rise|increase|growth|gain|jump|fall|drop|decline|decrease|reduction|cut"
    return re.compile(rf" (?:point )?({nouns})(?![a-z])")


def complete(text: str, core: Core, floor: int, previous: Found | None, *, printed: str) -> Found | None:
    """Return the figure that a number with its unit is in its clause; None if it is none.

    `text` is in lower case, `printed` as it was. Nothing before the floor, the end of the figure before
    it, is looked at.
    """
    clause = _clause(text, core.start, floor)
    core = core if core.start >= floor else replace(core, start=floor)
    start, before = _qualifier_before(text, core, clause, floor)
    end, after = _qualifier_after(text, core)
    core = core if core.unit or after is Qualifier.EXACT else replace(core, unit=noun_at(text, end))
    qualifier = stronger(after, stronger(before, core.qualifier))
    if not _is_figure(core, qualifier):
        return None
    compared = _COMPARED.match(text, core.end)
    shared = None if compared else listed_after(previous, core, text[floor:start], _LISTING)
    told_with = shared or _level_left(text, text[floor:start], previous)
    around = Surroundings(
        start,
        end,
        qualifier,
        statistic=_statistic(text, clause, start, end) or (told_with.statistic if told_with else None),
        direction=_direction(text, clause, start, core, previous) or (shared.direction if shared else None),
        two_ways=are_two_ways(before, core.qualifier, after),
    )
    return make_figure(printed, _as_printed(core, text, printed), around)


def _as_printed(core: Core, text: str, printed: str) -> Core:
    """Return a core whose unit has its capitals."""
    place = text.find(core.unit, core.start, core.end + _LONGEST_UNIT)
    unit = printed[place : place + len(core.unit)]
    return core if place < 0 or core.unit in (unit, *_DERIVED) else replace(core, unit=unit)


def _clause(text: str, start: int, floor: int) -> int:
    first = max(floor, start - _REACH)
    last = last_match(_ENDS, text, first, start)
    return last.end() if last else first


def _qualifier_before(text: str, core: Core, clause: int, floor: int) -> tuple[int, Qualifier]:
    if core.low < core.high and (between := _BETWEEN.search(text[clause : core.start])):
        return clause + between.start(), Qualifier.EXACT
    first = max(clause, core.start - _QUALIFIER_REACH)
    match = _before().search(text[first : core.start])
    if match is None or _is_another_sense(text, match[1], first + match.start(), core, floor):
        return core.start, Qualifier.EXACT
    return first + match.start(), words.BEFORE[match[1]]


def _is_another_sense(text: str, word: str, begin: int, core: Core, floor: int) -> bool:
    """Whether the word says when or where and not how much: over 5 years, within 3 villages."""
    unit = core.unit.split(" a ")[0]
    if word.endswith("imum of") and _BESIDE_AVERAGE.search(text[max(0, begin - _REACH) : begin]):
        return True  # an average of 46 mm, with a maximum of 128 mm: the highest there was, no limit
    if word.endswith("than") and floor and not text[floor:begin].strip() and _PAST.match(text, core.end):
        return True  # 21 more than five years ago: the time is not what is exceeded
    if word == "within":
        return unit not in units.REACHES
    if word == "over" and (unit in units.AREAS or unit in units.LENGTHS):
        return _DONE.search(text, max(0, begin - _LONGEST_WORD), begin) is not None
    if word == "over" and unit in units.DURATIONS:
        ahead = text[max(0, begin - _LONGEST_WORD) : begin].split()
        return not ahead or ahead[-1] not in words.LASTING
    return False


def _qualifier_after(text: str, core: Core) -> tuple[int, Qualifier]:
    match = _after().match(text, core.end)
    return (match.end(), words.AFTER[match[1]]) if match else (core.end, Qualifier.EXACT)


def _is_figure(core: Core, qualifier: Qualifier) -> bool:
    if core.vague:
        return bool(core.unit) or core.base is not None
    if core.spelled and core.fraction is None and core.low == core.high == 1:
        return qualifier is not Qualifier.EXACT or core.unit.split(" ")[0] in units.MEASURES
    return True


def _statistic(text: str, clause: int, start: int, end: int) -> str | None:
    if match := last_match(_statistics(), text, clause, start):
        return words.STATISTICS[match[1]]
    if lead := _BEFORE_LEAD.search(text[max(0, start - _REACH) : start]):
        return "average" if lead["statistic"] == "on average" else "peak"
    return "average" if _ON_AVERAGE.match(text, end) else None


def _direction(text: str, clause: int, start: int, core: Core, previous: Found | None) -> str | None:
    if _COMPARED.match(text, core.end) or text.startswith("within ", start):
        return None
    if after := _direction_after().match(text, core.end):
        return words.DIRECTIONS[after[1]]
    head = text[clause:start]
    if match := last_match(_directions(), text, clause, start):
        between = text[match.end() : start]
        return words.DIRECTIONS[match[1]] if _is_its_change(head, match[1], between, core) else None
    if previous and ((head == " to " and previous.direction) or _BY.fullmatch(text, previous.end, start)):
        return previous.direction
    if left := _level_left(text, head, previous):
        change = last_match(_directions(), text, max(0, left.start - _REACH), left.start)
        return words.DIRECTIONS[change[1]] if change else None
    return None


def _level_left(text: str, between: str, previous: Found | None) -> Found | None:
    """Return the figure before one if the two are told as a change: from 30 minutes to 8 minutes."""
    changed = (
        previous is not None
        and text.endswith("from ", 0, previous.start)
        and _TO_LEVEL.fullmatch(between) is not None
    )
    return previous if changed else None


def _is_its_change(head: str, word: str, between: str, core: Core) -> bool:
    """Whether a word of change tells of the number: rose by, cut the time to; not reduced costs for."""
    if word in {"up", "down"}:
        return between in {" ", " by ", " to "} and not _NO_CHANGE.search(head)
    if between == " " and _MOVED.fullmatch(word):
        return core.unit in {"%", "times", "percentage points", "percentage point", "points"}
    if between in {" ", " by ", " to ", " of "} or between.endswith(" by "):
        return True
    measured = not core.unit or core.unit.split(" per ")[0].split(" a ")[0] in {*units.MEASURES, "times"}
    return measured and between.endswith((" to ", " of ", " at "))
