"""From a place in a passage to line and column of its file: only when there is something to report.

The passage is found again in the text of the file. Both are compared without white space and without the
signs that Markdown and YAML put between the words, so that a folded line or a bold word is no obstacle.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sfwgen.diagnostics import Location
from sfwgen.prose.html_text import BLANK
from sfwgen.prose.passages import Document, Passage, Where, passages_of

_BETWEEN = re.compile(
    r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[\^[^\]\n]*\]|<[^<>\n]*>|\{=[^{}\n]*\}|[\s*_`~\\|{}\[\]!>#\"'’‘“”"
    + BLANK
    + "-]"
)
_LINE_END = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file without what stands between its words; `offsets` are those of its characters.

    `lines` are the offsets at which the lines of the text begin.
    """

    file: str
    text: str
    plain: str
    offsets: tuple[int, ...]
    lines: tuple[int, ...]


def make_source(file: str, data: bytes) -> Source:
    """Returns a file's text ready to be searched for passages."""
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    plain, offsets = _plain(text)
    lines = (0, *(end.end() for end in _LINE_END.finditer(text)))
    return Source(file, text, plain, offsets, lines)


def make_cursors(source: Source, passages: Sequence[Passage]) -> tuple[int, ...]:
    """Returns for each passage where in the plain text the passages before it end."""
    cursors = [0]
    for passage in passages:
        cursor = cursors[-1]
        if passage.start.file == source.file and passage.where is Where.BODY and _is_written(passage):
            plain = _plain(passage.text)[0]
            at = source.plain.find(plain, max(cursor, _index_at(source, passage.start)))
            cursor = at + len(plain) if at >= 0 else cursor
        cursors.append(cursor)
    return tuple(cursors)


def locate(source: Source, passage: Passage, cursor: int, start: int, words: str) -> Location:
    """Returns the place of words that start in a passage, whose cursor is that of `make_cursors`.

    Where the passage is not found again as a whole, the words themselves are looked for; failing that, the
    place is the one at which the passage was said to begin.
    """
    begin = _index_at(source, passage.start)
    if passage.where is Where.BODY:
        begin = max(begin, cursor)
    wanted, offsets = _plain(passage.text)
    at = source.plain.find(wanted, begin)
    if at >= 0 and wanted:
        return _place(source, at + sum(1 for offset in offsets if offset < start))
    at = source.plain.find(_plain(words)[0], begin)
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
    line = min(max(place.line, 1), len(source.lines))
    return bisect_left(source.offsets, source.lines[line - 1] + max(place.column - 1, 0))


def _place(source: Source, index: int) -> Location:
    offset = source.offsets[index]
    line = bisect_right(source.lines, offset)
    return Location(source.file, line, offset - source.lines[line - 1] + 1)


class Places:
    """Finds the places of words in the files of a project, reading each file and text once."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._sources: dict[str, Source] = {}
        self._texts: dict[tuple[Location, str], tuple[Sequence[Passage], dict[str, tuple[int, ...]]]] = {}

    def find(self, document: Document, lang: str, passage: int, start: int, words: str) -> Location:
        """Returns the place of words that start in a passage of a document."""
        key = document.location, lang
        if key not in self._texts:
            self._texts[key] = passages_of(document, lang), {}
        passages, cursors = self._texts[key]
        file = passages[passage].start.file
        if file not in self._sources:
            self._sources[file] = make_source(file, self._files.get(file, b""))
        source = self._sources[file]
        if file not in cursors:
            cursors[file] = make_cursors(source, passages)
        return locate(source, passages[passage], cursors[file][passage], start, words)
