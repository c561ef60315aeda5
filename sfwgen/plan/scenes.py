"""The scene of a story's page: all of the site that the page is made from, and a digest of just that.

A page is planned from its scene alone: what else the site holds cannot be reached. So the digest says all
that the page depends on, and as long as it stays the same the page need not be made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sfwgen.diagnostics import Location
from sfwgen.model import (
    Body,
    CounterDefinition,
    ImageSlot,
    LinkSlot,
    Metric,
    Page,
    PageText,
    Site,
    SiteConfig,
    Story,
)
from sfwgen.plan.context import Context, Image
from sfwgen.prose import Bond, Prose, Text, Where
from sfwgen.values import digest_of

RELATED = 3
"""How many other stories of its line a story's page shows."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A story with the stories that its page shows: those next to it by date, and others of its line."""

    story: Story
    newer: Story | None
    older: Story | None
    related: tuple[Story, ...]

    @property
    def stories(self) -> tuple[Story, ...]:
        """All of them, the story itself first."""
        return (self.story, *filter(None, (self.newer, self.older)), *self.related)

    @property
    def narrowed(self) -> Scene:
        """The scene with the other stories as their faces only."""
        newer, older = (each and each.without_bodies for each in (self.newer, self.older))
        return Scene(self.story, newer, older, tuple(each.without_bodies for each in self.related))


def find_scenes(context: Context, lang: str) -> list[Scene]:
    """Returns the scene of each story with a page in a language, the newest first."""
    stories = context.stories(lang)
    newest: dict[str, list[Story]] = {}
    for story in stories:
        of_line = newest.setdefault(story.line.id, [])
        if len(of_line) <= RELATED:
            of_line.append(story)
    return [
        Scene(
            story,
            newer=stories[place - 1] if place else None,
            older=stories[place + 1] if place + 1 < len(stories) else None,
            related=tuple(each for each in newest[story.line.id] if each is not story)[:RELATED],
        )
        for place, story in enumerate(stories)
    ]


def digest_whole(context: Context, lang: str) -> str:
    """Returns a digest of what every scene of a language holds: all of it that is not of single stories."""
    site = _bare(context.site)
    lines = (context.lines_by_lang[lang], context.fed_lines_by_lang[lang])
    shown = (context.permalinks, context.assets, context.theme.strings, lines)
    told = [
        (text.lang, text.document.location, _totals(text)) for text in _of_everywhere(context.prose).values()
    ]
    return digest_of((lang, site.config, site.vocabulary, site.pages, site.bulletins, *shown, told))


def _of_everywhere(prose: Prose) -> Mapping[tuple[Location, str], Text]:
    """The texts with bound figures that any page may print: of the configuration, and of what a metric is."""
    kinds = (SiteConfig, Metric)
    return {key: text for key, text in prose.by_place.items() if isinstance(text.document, kinds)}


def _totals(text: Text) -> list[tuple[int, str, str]]:
    """The totals that a text cites: its other bindings rest on its document and the words of the project."""
    bindings = enumerate(text.bindings)
    return [(number, each.tallied, each.counter) for number, each in bindings if each.bond is Bond.TOTAL]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the page of a scene may draw on besides its stories: the parts of the context that they name.

    `links` are the documents that the story links to, `images` those that it shows, `texts` what the figures
    rest on in its own texts and in the titles, summaries and headings of the others, `uses` the counters that
    figures of all stories of the scene are part of.
    """

    links: Mapping[str, tuple[str, Story | Page]]
    images: Mapping[str, Image]
    texts: tuple[Text, ...]
    uses: Mapping[tuple[str, str], tuple[CounterDefinition, ...]]


NOWHERE = Surroundings({}, {}, (), {})


def surround(context: Context, scene: Scene, lang: str) -> Surroundings:
    """Returns the surroundings of a scene on a page in a language."""
    story = scene.story
    slots = list(_slots(story))
    links = {slot.target for slot in slots if isinstance(slot, LinkSlot)} & context.documents.keys()
    images = {slot.target for slot in slots if isinstance(slot, ImageSlot)} & context.images.keys()
    texts = (context.prose.of(story, each.id) for each in context.site.config.languages)
    keys = ((each.slug, figure.id) for each in scene.stories for figure in each.figures)
    return Surroundings(
        links={path: context.documents[path] for path in sorted(links)},
        images={path: context.images[path] for path in sorted(images)},
        texts=(
            *(text for text in texts if text is not None),
            *tell_faces(context, scene.stories[1:], lang),
        ),
        uses={key: context.uses[key] for key in keys if key in context.uses},
    )


def digest_scene(scene: Scene, around: Surroundings) -> str:
    """Returns a digest of all of single stories that the page of a scene is made from."""
    linked = {
        path: (kind, document.digest or document.slug if isinstance(document, Story) else document)
        for path, (kind, document) in around.links.items()
    }
    images = {path: (each.path, each.width, each.height, each.files) for path, each in around.images.items()}
    story, *others = scene.stories
    stories = [story.digest or digest_of(story), story.stale, *map(face_of, others)]
    # The counters themselves are words of the project.
    uses = {key: [each.id for each in found] for key, found in around.uses.items()}
    # The other bindings rest on the story and the words of the project alone, which are digested already.
    totals = [(text.lang, text.document.location.file, _totals(text)) for text in around.texts]
    return digest_of((stories, linked, images, totals, uses))


def face_of(story: Story) -> str:
    """Returns a digest of a story as pages of other stories know it."""
    return story.face or digest_of(story.without_bodies)


_FACE = (Where.TITLE, Where.SUMMARY, Where.NOTE)


def tell_faces(context: Context, stories: Iterable[Story], lang: str) -> tuple[Text, ...]:
    """Returns what figures in titles, summaries and headings rest on, as pages in `lang` show stories."""
    texts = (context.prose.of(story, context.text_lang(story, lang)) for story in stories)
    return tuple(_face_text(text) for text in texts if text is not None)


def _face_text(text: Text) -> Text:
    return replace(text, bindings=tuple(each for each in text.bindings if each.where in _FACE))


def digest_face(context: Context, story: Story, lang: str) -> str:
    """Returns a digest of a story as lists in a language show it, with the totals that it cites there."""
    totals = [_totals(text) for text in tell_faces(context, [story], lang)]
    return f"{face_of(story)} {digest_of(totals)}" if any(totals) else face_of(story)


def narrow(context: Context, lang: str, stories: Sequence[Story], around: Surroundings = NOWHERE) -> Context:
    """Returns the context with nothing in it but what a page of these stories may draw on."""
    return replace(
        context,
        site=replace(_bare(context.site), stories=tuple(stories)),
        counters={},
        theme=replace(context.theme, templates={}, static={}),
        images=around.images,
        documents=around.links,
        prose=Prose(
            around.texts,
            {(text.document.location.file, text.lang): text for text in reversed(around.texts)},
            by_place=_of_everywhere(context.prose),
        ),
        recorded=(),
        stories_by_lang={lang: tuple(stories)},
        lines_by_lang={lang: context.lines_by_lang[lang]},
        fed_lines_by_lang={lang: context.fed_lines_by_lang[lang]},
        uses=around.uses,
    )


def _slots(story: Story) -> Iterator[LinkSlot | ImageSlot]:
    yield from (side.image for pair in story.pairs for side in pair.sides if side.image)
    for text in story.texts.values():
        for part in text.body.parts:
            if isinstance(part, LinkSlot | ImageSlot):
                yield part


def _bare(site: Site) -> Site:
    """The site without its stories, numbers and records, and without what its pages say."""
    pages = tuple(
        replace(page, texts={lang: _untold(text) for lang, text in page.texts.items()}) for page in site.pages
    )
    return replace(site, stories=(), tallies=(), registers=(), pages=pages, records={})


def _untold(text: PageText) -> PageText:
    return replace(text, body=Body((), (), "", text.file, 0))
