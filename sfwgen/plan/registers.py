"""What registers hold of a counter, as its page says it: the counts that may be published, never a row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from sfwgen.counters import Counter
from sfwgen.dates import parse_date, print_date
from sfwgen.figures import Qualifier, Quantity
from sfwgen.model import Facet, Localized, Register
from sfwgen.plan.charts import Entry, Words, by_size, make_bars, name_chart
from sfwgen.plan.context import Context
from sfwgen.plan.views import BarChart
from sfwgen.reconcile import Reason, Recorded, Verdict, break_down
from sfwgen.stated import figure_text


def find_recorded(context: Context, counter: Counter) -> Recorded | None:
    """Returns what a register holds of a counter whose total is the very figure that it was held against."""
    figures = [record.figure for record in counter.contributions]
    if len(figures) != 1:
        return None
    return next((each for each in context.recorded if each.figure is figures[0] and each.count.rows), None)


def print_recorded(context: Context, recorded: Recorded, lang: str) -> str:
    """Returns in a few words how many records there are, and of how much of the total."""
    whole = recorded.judgement.verdict in (Verdict.OK, Verdict.ROUNDING)
    if whole or recorded.figure is None:
        return context.t(lang, "from_records", n=len(recorded.count.rows))
    metric = recorded.metric
    return context.t(
        lang,
        "records_fewer",
        reported=figure_text(recorded.figure.quantity, metric, lang),
        shown=figure_text(recorded.count.quantity, metric, lang),
    )


def is_broken_down(recorded: Recorded) -> bool:
    """Returns whether the parts may stand beside a total: not where they come to more than that."""
    return recorded.judgement.reason is not Reason.EXCEEDS


def make_breakdowns(context: Context, counter: Counter, lang: str) -> Iterator[BarChart]:
    """Yields the counts that the register of a counter lets be published.

    What the total holds beyond the records is a row of its own, where it can be told.
    """
    recorded = find_recorded(context, counter)
    if recorded is None or not is_broken_down(recorded):
        return
    metric, rest = recorded.metric, _rest(recorded)
    label, whole = context.t(lang, "by_register"), recorded.count.quantity
    if rest is not None and recorded.figure is not None:
        label, whole = context.t(lang, "total"), recorded.figure.quantity
    for facet in recorded.register.publish:
        entries = [
            Entry(
                name_of(context, recorded.register, facet, count.key, lang),
                count.quantity,
                unnamed=not count.key,
            )
            for count in break_down(recorded, facet)
        ]
        if facet is not Facet.MONTH:
            entries = by_size(entries)
        if rest is not None:
            entries.append(Entry(context.t(lang, "not_broken_down"), rest, rest=True))
        title = context.t(lang, f"by_{facet.value}")
        words = Words(
            id=f"{counter.definition.id}-{facet.value}",
            title=name_chart(counter.definition.label[lang], title, context.t(lang, "comma")),
            head=title,
            total=(label, figure_text(whole, metric, lang)),
        )
        yield make_bars(context, entries, metric, words, lang)


def _rest(recorded: Recorded) -> Quantity | None:
    """What an exact total holds beyond the records, or None where there is no such number."""
    rest = recorded.judgement.remainder
    stated = None if recorded.figure is None else recorded.figure.quantity
    if stated is None or stated.qualifier is not Qualifier.EXACT or rest is None or rest <= 0:
        return None
    value = Decimal(rest.numerator) / Decimal(rest.denominator)
    return Quantity(Qualifier.EXACT, value) if Fraction(value) == rest else None


def name_of(context: Context, register: Register, facet: Facet, key: str, lang: str) -> str:
    """Returns what a part of a breakdown is called; an empty key is what rows do not state."""
    if not key:
        words = context.t(lang, "not_stated")
        return words[:1].upper() + words[1:]
    if facet is Facet.MONTH:
        month = parse_date(key)
        return print_date(month, lang) if month is not None else key
    return _names(context, register, facet)[key][lang]


def _names(context: Context, register: Register, facet: Facet) -> dict[str, Localized]:
    words = context.site.vocabulary
    match facet:
        case Facet.TEAM:
            return {id_: team.name for id_, team in words.teams.items()}
        case Facet.PLACE:
            return {id_: place.name for id_, place in words.places.items()}
        case Facet.LINE:
            return {line.id: line.name for line in context.site.config.lines}
        case _:
            statuses = (row.status for row in register.rows if row.status is not None)
            return {status.id: status.name for status in statuses}
