"""One line of plain text with figures to fill in: titles and summaries."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sfwgen.content.markdown.slots import Found, Kind, find_slots
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import Break, FigureSlot, Phrase

_Part = str | FigureSlot | Break


def parse_phrase(text: str, location: Location, *, breaks: bool) -> tuple[Phrase, tuple[Diagnostic, ...]]:
    """Returns a line of plain text cut at its figures and, if `breaks`, at each `|`.

    `{~text~}` leaves its text; `source` keeps the braces. `location` is the place of the first character.
    """
    found = find_slots(text)
    parts: list[_Part] = []
    position = 0
    for each in found:
        parts.append(text[position : each.start])
        parts.append(_part(text, each, _within(location, each.start), breaks=breaks))
        position = each.end
    parts.append(text[position:])
    faults = tuple(slot_faults(found, lambda offset: _within(location, offset)))
    return Phrase(tuple(_joined(parts)), text, location), faults


def slot_faults(found: tuple[Found, ...], place: Callable[[int], Location]) -> Iterator[Diagnostic]:
    """Yields a diagnostic for each unpaired mark and each figure id that can be none."""
    for each in found:
        if each.kind is Kind.UNPAIRED:
            yield fault("slot-unclosed", place(each.start), mark=each.value)
        elif each.kind is Kind.BAD_ID:
            yield fault("slot-id", place(each.start), id=each.value)


def _part(text: str, found: Found, location: Location, *, breaks: bool) -> _Part:
    match found.kind:
        case Kind.FIGURE:
            return FigureSlot(found.value, location)
        case Kind.NO_FIGURE | Kind.NO_FIGURE_END:
            return ""
        case Kind.BREAK if breaks:
            return Break()
        case Kind.ESCAPE:
            return found.value
        case _:
            return text[found.start : found.end]


def _joined(parts: list[_Part]) -> Iterator[_Part]:
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        if text:
            yield text
        text = ""
        yield part
    if text:
        yield text


def _within(location: Location, offset: int) -> Location:
    return Location(location.file, location.line, location.column + offset)
