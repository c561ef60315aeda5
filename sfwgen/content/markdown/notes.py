"""Footnotes: each mark has its note, each note its mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sfwgen.content.markdown.positions import Positions
from sfwgen.diagnostics import Diagnostic, fault

_NOTE = re.compile(r"^[ >]*\[\^([^\]]*)\]:(?P<text>[^\n]*(?:\n+ {4}[^\n]*)?)", re.MULTILINE)
_MARK = re.compile(r"\[\^([^\]]*)\]")
_NO_TEXT = re.compile(r"\s*(?:\[[^\]\n]*\]:.*)?", re.DOTALL)


def check_footnotes(masked: str, positions: Positions) -> Iterator[Diagnostic]:
    """Yields a diagnostic for each footnote mark without a note, each note without a mark or without text."""
    if "[^" not in masked:
        return
    notes = list(_NOTE.finditer(masked))
    heads = {note.end(1) + 1 for note in notes}
    marks = [mark for mark in _MARK.finditer(masked) if mark.end() not in heads]
    noted = {note[1] for note in notes if not _NO_TEXT.fullmatch(note["text"])}
    used = {mark[1] for mark in marks}
    for mark in marks:
        if mark[1] not in noted:
            yield fault("footnote-missing", positions.at(mark.start()), label=mark[1])
    for note in notes:
        if note[1] not in used:
            yield fault("footnote-unused", positions.at(note.start(1) - 2), label=note[1])
