"""The scene of a story's page: all of the site that the page is made from, and a digest of just that.

A page is planned from its scene alone: what else the site holds cannot be reached. So the digest says all
that the page depends on, and as long as it stays the same the page need not be made again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sfwgen.model import Body, CounterDefinition, ImageSlot, LinkSlot, PageText, Site, Story
from sfwgen.plan.context import Context
from sfwgen.prose import Bond, Prose
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
    """Returns a digest of what every scene of a language holds: all of `narrow` that is not of one story."""
    site = _bare(context.site)
    shown = (context.permalinks, context.assets, context.theme.strings, context.lines_by_lang[lang])
    return digest_of((lang, site.config, site.vocabulary, site.pages, site.bulletins, *shown))


def digest_scene(narrowed: Context, scene: Scene) -> str:
    """Returns a digest of what a narrowed context holds of single stories."""
    linked = {
        path: (kind, document.digest or document.slug if isinstance(document, Story) else document)
        for path, (kind, document) in narrowed.documents.items()
    }
    images = {
        path: (each.path, each.width, each.height, each.files) for path, each in narrowed.images.items()
    }
    stories = [each.digest or digest_of(each) for each in scene.stories]
    # The other bindings rest on the story and the words of the project alone, which are digested already.
    totals = [
        (text.lang, number, each.tallied, each.counter)
        for text in narrowed.prose.texts
        for number, each in enumerate(text.bindings)
        if each.bond is Bond.TOTAL
    ]
    return digest_of((stories, linked, images, totals, narrowed.uses))


def narrow(context: Context, scene: Scene, lang: str) -> Context:
    """Returns the context with nothing in it but what the page of a scene may draw on."""
    stories = scene.stories
    slots = [slot for story in stories for slot in _slots(story)]
    documents = {slot.target for slot in slots if isinstance(slot, LinkSlot)} & context.documents.keys()
    images = {slot.target for slot in slots if isinstance(slot, ImageSlot)} & context.images.keys()
    texts = [context.prose.of(scene.story, language) for language in scene.story.texts]
    found = tuple(text for text in texts if text is not None)
    return replace(
        context,
        site=replace(_bare(context.site), stories=stories),
        counters={},
        theme=replace(context.theme, templates={}, static={}),
        images={path: context.images[path] for path in sorted(images)},
        documents={path: context.documents[path] for path in sorted(documents)},
        prose=Prose(found, {(text.document.location.file, text.lang): text for text in found}),
        recorded=(),
        stories_by_lang={lang: stories},
        lines_by_lang={lang: context.lines_by_lang[lang]},
        uses=_uses(context, stories),
    )


def _slots(story: Story) -> Iterator[LinkSlot | ImageSlot]:
    yield from (side.image for pair in story.pairs for side in pair.sides if side.image)
    for text in story.texts.values():
        for part in text.body.parts:
            if isinstance(part, LinkSlot | ImageSlot):
                yield part


def _uses(
    context: Context, stories: Sequence[Story]
) -> Mapping[tuple[str, str], tuple[CounterDefinition, ...]]:
    keys = [(story.slug, figure.id) for story in stories for figure in story.figures]
    return {key: context.uses[key] for key in keys if key in context.uses}


def _bare(site: Site) -> Site:
    """The site without its stories and numbers, and without what its pages say."""
    pages = tuple(
        replace(page, texts={lang: _untold(text) for lang, text in page.texts.items()}) for page in site.pages
    )
    return replace(site, stories=(), tallies=(), registers=(), pages=pages)


def _untold(text: PageText) -> PageText:
    return replace(text, body=Body((), (), "", text.file, 0))
