"""What a figure of a text says, apart from its language: its meanings in base units, ready to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from sfwgen.figures.found import Found
from sfwgen.figures.quantity import Qualifier, Quantity
from sfwgen.figures.unit_codes import COUNT, MULTIPLE, POINTS, SHARE, Fit, Measure, fit, measures
from sfwgen.languages import family, plain


class Amount(NamedTuple):
    """The lower and the upper end, alike for a single value; of an indefinite figure its number of zeros."""

    low: Fraction
    high: Fraction
    vague: bool = False

    def scaled(self, factor: Fraction) -> Amount:
        """Returns the amount in other units."""
        return self if self.vague else Amount(self.low * factor, self.high * factor)

    def plus(self, step: int) -> Amount:
        """Returns the amount with a whole number added."""
        return self if self.vague else Amount(self.low + step, self.high + step)


GROWTH: Final = "growth"
"""What was added, as a multiple of what there was: tripled is a growth of 2."""
_FORTNIGHT: Final = (Fraction(14 * 24), Fraction(15 * 24))
"""The hours of a half month (半个月), which is two weeks or 15 days."""
_RESULT_BEFORE: Final = ("到", "至", "为", "是", "达", "成", "的")
_GROWS_EN: Final = ("times", "time", "fold")
_RESULTS_EN: Final = ("doubl", "tripl", "trebl", "quadrupl", "quintupl")


_SAID_OTHERWISE: Final = frozenset({COUNT, SHARE, POINTS, MULTIPLE})
_BARE_MULTIPLES: Final = frozenset({"倍", "times"})
_EVERY: Final = re.compile(r"每[^，。；]{1,8}?(?:中|里|当中)?就?有")
"""What stands before the second number of a share: 每3户中有1户."""
_HALF_MONTH: Final = Amount(Fraction(1, 2), Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a figure: what is measured, and how much of it in base units."""

    measure: Measure
    amount: Amount


@dataclass(frozen=True, slots=True)
class Item:
    """A figure of a text with its meanings, of which one without a printed unit has none.

    `floor` is where the figure before it ends.
    """

    found: Found
    index: int
    floor: int
    printed: Amount
    senses: tuple[Sense, ...]
    digits: str
    """The digits printed, without zeros at either end; of a range those of both ends."""
    shuffled: str
    """The digits in the order of their size, after the place of the first: 84,000 and 48,000 are alike."""

    @property
    def qualifier(self) -> Qualifier:
        """The qualifier of the figure."""
        return self.found.quantity.qualifier


def items_of(text: str, figures: tuple[Found, ...], lang: str) -> tuple[Item, ...]:
    """Returns the figures of a text with their meanings, in order."""
    floors = (0, *(found.end for found in figures))
    return tuple(
        _item(text, found, index, floor, lang)
        for index, (found, floor) in enumerate(zip(figures, floors, strict=False))
    )


def joined_shares(text: str, figures: tuple[Found, ...]) -> tuple[Found, ...]:
    """Returns the figures of a Chinese text with each 每3户有1户 as the share that it is, one in three."""
    joined: list[Found] = []
    for found in figures:
        whole = joined[-1] if joined else None
        if whole is not None and _EVERY.fullmatch(text, max(0, whole.start - 1), found.start):
            parts = _whole_number(found), _whole_number(whole)
            if whole.unit == found.unit and 0 < parts[0] < parts[1]:
                share = Quantity(Qualifier.EXACT, Fraction(*parts))
                printed = text[whole.start : found.end]
                joined[-1] = Found(printed, whole.start, found.end, share, "ratio", parts=parts)
                continue
        joined.append(found)
    return tuple(joined)


def _whole_number(found: Found) -> int:
    value = found.quantity.value
    return int(value) if found.quantity.qualifier is Qualifier.EXACT and value is not None else 0


def said_alike(text: str, printed: Found, lang: str, stated: Found, stated_lang: str) -> bool:
    """Returns whether a figure of a text is the same share, multiple or measure as one stated alone.

    一年半 is 18 months, 20% off is 八折, half is 50%, doubled is 增加一倍; 一倍 stated alone may be growth or
    result.
    """
    wanted = set(_measured(stated.text, stated, stated_lang))
    if stated.unit in _BARE_MULTIPLES and stated.direction is None and printed.direction == "up":
        wanted |= {(MULTIPLE, amount.plus(1)) for _, amount in wanted}
    printed = replace(printed, text=plain(printed.text, lang))
    return not wanted.isdisjoint(_measured(plain(text, lang), printed, family(lang)))


def _measured(text: str, found: Found, lang: str) -> Iterator[tuple[str, Amount]]:
    for sense in _senses(text, found, _amount(found), lang):
        if sense.measure.dimension != COUNT and not sense.measure.per:
            yield sense.measure.dimension, sense.amount


def fit_of(zh: Item, en: Item) -> Fit:
    """Returns how the units of two figures go together by their best meanings."""
    if not zh.senses or not en.senses:
        return Fit.CLASH if _always_printed(zh) or _always_printed(en) else Fit.OPEN
    return max(fit(one.measure, other.measure) for one in zh.senses for other in en.senses)


def _always_printed(item: Item) -> bool:
    """Whether the unit is of those that no language leaves out: %, 倍, percentage points."""
    return any(sense.measure.dimension in (SHARE, POINTS, MULTIPLE) for sense in item.senses)


def says_same(zh: Item, en: Item) -> bool:
    """Returns whether both figures give the same amount of things that go together."""
    if not zh.senses or not en.senses:
        return zh.printed == en.printed and fit_of(zh, en) is not Fit.CLASH
    return any(one == other for one, other in comparable(zh, en))


def comparable(zh: Item, en: Item) -> Iterator[tuple[Amount, Amount]]:
    """Yields the amounts of both figures in the same base units, for each meaning that they share."""
    for one in zh.senses:
        for other in en.senses:
            if fit(one.measure, other.measure) is not Fit.CLASH:
                rates = bool(one.measure.per and other.measure.per)
                factor = one.measure.per_factor / other.measure.per_factor if rates else Fraction(1)
                yield one.amount, other.amount.scaled(factor)


def _item(text: str, found: Found, index: int, floor: int, lang: str) -> Item:
    printed = _amount(found)
    return Item(
        found,
        index,
        floor,
        printed,
        tuple(_senses(text, found, printed, lang)),
        _digits(found),
        _shuffled(found),
    )


def _amount(found: Found) -> Amount:
    quantity = found.quantity
    if quantity.qualifier is Qualifier.INDEFINITE:
        zeros = Fraction(quantity.base.adjusted() if quantity.base else -1)
        return Amount(zeros, zeros, vague=True)
    if quantity.low is not None and quantity.high is not None:
        return Amount(Fraction(quantity.low), Fraction(quantity.high))
    value = abs(Fraction(quantity.value or 0))
    return Amount(value, value)


def _senses(text: str, found: Found, printed: Amount, lang: str) -> Iterator[Sense]:
    for measure in measures(found.unit, lang):
        if measure.dimension not in _SAID_OTHERWISE and found.unit.casefold() not in found.text.casefold():
            # What is measured stands beside its unit: in 18 five years ago no year is counted but the last.
            continue
        amount = printed.scaled(measure.factor)
        if measure.dimension == MULTIPLE:
            yield from _multiples(text, found, measure, amount, lang)
        else:
            yield Sense(measure, amount)
        if measure.dimension == "months" and printed == _HALF_MONTH:
            yield from (Sense(Measure("hours"), Amount(hours, hours)) for hours in _FORTNIGHT)
        if found.unit == "折" and not amount.vague:
            yield Sense(Measure(SHARE), Amount(1 - amount.high, 1 - amount.low))
        if measure.dimension == SHARE and found.direction == "up":
            yield Sense(Measure(GROWTH), amount)
            yield Sense(Measure(MULTIPLE), amount.plus(1))


def _multiples(text: str, found: Found, measure: Measure, amount: Amount, lang: str) -> Iterator[Sense]:
    """A multiple of the base, what was added to it, or either where the language leaves it open."""
    grown = found.direction == "up"
    if lang == "zh":
        result = not grown or "番" in found.text or text[: found.start].endswith(_RESULT_BEFORE)
        yield Sense(measure, amount if result else amount.plus(1))
        if grown:
            yield Sense(Measure(GROWTH), amount.plus(-1) if result else amount)
        return
    yield Sense(measure, amount)
    if not grown or found.text.casefold().startswith(_RESULTS_EN):
        return
    before = text[: found.start].rstrip().casefold()
    if found.text.casefold().endswith(_GROWS_EN) and not before.endswith((" to", " at")):
        yield Sense(Measure(GROWTH), amount)


def _digits(found: Found) -> str:
    if found.parts is not None:
        return f"{found.parts[0]}/{found.parts[1]}"
    return "-".join(_significant(number) for number in _ends(found))


def _shuffled(found: Found) -> str:
    return "-".join(
        f"{number.adjusted()}:{''.join(sorted(_significant(number).replace('0', '')))}"
        for number in _ends(found)
    )


def _ends(found: Found) -> tuple[Decimal, ...]:
    quantity = found.quantity
    ends = (quantity.low, quantity.high) if quantity.value is None else (quantity.value,)
    return tuple(number for number in ends if isinstance(number, Decimal))


def _significant(number: Decimal) -> str:
    """The digits of a number without its sign, its point and the zeros at either end."""
    return format(abs(number), "f").replace(".", "").strip("0")
