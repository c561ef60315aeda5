"""Reads a text as the tests want to look at it."""

from __future__ import annotations

import html

from sfwgen.content.markdown import parse_body
from sfwgen.diagnostics import Diagnostic
from sfwgen.model import Body, FigureSlot, ImageSlot, LinkSlot

FILE = "content/stories/x/index.zh.md"
FOLDER = "content/stories/x"


def read(source: str, line: int = 1) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Returns the body of a story's text that begins on a line of its file."""
    return parse_body(source, file=FILE, line=line, folder=FOLDER)


def html_of(source: str) -> str:
    """Returns the HTML of a text, with figures as ⟦id⟧ and targets as their paths."""
    return "".join(map(_shown, read(source)[0].parts))


def codes_of(source: str, line: int = 1) -> list[str]:
    """Returns what is wrong with a text as `code line:column`."""
    return [f"{each.code} {each.location.line}:{each.location.column}" for each in read(source, line)[1]]


def _shown(part: str | FigureSlot | LinkSlot | ImageSlot) -> str:
    match part:
        case str():
            return part
        case FigureSlot():
            return f"⟦{part.figure}⟧"
        case LinkSlot():
            return html.escape(part.target + (f"#{part.fragment}" if part.fragment else ""))
        case ImageSlot():
            return html.escape(part.target)
