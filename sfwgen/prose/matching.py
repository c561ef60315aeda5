"""How what a text prints compares with a figure of the data: in value, qualifier, unit and statistic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from sfwgen.figures import (
    Found,
    Qualifier,
    Quantity,
    find,
    may_say_otherwise,
    read,
    said_alike,
    says_qualifier,
)
from sfwgen.languages import family
from sfwgen.model import Figure, Unit
from sfwgen.prose.mentions import Mention
from sfwgen.prose.units import conversion, names_metric, split_rate
from sfwgen.prose.wording import closeness

_OF_EACH = re.compile(
    r"[每均]|\b(?:per|each|every|daily|monthly|annual|yearly|an? (?:day|month|year|head))\b"
)
_PLAIN = (Qualifier.EXACT, Qualifier.ABOUT)


class Slip(StrEnum):
    """In what a mention differs from the nearest figure."""

    QUALIFIER = "qualifier"
    UNIT = "unit"
    STATISTIC = "statistic"
    DIRECTION = "direction"
    MAGNITUDE = "magnitude"
    TRANSPOSED = "transposed"
    VALUE = "value"


_NEARNESS = {
    Slip.QUALIFIER: 7,
    Slip.STATISTIC: 6,
    Slip.DIRECTION: 5,
    Slip.UNIT: 4,
    Slip.MAGNITUDE: 3,
    Slip.TRANSPOSED: 2,
    Slip.VALUE: 1,
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """What of a mention is that of a figure. `fits` where all of it is, else `slip` says what differs.

    Neither where the two cannot be compared: things of another kind, or a bare number.
    """

    fits: bool
    slip: Slip | None = None

    @property
    def nearness(self) -> int:
        """How near the two are: greater is nearer, 0 is not near at all."""
        return 0 if self.slip is None else _NEARNESS[self.slip]


def compare(mention: Mention, figure: Figure, units: Mapping[str, Unit]) -> Likeness:
    """Returns how a mention compares with a figure: the one place that decides whether it says the same."""
    printed, stated = mention.found.quantity, figure.quantity
    equal = equal_values(printed, stated)
    if not equal and _is_converted(mention, figure, units):
        return _judge(mention, figure)
    if not equal and _is_said_otherwise(mention, figure):
        qualified = printed.qualifier is stated.qualifier or _is_qualified_apart(mention, figure)
        return _judge(mention, figure) if qualified else Likeness(fits=False, slip=Slip.QUALIFIER)
    named = _is_unit_of(mention, figure)
    if not equal:
        return Likeness(
            fits=False, slip=_value_slip(printed, stated) if named and mention.found.unit else None
        )
    if not named:
        return Likeness(fits=False, slip=Slip.UNIT)
    judged = _judge(mention, figure)
    if judged.fits and not _may_be_bare(mention, figure):
        return Likeness(fits=False, slip=Slip.UNIT)
    return judged


def _is_unit_of(mention: Mention, figure: Figure) -> bool:
    """Whether the printed unit can be that of a figure; per person too, where its name says of each."""
    unit, lang = mention.found.unit, mention.passage.lang
    if unit == "ratio" and isinstance(figure.quantity.value, Fraction):
        return True
    if names_metric(unit, figure.metric, lang, mention.sentence):
        return True
    base, per = split_rate(unit)
    if not per or not names_metric(base, figure.metric, lang, mention.sentence):
        return False
    names = (figure.label, figure.metric.label, figure.scope)
    return figure.statistic == "average" or any(
        _OF_EACH.search(text.casefold()) for texts in names for text in texts.values()
    )


def _judge(mention: Mention, figure: Figure) -> Likeness:
    """Compares what is left once value and unit are alike."""
    if not same_qualifier(mention.found.quantity, figure.quantity) and not _is_qualified_apart(
        mention, figure
    ):
        return Likeness(fits=False, slip=Slip.QUALIFIER)
    # A text that says average or peak speaks of one; it need not say so again each time.
    if mention.found.statistic not in (None, figure.statistic):
        return Likeness(fits=False, slip=Slip.STATISTIC)
    said, lang = mention.found.direction, mention.passage.lang
    if said is not None and _called(figure_name(figure, lang), lang) not in (None, said):
        return Likeness(fits=False, slip=Slip.DIRECTION)
    return Likeness(fits=True)


def figure_name(figure: Figure, lang: str) -> str:
    """Returns the figure's own name in a language, else that of its metric."""
    return figure.label.get(lang) or figure.metric.label.get(lang, "")


@lru_cache(maxsize=1024)
def _called(name: str, lang: str) -> str | None:
    """The way in which a figure goes by its name: 最高时下降 down, “Average fall” down; None of most."""
    found = find(f"{name}1%" if family(lang) == "zh" else f"{name} by 1%", lang)
    return found[-1].direction if found else None


def _is_qualified_apart(mention: Mention, figure: Figure) -> bool:
    """Whether a bare number has words beside it that qualify it as the figure is: output passed 3 billion."""
    passage, found = mention.passage, mention.found
    if found.quantity.qualifier is not Qualifier.EXACT:
        return False
    return says_qualifier(passage.text, found, mention.floor, figure.quantity.qualifier, passage.lang)


def _is_said_otherwise(mention: Mention, figure: Figure) -> bool:
    """Whether a mention is the figure in other words: half of 50%, doubled of 增加一倍, 一年半 of 18个月."""
    unit = figure.metric.unit.zh
    if not may_say_otherwise(mention.found.unit, mention.passage.lang, unit, "zh"):
        return False
    stated = _as_stated(figure.as_printed, figure.quantity, unit)
    return said_alike(mention.passage.text, mention.found, mention.passage.lang, stated, "zh")


def _as_stated(as_printed: str, quantity: Quantity, unit: str) -> Found:
    """The figure as it was written in the data, else one of its quantity and unit."""
    written = read(as_printed, "any") if as_printed else None
    if written is not None and may_say_otherwise(written.unit, "zh", unit, "zh"):
        return written
    return Found(as_printed, 0, len(as_printed), quantity, unit)


def _may_be_bare(mention: Mention, figure: Figure) -> bool:
    """Whether a number without a unit may be that of a figure: of things, only beside a word of its name."""
    return bool(mention.found.unit) or not figure.metric.noun or closeness(mention, figure) > (0, 0)


def _is_converted(mention: Mention, figure: Figure, units: Mapping[str, Unit]) -> bool:
    """Whether the number is that of the figure in another unit of its kind: 0.2公里 of 200米."""
    printed, stated = mention.found.quantity.value, figure.quantity.value
    if not isinstance(printed, Decimal) or not isinstance(stated, Decimal):
        return False
    factor = conversion(mention.found.unit, figure.metric, units, mention.passage.lang)
    return factor is not None and stated == printed * factor


def equal_values(printed: Quantity, stated: Quantity) -> bool:
    """Returns whether both give the same number, if need be as the text rounds it (8.4万 of 83,612)."""
    if stated.qualifier is Qualifier.INDEFINITE or printed.qualifier is Qualifier.INDEFINITE:
        return printed.qualifier is stated.qualifier and _order(printed.base) == _order(stated.base)
    if (printed.value, printed.low, printed.high) == (stated.value, stated.low, stated.high):
        return True
    rounds = printed.step > 1 and printed.qualifier in _PLAIN and stated.qualifier in _PLAIN
    if not rounds or not isinstance(stated.value, Decimal) or not isinstance(printed.value, Decimal):
        return False
    return abs(stated.value - printed.value) * 2 <= printed.step


def _order(base: Decimal | None) -> int:
    return base.adjusted() if base else -1


def same_qualifier(printed: Quantity, stated: Quantity) -> bool:
    """Returns whether both qualify their number alike; what is rounded may be said to be about (约8.4万)."""
    if printed.qualifier is stated.qualifier:
        return printed.hedged is stated.hedged
    rounded = stated.qualifier is Qualifier.EXACT and printed.qualifier is Qualifier.ABOUT
    return rounded and printed.value != stated.value


def _value_slip(printed: Quantity, stated: Quantity) -> Slip:
    one, other = _digits(printed), _digits(stated)
    if one and other and one == other:
        return Slip.MAGNITUDE
    return Slip.TRANSPOSED if one and sorted(one) == sorted(other) else Slip.VALUE


def _digits(quantity: Quantity) -> str:
    value = quantity.value
    if value is None or isinstance(value, Fraction):
        return ""
    return format(value, "f").replace(".", "").lstrip("-0").rstrip("0")
