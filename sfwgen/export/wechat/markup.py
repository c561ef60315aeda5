"""Blocks of a text as the HTML that an Official Account keeps.

Only elements that it keeps are used, each with its style. A link, which would do nothing there, becomes a
number that leads to an address at the end; an image, a note of which one to upload here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape

from sfwgen.export.wechat.styles import STYLES
from sfwgen.plan.prints.documents import (
    Block,
    Cell,
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

_WITHIN = "https://mp.weixin.qq.com/"
"""Links to articles of the platform are the only ones that work in an article."""

_PLAIN_STYLES = ("keep", "code", "underline", "strike", "sup", "sub")


@dataclass(slots=True)
class References:
    """The addresses and images that a text refers to, each with its number, in their order."""

    addresses: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    def number_of(self, address: str) -> int:
        """Returns the number of an address, giving it the next one where it is new."""
        if address not in self.addresses:
            self.addresses.append(address)
        return self.addresses.index(address) + 1


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article's own notes; `picture` makes that for an image of its number and its words."""

    picture: Callable[[int, str], str]
    reading_before: str
    reading_after: str


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes blocks as HTML and keeps account of what they refer to."""

    references: References
    words: Words

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Returns blocks as HTML, one after the other."""
        return "".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        """Returns one block as HTML."""
        match block:
            case Paragraph():
                return element("p", "paragraph", self.runs(block.runs))
            case Subheading():
                return element("p", "heading" if block.level == 2 else "subheading", self.runs(block.runs))
            case Listing():
                return self._listing(block)
            case Quote():
                return element("blockquote", "quote", self.blocks(block.blocks))
            case Grid():
                return self._grid(block)
            case Picture():
                return self._picture(block)
            case Verbatim():
                return element("p", "verbatim", escape(block.text).replace("\n", "<br>"))
            case Divider():
                return element("section", "divider", "&nbsp;")

    def runs(self, runs: Iterable[Run]) -> str:
        """Returns a line of text as HTML; each link is followed by its number once."""
        html, last = "", ""
        for run in runs:
            if last and run.url != last:
                html += self._mark(last)
            last = run.url
            html += self._run(run)
        return html + (self._mark(last) if last else "")

    def _run(self, run: Run) -> str:
        html = escape(run.text).replace("\n", "<br>")
        css = "".join(STYLES[name] for name in _PLAIN_STYLES if name in run.styles)
        if "reading" in run.styles:
            html = f"{self.words.reading_before}{html}{self.words.reading_after}"
        if "strong" in run.styles or "em" in run.styles:
            html = f"<strong>{html}</strong>"
        if css:
            html = f'<span style="{css}">{html}</span>'
        return f'<a href="{escape(run.url)}">{html}</a>' if run.url.startswith(_WITHIN) else html

    def _mark(self, url: str) -> str:
        if url.startswith(_WITHIN):
            return ""
        return element("span", "mark", f"[{self.references.number_of(url)}]")

    def _listing(self, block: Listing) -> str:
        if not block.ordered:
            items = "".join(element("li", "item", self._item(item)) for item in block.items)
            return element("ul", "list", items)
        numbered = enumerate(block.items, block.start)
        return element(
            "section",
            "list",
            "".join(element("section", "numbered", f"{n}. {self._item(item)}") for n, item in numbered),
        )

    def _item(self, item: tuple[Block, ...]) -> str:
        """An item's first paragraph stands beside its mark, what follows below."""
        if item and isinstance(item[0], Paragraph):
            return self.runs(item[0].runs) + self.blocks(item[1:])
        return self.blocks(item)

    def _grid(self, block: Grid) -> str:
        rows = [("head", block.header)] if block.header else []
        rows += [("cell", row) for row in block.rows]
        return table((style, [self._cell(cell, style) for cell in row]) for style, row in rows)

    def _cell(self, cell: Cell, style: str) -> str:
        css = STYLES[style] + (f"text-align:{cell.align};" if cell.align else "")
        return f'<td style="{css}">{self.runs(cell.runs)}</td>'

    def _picture(self, block: Picture) -> str:
        self.references.pictures.append(block)
        note = self.words.picture(len(self.references.pictures), block.alt)
        return element("section", "picture", escape(note))


def element(name: str, style: str, html: str) -> str:
    """Returns an element with the style of its kind."""
    return f'<{name} style="{STYLES[style]}">{html}</{name}>'


def table(rows: Iterable[tuple[str, list[str]]]) -> str:
    """Returns a table of cells that are HTML already."""
    body = "".join(f"<tr>{''.join(cells)}</tr>" for _, cells in rows)
    return f'<table style="{STYLES["table"]}"><tbody>{body}</tbody></table>'
