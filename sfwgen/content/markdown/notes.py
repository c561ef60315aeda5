"""Footnotes: each mark has its note, each note its mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sfwgen.content.markdown.positions import Positions
from sfwgen.diagnostics import Diagnostic, fault

_NOTE = re.compile(r"^[ >]*\[\^([^\]]*)\]:", re.MULTILINE)
_MARK = re.compile(r"\[\^([^\]]*)\]")


def check_footnotes(masked: str, positions: Positions) -> Iterator[Diagnostic]:
    """Yields a diagnostic for each footnote mark without a note and each note without a mark."""
    if "[^" not in masked:
        return
    notes = {match[1]: match for match in reversed(list(_NOTE.finditer(masked)))}
    heads = {match.end() - 1 for match in _NOTE.finditer(masked)}
    marks = [match for match in _MARK.finditer(masked) if match.end() not in heads]
    for mark in marks:
        if mark[1] not in notes:
            yield fault("footnote-missing", positions.at(mark.start()), label=mark[1])
    used = {mark[1] for mark in marks}
    for label, note in notes.items():
        if label not in used:
            yield fault("footnote-unused", positions.at(note.start(1) - 2), label=label)
