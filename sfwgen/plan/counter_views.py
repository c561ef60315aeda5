"""Counters as pages show them: the total, how it is defined, and every record that it rests on."""

from __future__ import annotations

from sfwgen.counters import Counter, LeftOut, Reason, Record
from sfwgen.dates import print_date
from sfwgen.figures import Qualifier
from sfwgen.model import CounterSource, Language, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.figures import figure_label, make_figure, make_moment, make_total
from sfwgen.plan.frames import crumbs, make_frame, place_everywhere
from sfwgen.plan.open_data import counter_links, data_links
from sfwgen.plan.outputs import PageOutput
from sfwgen.plan.registers import find_recorded, make_breakdowns, print_recorded
from sfwgen.plan.texts import figures_by_id, phrase_text
from sfwgen.plan.views import ContributionView, CounterView, FiguresView, FigureView, Link, Squares

_MOST_SQUARES = 500
_TONES = {"squares": "solid", "hollow": "hollow", "red": "red"}


def make_counter(context: Context, counter: Counter, lang: str, path: str) -> CounterView:
    """Returns a counter as the page at `path` shows it; its link leads to the definition."""
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
        provenance=_provenance(context, counter, lang),
        definition=tuple(_definition(counter, lang)),
        contributions=tuple(_contribution(context, each, lang, path) for each in counter.contributions),
        left_out=tuple(_left_out(context, each, lang, path) for each in counter.left_out),
        downloads=counter_links(context, definition.id, lang, path),
        breakdowns=tuple(make_breakdowns(context, counter, lang)),
    )


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


def _definition(counter: Counter, lang: str) -> list[tuple[str, str]]:
    definition = counter.definition
    pairs = (
        ("counted", definition.counted),
        ("not_counted", definition.not_counted),
        ("obtained", definition.obtained),
        ("open", definition.open),
        ("updated", definition.updated),
    )
    return [(key, texts[lang]) for key, texts in pairs if texts.get(lang)]


def _contribution(
    context: Context, record: Record, lang: str, path: str, reason: str = ""
) -> ContributionView:
    figure = make_figure(context, record.figure, record.owner, lang, path)
    return ContributionView(
        label=_record_label(record, lang),
        figure=figure,
        source=_source(context, record, lang, path),
        moment=make_moment(record.when, lang),
        reason=reason,
    )


def _record_label(record: Record, lang: str) -> str:
    label = figure_label(record.figure, lang)
    scope = record.figure.scope.get(lang, "")
    if not scope:
        return label
    return f"{label}（{scope}）" if lang == "zh" else f"{label} ({scope})"


def _source(context: Context, record: Record, lang: str, path: str) -> Link:
    owner = record.owner
    if isinstance(owner, Story):
        shown = context.text_lang(owner, lang)
        title = phrase_text(owner.texts[shown].title, figures_by_id(owner), shown)
        anchor = f"#fig-{record.figure.id}"
        return Link(title, relative(path, context.path("story", lang, owner.slug) + anchor))
    separator = context.t(lang, "list_sep")
    return Link(separator.join(source.text[lang] for source in owner.sources), "")


def _left_out(context: Context, left_out: LeftOut, lang: str, path: str) -> ContributionView:
    key = f"reason_{left_out.reason.value}"
    named = left_out.reason is Reason.NAMED
    reason = left_out.text[lang] if named else context.t(lang, key)
    return _contribution(context, left_out.record, lang, path, reason)


def figures_page(context: Context, language: Language) -> PageOutput:
    """Returns the page that defines every counter and lists what it rests on."""
    lang = language.id
    place = place_everywhere(context, "figures", "figures")
    path = context.path("figures", lang)
    heading, dek = context.t(lang, "nav_figures"), context.t(lang, "figures_dek")
    frame = make_frame(context, place, language, heading, description=dek, crumbs=crumbs(context, lang, path))
    counters = tuple(make_counter(context, each, lang, path) for each in context.counters.values())
    view = FiguresView(
        frame=frame,
        dek=dek,
        index=tuple(Link(each.label, f"#{each.anchor}") for each in counters),
        counters=counters,
        downloads=data_links(context, lang, path),
    )
    return PageOutput(path, "figures.html", view, context.site.config.location)
