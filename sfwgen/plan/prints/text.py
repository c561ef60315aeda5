"""The words of a printed issue in the order in which they are read: one line for each paragraph or cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sfwgen.plan.prints.documents import (
    Block,
    Grid,
    IssueDocument,
    Listing,
    Paragraph,
    Picture,
    PrintedStory,
    Quote,
    Run,
    Subheading,
    Verbatim,
)


def printed_text(document: IssueDocument) -> str:
    """Returns every word of the content of an issue."""
    return "\n".join(filter(None, _lines(document)))


def story_text(story: PrintedStory) -> str:
    """Returns the words of a story's text alone."""
    return "\n".join(filter(None, _block_lines(story.blocks)))


def _lines(document: IssueDocument) -> Iterator[str]:
    yield from (document.masthead, document.issue, document.left, document.right)
    yield from ("".join(document.heading), document.as_of, _joined(document.lede))
    for total in document.totals:
        yield f"{''.join(text for _, text in total.pieces) or total.refusal} {total.label}"
    yield document.totals_note
    for story in document.stories:
        yield from _story_lines(story)
    for definition in document.definitions:
        yield f"{definition.label} {definition.total}"
        yield from (f"{word} {text}" for word, text in definition.details)
    yield from document.sources
    yield from (f"{head} {text}".strip() for head, text in document.imprint.lines)
    yield document.imprint.address


def _story_lines(story: PrintedStory) -> Iterator[str]:
    yield story.number + "".join(story.pieces)
    yield from (story.meta, story.notice)
    yield from _block_lines(story.blocks)
    for comparison in story.comparisons:
        yield comparison.label
        for side in (comparison.before, comparison.after):
            yield f"{side.heading} {side.when} {side.picture.alt if side.picture else ''}".rstrip()
            yield f"{side.text} {side.credit}".rstrip()
        yield comparison.note
    for table in story.figures:
        yield table.heading
        yield from (f"{each.label} {each.text} {each.details}" for each in table.figures)
    yield from (story.note, *story.unknown, *story.corrections)


def _block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Subheading():
                yield _joined(block.runs)
            case Listing():
                for item in block.items:
                    yield from _block_lines(item)
            case Quote():
                yield from _block_lines(block.blocks)
            case Grid():
                yield from (_joined(cell.runs) for row in (block.header, *block.rows) for cell in row)
            case Picture():
                yield block.alt
            case Verbatim():
                yield block.text


def _joined(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
