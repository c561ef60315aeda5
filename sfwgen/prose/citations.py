"""Where the texts of a site cite its figures and totals: each place with file, line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sfwgen.counters import owner_id
from sfwgen.diagnostics import Location
from sfwgen.model import FigureSlot, Page, Site, Story
from sfwgen.prose.binding import Binding, Bond, Document
from sfwgen.prose.checking import Prose, Text
from sfwgen.prose.locate import Source, locate, make_cursors, make_source


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


def find_citations(site: Site, prose: Prose, sources: Mapping[str, bytes]) -> Citations:
    """Returns every place at which a figure is cited, in the order of the documents."""
    tallied = {id(figure): f"{tally.id}#{figure.id}" for tally in site.tallies for figure in tally.figures}
    found: dict[str, list[Citation]] = {}
    files: dict[str, Source] = {}
    for text in prose.texts:
        cited = [*_slots(text), *_mentions(text, tallied, sources, files)]
        for key, citation in sorted(cited, key=lambda each: (each[1].location.file, *_line(each[1]))):
            found.setdefault(key, []).append(citation)
    return {key: tuple(each) for key, each in found.items()}


def _line(citation: Citation) -> tuple[int, int]:
    return citation.location.line, citation.location.column


def _slots(text: Text) -> Iterator[tuple[str, Citation]]:
    document = text.document
    if not isinstance(document, Story | Page):
        return
    written = document.texts[text.lang]
    summary = written.summary.parts if written.summary is not None else ()
    for part in (*written.title.parts, *summary, *written.body.parts):
        if isinstance(part, FigureSlot) and isinstance(document, Story):
            citation = Citation(document, text.lang, f"{{={part.figure}}}", part.location, filled_in=True)
            yield f"{document.slug}#{part.figure}", citation


def _mentions(
    text: Text, tallied: Mapping[int, str], sources: Mapping[str, bytes], files: dict[str, Source]
) -> Iterator[tuple[str, Citation]]:
    numbers = {id(passage): number for number, passage in enumerate(text.passages)}
    cursors: dict[str, tuple[int, ...]] = {}
    for binding in text.bindings:
        keys = tuple(_cited(text.document, binding, tallied))
        if not keys:
            continue
        passage, found = binding.mention.passage, binding.mention.found
        file = passage.start.file
        if file not in files:
            files[file] = make_source(file, sources.get(file, b""))
        if file not in cursors:
            cursors[file] = make_cursors(files[file], text.passages)
        place = locate(files[file], passage, cursors[file][numbers[id(passage)]], found)
        for key in keys:
            yield key, Citation(text.document, text.lang, found.text, place)


def _cited(document: Document, binding: Binding, tallied: Mapping[int, str]) -> Iterator[str]:
    figure = binding.figure
    if binding.bond is Bond.FIGURE and figure is not None and isinstance(document, Story):
        yield f"{owner_id(document)}#{figure.id}"
    if binding.bond is Bond.TOTAL:
        if figure is not None and id(figure) in tallied:
            yield tallied[id(figure)]
        if binding.counter:
            yield binding.counter
