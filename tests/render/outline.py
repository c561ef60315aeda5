"""A page's HTML as a flat list of its elements, for tests that look at markup alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag with its attributes; an attribute without a value has the value ""."""

    tag: str
    attributes: Mapping[str, str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))


def read_elements(html: str) -> tuple[Element, ...]:
    """Every element of a page in order."""
    reader = _Reader()
    reader.feed(html)
    return tuple(reader.elements)
