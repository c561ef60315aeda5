"""What several kinds of documents have in common, from shapes to the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from sfwgen.content.markdown import parse_phrase
from sfwgen.content.nodes import Scalar, Step, find
from sfwgen.content.reporter import Reporter
from sfwgen.content.shapes import SourceShape
from sfwgen.content.vocabulary import Catalogue
from sfwgen.diagnostics import Diagnostic, Location, fault, nearest
from sfwgen.model import Alias, Body, Figure, FigureSlot, Phrase, Source

T = TypeVar("T")


def decode_sources(shapes: Sequence[SourceShape], reporter: Reporter) -> tuple[Source, ...]:
    """Returns what a document rests on."""
    return tuple(
        Source(reporter.texts_beside(shape, "sources", number), shape.url)
        for number, shape in enumerate(shapes)
    )


def decode_phrase(text: str, reporter: Reporter, field: str, *, breaks: bool) -> Phrase:
    """Returns a title or summary, cut at its figures and, if `breaks`, at each `|`."""
    node = find(reporter.root, (field,))
    line, column = node.text_start if isinstance(node, Scalar) else (1, 1)
    phrase, faults = parse_phrase(text, Location(reporter.file, line, column), breaks=breaks)
    if field not in reporter.filled:
        reporter.faults += faults
    return phrase


def check_repeated(values: Sequence[str], reporter: Reporter, *path: Step) -> None:
    """Notes a fault for each value of a list that stands in it before."""
    first: dict[str, int] = {}
    for number, value in enumerate(values):
        if first.setdefault(value, number) != number:
            reporter.add_again("value-repeated", (*path, number), (*path, first[value]), value=value)


def decode_aliases(paths: Sequence[str], reporter: Reporter) -> tuple[Alias, ...]:
    """Returns the old addresses of a document with their places; one given twice is a fault."""
    check_repeated(paths, reporter, "aliases")
    return tuple(Alias(path, reporter.at("aliases", number)) for number, path in enumerate(paths))


def check_schedule(publish_at: str | None, expires_at: str | None, reporter: Reporter) -> None:
    """Notes a fault where a document would go before it comes."""
    if publish_at and expires_at and expires_at <= publish_at:
        reporter.add("schedule-reversed", "expires_at", publish_at=publish_at, expires_at=expires_at)


def look_up(
    ids: Sequence[str], catalogue: Catalogue[T], code: str, reporter: Reporter, *path: Step
) -> tuple[T, ...]:
    """Returns the definitions of a list of ids; one that is unknown or stands there twice is a fault."""
    check_repeated(ids, reporter, *path)
    found = (catalogue.find(id_, code, reporter, *path, number) for number, id_ in enumerate(ids))
    return tuple(each for each in found if each is not None)


def check_figures(ids: Sequence[str], known: Iterable[str], reporter: Reporter, *path: Step) -> None:
    """Notes a fault for each id of a list that no figure of the document has, or that stands there twice."""
    check_repeated(ids, reporter, *path)
    for number, id_ in enumerate(ids):
        if id_ not in known:
            reporter.add("figure-unknown", *path, number, value=id_, nearest=nearest(id_, known))


def slot_faults(parts: Iterable[object], known: Iterable[str]) -> Iterator[Diagnostic]:
    """Yields a fault for each `{=id}` whose id no figure of the document has."""
    for part in parts:
        if isinstance(part, FigureSlot) and part.figure not in known:
            near = nearest(part.figure, known)
            yield fault("figure-unknown", part.location, value=part.figure, nearest=near)


Bodies = Callable[[str], Body]
"""Returns the converted body of a file."""

Figures = tuple[Figure, ...]
