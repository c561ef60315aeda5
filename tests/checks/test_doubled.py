"""The same amount in two stories may be one and the same."""

from __future__ import annotations

from sfwgen.checks import check_site
from sfwgen.counters import aggregate
from sfwgen.diagnostics import Severity
from tests.support.example import changed, site_of

OLD = "figures:\n  - id: road_length                       # 只出现这里的数字：不用指标，直接写名称和单位"


def codes(figure: str, **more: tuple[str, str]) -> list[tuple[str, Severity, str]]:
    stated = (OLD, OLD.replace("figures:\n", f"figures:\n  - {figure}\n"))
    site = site_of(changed(figure=stated, **more))
    counters, refused = aggregate(site)
    assert refused == ()
    told = check_site(site, counters)
    return [
        (each.code, each.severity, each.location.file) for each in told if each.code == "counter-same-twice"
    ]


def test_the_same_amount_in_two_stories_of_one_place_and_year_without_a_date_is_told() -> None:
    found = codes("{metric: relief_money, value: 6500元}")
    assert [(code, severity) for code, severity, _ in found] == [("counter-same-twice", Severity.WARNING)]


def test_another_amount_or_a_period_is_no_double() -> None:
    assert codes("{metric: relief_money, value: 6400元}") == []
    assert codes("{metric: relief_money, value: 6500元, period: 2019-01/2019-02}") == []


def test_the_same_amount_elsewhere_or_in_another_year_is_chance() -> None:
    assert (
        codes("{metric: relief_money, value: 6500元}", places=("places: [feifeng]", "places: [xiangzhu]"))
        == []
    )
    assert codes("{metric: relief_money, value: 6500元}", places=("date: 2019-03", "date: 2018-03")) == []


def test_a_story_that_names_no_place_or_date_may_be_about_any() -> None:
    for line in ("\nplaces: [feifeng]\n", "\ndate: 2019-03\n"):
        assert len(codes("{metric: relief_money, value: 6500元}", places=(line, "\n"))) == 1


def test_a_place_may_be_told_by_the_one_around_it() -> None:
    around = ("places: [feifeng]", "places: [yongkang]")
    assert len(codes("{metric: relief_money, value: 6500元}", places=around)) == 1
