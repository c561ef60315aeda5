"""The kinds of page, each with its frame."""

from __future__ import annotations

from dataclasses import dataclass

from sfwgen.plan.views.frame import Alternate, Frame, IssueView
from sfwgen.plan.views.parts import (
    ContributionView,
    CorrectionView,
    CounterView,
    FigureGroupView,
    FigureView,
    FilterGroup,
    Html,
    LineView,
    Link,
    Moment,
    MonthGroup,
    Pager,
    PairView,
    SearchFilter,
    SourceView,
    SpanChart,
    StepView,
    StoryCard,
    Title,
)


@dataclass(frozen=True, slots=True)
class RecordsView:
    """A page of the records that a counter rests on, or of those that were left out of it.

    `counter` leads to its definition, `figure` is its total or None.
    """

    frame: Frame
    counter: Link
    figure: FigureView | None
    counted: bool
    summary: str
    records: tuple[ContributionView, ...]
    pager: Pager | None
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    frame: Frame
    lede: Html
    as_of: str
    counters: tuple[CounterView, ...]
    definitions: str
    lead: StoryCard | None
    rows: tuple[StoryCard, ...]
    all_stories: Link
    span: SpanChart | None
    lines: tuple[LineView, ...]
    teams: tuple[str, ...]
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story's page. `other` leads to its other language; `evidence` explains each figure it uses."""

    frame: Frame
    title: Title
    dek: Html
    line: Link
    teams: tuple[Link, ...]
    places: tuple[Link, ...]
    moment: Moment | None
    published: str
    updated: str
    sources: tuple[SourceView, ...]
    other: Alternate | None
    panel: tuple[FigureGroupView, ...]
    panel_note: Html
    body: Html
    steps: tuple[StepView, ...]
    unknown: tuple[Html, ...]
    evidence: tuple[FigureView, ...]
    corrections: tuple[CorrectionView, ...]
    related: tuple[StoryCard, ...]
    previous: Link | None
    next: Link | None
    pairs: tuple[PairView, ...] = ()


@dataclass(frozen=True, slots=True)
class ListView:
    """A page of the story list, whole or filtered. `clear` leads back to the whole list where it is filtered.

    `pager` is None where all stories stand on one page.
    """

    frame: Frame
    heading: str
    dek: Html
    summary: str
    clear: str
    filters: tuple[FilterGroup, ...]
    months: tuple[MonthGroup, ...]
    downloads: tuple[Link, ...] = ()
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The figures page: an index and every counter with its evidence."""

    frame: Frame
    dek: str
    index: tuple[Link, ...]
    counters: tuple[CounterView, ...]
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class BulletinView:
    """A numbered issue: its totals, then its stories in order."""

    frame: Frame
    number: int
    title: Html
    lede: Html
    moment: Moment | None
    as_of: str
    counters: tuple[CounterView, ...]
    stories: tuple[StoryCard, ...]
    sources: tuple[SourceView, ...]
    previous: Link | None
    next: Link | None
    downloads: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class BulletinListView:
    """Issues, newest first. `pager` is None where all of them stand on one page."""

    frame: Frame
    bulletins: tuple[IssueView, ...]
    titles: tuple[Link, ...]
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Corrections, newest first. `pager` is None where all of them stand on one page."""

    frame: Frame
    corrections: tuple[CorrectionView, ...]
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page outside the stories."""

    frame: Frame
    title: Title
    dek: Html
    body: Html
    contents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SiteMapView:
    """The pages of the site in this language, in groups with a heading; for many stories, their lists."""

    frame: Frame
    groups: tuple[FilterGroup, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that does not exist. Its links start at the site's root."""

    frame: Frame
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page. `index` is the address of the index's head, whose folder holds its other parts.

    `stories` are the newest ones, shown until something is searched for; `all_stories` counts all there are.
    """

    frame: Frame
    index: str
    filters: tuple[SearchFilter, ...]
    stories: tuple[StoryCard, ...]
    all_stories: Link


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A page at an old address that leads to the new one."""

    frame: Frame
    target: str


View = (
    HomeView
    | StoryView
    | ListView
    | FiguresView
    | RecordsView
    | BulletinView
    | BulletinListView
    | CorrectionsView
    | PageView
    | SiteMapView
    | NotFoundView
    | SearchView
    | RedirectView
)
