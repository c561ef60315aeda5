"""What could not be carried, as diagnostics at its place in the post."""

from __future__ import annotations

from sfwgen.diagnostics import Diagnostic, Location, fault

_LONGEST = 80
_WHOLE = ("words", "fields")
"""Lists, of which the end says as much as the beginning."""


class Teller:
    """Collects what is told of one file of a post."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._told: dict[Diagnostic, None] = {}

    def tell(self, code: str, line: int, /, **words: object) -> None:
        """Notes something at a line of the file; its words stand on one line, shortened if they are long."""
        short = {name: str(word) if name in _WHOLE else _short(str(word)) for name, word in words.items()}
        self._told[fault(code, Location(self.file, line, 1 if line else 0), related=(), **short)] = None

    @property
    def told(self) -> tuple[Diagnostic, ...]:
        """Everything that was noted, each once."""
        return tuple(self._told)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
