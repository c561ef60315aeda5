"""A site as the rules look at it: its documents by file, and its texts beside their translations."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain
from typing import TypeVar, cast

from sfwgen.content.markdown.positions import make_positions
from sfwgen.counters import Counters
from sfwgen.diagnostics import Location
from sfwgen.model import (
    Body,
    Bulletin,
    Figure,
    Localized,
    Page,
    PageText,
    Phrase,
    Place,
    Site,
    Source,
    Story,
    StoryText,
    Tally,
    Vocabulary,
)

Made = TypeVar("Made")

Document = Story | Page
DocumentText = StoryText | PageText

_LONGEST_KEY = len("title: ")


@dataclass(frozen=True)
class Project:
    """What a rule may look at. `images` are the paths of all images that stand beside documents.

    `words` says whether the texts of config.yaml and the vocabulary are looked at too. `made` is what rules
    have made of the vocabulary alone.
    """

    site: Site
    counters: Counters
    images: Collection[str]
    words: bool = True
    made: dict[tuple[object, str], object] = field(default_factory=dict, repr=False, compare=False)

    def alone(self, *stories: Story) -> Project:
        """Returns the project as a rule sees it that asks about each story by itself."""
        site = replace(self.site, stories=stories, pages=(), tallies=(), bulletins=(), registers=())
        return replace(self, site=site, counters={}, words=False)

    def once(self, make: Callable[[Vocabulary, str], Made], lang: str = "") -> Made:
        """Returns what is made of the vocabulary, for a language; it is made once only."""
        key = (make, lang)
        if key not in self.made:
            self.made[key] = make(self.site.vocabulary, lang)
        return cast("Made", self.made[key])

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Stories, then pages."""
        return (*self.site.stories, *self.site.pages)

    @cached_property
    def document_by_file(self) -> Mapping[str, Document]:
        """The document that a text belongs to, by the text's file."""
        return {text.file: each for each in self.documents for text in each.texts.values()}

    @cached_property
    def parallels(self) -> tuple[Parallel, ...]:
        """Every text of the site that staff write, beside its translations."""
        return tuple(_parallels(self.site, words=self.words))


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text in one language; `at` gives the place of an offset in it."""

    text: str
    at: Callable[[int], Location]
    markdown: bool = False


@dataclass(frozen=True, slots=True)
class Parallel:
    """The same content in each language it exists in; `places` are those that it is about."""

    texts: Mapping[str, tuple[Text, ...]]
    places: tuple[Place, ...] = ()


def body_location(body: Body, offset: int) -> Location:
    """Returns the place of an offset in a body's Markdown."""
    return make_positions(body.source, file=body.file, line=body.line).at(offset)


def _phrase_location(phrase: Phrase, offset: int) -> Location:
    """A text that begins further left than any key is long stands in a block: its lines are not known."""
    start = phrase.location
    within = offset if start.column > _LONGEST_KEY else 0
    return Location(start.file, start.line, start.column + within)


def _constant(location: Location, _: int) -> Location:
    return location


def _parallels(site: Site, *, words: bool) -> Iterator[Parallel]:
    documents: tuple[Document, ...] = (*site.stories, *site.pages)
    for document in documents:
        yield from _document_parallels(document)
    for story in site.stories:
        yield from _small(_story_texts(story), story.places)
    for tally in site.tallies:
        yield from _small(_tally_texts(tally), ())
    for bulletin in site.bulletins:
        yield from _small(_bulletin_texts(bulletin), ())
    yield from _small(_definition_texts(site) if words else (), ())


def _document_parallels(document: Document) -> Iterator[Parallel]:
    """Title and summary stand together: what one language puts in its title another may put below it."""
    places = document.places if isinstance(document, Story) else ()
    yield Parallel({lang: tuple(_head(text)) for lang, text in document.texts.items()}, places)
    yield Parallel({lang: (_body(text),) for lang, text in document.texts.items()}, places)


def _head(text: DocumentText) -> Iterator[Text]:
    for phrase in (text.title, text.summary):
        if phrase is not None:
            yield Text(phrase.source, partial(_phrase_location, phrase))


def _body(text: DocumentText) -> Text:
    return Text(text.body.source, partial(body_location, text.body), markdown=True)


_Placed = Iterable[tuple[Localized, Location]]


def _small(placed: _Placed, places: tuple[Place, ...]) -> Iterator[Parallel]:
    for texts, location in placed:
        if texts:
            at = partial(_constant, location)
            yield Parallel({lang: (Text(text, at),) for lang, text in texts.items()}, places)


def _story_texts(story: Story) -> _Placed:
    for texts in (story.name, story.panel_note, *story.unknown, *(group.heading for group in story.panel)):
        yield texts, story.location
    for step in story.timeline:
        yield step.name, step.location
        yield step.text, step.location
    for pair in story.pairs:
        yield pair.name, pair.location
        for side in pair.sides:
            for texts in (side.text, side.alt, side.credit):
                yield texts, pair.location
    for correction in story.corrections:
        yield correction.wrong, correction.location
        yield correction.right, correction.location
    yield from _figure_texts(story.figures)
    yield from _source_texts(story.sources, story.location)


def _tally_texts(tally: Tally) -> _Placed:
    yield tally.note, tally.location
    yield from _figure_texts(tally.figures)
    yield from _source_texts(tally.sources, tally.location)


def _figure_texts(figures: tuple[Figure, ...]) -> _Placed:
    for figure in figures:
        for texts in (figure.label, figure.scope, figure.note):
            yield texts, figure.location


def _source_texts(sources: tuple[Source, ...], location: Location) -> _Placed:
    for source in sources:
        yield source.text, location


def _bulletin_texts(bulletin: Bulletin) -> _Placed:
    yield bulletin.title, bulletin.location
    yield bulletin.lede, bulletin.location


def _definition_texts(site: Site) -> _Placed:
    config, words = site.config, site.vocabulary
    for texts in (
        *(config.title, config.subtitle, config.description, config.publisher),
        *(config.source_line, config.notice, config.lede),
    ):
        yield texts, config.location
    for line in config.lines:
        yield line.name, line.location
        yield line.motto, line.location
    for metric in words.metrics.values():
        yield metric.label, metric.location
        yield metric.description, metric.location
    for team in words.teams.values():
        yield team.name, team.location
    for counter in words.counters.values():
        parts = (counter.label, counter.counted, counter.not_counted, counter.obtained, counter.open)
        for texts in (*parts, counter.updated):
            yield texts, counter.location
        for each in counter.left_out:
            yield each.reason, each.location


def all_texts(project: Project, lang: str) -> Iterator[Text]:
    """Yields every text of the site in a language."""
    yield from chain.from_iterable(parallel.texts.get(lang, ()) for parallel in project.parallels)
