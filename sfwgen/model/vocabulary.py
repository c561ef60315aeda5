"""What a project defines: units, metrics, places, counters, relations between figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sfwgen.diagnostics import Location
from sfwgen.model.texts import Localized


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
