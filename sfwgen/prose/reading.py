"""What the figures and dates of every text rest on: worked out document by document, and remembered so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sfwgen.counters import Counters
from sfwgen.dates import PartialDate
from sfwgen.diagnostics import FigureCounts, Location
from sfwgen.each import Each, one_by_one
from sfwgen.model import Figure, Localized, Metric, Page, Site, Story, Tally, Unit
from sfwgen.prose.binding import Binding, Bond, bind
from sfwgen.prose.dating import DateSlip, find_date_slips
from sfwgen.prose.marking import is_bound
from sfwgen.prose.mentions import Phrases, find_mentions, is_definition, make_phrases
from sfwgen.prose.passages import Document, Passage, passages_of
from sfwgen.prose.totals import Totals, bind_totals, make_totals
from sfwgen.values import digest_of

MAX_FIGURES = 1_000
"""In one document in one language: many times the figures of the longest bulletin."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the texts of a project are read by: its words, not its numbers. `digest` is that of all of it."""

    languages: tuple[str, ...]
    phrases: Mapping[str, Phrases]
    units: Mapping[str, Unit]
    as_of: PartialDate | None
    digest: str


@dataclass(frozen=True, slots=True)
class BoundText:
    """The figures of a text in one language. `beyond` is where it has so many that no more were looked at."""

    lang: str
    bindings: tuple[Binding, ...]
    beyond: Location | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """What the texts of a document rest on by that document alone, and which of its dates are wrong."""

    texts: tuple[BoundText, ...]
    dates: tuple[DateSlip, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """What was found in one document in one language, bound to totals of the site as well."""

    document: Document
    lang: str
    bindings: tuple[Binding, ...]
    beyond: Location | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages that the bindings number, read again."""
        return passages_of(self.document, self.lang)


@dataclass(frozen=True, slots=True)
class Prose:
    """Every text of the site with what its figures rest on, and the dates that are wrong in them."""

    texts: tuple[Text, ...]
    by_file: Mapping[tuple[str, str], Text]
    """By the file of the document's facts, and the language: of stories and pages."""
    dates: tuple[tuple[Document, DateSlip], ...] = ()
    by_place: Mapping[tuple[Location, str], Text] = field(default_factory=dict)
    """By the place of the document, and the language: of all others whose texts hold bound figures."""

    def of(self, document: Document, lang: str) -> Text | None:
        """Returns the text of a document in a language, of most kinds only where it holds bound figures."""
        if isinstance(document, Story | Page):
            return self.by_file.get((document.location.file, lang))
        return self.by_place.get((document.location, lang))


def make_words(site: Site) -> Words:
    """Returns what the texts of a site are read by."""
    languages = tuple(language.id for language in site.config.languages)
    phrases = {lang: make_phrases(site, lang) for lang in languages}
    digest = digest_of((languages, site.config.no_figures, site.config.as_of, site.vocabulary))
    return Words(languages, phrases, site.vocabulary.units, site.config.as_of, digest)


def bind_story(document: Document, words: Words) -> Bound:
    """Returns what a story's figures and dates rest on by the story alone: pure, and data only.

    Takes any other document too. What may rest on a total of the site is left to `read_prose`.
    """
    story = document if isinstance(document, Story) else None
    figures = own_figures(document)
    names = tuple(_definitions(document))
    passages = {lang: passages_of(document, lang) for lang in words.languages}
    texts = [_bind_text(lang, read, figures, story, words, names) for lang, read in passages.items() if read]
    return Bound(tuple(texts), find_date_slips(story, passages, words.as_of))


def _bind_text(
    lang: str,
    passages: Sequence[Passage],
    figures: Sequence[Figure],
    story: Story | None,
    words: Words,
    names: Sequence[Localized],
) -> BoundText:
    own_names = [texts[lang] for texts in names if texts.get(lang)]
    mentions = find_mentions(passages, words.phrases[lang], MAX_FIGURES + 1, own_names)
    bindings = tuple(bind(each, figures, story, words.units) for each in mentions[:MAX_FIGURES])
    beyond = mentions[MAX_FIGURES].passage.start if len(mentions) > MAX_FIGURES else None
    return BoundText(lang, bindings, beyond)


def _definitions(document: Document) -> Iterator[Localized]:
    """The texts of a document that say by numbers what is counted: names of figures, what a metric is."""
    texts = [document.label, document.description] if isinstance(document, Metric) else []
    texts += [each for figure in own_figures(document) for each in (figure.label, figure.scope)]
    yield from filter(is_definition, texts)


def own_figures(document: Document) -> tuple[Figure, ...]:
    """Returns the figures that a document states itself."""
    return document.figures if isinstance(document, Story | Tally) else ()


def read_prose(site: Site, counters: Counters, each: Each = one_by_one) -> Prose:
    """Returns what each figure in the texts of the site rests on; `each` may remember the stories."""
    words, totals = make_words(site), make_totals(site, counters)
    others = _others(site)
    keys = [f"{story.digest or digest_of(story)} {words.digest}" for story in site.stories]
    bound = each("bindings", keys, lambda number: bind_story(site.stories[number], words))
    documents = [
        *zip(site.stories, bound, strict=True),
        *((other, bind_story(other, words)) for other in others),
    ]
    texts = tuple(_texts(documents, totals))
    return Prose(
        texts,
        {(text.document.location.file, text.lang): text for text in reversed(texts)},
        tuple((document, slip) for document, found in documents for slip in found.dates),
        {
            (text.document.location, text.lang): text
            for text in reversed(texts)
            if not isinstance(text.document, Story | Page) and any(map(is_bound, text.bindings))
        },
    )


def _others(site: Site) -> tuple[Document, ...]:
    vocabulary = site.vocabulary
    own: tuple[Document, ...] = (*site.pages, *site.bulletins, site.config, *site.tallies)
    return (*own, *vocabulary.counters.values(), *vocabulary.metrics.values())


def _texts(documents: Sequence[tuple[Document, Bound]], totals: Totals) -> Iterator[Text]:
    for document, bound in documents:
        for text in bound.texts:
            bindings = bind_totals(document, text.lang, text.bindings, totals)
            yield Text(document, text.lang, bindings, text.beyond)


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
