"""Binding: what each figure of a text rests on. Nothing is bound because the number occurs somewhere.

A mention is bound to a figure of its own document by value, qualifier, unit and statistic; to what is derived
from these; or to a total of the site that its sentence names. Where several fit, the words of the sentence
decide. What fits none is unexplained, and the nearest figure is named with what differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from sfwgen.counters import Counters
from sfwgen.figures import Qualifier, Quantity
from sfwgen.model import Bulletin, Figure, Metric, Page, Site, SiteConfig, Story
from sfwgen.prose.derived import derive
from sfwgen.prose.mentions import Mention
from sfwgen.prose.units import conversion, names_metric
from sfwgen.prose.wording import closeness, names_rather, speaks_of

Document = Story | Page | Bulletin | SiteConfig

_PLAIN = (Qualifier.EXACT, Qualifier.ABOUT)


class Bond(StrEnum):
    """What a mention is bound to."""

    FIGURE = "figure"
    DERIVED = "derived"
    TOTAL = "total"
    EXCUSED = "excused"
    VAGUE = "vague"
    """It states no number at all (几个, several), so there is nothing to be wrong."""
    NONE = "none"


class Slip(StrEnum):
    """In what a mention differs from the nearest figure."""

    QUALIFIER = "qualifier"
    UNIT = "unit"
    STATISTIC = "statistic"
    MAGNITUDE = "magnitude"
    TRANSPOSED = "transposed"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Binding:
    """A mention with what it rests on.

    `figure` is the figure it is bound to, `counter` the id of the total; `note` says how it is derived. Where
    it is bound to nothing, `nearest` is the figure that comes closest and `slip` what differs.
    """

    mention: Mention
    bond: Bond
    figure: Figure | None = None
    counter: str = ""
    note: str = ""
    nearest: Figure | None = None
    slip: Slip | None = None


def bind(
    site: Site, counters: Counters, document: Document, mentions: Iterable[Mention]
) -> tuple[Binding, ...]:
    """Returns what each mention of a document rests on; pages and bulletins have no figures of their own."""
    tallied = _tallied(site, document)
    return tuple(_bind(site, counters, document, tallied, mention) for mention in mentions)


def _tallied(site: Site, document: Document) -> tuple[Figure, ...]:
    """The latest figure of each metric in the tallies; for a bulletin the latest by its own as-of date."""
    until = document.as_of if isinstance(document, Bulletin) else None
    latest: dict[str, Figure] = {}
    for tally in sorted(site.tallies, key=lambda each: each.as_of.end if each.as_of else date.min):
        if until is None or tally.as_of is None or tally.as_of <= until:
            latest |= {figure.metric.id: figure for figure in tally.figures}
    return tuple(latest.values())


def _bind(
    site: Site, counters: Counters, document: Document, tallied: Sequence[Figure], mention: Mention
) -> Binding:
    if mention.excused:
        return Binding(mention, Bond.EXCUSED)
    story = document if isinstance(document, Story) else None
    figures = story.figures if story else ()
    fitting = [figure for figure in figures if _fits(site, mention, figure)]
    if fitting:
        alone = len(fitting) == 1
        best = fitting[0] if alone else max(fitting, key=lambda each: closeness(mention, each))
        meant, slip = _meant_rather(mention, best, figures)
        if meant is not None:
            return Binding(mention, Bond.NONE, nearest=meant, slip=slip)
        return Binding(mention, Bond.FIGURE, figure=best)
    note = derive(mention, story) if story else ""
    if note:
        return Binding(mention, Bond.DERIVED, note=note)
    if total := _total(counters, tallied, mention):
        return total
    if _states_nothing(mention.found.quantity):
        return Binding(mention, Bond.VAGUE)
    nearest, slip = _nearest(mention, figures)
    return Binding(mention, Bond.NONE, nearest=nearest, slip=slip)


def _states_nothing(quantity: Quantity) -> bool:
    return quantity.qualifier is Qualifier.INDEFINITE and quantity.base is None


def _total(counters: Counters, tallied: Sequence[Figure], mention: Mention) -> Binding | None:
    """Binds a mention to a figure of a tally, or to a counter, that its sentence names."""
    lang = mention.passage.lang
    for figure in tallied:
        if _equal(mention, figure.quantity) and _names(mention, figure.metric, ""):
            counted = (id_ for id_, each in counters.items() if each.definition.metric.id == figure.metric.id)
            return Binding(mention, Bond.TOTAL, figure=figure, counter=next(counted, ""))
    for id_, counter in counters.items():
        total, definition = counter.quantity, counter.definition
        if (
            total
            and _equal(mention, total)
            and _names(mention, definition.metric, definition.label.get(lang, ""))
        ):
            return Binding(mention, Bond.TOTAL, counter=id_)
    return None


def _meant_rather(
    mention: Mention, best: Figure, figures: Sequence[Figure]
) -> tuple[Figure | None, Slip | None]:
    """Returns a figure of the same unit that the words beside a mention name, and how it differs.

    40 owners reported and more than 40 came to give thanks: that they brought a banner tells which are meant.
    In 走访40户，解决100户 each number is that of the other figure.
    """
    lang = mention.passage.lang
    for figure in figures:
        if figure.id == best.id or not names_metric(
            mention.found.unit, figure.metric, lang, mention.sentence
        ):
            continue
        alike = _equal_values(mention.found.quantity, figure.quantity)
        if not alike and names_rather(mention, figure, best):
            return figure, Slip.VALUE
        closer = alike and closeness(mention, figure) > closeness(mention, best)
        if closer and not _same_qualifier(mention, figure.quantity):
            return figure, Slip.QUALIFIER
    return None, None


def _fits(site: Site, mention: Mention, figure: Figure) -> bool:
    return (
        _has_value(site, mention, figure)
        and _same_qualifier(mention, figure.quantity)
        and _has_unit(site, mention, figure)
        and _same_statistic(mention, figure)
    )


def _has_unit(site: Site, mention: Mention, figure: Figure) -> bool:
    lang, unit = mention.passage.lang, mention.found.unit
    if names_metric(unit, figure.metric, lang, mention.sentence):
        return bool(unit) or closeness(mention, figure) > (0, 0) or not figure.metric.noun
    return conversion(unit, figure.metric, site.vocabulary.units, lang) is not None


def _has_value(site: Site, mention: Mention, figure: Figure) -> bool:
    """Whether the number is that of the figure in the unit that is printed: 86.5米 is not 86.5公里."""
    lang, unit = mention.passage.lang, mention.found.unit
    if names_metric(unit, figure.metric, lang, mention.sentence):
        return _equal_values(mention.found.quantity, figure.quantity)
    factor = conversion(unit, figure.metric, site.vocabulary.units, lang)
    value, printed = figure.quantity.value, mention.found.quantity.value
    return factor is not None and isinstance(printed, Decimal) and value == printed * factor


def _same_statistic(mention: Mention, figure: Figure) -> bool:
    """Whether a text that says average or peak speaks of one; it need not say so again each time."""
    return mention.found.statistic in (None, figure.statistic)


def _equal(mention: Mention, quantity: Quantity) -> bool:
    return _equal_values(mention.found.quantity, quantity) and _same_qualifier(mention, quantity)


def _equal_values(printed: Quantity, stated: Quantity) -> bool:
    """Whether both give the same number: as it is, or as far as the text prints it (8.4万 of 83,612)."""
    if stated.qualifier is Qualifier.INDEFINITE or printed.qualifier is Qualifier.INDEFINITE:
        return printed.qualifier is stated.qualifier and _order(printed.base) == _order(stated.base)
    if (printed.value, printed.low, printed.high) == (stated.value, stated.low, stated.high):
        return True
    rounds = printed.step > 1 and printed.qualifier in _PLAIN and stated.qualifier in _PLAIN
    if not rounds or not isinstance(stated.value, Decimal) or not isinstance(printed.value, Decimal):
        return False
    return abs(stated.value - printed.value) * 2 <= printed.step


def _order(base: Decimal | None) -> int:
    return base.adjusted() if base else -1


def _same_qualifier(mention: Mention, quantity: Quantity) -> bool:
    printed = mention.found.quantity
    if printed.qualifier is quantity.qualifier:
        return True
    # 约8.4万 of 83,612: what is rounded may be said to be about.
    return (
        quantity.qualifier is Qualifier.EXACT
        and printed.qualifier is Qualifier.ABOUT
        and printed.value != quantity.value
    )


def _names(mention: Mention, metric: Metric, label: str) -> bool:
    """Whether a sentence speaks of a metric: its unit, and the words of its name."""
    lang = mention.passage.lang
    if not mention.found.unit or not names_metric(mention.found.unit, metric, lang, mention.sentence):
        return False
    names = [name for name in (label, metric.label.get(lang, "")) if name]
    return any(speaks_of(name, mention.sentence, lang) for name in names)


def _nearest(mention: Mention, figures: Sequence[Figure]) -> tuple[Figure | None, Slip | None]:
    """The figure that comes closest to a mention, and what differs; None where none is near."""
    ranked = [(rank, figure, slip) for figure in figures for rank, slip in _differences(mention, figure)]
    if not ranked:
        return None, None
    _, figure, slip = max(ranked, key=lambda each: (each[0], closeness(mention, each[1])))
    return figure, slip


def _differences(mention: Mention, figure: Figure) -> Iterable[tuple[int, Slip]]:
    same_unit = names_metric(mention.found.unit, figure.metric, mention.passage.lang, mention.sentence)
    printed, stated = mention.found.quantity, figure.quantity
    if _equal_values(printed, stated):
        if same_unit and not _same_qualifier(mention, stated):
            yield 6, Slip.QUALIFIER
        elif same_unit:
            yield 5, Slip.STATISTIC
        else:
            yield 4, Slip.UNIT
        return
    if not same_unit or not mention.found.unit:
        return
    one, other = (_digits(quantity) for quantity in (printed, stated))
    if one and other and one.rstrip("0") == other.rstrip("0"):
        yield 3, Slip.MAGNITUDE
    elif one and other and sorted(one.rstrip("0")) == sorted(other.rstrip("0")):
        yield 2, Slip.TRANSPOSED
    else:
        yield 1, Slip.VALUE


def _digits(quantity: Quantity) -> str:
    value = quantity.value
    if value is None or isinstance(value, Fraction):
        return ""
    return format(value, "f").replace(".", "").lstrip("-0")
