"""Text as a terminal shows it: how wide it is, and nothing in it that a terminal or a CI log would obey."""

from __future__ import annotations

import re
import unicodedata

TAB = 4
"""Tabs are shown as spaces up to the next multiple of this many columns."""

_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
# "##[error]", "##vso[…]": commands to a CI service wherever they stand in a line.
_CI_COMMAND = re.compile(r"(##\w*)\[")


def visible(text: str) -> str:
    """Returns the text in one line, with what cannot be seen written out (`<U+001B>`) and no commands."""
    if text.isascii() and text.isprintable() and "##" not in text:
        return text
    shown = "".join(_code_point(each) if unicodedata.category(each) in _UNSEEN else each for each in text)
    return _CI_COMMAND.sub(r"\1<U+005B>", shown)


def display_width(text: str) -> int:
    """Returns how many columns a terminal gives the text: two for a wide character, none for a mark."""
    return len(text) if text.isascii() else sum(map(_width, text))


def expand_tabs(text: str) -> str:
    """Returns the text with each tab as the spaces that it stands for."""
    parts: list[str] = []
    column = 0
    for piece in re.split("(\t)", text):
        shown = " " * (TAB - column % TAB) if piece == "\t" else piece
        parts.append(shown)
        column += display_width(shown)
    return "".join(parts)


def pad(text: str, width: int) -> str:
    """Returns the text with spaces after it up to a display width."""
    return text + " " * (width - display_width(text))


def wrap(text: str, width: int) -> list[str]:
    """Returns the text as lines of a display width at most. Chinese breaks anywhere, not before stops."""
    lines, line = [], ""
    for piece in _PIECES.findall(text):
        if line and display_width(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


_HAN = "\u2e80-\u9fff\uf900-\ufaff"
_AFTER = "，。；：、？！”’）》」』…"
# One Chinese character or one word, with the punctuation that belongs after it and the space that follows.
_PIECES = re.compile(rf"(?:[“‘（《「『]*(?:[{_HAN}]|[^\s{_HAN}{_AFTER}]+)[{_AFTER}]*|\S)\s*|\s+")


def _code_point(character: str) -> str:
    return f"<U+{ord(character):04X}>"


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
