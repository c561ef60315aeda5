"""From the converter's sanitised HTML to ours: anchors, targets, table heads, and slots for later stages.

The sanitiser writes HTML of one form (every tag closed, every attribute in double quotes, `<` and `"`
escaped), so that it can be read tag by tag here. What is written here passes the sanitiser once more.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sfwgen.content.markdown.anchors import make_anchor
from sfwgen.content.markdown.attributes import Attributes, cell_attributes, common_attributes, note_attributes
from sfwgen.content.markdown.links import resolve_image, resolve_link
from sfwgen.content.markdown.marks import MARK, Mark, number_of, strip_marks, write_mark
from sfwgen.content.markdown.slots import Found
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import FigureSlot, Heading, ImageSlot, LinkSlot

Slot = FigureSlot | LinkSlot | ImageSlot

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_ANY_TAG = re.compile(r"<[^>]*>")
_FOOTNOTE = re.compile(r'<li id="fn:([^"]*)"')
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CODE = frozenset({"code", "pre", "kbd"})
_VOID = frozenset({"br", "hr", "img"})
_PARENTS = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",), "rt": ("ruby",), "rp": ("ruby",)}
_EMPTY = re.compile(
    r"<(a|b|blockquote|del|div|dl|em|h[2-6]|i|ins|mark|ol|p|pre|s|small|span|strong|sub|sup|u|ul)"
    r"(?: [^<>]*)?>\s*</\1>"
)


@dataclass(frozen=True, slots=True)
class Source:
    """What the marks in the HTML stand for: `at` gives the place of an offset, `found` the slots by index."""

    folder: str
    found: tuple[Found, ...]
    at: Callable[[int], Location]


@dataclass(slots=True)
class Page:
    """A document's HTML while it is being rewritten: text with slot marks, slots by number, headings, faults.

    `placed` holds the indexes of our own syntax that has come through.
    """

    source: Source
    footnotes: dict[str, int]
    out: list[str] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    placed: set[int] = field(default_factory=set)
    faults: list[Diagnostic] = field(default_factory=list)
    path: list[_Open] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    unfigured: int | None = None
    level: int = 1

    @property
    def html(self) -> str:
        """The HTML so far, without elements that hold nothing."""
        text = "".join(self.out)
        while (shorter := _EMPTY.sub("", text)) != text:
            text = shorter
        return text.strip()


@dataclass(slots=True)
class _Open:
    """An element that is open: where in the output it began, whether it is written, and a heading's place."""

    name: str
    start: int
    written: bool
    location: Location | None = None
    unfigured: bool = False


def rewrite(converted: str, source: Source) -> Page:
    """Returns a document's HTML with our own attributes and with marks for slots."""
    labels = [html.unescape(label) for label in _FOOTNOTE.findall(converted)]
    page = Page(source, {label: number for number, label in enumerate(labels, 1)})
    position = 0
    for match in _TAG.finditer(converted):
        _add_text(page, converted[position : match.start()])
        if match[1]:
            _end(page, match[2])
        else:
            attributes = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(match[3])}
            _start(page, match[2], attributes)
        position = match.end()
    _add_text(page, converted[position:])
    return page


# --- text ---------------------------------------------------------------------------------------------------


def _add_text(page: Page, text: str) -> None:
    if text:
        page.out.append(MARK.sub(lambda match: _put(page, Mark(match[1]), number_of(match)), text))


def _put(page: Page, mark: Mark, number: int) -> str:
    heading = next((each for each in reversed(page.path) if each.name in _HEADINGS), None)
    match mark:
        case Mark.HEADING if heading and heading.location is None:
            heading.location = page.source.at(number)
        case Mark.FIGURE if not _in_code(page):
            return _put_figure(page, number, heading)
        case Mark.NO_FIGURE if not _in_code(page) and page.path:
            page.unfigured = number
            page.path[-1].unfigured = True
            return '<span class="no-figure">'
        case Mark.NO_FIGURE_END if page.path and page.path[-1].unfigured:
            page.path[-1].unfigured = False
            page.placed |= {number, page.unfigured} if page.unfigured is not None else {number}
            return "</span>"
        case _:
            pass
    return ""


def _put_figure(page: Page, number: int, heading: _Open | None) -> str:
    found = page.source.found[number]
    location = page.source.at(found.start)
    page.placed.add(number)
    if heading is not None:
        page.faults.append(fault("figure-in-heading", location, id=found.value))
        return ""
    return _slot(page, FigureSlot(found.value, location))


def _in_code(page: Page) -> bool:
    return any(each.name in _CODE for each in page.path)


def _slot(page: Page, slot: Slot) -> str:
    page.slots.append(slot)
    return write_mark(Mark.SLOT, len(page.slots) - 1)


# --- elements -----------------------------------------------------------------------------------------------


def _start(page: Page, name: str, attributes: Attributes) -> None:
    parents = _PARENTS.get(name)
    written = parents is None or bool(page.path and page.path[-1].name in parents)
    if written:
        new = _attributes(page, name, attributes)
        page.out.append(_tag("h2" if name == "h1" else name, new))
    if name not in _VOID:
        page.path.append(_Open(name, len(page.out) - 1, written))


def _end(page: Page, name: str) -> None:
    ended = page.path.pop()
    if ended.unfigured:
        page.out.append("</span>")
    if name in _HEADINGS:
        _finish_heading(page, ended, int(name[1]))
    if ended.written:
        page.out.append(f"</{'h2' if name == 'h1' else name}>")


def _finish_heading(page: Page, ended: _Open, level: int) -> None:
    inner = "".join(page.out[ended.start + 1 :])
    text = " ".join(html.unescape(_ANY_TAG.sub("", strip_marks(inner))).split())
    location = ended.location or page.source.at(0)
    if level == 1:
        page.faults.append(fault("heading-level", location))
    elif level > page.level + 1:
        page.faults.append(fault("heading-skip", location, level=level, above=page.level))
    page.level = level
    if not text:
        page.faults.append(fault("heading-empty", location))
        return
    heading = Heading(max(level, 2), text, make_anchor(text, page.anchors))
    page.headings.append(heading)
    tag = page.out[ended.start]
    page.out[ended.start] = f'{tag[:3]} id="{html.escape(heading.anchor)}"{tag[3:]}'


def _attributes(page: Page, name: str, attributes: Attributes) -> Attributes:
    own: Attributes = {}
    match name:
        case "a":
            own = note_attributes(attributes, page.footnotes, page.ids) or _link(page, attributes)
        case "img":
            own = _image(page, attributes)
        case "td" | "th":
            own = cell_attributes(name, attributes, in_head=any(each.name == "thead" for each in page.path))
        case "li" | "sup" | "div":
            own = note_attributes(attributes, page.footnotes, page.ids)
        case "ol" if attributes.get("start", "").isdecimal():
            own = {"start": str(int(attributes["start"][:9]))}
    return own | common_attributes(attributes)


def _link(page: Page, attributes: Attributes) -> Attributes:
    url, location = _target(page, attributes.get("href", ""))
    resolved = resolve_link(url, page.source.folder, location)
    if isinstance(resolved, Diagnostic):
        page.faults.append(resolved)
        return {}
    if isinstance(resolved, LinkSlot):
        return {"href": _slot(page, resolved)}
    return {"href": resolved.url} | ({"rel": "noopener external"} if resolved.outside else {})


def _image(page: Page, attributes: Attributes) -> Attributes:
    url, location = _target(page, attributes.get("src", ""))
    alt = strip_marks(attributes.get("alt", "")).strip()
    if not alt:
        page.faults.append(fault("image-alt", location))
    resolved = resolve_image(url, page.source.folder, location)
    if isinstance(resolved, Diagnostic):
        page.faults.append(resolved)
        return {"alt": alt}
    return {"src": _slot(page, resolved), "alt": alt}


def _target(page: Page, url: str) -> tuple[str, Location]:
    place = next((match for match in MARK.finditer(url) if match[1] == Mark.LINK), None)
    location = page.source.at(number_of(place) if place else 0)
    return strip_marks(url).strip(" "), location


def _tag(name: str, attributes: Attributes) -> str:
    written = "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>"
