"""YAML as syntax: scalars that stay text, sequences and mappings, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sfwgen.diagnostics import Location

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as its text; `style` is YAML's (`None` or empty for plain, else a quote, `|` or `>`)."""

    text: str
    style: str | None
    line: int
    column: int

    @property
    def empty(self) -> bool:
        """Whether nothing was written, or what stands for nothing in YAML: `key:`, `key: ~`, `key: null`."""
        return not self.style and self.text in _NOTHING

    @property
    def quoted(self) -> bool:
        """Whether the text stands between quotation marks."""
        return self.style in ("'", '"')

    @property
    def text_start(self) -> tuple[int, int]:
        """The line and column of the first character of the text itself, behind a quotation mark or `|`."""
        if self.style in ("|", ">"):
            return self.line + 1, 1
        return self.line, self.column + self.quoted


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in order."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Entries by the text of their keys, in the order of the file."""

    entries: Mapping[str, Entry]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """Returns the value of a key, or None."""
        entry = self.entries.get(key)
        return entry.value if entry else None

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)


Node = Scalar | Sequence | MappingNode
Step = str | int
"""A step of a path into nodes: a key, or the number of an item from 0."""

Plain = str | None | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """Returns a node as dictionaries, lists and text; None where nothing was written."""
    if type(node) is Scalar:
        return None if node.empty else node.text
    if isinstance(node, MappingNode):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else None


def locate(root: Node, path: tuple[Step, ...], file: str, *, key: bool = False) -> Location:
    """Returns where the value at a path stands, or its key; the place of its parent where it is missing."""
    node: Node = root
    place: Node = root
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        place = found.key if key and isinstance(found, Entry) else _value(found)
        node = _value(found)
    return Location(file, place.line, place.column)


def find(root: Node, path: tuple[Step, ...]) -> Node | None:
    """Returns the value at a path, or None where there is none."""
    node: Node = root
    for step in path:
        found = _child(node, step)
        if found is None:
            return None
        node = _value(found)
    return node


def _child(node: Node, step: Step) -> Entry | Node | None:
    if isinstance(node, MappingNode) and isinstance(step, str):
        return node.entries.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _value(found: Entry | Node) -> Node:
    return found.value if isinstance(found, Entry) else found
