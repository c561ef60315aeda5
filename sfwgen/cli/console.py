"""Where the command line speaks: results on standard output; progress, questions and trouble beside it."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from sfwgen.cli.words import say
from sfwgen.diagnostics.width import display_width, visible
from sfwgen.privacy.glance import may_hold_number

if TYPE_CHECKING:
    from sfwgen.build import Progress, Stage
    from sfwgen.diagnostics import Diagnostic

_PAUSE_SECONDS = 0.1
"""How often progress is shown anew, at most."""


@dataclass(frozen=True, slots=True)
class Console:
    """The two streams and the language. Nothing written to them can fail for its characters."""

    lang: str
    out: TextIO
    err: TextIO
    colour: bool

    def say(self, key: str, /, **words: object) -> None:
        """Prints a sentence as a result."""
        self.write(say(self.lang, key, **words) + "\n")

    def warn(self, key: str, /, **words: object) -> None:
        """Prints a sentence beside the results."""
        self.print_aside(say(self.lang, key, **words))

    def print_aside(self, text: str) -> None:
        """Prints a line beside the results."""
        _write(self.err, f"{text}\n")

    def write(self, text: str) -> None:
        """Prints a text as a result."""
        _write(self.out, text)

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Prints diagnostics as text."""
        from sfwgen.diagnostics.report import print_text

        self.write(print_text(diagnostics, self.lang, colour=self.colour))

    def can_ask(self) -> bool:
        """Returns whether there is a person who could answer a question."""
        return sys.stdin is not None and sys.stdin.isatty() and self.err.isatty()

    def ask(self, key: str, /, **words: object) -> str:
        """Returns what the user answers, without the spaces around it; empty at the end of input."""
        self.prompt(say(self.lang, key, **words))
        return self.read_line()

    def prompt(self, text: str) -> None:
        """Prints a question beside the results; the answer is typed behind it."""
        _write(self.err, text)

    def read_line(self) -> str:
        """Returns the next line that the user types, without the spaces around it."""
        return sys.stdin.readline().strip()


def make_console(lang: str, *, plain: bool) -> Console:
    """Returns the console of this process; in colour on a terminal, unless the user wants it `plain`."""
    out, err = _stream(sys.stdout), _stream(sys.stderr)
    return Console(lang, out, err, colour=out.isatty() and not plain)


def _stream(stream: TextIO | None) -> TextIO:
    """The stream, able to print every character; one that was closed from outside takes what comes."""
    if stream is None:
        return io.StringIO()
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(errors="backslashreplace")
    return stream


def make_progress(console: Console, *, shown: bool) -> tuple[Progress, Callable[[], None]]:
    """Returns what shows the progress of a build on a terminal, and what takes it away again."""
    if not shown or not console.err.isatty():
        return _nothing, lambda: None
    line = _Line(console)
    return line.show, line.clear


def _nothing(stage: Stage, done: int, total: int) -> None:
    """Shows nothing."""


class _Line:
    """One line of a terminal that is written over and over."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = 0
        self.stage: Stage | None = None
        self.shown_at = 0.0

    def show(self, stage: Stage, done: int, total: int) -> None:
        now = time.monotonic()
        if stage is self.stage and now - self.shown_at < _PAUSE_SECONDS:
            return
        self.stage, self.shown_at = stage, now
        self.put(say(self.console.lang, f"progress-{stage}", done=done, total=total))

    def clear(self) -> None:
        self.put("")
        _write(self.console.err, "\r")

    def put(self, text: str) -> None:
        blank = " " * max(self.width - display_width(text), 0)
        self.width = display_width(text)
        _write(self.console.err, f"\r{text}{blank}")


def _write(stream: TextIO, text: str) -> None:
    text = _masked(text)
    if text.startswith(("{", "[")) and not _is_utf8(stream):
        text = _in_ascii(text)
    # Whoever listens may have gone (`| head`), or a log's disk be full: the work is done all the same, and
    # the exit code tells of it.
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _is_utf8(stream: TextIO) -> bool:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"


def _in_ascii(text: str) -> str:
    """JSON with its other characters as escapes: programs take it for UTF-8, and Windows may print GBK."""
    from json import dumps

    return "".join(each if each.isascii() else dumps(each)[1:-1] for each in text)


def _masked(text: str) -> str:
    """The text with the numbers of persons masked: the last net under everything that is printed."""
    # Most of what is printed holds none and does not wait for the scanner to be loaded.
    if not may_hold_number(text):
        return text
    from sfwgen.privacy.scan import mask_numbers

    return mask_numbers(text)


def shown(text: str) -> str:
    """Returns a word of the user's as it may stand in a message."""
    return visible(text)
