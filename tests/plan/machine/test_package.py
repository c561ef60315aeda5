"""The data package against the rules of Data Package and Table Schema, version 2."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest

from tests.official.projects import PUBLISHER
from tests.plan.machine.published import (
    HANDOVER,
    SITE,
    TIMES,
    data_files,
    official,
    read_json,
    read_rows,
    story,
    with_stories,
)

TYPES = {
    *(
        "string",
        "number",
        "integer",
        "boolean",
        "object",
        "array",
        "list",
        "date",
        "time",
        "datetime",
        "year",
    ),
    *("yearmonth", "duration", "geopoint", "geojson", "any"),
}
NAME = re.compile(r"[-a-z0-9._/]+")
TABLES = ["figures", "counters", "counter-records", "stories"]


def package(files: Mapping[str, bytes] | None = None) -> dict[str, Any]:
    return read_json(data_files(files), "data/datapackage.json")


def resources(files: Mapping[str, bytes] | None = None) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in package(files)["resources"]}


def conforms(cell: str, field: dict[str, Any]) -> bool:
    """Whether a cell is a value of its field."""
    constraints = field.get("constraints", {})
    if not cell:
        return not constraints.get("required")
    if cell not in constraints.get("enum", [cell]):
        return False
    match field["type"]:
        case "number":
            return Decimal(cell).is_finite() and "E" not in cell.upper()
        case "boolean":
            return cell in ("true", "false")
        case "date":
            return date.fromisoformat(cell).isoformat() == cell
        case "datetime":
            return "T" in cell and bool(datetime.fromisoformat(cell).tzinfo)
        case "list":
            return all(cell.split(field["delimiter"]))
        case _:
            return True


def test_the_package_says_what_it_is_and_under_which_licence() -> None:
    data = package()
    assert data["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert data["id"] == f"{SITE}data/datapackage.json"
    assert NAME.fullmatch(data["name"])
    assert data["licenses"][0]["name"] == "CC-BY-4.0"
    assert data["licenses"][0]["path"].startswith("https://creativecommons.org/")
    assert all(source["title"] for source in data["sources"])
    assert (data["title_zh"], data["title_en"]) == ("三服务工作简报", "Three Services Bulletin")
    assert data["title"] == data["title_zh"]


def test_it_has_no_time_of_making() -> None:
    assert not {"created", "version"} & set(package())


def test_an_unofficial_package_names_no_publisher_and_an_official_one_does() -> None:
    assert "contributors" not in package()
    assert package(official())["contributors"] == [{"title": PUBLISHER, "roles": ["publisher"]}]


def test_every_resource_is_a_table_that_exists() -> None:
    files, found = data_files(), resources()
    assert list(found) == TABLES
    for name, resource in found.items():
        assert NAME.fullmatch(name)
        assert (resource["type"], resource["format"]) == ("table", "csv")
        assert not {"profile", "role"} & set(resource)
        assert not resource["path"].startswith(("/", "."))
        content = files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
        assert (resource["encoding"], resource["mediatype"]) == ("utf-8", "text/csv")
        assert all(resource[key] for key in ("title_zh", "title_en", "description_zh", "description_en"))


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_described_in_both_languages(name: str) -> None:
    fields = resources()[name]["schema"]["fields"]
    header = data_files()[f"data/{name}.csv"].decode().splitlines()[0].split(",")
    assert [field["name"] for field in fields] == header
    for field in fields:
        assert field["type"] in TYPES
        assert field["title_zh"]
        assert field["title_en"]
        assert ("description_zh" in field) == ("description_en" in field), field["name"]


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_is_what_its_column_says(name: str) -> None:
    extra = {
        "many/index.zh.md": story(
            "[{metric: relief_money, value: 约0.35万元}, {id: z, metric: owners_thanking, value: 三四十名}]"
        )
    }
    for changes in ({}, {"times": (HANDOVER, f"{HANDOVER}\n{TIMES}")}):
        files = with_stories(extra, **changes)
        schema = resources(files)[name]["schema"]
        rows = read_rows(data_files(files), f"data/{name}.csv")
        assert rows
        for row in rows:
            wrong = [field["name"] for field in schema["fields"] if not conforms(row[field["name"]], field)]
            assert not wrong, row


@pytest.mark.parametrize("name", TABLES)
def test_keys_tell_rows_apart_and_lead_to_rows_that_exist(name: str) -> None:
    files = data_files()
    schema = resources()[name]["schema"]
    rows = read_rows(files, f"data/{name}.csv")
    key = schema["primaryKey"]
    assert len({tuple(row[column] for column in key) for row in rows}) == len(rows)
    for foreign in schema.get("foreignKeys", []):
        other = read_rows(files, f"data/{foreign['reference']['resource']}.csv")
        [column], [target] = foreign["fields"], foreign["reference"]["fields"]
        assert {row[column] for row in rows} - {""} <= {row[target] for row in other}


def test_a_source_with_an_address_keeps_it() -> None:
    files = with_stories(
        {
            "linked/index.zh.md": story().replace(
                "en: The ledger", "en: The ledger, url: https://ledger.example/1"
            )
        }
    )
    [source] = [each for each in package(files)["sources"] if each["title"] == "台账"]
    assert source["path"] == "https://ledger.example/1"
