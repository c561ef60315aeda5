"""Files for machines as bytes: JSON, CSV, XML and plain text. The same data gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from sfwgen.plan.data import Data, Element, Json, JsonData, TableData, TextData, XmlData

BOM = "\ufeff"
JSON_WIDTH = 100
"""What fits into a line of this many characters stands on one line."""

_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def render_data(data: Data) -> bytes:
    """Returns the bytes of a file for machines, in UTF-8."""
    match data:
        case JsonData(value):
            text = f"{_json(value, '')}\n"
        case TableData():
            text = _csv(data)
        case XmlData(root):
            text = _xml(root)
        case TextData(text):
            pass
    return text.encode()


def _json(value: Json, indent: str) -> str:
    """A value on one line if it fits, else with its members on lines of their own."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, tuple)) or not value or len(indent) + len(line) <= JSON_WIDTH:
        return line
    deeper = f"{indent}  "
    if isinstance(value, dict):
        members = [
            f"{json.dumps(key, ensure_ascii=False)}: {_json(each, deeper)}" for key, each in value.items()
        ]
        opening, closing = "{}"
    else:
        members = [_json(each, deeper) for each in value]
        opening, closing = "[]"
    body = ",\n".join(f"{deeper}{member}" for member in members)
    return f"{opening}\n{body}\n{indent}{closing}"


def _csv(table: TableData) -> str:
    """RFC 4180, with cells that a spreadsheet would take for a formula made plain text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (table.header, *table.rows):
        writer.writerow([neutralise(cell) for cell in row])
    return (BOM if table.bom else "") + text.getvalue()


def neutralise(cell: str) -> str:
    """Returns a cell that no spreadsheet runs: one that begins like a formula gets an apostrophe first."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(cell) else cell


def _xml(root: Element) -> str:
    """An XML document. Raises ValueError for undeclared prefixes and characters that XML 1.0 does not have.

    Both are bugs: documents with such characters are refused when they are read.
    """
    declared = {name.removeprefix("xmlns:") for name, _ in root.attributes if name.startswith("xmlns:")}
    for prefix in _prefixes(root):
        if prefix not in {*declared, "xml", "xmlns"}:
            raise ValueError(f"undeclared XML prefix {prefix!r}")
    tree = _element(root)
    ET.indent(tree)
    text = ET.tostring(tree, encoding="unicode")
    if found := _NOT_IN_XML.search(text):
        raise ValueError(f"U+{ord(found[0]):04X} cannot stand in XML")
    return f"{_DECLARATION}{text}\n"


def _prefixes(element: Element) -> Iterator[str]:
    for name in (element.name, *(name for name, _ in element.attributes)):
        prefix, colon, _ = name.partition(":")
        if colon:
            yield prefix
    for child in element.children:
        yield from _prefixes(child)


def _element(element: Element) -> ET.Element:
    made = ET.Element(element.name, dict(element.attributes))
    made.text = element.text or None
    made.extend(_element(child) for child in element.children)
    return made
