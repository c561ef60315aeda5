"""Files for machines as plain data; `render.data` writes them out."""

from __future__ import annotations

from dataclasses import dataclass

Json = None | bool | int | str | tuple["Json", ...] | dict[str, "Json"]
"""JSON as a frozen value: sequences are tuples, numbers that may have a fraction are texts."""


@dataclass(frozen=True, slots=True)
class JsonData:
    """A JSON document; keys keep their order."""

    value: Json


@dataclass(frozen=True, slots=True)
class TableData:
    """A table as CSV (RFC 4180), in which spreadsheets find no formula; with `bom` they take it for UTF-8."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bom: bool = False


@dataclass(frozen=True, slots=True)
class TextData:
    """A plain text, such as robots.txt."""

    text: str


@dataclass(frozen=True, slots=True)
class Element:
    """An XML element: its name with namespace prefix, attributes, text, children."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""
    children: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class XmlData:
    """An XML document (an Atom feed, a site map). The root declares its namespaces as attributes."""

    root: Element


@dataclass(frozen=True, slots=True)
class WrittenData:
    """A file whose bytes are known already, since another file states its digest."""

    content: bytes


Data = JsonData | TableData | TextData | WrittenData | XmlData
