"""A Chinese number with its unit, before the words around it are read."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from sfwgen.figures.core import HALF, TENTH, Core, make_core, make_fraction
from sfwgen.figures.quantity import Qualifier
from sfwgen.figures.scanning import WordTable, make_word_table
from sfwgen.figures.zh import units, words
from sfwgen.figures.zh.numerals import HAN_DIGITS, POWERS, Numeral, read_numeral, whole

_PARTS_OF: Final = {"百分之": "%", "千分之": "‰", "万分之": "‱"}
_SIGNED: Final = re.compile(r"(?:^|[^\dA-Za-z)）])[-−]\Z")
_BELOW_ZERO: Final = re.compile("-|零下")
_PARTS: Final = re.compile("[百千万]分之")
_JOIN: Final = re.compile(
    r" ?(?:～|~|—{1,2}|–|－|-|至|到) ?(?=(?:-|零下)?\d|[〇一二两三四五六七八九十百千]|[百千万]分之)"
)
_TENTHS: Final = re.compile(r"成(?![立为员本果功绩效品套交型都熟长就活分因名人语])([一二三四五六七八九半]?)")
_LARGE: Final = re.compile("(?P<more>多)?(?P<power>[万亿])(?![余多来])")
_STRONG: Final = re.compile("(?P<word>[强弱])(?=[，。；、：）的 ]|$)")
"""A little more or a little less, after a fraction: 六分之一强."""
_APART: Final = ("不等", "之间", "区间", "以内", "左右")
"""What makes 从3元到5元 a range and no change from one to the other."""
_SLASHED: Final = re.compile(r"(\d{1,3})/(\d{1,3})(?![\d/])")
_TURNED: Final = re.compile(r"翻[了上]?(近|约|超过|超)?([一两二三四五六1-6]?)番")
_REDUCED: Final = re.compile(r"([一二三四五六七八九])([一二三四五六七八九])折")
_LARGEST_BARE: Final = 10**8
"""Longer rows of digits with neither 万 nor a unit are the numbers of things."""
_LEAST_AMOUNT: Final = 10**6
"""From 百万元 upwards a bare power is an amount; 万元 and less are none by themselves."""
_NOTHING: Final = re.compile(
    r"零(?<![归清挂拾孤凋飘]零)(?![的星散售工部件钱食担点时碳用花碎乱头废配下距跑\d]|容忍|门槛|成本|接触|基础|关税|首付|利率|添加|排放|报告|申报|见面|跑腿|库存|等待|障碍|污染|突破|就业家庭|上\d)"
    r"((?:重大|安全|责任)?[\u4e00-\u9fff]{2})"
)


@cache
def _units() -> WordTable:
    return make_word_table((*units.COUNTED, *units.MEASURES))


@cache
def _orders() -> WordTable:
    return make_word_table(words.ORDERS)


def read_core(text: str, start: int) -> Core | None:
    """Return the number with its unit that begins at a place of a normalised text."""
    match text[start]:
        case "半":
            return _half(text, start)
        case "翻":
            return _turned(text, start)
        case "零" if nothing := _NOTHING.match(text, start):
            return make_core(start, nothing.end(), nothing[1], Decimal(0))
    return _set_form(text, start) or _counted(text, start)


def _set_form(text: str, start: int) -> Core | None:
    """Return what is written in a form of its own: 一半, 八五折, 百分之三, 2/3, 数以千计."""
    if text.startswith("一半", start):
        return make_core(start, start + 2, "%", Decimal(50))
    if reduced := _REDUCED.match(text, start):
        tenths = Decimal(f"{HAN_DIGITS[reduced[1]]}.{HAN_DIGITS[reduced[2]]}")
        return make_core(start, reduced.end(), "折", tenths, step=TENTH)
    if parts := _PARTS.match(text, start):
        return _parts_of(text, start, parts.end(), _PARTS_OF[parts[0]])
    if (slashed := _SLASHED.match(text, start)) and 0 < int(slashed[1]) < int(slashed[2]):
        return make_fraction(start, slashed.end(), int(slashed[1]), int(slashed[2]))
    if order := _orders().at(text, start):
        unit, end = _unit(text, start + len(order))
        return Core(start, end, unit, vague=True, base=Decimal(words.ORDERS[order]), spelled=True)
    return None


def _counted(text: str, start: int) -> Core | None:
    numeral = read_numeral(text, start)
    if numeral is None or (numeral.vague and numeral.end == start + 1):
        return _vague(text, start)
    if text.startswith("分之", numeral.end):
        return _fraction(text, start, numeral)
    core = _with_unit(text, start, numeral)
    if not core.unit and not numeral.magnitude and numeral.low >= _LARGEST_BARE:
        return None
    signed = _SIGNED.search(text, max(0, start - 2), start) is not None
    return _joined(text, core, numeral, signed=signed)


def _half(text: str, start: int) -> Core | None:
    if text.startswith("半数", start):
        return make_core(start, start + 2, "%", Decimal(50))
    if text.startswith("半个多", start):
        unit, end = _unit(text, start + len("半个多"))
        core = make_core(start, end, unit, HALF, step=TENTH)
        return replace(core, qualifier=Qualifier.MORE_THAN) if unit in units.DURATIONS else None
    unit, end = _unit(text, start + 1)
    if unit in units.HALVED:
        core = make_core(start, end, unit, HALF, step=TENTH)
        more = text.startswith("多", end)
        return _exceeding(replace(core, unit=unit.removeprefix("个"))) if more else core
    if text[start - 1 : start] in {"过", "近"}:
        return make_core(start, start + 1, "%", Decimal(50))
    return None


def _turned(text: str, start: int) -> Core | None:
    """Return 翻一番 as twice as much, 翻两番 as four times."""
    match = _TURNED.match(text, start)
    if match is None:
        return None
    times = HAN_DIGITS.get(match[2], 0) or int(match[2] or 1)
    qualifier = words.BEFORE[match[1]] if match[1] else Qualifier.EXACT
    core = make_core(start, match.end(), "倍", Decimal(2**times))
    core = replace(core, qualifier=qualifier, direction="up")
    return _exceeding(core) if text.startswith("多", core.end) else core


def _parts_of(text: str, start: int, after: int, unit: str) -> Core | None:
    numeral = read_numeral(text, after)
    if numeral is None:
        return None
    if text.startswith("百分之百", start):
        numeral = replace(numeral, low=Decimal(100), high=Decimal(100), opens_with_power=False)
    return _joined(text, _core(start, numeral.end, unit, numeral), numeral)


def _fraction(text: str, start: int, numeral: Numeral) -> Core | None:
    upper = read_numeral(text, numeral.end + 2)
    if (
        upper is None
        or not 0 < upper.low <= numeral.low
        or any(n != int(n) for n in (numeral.low, upper.low))
    ):
        return None
    fraction = make_fraction(start, upper.end, int(upper.low), int(numeral.low))
    if strong := _STRONG.match(text, fraction.end):
        about = Qualifier.MORE_THAN if strong["word"] == "强" else Qualifier.NEARLY
        return replace(fraction, end=strong.end(), qualifier=about)
    return replace(fraction, qualifier=Qualifier.MORE_THAN) if upper.excess else fraction


def _vague(text: str, start: int) -> Core | None:
    """Return 几, 数, 多 or 若干 with the measure word that each of them goes with."""
    word = "若干" if text.startswith("若干", start) else text[start]
    unit, end = _unit(text, start + len(word))
    match word:
        case "多":
            sound = unit in units.AFTER_MANY and not _is_much(text, start)
        case "数":
            sound = unit in units.AFTER_SOME and text[end : end + 1] not in units.NUMBERED
        case _:
            sound = bool(unit) and (word == "若干" or unit not in units.NEVER_FEW)
    sound = sound and text[start] in "几数多若"
    return Core(start, end, unit, vague=True, spelled=True) if sound else None


def _is_much(text: str, start: int) -> bool:
    """Whether 多 belongs to the word before it (众多家庭)."""
    return text.endswith(words.MANY_OF, 0, start) and not text.endswith(words.CROWDS, 0, start)


def _core(start: int, end: int, unit: str, numeral: Numeral) -> Core:
    core = Core(
        start=start,
        end=end,
        unit=unit,
        low=numeral.low,
        high=numeral.high,
        step=numeral.step,
        vague=numeral.vague,
        base=numeral.low if numeral.vague else None,
        spelled=numeral.han,
    )
    if numeral.excess:
        return replace(core, qualifier=Qualifier.ABOUT if numeral.excess == "来" else Qualifier.MORE_THAN)
    return core


def _with_unit(text: str, start: int, numeral: Numeral) -> Core:
    if tenths := _TENTHS.match(text, numeral.end):
        more = 5 if tenths[1] == "半" else HAN_DIGITS.get(tenths[1], 0)
        ten = replace(numeral, low=numeral.low * 10 + more, high=numeral.high * 10 + more)
        return _after_unit(text, _core(start, tenths.end(), "%", ten))
    unit, end = _unit(text, numeral.end)
    core = _after_unit(text, _core(start, end, unit, numeral))
    return _of_bare_power(text, core) if numeral.opens_with_power and not numeral.excess else core


def _of_bare_power(text: str, core: Core) -> Core:
    """Return what 百, 千, 万 or 亿 without a digit is: 上百家 at least 100, 百家 nothing by itself."""
    if text[core.start - 1 : core.start] == "上" and text[core.start - 2 : core.start - 1] != "以":
        return replace(core, start=core.start - 1, qualifier=Qualifier.AT_LEAST)
    amount = core.low >= _LEAST_AMOUNT and core.unit in units.MEASURES
    return replace(core, needs_qualifier=not amount or text[core.end : core.end + 1] in units.RANKED)


def _unit(text: str, start: int) -> tuple[str, int]:
    """Return the unit at a place, with what it is per (元/立方米), and where it ends."""
    place = start + 1 if text.startswith(" ", start) else start
    table = _units()
    word = table.at(text, place)
    end = place + len(word)
    if not word or (_is_letter(word[-1]) and _is_letter(text[end : end + 1])):
        return "", start
    if len(word) == 1 and text.startswith("次", end):
        end += 1
    while (slash := text[end : end + 1]) and slash in "/·每" and (per := table.at(text, end + 1)):
        if slash == "每" and per not in units.AFTER_EACH:
            break
        end += 1 + len(per)
    return text[place:end], end


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _after_unit(text: str, core: Core) -> Core:
    """Read 多, 余 and 半 after the unit: 三年多, 两个半小时, 一个多月."""
    following = text[core.end : core.end + 1]
    if core.unit == "个" and (large := _LARGE.match(text, core.end)):
        return _in_large(text, core, large)
    if core.unit == "个" and following in {"多", "半"}:
        unit, end = _unit(text, core.end + 1)
        if unit in units.DURATIONS or unit == "百分点":
            more = replace(core, unit=unit, end=end)
            return _half_more(more) if following == "半" else replace(more, qualifier=Qualifier.MORE_THAN)
    if following in {"多", "余", "半"} and core.unit in units.CONTINUED and core.qualifier is Qualifier.EXACT:
        beyond = _units().at(text, core.end + 1)
        if not beyond and text[core.end + 1 : core.end + 2] not in units.NOT_AFTER_MORE:
            return _half_more(replace(core, end=core.end + 1)) if following == "半" else _exceeding(core)
    return core


def _in_large(text: str, core: Core, large: re.Match[str]) -> Core:
    """Return 1个亿 and 3个多亿 as what they are worth."""
    power = POWERS[large["power"]]
    unit, end = _unit(text, large.end())
    scaled = replace(
        core,
        unit=unit,
        end=end if unit else large.end(),
        low=whole(core.low.scaleb(power)),
        high=whole(core.high.scaleb(power)),
        step=core.step.scaleb(power),
    )
    return replace(scaled, qualifier=Qualifier.MORE_THAN) if large["more"] else scaled


def _exceeding(core: Core) -> Core:
    return replace(core, end=core.end + 1, qualifier=Qualifier.MORE_THAN)


def _half_more(core: Core) -> Core:
    return replace(core, low=core.low + HALF, high=core.high + HALF, step=TENTH)


def _below_zero(core: Core) -> Core:
    return replace(core, start=core.start - 1, low=-core.low, high=-core.high)


def _joined(text: str, core: Core, numeral: Numeral, *, signed: bool = False) -> Core:
    """Return a range where one goes on from a number, else the number; a minus sign before it counts."""
    core = _below_zero(core) if signed and not core.vague else core
    return _range(text, core, numeral) or core


def _range(text: str, core: Core, numeral: Numeral) -> Core | None:
    """Read the upper end of a range; it lends its 万 and its unit to a lower end without (30-50万)."""
    join = _JOIN.match(text, core.end)
    plain = numeral.low == numeral.high and core.qualifier is Qualifier.EXACT and not core.vague
    if join is None or not plain:
        return None
    sign = _BELOW_ZERO.match(text, join.end())
    place = sign.end() if sign else join.end()
    parts = _PARTS.match(text, place)
    upper = read_numeral(text, parts.end() if parts else place)
    if upper is None or upper.vague or upper.opens_with_power or upper.excess:
        return None
    top = _core(core.start, upper.end, core.unit, upper) if parts else _with_unit(text, core.start, upper)
    low, high = core.low, -top.high if sign else top.high
    if sign and text.endswith("零下", 0, core.start):
        low = -low
    if not numeral.magnitude and upper.magnitude and not core.unit and low < upper.mantissa:
        low = low.scaleb(upper.magnitude)
    if not core.unit and top.unit == "%" and "成" in text[place : top.end]:
        low *= 10
    agrees = core.unit in {"", top.unit} or not top.unit
    subtraction = join[0].strip() == "-" and not top.unit and not upper.magnitude
    changed = core.unit and text[core.start - 1 : core.start] in {"从", "由"}
    if not agrees or not low < high or subtraction or (changed and not text.startswith(_APART, top.end)):
        return None
    return replace(top, unit=top.unit or core.unit, low=low, high=high, step=min(core.step, top.step))
