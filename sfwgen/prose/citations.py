"""Where the texts of a site cite its figures and totals: each place with file, line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sfwgen.counters import owner_id
from sfwgen.diagnostics import Location
from sfwgen.model import FigureSlot, Page, Story, Tally
from sfwgen.prose.binding import Binding
from sfwgen.prose.locate import Places
from sfwgen.prose.passages import Document
from sfwgen.prose.reading import Prose, Text


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that cites a figure, and what is printed there; `filled_in` where `{=id}` prints it."""

    document: Document
    lang: str
    text: str
    location: Location
    filled_in: bool = False


Citations = Mapping[str, tuple[Citation, ...]]
"""The places by what they cite: `story#figure`, `tally#figure`, or the id of a counter."""


def find_citations(prose: Prose, sources: Mapping[str, bytes]) -> Citations:
    """Returns every place at which a figure is cited, in the order of the documents."""
    found: dict[str, list[Citation]] = {}
    places = Places(sources)
    for text in prose.texts:
        cited = [*_slots(text), *_mentions(text, places)]
        for key, citation in sorted(cited, key=lambda each: (each[1].location.file, *_line(each[1]))):
            found.setdefault(key, []).append(citation)
    return {key: tuple(each) for key, each in found.items()}


def _line(citation: Citation) -> tuple[int, int]:
    return citation.location.line, citation.location.column


def _slots(text: Text) -> Iterator[tuple[str, Citation]]:
    document = text.document
    if not isinstance(document, Story | Page):
        return
    written = document.texts.get(text.lang)
    if written is None:
        return
    summary = written.summary.parts if written.summary is not None else ()
    for part in (*written.title.parts, *summary, *written.body.parts):
        if isinstance(part, FigureSlot) and isinstance(document, Story):
            citation = Citation(document, text.lang, f"{{={part.figure}}}", part.location, filled_in=True)
            yield f"{document.slug}#{part.figure}", citation


def _mentions(text: Text, places: Places) -> Iterator[tuple[str, Citation]]:
    for binding in text.bindings:
        keys = tuple(_cited(text.document, binding))
        if not keys:
            continue
        found = binding.found
        place = places.find(text.document, text.lang, binding.passage, found.start, found.text)
        for key in keys:
            yield key, Citation(text.document, text.lang, found.text, place)


def _cited(document: Document, binding: Binding) -> Iterator[str]:
    if binding.figure and isinstance(document, Story | Tally):
        yield f"{owner_id(document)}#{binding.figure}"
    if binding.tallied:
        yield binding.tallied
    if binding.counter:
        yield binding.counter
