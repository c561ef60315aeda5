"""Files for machines as bytes: JSON, CSV, XML and plain text. The same data gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from sfwgen.plan.data import Data, Element, JsonData, TableData, TextData, WrittenData, XmlData
from sfwgen.plan.writing import write_csv, write_json

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def render_data(data: Data) -> bytes:
    """Returns the bytes of a file for machines, in UTF-8."""
    match data:
        case WrittenData(content):
            return content
        case JsonData(value):
            text = write_json(value)
        case TableData():
            text = write_csv(data)
        case XmlData(root):
            text = _xml(root)
        case TextData(text):
            pass
    return text.encode()


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
