"""The span chart: how long some problems took, from the first date that is known to the result."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sfwgen.dates import PartialDate, print_date, print_month, print_short_month
from sfwgen.languages import family
from sfwgen.model import Step, Story
from sfwgen.plan.context import Context, relative
from sfwgen.plan.marks import Marker, make_marker, tell
from sfwgen.plan.texts import marked_title
from sfwgen.plan.views import Html, Piece, SpanChart, SpanRow
from sfwgen.prose import escape_text

_NARROWEST = 44
"""How wide the chart is at least where both labels of a bar stand on one line, in em of these labels."""


_PHONE = 18
"""How wide it is on the narrowest phone, in em of these labels."""


@dataclass(frozen=True, slots=True)
class _Span:
    """A story's first dated step and its result; `end` is None where its date is not stated."""

    story: Story
    first: Step
    start: PartialDate
    last: Step
    end: PartialDate | None


@dataclass(frozen=True, slots=True)
class _Scale:
    """Whole months from the first day to the day after the last; places are per mille between them."""

    first: date
    beyond: date

    def at(self, day: date) -> int:
        return round(1000 * (day - self.first).days / (self.beyond - self.first).days)


def make_span(context: Context, lang: str, path: str) -> SpanChart | None:
    """Returns the chart of the stories that config.yaml names, or None if none has a dated start."""
    by_slug = {story.slug: story for story in context.stories(lang)}
    chosen = [by_slug[slug] for slug in context.site.config.span_chart if slug in by_slug]
    spans = [span for span in map(_span, chosen) if span is not None]
    if not spans:
        return None
    as_of = context.site.config.as_of
    scale = _scale(spans, as_of)
    return SpanChart(
        months=tuple(_months(scale, lang)),
        rows=tuple(_row(context, span, scale, as_of, lang, path) for span in spans),
        as_of=scale.at(_middle(as_of)) if as_of else None,
        as_of_text=context.t(lang, "as_of_line", as_of=print_date(as_of, lang)) if as_of else "",
    )


def _span(story: Story) -> _Span | None:
    dated = [(step, step.date) for step in story.timeline if step.date is not None and step.date.month]
    if not dated:
        return None
    first, start = dated[0]
    results = [(step, when) for step, when in dated if step.state == "done"]
    named = [(step, when) for step, when in results if when == story.date]
    if results:
        last, end = (named or results)[-1]
        return _Span(story, first, start, last, end)
    return _Span(story, first, start, story.timeline[-1], None)


def _scale(spans: Sequence[_Span], as_of: PartialDate | None) -> _Scale:
    days = [_middle(span.start) for span in spans]
    days += [_middle(span.end) for span in spans if span.end] + ([_middle(as_of)] if as_of else [])
    last = max(days)
    month_days = calendar.monthrange(last.year, last.month)[1]
    return _Scale(min(days).replace(day=1), last.replace(day=month_days) + timedelta(days=1))


def _months(scale: _Scale, lang: str) -> list[tuple[str, int]]:
    months, day = [], scale.first
    while day < scale.beyond:
        months.append((print_short_month(day.month, lang), scale.at(day)))
        day = (day + timedelta(days=31)).replace(day=1)
    return months


def _middle(when: PartialDate) -> date:
    """The day at which a date is drawn: the middle of what it may mean."""
    return when.start + (when.end - when.start) / 2


def _row(
    context: Context, span: _Span, scale: _Scale, as_of: PartialDate | None, lang: str, path: str
) -> SpanRow:
    story = span.story
    start = scale.at(_middle(span.start))
    until = span.end or as_of
    end = scale.at(_middle(until)) if until else 1000
    start_text = _label(context, span.start, span.first, lang)
    end_text = _label(context, span.end, span.last, lang)
    marker = make_marker(context, story, lang, path)
    title = _marked(context, story, marker)
    # The summary is for those who do not see the chart, and holds no links that others would not see either.
    words = {"start": _told(start_text, marker), "end": _told(end_text, marker)}
    return SpanRow(
        title=title,
        place=context.t(lang, "list_sep").join(place.name[lang] for place in story.places[:1]),
        href=relative(path, context.path("story", lang, story.slug)),
        start=start,
        end=max(end, start),
        # What was already at a standstill at the first date known had begun before it.
        start_known=span.first.state != "stopped",
        end_known=span.end is not None,
        start_text=start_text,
        end_text=end_text,
        start_html=_told(start_text, marker, linked=True),
        end_html=_told(end_text, marker, linked=True),
        summary=tell(context, lang, "span_summary", title=title, **words),
        stacked=_meet(start, _joined(start_text), max(end, start), _joined(end_text)),
        long=_width(_joined(end_text)) > (end if end >= 500 else 1000 - end) * _PHONE / 1000,
    )


def _marked(context: Context, story: Story, marker: Marker) -> Html:
    """What a row is called, without links: it stands in one."""
    lang, path = marker.lang, marker.path
    if story.name.get(lang):
        return marker.told(story.name, linked=False)
    pieces = marked_title(context, story, context.text_lang(story, lang), lang, path).pieces
    return Html("".join(each if isinstance(each, Html) else escape_text(each) for each in pieces))


def _told(pieces: Sequence[Piece], marker: Marker, *, linked: bool = False) -> Html:
    return Html("".join(marker.html(piece.text, linked=linked) for piece in pieces))


def _meet(start: int, start_text: str, end: int, end_text: str) -> bool:
    """Whether the labels of a bar would run into each other on one line of the narrowest chart that has one.

    Each hangs on the side of its point that has room, as the theme draws it.
    """
    first, last = start * _NARROWEST / 1000, end * _NARROWEST / 1000
    one, other = _width(start_text), _width(end_text)
    right_of_first = first if start > 500 else first + one
    left_of_last = last if end < 500 else last - other
    left_of_first, right_of_last = right_of_first - one, left_of_last + other
    return left_of_last < right_of_first + 1 and left_of_first < right_of_last + 1


def _width(text: str) -> float:
    """The width of a text in em, rather more than less: Han take one, other characters a good half."""
    return sum(1 if char >= "\u2e80" else 0.6 for char in text)


def _label(context: Context, when: PartialDate | None, step: Step, lang: str) -> tuple[Piece, ...]:
    """The words under an end of a bar: 2月仍停工, Feb still at a standstill; 完成，月份未载明."""
    state = Piece("s", _running(context, step.name.get(lang, ""), lang))
    if when is None:
        return (state, Piece("t", context.t(lang, "comma")), Piece("d", context.t(lang, "month_not_stated")))
    joint = context.t(lang, "word_space")
    return (Piece("d", _short(when, lang)), *([Piece("t", joint)] if joint else []), state)


def _running(context: Context, name: str, lang: str) -> str:
    """A step's name within a line of text: with a small first letter, but for the name of a place."""
    places = {place.name.get(lang, "").partition(" ")[0] for place in context.site.vocabulary.places.values()}
    keeps = name.partition(" ")[0] in places or name[1:2].isupper()
    return name if keeps else name[:1].lower() + name[1:]


def _short(when: PartialDate, lang: str) -> str:
    """A date without its year, which the chart's as-of line names; English months have three letters."""
    words = print_date(when, lang)
    if family(lang) == "zh":
        return words.removeprefix(f"{when.year}年")
    month = print_month(when.month or 1, lang)
    return words.removesuffix(f" {when.year}").replace(month, print_short_month(when.month or 1, lang))


def _joined(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
