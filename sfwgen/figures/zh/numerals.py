"""Chinese numerals, Arabic, Han or mixed, with 万 and 亿 and with 余, 多 or 几 inside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final, Literal

from sfwgen.figures.zh.units import INSIDE_THOUSAND

HAN_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
    "仨": 3,
}
TENS: Final = {"廿": 2, "卅": 3, "卌": 4}
POWERS: Final = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_TEN_THOUSAND: Final = Decimal(10**4)
_HUNDRED_MILLION: Final = Decimal(10**8)
_MOST_ITEMS: Final = 16
_LONGEST: Final = 16
"""Longer rows of digits are the numbers of documents, accounts and persons."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, without the words around it."""

    end: int
    low: Decimal
    """The value; the lower end where two neighbour digits stand for a range (三四十)."""
    high: Decimal
    step: Decimal
    excess: str = ""
    """余, 多, 来 or 几 where one of them belongs to the number."""
    vague: bool = False
    """Whether 几 or 数 stands in place of a digit; the value is then the order of magnitude."""
    han: bool = False
    """Whether it is written without Arabic digits."""
    opens_with_power: bool = False
    """Whether it opens with 百, 千, 万 or 亿 and no digit: 百余, 千万."""
    mantissa: Decimal = Decimal(0)
    """The number before 万 or 亿, where it is one number: 30 in 30万."""
    magnitude: int = 0
    """The power of ten of that 万, 亿 or 万亿; 0 for none."""


_MAGNITUDES: Final = {"万": 4, "亿": 8, "万亿": 12}
_PLAIN: Final = re.compile(r"(\d++(?:\.\d++)?)(万亿|[万亿])?+(?![\d,.十百千万亿余多来几数])")
_POINT: Final = re.compile(
    "(?<=[零〇一二两三四五六七八九十百])点([零〇一二三四五六七八九]{1,6})(?![十时分刻])"
)
Kind = Literal["number", "zero", "few", "power", "excess"]


@dataclass(frozen=True, slots=True)
class _Item:
    kind: Kind
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    power: int = 0
    text: str = ""
    end: int = 0


@cache
def _item_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<arabic>\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?)"
        rf"|(?P<power>十|百(?![分姓货])|千(?![{INSIDE_THOUSAND}])|万|亿)"
        r"|(?P<tens>[廿卅卌])"
        r"|(?P<digits>[零〇一二两三四五六七八九俩仨]++)"
        r"|(?P<few>[几数])"
        r"|(?P<excess>[余多来]))"
    )


def read_numeral(text: str, start: int) -> Numeral | None:
    """Return the numeral that begins at a place of a normalised text, or None."""
    if plain := _PLAIN.match(text, start):
        return _in_digits(plain)
    items = _items(text, start)
    numbers = [item for item in items if item.kind != "excess"]
    if not numbers:
        return None
    few = next((index for index, item in enumerate(numbers) if item.kind == "few"), None)
    vague = few is not None and (few == 0 or _is_ten(numbers[:few]))
    excess = next((item.text for item in items if item.kind == "excess"), "")
    low = _worth(numbers, high=False)
    if decimals := _POINT.match(text, items[-1].end):
        return _with_decimals(low, decimals)
    mantissa, magnitude = _magnitude(numbers)
    return Numeral(
        end=items[-1].end,
        low=low,
        high=_worth(numbers, high=True),
        step=_step(items, low),
        excess="几" if few is not None and not vague else excess,
        vague=vague,
        han=all(not item.text[:1].isdigit() for item in numbers),
        opens_with_power=numbers[0].kind == "power" and numbers[0].power > 1,
        mantissa=mantissa,
        magnitude=magnitude,
    )


def _in_digits(match: re.Match[str]) -> Numeral | None:
    """Return digits with at most one 万, 亿 or 万亿: the common case, in a fraction of the time."""
    digits, word = match[1], match[2]
    if len(digits) > _LONGEST:
        return None
    mantissa, magnitude = Decimal(digits), _MAGNITUDES[word] if word else 0
    value = whole(mantissa.scaleb(magnitude)) if word else mantissa
    step = _place(digits).scaleb(magnitude)
    return Numeral(match.end(), value, value, step, mantissa=mantissa, magnitude=magnitude)


def whole(number: Decimal) -> Decimal:
    """Return a number without decimals that are only zeros."""
    return Decimal(int(number)) if number == int(number) else number


def _with_decimals(whole: Decimal, match: re.Match[str]) -> Numeral:
    """Return a Han number with decimals: 七十二点三."""
    digits = "".join(str(HAN_DIGITS[digit]) for digit in match[1])
    value = Decimal(f"{whole}.{digits}")
    return Numeral(match.end(), value, value, Decimal(1).scaleb(-len(digits)), han=True, mantissa=value)


def _items(text: str, start: int) -> list[_Item]:
    pattern = _item_pattern()
    items: list[_Item] = []
    position = start
    while len(items) < _MOST_ITEMS and (match := pattern.match(text, position)):
        item = _item(match)
        if item is None or not _may_follow(items, item):
            break
        items.append(item)
        if match.lastgroup == "tens":
            items.append(_Item("power", power=1, text="十", end=item.end))
        position = item.end
    return items


def _item(match: re.Match[str]) -> _Item | None:
    word, end = match[match.lastgroup or 0], match.end()
    match match.lastgroup:
        case "arabic":
            number = Decimal(word.replace(",", "")) if len(word) <= _LONGEST else None
            return None if number is None else _Item("number", number, number, text=word, end=end)
        case "power":
            return _Item("power", power=POWERS[word], text=word, end=end)
        case "digits":
            return _han_digits(word, end)
        case "tens":
            return _Item("number", Decimal(TENS[word]), Decimal(TENS[word]), text=word, end=end)
        case "few":
            return _Item("few", text=word, end=end)
        case _:
            return _Item("excess", text=word, end=end)


def _han_digits(word: str, end: int) -> _Item | None:
    """Return one digit, two neighbour digits as a range, or None for digits in a row (二〇一九)."""
    if word in "零〇":
        return _Item("zero", text=word, end=end)
    digits = [HAN_DIGITS[digit] for digit in word.lstrip("零〇")]
    if len(digits) == 1:
        kind: Kind = "number"
        return _Item(kind, Decimal(digits[0]), Decimal(digits[0]), text=word, end=end)
    if len(digits) == 2 and len(word) == 2 and _are_neighbours(*digits):
        return _Item("number", Decimal(digits[0]), Decimal(digits[1]), text=word, end=end)
    return None


def _are_neighbours(first: int, second: int) -> bool:
    return second == first + 1 or (first, second) == (3, 5)


def _may_follow(items: Sequence[_Item], item: _Item) -> bool:
    last = items[-1] if items else None
    if last is None:
        return item.kind != "excess"
    arabic = last.kind == "number" and last.text[0].isdigit()
    match item.kind:
        case "number":
            return last.kind in {"power", "zero"}
        case "zero":
            return last.kind == "power"
        case "few":
            return last.kind == "power" or (arabic and last.text.endswith("0"))
        case "excess":
            return last.kind == "power" or (arabic and (item.text != "来" or last.text.endswith("0")))
        case "power":
            large = [known.power for known in items if known.power >= 4]
            descends = (
                not large or item.power < large[-1] or (large == [4] and last.power == 4 and item.power == 8)
            )
            return descends and (last.kind not in {"zero", "excess"} or item.power >= 4)


def _is_ten(items: Sequence[_Item]) -> bool:
    """Whether the number before 几 is just ten: 十几 is an order of magnitude, 二十几 more than 20."""
    return len(items) == 1 and (items[0].power == 1 or items[0].low == 10)


def _worth(items: Sequence[_Item], *, high: bool) -> Decimal:
    """Return what the items are worth; a digit at the end counts for the place below (三千二 is 3,200)."""
    hundred_millions = ten_thousands = section = Decimal(0)
    pending: Decimal | None = None
    below = Decimal(1)
    for place, item in enumerate(items):
        if item.kind == "number":
            pending = item.high if high else item.low
            below = Decimal(1) if item.text[0] in "零〇" else below
        elif item.kind == "few":
            pending = Decimal(0) if place else Decimal(1)
        elif item.kind == "power":
            ahead = ten_thousands + section + (pending or 0)
            unsaid = Decimal(1) if pending is None else Decimal(0)
            if item.power == 8:
                hundred_millions += (ahead or unsaid) * _HUNDRED_MILLION
                ten_thousands = section = Decimal(0)
            elif item.power == 4:
                ten_thousands = (ahead or unsaid) * _TEN_THOUSAND
                section = Decimal(0)
            else:
                section += Decimal(10**item.power) * (Decimal(1) if pending is None else pending)
            pending, below = None, Decimal(10 ** (item.power - 1))
    worth = hundred_millions + ten_thousands + section + (pending or 0) * below
    return whole(worth)


def _magnitude(items: Sequence[_Item]) -> tuple[Decimal, int]:
    """Return the one number before 万, 亿 or 万亿 and the power of ten of these, else (0, 0)."""
    powers = [item.power for item in items if item.kind == "power" and item.power >= 4]
    first = next((place for place, item in enumerate(items) if item.power >= 4), len(items))
    if powers and len(items) == first + len(powers):
        return _worth(items[:first], high=False), sum(powers)
    return (Decimal(0), 0) if powers else (_worth(items, high=False), 0)


def _step(items: Sequence[_Item], value: Decimal) -> Decimal:
    """Return the place value of the last digit; plain whole numbers have one."""
    numbers = [place for place, item in enumerate(items) if item.kind == "number"]
    last = numbers[-1] if numbers else 0
    place = _place(items[last].text)
    if not any(item.power >= 4 for item in items):
        return place
    excess = next((index for index, item in enumerate(items) if item.kind in {"excess", "few"}), len(items))
    if not numbers or any(item.power >= 4 for item in items[excess:]):
        return _lowest_place(value)
    after = [item.power for item in items[last + 1 :] if item.kind == "power"]
    if not after:
        return Decimal(1).scaleb(items[last - 1].power - 1)
    large = [power for power in after if power >= 4]
    arabic = items[last].text[:1].isdigit()
    return place.scaleb(sum(large if large and not arabic else after))


def _lowest_place(value: Decimal) -> Decimal:
    digits = format(value, "f")
    return Decimal(1).scaleb(len(digits) - len(digits.rstrip("0")))


def _place(digits: str) -> Decimal:
    return Decimal(1).scaleb(-len(digits.partition(".")[2]))
