"""Numeric character references: `&#…;` must not bring in what may not be typed, least of all our marks."""

from __future__ import annotations

import re

from sfwgen.content.markdown.positions import Positions
from sfwgen.content.text import refused_characters
from sfwgen.diagnostics import Diagnostic, fault

_REFERENCE = re.compile(r"&#([xX][0-9a-fA-F]+|[0-9]+);?")
_LONGEST = 12


def replace_references(source: str, positions: Positions) -> tuple[str, tuple[Diagnostic, ...]]:
    """Returns the source, as long as before, without references to refused characters; each is an error.

    They are refused in code too: what is code can be told for sure only after conversion.
    """
    if "&#" not in source:
        return source, ()
    faults: list[Diagnostic] = []

    def replaced(match: re.Match[str]) -> str:
        if len(match[0]) <= _LONGEST and _may_stand(match[1]):
            return match[0]
        faults.append(
            fault("character-reference", positions.at(match.start()), reference=match[0][:_LONGEST])
        )
        return "\ufffd" * len(match[0])

    return _REFERENCE.sub(replaced, source), tuple(faults)


def _may_stand(number: str) -> bool:
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    return 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF and not refused_characters(chr(code), "")
