"""Figures that follow from two others: a fraction or qualified share, so many for each, so much for all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import permutations
from typing import Final

from sfwgen.figures import Qualifier, Quantity
from sfwgen.languages import family
from sfwgen.model import Figure
from sfwgen.prose.mentions import Mention

_EACH: Final = re.compile(r"[每均]|\b(?:each|every|per|average|averag\w+|apiece)\b")
_ALTOGETHER: Final = re.compile(
    r"[共总]|合计|累计|\b(?:total|totals|totall?ing|altogether|together|in all|for (?:all|the)|sum)\b"
)
_PAST: Final = Fraction(1, 20)
"""How far a share may lie beyond the fraction that it is said to be over or under; about it, half as far."""


def is_share(mention: Mention, figures: Iterable[Figure]) -> bool:
    """Whether a fraction, or a percentage with a qualifier, is said truly of a part and its whole.

    三分之二 of 240 and 160; 超九成 of 287 problems of which 263 are resolved. Both are exact and of one kind.
    """
    printed = mention.found.quantity
    if printed.value is None or not 0 < printed.value <= (1 if mention.found.unit == "ratio" else 100):
        return False
    said, step = Fraction(printed.value), _PAST
    if mention.found.unit == "%":
        said, step = said / 100, Fraction(_last_place(printed)) / 100
    return any(_is_said(printed.qualifier, share, said, step) for share in _shares(figures))


def _shares(figures: Iterable[Figure]) -> Iterator[Fraction]:
    exact = [each for each in figures if _number(each)]
    for part, whole in permutations(exact, 2):
        if part.metric.unit.dimension == whole.metric.unit.dimension and _number(part) < _number(whole):
            yield Fraction(_number(part)) / Fraction(_number(whole))


def _is_said(qualifier: Qualifier, share: Fraction, said: Fraction, step: Fraction) -> bool:
    match qualifier:
        case Qualifier.EXACT:
            return share == said
        case Qualifier.ABOUT:
            return abs(share - said) <= step / 2
        case Qualifier.MORE_THAN:
            return said < share < said + step
        case Qualifier.AT_LEAST:
            return said <= share < said + step
        case Qualifier.NEARLY | Qualifier.LESS_THAN:
            return said - step < share < said
        case _:
            return False


def _last_place(quantity: Quantity) -> Decimal:
    """The place of the last digit of a percentage that is not 0: ten for 九成."""
    value = quantity.value
    if isinstance(value, Decimal) and quantity.step == 1 and value % 10 == 0:
        return Decimal(10)
    return quantity.step


def is_for_each(mention: Mention, alike: Iterable[Figure], others: Sequence[Figure]) -> bool:
    """Whether a number is what one figure comes to for each unit of another: 432 households, 12 to a lift."""
    printed, sentence = mention.found.quantity, mention.sentence.casefold()
    if printed.qualifier not in (Qualifier.EXACT, Qualifier.ABOUT) or not _EACH.search(sentence):
        return False
    return any(
        _rounded(_number(one) / _number(each), printed.step) == printed.value
        for one in alike
        for each in others
        if each is not one and _number(one) and _number(each) > 1 and _speaks_of_one(each, mention, sentence)
    )


def is_for_all(mention: Mention, alike: Iterable[Figure], others: Sequence[Figure]) -> bool:
    """Whether a number is what so much for each comes to for all: 36 lifts at 150,000 yuan each."""
    printed, sentence = mention.found.quantity, mention.sentence.casefold()
    if printed.qualifier not in (Qualifier.EXACT, Qualifier.ABOUT) or not _ALTOGETHER.search(sentence):
        return False
    return any(
        _number(one) * _number(each) == printed.value
        for one in alike
        for each in others
        if each is not one
        and _number(one)
        and _number(each) > 1
        and _is_said_of_each(one, mention)
        and _speaks_of_one(each, mention, sentence)
    )


def _number(figure: Figure) -> Decimal:
    """The exact number of a figure, else 0."""
    quantity = figure.quantity
    exact = quantity.qualifier is Qualifier.EXACT and isinstance(quantity.value, Decimal)
    return quantity.value if exact and isinstance(quantity.value, Decimal) else Decimal(0)


def _rounded(number: Decimal, step: Decimal) -> Decimal:
    return number.quantize(step, ROUND_HALF_UP) if step <= 1 else number


def _is_said_of_each(figure: Figure, mention: Mention) -> bool:
    """Whether a figure is called one of each, or the passage says so."""
    names = (*figure.label.values(), *figure.metric.label.values(), mention.passage.text)
    return any(_EACH.search(name.casefold()) for name in names)


def _speaks_of_one(figure: Figure, mention: Mention, sentence: str) -> bool:
    """Whether a sentence names what a figure counts."""
    lang = mention.passage.lang
    unit, nouns = figure.metric.unit, figure.metric.noun.get(lang, ())
    forms = (unit.zh, *unit.also) if family(lang) == "zh" else (*unit.en, *nouns)
    return any(form and form.casefold() in sentence for form in forms)
