"""The posts of a folder as the files of drafts, with their figures offered and their losses listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from posixpath import basename

from sfwgen.cli.commands.import_offers import offered
from sfwgen.cli.commands.import_verify import verify
from sfwgen.cli.commands.import_words import tell
from sfwgen.cli.console import shown
from sfwgen.diagnostics import Diagnostic
from sfwgen.model import Site
from sfwgen.posts import Engine, Options, Settings, StoryOfPost, Tree, import_posts, paragraphs_of
from sfwgen.scaffold import STORIES, StoryDraft, story_files

_MOST_LINES = 100


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the posts of a folder make: stories that would pass, their documents by path, all that is told.

    `pictures` are files of the folder by the path that each is to be copied to, `figures` the number found in
    each story.
    """

    stories: tuple[StoryOfPost, ...]
    files: Mapping[str, bytes]
    pictures: Mapping[str, str]
    figures: Mapping[str, int]
    told: tuple[Diagnostic, ...]


def make_drafts(
    tree: Tree, settings: Settings, sources: Mapping[str, bytes], site: Site, options: Options
) -> Drafts:
    """Returns the drafts; a post whose draft would not pass the checks is not among them, and is told."""
    imported = import_posts(tree, settings, site, options)
    figures = {story.post.slug: _figures(story, site) for story in imported.stories}
    texts = {
        story.post.slug: _files(story, figures[story.post.slug], site, settings.engine, tree)
        for story in imported.stories
    }
    refused = verify(imported.stories, texts, sources, site, tree)
    kept = tuple(story for story in imported.stories if story.post.slug not in refused)
    losses = (each for story in kept for each in story.told)
    faults = (each for found in refused.values() for each in found)
    return Drafts(
        stories=kept,
        files={path: data for story in kept for path, data in texts[story.post.slug].items()},
        pictures={
            f"{STORIES}/{story.post.slug}/{name}": path
            for story in kept
            for name, path in story.pictures.items()
        },
        figures={story.post.slug: len(figures[story.post.slug]) for story in kept},
        told=(*imported.told, *losses, *faults),
    )


def _figures(story: StoryOfPost, site: Site) -> Sequence[str]:
    """The figures of the text that the facts of the story will be taken from."""
    default = site.config.default.id
    lang = default if default in story.bodies else story.post.texts[0].language
    return tuple(offered(paragraphs_of(story.bodies[lang]), site, lang))


def _some(lines: Sequence[str], lang: str) -> tuple[str, ...]:
    """The first lines of a list: a header holds no more than so much."""
    more = len(lines) - _MOST_LINES
    return (*lines[:_MOST_LINES], *([f"  {tell(lang, 'more-lines', n=more)}"] if more > 0 else []))


def _place(told: Diagnostic, story: StoryOfPost) -> str:
    """The file and line of something told, as short as it is clear among the files of its post."""
    name = basename(told.location.file)
    alike = sum(basename(path) == name for path in story.post.paths)
    file = name if alike == 1 else told.location.file
    return f"{file}:{told.location.line}" if told.location.line else file


def _files(
    story: StoryOfPost, figures: Sequence[str], site: Site, engine: Engine, tree: Tree
) -> dict[str, bytes]:
    lang = site.config.default.id
    files = ", ".join(tree.place(path) for path in story.post.paths)
    remarks = [tell(lang, "remark-post", tool=engine.title(), files=files)]
    if figures:
        remarks += [tell(lang, "remark-figures"), *_some([f"  {line}" for line in figures], lang)]
    if story.told:
        lost = [f"  {_place(each, story)} {each.message(lang)}" for each in story.told]
        remarks += [tell(lang, "remark-post-lost"), *_some(lost, lang)]
    draft = StoryDraft(
        slug=story.post.slug,
        line=story.line,
        titles={each: title for each, title in story.titles.items() if title},
        date=story.date,
        places=story.places,
        teams=story.teams,
        summaries={each: summary for each, summary in story.summaries.items() if summary},
        bodies=story.bodies,
        facts=story.facts,
        remarks=tuple(map(shown, remarks)),
    )
    return story_files(site.config, draft)
