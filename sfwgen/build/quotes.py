"""The source lines that diagnostics point to, filled in; what is personal in a diagnostic, masked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from sfwgen.checks.privacy import TOO_LARGE
from sfwgen.content import source_line
from sfwgen.diagnostics import Diagnostic, Location, sort_diagnostics
from sfwgen.privacy.files import UnreadableError, decode
from sfwgen.privacy.finds import Find
from sfwgen.privacy.masks import mask
from sfwgen.privacy.scan import hide, mask_text, scan

_MASKED_ALREADY = "privacy-"
"""How the codes of the privacy gate begin: their words hold nothing but echoes."""
_LONG = 8
_NUMBER = re.compile(r"[0-9](?:[0-9,. -]{0,40}[0-9])?")


@dataclass(frozen=True, slots=True)
class _Source:
    """A source as it may be quoted: its bytes with everything personal masked, and what that was."""

    data: bytes
    finds: tuple[Find, ...]


_UNSEEN = _Source(b"", ())


def quote_lines(diagnostics: Iterable[Diagnostic], files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Returns the diagnostics, sorted, each once, with the line that each points to as its quote.

    Personal data in lines, words and names of files is masked, whatever the diagnostics are about.
    """
    diagnostics = tuple(diagnostics)
    # What is too large to be looked into for personal data is not quoted.
    sources = {each.location.file: _UNSEEN for each in diagnostics if each.code in TOO_LARGE}
    return tuple(_quoted(each, files, sources) for each in sort_diagnostics(diagnostics))


def shown_line(line: str) -> str:
    """Returns a source line as it may be shown to anyone who reads the report."""
    return _shown(line)


@lru_cache(maxsize=4096)
def _shown(text: str) -> str:
    # Thousands of faults of one kind stand in few files and lines and have few different words.
    return mask_text(text)


def _quoted(diagnostic: Diagnostic, files: Mapping[str, bytes], sources: dict[str, _Source]) -> Diagnostic:
    path = diagnostic.location.file
    if path in files and path not in sources:
        sources[path] = _masked(files[path])
    source = sources.get(path, _UNSEEN)
    quotable = path in files and source is not _UNSEEN and not _is_row(diagnostic.location)
    line = source_line({path: source.data}, diagnostic.location) if quotable else None
    words = diagnostic.words
    if not diagnostic.code.startswith(_MASKED_ALREADY):
        words = tuple((name, _masked_word(word, source.finds)) for name, word in words)
    return replace(
        diagnostic,
        location=_masked_place(diagnostic.location),
        related=tuple(map(_masked_place, diagnostic.related)),
        words=words,
        quote=diagnostic.quote if line is None else shown_line(line),
    )


def _is_row(place: Location) -> bool:
    """Whether a row of a register would be quoted: it may hold a name, which nobody can tell from a word."""
    return place.line > 1 and place.file.endswith((".csv", ".xlsx"))


def _masked(data: bytes) -> _Source:
    """The whole file is looked at, as a number may be broken over two lines, or its name stand above it."""
    try:
        text = decode(data)
    except UnreadableError:
        return _Source(data, ())
    finds = scan(text)
    if not finds:
        return _Source(data, ())
    shown = hide(text, finds)
    for find in finds:
        # The same number elsewhere, where it stands inside a name or a code.
        if len(find.value) >= _LONG:
            shown = shown.replace(find.value, mask(find.kind, find.value))
    return _Source(shown.encode(), finds)


def _masked_place(place: Location) -> Location:
    shown = _shown(place.file)
    return place if shown == place.file else replace(place, file=shown)


def _masked_word(word: str, finds: tuple[Find, ...]) -> str:
    """A word of a message, also where it is only part of what the file says, or set in another way."""
    shown = _shown(word)
    for find in finds:
        for form in (find.written, find.value):
            if form and form in shown:
                shown = shown.replace(form, mask(find.kind, find.value))
    values = {find.value for find in finds}
    return _NUMBER.sub(partial(_masked_number, values), shown) if values else shown


def _masked_number(values: set[str], number: re.Match[str]) -> str:
    digits = "".join(filter(str.isdigit, number[0]))
    return re.sub("[0-9]", "*", number[0]) if digits in values else number[0]
