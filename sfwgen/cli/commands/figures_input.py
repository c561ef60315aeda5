"""Texts for the figures commands: from a file or from standard input, as UTF-8."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from pathlib import Path

from sfwgen.cli.commands.figures_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.content.text import decode_text
from sfwgen.diagnostics import Diagnostic

STDIN = "-"
_EXCUSED = re.compile(r"\{~(?:(?!\{~).)*?~\}", re.DOTALL)
_HEADER = re.compile(r"---[ \t]*\n(?=[A-Za-z_]+:)(?:.*\n)*?---[ \t]*(?:\n|$)")
_FIELD = re.compile(r"^(?:(?P<name>[A-Za-z_]+):|\S)?.*(?:\n|$)(?:^[ \t]+.*\n)*", re.MULTILINE)
_READ = ("title", "summary")
_MOST_BYTES = 64 << 20


class Unreadable(Exception):
    """The text is no sound UTF-8; the diagnostics say why."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__()
        self.diagnostics = diagnostics


def read_text(name: str, arguments: Arguments, console: Console) -> str:
    """Returns the text of a file, or of standard input for `-`, with line feeds and without a BOM."""
    data = _read(name, arguments, console)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(decode_text(data, name)[1]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read(name: str, arguments: Arguments, console: Console) -> bytes:
    if name in ("", STDIN):
        if sys.stdin.isatty():
            console.print_aside(tell(console.lang, "stdin-waits"))
        return sys.stdin.buffer.read()
    path = Path(name)
    if path.is_dir():
        raise RefusedFault(tell(console.lang, "is-folder", file=shown(name)), arguments.command)
    if not path.is_file():
        raise RefusedFault(tell(console.lang, "no-file", file=shown(name)), arguments.command)
    if path.stat().st_size > _MOST_BYTES:
        raise RefusedFault(tell(console.lang, "file-large", file=shown(name)), arguments.command)
    return path.read_bytes()


def running_text(text: str) -> str:
    """Returns what a reader sees of a text; what is blotted out leaves all places what they were.

    Of the header of a document only title and summary are read; what is marked as no figure is left out.
    """
    header = _HEADER.match(text)
    if header is None:
        return without_excused(text)
    fields = "".join(
        match[0] if match["name"] in _READ else _blank(match[0]) for match in _FIELD.finditer(header[0])
    )
    return without_excused(fields + text[header.end() :])


def without_excused(text: str) -> str:
    """Returns the text with what stands between `{~` and `~}` blotted out; places stay what they were."""
    return _EXCUSED.sub(lambda match: _blank(match[0]), text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", "\0", text)


class Lines:
    """The lines of a text, to tell the place of a character."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Returns line and column, both from 1, of a character by its number."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
