"""The figures of a Chinese text and of its English translation: what agrees, and what does not and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Final

from sfwgen.figures.aligning import Asides, align
from sfwgen.figures.dates import DateMention, date_slips, dates_in
from sfwgen.figures.en.words import BEFORE
from sfwgen.figures.found import Found
from sfwgen.figures.plain_numbers import plain_numbers
from sfwgen.figures.quantity import Qualifier
from sfwgen.figures.reading import find
from sfwgen.figures.scanning import alternatives
from sfwgen.figures.senses import Item, items_of, joined_shares
from sfwgen.figures.slips import PRECISE, Kind, is_conversion, slips
from sfwgen.figures.unit_codes import COUNT, MULTIPLE, SHARE
from sfwgen.languages import family, plain

_IN_WORDS: Final = 10
"""Up to here a number in a word or name may have a qualifier in the other text: 二孩及以上, two or more."""
_BESIDE: Final = 40
"""How far from a figure its conversion into another unit may stand, in characters."""
_CURRENCIES: Final = frozenset({"yuan", "dollar", "hong kong dollar", "euro", "yen", "pound"})
_WORDS: Final = {
    ("one", "zh"): re.compile(r"一|每|首|单|唯|全"),
    ("one", "en"): re.compile(
        r"\b(?:an?|one|single|once|every|each|per|another|same|first|last|final|only|this)\b"
    ),
    ("two", "zh"): re.compile(r"双|两|二|俩"),
    ("two", "en"): re.compile(
        r"\b(?:both|pair|couple|two|second|twice|either|dual|double)\b|\bfirst\b[^.]{0,200}\bthen\b"
    ),
    ("half", "zh"): re.compile(r"半"),
    ("half", "en"): re.compile(r"\b(?:half|halve[sd]?|halving)\b"),
    ("twofold", "zh"): re.compile(r"翻番|翻一番|一倍|加倍|两倍"),
    ("twofold", "en"): re.compile(r"\b(?:doubl\w+|double|twice)\b"),
    ("threefold", "zh"): re.compile(r"三倍|两倍"),
    ("threefold", "en"): re.compile(r"\b(?:tripl|trebl)\w+\b"),
    ("fourfold", "zh"): re.compile(r"四倍|三倍|翻两番"),
    ("fourfold", "en"): re.compile(r"\bquadrupl\w+\b"),
    ("day", "zh"): re.compile(r"天|日|24小时"),
    ("day", "en"): re.compile(r"\b(?:day|daily|24-hour|24 hours|round[ -]the[ -]clock|non-stop)\b"),
    ("week", "zh"): re.compile(r"周|星期|七天|7天|7日"),
    ("week", "en"): re.compile(r"\b(?:week|weekly|week's)\b"),
    ("month", "zh"): re.compile(r"月"),
    ("month", "en"): re.compile(r"\b(?:month|monthly|month's)\b"),
    ("year", "zh"): re.compile(r"年"),
    ("year", "en"): re.compile(r"\b(?:year|yearly|annual|annually|year's)\b"),
    ("hour", "zh"): re.compile(r"小时|钟头"),
    ("hour", "en"): re.compile(r"\b(?:hour|hourly)\b"),
    ("minute", "zh"): re.compile(r"分钟"),
    ("minute", "en"): re.compile(r"\bminute\b"),
    ("decade", "zh"): re.compile(r"年代|十年"),
    ("decade", "en"): re.compile(r"\bdecade\b"),
    ("one and a half", "zh"): re.compile(r"半"),
    ("one and a half", "en"): re.compile(r"\ban? \w+ and a half\b"),
    ("none", "zh"): re.compile(r"零|无|未|没有|不"),
    ("none", "en"): re.compile(r"\b(?:no|none|not|zero|without|nobody|never|nothing)\b"),
    ("all", "zh"): re.compile(r"全|均|都|百分之百|所有"),
    ("all", "en"): re.compile(r"\b(?:all|every|everyone|fully|full|whole|entire|complete|completely)\b"),
}
"""Words that say in the other language what one of them says with a figure: both towns, every household."""


_ANYHOW: Final = "anyhow"
"""Several and many say so little that no translation need say the same."""
_SAID_BY_NUMBER: Final = {Fraction(1): "one", Fraction(2): "two"}
_SAID_BY_AMOUNT: Final = {
    (SHARE, Fraction(1)): "all",
    (SHARE, Fraction(1, 2)): "half",
    (MULTIPLE, Fraction(2)): "twofold",
    (MULTIPLE, Fraction(3)): "threefold",
    (MULTIPLE, Fraction(4)): "fourfold",
    ("hours", Fraction(1, 60)): "minute",
    ("hours", Fraction(1)): "hour",
    ("hours", Fraction(1, 2)): "half",
    ("hours", Fraction(12)): "half",
    ("hours", Fraction(24)): "day",
    ("hours", Fraction(168)): "week",
    ("months", Fraction(1)): "month",
    ("months", Fraction(12)): "year",
    ("months", Fraction(6)): "half",
    ("months", Fraction(1, 2)): "half",
    ("months", Fraction(120)): "decade",
    ("months", Fraction(18)): "one and a half",
    ("months", Fraction(3, 2)): "one and a half",
    ("hours", Fraction(3, 2)): "one and a half",
    ("hours", Fraction(36)): "one and a half",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A Chinese figure and the English one that renders it."""

    zh: Found
    en: Found


@dataclass(frozen=True, slots=True)
class Difference:
    """What is wrong, with both places; one of them is None where the figure is missing there."""

    kind: Kind
    zh: Found | DateMention | None
    en: Found | DateMention | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comes of comparing two texts, each part in the order of the Chinese text.

    `pairs` are those in which nothing differs; dates are told only where they do. A figure that one text
    states once more than the other, and a conversion into another unit beside a figure, are neither.
    """

    pairs: tuple[Pair, ...]
    differences: tuple[Difference, ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


def compare(zh: str, en: str) -> Comparison:
    """Returns how the figures and dates of two texts agree, in time near linear in their length."""
    found_zh, found_en = find(zh, "zh"), find(en, "en")
    ones, others = items_of(zh, joined_shares(zh, found_zh), "zh"), items_of(en, found_en, "en")
    plain_zh, plain_en = plain_numbers(zh, found_zh, "zh"), plain_numbers(en, found_en, "en")
    asides = _asides(ones, zh, plain_en), _asides(others, en, plain_zh)
    links = align(ones, others, asides)
    pairs: list[Pair] = []
    faults: list[Difference] = []
    for one in ones:
        if one.index not in links:
            continue
        other = others[links[one.index]]
        found = [Difference(kind, one.found, other.found) for kind in slips(one, other, zh, en)]
        faults += found
        if not found:
            pairs.append(Pair(one.found, other.found))
    in_en, in_zh = _words_said(en, "en"), _words_said(zh, "zh")
    left_zh = _left(ones, frozenset(links), asides[0])
    left_en = _left(others, frozenset(links.values()), asides[1])
    faults += (
        Difference(Kind.MISSING_EN, each.found, None) for each in left_zh if _words_for(each) not in in_en
    )
    faults += (
        Difference(Kind.MISSING_ZH, None, each.found) for each in left_en if _words_for(each) not in in_zh
    )
    faults += (Difference(Kind.DATE, *dates) for dates in _date_slips(zh, en))
    return Comparison(tuple(pairs), tuple(sorted(faults, key=_place)))


def _date_slips(zh: str, en: str) -> tuple[tuple[DateMention, DateMention], ...]:
    return date_slips(dates_in(zh, "zh"), dates_in(en, "en"), (zh, en))


def _place(difference: Difference) -> tuple[bool, int]:
    """The order of differences: by the place in the Chinese text, then what only the English one has."""
    found = difference.zh or difference.en
    return difference.zh is None, found.start if found else 0


def _left(items: Sequence[Item], linked: frozenset[int], asides: Asides) -> Iterator[Item]:
    """Yields the figures without a counterpart, except those that only say again what another one says."""
    said = {_likeness(item) for item in items if item.index in linked}
    for item in items:
        if item.index not in linked and not asides.has(item) and _likeness(item) not in said:
            yield item


def _likeness(item: Item) -> tuple[object, ...]:
    """What two mentions of the same figure in one text have in common."""
    measured = tuple((each.measure, each.amount) for each in item.senses if each.measure.dimension != COUNT)
    return item.qualifier, item.printed, measured or item.found.unit.casefold()


def says_in_words(text: str, lang: str, stated: Found, stated_text: str, stated_lang: str) -> bool:
    """Returns whether a text says in words what one of another language states as a figure: a month, all.

    Figures of which no translation need say anything (several) count as said.
    """
    stated = replace(stated, text=plain(stated.text, stated_lang))
    (item,) = items_of(plain(stated_text, stated_lang), (stated,), family(stated_lang))
    return _words_for(item) in _words_said(plain(text, lang), family(lang))


def _words_said(text: str, lang: str) -> frozenset[str]:
    """What a text says in words that may be a figure in the other: a household, both towns, nobody."""
    lower = text.casefold()
    said = (key for key, spoken in _WORDS if spoken == lang and _WORDS[key, lang].search(lower))
    ones = () if lang == "zh" else (BEFORE[match[1]].value for match in _before_a().finditer(lower))
    return frozenset((_ANYHOW, *said, *ones))


@cache
def _before_a() -> re.Pattern[str]:
    """Words that make a year a figure in Chinese: less than a year is 不到一年."""
    return re.compile(rf"\b({alternatives(BEFORE)}) (?:an?|one) ")


def _words_for(item: Item) -> str:
    """The words by which the other text may say a figure, as a key of the table; empty if none."""
    quantity = item.found.quantity
    if quantity.qualifier is Qualifier.INDEFINITE:
        return _ANYHOW if quantity.base is None else ""
    if quantity.qualifier is Qualifier.NONE:
        return "none"
    qualified = quantity.qualifier not in (Qualifier.EXACT, Qualifier.AT_MOST)
    if qualified and item.printed.low == 1:
        return quantity.qualifier.value
    for sense in item.senses:
        said = _SAID_BY_AMOUNT.get((sense.measure.dimension, sense.amount.low))
        if qualified:
            return said if said == "half" else ""
        if said or sense.measure.dimension in (SHARE, MULTIPLE, *_CURRENCIES):
            return said or ""
    return _SAID_BY_NUMBER.get(item.printed.low, "")


def _asides(items: Sequence[Item], text: str, elsewhere: frozenset[Fraction]) -> Asides:
    """The figures without which the other text is complete.

    These say their neighbour again in another unit: 125,000 mu (8,333 hectares); or the other text prints the
    number as part of a word or name: 三孩, three children.
    """
    again = {
        other.index
        for one, other in pairwise(items)
        if other.found.start - one.found.end <= _BESIDE and _is_conversion_of(one, other, text)
    }
    printed = {
        item.index
        for item in items
        if item.printed.low in elsewhere
        and not item.printed.vague
        and (item.qualifier in PRECISE or item.printed.low <= _IN_WORDS)
        and not any(sense.measure.dimension in _CURRENCIES for sense in item.senses)
    }
    return Asides(frozenset(again), frozenset(printed))


def _is_conversion_of(one: Item, other: Item, text: str) -> bool:
    between = text[one.found.end : other.found.start]
    currencies = {sense.measure.dimension for item in (one, other) for sense in item.senses}
    if len(currencies) > 1 and currencies <= _CURRENCIES:
        return "(" in between or "（" in between
    return is_conversion(one, other)
