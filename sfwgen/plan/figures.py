"""Figures as pages show them: printed in the page's language, with what they rest on."""

from __future__ import annotations

import re
from fractions import Fraction
from html import escape

from sfwgen.dates import PartialDate, Period, print_date, print_period
from sfwgen.figures import Quantity
from sfwgen.model import Figure, Metric, Story, Tally
from sfwgen.plan.context import Context, relative
from sfwgen.plan.views import FigureGroupView, FigureView, Html, Link, Moment, Piece
from sfwgen.stated import figure_parts

_JOINT = re.compile(r"( to |[～~至到—–-]+)")
PANEL_LIMIT = 7
"""How many figures a panel shows at most."""


def figure_value(quantity: Quantity) -> str:
    """Returns the machine-readable number, 2/3 for a fraction; none for a range or an indefinite quantity."""
    value = quantity.value
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    return "" if value is None else format(value, "f")


def figure_anchor(figure_id: str) -> str:
    """Returns the id under which a story's page explains one of its figures."""
    return f"fig-{figure_id}"


def figure_label(figure: Figure, lang: str) -> str:
    """Returns the figure's own name, else that of its metric."""
    return figure.label.get(lang) or figure.metric.label[lang]


def make_figure(context: Context, figure: Figure, owner: Story | Tally, lang: str, path: str) -> FigureView:
    """Returns a figure as the page at `path` shows it; its link leads to the story that explains it."""
    anchor = figure_anchor(figure.id)
    href = ""
    if isinstance(owner, Story):
        href = relative(path, f"{context.path('story', lang, owner.slug)}#{anchor}")
    parts = figure_parts(figure.quantity, figure.metric, lang)
    return FigureView(
        id=figure.id,
        label=figure_label(figure, lang),
        pieces=tuple(Piece(part.kind, part.text) for part in parts),
        text="".join(part.text for part in parts),
        value=figure_value(figure.quantity),
        statistic=_statistic(context, figure, lang),
        scope=figure.scope.get(lang, ""),
        anchor=anchor,
        href=href,
        details=tuple(_details(context, figure, owner, lang)),
    )


def make_total(quantity: Quantity, metric: Metric, id_: str, label: str, lang: str, href: str) -> FigureView:
    """Returns the figure of a counter; `href` leads to its definition."""
    parts = figure_parts(quantity, metric, lang)
    return FigureView(
        id=id_,
        label=label,
        pieces=tuple(Piece(part.kind, part.text) for part in parts),
        text="".join(part.text for part in parts),
        value=figure_value(quantity),
        statistic="",
        scope="",
        anchor=id_,
        href=href,
        details=(),
    )


def _details(context: Context, figure: Figure, owner: Story | Tally, lang: str) -> list[tuple[str, str]]:
    when = figure.when or (owner.as_of if isinstance(owner, Tally) else None)
    period = isinstance(when, Period)
    separator = context.t(lang, "list_sep")
    pairs = (
        ("definition", figure.metric.description.get(lang, "")),
        ("scope", figure.scope.get(lang, "")),
        ("example", context.t(lang, "example_text") if figure.example else ""),
        ("statistic", _statistic(context, figure, lang)),
        ("period" if period else "as_of", when_text(when, lang) or context.t(lang, "not_stated")),
        ("note", figure.note.get(lang, "")),
        ("source", separator.join(source.text[lang] for source in owner.sources)),
    )
    return [(key, text) for key, text in pairs if text]


def _statistic(context: Context, figure: Figure, lang: str) -> str:
    return context.t(lang, f"statistic_{figure.statistic}") if figure.statistic else ""


def when_text(when: PartialDate | Period | None, lang: str) -> str:
    """Returns a date or period in words, or nothing where it is not known."""
    if when is None:
        return ""
    return print_period(when, lang) if isinstance(when, Period) else print_date(when, lang)


def make_moment(when: PartialDate | Period | None, lang: str) -> Moment | None:
    """Returns a date in words with its machine form, which HTML has for years, months and days only."""
    if when is None:
        return None
    plain = isinstance(when, PartialDate) and not when.part and not when.around
    return Moment(when_text(when, lang), str(when) if plain else "")


def card_figures(story: Story, lang: str) -> tuple[tuple[Figure, str], ...]:
    """Returns the figures that stand for a story in lists, with what each is about: its panel's, else all.

    An example speaks for one case only. It comes last, and never without its scope beside it, or it would be
    read as everyone's.
    """
    by_id = {figure.id: figure for figure in story.figures}
    in_panel = [(by_id[id_], group.heading.get(lang, "")) for group in story.panel for id_ in group.figures]
    found = in_panel or [(figure, "") for figure in story.figures]
    scoped = [(figure, heading or figure.scope.get(lang, "")) for figure, heading in found]
    plain = [each for each in scoped if not each[0].example]
    return (*plain, *(each for each in scoped if each[0].example and each[1]))


def make_panel(context: Context, story: Story, lang: str, path: str) -> tuple[FigureGroupView, ...]:
    """Returns the key figures of a story in groups by scope: as the story arranges them, else by scope."""
    by_id = {figure.id: figure for figure in story.figures}
    if story.panel:
        groups = [
            (group.heading.get(lang, ""), [by_id[id_] for id_ in group.figures]) for group in story.panel
        ]
    else:
        by_scope: dict[str, list[Figure]] = {}
        for figure in story.figures[:PANEL_LIMIT]:
            by_scope.setdefault(figure.scope.get(lang, ""), []).append(figure)
        groups = list(by_scope.items())
    return tuple(
        FigureGroupView(heading, tuple(make_figure(context, each, story, lang, path) for each in figures))
        for heading, figures in groups
    )


def figure_html(figure: Figure, lang: str, explained: str | None) -> Html:
    """Returns a figure printed into running text, linked to the page that explains it ("" on that page)."""
    text = escape("".join(part.text for part in figure_parts(figure.quantity, figure.metric, lang)))
    target = "" if explained is None else f"{explained}#{figure_anchor(figure.id)}"
    return linked_figure(figure.quantity, text, target)


def linked_figure(quantity: Quantity, html: str, target: str) -> Html:
    """Returns a figure's words in `<data>` (two for a range, none without a value), linked to a target."""
    data = _data(quantity, html)
    return Html(f'<a class="f" href="{escape(target)}">{data}</a>' if target else data)


def _data(quantity: Quantity, html: str) -> str:
    if quantity.low is not None and quantity.high is not None:
        ends = _JOINT.split(html, maxsplit=1)
        if len(ends) == 3:
            low, high = (format(number, "f") for number in (quantity.low, quantity.high))
            return f'<data value="{low}">{ends[0]}</data>{ends[1]}<data value="{high}">{ends[2]}</data>'
    value = figure_value(quantity)
    return f'<data value="{value}">{html}</data>' if value else f'<span class="n">{html}</span>'


def make_uses(context: Context, story: Story, figure: Figure, lang: str, path: str) -> tuple[Link, ...]:
    """Returns the other places that use a figure of a story: counters, then bulletins."""
    links = [
        Link(counter.label[lang], relative(path, f"{context.path('figures', lang)}#{counter.id}"))
        for counter in context.uses.get((story.slug, figure.id), ())
    ]
    links += [
        Link(
            context.t(lang, "issue", n=bulletin.number),
            relative(path, context.path("bulletin", lang, str(bulletin.number))),
        )
        for bulletin in context.site.bulletins
        if story.slug in bulletin.stories
    ]
    return tuple(links)
