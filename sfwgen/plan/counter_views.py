"""Counters as pages show them: the total, how it is defined, and every record that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sfwgen.counters import Counter
from sfwgen.dates import PartialDate, print_date
from sfwgen.each import Each, one_by_one
from sfwgen.figures import Qualifier
from sfwgen.model import CounterSource, Language
from sfwgen.plan.context import Context, relative
from sfwgen.plan.figures import make_total
from sfwgen.plan.frames import crumbs, make_frame, place_everywhere
from sfwgen.plan.history import make_history
from sfwgen.plan.marks import Marker, make_marker
from sfwgen.plan.open_data import counter_links, data_links
from sfwgen.plan.open_data.counters import cite_counter
from sfwgen.plan.outputs import PageOutput, make_page
from sfwgen.plan.records import counted, left_out, link_to_all, make_beside, records_pages
from sfwgen.plan.registers import find_recorded, make_breakdowns, print_recorded
from sfwgen.plan.views import CounterView, FiguresView, FigureView, Html, Link, Squares

_MOST_SQUARES = 500
_TONES = {"squares": "solid", "hollow": "hollow", "red": "red"}


def make_counter(
    context: Context, counter: Counter, lang: str, path: str, page_as_of: PartialDate | None = None
) -> CounterView:
    """Returns a counter as the page at `path` shows it, without its records; it links to its definition.

    Where it holds for another date than the page says it does for all, it says so itself.
    """
    definition = counter.definition
    href = relative(path, f"{context.path('figures', lang)}#{definition.id}")
    return CounterView(
        id=definition.id,
        label=definition.label[lang],
        figure=_total(counter, lang, href),
        refusal=_refusal(context, counter, lang),
        as_of=print_date(counter.as_of, lang) if counter.as_of else "",
        href=href,
        anchor=definition.id,
        squares=_squares(counter),
        provenance=_dated(context, counter, lang, page_as_of) + _provenance(context, counter, lang),
        definition=tuple(_definition(counter, make_marker(context, definition, lang, path))),
        contributions=(),
        left_out=(),
        downloads=counter_links(context, definition.id, lang, path),
    )


def _dated(context: Context, counter: Counter, lang: str, page_as_of: PartialDate | None) -> str:
    """The date of a total from a tally where the page has another; a sum of cases has those of the cases."""
    reported = counter.definition.source is CounterSource.TALLIES
    if not reported or page_as_of is None or counter.as_of in (None, page_as_of):
        return ""
    assert counter.as_of is not None
    as_of = context.t(lang, "as_of_short", as_of=print_date(counter.as_of, lang))
    return as_of + context.t(lang, "semicolon")


def _total(counter: Counter, lang: str, href: str) -> FigureView | None:
    definition = counter.definition
    if counter.quantity is None:
        return None
    return make_total(counter.quantity, definition.metric, definition.id, definition.label[lang], lang, href)


def _refusal(context: Context, counter: Counter, lang: str) -> str:
    if counter.quantity is not None:
        return ""
    if counter.refusal is None:
        return context.t(lang, "nothing_to_total")
    return context.t(lang, f"refused_{counter.refusal.code.removeprefix('counter-').replace('-', '_')}")


def _squares(counter: Counter) -> Squares | None:
    """Unit squares, for exact counts up to five hundred."""
    quantity, tone = counter.quantity, _TONES.get(counter.definition.mark)
    if (
        quantity is None
        or tone is None
        or quantity.qualifier is not Qualifier.EXACT
        or quantity.value is None
    ):
        return None
    count = int(quantity.value)
    if count != quantity.value or not 0 < count <= _MOST_SQUARES:
        return None
    return Squares(count, tone, count // 5, count % 5)


def _provenance(context: Context, counter: Counter, lang: str) -> str:
    """Says in a few words what a total rests on; without records of single cases it names the source."""
    if not counter.contributions:
        return ""
    if counter.definition.source is CounterSource.STORIES:
        return context.t(lang, "from_records", n=len(counter.contributions))
    recorded = find_recorded(context, counter)
    if recorded is not None:
        return print_recorded(context, recorded, lang)
    names = context.t(lang, "list_sep").join(source.text[lang] for source in counter.sources)
    # Within the sentence a source begins with a small letter where its first word is an article.
    first, _, rest = names.partition(" ")
    return context.t(
        lang, "from_source", source=f"{first.lower()} {rest}" if first in ("A", "An", "The") else names
    )


def _definition(counter: Counter, marker: Marker) -> list[tuple[str, Html]]:
    definition = counter.definition
    pairs = (
        ("counted", definition.counted),
        ("not_counted", definition.not_counted),
        ("obtained", definition.obtained),
        ("open", definition.open),
        ("updated", definition.updated),
    )
    return [(key, marker.told(texts)) for key, texts in pairs if texts.get(marker.lang)]


def figures_pages(
    context: Context, language: Language, sizes: Mapping[str, int], each: Each = one_by_one
) -> list[PageOutput]:
    """Returns the page that defines every counter with its records, and the pages of many records.

    `sizes` are those of the files of open data, in bytes by path.
    """
    lang = language.id
    place = place_everywhere(context, "figures", "figures")
    path = context.path("figures", lang)
    heading, dek = context.t(lang, "nav_figures"), context.t(lang, "figures_dek")
    frame = make_frame(context, place, language, heading, description=dek, crumbs=crumbs(context, lang, path))
    counters = tuple(_with_records(context, counter, lang, path) for counter in context.counters.values())
    view = FiguresView(
        frame=frame,
        dek=dek,
        index=tuple(Link(counter.label, f"#{counter.anchor}") for counter in counters),
        counters=tuple(
            replace(counter, downloads=counter_links(context, counter.id, lang, path, sizes))
            for counter in counters
        ),
        downloads=data_links(context, lang, path, sizes),
    )
    page = make_page(path, "figures.html", view, context.site.config.location)
    return [page, *records_pages(context, language, counters, each)]


def _with_records(context: Context, counter: Counter, lang: str, path: str) -> CounterView:
    went_in, stayed_out = counted(counter), left_out(counter)
    return replace(
        make_counter(context, counter, lang, path),
        contributions=make_beside(context, went_in, lang, path),
        left_out=make_beside(context, stayed_out, lang, path),
        all_counted=link_to_all(context, went_in, lang, path),
        all_left_out=link_to_all(context, stayed_out, lang, path),
        breakdowns=tuple(make_breakdowns(context, counter, lang)),
        history=make_history(context, counter, lang),
        citation=cite_counter(
            context, counter, lang, f"{context.permalinks.absolute(path)}#{counter.definition.id}"
        ),
    )
