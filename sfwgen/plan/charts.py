"""Bar charts: lengths in true proportion, what is not exact drawn open, and the same numbers as a table.

Lengths are per mille of the longest bar. Labels and values are text of the page, so that they wrap and never
lie over each other; only the bars are drawings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sfwgen.figures import Qualifier, Quantity
from sfwgen.languages import family, written
from sfwgen.model import Metric
from sfwgen.plan.context import Context
from sfwgen.plan.views import BarChart, BarRow
from sfwgen.stated import figure_parts, figure_text

_OPEN = Fraction(40, 1000)
"""How much of the chart's width an open end takes: a length that says no number."""
_BELOW = (Qualifier.NEARLY, Qualifier.LESS_THAN, Qualifier.AT_MOST)
_ABOVE = (Qualifier.MORE_THAN, Qualifier.AT_LEAST)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row of a chart says: its name and its quantity, None where that is not stated.

    `unnamed` is what belongs to no name; `rest` is what is left of a total without being broken down, and is
    drawn open.
    """

    label: str
    quantity: Quantity | None
    unnamed: bool = False
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The words around a chart: its id on the page, its title, the head of its names, its named total."""

    id: str
    title: str
    head: str
    total: tuple[str, str] = ("", "")


def make_bars(
    context: Context, entries: Sequence[Entry], metric: Metric, words: Words, lang: str
) -> BarChart:
    """Returns a chart of quantities of one metric. It is drawn where at least two of them have a length."""
    longest = max((_extent(entry)[1] for entry in entries), default=Fraction(0))
    extents = [_extent(entry, longest * _OPEN) for entry in entries]
    drawn = sum(until > 0 for _, until in extents) > 1
    scale = max((until for _, until in extents), default=Fraction(0)) if drawn else Fraction(0)
    rows = tuple(
        _row(context, entry, metric, extent, scale, lang)
        for entry, extent in zip(entries, extents, strict=True)
    )
    return BarChart(
        id=words.id,
        title=words.title,
        head=words.head,
        rows=rows,
        total_label=words.total[0],
        total=words.total[1],
        drawn=drawn,
        note=_note(context, entries, rows, metric, lang) if drawn else "",
        summary=context.t(lang, "semicolon").join(
            f"{row.label}{context.t(lang, 'colon')}{row.text}" for row in rows
        ),
    )


def by_size(entries: Iterable[Entry]) -> list[Entry]:
    """Returns the entries from the largest to the smallest; what has no name comes last."""
    return sorted(entries, key=lambda entry: (entry.rest, entry.unnamed, -_extent(entry)[1]))


def name_chart(label: str, division: str, joint: str) -> str:
    """Returns the title of a chart: what is counted, and by what it is divided, within one sentence."""
    return f"{label}{joint}{division[:1].lower()}{division[1:]}"


def _extent(entry: Entry, opening: Fraction = Fraction(0)) -> tuple[Fraction, Fraction]:
    """How far a bar is sure, and how far it goes at all; both 0 where nothing can be drawn.

    `opening` is the length of an end that is open.
    """
    quantity = entry.quantity
    if quantity is None:
        return Fraction(0), Fraction(0)
    if quantity.low is not None and quantity.high is not None:
        return _length(quantity.low), _length(quantity.high)
    value = _length(quantity.value)
    if not value:
        return value, value
    if entry.rest or quantity.qualifier in _BELOW:
        return Fraction(0), value
    if quantity.qualifier in _ABOVE:
        return value, value + opening
    if quantity.qualifier is Qualifier.ABOUT:
        return max(value - opening / 2, Fraction(0)), value + opening / 2
    return value, value


def _length(value: Decimal | Fraction | None) -> Fraction:
    return Fraction(0) if value is None else max(Fraction(value), Fraction(0))


def _row(
    context: Context,
    entry: Entry,
    metric: Metric,
    extent: tuple[Fraction, Fraction],
    scale: Fraction,
    lang: str,
) -> BarRow:
    text = figure_text(entry.quantity, metric, lang) if entry.quantity else context.t(lang, "not_stated")
    solid, until = (round(1000 * length / scale) if scale else 0 for length in extent)
    return BarRow(entry.label, text, _value(entry, metric, lang) or text, solid, until)


def _value(entry: Entry, metric: Metric, lang: str) -> str:
    """The number with its qualifier and without its unit, which the note names once for all rows."""
    if entry.quantity is None or entry.quantity.qualifier in (Qualifier.INDEFINITE, Qualifier.NONE):
        return "0" if entry.quantity and entry.quantity.qualifier is Qualifier.NONE else ""
    parts = figure_parts(entry.quantity, metric, lang)
    return "".join(part.text for part in parts if part.kind != "u").strip()


def _note(
    context: Context, entries: Sequence[Entry], rows: Sequence[BarRow], metric: Metric, lang: str
) -> str:
    """Says what a bar's length means, and why some are drawn open."""
    unit = metric.unit.en[1] or metric.noun.get(lang, ("", ""))[1]
    if family(lang) == "zh":
        unit = written(metric.unit.zh, lang)
    note = context.t(lang, "bars_note", unit=unit) if unit else context.t(lang, "bars_note_plain")
    is_open = [row.solid < row.until for row in rows]
    if any(each and not entry.rest for each, entry in zip(is_open, entries, strict=True)):
        note += context.t(lang, "bars_open")
    if any(entry.rest for entry in entries):
        note += context.t(lang, "bars_rest")
    return note
