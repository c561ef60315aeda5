"""An English number with its unit or the noun counted, before the words around it are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from sfwgen.figures.core import HALF, ONE, QUARTER, TENTH, Core, make_core, make_fraction
from sfwgen.figures.en import units, words
from sfwgen.figures.en.numerals import Numeral, read_numeral
from sfwgen.figures.quantity import Qualifier
from sfwgen.figures.scanning import alternatives

_MOST_MODIFIERS: Final = 4
_WORD: Final = re.compile(r" ([a-z][a-z'’-]*+|\d[\d,.]*-[a-z]+|\d[gd](?= ))")
_FURTHER: Final = frozenset({"more", "old", "long", "wide", "high", "deep", "tall"})
"""Words that end a figure, but not between a number and what is counted: 40 more beds, two old shops."""
_COMPOUND: Final = re.compile(r"-([a-z]{2,})")
_OF: Final = re.compile(r" (?:out )?of (?:the |its |their |these |those |all |our )?(?=[\da-z])")
_OF_A: Final = re.compile(r" of an? ")
_OUT_OF: Final = re.compile(r" (?:in|out of) (?:every )?(?=[\da-z])")
_TO: Final = re.compile(r"(?: to | or |[-–—]| – | — )(?=-?\d|[a-z$¥￥€£])")
_UPPER_SIGN: Final = re.compile(r"-|minus ")
_UPPER_MONEY: Final = re.compile(r"[$¥￥€£]|(?:rmb|cny|usd|eur) ?(?=\d)")
_AND: Final = re.compile(r" and (?=[\da-z$¥￥€£])")
_SIGN: Final = re.compile(r"(?:(?<![a-z])minus |(?<![\w)])-)\Z")
_LONGEST_SIGN: Final = len("minus ") + 1
_CURRENCY: Final = re.compile(r"(?:(?:us ?|hk)?\$|[¥￥€£]|(?<![a-z])(?:rmb|cny|usd|eur)) ?$")
_MOST_CURRENCY: Final = 6
_HALF_A: Final = re.compile(r" an? |-| (?=hour|minute|mile|kilomet)")
_A_SHARE: Final = re.compile(
    r" of |[,.;:!?)]| (?:less|more|smaller|higher|lower|cheaper"
    r"|are|were|is|was|have|had|has|will|would|do|did|"
    r"said|say|live|lived|work|worked|came|come|went|go|remain|remained|to|by|since|than|in|on|and)(?![a-z])|$"
)
_HOW_OFTEN: Final = re.compile(
    r"(?<![a-z])(?:once|twice|times?|yuan|visits?|every|each|per|for|in|within|after) $"
)
"""Words before a quarter that make it three months."""
_SHARE_OF: Final = tuple(
    f"{word} " for word in ("by", "than", "about", "nearly", "almost", "over", "around", "under")
)
"""Words before a third or a quarter that make it a figure, whatever follows."""
_CHANGE: Final = re.compile(
    rf"(?<![a-z])(?:{alternatives(words.DIRECTIONS)}|chang|mov|went|brought|bring|doubl|tripl|trebl|quadrupl|instead)"
)
_RATE: Final = re.compile(r" (?:an?|per|each|every) |/")
_FARTHEST: Final = 5
"""How many times as much one level may be as the other for both to be told in the same power of ten."""
_CHANGE_HERE: Final = re.compile(rf"(?<![a-z])(?:{alternatives(words.DIRECTIONS)}) $")
_BEFORE_CHANGE: Final = 60
_ORDER: Final = re.compile(
    r"(?:(?P<first>tens|hundreds|dozens) of )?"
    r"(?P<order>tens|dozens|scores|hundreds|thousands|millions|billions)(?![a-z])"
)
_SEVERAL: Final = re.compile(
    r"(?:several|a few)"
    r"(?: (?P<power>hundred|thousand|million|billion|dozen)(?: (?P<second>thousand|million))?)?(?![a-z])"
)
_MULTIPLE: Final = re.compile(f"(?:{alternatives(words.MULTIPLES)})(?![a-z])")
_SUFFIXES: Final = {
    "+": Qualifier.AT_LEAST,
    "-plus": Qualifier.AT_LEAST,
    "-odd": Qualifier.MORE_THAN,
    " odd": Qualifier.MORE_THAN,
}
_SUFFIX: Final = re.compile(rf"(?:{alternatives(_SUFFIXES)})(?![a-z])")
_ONE_AND_HALF: Final = re.compile(rf"an? (?P<unit>{units.SOMETIMES_HALF}) and a half(?![a-z])")
_LISTED: Final = re.compile(
    r"(?<![a-z])of (?:the |its |these |those |all )?"
    rf"(?:\d[\d,]*|{alternatives(words.NUMBERS)}) [a-z -]{{1,40}}, $"
)
_BEFORE_LIST: Final = 70


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit and where the figure ends with it."""

    name: str
    end: int


@cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:from|by) (?:(?:{alternatives(words.BEFORE)}) )?$")


@cache
def _measures() -> re.Pattern[str]:
    return re.compile(rf"[ -]?(?P<unit>{alternatives(units.MEASURES)})(?![a-z])")


@cache
def _rates() -> re.Pattern[str]:
    known = alternatives((*(unit for unit in units.MEASURES if unit.isascii()), "h", "s", "min"))
    per = alternatives((*units.PER, "cubic metre", "square metre", "square kilometre", "working day"))
    return re.compile(
        rf" (?:an?|each|every) (?:{per})(?![a-z])"
        rf"| per (?!cent|capita)(?:(?:{known})(?![a-z])|[a-z-]+)|/(?:{known})(?![a-z])"
    )


def read_core(text: str, start: int) -> Core | None:
    """Return the number with its unit that begins at a place of a text in lower case."""
    if half := _ONE_AND_HALF.match(text, start):
        return make_core(start, half.end(), half["unit"], ONE + HALF, step=TENTH)
    if multiple := _MULTIPLE.match(text, start):
        times, direction = words.MULTIPLES[multiple[0]]
        return replace(make_core(start, multiple.end(), "times", Decimal(times)), direction=direction)
    if vague := _vague(text, start):
        return vague
    numeral = read_numeral(text, start)
    if numeral is None:
        return None
    if isinstance(numeral.value, Fraction):
        return _fraction(text, start, numeral, numeral.value)
    return _ratio(text, start, numeral) or _numbered(text, start, numeral, numeral.value)


def _vague(text: str, start: int) -> Core | None:
    if several := _SEVERAL.match(text, start):
        core = Core(start, several.end(), base=_order_of(several["power"], several["second"]))
    elif order := _ORDER.match(text, start):
        value = words.ORDERS[order["order"]] * (words.ORDERS[order["first"]] if order["first"] else 1)
        end = order.end() + 3 if text.startswith(" of ", order.end()) else order.end()
        core = Core(start, end, base=Decimal(value))
    else:
        return None
    unit = _unit(text, core.end, plural=True)
    return replace(core, unit=unit.name, end=unit.end, vague=True, spelled=True)


def _order_of(power: str | None, second: str | None) -> Decimal | None:
    if power is None:
        return None
    first = Decimal(12) if power == "dozen" else Decimal(10 ** words.POWERS[power])
    return first * 10 ** words.POWERS[second] if second else first


def _ratio(text: str, start: int, numeral: Numeral) -> Core | None:
    """Return one in five or nine out of ten as one ratio; 35 out of 40 are two counts."""
    match = _OUT_OF.match(text, numeral.end)
    whole = read_numeral(text, match.end()) if match else None
    if whole is None or not isinstance(whole.value, Decimal) or not isinstance(numeral.value, Decimal):
        return None
    spoken = numeral.spelled or numeral.value == 1
    wholes = {2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000} if spoken else {10, 100, 1000}
    if not 0 < numeral.value < whole.value or whole.value not in wholes or numeral.value % 1:
        return None
    ratio = make_fraction(start, whole.end, int(numeral.value), int(whole.value))
    return replace(ratio, spelled=numeral.spelled)


def _fraction(text: str, start: int, numeral: Numeral, value: Fraction) -> Core | None:
    """Return a third of something as a ratio, half a year as 0.5."""
    if value == HALF and (joint := _HALF_A.match(text, numeral.end)):
        unit = _measure(text, joint.end() - 1)
        if unit.name:
            return make_core(start, unit.end, unit.name, HALF, step=TENTH)
        if joint[0] == "-":
            return None
    a_while = numeral.article and value == QUARTER and not text.startswith(" of ", numeral.end)
    if a_while and _HOW_OFTEN.search(text, max(0, start - _MOST_CURRENCY * 2), start):
        return None
    led = text.endswith(_SHARE_OF, 0, start)
    if numeral.article and not led and not _A_SHARE.match(text, numeral.end):
        return None
    numerator, denominator = numeral.parts or (value.numerator, value.denominator)
    return replace(make_fraction(start, numeral.end, numerator, denominator), spelled=numeral.spelled)


def _numbered(text: str, start: int, numeral: Numeral, value: Decimal) -> Core:
    """Return a range where one goes on from a number, else the number; a minus sign before it counts."""
    sign = _SIGN.search(text, max(0, start - _LONGEST_SIGN), start)
    low = -value if sign else value
    core = _range(text, start, numeral, low)
    if core is None and (power := _power_lent(text, start, numeral)):
        core = _plain(text, start, replace(numeral, step=numeral.step.scaleb(power)), _scaled_up(low, power))
    core = core or _plain(text, start, numeral, low)
    return replace(core, start=sign.start()) if sign else core


def _scaled_up(number: Decimal, power: int) -> Decimal:
    scaled = number.scaleb(power)
    return scaled.to_integral_value() if scaled == scaled.to_integral_value() else scaled


def _power_lent(text: str, start: int, numeral: Numeral) -> int:
    """Return the power of ten that the level reached lends to the one left: from 2.4 to 3.1 million."""
    join = _TO.match(text, numeral.end)
    if (
        numeral.power
        or join is None
        or join[0] != " to "
        or not _from().search(text[max(0, start - _BEFORE_CHANGE) : start])
    ):
        return 0
    upper = read_numeral(text, join.end())
    if upper is None or upper.power <= len("00") or not isinstance(numeral.value, Decimal):
        return 0
    near = upper.mantissa / _FARTHEST <= numeral.value <= upper.mantissa * _FARTHEST
    return upper.power if near or numeral.value % 1 else 0


def _range(text: str, start: int, numeral: Numeral, low: Decimal) -> Core | None:
    """Read the upper end of a range; it lends its power and its unit to a lower end without."""
    unit = _measure(text, numeral.end)
    join = (_AND if text.endswith("between ", 0, start) else _TO).match(text, unit.end)
    if join is None:
        return None
    sign = _UPPER_SIGN.match(text, join.end())
    opening = sign or _UPPER_MONEY.match(text, join.end())
    upper = read_numeral(text, opening.end() if opening else join.end())
    if upper is None or not isinstance(upper.value, Decimal):
        return None
    high = -upper.value if sign else upper.value
    neighbours = join[0] != " or " or high == low + 1
    if upper.power and not numeral.power and not unit.name and low < upper.mantissa:
        neighbours = neighbours or upper.mantissa == low + 1
        low = _scaled_up(low, upper.power)
    top = _unit(text, upper.end, plural=True)
    alike = not unit.name or unit.name.rstrip("s") == _RATE.split(top.name, maxsplit=1)[0].rstrip("s")
    if (
        not low < high
        or not neighbours
        or not alike
        or _is_change(text, start, unit.name, near=high <= 3 * low)
    ):
        return None
    core = Core(start, top.end, top.name, low, high, min(numeral.step, upper.step), spelled=numeral.spelled)
    return _of_money(text, core, upper.end)


def _is_change(text: str, start: int, unit: str, *, near: bool) -> bool:
    """Whether "rose from … to" or "rose 12 yuan to …" tells a change, both ends of which are figures.

    By 80 to 120 is a range, by 3 to 28 more likely what was added and what came of it.
    """
    head = text[max(0, start - _BEFORE_CHANGE) : start]
    if (led := _from().search(head)) and not (led[0].startswith("by") and near):
        return _CHANGE.search(head) is not None
    return unit not in {"", "%"} and _CHANGE_HERE.search(head) is not None


def _plain(text: str, start: int, numeral: Numeral, value: Decimal) -> Core:
    end, qualifier = numeral.end, Qualifier.EXACT
    if suffix := _SUFFIX.match(text, end):
        end, qualifier = suffix.end(), _SUFFIXES[suffix[0]]
    unit = _unit(text, end, plural=value != 1)
    listed = _LISTED.search(text[max(0, start - _BEFORE_LIST) : start])
    if listed and unit.name not in units.MEASURES:
        unit = _Unit("", end)
    core = Core(
        start, unit.end, unit.name, value, value, numeral.step, qualifier=qualifier, spelled=numeral.spelled
    )
    return _of_money(text, core, end)


def _of_money(text: str, core: Core, end: int) -> Core:
    """Return what has the sign of a currency before it as an amount of that."""
    head = text[max(0, core.start - _MOST_CURRENCY) : core.start]
    sign = _CURRENCY.search(head)
    if sign is None or core.unit == "%":
        return core
    return replace(core, start=core.start - len(sign[0]), end=end, unit=sign[0].strip())


def _measure(text: str, end: int) -> _Unit:
    """Return a unit of measure right after a number, and where it ends."""
    match = _measures().match(text, end)
    # After a number above one the second of something is counted: five second prizes.
    if match is None or (match[0] == " second" and noun_at(text, match.end())):
        return _Unit("", end)
    return _Unit(units.MEANINGS.get(match["unit"], match["unit"]), match.end())


def _unit(text: str, end: int, *, plural: bool) -> _Unit:
    """Return the unit of measure or the noun counted, with what it is per, and where the figure ends."""
    unit = _measure(text, end)
    if not unit.name and (part := _OF_A.match(text, end)):
        unit = _measure(text, part.end() - 1)
    if not unit.name:
        unit = _noun(text, end, plural=plural)
    rate = _rates().match(text, unit.end) if unit.end > end and unit.name != "%" else None
    return _Unit(unit.name + rate[0], rate.end()) if rate else unit


def _noun(text: str, end: int, *, plural: bool) -> _Unit:
    """Return the noun counted; the figure reaches to it only if no other word stands between."""
    if compound := _COMPOUND.match(text, end):
        return _Unit(compound[1], compound.end())
    if of := _OF.match(text, end):
        numeral = read_numeral(text, of.end())
        place = numeral.end if numeral else of.end() - 1
        return _Unit(_head_noun(text, place, plural=True).name, end)
    return _head_noun(text, end, plural=plural)


def _head_noun(text: str, end: int, *, plural: bool) -> _Unit:
    place, last = end, ""
    for count in range(_MOST_MODIFIERS + 1):
        match = _WORD.match(text, place)
        if match and match[1] == "and" and plural and last and not last.endswith("ed"):
            place = match.end()  # 12 black and smelly streams
            continue
        if match is None or (match[1] in units.STOPS and (count or match[1] not in _FURTHER)):
            break
        last, place = match[1], match.end()
        if last in _FURTHER:
            continue
        if plural and _is_plural(last):
            return _Unit(last, place if count == 0 else end)
    if plural or not last:
        return _Unit("", end)
    return _Unit(last, place if place == end + 1 + len(last) else end)


def head_noun(text: str, start: int) -> str:
    """Return the plural noun that a number in words counts, or ""."""
    numeral = read_numeral(text, start)
    return _head_noun(text, numeral.end, plural=True).name if numeral else ""


def noun_at(text: str, end: int) -> str:
    """Return the plural noun right after a place, or ""."""
    word = _WORD.match(text, end)
    return word[1] if word and _is_plural(word[1]) else ""


def _is_plural(word: str) -> bool:
    if word in units.IRREGULAR:
        return True
    if word in units.NOT_PLURAL or not word.endswith("s"):
        return False
    return not word.endswith(("ss", "us", "is", "'s", "’s")) and len(word) > 3
