"""From the HTML of a text to the blocks of a printed one: what has no place on paper is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from sfwgen.languages import family
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
from sfwgen.plan.prints.keeping import keep_together

_VOID = frozenset({"br", "hr", "img", "source"})
_BLOCKS = frozenset("p h2 h3 h4 h5 h6 ul ol li blockquote table pre hr div dl dt dd".split())
_STYLES = {
    "strong": "strong",
    "b": "strong",
    "em": "em",
    "i": "em",
    "code": "code",
    "kbd": "code",
    "sup": "sup",
    "sub": "sub",
    "u": "underline",
    "ins": "underline",
    "del": "strike",
    "s": "strike",
    "rt": "reading",
    "data": "keep",
}
_OUTSIDE = ("http://", "https://", "mailto:")
_ALIGNMENTS = {"al-left": "left", "al-center": "center", "al-right": "right"}
_SPACE = re.compile(r"[ \t\n\r]+")


@dataclass(slots=True)
class Node:
    """An element of a text with what is in it."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def is_block(self) -> bool:
        """Whether it stands on lines of its own."""
        return self.name in _BLOCKS


_FIGURE = "f"
"""The class of the link from a figure to what it rests on."""


class _Reader(HTMLParser):
    """Builds the tree of a sanitised, well-formed text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("div")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) > 1 and self.open[-1].name == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read_tree(html: str) -> Node:
    """Returns the tree of a text; `html` is sanitised, so that every element in it is closed."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def make_blocks(html: str, base: str, lang: str, *, spell_out: bool = True) -> tuple[Block, ...]:
    """Returns the blocks of a text in a language; links within the site get their whole address from `base`.

    On paper an address outside the site is only worth what can be read of it: with `spell_out` it follows
    its link. Without it the ways from figures to what they rest on are left out: there would be one for each.
    """
    return tuple(_blocks(read_tree(html).children, _Setting(base, lang, spell_out)))


@dataclass(frozen=True, slots=True)
class _Setting:
    """What runs inherit from the elements around them."""

    base: str
    lang: str
    spell_out: bool = True
    run: Run = field(default_factory=lambda: Run(""))

    def within(self, node: Node) -> _Setting:
        run = self.run
        style = _STYLES.get(node.name)
        if node.name == "span" and node.attributes.get("class") == "n":
            style = "keep"
        if style and style not in run.styles:
            run = replace(run, styles=(*run.styles, style))
        if node.name == "a" and (self.spell_out or node.attributes.get("class") != _FIGURE):
            run = replace(run, url=self.address(node.attributes.get("href", "")))
        if tag := node.attributes.get("lang"):
            run = replace(run, lang=tag)
        return replace(self, run=run)

    def address(self, href: str) -> str:
        if href.startswith("#") or not href:
            return ""
        return href if href.startswith(_OUTSIDE) else self.base + href


def _blocks(children: Iterable[Node | str], setting: _Setting) -> Iterator[Block]:
    """The blocks of a mixture: what stands between two of them on one line is a paragraph."""
    loose: list[Node | str] = []
    for child in children:
        if isinstance(child, Node) and child.is_block:
            yield from _paragraph(loose, setting)
            loose = []
            yield from _block(child, setting)
        else:
            loose.append(child)
    yield from _paragraph(loose, setting)


def _paragraph(children: Iterable[Node | str], setting: _Setting) -> Iterator[Block]:
    line: list[Node | str] = []
    for child in children:
        image = find_image(child)
        if image is not None:
            yield from _one_paragraph(line, setting)
            line = []
            yield _picture(image)
        else:
            line.append(child)
    yield from _one_paragraph(line, setting)


def find_image(node: Node | str) -> Node | None:
    """Returns the image that an element is, or that stands in it alone, in whatever formats and links."""
    if isinstance(node, str) or node.name == "img":
        return node if isinstance(node, Node) else None
    if node.name not in ("picture", "a", "span", "em", "strong"):
        return None
    inner = [each for each in node.children if not isinstance(each, str) or each.strip()]
    return find_image(inner[-1]) if inner and (len(inner) == 1 or node.name == "picture") else None


def _one_paragraph(children: Iterable[Node | str], setting: _Setting) -> Iterator[Block]:
    if runs := _runs(children, setting):
        yield Paragraph(runs)


def _block(node: Node, setting: _Setting) -> Iterator[Block]:
    inner = setting.within(node)
    match node.name:
        case "p" | "dt" | "dd":
            yield from _paragraph(node.children, inner)
        case "h2" | "h3" | "h4" | "h5" | "h6":
            yield Subheading(int(node.name[1]), _runs(node.children, inner))
        case "ul" | "ol":
            yield _listing(node, inner)
        case "blockquote":
            yield Quote(tuple(_blocks(node.children, inner)))
        case "table":
            yield _grid(node, inner)
        case "pre":
            yield Verbatim(_text(node).rstrip("\n"))
        case "hr":
            yield Divider()
        case _:
            yield from _blocks(node.children, inner)


def _listing(node: Node, setting: _Setting) -> Listing:
    items = tuple(tuple(_blocks(each.children, setting)) for each in _elements(node, "li"))
    start = node.attributes.get("start", "1")
    return Listing(node.name == "ol", int(start) if start.isdecimal() else 1, items)


def _grid(node: Node, setting: _Setting) -> Grid:
    lines = [tuple(_cell(each, setting) for each in _elements(line, "th", "td")) for line in _rows(node)]
    columns = max((len(line) for line in lines), default=1)
    lines = [(*line, *(Cell(()) for _ in range(columns - len(line)))) for line in lines]
    heads = [
        each for each in _rows(node)[:1] if any(cell.name == "th" for cell in _elements(each, "th", "td"))
    ]
    return Grid(columns, lines[0] if heads else (), tuple(lines[1:] if heads else lines))


def _rows(node: Node) -> list[Node]:
    parts = [node, *_elements(node, "thead", "tbody")]
    return [row for part in parts for row in _elements(part, "tr")]


def _cell(node: Node, setting: _Setting) -> Cell:
    align = _ALIGNMENTS.get(node.attributes.get("class", ""), "")
    return Cell(_runs(node.children, setting.within(node)), align)


def _elements(node: Node, *names: str) -> list[Node]:
    return [each for each in node.children if isinstance(each, Node) and each.name in names]


def _picture(node: Node) -> Picture:
    width, height = (int(node.attributes.get(name, "0") or 0) for name in ("width", "height"))
    return Picture(node.attributes.get("src", ""), width, height, node.attributes.get("alt", ""))


def _runs(children: Iterable[Node | str], setting: _Setting) -> tuple[Run, ...]:
    """The runs of a line: spaces are joined, and a number stays with its unit."""
    joined: list[Run] = []
    for run in _inline(children, setting):
        text = run.text if run.text == "\n" else _SPACE.sub(" ", run.text)
        if not joined or joined[-1].text.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text == "\n" and joined:
            joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" "))
        if text:
            joined.append(replace(run, text=text))
    while joined and not joined[-1].text.rstrip():
        joined.pop()
    if joined:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return keep_together(joined, setting.lang)


def _inline(children: Iterable[Node | str], setting: _Setting) -> Iterator[Run]:
    for child in children:
        if isinstance(child, str):
            yield replace(setting.run, text=child)
        elif child.name == "br":
            yield replace(setting.run, text="\n")
        elif child.name == "img":
            yield replace(setting.run, text=child.attributes.get("alt", ""))
        elif child.attributes.get("role") != "doc-backlink" and child.name != "rp":
            yield from _element(child, setting)


def _element(node: Node, setting: _Setting) -> Iterator[Run]:
    inner = setting.within(node)
    yield from _inline(node.children, inner)
    url = inner.run.url
    if (
        setting.spell_out
        and node.name == "a"
        and url.startswith(_OUTSIDE)
        and not url.startswith(setting.base)
    ):
        shown = url.removeprefix("mailto:")
        if shown != _text(node):
            yield replace(setting.run, text=f"（{shown}）" if family(setting.lang) == "zh" else f" ({shown})")


def _text(node: Node) -> str:
    return "".join(each if isinstance(each, str) else _text(each) for each in node.children)
