"""Tallies and bulletins: the documents that are YAML alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from posixpath import basename

from sfwgen.content.nodes import MappingNode
from sfwgen.content.observations import decode_figures
from sfwgen.content.parts import check_repeated, check_schedule, decode_sources
from sfwgen.content.reporter import Reporter
from sfwgen.content.scalars import is_slug
from sfwgen.content.shapes_documents import BulletinShape, TallyShape
from sfwgen.content.vocabulary import Catalogues
from sfwgen.diagnostics import Diagnostic, Location, fault, nearest
from sfwgen.model import Bulletin, Tally


def decode_tally(
    file: str, root: MappingNode, languages: tuple[str, ...], catalogues: Catalogues
) -> tuple[Tally | None, frozenset[str] | None, tuple[Diagnostic, ...]]:
    """Returns a tally or None, the ids of its figures or None where they are not known, and its faults."""
    reporter = Reporter(file, root, languages)
    id_ = tally_id(file)
    if not is_slug(id_):
        reporter.faults.append(fault("slug-invalid", Location(file), value=id_))
    shape = reporter.read(TallyShape)
    if shape is None:
        return None, None, tuple(reporter.faults)
    figures, known = decode_figures(shape.figures, catalogues, reporter)
    note = reporter.texts(shape.note, "note")
    sources = decode_sources(shape.sources, reporter)
    tally = Tally(id_, shape.as_of, note, sources, figures, Location(file, 1, 1))
    return (tally if reporter.sound else None), known, tuple(reporter.faults)


def tally_id(file: str) -> str:
    """Returns the id of a tally: its file's name without the ending."""
    return basename(file).removesuffix(".yaml")


def decode_bulletin(
    file: str, root: MappingNode, languages: tuple[str, ...], slugs: Iterable[str]
) -> tuple[Bulletin | None, tuple[Diagnostic, ...]]:
    """Returns a bulletin, or None with faults; its stories must be among the slugs given."""
    reporter = Reporter(file, root, languages)
    shape = reporter.read(BulletinShape)
    if shape is None:
        return None, tuple(reporter.faults)
    check_slugs(shape.stories, slugs, reporter, "stories")
    check_schedule(shape.publish_at, shape.expires_at, reporter)
    bulletin = Bulletin(
        number=shape.number,
        as_of=shape.as_of,
        date=shape.date,
        title=reporter.texts(shape.title, "title"),
        lede=reporter.texts(shape.lede, "lede"),
        stories=tuple(shape.stories),
        location=reporter.at("number"),
        publish_at=shape.publish_at,
        expires_at=shape.expires_at,
    )
    return (bulletin if reporter.sound else None), tuple(reporter.faults)


def check_slugs(written: Sequence[str], slugs: Iterable[str], reporter: Reporter, field: str) -> None:
    """Notes a fault for each slug of a list that no story has, or that stands there twice."""
    check_repeated(written, reporter, field)
    for number, slug in enumerate(written):
        if slug not in slugs:
            reporter.add("story-unknown", field, number, value=slug, nearest=nearest(slug, slugs))


def check_numbers(bulletins: Iterable[Bulletin]) -> tuple[Diagnostic, ...]:
    """Returns a fault for each bulletin whose number an earlier file has."""
    first: dict[int, Bulletin] = {}
    faults = []
    for bulletin in bulletins:
        same = first.setdefault(bulletin.number, bulletin)
        if same is not bulletin:
            related = (same.location,)
            words = {"value": bulletin.number, "first": same.location.file}
            faults.append(fault("bulletin-number-repeated", bulletin.location, related=related, **words))
    return tuple(faults)


Owners = Mapping[str, frozenset[str] | None]
"""The ids of the figures of each story and tally, by slug or id; None where they are not known."""


def check_references(written: Iterable[tuple[str, Location]], owners: Owners) -> tuple[Diagnostic, ...]:
    """Returns a fault for each `story#figure` or `tally#figure` that there is not."""
    faults = []
    for reference, place in written:
        owner, _, figure = reference.partition("#")
        if owner not in owners:
            near = nearest(owner, owners)
            meant = f"{near}#{figure}" if near else ""
            faults.append(fault("reference-unknown", place, value=reference, nearest=meant))
            continue
        figures = owners[owner]
        if figures is not None and figure not in figures:
            near = nearest(figure, figures)
            meant = f"{owner}#{near}" if near else ""
            faults.append(fault("reference-unknown", place, value=reference, nearest=meant))
    return tuple(faults)
