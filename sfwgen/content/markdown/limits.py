"""What is refused before conversion, in linear time, because it would make the converter slow or deep.

The converter's time grows with the square of unmatched brackets and it recurses once for each level of
nesting and each entry of a definition list; so these are counted first, in the source as it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sfwgen.content.markdown.mask import blocks_of
from sfwgen.content.markdown.positions import Positions
from sfwgen.diagnostics import Diagnostic, fault

MAX_NESTING = 50
MAX_UNMATCHED = 200
MAX_UNMATCHED_IN_ALL = 2_000
"""Each block below its own limit still costs time: many such blocks would take the converter minutes."""
MAX_DEFINITIONS = 200
MAX_FOOTNOTES = 500
"""The converter looks through all earlier marks of a note, and all notes, for each further one."""
MAX_LINE = 20_000
MAX_BLOCK_LINES = 1_000
MAX_BLOCK_LENGTH = 60_000
"""In characters. What looks for figures has to look at a paragraph as a whole."""
MAX_ADDRESSES = 1_000
"""`<address>` counts for itself: it is a link, but within raw HTML it would open an element."""

_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")

_MARKER = re.compile(r" *(?:>|[-*+:](?= )|\d+\.(?= ))")
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_DECLARATION = re.compile(r"<(?:\?|!\[)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_ADDRESS = re.compile("[@:]")
_BRACKET = re.compile(r"!?\[|\]\(|[\])<>]")
_DEFINITION = re.compile(r" {0,3}:")


def check_limits(source: str, positions: Positions) -> Iterator[Diagnostic]:
    """Yields a diagnostic at the first place where each limit is passed."""
    lines = source.split("\n")
    yield from _long_lines(lines, positions)
    yield from _deep_lines(lines, positions)
    yield from _deep_html(source, positions)
    yield from _declarations(source, positions)
    yield from _footnotes(source, positions)
    in_all = 0
    for first, last in blocks_of(lines):
        if last - first > MAX_BLOCK_LINES:
            place = positions.at(positions.starts[first])
            yield fault("markdown-block-length", place, limit=f"{MAX_BLOCK_LINES:,}")
        if positions.end_of(last - 1, source) - positions.starts[first] > MAX_BLOCK_LENGTH:
            place = positions.at(positions.starts[first])
            yield fault("markdown-block-characters", place, limit=f"{MAX_BLOCK_LENGTH:,}")
        told, unmatched = _unmatched(source, positions, first, last)
        yield from told
        if in_all <= MAX_UNMATCHED_IN_ALL < in_all + unmatched:
            place = positions.at(positions.starts[first])
            yield fault("markdown-unmatched-in-all", place, limit=f"{MAX_UNMATCHED_IN_ALL:,}")
        in_all += unmatched
        yield from _definitions(lines, positions, first, last)


def _long_lines(lines: list[str], positions: Positions) -> Iterator[Diagnostic]:
    for index, line in enumerate(lines):
        if len(line) > MAX_LINE:
            place = positions.at(positions.starts[index])
            yield fault("line-too-long", place, length=f"{len(line):,}", limit=f"{MAX_LINE:,}")


def _deep_lines(lines: list[str], positions: Positions) -> Iterator[Diagnostic]:
    for index, line in enumerate(lines):
        if len(line) > MAX_NESTING and line[0] in " \t>-*+:0123456789" and _depth(line) > MAX_NESTING:
            place = positions.at(positions.starts[index])
            yield fault("markdown-nesting", place, limit=MAX_NESTING)
            return


def _depth(line: str) -> int:
    text = line.expandtabs(4)
    depth = position = 0
    while match := _MARKER.match(text, position):
        depth += 1
        position = match.end()
    return depth + (len(text) - len(text.lstrip(" "))) // 4


def _deep_html(source: str, positions: Positions) -> Iterator[Diagnostic]:
    opened: Counter[str] = Counter()
    depth = addresses = 0
    for match in _TAG.finditer(source):
        name = match[2].lower()
        if _VOID.fullmatch(name):
            continue
        if _ADDRESS.search(name):
            addresses += 1
        elif not match[1]:
            opened[name] += 1
            depth += 1
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
        if depth > MAX_NESTING or addresses > MAX_ADDRESSES:
            yield fault("markdown-nesting", positions.at(match.start()), limit=MAX_NESTING)
            return


def _declarations(source: str, positions: Positions) -> Iterator[Diagnostic]:
    # Each `<?` that is never closed is searched for its end through the rest of the text.
    for count, match in enumerate(_DECLARATION.finditer(source), 1):
        if count > MAX_UNMATCHED:
            yield fault("markdown-unmatched", positions.at(match.start()), mark=match[0], limit=MAX_UNMATCHED)
            return


def _footnotes(source: str, positions: Positions) -> Iterator[Diagnostic]:
    counts = Counter[bool]()
    for match in _FOOTNOTE.finditer(source):
        is_note = source.startswith(":", match.end())
        counts[is_note] += 1
        if counts[is_note] > MAX_FOOTNOTES:
            yield fault("markdown-footnotes", positions.at(match.start()), limit=MAX_FOOTNOTES)
            return


def _unmatched(
    source: str, positions: Positions, first: int, last: int
) -> tuple[tuple[Diagnostic, ...], int]:
    """What is wrong with the brackets of one block, and how many of them are unmatched."""
    end = positions.starts[last] if last < len(positions.starts) else len(source)
    waiting = Counter[str]()
    for match in _BRACKET.finditer(source, positions.starts[first], end):
        written = match[0]
        _count(waiting, written)
        if max(waiting.values(), default=0) > MAX_UNMATCHED:
            place = positions.at(match.start())
            return (fault("markdown-unmatched", place, mark=written, limit=MAX_UNMATCHED),), 0
    return (), waiting.total()


def _count(waiting: Counter[str], written: str) -> None:
    if written.endswith("["):
        waiting["["] += 1
    elif written == "<":
        waiting["<"] += 1
    elif written == ">":
        waiting["<"] -= 1 if waiting["<"] else 0
    if written[0] == "]":
        waiting["["] -= 1 if waiting["["] else 0
    if written == "](":
        waiting["("] += 1
    elif written == ")":
        waiting["("] -= 1 if waiting["("] else 0


def _definitions(lines: list[str], positions: Positions, first: int, last: int) -> Iterator[Diagnostic]:
    entries = sum(1 for index in range(first, last) if _DEFINITION.match(lines[index]))
    if entries > MAX_DEFINITIONS:
        place = positions.at(positions.starts[first])
        yield fault("markdown-definitions", place, limit=MAX_DEFINITIONS)
