"""The words of an article without any markup, for where only text can be pasted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sfwgen.plan.prints.documents import (
    Block,
    Divider,
    Grid,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Run,
    Subheading,
    Verbatim,
)


def plain_text(blocks: Iterable[Block]) -> str:
    """Returns blocks as text with a blank line between them."""
    return "\n\n".join(filter(None, map(_block, blocks)))


def joined(runs: Iterable[Run]) -> str:
    """Returns the words of a line."""
    return "".join(run.text for run in runs)


def _block(block: Block) -> str:
    match block:
        case Paragraph() | Subheading():
            return joined(block.runs)
        case Listing():
            return "\n".join(_items(block))
        case Quote():
            return plain_text(block.blocks)
        case Grid():
            rows = (block.header, *block.rows) if block.header else block.rows
            return "\n".join("\t".join(joined(cell.runs) for cell in row) for row in rows)
        case Picture():
            return f"[{block.alt}]" if block.alt else ""
        case Verbatim():
            return block.text
        case Divider():
            return "* * *"


def _items(block: Listing) -> Iterator[str]:
    for number, item in enumerate(block.items, block.start):
        yield (f"{number}. " if block.ordered else "· ") + plain_text(item).replace("\n\n", "\n")
