"""Pages outside the stories: about, contact, accessibility."""

from __future__ import annotations

from sfwgen.content.layout import Folder
from sfwgen.content.parts import check_schedule, decode_aliases, decode_phrase
from sfwgen.content.reporter import Reporter
from sfwgen.content.shapes_documents import PageShape, PageTranslationShape
from sfwgen.content.stories import Texts, language_faults, take_out_facts
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import Alias, FigureSlot, Page, PageText


def decode_page(folder: Folder, texts: Texts) -> tuple[Page | None, tuple[Diagnostic, ...]]:
    """Returns the page of a folder, or None with faults, and all that is wrong with its files."""
    faults = list(language_faults(folder, texts.languages))
    written: dict[str, PageText] = {}
    facts: PageShape | None = None
    aliases: tuple[Alias, ...] = ()
    sound = True
    for number, language in enumerate(texts.languages):
        document = texts.documents.get(folder.texts.get(language, ""))
        if document is None:
            continue
        reporter = Reporter(document.file, document.header, texts.languages)
        shape: PageShape | PageTranslationShape | None
        if number == 0:
            shape = facts = reporter.read(PageShape)
            if facts is not None:
                aliases = decode_aliases(facts.aliases, reporter)
                check_schedule(facts.publish_at, facts.expires_at, reporter)
        else:
            take_out_facts(reporter, PageShape.model_fields.keys() - PageTranslationShape.model_fields.keys())
            shape = reporter.read(PageTranslationShape)
        if shape is not None:
            written[language] = _text(shape, texts, reporter)
        faults += reporter.faults
        sound = sound and reporter.sound
    if not sound or facts is None:
        return None, tuple(faults)
    location = Location(folder.texts[texts.languages[0]], 1, 1)
    times = facts.publish_at, facts.expires_at
    return Page(folder.slug, aliases, written, location, *times), tuple(faults)


def _text(shape: PageShape | PageTranslationShape, texts: Texts, reporter: Reporter) -> PageText:
    title = decode_phrase(shape.title, reporter, "title", breaks=True)
    summary = None
    if shape.summary is not None:
        summary = decode_phrase(shape.summary, reporter, "summary", breaks=False)
    body = texts.bodies[reporter.file]
    parts = (*title.parts, *(summary.parts if summary else ()), *body.parts)
    # Only stories have figures.
    reporter.faults += (
        fault("page-figure", part.location, id=part.figure) for part in parts if isinstance(part, FigureSlot)
    )
    return PageText(title, summary, body, reporter.file)
