"""From a place in a passage to line and column of its file: only when there is something to report.

The passage is found again in the text of the file. Both are compared without white space and without the
signs that Markdown and YAML put between the words, so that a folded line or a bold word is no obstacle.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sfwgen.diagnostics import Location
from sfwgen.figures import Found
from sfwgen.prose.html_text import BLANK
from sfwgen.prose.passages import Passage, Where

_BETWEEN = re.compile(
    r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[\^[^\]\n]*\]|<[^<>\n]*>|\{=[^{}\n]*\}|[\s*_`~\\|{}\[\]!>#\"'’‘“”"
    + BLANK
    + "-]"
)


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file without what stands between its words; `offsets` are those of its characters."""

    file: str
    text: str
    plain: str
    offsets: tuple[int, ...]


def make_source(file: str, data: bytes) -> Source:
    """Returns a file's text ready to be searched for passages."""
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    plain, offsets = _plain(text)
    return Source(file, text, plain, offsets)


def locate(source: Source, passages: Sequence[Passage], index: int, found: Found) -> Location:
    """Returns the place of a figure of a passage; `passages` are all of the file, in its order.

    Where the passage is not found again as a whole, the figure's own words are looked for; failing that, the
    place is the one at which the passage was said to begin.
    """
    cursor = 0
    for passage in passages[:index]:
        if passage.start.file == source.file and passage.where is Where.BODY and _is_written(passage):
            begin = max(cursor, _index_at(source, passage.start))
            at = source.plain.find(_plain(passage.text)[0], begin)
            cursor = at + len(_plain(passage.text)[0]) if at >= 0 else cursor
    passage = passages[index]
    begin = _index_at(source, passage.start)
    if passage.where is Where.BODY:
        begin = max(begin, cursor)
    wanted, offsets = _plain(passage.text)
    at = source.plain.find(wanted, begin)
    if at >= 0 and wanted:
        return _place(source, at + sum(1 for offset in offsets if offset < found.start))
    at = source.plain.find(_plain(found.text)[0], begin)
    return _place(source, at) if at >= 0 else passage.start


def _is_written(passage: Passage) -> bool:
    """Whether a passage takes up room of its own: the text of an image stands within another."""
    return passage.block is None or passage.block.markable


def _plain(text: str) -> tuple[str, tuple[int, ...]]:
    kept: list[str] = []
    offsets: list[int] = []
    position = 0
    for between in _BETWEEN.finditer(text):
        kept.append(text[position : between.start()])
        offsets += range(position, between.start())
        position = between.end()
    kept.append(text[position:])
    offsets += range(position, len(text))
    return "".join(kept), tuple(offsets)


def _index_at(source: Source, place: Location) -> int:
    """The number of the first plain character at or behind a place of the file."""
    lines = source.text.split("\n")
    line = max(place.line, 1)
    offset = sum(len(each) + 1 for each in lines[: line - 1]) + max(place.column - 1, 0)
    low, high = 0, len(source.offsets)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if source.offsets[middle] < offset else (low, middle)
    return low


def _place(source: Source, index: int) -> Location:
    offset = source.offsets[index]
    line = source.text.count("\n", 0, offset) + 1
    return Location(source.file, line, offset - source.text.rfind("\n", 0, offset))
