"""The same amount in two stories may be one and the same."""

from __future__ import annotations

from sfwgen.checks import check_site
from sfwgen.counters import aggregate
from sfwgen.diagnostics import Severity
from tests.support.example import changed, site_of

OLD = "figures:\n  - {metric: towns_supplied"


def codes(figure: str) -> list[tuple[str, Severity, str]]:
    site = site_of(changed(figure=(OLD, f"figures:\n  - {figure}\n  - {{metric: towns_supplied")))
    counters, refused = aggregate(site)
    assert refused == ()
    told = check_site(site, counters)
    return [
        (each.code, each.severity, each.location.file) for each in told if each.code == "counter-same-twice"
    ]


def test_the_same_amount_in_two_stories_without_a_date_is_told() -> None:
    found = codes("{metric: relief_money, value: 6500元}")
    assert [(code, severity) for code, severity, _ in found] == [("counter-same-twice", Severity.WARNING)]


def test_another_amount_or_a_period_is_no_double() -> None:
    assert codes("{metric: relief_money, value: 6400元}") == []
    assert codes("{metric: relief_money, value: 6500元, period: 2019-01/2019-02}") == []
