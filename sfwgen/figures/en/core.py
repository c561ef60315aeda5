"""An English number with its unit or the noun counted, before the words around it are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from sfwgen.figures.en import units, words
from sfwgen.figures.en.numerals import Numeral, read_numeral

_MOST_MODIFIERS: Final = 4
_WORD: Final = re.compile(r"[ ]([a-z][a-z'’-]*+)")
_OF: Final = re.compile(r" (?:out )?of (?:the |its |their |these |those |all |our )?(?=[\da-z])")
_RATIO: Final = re.compile(r" (?:in|out of) (?:every )?(?=[\da-z])")
_RANGE: Final = re.compile(r"(?: to | or |[-–—]| – | — )(?=[\da-z])")
_BETWEEN: Final = re.compile(r" and (?=[\da-z])")
_CHANGE: Final = re.compile(
    r"(?<![a-z])(?:ris|rose|increas|gr[eo]w|f[ae]ll|drop|declin|decreas|rais|cut|reduc|lower|up|down|"
    r"climb|shorten|slow|went|gone|jump|widen|improv|shr[aiu]nk|extend|expand|chang|mov|sank|eas|lift|narrow|bring|brought)"
)
_ORDER: Final = re.compile(
    r"(?:(?P<first>tens|hundreds|dozens) of )?"
    r"(?P<order>tens|dozens|scores|hundreds|thousands|millions|billions)(?![a-z])"
)
_SEVERAL: Final = re.compile(
    r"(?:several|a few)"
    r"(?: (?P<power>hundred|thousand|million|billion|dozen)(?: (?P<second>thousand|million))?)?(?![a-z])"
)
_MULTIPLE: Final = re.compile("(?:" + "|".join(words.MULTIPLES) + ")(?![a-z])")


@dataclass(frozen=True, slots=True)
class Core:
    """What the number and its unit alone say."""

    start: int
    end: int
    unit: str = ""
    low: Decimal | Fraction = Decimal(0)
    high: Decimal | Fraction = Decimal(0)
    step: Decimal = Decimal(1)
    vague: bool = False
    base: Decimal | None = None
    direction: str | None = None
    spelled: bool = False
    plus: bool = False
    """Whether a plus sign follows the number (300+)."""


@cache
def _unit_pattern() -> re.Pattern[str]:
    known = "|".join(re.escape(unit) for unit in sorted(units.MEASURES, key=len, reverse=True))
    return re.compile(rf"[ -]?(?P<unit>{known})(?![a-z])")


@cache
def _per_pattern() -> re.Pattern[str]:
    fixed = "|".join(sorted(units.PER, key=len, reverse=True))
    known = "|".join(
        re.escape(unit) for unit in sorted(units.MEASURES, key=len, reverse=True) if unit.isascii()
    )
    return re.compile(rf" (?:{fixed})(?![a-z])| per (?:(?:{known})(?![a-z])|[a-z-]+)|/(?:{known})(?![a-z])")


def read_core(text: str, start: int) -> Core | None:
    """Return the number with its unit that begins at a place of a text in lower case."""
    if (multiple := _MULTIPLE.match(text, start)) is not None:
        times, direction = words.MULTIPLES[multiple[0]]
        return Core(
            start, multiple.end(), "times", Decimal(times), Decimal(times), direction=direction, spelled=True
        )
    if (vague := _vague(text, start)) is not None:
        return vague
    numeral = read_numeral(text, start)
    if numeral is None:
        return None
    if (ratio := _ratio(text, start, numeral)) is not None:
        return ratio
    if isinstance(numeral.value, Fraction):
        return _fraction(text, start, numeral)
    return _ranged(text, start, numeral)


def _vague(text: str, start: int) -> Core | None:
    if several := _SEVERAL.match(text, start):
        base = _order_of(several["power"], several["second"])
        core = Core(start, several.end(), vague=True, base=base, spelled=True)
    elif order := _ORDER.match(text, start):
        value = words.ORDERS[order["order"]] * (words.ORDERS[order["first"]] if order["first"] else 1)
        core = Core(start, order.end(), vague=True, base=Decimal(value), spelled=True)
        if text.startswith(" of ", core.end):
            core = replace(core, end=core.end + 3)
    else:
        return None
    unit, end = _unit(text, core.end, plural=True)
    return replace(core, unit=unit, end=end)


def _order_of(power: str | None, second: str | None) -> Decimal | None:
    if power is None:
        return None
    first = Decimal(12) if power == "dozen" else Decimal(10 ** words.POWERS[power])
    return first * 10 ** words.POWERS[second] if second else first


def _ratio(text: str, start: int, numeral: Numeral) -> Core | None:
    """One in five, nine out of ten: one ratio; 35 out of 40 are two counts."""
    match = _RATIO.match(text, numeral.end)
    if match is None or not isinstance(numeral.value, Decimal):
        return None
    whole = read_numeral(text, match.end())
    if whole is None or not isinstance(whole.value, Decimal) or not 0 < numeral.value < whole.value:
        return None
    small = whole.value <= 10 or whole.value in {20, 100, 1000}
    if not small or (not numeral.spelled and numeral.value != 1 and whole.value > 10):
        return None
    value = Fraction(int(numeral.value), int(whole.value))
    return Core(start, whole.end, "ratio", value, value, spelled=numeral.spelled)


def _fraction(text: str, start: int, numeral: Numeral) -> Core | None:
    """Half a year is 0.5; a third of something is a ratio."""
    if numeral.value == Fraction(1, 2) and (noun := re.compile(r"(?: an? |-)").match(text, numeral.end)):
        unit, end = _measure(text, noun.end() - 1)
        if unit:
            half = Decimal("0.5")
            return Core(start, end, unit, half, half, Decimal("0.1"), spelled=True)
    if numeral.article and not re.compile(
        r" of |[,.;:!?)]| (?:less|more|smaller|higher|lower|cheaper)|$"
    ).match(text, numeral.end):
        return None
    return Core(start, numeral.end, "ratio", numeral.value, numeral.value, spelled=numeral.spelled)


def _ranged(text: str, start: int, numeral: Numeral) -> Core:
    """Read the upper end of a range; it lends its power and its unit to a lower end without."""
    unit, end = _measure(text, numeral.end)
    join = (_BETWEEN if text.endswith("between ", 0, start) else _RANGE).match(text, end)
    upper = read_numeral(text, join.end()) if join else None
    low, high = numeral.value, upper.value if upper else None
    if join is None or upper is None or not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return _plain(text, start, numeral)
    if upper.power and not numeral.power and not unit and low < upper.mantissa:
        low = low.scaleb(upper.power)
    top_unit, top_end = _unit(text, upper.end, plural=True)
    neighbours = join[0] != " or " or high == low + 1
    if (
        not low < high
        or not neighbours
        or _is_change(text, start)
        or (unit and unit != top_unit and unit.rstrip("s") != top_unit.rstrip("s"))
    ):
        return _plain(text, start, numeral)
    return Core(start, top_end, top_unit, low, high, min(numeral.step, upper.step), spelled=numeral.spelled)


def _is_change(text: str, start: int) -> bool:
    """Whether "from … to" tells a change, of which both ends are figures of their own."""
    head = text[max(0, start - 60) : start]
    return head.endswith("from ") and _CHANGE.search(head) is not None


def _plain(text: str, start: int, numeral: Numeral) -> Core:
    value, end = numeral.value, numeral.end
    plus = text.startswith("+", end)
    end += plus
    unit, beyond = _unit(text, end, plural=value != 1)
    return Core(start, beyond, unit, value, value, numeral.step, spelled=numeral.spelled, plus=plus)


def _measure(text: str, end: int) -> tuple[str, int]:
    """Return a unit of measure right after a number, and where it ends."""
    match = _unit_pattern().match(text, end)
    if match is None:
        return "", end
    unit = match["unit"]
    return {"per cent": "%", "percent": "%", "fold": "times"}.get(unit, unit), match.end()


def _unit(text: str, end: int, *, plural: bool) -> tuple[str, int]:
    """Return the unit of measure or the noun counted, with what it is per, and where the figure ends."""
    unit, beyond = _measure(text, end)
    if not unit:
        unit, beyond = _noun(text, end, plural=plural)
    if unit and beyond > end and unit != "%" and (per := _per_pattern().match(text, beyond)):
        return unit + per[0], per.end()
    return unit, beyond


def _noun(text: str, end: int, *, plural: bool) -> tuple[str, int]:
    """Return the noun counted; the figure reaches to it only if no other word stands between."""
    if text.startswith("-", end) and (compound := re.compile(r"-([a-z]{2,})").match(text, end)):
        return compound[1], compound.end()
    if of := _OF.match(text, end):
        numeral = read_numeral(text, of.end())
        place = numeral.end if numeral else of.end() - 1
        return _noun(text, place, plural=True)[0], end
    place = end
    last = ""
    for count in range(_MOST_MODIFIERS + 1):
        match = _WORD.match(text, place)
        if match is None or match[1] in units.STOPS:
            break
        word = match[1]
        if _is_plural(word) and plural:
            return word, match.end() if count == 0 else end
        last, place = word, match.end()
    if not plural and last:
        first = _WORD.match(text, end)
        return last, place if first and first.end() == place else end
    return "", end


def _is_plural(word: str) -> bool:
    if word in units.IRREGULAR:
        return True
    if word in units.NOT_PLURAL or not word.endswith("s"):
        return False
    return not word.endswith(("ss", "us", "is", "'s", "’s", "ous")) and len(word) > 3
