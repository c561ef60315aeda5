"""The running text of a converted body, block by block, with the place in the HTML of each character."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from operator import itemgetter

from sfwgen.model import Body, FigureSlot, ImageSlot, LinkSlot

Part = str | FigureSlot | LinkSlot | ImageSlot

BLANK = "\0"
"""Stands in a text for what is no part of a figure: a code block, a footnote's number, a figure filled in."""

_HOLE = "\ue000"
"""Stands in the joined HTML for a slot: one character, so that places can be told apart again."""

_TOKEN = re.compile(
    r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|&(?:#\d+|#x[0-9a-f]+|\w+);', re.IGNORECASE
)
_ALT = re.compile(r' alt="([^"]*)"')
_INLINE = frozenset(
    "a abbr b cite del em i ins kbd mark q s samp small span strong sub sup u var data time code".split()
)
_SILENT = frozenset({"pre", "sup", "del", "s"})
_EXCUSED = ' class="no-figure"'


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one block. `runs` are the stretches that stand in one piece in the HTML: offsets in both.

    `excused` are the stretches of the text that the author has marked as no figures.
    """

    text: str
    runs: tuple[tuple[int, int], ...]
    excused: tuple[tuple[int, int], ...] = ()
    markable: bool = True

    def place(self, index: int) -> int:
        """Returns the offset in the HTML of a character of the text."""
        start, offset = self.runs[bisect_right(self.runs, index, key=itemgetter(0)) - 1]
        return offset + index - start


def join_parts(parts: Sequence[Part]) -> str:
    """Returns the parts of a body as one HTML text in which a slot is one character."""
    return "".join(part if isinstance(part, str) else _HOLE for part in parts)


def cut_joined(html: str, parts: Sequence[Part]) -> list[Part]:
    """Returns parts again from a stretch of the joined HTML and the slots that stand in it, in order."""
    slots = iter([part for part in parts if not isinstance(part, str)])
    pieces: list[Part] = []
    for index, piece in enumerate(html.split(_HOLE)):
        if index:
            pieces.append(next(slots))
        if piece:
            pieces.append(piece)
    return pieces


@dataclass(slots=True)
class _Reader:
    """Collects the characters of the block that is being read."""

    blocks: list[Block] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    runs: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0
    excused: list[tuple[int, int]] = field(default_factory=list)
    open_excuses: list[tuple[int, int]] = field(default_factory=list)
    silent: int = 0
    depth: int = 0

    def add(self, run: str, place: int) -> None:
        """Adds a run of characters that stand one after the other in the HTML."""
        self.text.append(BLANK * len(run) if self.silent else run.replace(_HOLE, BLANK))
        self.runs.append((self.length, place))
        self.length += len(run)

    def end_block(self) -> None:
        if not self.text:
            self.excused.clear()
            return
        text = "".join(self.text)
        if text.strip(f"{BLANK} \n"):
            self.blocks.append(Block(text, tuple(self.runs), tuple(self.excused)))
        self.text, self.runs, self.excused, self.length = [], [], [], 0


def read_blocks(body: Body) -> tuple[Block, ...]:
    """Returns the blocks of a body in order; the texts of its images are blocks that cannot be marked."""
    html = join_parts(body.parts)
    reader = _Reader()
    position = 0
    for token in _TOKEN.finditer(html):
        if token.start() > position:
            reader.add(html[position : token.start()], position)
        position = token.end()
        if token[2] is None:
            reader.add(unescape(token[0])[:1], token.start())
        else:
            _tag(reader, token)
    reader.add(html[position:], position)
    reader.end_block()
    return tuple(reader.blocks)


def _tag(reader: _Reader, token: re.Match[str]) -> None:
    closing, name, attributes = bool(token[1]), token[2].lower(), token[3]
    if name in _SILENT:
        reader.silent += -1 if closing else 1
    if name == "br":
        reader.add("\n", token.start())
    elif name == "img":
        reader.blocks += _image(token)
    elif name not in _INLINE:
        reader.end_block()
    elif name == "span":
        _span(reader, attributes, closing=closing)


def _span(reader: _Reader, attributes: str, *, closing: bool) -> None:
    if not closing:
        reader.depth += 1
        if attributes == _EXCUSED:
            reader.open_excuses.append((reader.depth, reader.length))
        return
    if reader.open_excuses and reader.open_excuses[-1][0] == reader.depth:
        _, start = reader.open_excuses.pop()
        reader.excused.append((start, reader.length))
    reader.depth -= 1


def _image(token: re.Match[str]) -> list[Block]:
    match = _ALT.search(token[3])
    if match is None:
        return []
    text = unescape(match[1])
    start = token.start(3) + match.start(1)
    return [Block(text, ((0, start),), markable=False)]
