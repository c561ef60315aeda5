"""A total from issue to issue, as each bulletin knew it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sfwgen.counters import Counter, aggregate
from sfwgen.dates import PartialDate, print_date
from sfwgen.figures import Quantity
from sfwgen.model import Bulletin, CounterSource, Site
from sfwgen.plan.charts import Entry, Words, make_bars, name_chart
from sfwgen.plan.context import Context
from sfwgen.plan.views import BarChart

NEWEST = 24
"""How many issues a chart follows a total through at most, the newest."""


def make_history(context: Context, counter: Counter, lang: str) -> BarChart | None:
    """Returns what a total was at the as-of date of each bulletin, or None unless two of them state it.

    Only totals that are reported as of a date have a history; issues without an as-of date are left out.
    """
    definition = counter.definition
    if definition.source is not CounterSource.TALLIES:
        return None
    dated = [(bulletin, bulletin.as_of) for bulletin in context.site.bulletins if bulletin.as_of]
    known = list(_known(context.site, counter, dated[-NEWEST:]))
    if sum(quantity is not None for _, quantity in known) < 2:
        return None
    entries = [Entry(_label(context, bulletin, lang), quantity) for bulletin, quantity in known]
    division = context.t(lang, "by_newest_issues" if len(dated) > NEWEST else "by_issue", n=NEWEST)
    words = Words(
        id=f"{definition.id}-issues",
        title=name_chart(definition.label[lang], division, context.t(lang, "comma")),
        head=context.t(lang, "head_issue"),
    )
    return make_bars(context, entries, definition.metric, words, lang)


def _known(
    site: Site, counter: Counter, dated: Iterable[tuple[Bulletin, PartialDate]]
) -> Iterator[tuple[Bulletin, Quantity | None]]:
    vocabulary = replace(site.vocabulary, counters={counter.definition.id: counter.definition})
    for bulletin, as_of in dated:
        tallies = tuple(each for each in site.tallies if each.as_of is None or each.as_of <= as_of)
        then = replace(site, stories=(), tallies=tallies, vocabulary=vocabulary)
        yield bulletin, aggregate(then)[0][counter.definition.id].quantity


def _label(context: Context, bulletin: Bulletin, lang: str) -> str:
    issue = context.t(lang, "issue", n=bulletin.number)
    if bulletin.as_of is None:
        return issue
    return context.t(lang, "issue_as_of", issue=issue, as_of=print_date(bulletin.as_of, lang))
