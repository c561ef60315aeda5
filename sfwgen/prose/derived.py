"""Figures that follow from others: sums, differences, shares, multiples, spans of time, counts of places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, permutations

from sfwgen.dates import PartialDate
from sfwgen.figures import Qualifier, Refusal, find, total
from sfwgen.model import Figure, Story, Totalling
from sfwgen.prose.mentions import Mention
from sfwgen.prose.rates import is_for_all, is_for_each, is_share
from sfwgen.prose.units import names_metric

_PLACE_KINDS = {
    "town": ("镇", "towns", "town"),
    "subdistrict": ("街道", "subdistricts", "subdistrict"),
    "community": ("社区", "communities", "community"),
    "village": ("村", "个村", "villages", "village"),
    "estate": ("小区", "个小区", "estates", "estate"),
}
_DAYS = frozenset({"天", "日", "day", "days"})
_MONTHS = frozenset({"月", "个月", "month", "months"})
_TIMES = frozenset({"倍", "times"})


def derive(mention: Mention, story: Story) -> str:
    """Returns how a mention follows from the figures, places and dates of a story, or nothing.

    The note is a key: `sum`, `difference`, `share`, `multiple`, `change`, `places`, `days`, `months`, `each`
    or `product`.
    """
    for note, holds in _ways(mention, story):
        if holds:
            return note
    return ""


def _ways(mention: Mention, story: Story) -> Iterator[tuple[str, bool]]:
    unit = mention.found.unit
    plain = [figure for figure in story.figures if not figure.example and not figure.statistic]
    if unit == "%" or unit in _TIMES:
        yield ("share" if unit == "%" else "multiple"), _is_ratio(mention, plain)
        yield "change", unit == "%" and _is_change(mention, plain)
        yield "share", unit == "%" and is_share(mention, plain)
        return
    if unit == "ratio":
        yield "share", is_share(mention, plain)
        return
    alike = [figure for figure in plain if _is_unit_of(mention, figure)]
    yield "sum", any(_is_sum(mention, group) for group in _groups(alike))
    yield "difference", any(_is_difference(mention, *pair) for pair in permutations(alike, 2))
    yield (
        "places",
        not any(_is_unit_of(mention, each) for each in story.figures) and _is_count_of_places(mention, story),
    )
    if unit in _DAYS or unit in _MONTHS:
        yield "days" if unit in _DAYS else "months", _is_span(mention, story)
    # A bare number beside others is of their kind: of 287 problems 263 are resolved and 24 in hand.
    near = alike if unit else plain
    beside = _stated_beside(mention, near) if len(near) > 1 else []
    yield "sum", any(_is_plain_sum(mention, group) for group in _groups_of_a_unit(beside))
    yield "difference", any(_is_rest(mention, *pair) for pair in permutations(beside, 2))
    yield "each", is_for_each(mention, alike, plain)
    yield "product", is_for_all(mention, alike, story.figures)


def _is_unit_of(mention: Mention, figure: Figure) -> bool:
    lang = mention.passage.lang
    return bool(mention.found.unit) and names_metric(
        mention.found.unit, figure.metric, lang, mention.sentence
    )


def _groups(figures: list[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Figures of one metric that allows a sum: all of them, and each pair."""
    by_metric: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.metric.total is Totalling.SUM:
            by_metric.setdefault(figure.metric.id, []).append(figure)
    for group in by_metric.values():
        if len(group) > 1:
            yield tuple(group)
            yield from combinations(group, 2)


def _is_sum(mention: Mention, figures: tuple[Figure, ...]) -> bool:
    result = total([figure.quantity for figure in figures])
    return not isinstance(result, Refusal) and mention.found.quantity in (result, result.rounded())


def _is_difference(mention: Mention, larger: Figure, smaller: Figure) -> bool:
    printed, one, other = mention.found.quantity, larger.quantity, smaller.quantity
    exact = printed.qualifier is one.qualifier is other.qualifier is Qualifier.EXACT
    if larger.metric.id != smaller.metric.id or not exact:
        return False
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return False
    return printed.value == one.value - other.value


def _stated_beside(mention: Mention, figures: list[Figure]) -> list[Figure]:
    """The exact figures that the same passage prints as well: what follows from them a reader can see."""
    printed = _exact_numbers(mention.passage.text, mention.passage.lang)
    return [
        each
        for each in figures
        if each.quantity.qualifier is Qualifier.EXACT and each.quantity.value in printed
    ]


# Asked for every figure of a passage that rests on nothing else.
@lru_cache(maxsize=16)
def _exact_numbers(text: str, lang: str) -> frozenset[Decimal | Fraction]:
    exact = (each.quantity for each in find(text, lang) if each.quantity.qualifier is Qualifier.EXACT)
    return frozenset(each.value for each in exact if each.value is not None)


def _groups_of_a_unit(figures: list[Figure]) -> Iterator[tuple[Figure, ...]]:
    """All figures of one unit, and each pair of them."""
    by_unit: dict[str, list[Figure]] = {}
    for figure in figures:
        by_unit.setdefault(figure.metric.unit.id, []).append(figure)
    for group in by_unit.values():
        if len(group) > 1:
            yield tuple(group)
            yield from combinations(group, 2)


def _is_plain_sum(mention: Mention, figures: tuple[Figure, ...]) -> bool:
    result = total([figure.quantity for figure in figures])
    return not isinstance(result, Refusal) and mention.found.quantity == result


def _is_rest(mention: Mention, whole: Figure, part: Figure) -> bool:
    """Whether a mention is what is left of a whole: of 120 households 96 were approved, 24 are not."""
    printed, one, other = mention.found.quantity, whole.quantity.value, part.quantity.value
    if whole.metric.unit.id != part.metric.unit.id or printed.qualifier is not Qualifier.EXACT:
        return False
    return isinstance(one, Decimal) and isinstance(other, Decimal) and printed.value == one - other > 0


def _is_change(mention: Mention, figures: list[Figure]) -> bool:
    """Whether a percentage is by how much one figure of a kind is above or below another, rounded."""
    printed = mention.found.quantity
    up = mention.found.direction == "up"
    exact = printed.qualifier in (Qualifier.EXACT, Qualifier.ABOUT)
    if mention.found.direction is None or not exact or not isinstance(printed.value, Decimal):
        return False
    for before, after in permutations(figures, 2):
        one, other = before.quantity.value, after.quantity.value
        same = before.metric.unit.dimension == after.metric.unit.dimension
        if not same or not isinstance(one, Decimal) or not isinstance(other, Decimal) or not one:
            continue
        changed = (other - one if up else one - other) * 100 / one
        if changed > 0 and changed.quantize(printed.step, ROUND_HALF_UP) == printed.value:
            return True
    return False


def _is_ratio(mention: Mention, figures: list[Figure]) -> bool:
    """Whether a share or multiple is that of two figures of one kind, rounded as it is printed."""
    printed = mention.found.quantity
    plain = printed.qualifier in (Qualifier.EXACT, Qualifier.ABOUT)
    if not plain or not isinstance(printed.value, Decimal):
        return False
    if mention.found.unit == "%" and printed.value > 100:
        return False
    scale = 100 if mention.found.unit == "%" else 1
    for part, whole in permutations(figures, 2):
        values = part.quantity.value, whole.quantity.value
        if part.metric.unit.dimension != whole.metric.unit.dimension or not values[1]:
            continue
        if isinstance(values[0], Decimal) and isinstance(values[1], Decimal):
            quotient = (values[0] * scale / values[1]).quantize(printed.step, ROUND_HALF_UP)
            if quotient == printed.value:
                return True
    return False


def _is_count_of_places(mention: Mention, story: Story) -> bool:
    unit, value = mention.found.unit.casefold(), mention.found.quantity.value
    return mention.found.quantity.qualifier is Qualifier.EXACT and any(
        unit in words and value == sum(place.kind == kind for place in story.places)
        for kind, words in _PLACE_KINDS.items()
    )


def _is_span(mention: Mention, story: Story) -> bool:
    if mention.found.quantity.qualifier not in (Qualifier.EXACT, Qualifier.ABOUT):
        return False
    value = mention.found.quantity.value
    dates = [step.date for step in story.timeline if step.date is not None and step.date.month]
    if mention.found.unit in _DAYS:
        days = [when.start for when in dates if when.day]
        return any(value == abs((two - one).days) for one, two in combinations(days, 2))
    return any(value == abs(_months(one, two)) for one, two in combinations(dates, 2))


def _months(one: PartialDate, two: PartialDate) -> int:
    first, second = one.start, two.start
    return _month_number(second) - _month_number(first)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month
