"""The rows of a register's table, cell by cell, as far as they count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from sfwgen.content.cells import (
    CellFault,
    Names,
    has_lost_digits,
    make_names,
    read_count,
    read_day,
    shown,
)
from sfwgen.content.observations import converted
from sfwgen.content.shapes_registers import SEVERAL
from sfwgen.content.tables import Cells, Table
from sfwgen.content.vocabulary import Catalogue, Catalogues
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.figures import Qualifier, Quantity
from sfwgen.model import Line, Metric, Row, Status, Unit

T = TypeVar("T")

_NEEDED = ("metric", "count", "unit")
"""The fields whose cells may not be empty; where another is, the row is counted as not stating it."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a register says of its columns: the field of each by its name, and what their cells may name."""

    fields: Mapping[str, str]
    metric: Metric | None
    statuses: Mapping[str, Status]
    catalogues: Catalogues
    lines: Catalogue[Line]


def read_rows(table: Table, meaning: Meaning, file: str) -> tuple[tuple[Row, ...], tuple[Diagnostic, ...]]:
    """Returns the sound rows of a table whose header fits, and what is wrong with the cells of the others."""
    if not table.rows:
        return (), (fault("register-no-rows", Location(file)),)
    reader = _Reader(table, meaning)
    rows = tuple(row for cells in table.rows if (row := reader.row(cells)) is not None)
    return rows, tuple(reader.faults)


class _Reader:
    """Reads rows one by one and collects what is wrong with them."""

    def __init__(self, table: Table, meaning: Meaning) -> None:
        names = [value.strip() for value in table.header.values]
        fields = [meaning.fields[name] for name in names]
        self.names = names
        self.column = {field: at for at, field in enumerate(fields)}
        self.open = [at for at, field in enumerate(fields) if field != "private"]
        self.apart = [at for at, field in enumerate(fields) if field in SEVERAL]
        self.digits_lost = table.digits_lost
        self.metric = meaning.metric
        catalogues = meaning.catalogues
        self.units = [*catalogues.units.sound().values()]
        self.teams = make_names(("小分队", "team"), catalogues.teams, lambda team: team.name)
        self.places = make_names(("地点", "place"), catalogues.places, lambda place: place.name)
        self.lines = make_names(("服务线", "service line"), meaning.lines, lambda line: line.name)
        self.metrics = make_names(("指标", "metric"), catalogues.metrics, lambda metric: metric.label)
        statuses: Catalogue[Status] = Catalogue(dict(meaning.statuses))
        self.statuses = make_names(("办理情况", "status"), statuses, lambda status: status.name)
        self.first: dict[tuple[str, ...], int] = {}
        self.faults: list[Diagnostic] = []

    def row(self, cells: Cells) -> Row | None:
        told = len(self.faults)
        if not self.digits_kept(cells):
            return None
        metric = self.find(cells, "metric", self.metrics) if "metric" in self.column else self.metric
        count = self.count(cells, metric)
        date = self.read(cells, "date", read_day)
        team, line = self.find(cells, "team", self.teams), self.find(cells, "line", self.lines)
        place, status = self.find(cells, "place", self.places), self.find(cells, "status", self.statuses)
        if len(self.faults) > told or metric is None or count is None:
            return None
        self.check_repeated(cells)
        return Row(cells.number, metric, count, date, team, line, place, status)

    def text(self, cells: Cells, field: str) -> str:
        return cells.values[self.column[field]].strip() if field in self.column else ""

    def read(self, cells: Cells, field: str, reading: Callable[[str], T | None]) -> T | None:
        """Returns what a cell means, or None where it is empty or faulty."""
        text = self.text(cells, field)
        if not text:
            if field in self.column and field in _NEEDED:
                self.add("register-cell-empty", cells, self.column[field])
            return None
        try:
            return reading(text)
        except CellFault as faulty:
            self.add(faulty.code, cells, self.column[field], **faulty.words)
            return None

    def find(self, cells: Cells, field: str, names: Names[T]) -> T | None:
        return self.read(cells, field, names.find)

    def count(self, cells: Cells, metric: Metric | None) -> Decimal | None:
        """Returns how much a row counts in the unit of its metric: one, unless a column says so."""
        if metric is None:
            return None
        number = self.read(cells, "count", read_count) if "count" in self.column else Decimal(1)
        if number is None or "unit" not in self.column:
            return number
        unit = self.read(cells, "unit", lambda text: self.unit(text, metric))
        if unit is None:
            return None
        quantity = converted(Quantity(Qualifier.EXACT, number), unit, metric.unit)
        value = quantity.value if quantity is not None else None
        return value if isinstance(value, Decimal) else None

    def unit(self, text: str, metric: Metric) -> Unit:
        for unit in self.units:
            forms = (unit.id, unit.zh, *unit.also, *unit.en)
            if unit.dimension == metric.unit.dimension and text.casefold() in map(str.casefold, forms):
                return unit
        raise CellFault("register-unit", value=shown(text), metric=metric.id, unit=metric.unit.zh)

    def digits_kept(self, cells: Cells) -> bool:
        lost = [
            at
            for at in self.open
            if (cells.number, at) in self.digits_lost or has_lost_digits(cells.values[at].strip())
        ]
        for at in lost:
            self.add("register-digits-lost", cells, at)
        return not lost

    def check_repeated(self, cells: Cells) -> None:
        """Two rows may count the same; two that have the same notes and names too are one, entered twice."""
        if not any(cells.values[at].strip() for at in self.apart):
            return
        first = self.first.setdefault(cells.values, cells.number)
        if first != cells.number:
            self.faults.append(fault("register-row-repeated", cells.at(0), row=cells.number, first=first))

    def add(self, code: str, cells: Cells, column: int, **words: str) -> None:
        given = {"row": cells.number, "column": self.names[column], **words}
        self.faults.append(fault(code, cells.at(column), related=(), **given))
