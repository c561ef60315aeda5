"""The texts of a document in which figures may stand, as running text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sfwgen.diagnostics import Location
from sfwgen.model import Break, Bulletin, FigureSlot, Page, PageText, Phrase, SiteConfig, Story, StoryText
from sfwgen.prose.html_text import BLANK, Block, read_blocks


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


def story_passages(story: Story, lang: str) -> tuple[Passage, ...]:
    """Returns every text of a story in a language: title, summary, body, image texts, timeline, notes."""
    text = story.texts.get(lang)
    if text is None:
        return ()
    return (*_written(text, lang), *_facts(story, lang))


def page_passages(page: Page, lang: str) -> tuple[Passage, ...]:
    """Returns every text of a page in a language."""
    text = page.texts.get(lang)
    return () if text is None else tuple(_written(text, lang))


def config_passages(config: SiteConfig, lang: str) -> tuple[Passage, ...]:
    """Returns what config.yaml says on the site's pages in a language: lede, description, mottos."""
    pairs = [(config.lede, config.location), (config.description, config.location)]
    pairs += [(line.motto, line.location) for line in config.lines]
    return tuple(
        Passage(Where.NOTE, lang, texts[lang], location) for texts, location in pairs if texts.get(lang)
    )


def bulletin_passages(bulletin: Bulletin, lang: str) -> tuple[Passage, ...]:
    """Returns the title and the lede of a bulletin in a language."""
    pairs = ((Where.TITLE, bulletin.title), (Where.SUMMARY, bulletin.lede))
    return tuple(
        Passage(where, lang, texts[lang], bulletin.location) for where, texts in pairs if texts.get(lang)
    )


def _written(text: StoryText | PageText, lang: str) -> Iterator[Passage]:
    yield _phrase(Where.TITLE, text.title, lang)
    if text.summary is not None:
        yield _phrase(Where.SUMMARY, text.summary, lang)
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
    for pair in story.pairs:
        for side in pair.sides:
            for texts in (side.text, side.alt):
                yield Passage(Where.TIMELINE, lang, texts.get(lang, ""), pair.location)
    for texts in story.unknown:
        yield Passage(Where.UNKNOWN, lang, texts.get(lang, ""), story.location)
    for group in story.panel:
        yield Passage(Where.NOTE, lang, group.heading.get(lang, ""), story.location)
    yield Passage(Where.NOTE, lang, story.panel_note.get(lang, ""), story.location)
    for figure in story.figures:
        for texts in (figure.label, figure.note):
            yield Passage(Where.NOTE, lang, texts.get(lang, ""), figure.location)
    for correction in story.corrections:
        yield Passage(Where.NOTE, lang, correction.right.get(lang, ""), correction.location)
