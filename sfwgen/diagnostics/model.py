"""The diagnostic as a value: code, place and the words that fill its message."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

_WORD = re.compile(r"\{([a-z_]+)\}")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Severity(StrEnum):
    """How much a diagnostic matters: an error stops the build, a warning does so under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file: path relative to the project with `/`, line and column from 1.

    Columns count characters. Line and column are 0 where the fault concerns the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """One language's text of a code: what is wrong, and what to do about it.

    `{name}` stands for a word of the diagnostic; what stands between `[[` and `]]` is left out where a word
    in it is empty or absent.
    """

    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of the code table. A slug never changes its meaning."""

    slug: str
    severity: Severity
    zh: Message
    en: Message


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault, warning or note, with the words for its message and the quoted source line."""

    code: str
    severity: Severity
    location: Location
    words: tuple[tuple[str, str], ...] = ()
    related: tuple[Location, ...] = ()
    quote: str | None = None

    def message(self, lang: str) -> str:
        """Returns what is wrong, in Chinese for `zh` and in English for any other language."""
        return self._fill(_message(self.code, lang).text)

    def hint(self, lang: str) -> str:
        """Returns what to do about it, in Chinese for `zh` and in English for any other language."""
        return self._fill(_message(self.code, lang).hint)

    def _fill(self, template: str) -> str:
        words = dict(self.words)
        whole = _OPTIONAL.sub(
            lambda part: part[1] if all(words.get(name) for name in _WORD.findall(part[1])) else "", template
        )
        return _WORD.sub(lambda match: words.get(match[1], match[0]), whole)


def fault(
    code: str, location: Location, /, *, related: tuple[Location, ...] = (), **words: object
) -> Diagnostic:
    """Returns a diagnostic with the severity of the code table.

    Raises KeyError for a code that the table does not know: that is a bug, not a fault of the content.
    """
    return Diagnostic(
        code=code,
        severity=_table()[code].severity,
        location=location,
        words=tuple((name, str(word)) for name, word in words.items()),
        related=related,
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Returns whether any of the diagnostics stops a build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Returns the diagnostics by file, line, column and code, each once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda each: (each.location, each.code, each.words)))


def _message(code: str, lang: str) -> Message:
    entry = _table()[code]
    return entry.zh if lang == "zh" else entry.en


@cache
def _table() -> dict[str, Code]:
    # The texts are only needed once something is wrong: a clean run never loads them.
    from sfwgen.diagnostics.codes import CODES

    return CODES
