"""What counters add up, what they replace, and what they keep out, with the reason."""

from decimal import Decimal

import pytest

from sfwgen.counters import Reason
from sfwgen.figures import Qualifier
from sfwgen.model import Site
from tests.counters.ledgers import counter, project, refs


def total(site: Site) -> tuple[str, Decimal]:
    quantity = counter(site).quantity
    assert quantity is not None
    assert isinstance(quantity.value, Decimal)
    return str(quantity.qualifier), quantity.value


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("3户", "20户"), ("exact", Decimal(23))),
        (("800余户", "20户"), ("more_than", Decimal(820))),
        (("800余户", "40余户"), ("more_than", Decimal(840))),
        (("800余户", "至少40户"), ("more_than", Decimal(840))),
        (("至少800户", "至少40户"), ("at_least", Decimal(840))),
        (("约800户", "约40户"), ("about", Decimal(840))),
        (("近800户", "40户以下"), ("less_than", Decimal(840))),
        (("不足800户", "3户"), ("less_than", Decimal(803))),
        (("8.4万户", "237户"), ("about", Decimal(84000))),
        (("8.4万户", "1000户"), ("exact", Decimal(85000))),
        (("3户",), ("exact", Decimal(3))),
    ],
)
def test_a_sum_never_says_more_than_its_parts(values: tuple[str, ...], expected: tuple[str, Decimal]) -> None:
    site = project(stories={f"s{n}": [f"value: {value}"] for n, value in enumerate(values)})
    assert total(site) == expected


def test_ranges_add_up_end_by_end() -> None:
    quantity = counter(project(stories={"a": ["value: 3至5户"], "b": ["value: 20户"]})).quantity
    assert quantity is not None
    assert (quantity.qualifier, quantity.low, quantity.high) == (Qualifier.RANGE, Decimal(23), Decimal(25))


def test_units_that_convert_add_up_in_the_unit_of_the_metric() -> None:
    stories = {"a": ["value: 1.2公里"], "b": ["value: 300米"]}
    assert total(project(unit="metre", stories=stories)) == ("exact", Decimal(1500))


def test_a_counter_without_figures_has_no_total_and_no_fault() -> None:
    empty = counter(project(stories={"a": []}))
    assert (empty.quantity, empty.refusal, empty.contributions, empty.as_of) == (None, None, (), None)


# --- the latest replaces the earlier ones -------------------------------------------------------------------

TALLIES = {"2019-03": ["value: 12户"], "2019-mid": ["value: 20户"], "2019-12": ["value: 18户"]}


def test_the_latest_tally_replaces_the_earlier_ones() -> None:
    found = counter(project(kind="stock", total="latest", source="tallies", tallies=TALLIES))
    assert found.quantity is not None
    assert found.quantity.value == 18
    assert refs(found.contributions) == ["2019-12#visits"]
    assert [(each.record.ref, each.reason) for each in found.left_out] == [
        ("2019-03#visits", Reason.OLDER),
        ("2019-mid#visits", Reason.OLDER),
    ]
    assert str(found.as_of) == "2019-12"


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2019-05", "2019-mid"),
        ("2019-mid", "2019-08"),
        ("2019-mid", "2019-07-31"),
        ("2019", "2020-01"),
        ("2019-06-early", "2019-06-late"),
        ("2019-06-27", "2019-06-28"),
    ],
)
def test_dates_of_any_precision_replace_each_other_where_the_order_is_sure(earlier: str, later: str) -> None:
    tallies = {earlier: ["value: 30户"], later: ["value: 20户"]}
    found = counter(project(kind="stock", total="latest", source="tallies", tallies=tallies))
    assert refs(found.contributions) == [f"{later}#visits"]


def test_a_running_total_with_a_period_counts_as_of_its_end() -> None:
    stories = {"a": ["value: 30户, period: 2019-01/2019-06"], "b": ["value: 40户, period: 2019-01/2019-09"]}
    found = counter(project(kind="stock", total="latest", stories=stories))
    assert (refs(found.contributions), str(found.as_of)) == (["b#visits"], "2019-09")


# --- the largest --------------------------------------------------------------------------------------------


def test_the_largest_counts_where_the_metric_says_so() -> None:
    found = counter(
        project(total="max", stories={"a": ["value: 30户"], "b": ["value: 800余户"], "c": ["value: 近900户"]})
    )
    assert refs(found.contributions) == ["c#visits"]
    assert {each.reason for each in found.left_out} == {Reason.SMALLER}


# --- kept out, with the reason ------------------------------------------------------------------------------


def test_examples_are_left_out() -> None:
    found = counter(project(stories={"a": ["value: 3户, example: true"], "b": ["value: 20户"]}))
    assert refs(found.contributions) == ["b#visits"]
    assert [(each.record.ref, each.reason) for each in found.left_out] == [("a#visits", Reason.EXAMPLE)]


def test_what_a_definition_leaves_out_is_listed_with_its_reason_in_each_language() -> None:
    found = counter(project(stories={"a": ["value: 3户"], "b": ["value: 20户"]}, leave_out=["a#visits"]))
    [left_out] = found.left_out
    assert (left_out.record.ref, left_out.reason) == ("a#visits", Reason.NAMED)
    assert left_out.text == {"zh": "已包含", "en": "Counted already"}
    assert found.quantity is not None
    assert found.quantity.value == 20


@pytest.mark.parametrize(("source", "counted"), [("stories", "a#visits"), ("tallies", "2019-05#visits")])
def test_stories_and_tallies_are_never_added_to_each_other(source: str, counted: str) -> None:
    site = project(source=source, stories={"a": ["value: 3户"]}, tallies={"2019-05": ["value: 20户"]})
    found = counter(site)
    assert refs(found.contributions) == [counted]
    assert [each.reason for each in found.left_out] == [Reason.OTHER_SOURCE]


def test_a_figure_with_its_own_label_and_unit_is_of_no_counter() -> None:
    own = "id: visits, label: {zh: 道路, en: Road}, unit: metre, value: 200米"
    found = counter(project(stories={"a": [own], "b": ["value: 20户"]}))
    assert refs(found.contributions) == ["b#visits"]
    assert found.left_out == ()


# --- evidence -----------------------------------------------------------------------------------------------


def test_the_date_of_a_total_is_the_latest_of_its_parts_and_unknown_if_one_is() -> None:
    dated = {"a": ["value: 3户, as_of: 2019-05"], "b": ["value: 20户, as_of: 2019-07"]}
    assert str(counter(project(stories=dated)).as_of) == "2019-07"
    assert counter(project(stories=dated | {"c": ["value: 2户"]})).as_of is None


def test_each_source_is_named_once() -> None:
    found = counter(project(stories={"a": ["value: 3户"], "b": ["value: 20户"]}))
    assert [source.text["en"] for source in found.sources] == ["A report"]
