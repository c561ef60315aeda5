"""A document's Markdown to a `Body`: limits, marks, conversion, sanitising, slots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sfwgen.content.markdown.convert import convert
from sfwgen.content.markdown.limits import check_limits
from sfwgen.content.markdown.marks import MARK, number_of
from sfwgen.content.markdown.mask import mask_code
from sfwgen.content.markdown.notes import check_footnotes
from sfwgen.content.markdown.phrase import slot_faults
from sfwgen.content.markdown.positions import Positions, make_positions
from sfwgen.content.markdown.prepare import mark_source
from sfwgen.content.markdown.rawhtml import check_html
from sfwgen.content.markdown.references import replace_references
from sfwgen.content.markdown.rewrite import Page, Slot, Source, rewrite
from sfwgen.content.markdown.sanitise import sanitise_converted, sanitise_result
from sfwgen.content.markdown.slots import Found, Kind, find_slots
from sfwgen.content.markdown.traps import check_fences, check_traps
from sfwgen.content.text import refused_characters
from sfwgen.diagnostics import Diagnostic, fault, sort_diagnostics
from sfwgen.model import Body, FigureSlot

MAX_ALIKE = 1_000

_Parts = tuple[str | Slot, ...]


def parse_body(source: str, *, file: str, line: int, folder: str) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Returns a document's text, converted and sanitised, and what is wrong with it, in the file's order.

    `source` begins on `line` of `file`, its lines end with line feeds; relative targets start from `folder`,
    a path in the project. Past a limit nothing is converted: the body is then empty.
    """
    positions = make_positions(source, file=file, line=line)
    refused = (*refused_characters(source, file, line), *check_limits(source, positions))
    if refused:
        return Body((), (), source, file, line), sort_diagnostics(refused)
    text, referred = replace_references(source, positions)
    found = find_slots(text)
    converted = convert(mark_source(text, found))
    if converted is None:
        return Body((), (), source, file, line), (fault("markdown-too-complex", positions.at(0)),)
    page = rewrite(sanitise_converted(converted), Source(folder, found, positions.at))
    parts = _cut(sanitise_result(page.html), page.slots)
    faults = (
        *referred,
        *page.faults,
        *slot_faults(found, positions.at),
        *_lost(found, page, parts, positions),
        *_checks(text, positions),
    )
    return Body(parts, tuple(page.headings), source, file, line), _some_of_each(sort_diagnostics(faults))


def _some_of_each(faults: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The first thousand of each kind: nobody mends more of them one by one."""
    seen = Counter[str]()
    kept: list[Diagnostic] = []
    for each in faults:
        seen[each.code] += 1
        if seen[each.code] <= MAX_ALIKE:
            kept.append(each)
    return tuple(kept)


def _checks(source: str, positions: Positions) -> Iterator[Diagnostic]:
    masked = mask_code(source)
    yield from check_fences(source, positions)
    yield from check_html(masked, positions)
    yield from check_footnotes(masked, positions)
    yield from check_traps(masked, positions)


def _cut(html: str, slots: list[Slot]) -> _Parts:
    parts: list[str | Slot] = []
    position = 0
    for match in MARK.finditer(html):
        parts += (html[position : match.start()], slots[number_of(match)])
        position = match.end()
    return tuple(part for part in (*parts, html[position:]) if part)


def _lost(found: tuple[Found, ...], page: Page, parts: _Parts, positions: Positions) -> Iterator[Diagnostic]:
    """Yields a diagnostic for each figure and each `{~` that did not come through, whatever swallowed it."""
    for index, each in enumerate(found):
        if each.kind in (Kind.FIGURE, Kind.NO_FIGURE) and index not in page.placed:
            yield fault(
                "slot-lost", positions.at(each.start), mark="{=" if each.kind is Kind.FIGURE else "{~"
            )
    kept = {id(part) for part in parts}
    for slot in page.slots:
        if isinstance(slot, FigureSlot) and id(slot) not in kept:
            yield fault("slot-lost", slot.location, mark="{=")
