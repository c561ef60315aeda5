"""Registers (台账): what their columns mean, and their rows as far as they count.

Nothing else of a row is kept: notes, names and telephone numbers stay in the file, and no message repeats a
whole row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sfwgen.content.nodes import MappingNode
from sfwgen.content.parts import check_repeated
from sfwgen.content.register_rows import Meaning, read_rows
from sfwgen.content.reporter import Reporter
from sfwgen.content.scalars import is_slug
from sfwgen.content.shapes_registers import SEVERAL, ColumnShape, RegisterShape, StatusShape
from sfwgen.content.tables import Table, read_csv
from sfwgen.content.vocabulary import Catalogue, Catalogues
from sfwgen.content.workbooks import read_xlsx
from sfwgen.diagnostics import Diagnostic, Location, fault, nearest
from sfwgen.model import Facet, Line, Metric, Register, Row, Status

FOLDER = "content/registers"

_DATA_ENDINGS = (".csv", ".xlsx")
_FIELD_OF: Mapping[Facet, str] = {Facet.MONTH: "date"}


@dataclass(frozen=True, slots=True)
class Around:
    """What a register refers to: the vocabulary, the service lines, and the ids of the tallies."""

    languages: tuple[str, ...]
    catalogues: Catalogues
    lines: Catalogue[Line]
    tallies: Collection[str]


def register_id(file: str) -> str:
    """Returns the id of a register: the name of its files without the ending."""
    return file.rpartition("/")[2].rpartition(".")[0]


def data_files(paths: Collection[str], schema: str) -> tuple[str, ...]:
    """Returns the files that hold the rows of a register, of which there should be one."""
    stem = schema.removesuffix(".yaml")
    return tuple(f"{stem}{ending}" for ending in _DATA_ENDINGS if f"{stem}{ending}" in paths)


def decode_register(
    file: str, root: MappingNode, data: Mapping[str, bytes], around: Around
) -> tuple[Register | None, tuple[Diagnostic, ...]]:
    """Returns a register, or None with faults. `data` are the files with its rows: none, one or too many."""
    reporter = Reporter(file, root, around.languages)
    id_ = register_id(file)
    if not is_slug(id_):
        reporter.faults.append(fault("slug-invalid", Location(file), value=id_))
    shape = reporter.read(RegisterShape)
    if shape is None:
        return None, tuple(reporter.faults)
    meaning = _decode_meaning(shape, around, reporter)
    title = reporter.texts(shape.title, "title")
    if shape.tally is not None and shape.tally not in around.tallies:
        near = nearest(shape.tally, around.tallies)
        reporter.add("register-tally-unknown", "tally", value=shape.tally, nearest=near)
    if len(data) > 1:
        first, second = sorted(data)
        reporter.faults.append(fault("register-two-files", Location(second), first=first))
    if not reporter.sound:
        return None, tuple(reporter.faults)
    source = next(iter(data), "")
    rows, faults = _read_table(source, data[source], shape, meaning) if source else ((), ())
    register = Register(
        id=id_,
        title=title,
        tally=shape.tally,
        publish=tuple(dict.fromkeys(shape.publish)),
        complete=shape.complete,
        rows=rows,
        file=source,
        location=Location(file, 1, 1),
    )
    return register, (*reporter.faults, *faults)


def _decode_meaning(shape: RegisterShape, around: Around, reporter: Reporter) -> Meaning:
    fields, metrics = _decode_columns(shape.columns, reporter), around.catalogues.metrics
    metric = metrics.find(shape.metric, "metric-unknown", reporter, "metric") if shape.metric else None
    judged = not reporter.lost("columns") and not reporter.lost("metric")
    if judged and (shape.metric is None) == ("metric" not in fields.values()):
        reporter.add("register-metric", "metric" if shape.metric else "columns", key=True)
    statuses = {id_: _decode_status(id_, each, metrics, reporter) for id_, each in shape.statuses.items()}
    if "status" in fields.values() and not statuses and not reporter.lost("statuses"):
        reporter.add("register-statuses-missing", "columns", key=True)
    _check_publish(shape.publish, fields, reporter)
    return Meaning(fields, metric, statuses, around.catalogues, around.lines)


def _decode_status(id_: str, shape: StatusShape, metrics: Catalogue[Metric], reporter: Reporter) -> Status:
    path = ("statuses", id_)
    metric = None
    if shape.metric is not None:
        metric = metrics.find(shape.metric, "metric-unknown", reporter, *path, "metric")
    return Status(id_, reporter.texts_beside(shape, *path), metric)


def _check_publish(publish: Sequence[Facet], fields: Mapping[str, str], reporter: Reporter) -> None:
    check_repeated(publish, reporter, "publish")
    for number, facet in enumerate(publish):
        wanted = _FIELD_OF.get(facet, facet.value)
        if wanted not in fields.values() and not reporter.lost("columns"):
            reporter.add("register-publish-column", "publish", number, value=facet.value, wanted=wanted)


def _decode_columns(columns: Sequence[ColumnShape], reporter: Reporter) -> dict[str, str]:
    fields: dict[str, str] = {}
    first: dict[str, int] = {}
    for number, column in enumerate(columns):
        if column.name in fields:
            reporter.add("register-column-declared-twice", "columns", number, "name", value=column.name)
        elif column.field in first and column.field not in SEVERAL:
            other = columns[first[column.field]].name
            reporter.add("register-field-twice", "columns", number, "field", value=column.field, first=other)
        first.setdefault(column.field, number)
        fields[column.name] = column.field
    return fields


def _read_table(
    file: str, data: bytes, shape: RegisterShape, meaning: Meaning
) -> tuple[tuple[Row, ...], tuple[Diagnostic, ...]]:
    if file.endswith(".xlsx"):
        table, faults = read_xlsx(data, file, shape.sheet)
    else:
        table, faults = read_csv(data, file, shape.encoding)
    if table is None:
        return (), faults
    unfit = tuple(_check_header(table, meaning.fields))
    return ((), unfit) if unfit else read_rows(table, meaning, file)


def _check_header(table: Table, fields: Mapping[str, str]) -> Iterator[Diagnostic]:
    names = [value.strip() for value in table.header.values]
    for number, name in enumerate(names):
        place = table.header.at(number)
        if not name:
            yield fault("register-column-unnamed", place, number=number + 1)
        elif name in names[:number]:
            yield fault("register-column-repeated", place, column=name)
        elif name not in fields:
            missing = [each for each in fields if each not in names]
            yield fault("register-column-unknown", place, column=name, nearest=nearest(name, missing))
    for name in fields:
        if name not in names:
            extra = [each for each in names if each not in fields]
            words = {"column": name, "nearest": nearest(name, extra)}
            yield fault("register-column-missing", table.header.location, related=(), **words)
