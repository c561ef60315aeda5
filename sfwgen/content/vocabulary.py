"""The vocabulary: units, metrics, counters, places, teams and the glossary, and looking ids up in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sfwgen.content.nodes import MappingNode, Step, locate
from sfwgen.content.relations import decode_relation
from sfwgen.content.reporter import Reporter
from sfwgen.content.scalars import is_id
from sfwgen.content.shapes import Shape
from sfwgen.content.shapes_registers import RelationShape
from sfwgen.content.shapes_vocabulary import (
    CounterShape,
    MetricShape,
    PlaceShape,
    TeamShape,
    TermShape,
    UnitShape,
)
from sfwgen.diagnostics import Diagnostic, Location, fault, nearest
from sfwgen.model import (
    CounterDefinition,
    ExcludedFigure,
    Metric,
    MetricKind,
    Place,
    Relation,
    Team,
    Term,
    Totalling,
    Unit,
    Vocabulary,
)

T = TypeVar("T")
S = TypeVar("S", bound=Shape)

FOLDER = "content/vocabulary"
KINDS = ("units", "metrics", "counters", "places", "teams", "glossary", "relations")


@dataclass(frozen=True, slots=True)
class Catalogue(Generic[T]):
    """Definitions by id. One that is faulty is known by its id but is None.

    `whole` is false where the file could not be read: what is not in it may still be defined there.
    """

    entries: Mapping[str, T | None]
    whole: bool = True

    def find(self, id_: str, code: str, reporter: Reporter, *path: Step) -> T | None:
        """Returns the definition of an id, and notes a fault where there is none of that id."""
        if id_ not in self.entries and self.whole:
            known = ", ".join(self.entries)
            # A definition whose own id is faulty is told there, and is no id to use.
            meant = self._named(id_) or nearest(id_, filter(is_id, self.entries))
            reporter.add(code, *path, value=id_, nearest=meant, known=known)
        return self.entries.get(id_)

    def _named(self, name: str) -> str:
        """The id of the definition that is called so in one of the languages, or an empty text."""
        names = ((id_, getattr(entry, "name", {})) for id_, entry in self.entries.items())
        return next((id_ for id_, by_language in names if name in by_language.values()), "")

    def sound(self) -> dict[str, T]:
        """Returns the definitions without fault."""
        return {id_: entry for id_, entry in self.entries.items() if entry is not None}


@dataclass(frozen=True, slots=True)
class Catalogues:
    """Every kind of definition, each with what is known of the faulty ones."""

    units: Catalogue[Unit]
    metrics: Catalogue[Metric]
    counters: Catalogue[CounterDefinition]
    places: Catalogue[Place]
    teams: Catalogue[Team]
    glossary: Catalogue[Term]
    relations: Catalogue[Relation]

    def vocabulary(self) -> Vocabulary:
        """Returns the definitions without fault as part of the site."""
        return Vocabulary(
            units=self.units.sound(),
            metrics=self.metrics.sound(),
            places=self.places.sound(),
            teams=self.teams.sound(),
            counters=self.counters.sound(),
            glossary=self.glossary.sound(),
            relations=self.relations.sound(),
        )


Roots = Mapping[str, MappingNode | None]
"""The mapping of each vocabulary file by its kind; None where the file could not be read."""


def decode_vocabulary(roots: Roots, languages: tuple[str, ...]) -> tuple[Catalogues, tuple[Diagnostic, ...]]:
    """Returns the definitions of the vocabulary's files and all that is wrong with them."""
    faults: list[Diagnostic] = []

    def read(kind: str, shape: type[S], make: Callable[[S, str, Reporter], T | None]) -> Catalogue[T]:
        entries, found = _read_entries(kind, roots.get(kind, MappingNode({}, 1, 1)), languages, shape, make)
        faults.extend(found)
        return entries

    units = read("units", UnitShape, _unit)
    metrics = read("metrics", MetricShape, lambda shape, id_, reporter: _metric(shape, id_, reporter, units))
    counters = read(
        "counters", CounterShape, lambda shape, id_, reporter: _counter(shape, id_, reporter, metrics)
    )
    places = read("places", PlaceShape, _place)
    teams = read("teams", TeamShape, _team)
    glossary = read("glossary", TermShape, _term)
    relations: Catalogue[Relation] = read(
        "relations",
        RelationShape,
        lambda shape, id_, reporter: decode_relation(shape, id_, reporter, metrics),
    )
    faults += _sign_faults(units, roots.get("units"))
    faults += _place_faults(places, roots.get("places"))
    faults += _same_names(places, roots.get("places"))
    return Catalogues(units, metrics, counters, places, teams, glossary, relations), tuple(faults)


def read_entries(
    root: MappingNode, file: str, languages: tuple[str, ...]
) -> Iterator[tuple[str, Reporter, Diagnostic | None]]:
    """Yields each id of a mapping, a reporter for what stands under it, and what is wrong with it as such."""
    for id_, entry in root.entries.items():
        place = Location(file, entry.key.line, entry.key.column)
        if not is_id(id_):
            yield (
                id_,
                Reporter(file, MappingNode({}, place.line, place.column), languages),
                fault("id-invalid", place, value=id_),
            )
        elif not isinstance(entry.value, MappingNode):
            place = Location(file, entry.value.line, entry.value.column)
            yield (
                id_,
                Reporter(file, MappingNode({}, place.line, place.column), languages),
                fault("value-not-mapping", place, field=id_),
            )
        else:
            yield id_, Reporter(file, entry.value, languages), None


def _read_entries(
    kind: str,
    root: MappingNode | None,
    languages: tuple[str, ...],
    shape: type[S],
    make: Callable[[S, str, Reporter], T | None],
) -> tuple[Catalogue[T], list[Diagnostic]]:
    entries: dict[str, T | None] = {}
    faults: list[Diagnostic] = []
    for id_, reporter, problem in read_entries(root or MappingNode({}, 1, 1), file_of(kind), languages):
        if problem:
            entries[id_] = None
            faults.append(problem)
            continue
        value = reporter.read(shape)
        made = make(value, id_, reporter) if value is not None else None
        entries[id_] = made if reporter.sound else None
        faults += reporter.faults
    return Catalogue(entries, whole=root is not None), faults


def file_of(kind: str) -> str:
    """Returns the path of the file that holds one kind of definitions."""
    return f"{FOLDER}/{kind}.yaml"


def _sign_faults(units: Catalogue[Unit], root: MappingNode | None) -> Iterator[Diagnostic]:
    """A way of writing that two units of one dimension share: a figure could be read as either."""
    first: dict[tuple[str, str], str] = {}
    for id_, unit in units.sound().items():
        for sign in filter(None, (unit.zh, *unit.also, *unit.en)):
            same = first.setdefault((unit.dimension, sign.casefold()), id_)
            if same != id_ and root is not None:
                where = locate(root, (id_,), f"{FOLDER}/units.yaml", key=True)
                yield fault("unit-sign-repeated", where, value=sign, first=same)


def _unit(shape: UnitShape, id_: str, reporter: Reporter) -> Unit:
    en = (shape.en.one, shape.en.many) if shape.en else ("", "")
    return Unit(
        id=id_,
        zh=shape.zh,
        also=tuple(shape.also),
        en=en,
        dimension=shape.dimension,
        factor=shape.factor,
        amount=shape.amount,
        location=reporter.at(),
        code=shape.code or "",
    )


def _metric(shape: MetricShape, id_: str, reporter: Reporter, units: Catalogue[Unit]) -> Metric | None:
    label, description = (
        reporter.texts(shape.label, "label"),
        reporter.texts(shape.description, "description"),
    )
    if shape.noun:
        # Checks the languages only: the noun is a pair of words in each.
        reporter.texts(dict.fromkeys(shape.noun, ""), "noun")
    if shape.kind is MetricKind.RATE and shape.total is Totalling.SUM:
        reporter.add("metric-rate-summed", "total", metric=id_)
    unit = units.find(shape.unit, "unit-unknown", reporter, "unit")
    if unit is None:
        return None
    noun = {language: (words.one, words.many) for language, words in (shape.noun or {}).items()}
    return Metric(id_, label, noun, description, unit, shape.kind, shape.total, reporter.at())


def _counter(
    shape: CounterShape, id_: str, reporter: Reporter, metrics: Catalogue[Metric]
) -> CounterDefinition | None:
    texts: dict[str, Any] = {
        name: reporter.texts(getattr(shape, name), name)
        for name in ("label", "counted", "not_counted", "obtained", "open", "updated")
    }
    left_out = tuple(
        ExcludedFigure(
            each.figure,
            reporter.texts(each.reason, "leave_out", number, "reason"),
            reporter.at("leave_out", number, "figure"),
        )
        for number, each in enumerate(shape.leave_out)
    )
    metric = metrics.find(shape.metric, "metric-unknown", reporter, "metric")
    if metric is None:
        return None
    return CounterDefinition(
        id=id_,
        metric=metric,
        source=shape.source,
        left_out=left_out,
        on_home=shape.home,
        mark=shape.mark,
        location=reporter.at(),
        **texts,
    )


def _place(shape: PlaceShape, id_: str, reporter: Reporter) -> Place:
    return Place(id_, reporter.texts(shape.name, "name"), shape.kind, shape.within, reporter.at())


def _team(shape: TeamShape, id_: str, reporter: Reporter) -> Team:
    return Team(id_, reporter.texts(shape.name, "name"), reporter.at())


def _term(shape: TermShape, id_: str, reporter: Reporter) -> Term:
    for language in shape.avoid or ():
        if language not in reporter.languages:
            known = ", ".join(reporter.languages)
            reporter.add("text-language-unknown", "avoid", language, key=True, language=language, known=known)
    avoid = {language: tuple(forms) for language, forms in (shape.avoid or {}).items()}
    note = reporter.texts(shape.note, "note")
    return Term(id_, shape.zh, tuple(shape.en), avoid, note, shape.settled, reporter.at())


def _place_faults(places: Catalogue[Place], root: MappingNode | None) -> Iterator[Diagnostic]:
    told: set[str] = set()
    for place in places.sound().values():
        if place.within is None or root is None or place.id in told:
            continue
        where = locate(root, (place.id, "within"), file_of("places"))
        if place.within not in places.entries:
            near = nearest(place.within, places.entries)
            yield fault("place-unknown", where, value=place.within, nearest=near)
        elif place.id in (around := _around(place, places)):
            # Every place of the circle lies within itself; one of them is told.
            told |= around
            yield fault("place-within-itself", where, value=place.id)


def _same_names(places: Catalogue[Place], root: MappingNode | None) -> Iterator[Diagnostic]:
    """Two places of one name can be told apart by what they lie within; in the same place they cannot."""
    named: dict[tuple[str, str, str | None], Place] = {}
    for place in places.sound().values():
        for language, name in place.name.items():
            first = named.setdefault((language, name, place.within), place)
            if first is not place and name and root is not None:
                where = locate(root, (place.id, "name", language), file_of("places"))
                words = {"value": name, "first": first.id, "id": place.id}
                yield fault("place-name-twice", where, related=(first.location,), **words)


def _around(place: Place, places: Catalogue[Place]) -> set[str]:
    """The places that a place lies in, itself included if it lies within itself."""
    seen: set[str] = set()
    around: str | None = place.within
    while around is not None and around not in seen:
        seen.add(around)
        found = places.entries.get(around)
        around = found.within if found else None
    return seen
