"""Stories: the facts of the default language's file, and the texts of all languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sfwgen.content.frontmatter import Document
from sfwgen.content.layout import Folder
from sfwgen.content.nodes import MappingNode
from sfwgen.content.observations import decode_figures
from sfwgen.content.pairs import decode_pairs
from sfwgen.content.parts import (
    check_figures,
    check_schedule,
    decode_aliases,
    decode_phrase,
    decode_sources,
    look_up,
    slot_faults,
)
from sfwgen.content.reporter import Reporter
from sfwgen.content.shapes_documents import StoryShape, StoryTranslationShape
from sfwgen.content.vocabulary import Catalogue, Catalogues
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import Body, Correction, Figure, FigureGroup, Line, Step, Story, StoryText


@dataclass(frozen=True, slots=True)
class Texts:
    """The documents of stories and pages that could be parsed, with their converted bodies, by path."""

    documents: Mapping[str, Document]
    bodies: Mapping[str, Body]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryRead:
    """What was read of a story: None with faults; the ids of its figures, None where they are not known."""

    story: Story | None
    figures: frozenset[str] | None
    faults: tuple[Diagnostic, ...]


def decode_story(folder: Folder, texts: Texts, lines: Catalogue[Line], catalogues: Catalogues) -> StoryRead:
    """Returns the story of a folder and all that is wrong with its files."""
    faults = list(language_faults(folder, texts.languages))
    default, *others = texts.languages
    document = texts.documents.get(folder.texts.get(default, ""))
    known: frozenset[str] | None = None
    written: dict[str, StoryText] = {}
    shape: StoryShape | None = None
    reporter: Reporter | None = None
    figures: tuple[Figure, ...] = ()
    if document:
        reporter = Reporter(document.file, document.header, texts.languages)
        shape = reporter.read(StoryShape)
        if shape is not None:
            figures, known = decode_figures(shape.figures, catalogues, reporter)
            written[default] = _text(shape, texts, reporter, known)
    for language in others:
        text, found = _translation(folder.texts.get(language), texts, known)
        written |= {language: text} if text else {}
        faults += found
    story = (
        _story(shape, figures, written, folder, reporter, lines, catalogues) if shape and reporter else None
    )
    faults += reporter.faults if reporter else []
    return StoryRead(story if reporter and reporter.sound else None, known, tuple(faults))


def language_faults(folder: Folder, languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yields a fault where the default language's text is missing, and for texts in undeclared languages."""
    if languages[0] not in folder.texts:
        related = tuple(Location(file) for file in folder.texts.values())
        name = f"index.{languages[0]}.md"
        yield fault("default-language-missing", Location(folder.path), related=related, name=name)
    for language, file in folder.texts.items():
        if language not in languages:
            known = ", ".join(languages)
            yield fault("document-language-undeclared", Location(file), language=language, known=known)


def _translation(
    path: str | None, texts: Texts, known: frozenset[str] | None
) -> tuple[StoryText | None, list[Diagnostic]]:
    document = texts.documents.get(path or "")
    if document is None:
        return None, []
    reporter = Reporter(document.file, document.header, texts.languages)
    take_out_facts(reporter, StoryShape.model_fields.keys() - StoryTranslationShape.model_fields.keys())
    shape = reporter.read(StoryTranslationShape)
    text = _text(shape, texts, reporter, known) if shape else None
    return text, reporter.faults


def take_out_facts(reporter: Reporter, facts: set[str]) -> None:
    """Notes a fault for each fact that a translation states again, and reads on without them."""
    for key in reporter.root:
        if key in facts:
            reporter.add("translation-has-facts", key, key=True, field=key)
    root = reporter.root
    entries = {key: entry for key, entry in root.entries.items() if key not in facts}
    reporter.root = MappingNode(entries, root.line, root.column)


def _text(
    shape: StoryShape | StoryTranslationShape, texts: Texts, reporter: Reporter, known: frozenset[str] | None
) -> StoryText:
    title = decode_phrase(shape.title, reporter, "title", breaks=True)
    summary = decode_phrase(shape.summary, reporter, "summary", breaks=False)
    body = texts.bodies[reporter.file]
    if known is not None:
        reporter.faults += slot_faults((*title.parts, *summary.parts, *body.parts), known)
    return StoryText(title, summary, body, reporter.file)


def _story(
    shape: StoryShape,
    figures: tuple[Figure, ...],
    written: dict[str, StoryText],
    folder: Folder,
    reporter: Reporter,
    lines: Catalogue[Line],
    catalogues: Catalogues,
) -> Story | None:
    known = {each.id or each.metric or "" for each in shape.figures}
    line = lines.find(shape.line, "line-unknown", reporter, "line")
    places = look_up(shape.places, catalogues.places, "place-unknown", reporter, "places")
    teams = look_up(shape.teams, catalogues.teams, "team-unknown", reporter, "teams")
    aliases = decode_aliases(shape.aliases, reporter)
    published = shape.published or shape.publish_at
    if published and shape.updated and shape.updated < published:
        reporter.add("updated-before-published", "updated", published=published, updated=shape.updated)
    check_schedule(shape.publish_at, shape.expires_at, reporter)
    panel, panel_note = _panel(shape, known, reporter), reporter.texts(shape.panel_note, "panel_note")
    unknown = tuple(reporter.texts(each, "unknown", number) for number, each in enumerate(shape.unknown))
    timeline, corrections = _timeline(shape, reporter), _corrections(shape, known, reporter)
    pairs = decode_pairs(shape.before_after, known, folder.path, reporter)
    sources = decode_sources(shape.sources, reporter)
    if line is None:
        return None
    return Story(
        slug=folder.slug,
        name=reporter.texts(shape.name, "name"),
        date=shape.date,
        line=line,
        places=places,
        teams=teams,
        figures=figures,
        panel=panel,
        panel_note=panel_note,
        timeline=timeline,
        pairs=pairs,
        unknown=unknown,
        sources=sources,
        corrections=corrections,
        aliases=aliases,
        published=published,
        updated=shape.updated,
        draft=shape.draft,
        texts=written,
        folder=folder.path,
        location=Location(reporter.file, 1, 1),
        publish_at=shape.publish_at,
        expires_at=shape.expires_at,
    )


def _panel(shape: StoryShape, known: set[str], reporter: Reporter) -> tuple[FigureGroup, ...]:
    groups = []
    for number, group in enumerate(shape.panel):
        check_figures(group.figures, known, reporter, "panel", number, "figures")
        heading = reporter.texts(group.heading, "panel", number, "heading")
        groups.append(FigureGroup(heading, tuple(group.figures)))
    return tuple(groups)


def _timeline(shape: StoryShape, reporter: Reporter) -> tuple[Step, ...]:
    return tuple(
        Step(
            step.date,
            step.state,
            reporter.texts(step.name, "timeline", number, "name"),
            reporter.texts_beside(step, "timeline", number),
            reporter.at("timeline", number),
        )
        for number, step in enumerate(shape.timeline)
    )


def _corrections(shape: StoryShape, known: set[str], reporter: Reporter) -> tuple[Correction, ...]:
    corrections = []
    for number, each in enumerate(shape.corrections):
        path = ("corrections", number)
        if each.figure is not None:
            check_figures([each.figure], known, reporter, *path, "figure")
        wrong = reporter.texts(each.wrong, *path, "wrong")
        right = reporter.texts(each.right, *path, "right")
        corrections.append(Correction(each.date, wrong, right, each.figure, reporter.at(*path)))
    return tuple(corrections)
