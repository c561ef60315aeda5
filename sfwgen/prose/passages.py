"""The texts of a document in which figures may stand, as running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sfwgen.diagnostics import Location
from sfwgen.model import (
    Break,
    Bulletin,
    CounterDefinition,
    FigureSlot,
    Localized,
    Metric,
    Page,
    PageText,
    Phrase,
    SiteConfig,
    Story,
    StoryText,
    Tally,
)
from sfwgen.prose.html_text import BLANK, Block, read_blocks

Document = Story | Page | Bulletin | SiteConfig | Tally | CounterDefinition | Metric
"""What has texts that a reader of the site may see."""


class Where(StrEnum):
    """The part of a document that a passage is."""

    TITLE = "title"
    SUMMARY = "summary"
    BODY = "body"
    TIMELINE = "timeline"
    UNKNOWN = "unknown"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of running text in one language. `start` is a place in its file at or before its beginning.

    A passage of a body has the block of it; `excused` are stretches that the author has marked as no figures.
    """

    where: Where
    lang: str
    text: str
    start: Location
    block: Block | None = None
    excused: tuple[tuple[int, int], ...] = ()


def passages_of(document: Document, lang: str) -> tuple[Passage, ...]:
    """Returns every text of a document in a language, none where it has no text in it."""
    match document:
        case Story():
            return story_passages(document, lang)
        case Page():
            return page_passages(document, lang)
        case Bulletin():
            return bulletin_passages(document, lang)
        case _:
            return tuple(_notes(document.location, _texts_of(document), lang))


def story_passages(story: Story, lang: str) -> tuple[Passage, ...]:
    """Returns every text of a story in a language: timeline, image texts, notes, then title, summary, body.

    Without a translation its facts are printed in that language all the same.
    """
    text = story.texts.get(lang)
    written = () if text is None else _written(text, lang)
    return (*_facts(story, lang), *written)


def short_passages(document: Document, lang: str) -> tuple[Passage, ...]:
    """Returns the passages of a document that are not its body, in the places that they have among all."""
    match document:
        case Story():
            text = document.texts.get(lang)
            return (*_facts(document, lang), *(() if text is None else _head(text, lang)))
        case Page():
            page_text = document.texts.get(lang)
            return () if page_text is None else tuple(_head(page_text, lang))
        case _:
            return passages_of(document, lang)


def page_passages(page: Page, lang: str) -> tuple[Passage, ...]:
    """Returns every text of a page in a language."""
    text = page.texts.get(lang)
    return () if text is None else tuple(_written(text, lang))


def bulletin_passages(bulletin: Bulletin, lang: str) -> tuple[Passage, ...]:
    """Returns the title and the lede of a bulletin in a language."""
    pairs = ((Where.TITLE, bulletin.title), (Where.SUMMARY, bulletin.lede))
    return tuple(
        Passage(where, lang, texts[lang], bulletin.location) for where, texts in pairs if texts.get(lang)
    )


def _texts_of(document: SiteConfig | Tally | CounterDefinition | Metric) -> Iterator[Localized]:
    """What is printed of a document that is no text by itself, apart from names."""
    match document:
        case SiteConfig():
            yield from (
                document.title,
                document.subtitle,
                document.lede,
                document.description,
                document.notice,
            )
            yield document.source_line
            yield from (line.motto for line in document.lines)
        case Tally():
            yield document.note
            yield from (source.text for source in document.sources)
            for figure in document.figures:
                yield from (figure.label, figure.scope, figure.note)
        case CounterDefinition():
            yield from (document.counted, document.not_counted, document.obtained)
            yield from (document.open, document.updated)
            yield from (each.reason for each in document.left_out)
        case Metric():
            yield from (document.label, document.description)


def _notes(location: Location, texts: Iterable[Localized], lang: str) -> Iterator[Passage]:
    for each in texts:
        if each.get(lang):
            yield Passage(Where.NOTE, lang, each[lang], location)


def _head(text: StoryText | PageText, lang: str) -> Iterator[Passage]:
    yield _phrase(Where.TITLE, text.title, lang)
    if text.summary is not None:
        yield _phrase(Where.SUMMARY, text.summary, lang)


def _written(text: StoryText | PageText, lang: str) -> Iterator[Passage]:
    yield from _head(text, lang)
    start = Location(text.body.file, text.body.line, 1)
    for block in read_blocks(text.body):
        yield Passage(Where.BODY, lang, block.text, start, block, block.excused)


def passage_text(phrase: Phrase) -> str:
    """Returns a title or summary as running text in which a figure that is filled in is one BLANK."""
    return "".join(
        BLANK if isinstance(part, FigureSlot) else "" if isinstance(part, Break) else part
        for part in phrase.parts
    )


def _phrase(where: Where, phrase: Phrase, lang: str) -> Passage:
    text = passage_text(phrase)
    return Passage(where, lang, text, phrase.location, excused=tuple(_excuses(phrase.source, text)))


def _excuses(source: str, text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a phrase between `{~` and `~}`, as they stand in its text."""
    position = 0
    for piece in source.split("{~")[1:]:
        excused = piece.partition("~}")[0]
        start = text.find(excused, position)
        if excused and start >= 0:
            position = start + len(excused)
            yield start, position


def _facts(story: Story, lang: str) -> Iterator[Passage]:
    for step in story.timeline:
        yield Passage(Where.TIMELINE, lang, step.name.get(lang, ""), step.location)
        yield Passage(Where.TIMELINE, lang, step.text.get(lang, ""), step.location)
    yield Passage(Where.NOTE, lang, story.name.get(lang, ""), story.location)
    for pair in story.pairs:
        yield Passage(Where.TIMELINE, lang, pair.name.get(lang, ""), pair.location)
        for side in pair.sides:
            for texts in (side.text, side.alt):
                yield Passage(Where.TIMELINE, lang, texts.get(lang, ""), pair.location)
    for texts in story.unknown:
        yield Passage(Where.UNKNOWN, lang, texts.get(lang, ""), story.location)
    for group in story.panel:
        yield Passage(Where.NOTE, lang, group.heading.get(lang, ""), story.location)
    yield Passage(Where.NOTE, lang, story.panel_note.get(lang, ""), story.location)
    for figure in story.figures:
        for texts in (figure.label, figure.scope, figure.note):
            yield Passage(Where.NOTE, lang, texts.get(lang, ""), figure.location)
    for source in story.sources:
        yield Passage(Where.NOTE, lang, source.text.get(lang, ""), story.location)
    for correction in story.corrections:
        yield Passage(Where.NOTE, lang, correction.right.get(lang, ""), correction.location)
