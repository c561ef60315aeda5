"""The printed bulletins of a site."""

from __future__ import annotations

from collections.abc import Iterator

from sfwgen.diagnostics import Location
from sfwgen.model import Bulletin, Language
from sfwgen.plan.context import Context
from sfwgen.plan.outputs import ImageOutput, PrintOutput
from sfwgen.plan.prints.documents import Block, IssueDocument, Listing, Picture, PrintedStory, Quote
from sfwgen.plan.prints.issue import make_issue_document
from sfwgen.plan.prints.links import print_path


def print_outputs(context: Context) -> list[PrintOutput]:
    """Returns the PDF of each bulletin in each language, where config.yaml asks for them."""
    if not context.site.config.pdf.bulletins:
        return []
    return [
        print_output(context, bulletin, language)
        for bulletin in context.site.bulletins
        for language in context.languages
    ]


def print_output(context: Context, bulletin: Bulletin, language: Language) -> PrintOutput:
    """Returns the PDF of a bulletin in a language, to be set."""
    document = make_issue_document(context, bulletin, language)
    return PrintOutput(
        path=print_path(context, bulletin, language.id),
        document=document,
        pictures=tuple(_pictures(context, document)),
        number=bulletin.number,
        source=bulletin.location,
    )


def _pictures(context: Context, document: IssueDocument) -> Iterator[ImageOutput]:
    """The images of an issue as they are published, in the format that every program knows."""
    image_by_path = {image.path: (source, image) for source, image in context.images.items()}
    shown = (path for story in document.stories for path in (*_paths(story.blocks), *_compared(story)))
    for path in dict.fromkeys(shown):
        source, image = image_by_path[path]
        file = next(each for each in image.files if each.path == path)
        yield ImageOutput(path, image.source, Location(source), file.kind, (file.width, file.height))


def _compared(story: PrintedStory) -> Iterator[str]:
    for each in story.comparisons:
        yield from (side.picture.path for side in (each.before, each.after) if side.picture)


def _paths(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Picture():
                yield block.path
            case Quote():
                yield from _paths(block.blocks)
            case Listing():
                for item in block.items:
                    yield from _paths(item)
