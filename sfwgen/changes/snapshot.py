"""The public numbers of a site at one moment, with the pages that show them and the texts that cite them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sfwgen.counters import Counter, Counters, Owner, Record
from sfwgen.figures import Quantity
from sfwgen.model import (
    Bulletin,
    CounterDefinition,
    CounterSource,
    Localized,
    Metric,
    Page,
    Site,
    SiteConfig,
    Story,
    Tally,
)
from sfwgen.plan.figures import figure_label
from sfwgen.plan.open_data.values import quantity_values
from sfwgen.plan.permalinks import Permalinks
from sfwgen.prose import Document, Prose, Text
from sfwgen.prose.citations import Citation, Citations
from sfwgen.stated import figure_text

QUANTITY = ("value", "low", "high", "base", "fraction")
"""The fields of a quantity that say how much it is."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text: file, line, column, the language of the text, and what is printed there."""

    file: str
    line: int
    column: int
    lang: str
    text: str
    filled_in: bool = False


@dataclass(frozen=True, slots=True)
class FigureState:
    """A figure as it is made public. Two states are the same when every field but `pages` and `cited` is."""

    id: str
    label: Localized
    printed: Localized
    amount: tuple[str | None, ...]
    qualifier: str
    unit: str
    as_of: str
    statistic: str
    scope: Localized
    example: bool
    pages: tuple[str, ...] = field(compare=False, default=())
    cited: tuple[Place, ...] = field(compare=False, default=())


@dataclass(frozen=True, slots=True)
class CounterState:
    """A total as it is made public; `parts` are the figures that went in, `refusal` is why there is none."""

    id: str
    label: Localized
    printed: Localized
    amount: tuple[str | None, ...]
    qualifier: str
    as_of: str
    refusal: str
    parts: tuple[str, ...]
    pages: tuple[str, ...] = field(compare=False, default=())
    cited: tuple[Place, ...] = field(compare=False, default=())


@dataclass(frozen=True, slots=True)
class TextState:
    """A text in one language: what it says, and what it says apart from its figures, each as a digest."""

    document: str
    lang: str
    file: str
    default: bool
    whole: str
    wording: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The public numbers of a site. `texts` are by document and language, None where they are not known."""

    figures: Mapping[str, FigureState]
    counters: Mapping[str, CounterState]
    texts: Mapping[tuple[str, str], TextState] | None = None


def take_snapshot(site: Site, counters: Counters, prose: Prose, citations: Citations) -> Snapshot:
    """Returns the numbers of a site that holds what is to be public."""
    links = Permalinks(site.config.default.id, site.config.url)
    owners: tuple[Owner, ...] = (*site.stories, *site.tallies)
    records = [Record(owner, figure) for owner in owners for figure in owner.figures]
    return Snapshot(
        {each.ref: _figure(site, counters, citations, links, each) for each in records},
        {id_: _counter(site, citations, links, counter) for id_, counter in counters.items()},
        {(each.document, each.lang): each for each in _texts(site, prose)},
    )


def _figure(
    site: Site, counters: Counters, citations: Citations, links: Permalinks, record: Record
) -> FigureState:
    figure, cited = record.figure, citations.get(record.ref, ())
    quantity = quantity_values(figure.quantity)
    return FigureState(
        id=record.ref,
        label={language.id: figure_label(figure, language.id) for language in site.config.languages},
        printed=_printed(site, figure.quantity, figure.metric),
        amount=tuple(_text(quantity[name]) for name in QUANTITY),
        qualifier=figure.quantity.qualifier.value,
        unit=figure.metric.unit.id,
        as_of=str(record.when or ""),
        statistic=figure.statistic or "",
        scope=dict(figure.scope),
        example=figure.example,
        pages=_pages(site, links, [*_own_pages(site, counters, record), *_citing_pages(cited)]),
        cited=_places(cited),
    )


def _counter(site: Site, citations: Citations, links: Permalinks, counter: Counter) -> CounterState:
    definition, cited = counter.definition, citations.get(counter.definition.id, ())
    quantity = quantity_values(counter.quantity)
    return CounterState(
        id=definition.id,
        label=dict(definition.label),
        printed={} if counter.quantity is None else _printed(site, counter.quantity, definition.metric),
        amount=tuple(_text(quantity[name]) for name in QUANTITY),
        qualifier=_text(quantity["qualifier"]) or "",
        as_of=str(counter.as_of or ""),
        refusal=counter.refusal.code if counter.refusal else "",
        parts=tuple(sorted(record.ref for record in counter.contributions)),
        pages=_pages(site, links, [*_counter_pages(site, counter), *_citing_pages(cited)]),
        cited=_places(cited),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _printed(site: Site, quantity: Quantity, metric: Metric) -> Localized:
    return {language.id: figure_text(quantity, metric, language.id) for language in site.config.languages}


def _own_pages(site: Site, counters: Counters, record: Record) -> Iterator[tuple[str, str]]:
    """The pages that show a figure as data: its story's, and those of the totals that it concerns."""
    owner = record.owner
    if isinstance(owner, Story):
        yield "story", owner.slug
        yield from (("bulletin", str(each.number)) for each in site.bulletins if owner.slug in each.stories)
    for counter in counters.values():
        if any(each.ref == record.ref for each in counter.contributions):
            yield from _counter_pages(site, counter)
        elif any(each.record.ref == record.ref for each in counter.left_out):
            yield "figures", ""


def _counter_pages(site: Site, counter: Counter) -> Iterator[tuple[str, str]]:
    yield "figures", ""
    if counter.definition.on_home:
        yield "home", ""
        if counter.definition.source is CounterSource.TALLIES:
            yield from (("bulletin", str(each.number)) for each in site.bulletins)


def _citing_pages(cited: Iterable[Citation]) -> Iterator[tuple[str, str]]:
    for citation in cited:
        yield _page_of(citation.document)


def _page_of(document: Document) -> tuple[str, str]:
    match document:
        case Story(slug=slug):
            return "story", slug
        case Page(slug=slug):
            return "page", slug
        case Bulletin(number=number):
            return "bulletin", str(number)
        case SiteConfig():
            return "home", ""
        case Tally() | CounterDefinition() | Metric():
            return "figures", ""


def _pages(site: Site, links: Permalinks, pages: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(
        sorted({links.path(kind, each.id, name) for kind, name in pages for each in site.config.languages})
    )


def _places(cited: Iterable[Citation]) -> tuple[Place, ...]:
    return tuple(
        Place(
            each.location.file,
            each.location.line,
            each.location.column,
            each.lang,
            each.text,
            each.filled_in,
        )
        for each in cited
    )


def _texts(site: Site, prose: Prose) -> Iterator[TextState]:
    for text in prose.texts:
        if isinstance(text.document, Story | Page):
            kind, name = _page_of(text.document)
            file = text.document.texts[text.lang].file
            whole, wording = _digests(text)
            default = text.lang == site.config.default.id
            yield TextState(f"{kind} {name}", text.lang, file, default, whole, wording)


def _digests(text: Text) -> tuple[str, str]:
    """The digests of a written text: of all of it, and of what is left when its figures are blotted out."""
    pieces: list[str] = []
    blotted: list[str] = []
    for number, passage in enumerate(text.passages):
        pieces.append(passage.text)
        mentions = [each.found for each in text.bindings if each.passage == number]
        position = 0
        for found in mentions:
            blotted += (passage.text[position : found.start], "#")
            position = found.end
        blotted += (passage.text[position:], "\n")
    return _digest("\n".join(pieces)), _digest("".join(blotted))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
