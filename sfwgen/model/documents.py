"""What the documents of a project say: figures, stories, tallies, registers, bulletins, pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from sfwgen.dates import PartialDate, Period
from sfwgen.diagnostics import Location
from sfwgen.figures import Quantity
from sfwgen.model.texts import Body, ImageSlot, Localized, Phrase
from sfwgen.model.vocabulary import Line, Metric, Place, Team


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
class Alias:
    """A path that a document used to have, relative to the home page."""

    path: str
    location: Location


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
    that it was read from, its own files and the project's vocabulary; `face` that of all but its bodies,
    which only its own pages show. It is public from `publish_at` until
    `expires_at`, written as `published` is; None where it is not scheduled. `stale` are the languages whose
    translation no longer says what the original does.
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
    aliases: tuple[Alias, ...]
    published: str | None
    updated: str | None
    draft: bool
    texts: Mapping[str, StoryText]
    folder: str
    location: Location
    digest: str = field(default="", compare=False, repr=False)
    face: str = field(default="", compare=False, repr=False)
    publish_at: str | None = None
    expires_at: str | None = None
    stale: tuple[str, ...] = ()

    @property
    def without_bodies(self) -> Story:
        """The story as pages of other stories know it."""
        texts = {
            lang: replace(text, body=Body((), (), "", text.file, 0)) for lang, text in self.texts.items()
        }
        return replace(self, texts=texts)


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
    publish_at: str | None = None
    expires_at: str | None = None


@dataclass(frozen=True, slots=True)
class PageText:
    """A page in one language."""

    title: Phrase
    summary: Phrase | None
    body: Body
    file: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page outside the stories: about, contact, accessibility. `stale` is as in a story."""

    slug: str
    aliases: tuple[Alias, ...]
    texts: Mapping[str, PageText]
    location: Location
    publish_at: str | None = None
    expires_at: str | None = None
    stale: tuple[str, ...] = ()
