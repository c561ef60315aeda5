"""Sums say no more than their parts do, whatever the order in which they are added."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sfwgen.figures import Qualifier, Quantity, Refusal, read, total

UNHURRIED = settings(deadline=None)

SUMS = (
    # with exact or none each qualifier stays
    (["237", "20"], "257"),
    (["800余", "20"], "820余"),
    (["约0.2", "1"], "约1.2"),
    (["近300", "20"], "近320"),
    (["不足10", "5"], "不足15"),
    (["不超过5", "3"], "不超过8"),
    (["至少3", "2"], "至少5"),
    (["5至7", "3"], "8至10"),
    (["0", "40余"], "40余"),
    (["0", "0"], "0"),
    # alike
    (["约300", "约200"], "约500"),
    (["800余", "40余"], "840余"),
    (["至少3", "至少2"], "至少5"),
    (["5至7", "1至2"], "6至9"),
    (["不超过5", "不超过3"], "不超过8"),
    (["不足10", "不足5"], "不足15"),
    (["近300", "近200"], "不足500"),
    # unlike, but on the same side
    (["800余", "至少40"], "超过840"),
    (["不超过5", "近300"], "不足305"),
    (["不超过5", "不足10"], "不足15"),
    (["近300", "不足10"], "不足310"),
    # the coarsest step decides what an exact sum may claim
    (["8.4万", "1.6万"], "10万"),
    (["8.4万", "2000"], "8.6万"),
    (["8.4万", "237"], "约84237"),
    (["3.5", "0.25"], "约3.75"),
    (["1.5", "2"], "3.5"),
)
REFUSED: tuple[tuple[list[str], str], ...] = (
    ([], "nothing-to-add"),
    (["几十", "20"], "indefinite"),
    (["三分之一", "三分之一"], "fraction"),
    (["约300", "800余"], "mixed-qualifiers"),
    (["约300", "近200"], "mixed-qualifiers"),
    (["800余", "近300"], "mixed-qualifiers"),
    (["至少3", "不超过5"], "mixed-qualifiers"),
    (["5至7", "约3"], "mixed-qualifiers"),
    (["5至7", "800余"], "mixed-qualifiers"),
    (["5至7", "不超过3"], "mixed-qualifiers"),
    (["-3", "约5"], "negative"),
)


@pytest.mark.parametrize(("parts", "sum_"), SUMS)
def test_a_sum_takes_the_weakest_qualifier_that_is_true(parts: list[str], sum_: str) -> None:
    assert total([_quantity(part) for part in parts]) == _quantity(sum_)
    assert total([_quantity(part) for part in reversed(parts)]) == _quantity(sum_)


@pytest.mark.parametrize(("parts", "reason"), REFUSED)
def test_a_sum_that_would_say_too_much_is_refused(parts: list[str], reason: str) -> None:
    assert total([_quantity(part) for part in parts]) == Refusal(reason)


def test_a_sum_of_rounded_and_plain_numbers_is_shown_no_finer_than_the_rounded_ones() -> None:
    quantity = total([_quantity("8.4万"), _quantity("237")])
    assert isinstance(quantity, Quantity)
    assert quantity.rounded() == Quantity(Qualifier.ABOUT, Decimal(84000))
    shown = replace(_quantity("超过84237"), step=Decimal(1000)).rounded()
    assert shown == Quantity(Qualifier.MORE_THAN, Decimal(84000))
    shown = replace(_quantity("不超过84237"), step=Decimal(1000)).rounded()
    assert shown == Quantity(Qualifier.AT_MOST, Decimal(85000))


def _numbers() -> st.SearchStrategy[tuple[Decimal, Decimal]]:
    """Pairs of a number and its step: plain, of ten thousands, with decimals."""
    whole = st.integers(1, 10**6).map(lambda n: (Decimal(n), Decimal(1)))
    rounded = st.integers(1, 999).map(lambda n: (Decimal(n * 1000), Decimal(1000)))
    decimal = st.integers(1, 999).map(lambda n: (Decimal(n).scaleb(-1), Decimal("0.1")))
    return st.one_of(whole, rounded, decimal)


def _quantities() -> st.SearchStrategy[Quantity]:
    single = st.builds(
        lambda qualifier, number: Quantity(qualifier, number[0], step=number[1]),
        st.sampled_from(sorted(set(Qualifier) - {Qualifier.RANGE, Qualifier.INDEFINITE, Qualifier.NONE})),
        _numbers(),
    )
    ranges = st.builds(
        lambda number, width: Quantity(
            Qualifier.RANGE, low=number[0], high=number[0] + width * number[1], step=number[1]
        ),
        _numbers(),
        st.integers(1, 50),
    )
    return st.one_of(single, ranges, st.just(Quantity(Qualifier.NONE, Decimal(0))))


def _like_quantities() -> st.SearchStrategy[list[Quantity]]:
    """Lists of any quantities, and lists that can be added."""
    exact = _numbers().map(lambda number: Quantity(Qualifier.EXACT, number[0], step=number[1]))
    below = _quantities().filter(lambda q: q.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST))
    above = _quantities().filter(
        lambda q: q.qualifier in (Qualifier.NEARLY, Qualifier.LESS_THAN, Qualifier.AT_MOST)
    )
    kinds = (_quantities(), exact, st.one_of(exact, below), st.one_of(exact, above))
    return st.one_of(*(st.lists(kind, min_size=1, max_size=6) for kind in kinds))


@UNHURRIED
@given(_like_quantities(), st.randoms(use_true_random=False))
def test_a_total_does_not_depend_on_the_order_of_its_parts(parts: list[Quantity], random: Random) -> None:
    shuffled = list(parts)
    random.shuffle(shuffled)
    assert _said(total(shuffled)) == _said(total(parts))


@UNHURRIED
@given(_like_quantities(), st.integers(1, 5))
def test_a_total_does_not_depend_on_how_its_parts_are_grouped(parts: list[Quantity], split: int) -> None:
    groups = [total(group) for group in (parts[:split], parts[split:]) if group]
    sums = [group for group in groups if isinstance(group, Quantity)]
    if len(sums) < len(groups):
        assert isinstance(total(parts), Refusal)
    else:
        assert _said(total(sums)) == _said(total(parts))


@UNHURRIED
@given(_like_quantities(), st.integers(0, 100))
def test_a_total_holds_for_all_numbers_that_its_parts_may_stand_for(
    parts: list[Quantity], share: int
) -> None:
    sum_ = total(parts)
    if isinstance(sum_, Quantity):
        true_numbers = [_a_number_within(part, share) for part in parts]
        assert sum(true_numbers, Decimal(0)) in sum_.bounds()
        if sum_.qualifier is not Qualifier.ABOUT:
            assert sum(true_numbers, Decimal(0)) in sum_.rounded().bounds()


def _said(sum_: Quantity | Refusal) -> object:
    """What a total says, with its step and why it is about."""
    return sum_ if isinstance(sum_, Refusal) else (sum_, sum_.step, sum_.by_rounding)


def _a_number_within(quantity: Quantity, share: int) -> Decimal:
    """A number that the quantity may stand for; the share of a hundred says where between its ends."""
    bounds = quantity.bounds()
    low = bounds.low if isinstance(bounds.low, Decimal) else Decimal(0)
    high = bounds.high if isinstance(bounds.high, Decimal) else low + 1000
    inner = (
        (high - low) * (share + 1) / 102
        if bounds.low_open or bounds.high_open
        else (high - low) * share / 100
    )
    return low + inner


def _quantity(text: str) -> Quantity:
    figure = read(text, "zh")
    assert figure is not None, text
    return figure.quantity
