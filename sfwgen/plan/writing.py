"""JSON and CSV as text. The same data gives the same text."""

from __future__ import annotations

import csv
import io
import json
import re

from sfwgen.plan.data import Json, TableData

BOM = "\ufeff"
JSON_WIDTH = 100
"""What fits into a line of this many characters stands on one line."""

_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?")
_encode = json.JSONEncoder(ensure_ascii=False).encode


def write_json(value: Json) -> str:
    """Returns a value as JSON; what is too long for a line has its members on lines of their own."""
    return f"{_json(value, '')}\n"


def write_document(members: dict[str, Json]) -> str:
    """Returns a document as JSON, each member on a line and each record of a list on a line of its own."""
    lines = [f"  {_encode(key)}: {_records(value)}" for key, value in members.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write_csv(table: TableData) -> str:
    """Returns a table by RFC 4180; what a spreadsheet would take for a formula is made text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([neutralise(cell) for cell in row] for row in (table.header, *table.rows))
    return (BOM if table.bom else "") + text.getvalue()


def neutralise(cell: str) -> str:
    """Returns a cell that no spreadsheet runs: one that begins like a formula gets an apostrophe first."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(cell) else cell


def _records(value: Json) -> str:
    if not isinstance(value, tuple) or not value:
        return _encode(value)
    return "[\n" + ",\n".join(f"    {_encode(each)}" for each in value) + "\n  ]"


def _json(value: Json, indent: str) -> str:
    """A value on one line if it fits, else with its members on lines of their own."""
    line = _encode(value)
    if not isinstance(value, (dict, tuple)) or not value or len(indent) + len(line) <= JSON_WIDTH:
        return line
    deeper = f"{indent}  "
    if isinstance(value, dict):
        members = [f"{_encode(key)}: {_json(each, deeper)}" for key, each in value.items()]
        opening, closing = "{}"
    else:
        members = [_json(each, deeper) for each in value]
        opening, closing = "[]"
    body = ",\n".join(f"{deeper}{member}" for member in members)
    return f"{opening}\n{body}\n{indent}{closing}"
