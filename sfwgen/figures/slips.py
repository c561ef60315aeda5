"""In what two figures that should say the same differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import Final

from sfwgen.figures.cues import CLAUSE_ENDS, says_qualifier
from sfwgen.figures.quantity import Qualifier
from sfwgen.figures.senses import Amount, Item, Sense, comparable, fit_of, says_same
from sfwgen.figures.unit_codes import COUNT, Fit

_BEFORE: Final = 60
_AFTER: Final = 40


class Kind(StrEnum):
    """What is wrong between two texts, from the Chinese to the English."""

    MISSING_EN = "missing-en"
    """The Chinese figure has no counterpart in English."""
    MISSING_ZH = "missing-zh"
    """The English figure has no counterpart in Chinese."""
    MAGNITUDE = "magnitude"
    """The digits are the same, the size is not: a 万, 亿, thousand or million is lost, gained or confused."""
    MILLION_FOR_YI = "million-for-yi"
    """3.2亿 is 320 million, not 3.2 million."""
    TRANSPOSED = "transposed"
    """The same digits stand in another order."""
    ROUNDING = "rounding"
    """One is the other with fewer digits: both languages have to be as precise as each other."""
    VALUE = "value"
    UNIT = "unit"
    """The number is the same, what is counted or measured is not: households and people, km and m."""
    QUALIFIER_DROPPED = "qualifier-dropped"
    """Chinese has a qualifier, English none."""
    QUALIFIER_ADDED = "qualifier-added"
    """English has a qualifier, Chinese none."""
    QUALIFIER_STRONGER = "qualifier-stronger"
    """The English qualifier claims more: more than for 以上, which is at least."""
    QUALIFIER_WEAKER = "qualifier-weaker"
    QUALIFIER_SWAPPED = "qualifier-swapped"
    STATISTIC = "statistic"
    DIRECTION = "direction"
    DATE = "date"
    """The day, month, quarter or year is another one."""


def slips(zh: Item, en: Item, zh_text: str, en_text: str) -> Iterator[Kind]:
    """Yields everything in which an English figure differs from the Chinese one that it renders."""
    around_zh, around_en = _around(zh, zh_text), _around(en, en_text)
    kind = _amount_slip(zh, en)
    if kind is not None:
        yield kind
    if kind is not Kind.ROUNDING or not _is_said_rounded(zh, en):
        slip = _qualifier_slip(zh, en, around_zh, around_en)
        if slip is not None and not _is_said_apart(zh, en, zh_text, en_text):
            yield slip
    if _is_other_statistic(zh, en, zh_text, en_text):
        yield Kind.STATISTIC
    if _is_other_direction(zh, en, zh_text, en_text):
        yield Kind.DIRECTION


def is_conversion(one: Item, other: Item) -> bool:
    """Returns whether the other figure gives the same amount in another unit, as rounded as it is printed.

    12.5万亩 is 8,333 hectares, and not 8,336.
    """
    return any(
        first.measure.dimension == second.measure.dimension != COUNT
        and first.measure.factor != second.measure.factor
        and _is_rendered(first.amount, other, second)
        for first in one.senses
        for second in other.senses
    )


def _is_rendered(amount: Amount, rendering: Item, sense: Sense) -> bool:
    """Whether an amount in base units is what a figure prints in its own unit, but for its last place."""
    if amount.vague or rendering.printed.vague:
        return False
    exact, printed = amount.scaled(1 / sense.measure.factor), rendering.printed
    ends = ((exact.low, printed.low), (exact.high, printed.high))
    return all(abs(wanted - said) * 2 <= _last_place(said) for wanted, said in ends)


# --- how much, and of what --------------------------------------------------------------------------------


def _amount_slip(zh: Item, en: Item) -> Kind | None:
    if says_same(zh, en):
        return None
    if zh.printed == en.printed:
        return Kind.UNIT
    if fit_of(zh, en) is Fit.CLASH:
        return Kind.UNIT if zh.digits == en.digits else Kind.VALUE
    if is_conversion(zh, en):
        return None
    one, other = _amounts(zh, en)
    if one.vague or other.vague:
        if not _is_same_order(zh, en):
            return Kind.VALUE
        return None if _may_be_same_unit(zh, en) else Kind.UNIT
    if zh.digits == en.digits and zh.found.parts is None:
        millions = "亿" in zh.found.text and "million" in en.found.text.casefold()
        return Kind.MILLION_FOR_YI if millions and one.low == other.low * 100 else Kind.MAGNITUDE
    if zh.shuffled and zh.shuffled == en.shuffled:
        return Kind.TRANSPOSED
    rounded = _is_rounded(one, other, en.qualifier) or _is_rounded(other, one, zh.qualifier)
    return Kind.ROUNDING if rounded else Kind.VALUE


def _amounts(zh: Item, en: Item) -> tuple[Amount, Amount]:
    """Both amounts in the base units of their first common meaning, else as printed."""
    return next(comparable(zh, en), (zh.printed, en.printed))


def _is_same_order(zh: Item, en: Item) -> bool:
    """Whether 十几 stands for more than 10 or about 12, or dozens for 数十."""
    vague, stated = (zh, en) if zh.qualifier is Qualifier.INDEFINITE else (en, zh)
    base, value = vague.found.quantity.base, stated.found.quantity.value
    if base is None or stated.qualifier in (Qualifier.EXACT, Qualifier.INDEFINITE, Qualifier.NEARLY):
        return False
    return value is not None and base <= value < 2 * base


def _may_be_same_unit(zh: Item, en: Item) -> bool:
    """Whether two figures without a number count alike or measure in one unit, not years and months."""
    return not (zh.senses and en.senses) or any(
        one.measure.factor == other.measure.factor
        for one in zh.senses
        for other in en.senses
        if one.measure.dimension == other.measure.dimension
    )


def _is_rounded(fine: Amount, coarse: Amount, qualifier: Qualifier) -> bool:
    """Whether one amount is the other with fewer digits, rounded as its qualifier asks."""
    ends = ((fine.low, coarse.low), (fine.high, coarse.high))
    return all(one == other or _is_end_rounded(one, other, qualifier) for one, other in ends)


def _is_end_rounded(fine: Fraction, coarse: Fraction, qualifier: Qualifier) -> bool:
    place = _last_place(coarse)
    if not coarse or _last_place(fine) >= place:
        return False
    down, up = fine // place * place, -(-fine // place) * place
    if qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST) and coarse == down:
        return True
    if qualifier in (Qualifier.NEARLY, Qualifier.LESS_THAN, Qualifier.AT_MOST) and coarse == up:
        return True
    return coarse == (fine + place / 2) // place * place


def _last_place(number: Fraction) -> Fraction:
    """The place value of the last digit of a decimal that is not 0; tiny for what is no decimal."""
    place = Fraction(10**24)
    while number % place and place > Fraction(1, 10**12):
        place /= 10
    return place


# --- what the number says about the true one ----------------------------------------------------------------

PRECISE: Final = frozenset({Qualifier.EXACT, Qualifier.NONE, Qualifier.RANGE})
_STRONGER: Final = frozenset(
    {
        (Qualifier.AT_LEAST, Qualifier.MORE_THAN),
        (Qualifier.AT_MOST, Qualifier.LESS_THAN),
        (Qualifier.AT_MOST, Qualifier.NEARLY),
        (Qualifier.LESS_THAN, Qualifier.NEARLY),
    }
)
"""Pairs of which the second says all that the first does, and more."""
_REVERSED: Final = {Qualifier.MORE_THAN: Qualifier.AT_MOST, Qualifier.LESS_THAN: Qualifier.AT_LEAST}
"""What a qualifier says after a negation: nobody walks more than 500 metres."""
_UPPER_LIMIT: Final = re.compile(r"(?:最高|最多|最大|最长|高达|多达|可达|上限|限额)[^，。；]{0,8}$")
_MEANWHILE: Final = re.compile(r"(?:^|\s)(?:in|over|during) (?:the (?:first|last|past) )?$")
_TIME_TO: Final = re.compile(r" to [a-z]")
"""What makes a length of time a limit: 7 days to put it right."""
_NEGATED: Final = re.compile(
    r"\b(?:nobody|no one|none|never|nothing|nowhere|no|not|neither|without)\b[^,;]*$|n't\b"
)
_PAST: Final = re.compile(r" (?:ago|before|earlier|previously)\b")
"""What makes more than 3 years a comparison with the time 3 years ago."""
_INSIDE: Final = re.compile(r"(?:范围)?(?:以?内|之内|里)")


def _own_qualifier(item: Item) -> Qualifier:
    """The qualifier of a figure; a range that is only about right is as little precise as any such number."""
    return Qualifier.ABOUT if item.found.quantity.hedged else item.qualifier


def _qualifier_slip(
    zh: Item, en: Item, around_zh: tuple[str, str], around_en: tuple[str, str]
) -> Kind | None:
    one, other = _own_qualifier(zh), _own_qualifier(en)
    if one is other or (one in PRECISE and other in PRECISE) or Qualifier.INDEFINITE in (one, other):
        return None
    if zh.found.text.startswith("上") and {one, other} <= {Qualifier.AT_LEAST, Qualifier.MORE_THAN}:
        return None
    if one in PRECISE and _PAST.match(around_en[1]):
        return None
    if other in _REVERSED and _NEGATED.search(around_en[0]):
        other = _REVERSED[other]
        if one in PRECISE or one is other:
            return None
    if one in PRECISE:
        within = en.found.text.casefold().startswith("within ")
        limited = within or _UPPER_LIMIT.search(around_zh[0]) or _INSIDE.match(around_zh[1])
        return None if other is Qualifier.AT_MOST and limited else Kind.QUALIFIER_ADDED
    if other in PRECISE:
        limited = _MEANWHILE.search(around_en[0]) or _TIME_TO.match(around_en[1])
        meanwhile = zh.found.text.endswith("内") and limited
        return None if meanwhile else Kind.QUALIFIER_DROPPED
    if (one, other) in _STRONGER:
        return Kind.QUALIFIER_STRONGER
    return Kind.QUALIFIER_WEAKER if (other, one) in _STRONGER else Kind.QUALIFIER_SWAPPED


def _is_said_apart(zh: Item, en: Item, zh_text: str, en_text: str) -> bool:
    """Whether the qualifier that only one figure has is said with the other in words that are no part of it.

    租金不高于市场价的七成 is no higher than 70%, and 突破3万元大关 passed the mark of 30,000 yuan.
    """
    if (zh.qualifier in PRECISE) is (en.qualifier in PRECISE):
        return False
    bare, other, text, lang = (zh, en, zh_text, "zh") if zh.qualifier in PRECISE else (en, zh, en_text, "en")
    return says_qualifier(text, bare.found, bare.floor, other.qualifier, lang)


def _is_said_rounded(zh: Item, en: Item) -> bool:
    """Whether the qualifier of the coarser figure is that of a rounded one: about 12,000 for 12,345."""
    rounding = {Qualifier.ABOUT, Qualifier.MORE_THAN, Qualifier.NEARLY}
    return (zh.qualifier in rounding) is not (en.qualifier in rounding)


# --- statistic and direction --------------------------------------------------------------------------------

_AVERAGE_ZH: Final = re.compile(r"均|每")
_AVERAGE_EN: Final = re.compile(r"averag|\bmean\b|\beach\b|\bper\b|\bevery\b|\bapiece\b|typical|\ban? \w+$")
_RATE_EN: Final = re.compile(r"\b(?:an?|per|each|every) [a-z]")
"""A rate, which says an average as well: 34,000 times a day."""
_UP: Final = {
    "zh": re.compile(r"增长|增加|提高|上升|上涨|提升|扩大|回升"),
    "en": re.compile(r"\b(?:ris|rose|increas|grew|grow|up\b|climb|gain|higher|rais|expand|jump|surg|soar)"),
}
_DOWN: Final = {
    "zh": re.compile(r"下降|减少|降低|回落|缩短|下跌|降至|负增长|零下|压缩|精简|冰点|净流出|亏损|赤字|逆差"),
    "en": re.compile(
        r"\b(?:fall|fell|declin|decreas|drop|down\b|reduc|lower|cut\b|shr[aiu]nk|contract|below|minus|sub-?zero|"
        r"negative|short|freezing|loss|lost|deficit|outflow|drain|dip|slip)"
    ),
}

_MORE: Final = {"zh": re.compile(r"(?!)"), "en": re.compile(r",? (?:more|above|higher|up from)\b")}
_LESS: Final = {"zh": re.compile(r"(?!)"), "en": re.compile(r",? (?:less|fewer|below|lower|down from)\b")}
"""Words of comparison right after a figure: 5.8% more, 3 days, down from 15 days."""


def _around(item: Item, text: str) -> tuple[str, str]:
    """The clause before a figure and what follows it, in lower case, as far as words there may bear on it."""
    before = re.split(r"[。；;\n]|[.!?] ", text[max(0, item.found.start - _BEFORE) : item.found.start])[-1]
    after = re.split(r"[。；;\n，]|[.,!?] ", text[item.found.end : item.found.end + _AFTER])[0]
    return before.casefold(), after.casefold()


def _around_alone(item: Item, text: str) -> tuple[str, str]:
    """What is around a figure, without what stands before the end of the figure before it."""
    before, after = _around(item, text)
    own = item.found.start - item.floor
    return (before[-own:] if own < len(before) else before) if own else "", after


def _is_other_statistic(zh: Item, en: Item, zh_text: str, en_text: str) -> bool:
    one, other = _statistic(zh, zh_text, _AVERAGE_ZH), _statistic(en, en_text, _AVERAGE_EN)
    if one == other:
        return False
    if one is not None and other is not None:
        return True
    # Words for a peak are too many (highs of, busiest): where only one text has one, nothing can be said.
    if one == "average":
        return not _RATE_EN.search(en.found.unit.casefold()) and not _AVERAGE_EN.search(
            " ".join((_around(en, en_text)[0], en.found.unit, _around(en, en_text)[1]))
        )
    return other == "average" and not _AVERAGE_ZH.search(" ".join(_around(zh, zh_text)))


def _statistic(item: Item, text: str, average: re.Pattern[str]) -> str | None:
    """The statistic of a figure, but none where an average was said of the figure before it only."""
    if item.found.statistic != "average":
        return item.found.statistic
    said = text[item.floor : item.found.start]
    if item.floor:
        said = CLAUSE_ENDS.split(said, maxsplit=1)[-1]
    said += text[item.found.start : item.found.end + _AFTER]
    return "average" if average.search(said.casefold()) else None


def _is_other_direction(zh: Item, en: Item, zh_text: str, en_text: str) -> bool:
    one, other = _direction(zh), _direction(en)
    if one is not None and other is not None:
        return one != other
    if one is None and other is None:
        return False
    stated, lang, (before, after), found, text = (
        (one, "en", _around_alone(en, en_text), en.found, en_text)
        if one is not None
        else (other, "zh", _around_alone(zh, zh_text), zh.found, zh_text)
    )
    ways = ((_UP[lang], _MORE[lang]), (_DOWN[lang], _LESS[lang]))
    same, against = ways if stated == "up" else ways[::-1]
    near = f"{before[-24:]} {after[:16]}"

    def says(way: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
        return bool(way[0].search(near) or way[1].match(text, found.end))

    if _is_negative(zh) is not _is_negative(en):
        return not says(same)
    return says(against) and not says(same)


def _is_negative(item: Item) -> bool:
    value = item.found.quantity.value
    return value is not None and value < 0


def _direction(item: Item) -> str | None:
    return "down" if _is_negative(item) else item.found.direction
