"""The records that a counter rests on: a few beside it, all of many on pages of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sfwgen.counters import Counter, LeftOut, Reason, Record
from sfwgen.each import Each, one_by_one
from sfwgen.languages import family
from sfwgen.model import Language, Story
from sfwgen.plan.context import Context, relative, story_order
from sfwgen.plan.figures import figure_label, make_figure, make_moment
from sfwgen.plan.frames import crumbs, make_frame, place_part
from sfwgen.plan.marks import Marker, make_marker
from sfwgen.plan.open_data import counter_links
from sfwgen.plan.outputs import PageOutput, make_page, plan_later
from sfwgen.plan.paging import Paging, make_pager
from sfwgen.plan.scenes import digest_face, digest_whole
from sfwgen.plan.texts import title_link
from sfwgen.plan.views import NO_HTML, ContributionView, CounterView, Html, Link, RecordsView
from sfwgen.values import digest_of

MOST_BESIDE = 50
"""How many records stand beside their counter; of more than that the newest stand there."""

PAGE_SIZE = 100
"""How many records a page of their own has; the first has up to twice as many, less one."""

_NEWEST = 20


@dataclass(frozen=True, slots=True)
class Records:
    """What went into a counter, or what was left out of it; the newest first where it is much.

    `kind` is that of the pages which list them all, if there are such pages.
    """

    kind: str
    counter: Counter
    all: Sequence[Record | LeftOut]

    @property
    def has_pages(self) -> bool:
        """Whether they are too many to stand beside the counter."""
        return len(self.all) > MOST_BESIDE


def counted(counter: Counter) -> Records:
    """Returns what went into a counter."""
    return Records("counted", counter, _newest_first(counter.contributions))


def left_out(counter: Counter) -> Records:
    """Returns what was left out of a counter."""
    return Records("left-out", counter, _newest_first(counter.left_out))


def _newest_first(records: Sequence[Record] | Sequence[LeftOut]) -> Sequence[Record | LeftOut]:
    if len(records) <= MOST_BESIDE:
        return records
    return sorted(records, key=_order)


def _order(record: Record | LeftOut) -> tuple[tuple[int, int, str], str]:
    plain = record.record if isinstance(record, LeftOut) else record
    owner = plain.owner
    if isinstance(owner, Story):
        return story_order(owner), plain.ref
    return (-owner.as_of.end.toordinal() if owner.as_of else 0, 0, owner.id), plain.ref


def make_beside(context: Context, records: Records, lang: str, path: str) -> tuple[ContributionView, ...]:
    """Returns the records that the page at `path` shows beside their counter."""
    shown = records.all[:_NEWEST] if records.has_pages else records.all
    marker = make_marker(context, records.counter.definition, lang, path)
    return tuple(_make_record(context, each, marker) for each in shown)


def link_to_all(context: Context, records: Records, lang: str, path: str) -> Link | None:
    """Returns the way from the page at `path` to the pages of these records, where they have pages."""
    if not records.has_pages:
        return None
    n, name = len(records.all), records.counter.definition.id
    target = relative(path, context.path(records.kind, lang, name))
    return Link(context.t(lang, _key("all_records", records), n=n), target, count=n)


def _key(key: str, records: Records) -> str:
    return key if records.kind == "counted" else f"{key}_left_out"


def _make_record(context: Context, record: Record | LeftOut, marker: Marker) -> ContributionView:
    lang, path = marker.lang, marker.path
    if isinstance(record, Record):
        return _contribution(context, record, lang, path)
    named = record.reason is Reason.NAMED
    reason = record.text[lang] if named else context.t(lang, f"reason_{record.reason.value}")
    return _contribution(context, record.record, lang, path, marker.html(reason))


def _contribution(
    context: Context, record: Record, lang: str, path: str, reason: Html = NO_HTML
) -> ContributionView:
    return ContributionView(
        label=_label(record, lang),
        figure=make_figure(context, record.figure, record.owner, lang, path),
        source=_source(context, record, lang, path),
        moment=make_moment(record.when, lang),
        reason=reason,
    )


def _label(record: Record, lang: str) -> str:
    label = figure_label(record.figure, lang)
    scope = record.figure.scope.get(lang, "")
    if not scope:
        return label
    return f"{label}（{scope}）" if family(lang) == "zh" else f"{label} ({scope})"


def _source(context: Context, record: Record, lang: str, path: str) -> Link:
    owner = record.owner
    if isinstance(owner, Story):
        return title_link(context, owner, lang, path, f"#fig-{record.figure.id}")
    separator = context.t(lang, "list_sep")
    return Link(separator.join(source.text[lang] for source in owner.sources), "")


# --- Pages of their own -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """A page of records: the counter as it stands above them, all of them, which of them it shows."""

    counter: CounterView
    records: Records
    part: int

    @property
    def paging(self) -> Paging:
        return Paging(len(self.records.all), PAGE_SIZE)

    @property
    def shown(self) -> Sequence[Record | LeftOut]:
        start, end = self.paging.bounds(self.part)
        return self.records.all[start:end]


def records_pages(
    context: Context, language: Language, counters: Sequence[CounterView], each: Each = one_by_one
) -> list[PageOutput]:
    """Returns the pages of each counter's records that are too many to stand beside it."""
    parts = [
        _Part(view, records, part)
        for view in counters
        for records in (counted(context.counters[view.id]), left_out(context.counters[view.id]))
        if records.has_pages
        for part in (0, *range(Paging(len(records.all), PAGE_SIZE).parts, 0, -1))
    ]
    whole = digest_whole(context, language.id)
    keys = [f"{whole} {_digest_part(context, language.id, part)}" for part in parts]
    pages = [partial(_page, context, language, part) for part in parts]
    made = each("records page", keys, lambda number: pages[number]().outline)
    return [plan_later(*one) for one in zip(made, pages, strict=True)]


def _digest_part(context: Context, lang: str, part: _Part) -> str:
    counter = part.counter
    listed = (counter.downloads, part.records.kind, len(part.records.all), part.part)
    about = (counter.id, counter.label, counter.figure, *listed)
    return digest_of((about, [_digested(context, lang, record) for record in part.shown]))


def _digested(context: Context, lang: str, record: Record | LeftOut) -> tuple[object, ...]:
    if isinstance(record, LeftOut):
        return record.reason, record.text, _digested(context, lang, record.record)
    owner = record.owner
    return record.ref, digest_face(context, owner, lang) if isinstance(owner, Story) else owner


def _page(context: Context, language: Language, page: _Part) -> PageOutput:
    lang, view, records, part, paging = language.id, page.counter, page.records, page.part, page.paging
    path_of = partial(context.path, records.kind, lang, view.id)
    path, (start, end) = path_of(part), paging.bounds(part)
    heading = context.t(lang, _key("records_of", records), name=view.label)
    steps = [(context.t(lang, "nav_figures"), context.path("figures", lang))]
    if part:
        steps.append((heading, path_of(0)))
        heading = context.t(lang, "list_page", name=heading, page=paging.number(part))
    summary = context.t(lang, "records_range", first=start + 1, last=end, n=len(records.all))
    frame = make_frame(
        context,
        place_part(context, "records", records.kind, view.id, part),
        language,
        heading,
        description=context.t(lang, "records_description", name=heading, summary=summary),
        crumbs=crumbs(context, lang, path, *steps),
    )
    marker = make_marker(context, records.counter.definition, lang, path)
    shown = RecordsView(
        frame=frame,
        counter=Link(view.label, relative(path, f"{context.path('figures', lang)}#{view.anchor}")),
        figure=view.figure,
        counted=records.kind == "counted",
        summary=summary,
        records=tuple(_make_record(context, each, marker) for each in page.shown),
        pager=make_pager(context, paging, part, lang, path_of),
        downloads=counter_links(context, view.id, lang, path),
    )
    return make_page(path, "records.html", shown, context.site.config.location)
