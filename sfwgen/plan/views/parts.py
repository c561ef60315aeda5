"""What pages are put together from: links, titles, figures, cards, charts, lists."""

from __future__ import annotations

from dataclasses import dataclass


class Html(str):
    """Markup that has been sanitised, or made by sfwgen itself. Templates print it without escaping."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


NO_HTML = Html("")


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its text, where it leads, whether it is the current page, and how many items it stands for.

    A title has the `pieces` between which it may break, its bound figures marked in them. `tag` is its
    language where that is not the page's.
    """

    text: str
    href: str
    current: bool = False
    count: int | None = None
    pieces: tuple[str, ...] = ()
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    """The way to the other pages of a long list: those before and after this one, and some by their numbers.

    None among `pages` stands for those left out between two.
    """

    newer: Link | None
    older: Link | None
    pages: tuple[Link | None, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A heading: the plain text, and the pieces between which it may break.

    The pieces are HTML where they hold bound figures.
    """

    text: str
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in words, with the value of `datetime` for `<time>` ("" where HTML has no form for it)."""

    text: str
    datetime: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a printed figure. `kind`: q qualifier, n number, x multiplier (万), u unit, t other text."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A printed figure. `value` is the machine-readable number, "" for a range or an indefinite one.

    `pieces` read in order give `text`. `anchor` is its id on the page that explains it, `href` leads there.
    `details` are pairs of a string key of the theme and a text: definition, scope, as-of, source, note. Where
    a page shows them, they are HTML with each bound figure marked.
    """

    id: str
    label: str
    pieces: tuple[Piece, ...]
    text: str
    value: str
    statistic: str
    scope: str
    anchor: str
    href: str
    details: tuple[tuple[str, str], ...]
    uses: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureGroupView:
    """Figures that share a scope, under the heading that names it."""

    heading: str
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a timeline. `state`: stopped, under_way, done, open; `moment` is None if none is stated.

    Bound figures are marked in `name` and `text` on the story's own page.
    """

    state: str
    moment: Moment | None
    name: Html
    text: Html


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a comparison: its heading, its date, its picture ("" if drawn), what is to be seen."""

    heading: str
    moment: Moment | None
    picture: Html
    text: Html
    credit: str


@dataclass(frozen=True, slots=True)
class PairView:
    """Before and after: two pictures, or a drawing of this kind (line, stretch), with its name and length."""

    drawing: str
    name: str
    length: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in words, with its address outside the site or ""."""

    text: Html
    url: str


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story as lists and the home page show it. `key` is its single key figure, or None."""

    title: Title
    href: str
    summary: Html
    line: Link
    places: str
    moment: Moment | None
    published: str
    key: FigureView | None
    figures: tuple[FigureView, ...]
    steps: tuple[StepView, ...]
    content_tag: str


@dataclass(frozen=True, slots=True)
class Squares:
    """Unit squares: how many, in what tone (solid, hollow, red). Groups of five: `full` and a `rest`."""

    count: int
    tone: str
    full: int
    rest: int


@dataclass(frozen=True, slots=True)
class ContributionView:
    """A record that went into a counter, or was left out of it with the reason."""

    label: str
    figure: FigureView
    source: Link
    moment: Moment | None
    reason: Html


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row of a bar chart. `text` is its figure in words, `value` the same without its unit.

    In per mille of the chart's width: the bar is solid up to `solid` and drawn open from there up to `until`,
    since the figure says no more ("more than", "about", a range). Both are 0 where there is nothing to draw.
    """

    label: str
    text: str
    value: str
    solid: int
    until: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """Figures of one kind beside each other, as bars and as a table.

    `head` is what its names are; `total`, under `total_label`, is "" where the rows make up no whole. `drawn`
    is False where bars would say nothing: the table then stands alone. `note` explains the bars, `summary`
    says all rows in words.
    """

    id: str
    title: str
    head: str
    rows: tuple[BarRow, ...]
    total_label: str
    total: str
    drawn: bool
    note: str
    summary: str


@dataclass(frozen=True, slots=True)
class CounterView:
    """A counter with what it rests on. `definition`: pairs of a theme string key and a text.

    `provenance` says in a few words where it comes from. `figure` is None where the total was refused, and
    `refusal` then says why. Its records stand on the figures page only: `contributions` went in, `left_out`
    did not. Of many these are the newest, and `all_counted` and `all_left_out` lead to all of them.
    `citation` are the words by which the total is cited, on the figures page only.
    """

    id: str
    label: str
    figure: FigureView | None
    refusal: str
    as_of: str
    href: str
    anchor: str
    squares: Squares | None
    provenance: str
    definition: tuple[tuple[str, Html], ...]
    contributions: tuple[ContributionView, ...]
    left_out: tuple[ContributionView, ...]
    downloads: tuple[Link, ...] = ()
    breakdowns: tuple[BarChart, ...] = ()
    history: BarChart | None = None
    all_counted: Link | None = None
    all_left_out: Link | None = None
    citation: str = ""


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A row of the span chart; `start`, `end` in per mille of its width. An unknown end is drawn dashed.

    The labels under the bar are pieces: d a date ("2月", "月份未载明"), s the state ("停工"), t what joins
    them. With `stacked` they need a line each, with `long` the last needs all of a phone's width. `summary`
    says the whole row in words, `start_html` and `end_html` the labels with each bound figure marked.
    """

    title: Html
    place: str
    href: str
    start: int
    end: int
    start_known: bool
    end_known: bool
    start_text: tuple[Piece, ...]
    end_text: tuple[Piece, ...]
    start_html: Html
    end_html: Html
    summary: Html
    stacked: bool = False
    long: bool = False


@dataclass(frozen=True, slots=True)
class SpanChart:
    """Three problems from report to result: months as (label, start in per mille), rows, the as-of line."""

    months: tuple[tuple[str, int], ...]
    rows: tuple[SpanRow, ...]
    as_of: int | None
    as_of_text: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A service line on the home page, with its newest stories."""

    name: str
    motto: Html
    href: str
    stories: tuple[Link, ...]
    count: int


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """One group of filter links of the story list. A link without `href` has nothing to show.

    Of a long group `links` are the first ones and `more` are those to be unfolded.
    """

    heading: str
    links: tuple[Link, ...]
    more: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """Stories of one month, or of one year, or those whose date is not stated."""

    heading: str
    stories: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A published correction with the page it concerns; `text` says all of it in a sentence."""

    moment: Moment
    page: Link
    wrong: str
    right: Html
    text: Html


@dataclass(frozen=True, slots=True)
class SearchOption:
    """A value of a search filter, with its link to the list of the same stories."""

    value: str
    list: Link


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """A filter of the search; `name` is how the address of a search names it."""

    name: str
    heading: str
    options: tuple[SearchOption, ...]
