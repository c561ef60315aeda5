"""The source lines that diagnostics point to, filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sfwgen.content import source_line
from sfwgen.diagnostics import Diagnostic, sort_diagnostics


def quote_lines(diagnostics: Iterable[Diagnostic], files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Returns the diagnostics, sorted, each once, with the line that each points to as its quote."""
    return tuple(_quoted(each, files) for each in sort_diagnostics(diagnostics))


def shown_line(line: str) -> str:
    """Returns a source line as it may be shown to anyone who reads the report."""
    return line


def _quoted(diagnostic: Diagnostic, files: Mapping[str, bytes]) -> Diagnostic:
    if diagnostic.location.file.endswith((".csv", ".xlsx")) and diagnostic.location.line > 1:
        # A row of a register may hold names and telephone numbers: its message says all that may be said.
        return diagnostic
    line = source_line(files, diagnostic.location)
    return diagnostic if line is None else replace(diagnostic, quote=shown_line(line))
