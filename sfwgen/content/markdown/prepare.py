"""The source made ready for conversion: our own syntax taken out, and marks set where positions are wanted.

Marks go only where Markdown takes them as part of a word: in place of `{=id}`, before a link's target, after
a heading's hashes. They never change what the text around them means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sfwgen.content.markdown.marks import Mark, write_mark
from sfwgen.content.markdown.slots import Found, Kind

_TARGET = re.compile(r"""\]\([ \t]*\n?[ \t]*<?(?=[^"'\s])""")
_DEFINITION = re.compile(r"""^[ >]*\[(?!\^)[^\[\]\n]*\]:[ \t]*\n?[ \t]*<?(?=[^"'\s])""", re.MULTILINE)
_AUTOMATIC = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*:|[^<>\s@]+@)[^<>\s]*(?=>)")
_ATTRIBUTE = re.compile(r"""<(?:a|img)\s(?:[^<>]*?\s)?(?:href|src)\s*=\s*["']?(?=[^\s"'>])""", re.IGNORECASE)
_HASHES = re.compile(r"^[ >]*(?:(?:[-*+]|\d+\.|:) +)*(?=(#))#{1,6}[ \t]*", re.MULTILINE)
_UNDERLINED = re.compile(r"^[ >]*(?=(.))[^\n]*[^\s|](?=[ \t]*\n[ >]*(?:=+|-+)[ \t]*$)", re.MULTILINE)
_HEADING_TAG = re.compile(r"(<)h[1-6](?:\s[^<>]*)?>", re.IGNORECASE)

_TARGETS = (_TARGET, _DEFINITION, _AUTOMATIC, _ATTRIBUTE)
_HEADINGS = (_HASHES, _UNDERLINED, _HEADING_TAG)
_SLOTS = {Kind.FIGURE: Mark.FIGURE, Kind.NO_FIGURE: Mark.NO_FIGURE, Kind.NO_FIGURE_END: Mark.NO_FIGURE_END}


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    new: str


def mark_source(source: str, found: tuple[Found, ...]) -> str:
    """Returns the source with marks: a slot's number is its index in `found`, any other's an offset."""
    edits = sorted((*_slot_edits(found), *_place_edits(source)), key=lambda edit: (edit.start, edit.end))
    pieces: list[str] = []
    position = 0
    for edit in edits:
        if edit.start < position:
            continue
        pieces += (source[position : edit.start], edit.new)
        position = edit.end
    return "".join((*pieces, source[position:]))


def _slot_edits(found: tuple[Found, ...]) -> Iterator[_Edit]:
    for index, each in enumerate(found):
        if mark := _SLOTS.get(each.kind):
            yield _Edit(each.start, each.end, write_mark(mark, index))


def _place_edits(source: str) -> Iterator[_Edit]:
    for pattern in _TARGETS:
        for match in pattern.finditer(source):
            yield _Edit(match.end(), match.end(), write_mark(Mark.LINK, match.end()))
    for pattern in _HEADINGS:
        for match in pattern.finditer(source):
            yield _Edit(match.end(), match.end(), write_mark(Mark.HEADING, match.start(1)))
