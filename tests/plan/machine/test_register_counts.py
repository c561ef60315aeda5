"""What registers hold of the totals, as open data: counts that pages show, never a row."""

from __future__ import annotations

from sfwgen.counters import aggregate
from sfwgen.plan import DataOutput, make_plan
from sfwgen.prose import read_prose
from sfwgen.render.data import render_data
from tests.plan.machine.published import data_files, read_json, read_rows
from tests.registers.projects import SCHEMA, SCHEMA_TEXT, Files, project
from tests.support.example import packaged_theme, site_of

TABLE = "data/register-counts.csv"
BY_TEAM = {SCHEMA: SCHEMA_TEXT + "publish: [team]\n"}


def published(files: Files) -> dict[str, bytes]:
    site = site_of(project(files))
    counters, _ = aggregate(site)
    plan, faults = make_plan(site, counters, read_prose(site, counters), packaged_theme(), {})
    assert not faults
    return {each.path: render_data(each.data) for each in plan.outputs if isinstance(each, DataOutput)}


def test_a_total_is_told_beside_what_the_register_holds_of_it() -> None:
    [row] = read_rows(published({}), TABLE)
    assert (row["counter"], row["register"], row["by"], row["key"]) == ("visits", "visits", "all", "all")
    assert (row["rows"], row["value"], row["verdict"], row["remainder"]) == ("3", "237", "ok", "0")
    assert row["figure"] == "2019-mid#visits"
    assert row["url_en"].endswith("en/figures.html#visits")


def test_parts_are_told_only_where_they_may_be_published() -> None:
    files = published(BY_TEAM)
    rows = [row for row in read_rows(files, TABLE) if row["by"] == "team"]
    assert [(row["key"], row["name_en"], row["value"]) for row in rows] == [
        ("construction", "Construction team", "207"),
        ("not-stated", "Not stated", "30"),
    ]
    assert {row["by"] for row in read_rows(files, TABLE)} == {"all", "team"}
    assert (
        read_json(files, "data/register-counts.json")["register-counts"][1]["name"]["zh"] == "建筑行业小分队"
    )


def test_no_row_of_a_register_is_in_any_file() -> None:
    for path, data in published(BY_TEAM).items():
        text = data.decode("utf-8-sig")
        assert not any(word in text for word in ("2019-05-06", "2019-05-20", "联系人")), path


def test_the_counts_are_part_of_the_package() -> None:
    names = [each["name"] for each in read_json(published({}), "data/datapackage.json")["resources"]]
    assert "register-counts" in names


def test_a_site_without_registers_has_no_such_file() -> None:
    assert TABLE not in data_files()
