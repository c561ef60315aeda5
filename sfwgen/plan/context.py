"""What every part of the plan draws on: the site, its totals, its theme, its addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sfwgen.counters import Counters
from sfwgen.model import CounterDefinition, Language, Line, MissingTranslation, Page, Site, Story
from sfwgen.plan.permalinks import Permalinks, relative
from sfwgen.prose import Binding, Prose
from sfwgen.reconcile import Recorded, reconcile_registers
from sfwgen.theme import Theme


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A file in which an image is published: its format as Pillow calls it, and its size in pixels."""

    path: str
    kind: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Image:
    """An image of a document: where it is published, its size in pixels, and its bytes as they came.

    `path` is in a format that every browser knows; `files` are all formats and sizes, the smallest first.
    """

    path: str
    width: int
    height: int
    source: bytes
    files: tuple[ImageFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """One site to be planned: `site` holds only what is to be public.

    `assets` gives the published path of each static file of the theme by its name, `images` the images of
    documents by their source paths, `documents` the kind of page and the document of each text file. `prose`
    says what the figures in the texts rest on, `recorded` what registers hold of the metrics. `uses` are the
    counters that a figure is part of, by the slug of its story and its id; lines are those with stories,
    fed lines those with a story that has a text in the language.
    """

    site: Site
    counters: Counters
    theme: Theme
    permalinks: Permalinks
    assets: Mapping[str, str]
    images: Mapping[str, Image]
    documents: Mapping[str, tuple[str, Story | Page]]
    prose: Prose
    recorded: tuple[Recorded, ...]
    stories_by_lang: Mapping[str, tuple[Story, ...]]
    lines_by_lang: Mapping[str, tuple[Line, ...]]
    fed_lines_by_lang: Mapping[str, tuple[Line, ...]]
    uses: Mapping[tuple[str, str], tuple[CounterDefinition, ...]]

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site, the default one first."""
        return self.site.config.languages

    def t(self, lang: str, key: str, /, **words: object) -> str:
        """Returns an interface string of the theme."""
        return self.theme.text(lang, key, **words)

    def path(self, kind: str, lang: str, name: str = "", part: int = 0) -> str:
        """Returns the path of a page, relative to the site's root."""
        return self.permalinks.path(kind, lang, name, part)

    def text_lang(self, document: Story | Page, lang: str) -> str:
        """Returns the language in which a document is shown on its page in `lang`."""
        return lang if lang in document.texts else self.site.config.default.id

    def is_shown(self, document: Story | Page, lang: str) -> bool:
        """Returns whether the document has a page in a language at all (policy for missing translations)."""
        return _is_shown(self.site, document, lang)

    def bindings(self, document: Story | Page, lang: str) -> tuple[Binding, ...]:
        """Returns what the figures in a document's text rest on, in order."""
        text = self.prose.of(document, lang)
        return () if text is None else text.bindings

    def stories(self, lang: str) -> tuple[Story, ...]:
        """Returns the stories with a page in a language, the newest event first, undated ones last."""
        return self.stories_by_lang[lang]


def make_context(
    site: Site,
    counters: Counters,
    prose: Prose,
    theme: Theme,
    assets: Mapping[str, str],
    images: Mapping[str, Image],
) -> Context:
    """Returns the context of a site, with the documents that its links may name."""
    documents: dict[str, tuple[str, Story | Page]] = {}
    for kind, group in (("story", site.stories), ("page", site.pages)):
        for document in group:
            documents |= {text.file: (kind, document) for text in document.texts.values()}
    permalinks = Permalinks(site.config.default.id, site.config.url)
    recorded = reconcile_registers(site)
    in_order = sorted(site.stories, key=story_order)
    stories = {
        language.id: tuple(story for story in in_order if _is_shown(site, story, language.id))
        for language in site.config.languages
    }
    lines = {lang: _lines(site, shown) for lang, shown in stories.items()}
    fed = {
        lang: _lines(site, [each for each in shown if lang in each.texts]) for lang, shown in stories.items()
    }
    return Context(
        site=site,
        counters=counters,
        theme=theme,
        permalinks=permalinks,
        assets=assets,
        images=images,
        documents=documents,
        prose=prose,
        recorded=recorded,
        stories_by_lang=stories,
        lines_by_lang=lines,
        fed_lines_by_lang=fed,
        uses=_uses(counters),
    )


def _lines(site: Site, stories: Iterable[Story]) -> tuple[Line, ...]:
    with_stories = {story.line.id for story in stories}
    return tuple(line for line in site.config.lines if line.id in with_stories)


def _uses(counters: Counters) -> dict[tuple[str, str], tuple[CounterDefinition, ...]]:
    uses: dict[tuple[str, str], tuple[CounterDefinition, ...]] = {}
    for counter in counters.values():
        for record in counter.contributions:
            if isinstance(record.owner, Story):
                key = (record.owner.slug, record.figure.id)
                uses[key] = (*uses.get(key, ()), counter.definition)
    return uses


def _is_shown(site: Site, document: Story | Page, lang: str) -> bool:
    section = "stories" if isinstance(document, Story) else "pages"
    return lang in document.texts or site.config.missing.get(section) is not MissingTranslation.HIDE


def story_order(story: Story) -> tuple[int, int, str]:
    """Sorts stories by date of event, the newest first; a date that is less precise comes after."""
    if story.date is None:
        return (0, 0, story.slug)
    return (-_day(story.date.start), _day(story.date.end), story.slug)


def _day(day: date) -> int:
    return day.toordinal()


__all__ = ["Context", "Image", "ImageFile", "make_context", "relative", "story_order"]
