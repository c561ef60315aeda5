"""Markdown that was meant and is none: what Chinese keyboards and Word habits make of it.

Everything here is a warning with the place and the right form. A false alarm costs a look, a missed one shows
`＃` or `**` to the public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sfwgen.content.markdown.fences import find_fences
from sfwgen.content.markdown.mask import blocks_of
from sfwgen.content.markdown.positions import Positions
from sfwgen.diagnostics import Diagnostic, fault

_FULL_WIDTH = re.compile(
    r"""^[ \u3000>]*(?:(?P<hash>＃+)|(?P<quote>＞)|(?P<dash>－)(?=[ \u3000])
        |(?P<number>(?:[０-９]+[.．]|[0-9]+．)))
      |(?P<table>^[ \u3000>]*｜.*)
      |(?P<link>\[[^\[\]\n]*\]（[\w:/.#?=&%～~+-]*(?:[/.#：]|:)[^（）\n]*）|［[^［］\n]*］\()
      |(?P<image>！\[[^\[\]\n]*\]\([^()\n]*\.(?:jpe?g|png|webp|gif)[^()\n]*\))
      |(?P<bold>＊＊)
      |(?P<slot>｛[=＝~～]|\{[＝～])
      |(?P<colon>https?：)""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
_BRACKETS = str.maketrans(
    "＃＞－．｜（）［］！＊｛＝～：　０１２３４５６７８９", "#>-.|()[]!*{=~: 0123456789"
)
_BACKSLASHES = re.compile(r"\]\((?=[^()\s\\]*\\)")
_ITEM = re.compile(r"( *)(?:[-*+]|\d{1,9}\.) +\S")
_BULLET = re.compile(r"[ \u3000]*([•●▪■◆·])[ \u3000]*\S")
_ENUMERATED = re.compile(
    r"[ \u3000]*(?:\d{1,3}、|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）)"
)
_UNDERLINE = re.compile(r"-+[ \t]*")
_HEADING = re.compile(r" *#{1,6}")
_STRONG = re.compile(r"\*{2,}")


def check_fences(source: str, positions: Positions) -> Iterator[Diagnostic]:
    """Yields a diagnostic for fenced code that is never closed."""
    for fence in find_fences(source.split("\n")):
        if fence.open:
            yield fault("markdown-fence-unclosed", positions.at(positions.starts[fence.first]))


def check_traps(masked: str, positions: Positions) -> Iterator[Diagnostic]:
    """Yields a warning for each place where a text has Markdown in mind that Markdown does not see."""
    yield from _full_width(masked, positions)
    for match in _BACKSLASHES.finditer(masked):
        yield fault("link-characters", positions.at(match.end()), character="\\")
    lines = masked.split("\n")
    for first, last in blocks_of(lines):
        yield from _lists(lines, positions, first, last)
        if last - first > 1 and _UNDERLINE.fullmatch(lines[first + 1]):
            yield fault("markdown-underline", positions.at(positions.starts[first + 1]))
        yield from _run_together(lines, positions, first, last)
        yield from _strong(masked, positions, first, last)


def _full_width(masked: str, positions: Positions) -> Iterator[Diagnostic]:
    if masked.isascii():
        return
    for match in _FULL_WIDTH.finditer(masked):
        name = match.lastgroup or ""
        found = match[name]
        if name == "table" and found.count("｜") < 2:
            continue
        shown = found if len(found) <= 40 else found[:39] + "…"
        yield fault(
            "markdown-full-width",
            positions.at(match.start(name)),
            found=shown,
            right=shown.translate(_BRACKETS),
        )


def _lists(lines: list[str], positions: Positions, first: int, last: int) -> Iterator[Diagnostic]:
    # A heading ends what is before it; what follows is read as if a blank line stood there.
    start = first
    outer: int | None = None
    for index in range(first, last):
        item = _ITEM.match(lines[index])
        if item is None:
            start, outer = (index + 1, None) if _HEADING.match(lines[index]) else (start, outer)
            continue
        indent = len(item[1])
        place = positions.at(positions.starts[index] + indent)
        if outer is None and index > start:
            yield fault("markdown-list-blank-line", place)
            return
        if outer is not None and outer < indent < outer + 4:
            yield fault("markdown-list-indent", place, spaces=indent - outer)
        outer = indent


def _run_together(lines: list[str], positions: Positions, first: int, last: int) -> Iterator[Diagnostic]:
    """Tells the first line of a block: the others are mended along with it."""
    for index in range(first, last):
        place = positions.starts[index]
        if bullet := _BULLET.match(lines[index]):
            yield fault("markdown-bullet", positions.at(place + bullet.start(1)), bullet=bullet[1])
            return
        if index > first and _ENUMERATED.match(lines[index]) and not _ITEM.match(lines[first]):
            yield fault("markdown-lines-merge", positions.at(place))
            return


def _strong(masked: str, positions: Positions, first: int, last: int) -> Iterator[Diagnostic]:
    end = positions.starts[last] - 1 if last < len(positions.starts) else len(masked)
    marks = list(_STRONG.finditer(masked, positions.starts[first], end))
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        inside = masked[opening.end() : closing.start()]
        if inside.strip() and inside != inside.strip():
            yield fault("markdown-bold-spaces", positions.at(opening.start()))
