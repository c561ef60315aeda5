"""Whatever the figures: nothing gets lost, the order does not matter, and a reader can add it up again."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from sfwgen.counters import Counter, aggregate
from sfwgen.dates import parse_date
from sfwgen.figures import Qualifier, Quantity, Refusal, total
from sfwgen.model import Figure, MetricKind, Site, Totalling
from tests.counters.ledgers import counter, project

T = TypeVar("T")

SITE = project(
    stories={f"s{n}": ["value: 1户"] for n in range(4)},
    tallies={"2019-05": ["value: 1户"], "2019-09": ["value: 1户"]},
)

_NUMBERS = st.integers(0, 10**6).map(Decimal)
_EXACT = _NUMBERS.map(lambda number: Quantity(Qualifier.EXACT, number))
_ROUNDED = st.integers(1, 999).map(lambda n: Quantity(Qualifier.EXACT, Decimal(n) * 1000, step=Decimal(1000)))
_QUALIFIED = st.builds(
    Quantity,
    st.sampled_from([Qualifier.MORE_THAN, Qualifier.AT_LEAST, Qualifier.ABOUT, Qualifier.NEARLY]),
    _NUMBERS,
)
_RANGES = st.tuples(_NUMBERS, _NUMBERS).map(
    lambda ends: Quantity(Qualifier.RANGE, low=min(ends), high=max(ends))
)
_VAGUE = st.just(Quantity(Qualifier.INDEFINITE, base=Decimal(10)))
_QUANTITIES = st.one_of(_EXACT, _EXACT, _ROUNDED, _QUALIFIED, _RANGES, _VAGUE)
_DATES = st.sampled_from([None, *map(parse_date, ["2019", "2019-05", "2019-mid", "2019-06-27", "2020-01"])])
_SCOPES = st.sampled_from([{}, {"zh": "飞凤", "en": "Feifeng"}, {"zh": "塔秀", "en": "Taxiu"}])
_TEMPLATE = SITE.stories[0].figures[0]


@st.composite
def figures(draw: st.DrawFn) -> tuple[Figure, ...]:
    return tuple(
        replace(
            _TEMPLATE,
            id=f"f{n}",
            quantity=draw(_QUANTITIES),
            when=draw(_DATES),
            scope=draw(_SCOPES),
            example=draw(st.booleans()) and draw(st.booleans()),
        )
        for n in range(draw(st.integers(0, 2)))
    )


@st.composite
def sites(draw: st.DrawFn) -> Site:
    kind = draw(st.sampled_from(list(MetricKind)))
    allowed = [each for each in Totalling if not (kind is MetricKind.RATE and each is Totalling.SUM)]
    metric = replace(_TEMPLATE.metric, kind=kind, total=draw(st.sampled_from(allowed)))
    definition = replace(SITE.vocabulary.counters["visits"], metric=metric)

    def own() -> tuple[Figure, ...]:
        return tuple(replace(figure, metric=metric) for figure in draw(figures()))

    return replace(
        SITE,
        vocabulary=replace(SITE.vocabulary, metrics={"visits": metric}, counters={"visits": definition}),
        stories=tuple(replace(story, figures=own()) for story in SITE.stories),
        tallies=tuple(replace(tally, figures=own()) for tally in SITE.tallies),
    )


@given(sites(), st.randoms(use_true_random=False))
def test_the_order_of_stories_tallies_and_figures_does_not_matter(site: Site, random: Random) -> None:
    def mixed(items: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(random.sample(items, len(items)))

    other = replace(
        site,
        stories=mixed(tuple(replace(each, figures=mixed(each.figures)) for each in site.stories)),
        tallies=mixed(tuple(replace(each, figures=mixed(each.figures)) for each in site.tallies)),
    )
    # Owners differ in the order of their figures, so that records are compared by what they are called.
    assert shown(counter(other)) == shown(counter(site))


def shown(found: Counter) -> tuple[object, ...]:
    refused = None if found.refusal is None else (found.refusal.code, found.refusal.words)
    left_out = [(each.record.ref, each.reason) for each in found.left_out]
    return found.quantity, refused, found.as_of, [each.ref for each in found.contributions], sorted(left_out)


@given(sites())
def test_every_figure_of_the_metric_is_counted_or_left_out_once(site: Site) -> None:
    found = counter(site)
    refs = sorted([each.ref for each in found.contributions] + [each.record.ref for each in found.left_out])
    owners = [(each.slug, each.figures) for each in site.stories] + [
        (each.id, each.figures) for each in site.tallies
    ]
    assert refs == sorted(f"{name}#{figure.id}" for name, own in owners for figure in own)


@given(sites())
def test_a_total_can_be_worked_out_again_from_what_went_in(site: Site) -> None:
    found = counter(site)
    assert (found.quantity is None) is (found.refusal is not None or not found.contributions)
    if found.quantity is not None:
        again = total([record.figure.quantity for record in found.contributions])
        assert not isinstance(again, Refusal)
        assert found.quantity == again.rounded()
        assert not any(record.figure.example for record in found.contributions)


@given(sites())
def test_what_is_refused_is_told_and_nothing_else(site: Site) -> None:
    counters, told = aggregate(site)
    assert list(told) == [each.refusal for each in counters.values() if each.refusal is not None]


@given(st.lists(st.integers(0, 10**6), min_size=4, max_size=4), st.integers(0, 4))
def test_totals_of_two_sets_of_stories_add_up_to_that_of_both(numbers: list[int], cut: int) -> None:
    def with_numbers(part: slice) -> Decimal:
        stories = tuple(
            replace(
                story,
                figures=(replace(story.figures[0], quantity=Quantity(Qualifier.EXACT, Decimal(number))),),
            )
            for story, number in zip(SITE.stories, numbers, strict=True)
        )
        quantity = counter(replace(SITE, stories=stories[part])).quantity
        return Decimal(0) if quantity is None or not isinstance(quantity.value, Decimal) else quantity.value

    assert (
        with_numbers(slice(cut)) + with_numbers(slice(cut, None)) == with_numbers(slice(None)) == sum(numbers)
    )
