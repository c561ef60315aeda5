"""The domain as frozen values: what a project says, once it has been read and found sound.

Every value that comes from a file knows where it stands (`location`). Mappings are never changed after they
are made. Texts that exist once for each language are `Localized`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from sfwgen.dates import PartialDate, Period
from sfwgen.diagnostics import Location
from sfwgen.figures import Quantity

_CONFIG = Location("config.yaml")

Localized = Mapping[str, str]
"""A text in each language of the site, by language id."""


# --- text with places to fill in ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FigureSlot:
    """`{=id}` in a text: the figure of that id is printed here in the page's language."""

    figure: str
    location: Location


@dataclass(frozen=True, slots=True)
class LinkSlot:
    """The target of a link to another document of the project, resolved when its permalink is known.

    `target` is the linked source file's path relative to the project, `fragment` the part after `#`.
    """

    target: str
    fragment: str
    location: Location


@dataclass(frozen=True, slots=True)
class ImageSlot:
    """The target of an image that stands beside the document: its path relative to the project."""

    target: str
    location: Location


@dataclass(frozen=True, slots=True)
class Break:
    """`|` in a title: the heading may break here."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of plain text (a title, a summary): text, figures and allowed breaks, in order."""

    parts: tuple[str | FigureSlot | Break, ...]
    source: str
    location: Location


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: level 2 to 6, text, and the anchor that its element carries."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Body:
    """A text in Markdown, converted: sanitised HTML cut at the places that the plan fills in.

    `source` is the Markdown with line ends normalised, `line` the line of the file on which it begins.
    """

    parts: tuple[str | FigureSlot | LinkSlot | ImageSlot, ...]
    headings: tuple[Heading, ...]
    source: str
    file: str
    line: int


# --- vocabulary ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure word or unit.

    `zh` and `also` are the forms it is written in (`also` is read, never printed); `en` is (one, many), both
    empty where English has none and the counted noun stands alone. `dimension` is what may be added or
    converted; `factor` says how many base units of its dimension it is worth; `code` is what others call it,
    empty where the project does not say.
    """

    id: str
    zh: str
    also: tuple[str, ...]
    en: tuple[str, str]
    dimension: str
    factor: str
    amount: bool
    location: Location
    code: str = ""


class MetricKind(StrEnum):
    """What a metric's values are: `flow` adds up over periods, `stock` is a level, `rate` never adds."""

    FLOW = "flow"
    STOCK = "stock"
    RATE = "rate"


class Totalling(StrEnum):
    """The total that a metric allows."""

    SUM = "sum"
    LATEST = "latest"
    MAX = "max"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Metric:
    """A definition: what is counted or measured, in what unit, and how it may be totalled.

    `noun` is the counted noun in each language as (one, many); in Chinese both are the same.
    """

    id: str
    label: Localized
    noun: Mapping[str, tuple[str, str]]
    description: Localized
    unit: Unit
    kind: MetricKind
    total: Totalling
    location: Location


@dataclass(frozen=True, slots=True)
class Place:
    """A town, subdistrict, community, village or estate. `within` is the id of the place around it."""

    id: str
    name: Localized
    kind: str
    within: str | None
    location: Location


@dataclass(frozen=True, slots=True)
class Team:
    """A service team, named after its field of work."""

    id: str
    name: Localized
    location: Location


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry: the Chinese term, its English forms (the first is preferred) and forms to avoid."""

    id: str
    zh: str
    en: tuple[str, ...]
    avoid: Mapping[str, tuple[str, ...]]
    note: Localized
    settled: bool
    location: Location


@dataclass(frozen=True, slots=True)
class Line:
    """A service line, the site's first taxonomy: name, motto and what it is for."""

    id: str
    name: Localized
    motto: Localized
    location: Location


@dataclass(frozen=True, slots=True)
class ExcludedFigure:
    """A figure that a counter leaves out on purpose, and why. `ref` is `story#figure` or `tally#figure`."""

    ref: str
    reason: Localized
    location: Location


class CounterSource(StrEnum):
    """Where a counter takes its figures from."""

    TALLIES = "tallies"
    STORIES = "stories"


@dataclass(frozen=True, slots=True)
class CounterDefinition:
    """An aggregate that the site shows: which metric, from where, and the words that define it.

    `counted`, `not_counted`, `obtained`, `open` and `updated` are the terms of the definition (口径、不包括、
    怎么来的、未说明、更新); those not needed are empty. `mark` is how the number is drawn.
    """

    id: str
    metric: Metric
    source: CounterSource
    label: Localized
    counted: Localized
    not_counted: Localized
    obtained: Localized
    open: Localized
    updated: Localized
    left_out: tuple[ExcludedFigure, ...]
    on_home: bool
    mark: str
    location: Location


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total that is to be the sum of its parts; unless `complete` there may be more than these parts."""

    id: str
    total: Metric
    parts: tuple[Metric, ...]
    complete: bool
    location: Location


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage that is to be what a part is of its whole."""

    id: str
    part: Metric
    whole: Metric
    percent: Metric
    location: Location


Relation = Breakdown | Share
"""What has to hold between figures of several metrics that stand in one document."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every definition of the project, by id, in the order of the files."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    teams: Mapping[str, Team] = field(default_factory=dict)
    counters: Mapping[str, CounterDefinition] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)


# --- observations -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation, the same in every language.

    `when` is an as-of date or a period; `scope` says whom it is about; an `example` stands for one case and
    is never part of a total. `as_printed` is the text it was read from, if it was written as text.
    """

    id: str
    metric: Metric
    quantity: Quantity
    statistic: str | None
    when: PartialDate | Period | None
    scope: Localized
    label: Localized
    note: Localized
    example: bool
    as_printed: str
    location: Location


@dataclass(frozen=True, slots=True)
class Source:
    """What a story or tally rests on, in words, with a link where one exists."""

    text: Localized
    url: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a timeline. `state` is one of stopped, under_way, done, open; no date means not stated."""

    date: PartialDate | None
    state: str
    name: Localized
    text: Localized
    location: Location


@dataclass(frozen=True, slots=True)
class Correction:
    """A published correction: when, what was wrong and what is right, in each language."""

    date: PartialDate
    wrong: Localized
    right: Localized
    figure: str | None
    location: Location


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of a story shown together under one heading, with a note on what they do not mean."""

    heading: Localized
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryText:
    """A story in one language."""

    title: Phrase
    summary: Phrase
    body: Body
    file: str


@dataclass(frozen=True, slots=True)
class PairSide:
    """How a thing was before or after: what is to be seen, and its picture, if there is one.

    `alt` says what the picture shows, `credit` who took it where.
    """

    date: PartialDate | None
    text: Localized
    image: ImageSlot | None
    alt: Localized
    credit: Localized


@dataclass(frozen=True, slots=True)
class Pair:
    """Before and after, as two pictures or as a drawing: `line`, which was broken, or `stretch`, or "".

    `name` is the part that is drawn, `figure` the id of the figure that it is as long as.
    """

    drawing: str
    name: Localized
    figure: str | None
    before: PairSide
    after: PairSide
    location: Location

    @property
    def sides(self) -> tuple[PairSide, PairSide]:
        """Both sides, in order."""
        return self.before, self.after


@dataclass(frozen=True, slots=True)
class Story:
    """A case: what was the problem, what was done, what came of it.

    `name` is what charts call it, empty where the title will do. `date` is that of the result, else of the
    first known event, or None when none is stated. `published` and
    `updated` are `YYYY-MM-DD HH:MM` in the site's time zone, or None when not known. `digest` is that of all
    that it was read from, its own files and the project's vocabulary.
    """

    slug: str
    name: Localized
    date: PartialDate | None
    line: Line
    places: tuple[Place, ...]
    teams: tuple[Team, ...]
    figures: tuple[Figure, ...]
    panel: tuple[FigureGroup, ...]
    panel_note: Localized
    timeline: tuple[Step, ...]
    pairs: tuple[Pair, ...]
    unknown: tuple[Localized, ...]
    sources: tuple[Source, ...]
    corrections: tuple[Correction, ...]
    aliases: tuple[str, ...]
    published: str | None
    updated: str | None
    draft: bool
    texts: Mapping[str, StoryText]
    folder: str
    location: Location
    digest: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Tally:
    """Totals reported as of a date. `note` says what is not known of them."""

    id: str
    as_of: PartialDate | None
    note: Localized
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    location: Location


class Facet(StrEnum):
    """By what the rows of a register may be counted."""

    TEAM = "team"
    LINE = "line"
    PLACE = "place"
    MONTH = "month"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Status:
    """How a matter in a register stands. `metric` is what rows of this status are counted as besides."""

    id: str
    name: Localized
    metric: Metric | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a register, as far as it counts: what else is written there never leaves its file.

    `number` is that of the row in a spreadsheet, where the header is row 1; `count` is in the metric's unit.
    """

    number: int
    metric: Metric
    count: Decimal
    date: PartialDate | None
    team: Team | None
    line: Line | None
    place: Place | None
    status: Status | None


@dataclass(frozen=True, slots=True)
class Register:
    """A ledger of rows (台账) from which totals can be counted again.

    `tally` is the id of the tally that reports its totals, or None for the latest that does. `publish` are
    the breakdowns that may be published, `complete` says that nothing is missing in it. `file` is where the
    rows stand, empty where there is no such file.
    """

    id: str
    title: Localized
    tally: str | None
    publish: tuple[Facet, ...]
    complete: bool
    rows: tuple[Row, ...]
    file: str
    location: Location


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A numbered issue (简报第N期): stories in order, totals as of a date. Its number is the site's own."""

    number: int
    as_of: PartialDate | None
    date: PartialDate | None
    title: Localized
    lede: Localized
    stories: tuple[str, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class PageText:
    """A page in one language."""

    title: Phrase
    summary: Phrase | None
    body: Body
    file: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page outside the stories: about, contact, accessibility."""

    slug: str
    aliases: tuple[str, ...]
    texts: Mapping[str, PageText]
    location: Location


# --- the site -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site: `id` names files and paths, `tag` goes into HTML, `name` is its own name."""

    id: str
    tag: str
    name: str


class MissingTranslation(StrEnum):
    """What happens to a page whose text lacks a language."""

    FAIL = "fail"
    NOTICE = "notice"
    HIDE = "hide"


class FigurePolicy(StrEnum):
    """What happens to a figure in a text that rests on nothing: an error, a warning, or nothing at all."""

    STRICT = "strict"
    WARN = "warn"
    OFF = "off"


class UpdateSpan(StrEnum):
    """How long a column may go without news before it counts as idle."""

    TWO_WEEKS = "2w"
    SIX_MONTHS = "6m"
    YEAR = "1y"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Mark:
    """An official mark: `name` is `party` or `report`, `file` its artwork among the theme's static files."""

    name: str
    file: str
    width: int
    height: int
    alt: Localized
    url: str
    location: Location


@dataclass(frozen=True, slots=True)
class Column:
    """What the page tags say of a column. `update` is None where nothing is demanded in writing."""

    description: Localized
    keywords: Mapping[str, tuple[str, ...]]
    type: Localized
    update: UpdateSpan | None
    location: Location


@dataclass(frozen=True, slots=True)
class OfficialSite:
    """What an official site states of itself: names, codes, filings, marks, columns.

    `name`, `code`, `icp` and `police` are the same in every language. `columns` are by kind of page,
    `line_columns` by service line.
    """

    name: str
    domain: str
    code: str
    host: Localized
    contact: Localized
    icp: str
    police: str
    marks: tuple[Mark, ...]
    columns: Mapping[str, Column]
    line_columns: Mapping[str, Column]
    location: Location


@dataclass(frozen=True, slots=True)
class PrivacyOverride:
    """A text that may stand although it looks like personal data: who decided so, why and when."""

    text: str
    reason: str
    decided_by: str
    date: PartialDate
    location: Location


@dataclass(frozen=True, slots=True)
class PdfSettings:
    """How bulletins are printed. `faces` are the fonts that the project names, by what they are used for.

    With `bulletins` the PDF of each is part of the site. `report_to`, `send_to` and `copies` (报、送、共印)
    are only there on an official site.
    """

    bulletins: bool = False
    faces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    report_to: Localized = field(default_factory=dict)
    send_to: Localized = field(default_factory=dict)
    copies: int | None = None
    location: Location = _CONFIG


@dataclass(frozen=True, slots=True)
class Licence:
    """How everybody may use the texts and data: its id (CC-BY-4.0), what it is called, where it stands."""

    id: str
    title: Localized
    url: str


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """config.yaml. `languages` begins with the default; `missing` and `figures` are policies by section.

    `no_figures` are phrases of the project in which a numeral is no figure. `official_site` is there where
    `official` is true, and only there. `contacts` are the numbers and addresses that the office itself makes
    public, `privacy_overrides` other texts that may stand although they look like personal data.
    """

    title: Localized
    subtitle: Localized
    description: Localized
    url: str
    languages: tuple[Language, ...]
    lines: tuple[Line, ...]
    official: bool
    publisher: Localized
    source_line: Localized
    notice: Localized
    time_zone: str
    as_of: PartialDate | None
    missing: Mapping[str, MissingTranslation]
    figures: Mapping[str, FigurePolicy]
    no_figures: tuple[str, ...]
    span_chart: tuple[str, ...]
    lede: Localized
    keep: tuple[str, ...]
    location: Location
    official_site: OfficialSite | None = None
    contacts: tuple[str, ...] = ()
    privacy_overrides: tuple[PrivacyOverride, ...] = ()
    pdf: PdfSettings = field(default_factory=PdfSettings)
    licence: Licence | None = None

    @property
    def default(self) -> Language:
        """The language that the facts are written in."""
        return self.languages[0]


@dataclass(frozen=True, slots=True)
class Site:
    """The whole project as read: every document sound by itself. What joins them is checked by `checks`."""

    config: SiteConfig
    vocabulary: Vocabulary
    stories: tuple[Story, ...]
    tallies: tuple[Tally, ...]
    bulletins: tuple[Bulletin, ...]
    pages: tuple[Page, ...]
    registers: tuple[Register, ...] = ()
