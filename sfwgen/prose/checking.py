"""Prose against data: each figure of the site's texts is explained, or reported with what comes closest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sfwgen.counters import Counters
from sfwgen.diagnostics import Diagnostic, FigureCounts, Location, Severity, fault, sort_diagnostics
from sfwgen.figures import find, print_quantity
from sfwgen.model import Figure, FigurePolicy, FigureSlot, Page, Site, SiteConfig, Story
from sfwgen.prose.binding import Binding, Bond, Document, Slip, bind
from sfwgen.prose.locate import Source, locate, make_cursors, make_source
from sfwgen.prose.mentions import Finder, Phrases, find_mentions, make_phrases
from sfwgen.prose.passages import (
    Passage,
    Where,
    bulletin_passages,
    config_passages,
    page_passages,
    story_passages,
)

MAX_FIGURES = 1_000
"""In one document in one language: many times the figures of the longest bulletin."""


@dataclass(frozen=True, slots=True)
class Text:
    """What was found in one document in one language."""

    document: Document
    lang: str
    passages: tuple[Passage, ...]
    bindings: tuple[Binding, ...]
    beyond: Location | None = None
    """Where the text has so many figures that no more were looked at."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Every text of the site with what its figures rest on."""

    texts: tuple[Text, ...]
    by_file: Mapping[tuple[str, str], Text]
    """By the file of the document's facts, and the language."""

    def of(self, document: Document, lang: str) -> Text | None:
        """Returns the text of a document in a language."""
        return self.by_file.get((document.location.file, lang))


def read_prose(site: Site, counters: Counters, finder: Finder = find) -> Prose:
    """Returns what each figure in the texts of the site rests on."""
    texts: list[Text] = []
    documents: tuple[Document, ...] = (site.config, *site.stories, *site.pages, *site.bulletins)
    for language in site.config.languages:
        phrases = make_phrases(site, language.id)
        for document in documents:
            passages = _passages(document, language.id)
            if passages:
                texts.append(_read(site, counters, document, language.id, passages, phrases, finder))
    return Prose(tuple(texts), {(text.document.location.file, text.lang): text for text in texts})


def _passages(document: Document, lang: str) -> tuple[Passage, ...]:
    if isinstance(document, Story):
        return story_passages(document, lang)
    if isinstance(document, SiteConfig):
        return config_passages(document, lang)
    return page_passages(document, lang) if isinstance(document, Page) else bulletin_passages(document, lang)


def _read(
    site: Site,
    counters: Counters,
    document: Document,
    lang: str,
    passages: tuple[Passage, ...],
    phrases: Phrases,
    finder: Finder,
) -> Text:
    mentions = find_mentions(passages, phrases, finder, MAX_FIGURES + 1)
    beyond = mentions[MAX_FIGURES].passage.start if len(mentions) > MAX_FIGURES else None
    bindings = bind(site, counters, document, mentions[:MAX_FIGURES])
    return Text(document, lang, passages, bindings, beyond)


def count_bindings(prose: Prose) -> FigureCounts:
    """Returns how many figures were found, and how many of them are bound, derived, excused, unexplained."""
    bonds = [binding.bond for text in prose.texts for binding in text.bindings]
    return FigureCounts(
        found=len(bonds),
        bound=bonds.count(Bond.FIGURE) + bonds.count(Bond.TOTAL),
        derived=bonds.count(Bond.DERIVED),
        excused=bonds.count(Bond.EXCUSED),
        vague=bonds.count(Bond.VAGUE),
        unexplained=bonds.count(Bond.NONE),
    )


def check_prose(site: Site, prose: Prose, sources: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Returns what is wrong with the figures in the texts, sorted, as the policy of each section says."""
    faults: list[Diagnostic] = []
    for text in prose.texts:
        if text.beyond is not None:
            # What came before is not told one by one: it is a table, or an accident.
            faults.append(fault("figures-too-many", text.beyond, limit=f"{MAX_FIGURES:,}"))
            continue
        policy = _policy(site, text.document)
        if policy is not FigurePolicy.OFF:
            faults += (_with_policy(each, policy) for each in _check_text(text, sources))
    unread = {text.document.location.file for text in prose.texts if text.beyond is not None}
    for story in site.stories:
        if _policy(site, story) is not FigurePolicy.OFF and story.location.file not in unread:
            faults += _check_story(site, story, prose)
    return sort_diagnostics(faults)


def _policy(site: Site, document: Document) -> FigurePolicy:
    # What config.yaml says stands on the home page, above the totals.
    section = {Story: "stories", Page: "pages"}.get(type(document), "bulletins")
    return site.config.figures[section]


def _with_policy(found: Diagnostic, policy: FigurePolicy) -> Diagnostic:
    lenient = policy is FigurePolicy.WARN and found.severity is Severity.ERROR
    return replace(found, severity=Severity.WARNING) if lenient else found


def _check_text(text: Text, sources: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    unbound = [binding for binding in text.bindings if binding.bond is Bond.NONE]
    if not unbound:
        return
    files: dict[str, Source] = {}
    cursors: dict[str, tuple[int, ...]] = {}
    numbers = {id(passage): number for number, passage in enumerate(text.passages)}
    for binding in unbound:
        passage = binding.mention.passage
        file = passage.start.file
        if file not in files:
            files[file] = make_source(file, sources.get(file, b""))
            cursors[file] = make_cursors(files[file], text.passages)
        cursor = cursors[file][numbers[id(passage)]]
        where = locate(files[file], passage, cursor, binding.mention.found)
        yield _unexplained(binding, where)


_CODE_BY_SLIP = {
    Slip.QUALIFIER: "figure-qualifier-differs",
    Slip.UNIT: "figure-unit-differs",
    Slip.STATISTIC: "figure-statistic-differs",
    Slip.MAGNITUDE: "figure-magnitude-differs",
    Slip.TRANSPOSED: "figure-digits-transposed",
    Slip.VALUE: "figure-value-differs",
}


def _unexplained(binding: Binding, where: Location) -> Diagnostic:
    found = binding.mention.found
    nearest, lang = binding.nearest, binding.mention.passage.lang
    if nearest is None or binding.slip is None:
        return fault("figure-unexplained", where, found=found.text)
    return fault(
        _CODE_BY_SLIP[binding.slip],
        where,
        related=(nearest.location,),
        found=found.text,
        figure=nearest.id,
        stated=printed(nearest, lang),
    )


def printed(figure: Figure, lang: str) -> str:
    """Returns a figure of the data as it would be printed in a language."""
    metric = figure.metric
    unit: str | tuple[str, str] = metric.unit.zh
    if lang != "zh":
        unit = metric.unit.en if metric.unit.en[0] else metric.noun.get(lang, ("", ""))
    return "".join(
        part.text for part in print_quantity(figure.quantity, lang, unit=unit, amount=metric.unit.amount)
    )


def _check_story(site: Site, story: Story, prose: Prose) -> Iterator[Diagnostic]:
    """Compares which figures the languages of a story cite; tells of a story that cites none of its own."""
    cited = {
        text.lang: _cited(text)
        for language in site.config.languages
        if (text := prose.of(story, language.id))
    }
    default = site.config.default.id
    stated = {figure.id for figure in story.figures}
    if stated and default in cited and not cited[default]:
        yield fault("figures-not-cited", story.location, slug=story.slug, count=len(stated))
    for lang, ids in cited.items():
        if lang == default or default not in cited:
            continue
        for id_ in sorted(cited[default] - ids):
            yield _cited_once(story, id_, has=default, lacks=lang)
        for id_ in sorted(ids - cited[default]):
            yield _cited_once(story, id_, has=lang, lacks=default)


def _cited(text: Text) -> set[str]:
    """The ids of the story's own figures that its written text cites: filled in, in words, or with a slip."""
    written = (Where.TITLE, Where.SUMMARY, Where.BODY)
    ids = slot_ids(text)
    for binding in text.bindings:
        figure = binding.nearest if binding.bond is Bond.NONE else binding.figure
        if figure is not None and binding.bond is not Bond.TOTAL and binding.mention.passage.where in written:
            ids.add(figure.id)
    return ids


def slot_ids(text: Text) -> set[str]:
    """Returns the ids of the figures that are filled into a text."""
    if not isinstance(text.document, Story):
        return set()
    story_text = text.document.texts[text.lang]
    parts = (*story_text.title.parts, *story_text.summary.parts, *story_text.body.parts)
    return {part.figure for part in parts if isinstance(part, FigureSlot)}


def _cited_once(story: Story, id_: str, *, has: str, lacks: str) -> Diagnostic:
    figure = next(each for each in story.figures if each.id == id_)
    return fault(
        "translation-figure-missing",
        Location(story.texts[lacks].file, 1, 1),
        related=(Location(story.texts[has].file, 1, 1), figure.location),
        figure=id_,
        stated=printed(figure, lacks),
        other=Location(story.texts[has].file).file,
    )
