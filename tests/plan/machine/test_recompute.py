"""A reader works out every counter again from the published figures, by the rules of docs/open-data.md.

The rules are written here once more on purpose, with nothing of the package that made the totals.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.machine.published import data_files, read_json, story, with_stories

Figure = dict[str, Any]
SETTLED = {"exact", "none"}
FROM_BELOW = {"more_than", "at_least"}
FROM_ABOVE = {"at_most", "less_than", "nearly"}

LATER = """\
as_of: 2019-12-31
sources: [{zh: 年末统计, en: Year-end count}]
figures: [{metric: visits_enterprises, value: 300余次}, {metric: visits_households, value: 25户}]
"""


def joint_qualifier(qualifiers: Sequence[str]) -> str:
    """The qualifier of a sum of figures with these qualifiers."""
    inexact = [each for each in qualifiers if each not in SETTLED]
    if not inexact:
        return "exact" if "exact" in qualifiers else "none"
    if set(inexact) <= FROM_BELOW:
        return "more_than" if "more_than" in inexact else "at_least"
    if set(inexact) <= FROM_ABOVE:
        return inexact[0] if len(inexact) == 1 or set(inexact) == {"at_most"} else "less_than"
    assert len(set(inexact)) == 1
    return inexact[0]


def rounded(number: Decimal, step: Decimal, qualifier: str) -> Decimal:
    """A sum to the coarsest step of its parts, lower ends down and upper ends up."""
    if step == 1:
        return number
    mode = (
        ROUND_FLOOR
        if qualifier in FROM_BELOW
        else ROUND_CEILING
        if qualifier in FROM_ABOVE
        else ROUND_HALF_UP
    )
    return (number / step).to_integral_value(rounding=mode) * step


def added(figures: Sequence[Figure]) -> dict[str, Any]:
    """The sum of figures, as far as a counter tells it."""
    qualifier = joint_qualifier([each["qualifier"] for each in figures])
    steps = [Decimal(each["step"]) for each in figures if each["step"] != "1"]
    step = max(steps, default=Decimal(1))
    if qualifier == "range":
        low = sum((Decimal(each["low"] or each["value"]) for each in figures), Decimal(0))
        high = sum((Decimal(each["high"] or each["value"]) for each in figures), Decimal(0))
        return {"qualifier": qualifier, "value": None, "low": low, "high": high}
    value = sum((Decimal(each["value"]) for each in figures), Decimal(0))
    if qualifier == "exact" and step != 1 and value % step:
        qualifier = "about"
    return {"qualifier": qualifier, "value": rounded(value, step, qualifier), "low": None, "high": None}


def told(counter: Figure) -> dict[str, Any]:
    numbers = {
        key: None if counter[key] is None else Decimal(counter[key]) for key in ("value", "low", "high")
    }
    return {"qualifier": counter["qualifier"], **numbers}


def recomputed(counter: Figure, figures: Sequence[Figure]) -> dict[str, Any]:
    """A counter's total from nothing but the figures that say they went into it."""
    parts = [each for each in figures if counter["id"] in each["counters"]]
    if not parts:
        return {"qualifier": None, "value": None, "low": None, "high": None}
    assert {each["total"] for each in parts} == {counter["total"]}
    assert {each["unit"] for each in parts} == {counter["unit"]}
    if counter["total"] in ("latest", "max"):
        [parts[0]] = parts
    return added(parts)


def check_all(files: dict[str, bytes]) -> int:
    figures = read_json(files, "data/figures.json")["figures"]
    counters = read_json(files, "data/counters.json")["counters"]
    for counter in counters:
        assert recomputed(counter, figures) == told(counter), counter["id"]
        check_selection(counter, figures)
    return sum(counter["qualifier"] is not None for counter in counters)


def check_selection(counter: Figure, figures: Sequence[Figure]) -> None:
    """What went in and what was left out are all figures of the metric, each for the reason stated."""
    went_in = {each["figure"] for each in counter["contributions"]}
    left_out = {each["figure"]: each["reason"] for each in counter["left_out"]}
    assert went_in == {each["id"] for each in figures if counter["id"] in each["counters"]}
    of_metric = [each for each in figures if each["metric"] == counter["metric"]]
    assert {each["id"] for each in of_metric} <= went_in | set(left_out)
    assert not went_in & set(left_out)
    owner = {"tallies": "tally", "stories": "story"}[counter["from"]]
    eligible = [
        each
        for each in of_metric
        if each[owner] and not each["example"] and left_out.get(each["id"]) != "named"
    ]
    if counter["total"] == "latest" and eligible:
        eligible = [max(eligible, key=lambda each: (each["when_end"] or "", each["when_start"] or ""))]
    assert {each["id"] for each in eligible} == went_in
    for each in of_metric:
        reason = left_out.get(each["id"])
        assert (reason == "example") == (bool(each["example"]) and reason is not None and reason != "named")
        assert reason != "other_source" or not each[owner]


def test_every_total_of_the_bulletin_can_be_worked_out_from_its_figures() -> None:
    assert check_all(data_files()) == 8


def test_a_later_tally_replaces_an_earlier_one() -> None:
    files = with_stories({"../tallies/2019-end.yaml": LATER})
    files["content/tallies/2019-end.yaml"] = files.pop("content/stories/../tallies/2019-end.yaml")
    assert check_all(data_files(files)) == 8


MIXES = {
    "both exact": ("6500元", "3500元"),
    "one about": ("约6500元", "3500元"),
    "lower bounds": ("6500余元", "至少3500元"),
    "upper bounds": ("近6500元", "不超过3500元"),
    "one of ten thousands": ("1.2万元", "3400元"),
    "more than ten thousands": ("1.2万余元", "3400元"),
    "a range": ("3000元至4000元", "500元"),
}


@pytest.mark.parametrize("values", MIXES.values(), ids=MIXES.keys())
def test_a_sum_of_stories_keeps_its_qualifier(values: tuple[str, str]) -> None:
    entries = {
        f"extra-{number}/index.zh.md": story(f'[{{metric: relief_money, value: "{value}"}}]')
        for number, value in enumerate(values)
    }
    assert check_all(data_files(with_stories(entries))) == 8


amounts = st.integers(1, 999_999).map(str) | st.integers(1, 999).map(lambda n: f"{n / 10}万")
values_of = st.sampled_from(["{}元", "{}余元", "至少{}元"])


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(amounts, values_of), min_size=1, max_size=4))
def test_any_sum_of_lower_bounds_and_exact_amounts_can_be_worked_out_again(
    parts: list[tuple[str, str]],
) -> None:
    written = [form.format(amount) for amount, form in parts]
    entries = {
        f"extra-{number}/index.zh.md": story(f'[{{metric: relief_money, value: "{value}"}}]')
        for number, value in enumerate(written)
    }
    assert check_all(data_files(with_stories(entries))) == 8
