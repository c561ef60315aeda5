"""What nothing uses is a note; what shows nothing is told."""

from dataclasses import replace

from sfwgen.checks import check_site
from sfwgen.checks.site import RULES
from sfwgen.counters import aggregate
from sfwgen.diagnostics import Severity
from sfwgen.diagnostics.codes import CODES
from tests.checks.projects import COUNTERS, FILES, METRICS, PLACES, UNITS, read

METRIC = """\
owners:
  label: {zh: 业主, en: Owners}
  description: {zh: 业主人数。, en: Owners.}
  unit: visit
  kind: stock
  total: latest
"""


def notes(changes: dict[str, str]) -> list[tuple[str, str]]:
    site = read(changes)
    found = check_site(site, aggregate(site)[0])
    assert all(each.severity is Severity.NOTE for each in found)
    return [(each.code, dict(each.words).get("ids", "")) for each in found]


def test_definitions_that_nothing_uses_are_noted_together() -> None:
    more = {
        METRICS: FILES[METRICS] + METRIC,
        PLACES: FILES[PLACES] + "a: {name: {zh: 甲村, en: Jia Village}, kind: village}\n"
        "b: {name: {zh: 乙村, en: Yi Village}, kind: village}\n",
        UNITS: FILES[UNITS] + "metre: {zh: 米, en: {one: metre, many: metres}, dimension: length}\n",
    }
    assert notes(more) == [
        ("vocabulary-unused", "owners"),
        ("vocabulary-unused", "a, b"),
        ("vocabulary-unused", "metre"),
    ]


def test_a_unit_that_converts_into_a_used_one_and_a_place_around_a_used_one_are_used() -> None:
    units = FILES[UNITS] + "trip: {zh: 趟, dimension: visit}\n"
    assert notes({UNITS: units}) == []


def test_a_counter_that_no_figure_goes_into_is_noted() -> None:
    counter = "owners:\n  metric: owners\n  from: stories\n  label: {zh: 业主, en: Owners}\n"
    more = {
        METRICS: FILES[METRICS] + METRIC,
        COUNTERS: FILES[COUNTERS] + counter + "  counted: {zh: 数。, en: N.}\n",
    }
    assert notes(more) == [("counter-empty", "")]


def test_an_issue_is_told_when_none_of_its_stories_is_on_the_site() -> None:
    site = read({})

    def codes(stories: int) -> set[str]:
        public = replace(site, stories=site.stories[:stories])
        return {each.code for each in check_site(public, aggregate(public)[0])}

    assert "bulletin-empty" not in codes(1)
    assert "bulletin-empty" in codes(0)


def test_every_code_of_the_table_of_rules_is_in_the_code_table() -> None:
    assert {code for rule in RULES for code in rule.codes} <= CODES.keys()
