"""The site as a whole: config.yaml, and everything that it holds together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sfwgen.dates import PartialDate
from sfwgen.diagnostics import Location
from sfwgen.model.documents import Bulletin, Page, Register, Story, Tally
from sfwgen.model.records import Record
from sfwgen.model.texts import Localized
from sfwgen.model.vocabulary import Line, Vocabulary

_CONFIG = Location("config.yaml")


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
    `reviews` are the roles by section that have to review a document before it is public, in their order.
    `extensions` are the packages whose additions are used, each with its place.
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
    reviews: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extensions: tuple[tuple[str, Location], ...] = ()

    @property
    def default(self) -> Language:
        """The language that the facts are written in."""
        return self.languages[0]


@dataclass(frozen=True, slots=True)
class Site:
    """The whole project as read: every document sound by itself. What joins them is checked by `checks`.

    `records` are by the name of their document, as in `stories/gas-pipeline`.
    """

    config: SiteConfig
    vocabulary: Vocabulary
    stories: tuple[Story, ...]
    tallies: tuple[Tally, ...]
    bulletins: tuple[Bulletin, ...]
    pages: tuple[Page, ...]
    registers: tuple[Register, ...] = ()
    records: Mapping[str, Record] = field(default_factory=dict)
