"""A Chinese number with its unit, before the words around it are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from sfwgen.figures.scanning import WordTable, make_word_table
from sfwgen.figures.zh import units
from sfwgen.figures.zh.numerals import HAN_DIGITS, Numeral, read_numeral

_PARTS_OF: Final = {"百分之": "%", "千分之": "‰", "万分之": "‱"}
_PARTS: Final = re.compile("[百千万]分之")
_JOIN: Final = re.compile(r" ?(?:～|~|—{1,2}|–|－|-|至|到) ?(?=[\d〇一二两三四五六七八九十百千])")
_TENTHS: Final = re.compile(r"成(?![立为员本果功绩效品套交型都熟长就活分因名人语])([一二三四五六七八九]?)")
_VAGUE: Final = re.compile(
    r"若干|多(?![元样方媒功边年时云头面地少数余种])|几(?!点)|数(?![据字量额值学码控智日年月度次第])|数次"
)
_TURNED: Final = re.compile(r"翻(?:了|上)?([一两二三四五六1-6]?)番")
_REDUCED: Final = re.compile(r"([一二三四五六七八九])([一二三四五六七八九])折")
_NOTHING: Final = re.compile(
    r"零(?![星散售工部件钱食担点时碳用花碎乱头废配下距跑\d])"
    r"(?!容忍|门槛|成本|接触|基础|关税|首付|利率|添加|排放|污染|突破|上\d)([\u4e00-\u9fff]{2})"
)
_HALF: Final = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Core:
    """What the number and its unit alone say."""

    start: int
    end: int
    unit: str = ""
    low: Decimal | Fraction = Decimal(0)
    high: Decimal | Fraction = Decimal(0)
    step: Decimal = Decimal(1)
    excess: str = ""
    """余, 多, 几 or 来, before or after the unit."""
    vague: bool = False
    base: Decimal | None = None
    han: bool = False
    bare_power: bool = False
    """Whether the number is 百, 千, 万 or 亿 alone: a figure only with a qualifier (近百家)."""
    direction: str | None = None


@cache
def unit_table() -> WordTable:
    """Return the table of all units and measure words."""
    return make_word_table((*units.COUNTED, *units.MEASURES))


def read_core(text: str, start: int) -> Core | None:
    """Return the number with its unit that begins at a place of a normalised text."""
    if text[start] == "半":
        return _half(text, start)
    if reduced := _REDUCED.match(text, start):
        tenths = Decimal(HAN_DIGITS[reduced[1]]) + Decimal(HAN_DIGITS[reduced[2]]) / 10
        return Core(start, reduced.end(), "折", tenths, tenths, Decimal("0.1"), han=True)
    if text.startswith("一半", start):
        return Core(start, start + 2, "%", Decimal(50), Decimal(50), han=True)
    if text[start] == "翻":
        return _turned(text, start)
    if text[start] == "零" and (nothing := _NOTHING.match(text, start)):
        return Core(start, nothing.end(), nothing[1], han=True)
    if parts := _PARTS.match(text, start):
        return _parts_of(text, start, parts.end(), _PARTS_OF[parts[0]])
    numeral = read_numeral(text, start)
    if numeral is None or (numeral.vague and numeral.end == start + 1):
        return _vague(text, start)
    if text.startswith("分之", numeral.end):
        return _fraction(text, start, numeral)
    core = _with_unit(text, start, numeral)
    return _joined(text, core, numeral)


def _half(text: str, start: int) -> Core | None:
    unit, end = _unit(text, start + 1)
    if text.startswith("半数", start):
        return Core(start, start + 2, "%", Decimal(50), Decimal(50), han=True)
    if unit and unit in units.DURATIONS | {"里", "斤", "亩", "公里"}:
        excess = "多" if text.startswith("多", end) else ""
        unit = unit.removeprefix("个") if excess else unit
        return Core(start, end + len(excess), unit, _HALF, _HALF, Decimal("0.1"), excess, han=True)
    if text[start - 1 : start] in {"过", "近"}:
        return Core(start, start + 1, "%", Decimal(50), Decimal(50), han=True)
    return None


def _turned(text: str, start: int) -> Core | None:
    """翻一番 is twice as much, 翻两番 four times."""
    match = _TURNED.match(text, start)
    if match is None:
        return None
    times = HAN_DIGITS.get(match[1], 0) or int(match[1] or 1)
    value = Decimal(2**times)
    return Core(start, match.end(), "倍", value, value, han=True, direction="up")


def _parts_of(text: str, start: int, after: int, unit: str) -> Core | None:
    numeral = read_numeral(text, after)
    if numeral is None:
        return None
    if text.startswith("百分之百", start):
        numeral = replace(numeral, low=Decimal(100), high=Decimal(100))
    return _joined(text, _core(start, numeral.end, unit, numeral), numeral)


def _fraction(text: str, start: int, numeral: Numeral) -> Core | None:
    upper = read_numeral(text, numeral.end + 2)
    if upper is None or numeral.low == 0 or any(n != int(n) for n in (numeral.low, upper.low)):
        return None
    value = Fraction(int(upper.low), int(numeral.low))
    return Core(start, upper.end, "ratio", value, value, excess=upper.excess, han=numeral.han)


def _vague(text: str, start: int) -> Core | None:
    match = _VAGUE.match(text, start)
    if match is None:
        return None
    unit, end = _unit(text, match.end())
    return Core(start, end, unit, vague=True, han=True) if unit else None


def _core(start: int, end: int, unit: str, numeral: Numeral) -> Core:
    return Core(
        start=start,
        end=end,
        unit=unit,
        low=numeral.low,
        high=numeral.high,
        step=numeral.step,
        excess=numeral.excess,
        vague=numeral.vague,
        base=numeral.low if numeral.vague else None,
        han=numeral.han,
        bare_power=numeral.opens_with_power and not numeral.excess,
    )


def _with_unit(text: str, start: int, numeral: Numeral) -> Core:
    if tenths := _TENTHS.match(text, numeral.end):
        more = HAN_DIGITS.get(tenths[1], 0)
        ten = replace(numeral, low=numeral.low * 10 + more, high=numeral.high * 10 + more)
        return _after_unit(text, _core(start, tenths.end(), "%", ten))
    unit, end = _unit(text, numeral.end)
    return _after_unit(text, _core(start, end, unit, numeral))


def _unit(text: str, start: int) -> tuple[str, int]:
    """Return the unit at a place, with what it is per (元/立方米), and where it ends."""
    place = start + 1 if text.startswith(" ", start) else start
    table = unit_table()
    word = table.at(text, place)
    end = place + len(word)
    if not word or (_is_letter(word[-1]) and _is_letter(text[end : end + 1])):
        return "", start
    if len(word) == 1 and text.startswith("次", end):
        end += 1
    while text.startswith("/", end) and (per := table.at(text, end + 1)):
        end += 1 + len(per)
    return text[place:end], end


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _after_unit(text: str, core: Core) -> Core:
    """Read 多, 余 and 半 after the unit: 三年多, 两个半小时, 一个多月."""
    following = text[core.end : core.end + 1]
    if core.unit == "个" and following in {"多", "半"}:
        unit, end = _unit(text, core.end + 1)
        if unit in units.DURATIONS or unit == "百分点":
            return _lengthened(replace(core, unit=unit, end=end), following)
    if following in {"多", "余", "半"} and core.unit in units.CONTINUED and not core.excess:
        beyond = unit_table().at(text, core.end + 1)
        if not beyond and text[core.end + 1 : core.end + 2] not in units.NOT_AFTER_MORE:
            return _lengthened(replace(core, end=core.end + 1), following)
    return core


def _lengthened(core: Core, word: str) -> Core:
    if word != "半":
        return replace(core, excess=word)
    return replace(core, low=_half_more(core.low), high=_half_more(core.high), step=Decimal("0.1"))


def _half_more(number: Decimal | Fraction) -> Decimal | Fraction:
    return number + _HALF if isinstance(number, Decimal) else number


def _joined(text: str, core: Core, numeral: Numeral) -> Core:
    """Read the upper end of a range; it lends its 万 and its unit to a lower end without (30-50万)."""
    join = _JOIN.match(text, core.end)
    if join is None or core.vague or numeral.low != numeral.high or core.excess:
        return core
    parts = _PARTS.match(text, join.end())
    upper = read_numeral(text, parts.end() if parts else join.end())
    if upper is None or upper.vague or upper.opens_with_power or upper.excess:
        return core
    top = _core(core.start, upper.end, core.unit, upper) if parts else _with_unit(text, core.start, upper)
    low = core.low
    if not numeral.magnitude and upper.magnitude and not core.unit and low < upper.mantissa:
        low = low.scaleb(upper.magnitude) if isinstance(low, Decimal) else low
    if not core.unit and top.unit == "%" and text[top.end - 1] != "%" and "成" in text[join.end() : top.end]:
        low = low * 10
    agrees = core.unit in {"", top.unit} or not top.unit
    if not agrees or not low < top.high or (join[0].strip() == "-" and not top.unit and not upper.magnitude):
        return core
    return replace(top, low=low, step=min(core.step, top.step))
