"""Where in a text its bound figures stand, so that a page can lead from each to what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from sfwgen.figures import Quantity
from sfwgen.model import Body
from sfwgen.prose.binding import Binding, Bond
from sfwgen.prose.html_text import Part, cut_joined, join_parts
from sfwgen.prose.passages import Document, Where, short_passages

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>")
_OPENING = re.compile(r"<(?:strong|em|b|i|mark|u)>\Z")
_CLOSING = re.compile(r"</(?:strong|em|b|i|mark|u)>")
_LONGEST_TAG = len("<strong>")
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


Marks = Mapping[str, tuple[Binding, ...]]
"""The bound figures of a document's texts other than its body, by these texts."""


def find_marks(document: Document, lang: str, bindings: Iterable[Binding]) -> Marks:
    """Returns the bound figures of each text of a document in a language, apart from its body."""
    bound: dict[int, list[Binding]] = {}
    for each in bindings:
        if each.where is not Where.BODY and is_bound(each):
            bound.setdefault(each.passage, []).append(each)
    if not bound:
        return {}
    passages = short_passages(document, lang)
    return {passages[number].text: tuple(found) for number, found in bound.items()}


def escape_text(text: str) -> str:
    """Returns a text as HTML, quotes escaped too, as templates print it."""
    return escape(text, quote=False).replace('"', "&#34;").replace("'", "&#39;")


def mark_body(body: Body, bindings: Iterable[Binding]) -> tuple[Part | Cited, ...]:
    """Returns the parts of a body with each bound figure as a part of its own.

    A figure that begins or ends within an element (a bold number, its unit plain) takes all of it in; one
    that runs across the edge of an element otherwise stays as it is.
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
        if not is_bound(binding) or found.start < position or found.end > len(phrase_text):
            continue
        yield escape_text(phrase_text[position : found.start])
        yield _cited(escape_text(phrase_text[found.start : found.end]), binding, linkable=linkable)
        position = found.end
    yield escape_text(phrase_text[position:])


def _cited(html: str, binding: Binding, *, linkable: bool) -> Cited:
    return Cited(html, binding.found.quantity, binding.figure, binding.counter, linkable)


def is_bound(binding: Binding) -> bool:
    """Returns whether a figure of a text rests on something."""
    return binding.bond in (Bond.FIGURE, Bond.DERIVED, Bond.TOTAL)


def _places(html: str, bindings: Iterable[Binding]) -> Iterator[tuple[int, int, Binding]]:
    for binding in bindings:
        if binding.where is not Where.BODY or binding.span is None or not is_bound(binding):
            continue
        start, last = binding.span
        end = html.index(";", last) + 1 if html[last] == "&" else last + 1
        start, end = _with_elements(html, start, end)
        if _is_whole(html[start:end]):
            yield start, end, binding


def _with_elements(html: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of HTML with the element that begins right before it or ends right behind: a bold number."""
    surplus = sum(1 if tag[1] else -1 for tag in _TAG.finditer(html, start, end))
    for _ in range(surplus):
        opening = _OPENING.search(html, max(start - _LONGEST_TAG, 0), start)
        start = opening.start() if opening else start
    for _ in range(-surplus):
        closing = _CLOSING.match(html, end)
        end = closing.end() if closing else end
    return start, end


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
