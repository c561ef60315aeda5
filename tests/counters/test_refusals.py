"""What may not be made one number is refused, with an explanation that names the figures."""

import pytest

from sfwgen.diagnostics import Severity
from tests.counters.ledgers import counter, project, refs, refusal


def named(site_refusal: object) -> tuple[str, ...]:
    words = dict(getattr(site_refusal, "words", ()))
    return tuple(words[name] for name in ("first", "second") if name in words)


# --- rates, averages, metrics without a total ---------------------------------------------------------------


AVERAGE = "value: 3户, statistic: average"


def test_a_metric_that_allows_no_total_has_none() -> None:
    assert refusal(project(total="never", stories={"a": ["value: 3户"]})).code == "counter-metric-never"


def test_the_latest_rate_may_be_shown() -> None:
    stories = {"a": ["value: 3户, as_of: 2019-05"], "b": ["value: 4户, as_of: 2019-06"]}
    assert refs(counter(project(kind="rate", total="latest", stories=stories)).contributions) == ["b#visits"]


@pytest.mark.parametrize("stories", [{"a": [AVERAGE]}, {"a": [AVERAGE], "b": ["value: 20户"]}])
def test_an_average_is_no_part_of_a_sum_even_alone(stories: dict[str, list[str]]) -> None:
    found = refusal(project(stories=stories))
    assert found.code == "counter-adds-statistics"
    assert "a#visits" in found.message("zh")
    assert [each.file for each in found.related] == ["content/stories/a/index.zh.md"]


# --- the same thing twice -----------------------------------------------------------------------------------


def test_two_figures_of_one_story_without_periods_may_be_the_same() -> None:
    found = refusal(project(stories={"a": ["id: one, value: 3户", "id: two, value: 20户"]}))
    assert (found.code, named(found)) == ("counter-overlap", ("a#one", "a#two"))


SCOPE = "scope: {zh: 飞凤社区, en: Feifeng}"
OTHER = "scope: {zh: 塔秀村, en: Taxiu}"


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        ("period: 2019-01/2019-03", "period: 2019-03/2019-05", True),
        ("period: 2019-01/2019-12", "period: 2019-03/2019-04", True),
        ("period: 2019-01-01/2019-03-15", "period: 2019-03-15/2019-05-31", True),
        ("period: 2019-01-01/2019-03-14", "period: 2019-03-15/2019-05-31", False),
        ("period: 2019-01/2019-03", "as_of: 2019-02-14", True),
        ("period: 2019-01/2019-03", "period: 2019-04/2019-05", False),
        ("as_of: 2019-03", "as_of: 2019-04", False),
        ("as_of: 2019", "as_of: 2019-04", True),
        ("as_of: 2019-03", "", True),
    ],
)
def test_figures_of_one_scope_add_up_where_their_periods_do_not_overlap(
    first: str, second: str, refused: bool
) -> None:
    figures = [", ".join(filter(None, ["value: 3户", when, SCOPE])) for when in (first, second)]
    for stories in (
        {"a": [figures[0]], "b": [figures[1]]},
        {"a": [f"id: one, {figures[0]}", f"id: two, {figures[1]}"]},
    ):
        site = project(stories=stories)
        if refused:
            assert refusal(site).code == "counter-overlap"
        else:
            assert counter(site).refusal is None


def test_a_long_period_overlaps_one_that_is_not_next_to_it() -> None:
    periods = ("2019-01/2019-12", "2019-02/2019-02", "2019-05/2019-06")
    stories = {f"s{n}": [f"value: 3户, period: {period}, {SCOPE}"] for n, period in enumerate(periods)}
    assert refusal(project(stories=stories)).code == "counter-overlap"
    assert counter(project(stories={"s1": stories["s1"], "s2": stories["s2"]})).refusal is None


def test_different_scopes_and_different_stories_add_up() -> None:
    assert (
        counter(
            project(stories={"a": [f"id: one, value: 3户, {SCOPE}", f"id: two, value: 4户, {OTHER}"]})
        ).refusal
        is None
    )
    assert counter(project(stories={"a": ["value: 3户"], "b": ["value: 4户"]})).refusal is None


def test_a_whole_and_a_part_of_it_do_not_add_up() -> None:
    story = {"a": ["id: all, value: 20户", f"id: part, value: 3户, {SCOPE}"]}
    found = refusal(project(stories=story))
    assert (found.code, named(found)) == ("counter-overlap", ("a#all", "a#part"))
    tally = {"2019-05": ["id: all, value: 20户", f"id: part, value: 3户, {SCOPE}"]}
    assert refusal(project(source="tallies", tallies=tally)).code == "counter-overlap"


def test_two_tallies_do_not_add_up_since_they_do_not_say_since_when_they_count() -> None:
    tallies = {"2019-05": ["value: 3户"], "2019-09": ["value: 20户"]}
    assert refusal(project(source="tallies", tallies=tallies)).code == "counter-overlap"
    stated = {
        "2019-05": ["value: 3户, period: 2019-01/2019-05"],
        "2019-09": ["value: 20户, period: 2019-06/2019-09"],
    }
    assert counter(project(source="tallies", tallies=stated)).refusal is None


# --- levels -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("second", [", as_of: 2019-06", ""])
def test_levels_of_different_or_unknown_dates_do_not_add_up(second: str) -> None:
    stories = {"a": ["value: 3户, as_of: 2019-05"], "b": [f"value: 20户{second}"]}
    found = refusal(project(kind="stock", stories=stories))
    assert (found.code, named(found)) == ("counter-adds-dates", ("a#visits", "b#visits"))


def test_two_levels_without_dates_do_not_add_up() -> None:
    stories = {"a": ["value: 3户"], "b": ["value: 20户"]}
    assert refusal(project(kind="stock", stories=stories)).code == "counter-adds-dates"


def test_levels_of_one_date_add_up_over_different_scopes_only() -> None:
    def stock(one: str, other: str) -> dict[str, list[str]]:
        return {"a": [f"value: 3户, as_of: 2019-05{one}"], "b": [f"value: 20户, as_of: 2019-05{other}"]}

    assert counter(project(kind="stock", stories=stock(f", {SCOPE}", f", {OTHER}"))).refusal is None
    assert refusal(project(kind="stock", stories=stock(f", {SCOPE}", f", {SCOPE}"))).code == "counter-overlap"


# --- the latest ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "dates",
    [
        ("2019-05", "2019-05"),
        ("2019-06-27", "2019-06-27"),
        ("2019", "2019-09"),
        ("2019-mid", "2019-07-15"),
        ("2019-06-late", "2019-06"),
    ],
)
def test_two_tallies_of_which_neither_is_surely_the_later_are_refused(dates: tuple[str, str]) -> None:
    figures = [f"value: {n}户, as_of: {date}" for n, date in zip((20, 30), dates, strict=True)]
    site = project(kind="stock", total="latest", stories={"a": [figures[0]], "b": [figures[1]]})
    found = refusal(site)
    assert (found.code, named(found)) == ("counter-latest-twice", ("a#visits", "b#visits"))
    assert len(found.related) == 2


def test_a_tally_without_a_date_is_neither_older_nor_newer() -> None:
    tallies = {"2019-05": ["value: 20户"], "undated": ["value: 30户"]}
    site = project(kind="stock", total="latest", source="tallies", tallies=tallies)
    assert refusal(site).code == "counter-latest-twice"
    alone = project(kind="stock", total="latest", source="tallies", tallies={"undated": ["value: 30户"]})
    assert counter(alone).refusal is None


@pytest.mark.parametrize("unlike", [SCOPE, "statistic: average"])
def test_a_figure_about_something_else_does_not_replace_the_latest(unlike: str) -> None:
    tallies = {"2019-05": ["value: 20户"], "2019-09": [f"value: 3户, {unlike}"]}
    site = project(kind="stock", total="latest", source="tallies", tallies=tallies)
    found = refusal(site)
    assert (found.code, named(found)) == ("counter-latest-unlike", ("2019-05#visits", "2019-09#visits"))


# --- the largest --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("values", [("820户", "800余户"), ("920户", "约900户"), ("8.42万户", "8.4万户")])
def test_the_largest_is_refused_where_another_may_be_larger(values: tuple[str, str]) -> None:
    stories = {"a": [f"value: {values[0]}"], "b": [f"value: {values[1]}"]}
    found = refusal(project(total="max", stories=stories))
    assert (found.code, named(found)) == ("counter-max-unclear", ("a#visits", "b#visits"))


def test_the_largest_is_refused_where_one_has_no_value() -> None:
    stories = {"a": ["value: 30户"], "b": ["value: 几十户"]}
    assert refusal(project(total="max", stories=stories)).code == "counter-indefinite"


# --- parts without a total ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (("800余户", "近300户"), "counter-mixed-qualifiers"),
        (("约800户", "300余户"), "counter-mixed-qualifiers"),
        (("3至5户", "300余户"), "counter-mixed-qualifiers"),
        (("几十户", "300户"), "counter-indefinite"),
    ],
)
def test_parts_that_cannot_be_added_honestly_are_shown_without_a_total(
    values: tuple[str, ...], code: str
) -> None:
    site = project(stories={f"s{n}": [f"value: {value}"] for n, value in enumerate(values)})
    found = refusal(site)
    assert (found.code, found.severity) == (code, Severity.WARNING)
    assert refs(counter(site).contributions) == ["s0#visits", "s1#visits"]
    assert counter(site).left_out == ()
    assert "s0#visits, s1#visits" in found.message("en")
