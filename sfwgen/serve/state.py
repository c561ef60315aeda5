"""What is known of the document behind a page: draft, times, translations, figures, reviews, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass

from sfwgen.build.looking import Material
from sfwgen.content.written import Written
from sfwgen.diagnostics import Diagnostic, FigureCounts
from sfwgen.model import Bulletin, Page, Site, Story
from sfwgen.plan.permalinks import Permalinks
from sfwgen.prose import Prose, count_bindings
from sfwgen.reviews import Round, judge_reviews
from sfwgen.translations import TranslationState, judge

Shown = Story | Page | Bulletin
"""A document that has a page of its own."""


@dataclass(frozen=True, slots=True)
class TextState:
    """A document in one language. `translation` is None where this is the original.

    `open` counts the pieces of the translation that are not confirmed or outdated.
    """

    lang: str
    name: str
    file: str
    translation: TranslationState | None
    open: int
    figures: FigureCounts


@dataclass(frozen=True, slots=True)
class PageState:
    """The document behind a page: its texts by language, and what stands between it and the public.

    `name` is that by which commands call it.
    """

    name: str
    file: str
    draft: bool
    publish_at: str | None
    expires_at: str | None
    texts: tuple[TextState, ...]
    rounds: tuple[Round, ...]
    told: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A site as far as it is known: what its pages are made from, and what was told of it.

    `told` is None as long as the site as a whole has not been checked.
    """

    material: Material
    told: tuple[Diagnostic, ...] | None
    documents: Mapping[str, Shown]
    held: Mapping[str, Shown]
    """Those that the public cannot see, or not at any time, by the paths of their pages."""


def know(material: Material, told: tuple[Diagnostic, ...] | None) -> Known:
    """Returns what is known of a site that is made from this."""
    documents = dict(_documents(material.site))
    return Known(
        material, told, documents, {path: each for path, each in documents.items() if _is_held(each)}
    )


def state_of(known: Known, path: str) -> PageState | None:
    """Returns the state of the document behind a page, or None for a page that has none."""
    document = known.documents.get(path)
    if document is None:
        return None
    written = _written(document)
    config, sources = known.material.site.config, known.material.sources
    records = known.material.site.records
    reviewed = judge_reviews((written,), sources, config.reviews, records)
    texts = tuple(_texts(known, document, written))
    files = set(written.files)
    return PageState(
        name=written.name,
        file=document.location.file,
        draft=isinstance(document, Story) and document.draft,
        publish_at=document.publish_at,
        expires_at=document.expires_at,
        texts=texts,
        rounds=tuple(each for found in reviewed for each in found.rounds),
        told=tuple(each for each in known.told or () if each.location.file in files),
    )


def sum_figures(counts: Iterable[FigureCounts]) -> FigureCounts:
    """Returns the counts of several texts together."""
    each = [astuple(one) for one in counts]
    return FigureCounts(*map(sum, zip(*each, strict=True))) if each else FigureCounts()


def _documents(site: Site) -> Iterator[tuple[str, Shown]]:
    links = Permalinks(site.config.default.id, site.config.url)
    for language in site.config.languages:
        for kind, documents in (("story", site.stories), ("page", site.pages)):
            yield from ((links.path(kind, language.id, each.slug), each) for each in documents)
        for issue in site.bulletins:
            yield links.path("bulletin", language.id, str(issue.number)), issue


def _is_held(document: Shown) -> bool:
    draft = isinstance(document, Story) and document.draft
    return draft or document.publish_at is not None or document.expires_at is not None


def _written(document: Shown) -> Written:
    """The document as its files."""
    file = document.location.file
    if isinstance(document, Bulletin):
        return Written(file.removeprefix("content/").removesuffix(".yaml"), file, {})
    section = "stories" if isinstance(document, Story) else "pages"
    return Written(
        f"{section}/{document.slug}", file, {lang: text.file for lang, text in document.texts.items()}
    )


def _texts(known: Known, document: Shown, written: Written) -> Iterator[TextState]:
    site = known.material.site
    standings = judge((written,), known.material.sources, site.config, site.records)
    by_lang = {standing.lang: standing for standing in standings}
    for language in site.config.languages:
        standing = by_lang.get(language.id)
        yield TextState(
            lang=language.id,
            name=language.name,
            file=written.texts.get(language.id, "" if written.texts else written.file),
            translation=None if standing is None else standing.state,
            open=0 if standing is None else len(standing.outdated or standing.open),
            figures=_count(known.material.prose, document, language.id),
        )


def _count(prose: Prose, document: Shown, lang: str) -> FigureCounts:
    text = prose.by_file.get((document.location.file, lang))
    return FigureCounts() if text is None else count_bindings(Prose((text,), {}))
