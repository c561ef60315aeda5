"""The metadata of the tables against CSV on the Web: its vocabulary, and what it says of every cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.official.projects import PUBLISHER
from tests.plan.machine.published import (
    HANDOVER,
    TIMES,
    data_files,
    official,
    read_json,
    read_rows,
    with_stories,
)

METADATA = "data/csv-metadata.json"
ALLOWED = {
    "group": {"@context", "tables"},
    "table": {"url", "tableSchema"},
    "schema": {"columns", "primaryKey", "foreignKeys"},
    "column": {"name", "titles", "datatype", "separator", "lang", "required"},
    "key": {"columnReference", "reference"},
}
"""The words of the vocabulary that are used; properties of other vocabularies have a prefix."""

VALUES: dict[str, Callable[[str], object]] = {
    "string": str,
    "decimal": Decimal,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
}


def tables(files: dict[str, bytes]) -> list[dict[str, Any]]:
    """The tables that the metadata describe."""
    found: list[dict[str, Any]] = read_json(files, METADATA)["tables"]
    return found


def keeps_to(kind: str, node: dict[str, Any]) -> bool:
    return {key for key in node if not key.startswith("dc:")} <= ALLOWED[kind]


def test_the_metadata_keep_to_the_vocabulary() -> None:
    group = read_json(data_files(), METADATA)
    assert group["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "zh-Hans"}]
    assert group["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert keeps_to("group", group)
    for table in group["tables"]:
        assert keeps_to("table", table)
        assert keeps_to("schema", table["tableSchema"])
        assert all(keeps_to("column", column) for column in table["tableSchema"]["columns"])
        assert all(keeps_to("key", key) for key in table["tableSchema"].get("foreignKeys", []))


def test_every_table_of_the_package_is_described_with_its_header() -> None:
    files = data_files()
    packaged = [each["path"] for each in read_json(files, "data/datapackage.json")["resources"]]
    assert [table["url"] for table in tables(files)] == packaged
    for table in tables(files):
        header = files[f"data/{table['url']}"].decode().splitlines()[0].split(",")
        assert [column["titles"] for column in table["tableSchema"]["columns"]] == header
        assert [column["name"] for column in table["tableSchema"]["columns"]] == header


def test_titles_are_told_in_both_languages() -> None:
    [column] = [
        each for each in tables(data_files())[0]["tableSchema"]["columns"] if each["name"] == "printed_en"
    ]
    assert column["lang"] == "en"
    assert column["dc:title"] == [
        {"@value": "网页上的写法", "@language": "zh-Hans"},
        {"@value": "As the pages print it", "@language": "en"},
    ]


@pytest.mark.parametrize("files", [{}, {"times": (HANDOVER, f"{HANDOVER}\n{TIMES}")}], ids=["plain", "timed"])
def test_every_cell_is_what_its_column_says(files: dict[str, tuple[str, str]]) -> None:
    published = data_files(with_stories({}, **files))
    for table in tables(published):
        rows = read_rows(published, f"data/{table['url']}")
        assert rows
        for column in table["tableSchema"]["columns"]:
            for row in rows:
                check(row[column["name"]], column)


def check(cell: str, column: dict[str, Any]) -> None:
    """Fails unless a cell is a value of its column."""
    if not cell:
        assert not column.get("required"), column["name"]
        return
    datatype: str | dict[str, str] = column["datatype"]
    base, form = (datatype, "") if isinstance(datatype, str) else (datatype["base"], datatype["format"])
    for each in cell.split(column["separator"]) if "separator" in column else [cell]:
        VALUES[base](each)
        assert not form or re.fullmatch(form, each), (column["name"], each)


def test_keys_tell_rows_apart_and_lead_to_rows_that_exist() -> None:
    files = data_files()
    for table in tables(files):
        rows = read_rows(files, f"data/{table['url']}")
        keys = {tuple(row[column] for column in table["tableSchema"]["primaryKey"]) for row in rows}
        assert len(keys) == len(rows)
        for foreign in table["tableSchema"].get("foreignKeys", []):
            other = read_rows(files, f"data/{foreign['reference']['resource']}")
            known = {row[foreign["reference"]["columnReference"]] for row in other}
            assert {row[foreign["columnReference"]] for row in rows} <= known


def test_an_unofficial_site_names_no_publisher_and_an_official_one_does() -> None:
    assert "dc:publisher" not in read_json(data_files(), METADATA)
    named = read_json(data_files(official()), METADATA)["dc:publisher"]
    assert named[0] == {"@value": PUBLISHER, "@language": "zh-Hans"}
