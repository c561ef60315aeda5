"""Totals, parts and shares: what holds, what does not, and what nobody can say."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sfwgen.figures import Qualifier, Quantity, read
from sfwgen.reconcile import Judgement, Verdict, judge_records, judge_share, judge_total
from tests.checks.projects import FILES
from tests.registers.projects import RELATIONS, ROWS, SCHEMA, TALLY, Files, codes, faults, reconciled, said

UNITS = (
    FILES["content/vocabulary/units.yaml"]
    + "percent: {zh: '%', en: {one: per cent, many: per cent}, dimension: share, amount: true}\n"
)


def metric(name: str, unit: str, kind: str = "stock") -> str:
    return (
        f"{name}:\n  label: {{zh: {name}, en: {name}}}\n  description: {{zh: 数, en: A number}}\n"
        f"  unit: {unit}\n  kind: {kind}\n  total: never\n"
    )


METRICS = FILES["content/vocabulary/metrics.yaml"] + "".join(
    (
        metric("to_enterprises", "visit"),
        metric("to_grassroots", "visit"),
        metric("share_of_visits", "percent", "rate"),
    )
)
SUM = "visits-by-kind: {total: visits, parts: [to_enterprises, to_grassroots]}\n"
SHARE = "share: {share: {part: to_enterprises, whole: visits, percent: share_of_visits}}\n"


def stated(relations: str, **figures: str) -> dict[str, str | None]:
    """A project whose tally states these figures, with relations between them."""
    lines = "".join(f'  - {{metric: {name}, value: "{value}"}}\n' for name, value in figures.items())
    tally = f"as_of: 2019-mid\nsources: [{{zh: 一份报道, en: A report}}]\nfigures:\n{lines}"
    return {
        "content/vocabulary/units.yaml": UNITS,
        "content/vocabulary/metrics.yaml": METRICS,
        RELATIONS: relations,
        TALLY: tally,
        SCHEMA: None,
        ROWS: None,
    }


def stated_twice(figure: str) -> Files:
    """A tally whose parts make up their total, with one more figure."""
    files = stated(SUM, visits="237次", to_enterprises="219次", to_grassroots="18次")
    return {**files, TALLY: f"{files[TALLY]}  - {{{figure}}}\n"}


@pytest.mark.parametrize(
    ("total", "parts", "code"),
    [
        ("237次", ("219次", "18次"), "relation-ok"),
        ("237次", ("219次", "17次"), "relation-mismatch"),
        ("2.4万次", ("23,981次", "18次"), "relation-rounding"),
        ("2.4万次", ("25,981次", "18次"), "relation-mismatch"),
        ("800余次", ("500余次", "300次"), "relation-ok"),
        ("800余次", ("500余次", "320次"), "relation-incomplete"),
        ("800余次", ("500余次", "700次"), "relation-unlikely"),
        ("800余次", ("500次", "300次"), "relation-mismatch"),
        ("237次", ("数百次", "18次"), "relation-incomplete"),
    ],
)
def test_parts_are_held_against_their_total(total: str, parts: tuple[str, str], code: str) -> None:
    files = stated(SUM, visits=total, to_enterprises=parts[0], to_grassroots=parts[1])
    assert codes(files) == [code]


def test_a_mismatch_is_told_at_the_total_with_the_difference_in_both_languages() -> None:
    files = stated(SUM, visits="237次", to_enterprises="219次", to_grassroots="17次")
    (found,) = reconciled(files)
    assert (found.location.file, found.location.line) == (TALLY, 4)
    assert "写的是237次，算得236次，相差 1" in found.message("zh")
    assert "stated as 237 visits, it comes to 236 visits; the difference is 1" in found.message("en")


def test_a_part_that_is_not_stated_leaves_a_remainder_and_no_error() -> None:
    files = stated(SUM, visits="237次", to_enterprises="219次")
    assert codes(files) == ["relation-incomplete"]
    assert "还有 18 没有着落" in said(files, "relation-incomplete", "zh")


def test_parts_that_exceed_the_total_are_wrong_even_if_one_is_not_stated() -> None:
    assert codes(stated(SUM, visits="237次", to_enterprises="240次")) == ["relation-mismatch"]


def test_some_of_the_parts_may_come_to_less_but_not_to_more() -> None:
    some = SUM.replace("}\n", ", complete: false}\n")
    assert codes(stated(some, visits="237次", to_enterprises="200次", to_grassroots="7次")) == [
        "relation-incomplete"
    ]
    assert codes(stated(some, visits="237次", to_enterprises="230次", to_grassroots="8次")) == [
        "relation-mismatch"
    ]


def test_some_of_the_parts_may_exceed_a_rounded_total_within_its_rounding() -> None:
    some = SUM.replace("}\n", ", complete: false}\n")
    more = stated(some, visits="2.4万次", to_enterprises="24,000次", to_grassroots="90次")
    assert codes(more) == ["relation-rounding"]


@pytest.mark.parametrize(
    ("part", "percent", "code"),
    [
        ("219次", "92.4%", "relation-rounding"),
        ("219次", "92%", "relation-rounding"),
        ("219次", "93%", "relation-mismatch"),
        ("219次", "94.2%", "relation-mismatch"),
        ("219次", "约92%", "relation-ok"),
        ("219次", "九成多", "relation-ok"),
        ("219次", "八成多", "relation-unlikely"),
        ("200余次", "92%", "relation-incomplete"),
    ],
)
def test_a_percentage_is_held_against_its_parts(part: str, percent: str, code: str) -> None:
    assert codes(stated(SHARE, visits="237次", to_enterprises=part, share_of_visits=percent)) == [code]


@pytest.mark.parametrize(("part", "verdict"), [("79次", "ok"), ("80次", "rounding"), ("90次", "mismatch")])
def test_a_third_may_be_a_little_more_or_less(part: str, verdict: str) -> None:
    third = Quantity(Qualifier.EXACT, Fraction(100, 3))
    assert judge_share(quantity(part), quantity("237次"), third).verdict == verdict


def test_a_relation_that_meets_nothing_says_so() -> None:
    assert codes(stated(SUM, to_grassroots="18次")) == ["relation-unmet"]


def test_two_figures_of_one_metric_cannot_be_judged() -> None:
    assert codes(stated_twice("id: again, metric: to_grassroots, value: 3次")) == ["relation-several"]


def test_examples_and_averages_take_no_part() -> None:
    again = "id: again, metric: to_grassroots, value: 3次"
    assert codes(stated_twice(f"{again}, example: true")) == ["relation-ok"]
    assert codes(stated_twice(f"{again}, statistic: average")) == ["relation-ok"]


@pytest.mark.parametrize(
    ("relations", "code"),
    [
        ("a: {total: visits}\n", "relation-form"),
        ("a: {parts: [visits]}\n", "relation-form"),
        (SUM.replace("}\n", ", share: {part: visits, whole: visits, percent: visits}}\n"), "relation-form"),
        ("a: {total: visits, parts: [visit]}\n", "metric-unknown"),
        ("a: {total: visits, parts: [enterprises_supplied]}\n", "relation-units"),
        ("a: {total: visits, parts: [visits]}\n", "value-repeated"),
        (SHARE.replace("percent: share_of_visits", "percent: visits"), "relation-percent"),
    ],
)
def test_slips_in_relations_are_told(relations: str, code: str) -> None:
    assert [each.code for each in faults(stated(relations, visits="237次"))] == [code]


# --- the judgements by themselves ---------------------------------------------------------------------------


def exact(number: int) -> Quantity:
    return Quantity(Qualifier.EXACT, Decimal(number))


def quantity(text: str) -> Quantity:
    found = read(text, "any")
    assert found is not None
    return found.quantity


numbers = st.integers(min_value=0, max_value=10**9)


@given(st.lists(numbers, min_size=1, max_size=8), st.integers(min_value=-5, max_value=5))
def test_exact_parts_make_exactly_their_sum(parts: list[int], off: int) -> None:
    total = exact(max(sum(parts) + off, 0))
    result = judge_total(total, [exact(part) for part in parts])
    same = total.value == sum(parts)
    assert result.verdict is (Verdict.OK if same else Verdict.MISMATCH)
    assert result.remainder is not None and result.expected == sum(parts)
    assert result.expected + result.remainder == total.value


@given(st.lists(numbers, min_size=1, max_size=8), st.integers(min_value=0, max_value=7))
def test_a_missing_part_is_never_an_error_while_there_is_room_for_it(parts: list[int], at: int) -> None:
    known: list[Quantity | None] = [exact(part) for part in parts]
    known[at % len(known)] = None
    assert judge_total(exact(sum(parts)), known).verdict is Verdict.INCOMPLETE


@given(st.integers(min_value=1, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_a_percentage_rounded_to_one_decimal_always_holds(part: int, whole: int) -> None:
    percent = quantity(f"{round(part * 1000 / whole) / 10:.1f}%")
    assert judge_share(exact(part), exact(whole), percent).verdict is not Verdict.MISMATCH


@given(numbers, numbers)
def test_records_exceed_or_fall_short_of_an_exact_number(counted: int, reported: int) -> None:
    result: Judgement = judge_records(Decimal(counted), exact(reported))
    wanted = (
        Verdict.OK if counted == reported else Verdict.MISMATCH if counted > reported else Verdict.INCOMPLETE
    )
    assert result.verdict is wanted
