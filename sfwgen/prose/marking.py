"""Where in a text its bound figures stand, so that a page can lead from each to what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from sfwgen.figures import Quantity
from sfwgen.model import Body
from sfwgen.prose.binding import Binding, Bond
from sfwgen.prose.html_text import Part, cut_joined, join_parts
from sfwgen.prose.passages import Where

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>")
_HEADING_OR_LINK = re.compile(r"<(/?)(a|h[2-6])(?=[ >])")


@dataclass(frozen=True, slots=True)
class Cited:
    """A figure in words that is bound to something: its HTML, and whether a link may be set around it.

    `figure` is the id of the document's figure, `counter` that of the total, where it is bound to one.
    """

    html: str
    quantity: Quantity
    figure: str
    counter: str
    linkable: bool


def mark_body(body: Body, bindings: Iterable[Binding]) -> tuple[Part | Cited, ...]:
    """Returns the parts of a body with each bound figure as a part of its own.

    A figure that runs across the edge of an element (a bold number, its unit plain) stays as it is.
    """
    html = join_parts(body.parts)
    places = sorted(_places(html, bindings), key=lambda place: place[0])
    marked: list[Part | Cited] = []
    rest: Sequence[Part] = body.parts
    position = 0
    for start, end, binding in places:
        if start < position:
            continue
        before = cut_joined(html[position:start], rest)
        rest = rest_after(rest, before)
        marked += before
        marked.append(_cited(html[start:end], binding, linkable=_is_plain(html, start)))
        position = end
    return (*marked, *cut_joined(html[position:], rest))


def rest_after(parts: Sequence[Part], taken: Sequence[Part]) -> Sequence[Part]:
    """Returns the slots that are still to come once some have been taken."""
    count = sum(not isinstance(part, str) for part in taken)
    return [part for part in parts if not isinstance(part, str)][count:]


def mark_phrase(
    phrase_text: str,
    bindings: Iterable[Binding],
    start: int = 0,
    end: int | None = None,
    *,
    linkable: bool = True,
) -> Iterator[str | Cited]:
    """Yields a phrase, or a stretch of it, as HTML cut at its bound figures; the text is its passage's."""
    position = start
    phrase_text = phrase_text[:end]
    for binding in bindings:
        found = binding.found
        if not _is_bound(binding) or found.start < position or found.end > len(phrase_text):
            continue
        yield escape(phrase_text[position : found.start], quote=False)
        yield _cited(escape(phrase_text[found.start : found.end], quote=False), binding, linkable=linkable)
        position = found.end
    yield escape(phrase_text[position:], quote=False)


def _cited(html: str, binding: Binding, *, linkable: bool) -> Cited:
    return Cited(html, binding.found.quantity, binding.figure, binding.counter, linkable)


def _is_bound(binding: Binding) -> bool:
    return binding.bond in (Bond.FIGURE, Bond.DERIVED, Bond.TOTAL)


def _places(html: str, bindings: Iterable[Binding]) -> Iterator[tuple[int, int, Binding]]:
    for binding in bindings:
        if binding.where is not Where.BODY or binding.span is None or not _is_bound(binding):
            continue
        start, last = binding.span
        end = html.index(";", last) + 1 if html[last] == "&" else last + 1
        if _is_whole(html[start:end]):
            yield start, end, binding


def _is_whole(html: str) -> bool:
    """Whether the elements that begin in a stretch of HTML end in it, and nothing in it is filled in."""
    depth = 0
    for tag in _TAG.finditer(html):
        depth += -1 if tag[1] else 1
        if depth < 0 or tag[2] == "a":
            return False
    return depth == 0 and "\ue000" not in html


def _is_plain(html: str, place: int) -> bool:
    """Whether a place is outside links and headings: a figure there gets no link of its own."""
    last = None
    for tag in _HEADING_OR_LINK.finditer(html, 0, place):
        last = tag
    return last is None or bool(last[1])
