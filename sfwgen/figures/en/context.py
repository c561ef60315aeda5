"""The words around an English number: what qualifies it, its statistic, in which direction it went."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from sfwgen.figures.en import units, words
from sfwgen.figures.en.core import Core
from sfwgen.figures.found import Found
from sfwgen.figures.quantity import Qualifier, Quantity
from sfwgen.figures.scanning import last_match

_REACH: Final = 90
"""How far back in its clause a figure's statistic and the word of change may stand."""
_ENDS: Final = re.compile(r"[,;:!?()\"“”]|\.(?!\d)|\n\n")

_UP_TO: Final = re.compile(
    r"(?<![a-z])(?:made|make|makes|making|set|put|sign|signed|taken|took|pick|picked|back|opened|end|"
    r"ended|built|speed) $"
)


def _spaced(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])({_spaced(words.BEFORE)}) (?:an? )?$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf" ({_spaced(words.AFTER)})(?![a-z])")


@cache
def _statistics() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])({_spaced(words.STATISTICS)})(?![a-z])")


@cache
def _directions() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![a-z])({_spaced(words.DIRECTIONS)})(?![a-z])(?! to \d)|(?<![a-z])(?:up to|sum)(?![a-z])"
    )


def complete(text: str, core: Core, floor: int, previous: Found | None) -> Found | None:
    """Return the figure that a number with its unit is in its clause; None if it is none."""
    clause = _clause(text, core.start, floor)
    start, end, qualifier = core.start, core.end, Qualifier.EXACT
    between = re.search(r"(?<![a-z])between $", text[clause:start])
    head = text[max(clause, start - 40) : start]
    if between:
        start = clause + between.start()
    elif match := _before().search(head):
        qualifier, start = words.BEFORE[match[1]], start - len(head) + match.start()
    if core.plus:
        qualifier = Qualifier.AT_LEAST
    if after := _after().match(text, end):
        end, qualifier = after.end(), words.AFTER[after[1]]
    if not _is_figure(core):
        return None
    quantity = _quantity(core, qualifier)
    if (sign := re.search(r"(?:minus |(?<![\w])[-−])$", text[clause:start])) and quantity.value is not None:
        quantity, start = replace(quantity, value=-quantity.value), clause + sign.start()
    return Found(
        text[start:end],
        start,
        end,
        quantity,
        core.unit,
        _statistic(text, clause, start, end),
        core.direction or _direction(text, clause, start, previous),
    )


def _clause(text: str, start: int, floor: int) -> int:
    first = max(floor, start - _REACH)
    last = last_match(_ENDS, text, first, start)
    return last.end() if last else first


def _is_figure(core: Core) -> bool:
    if core.vague:
        return bool(core.unit) or core.base is not None
    if core.spelled and core.low == core.high == 1:
        return core.unit.split(" ")[0] in units.MEASURES
    return True


def _quantity(core: Core, qualifier: Qualifier) -> Quantity:
    if core.vague:
        return Quantity(Qualifier.INDEFINITE, base=core.base)
    if core.low != core.high and isinstance(core.low, Decimal) and isinstance(core.high, Decimal):
        return Quantity(Qualifier.RANGE, low=core.low, high=core.high, step=core.step)
    if core.low == 0 and qualifier is Qualifier.EXACT:
        return Quantity(Qualifier.NONE, Decimal(0))
    return Quantity(qualifier, core.low, step=core.step)


def _statistic(text: str, clause: int, start: int, end: int) -> str | None:
    match = last_match(_statistics(), text, clause, start)
    if match is None and (
        lead := re.search(
            r"(?:on average|at (?:its |the |their )?peak),[^,.;]*$", text[max(0, start - _REACH) : start]
        )
    ):
        return words.STATISTICS.get(lead[0].partition(",")[0])
    if match is None and text.startswith(" on average", end):
        return "average"
    return words.STATISTICS.get(match[1]) if match else None


def _direction(text: str, clause: int, start: int, previous: Found | None) -> str | None:
    head = text[clause:start]
    if head.endswith("from "):
        return None
    match = last_match(_directions(), text, clause, start)
    if match is not None and match[1] == "up" and _UP_TO.search(text[clause : match.start()]):
        return None
    if match is not None:
        return words.DIRECTIONS.get(match[1])
    if previous is not None and head.endswith("by ") and previous.end >= clause - 1:
        return previous.direction
    if previous is not None and head in {" to ", " to about ", " to more than "}:
        change = last_match(_directions(), text, max(0, previous.start - 50), previous.start)
        return words.DIRECTIONS.get(change[1]) if change and change[1] else None
    return None
