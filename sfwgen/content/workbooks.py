"""A register kept in Excel: its one visible sheet as a table, with all that a spreadsheet can hide told.

Sizes and structure are looked at before any value is read: a small file can unpack to hundreds of megabytes,
and one cell at the far end of a sheet makes a table of billions. Nothing is calculated, no link is followed.
python-calamine is an extra (`pip install sfwgen[excel]`), loaded on first use.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from posixpath import join, normpath
from xml.parsers import expat

from sfwgen.content.tables import MAX_COLUMNS, MAX_ROWS, Cells, Faults, Table, make_table
from sfwgen.diagnostics import Diagnostic, Location, fault

MAX_INFLATED = 200 << 20
"""How many bytes a workbook may unpack to."""
MAX_AREA = 5_000_000
"""The largest sheet, in cells, empty ones among them."""
MOST_DIGITS = 15
"""How many digits of a number a spreadsheet keeps."""

_CHUNK = 1 << 20
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_TOLD_AT_MOST = 20


class _Unsound(Exception):
    """The bytes are no workbook."""


class _TooLarge(Exception):
    """The workbook unpacks to more than it may."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    hidden: bool
    part: str


@dataclass(slots=True)
class _Structure:
    """What a sheet holds besides values: its size, and what makes its values doubtful."""

    rows: int = 0
    columns: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    uncalculated: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def read_xlsx(data: bytes, file: str, sheet: str | None) -> tuple[Table | None, Faults]:
    """Returns the table that a sheet of a workbook holds, or None, and what is wrong with it as a table."""
    try:
        import python_calamine  # noqa: F401 - whether it is there at all
    except ImportError:
        return None, (fault("register-needs-calamine", Location(file)),)
    try:
        parts = _unpack(data)
        sheets = _sheets(parts)
        chosen, faults = _choose(sheets, sheet, file)
        if chosen is None:
            return None, faults
        structure = _scan(parts.get(chosen.part, b""))
        faults = (*faults, *_doubts(structure, file))
        return (None, faults) if faults else _read_values(data, sheets.index(chosen), file)
    except _TooLarge:
        return None, (fault("register-inflated", Location(file), limit=f"{MAX_INFLATED >> 20} MB"),)
    except _Unsound:
        return None, (fault("register-not-workbook", Location(file)),)


def _unpack(data: bytes) -> dict[str, bytes]:
    """Returns the parts of a workbook by name, as long as neither declared nor real sizes pass the limit."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            if len(set(names)) < len(names):
                raise _Unsound
            if sum(entry.file_size for entry in entries) > MAX_INFLATED:
                raise _TooLarge
            left, parts = MAX_INFLATED, {}
            for entry in entries:
                parts[entry.filename] = _inflate(archive, entry, left)
                left -= len(parts[entry.filename])
            return parts
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _Unsound from error


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    pieces, size = [], 0
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > limit:
                raise _TooLarge
            pieces.append(piece)
    return b"".join(pieces)


def _elements(part: bytes) -> Iterator[tuple[bool, str, Mapping[str, str]]]:
    """Yields the elements of a part as they begin (True) and end, by their names without a prefix."""
    events: list[tuple[bool, str, Mapping[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, given: events.append((True, _local(name), given))
    parser.EndElementHandler = lambda name: events.append((False, _local(name), {}))
    parser.EntityDeclHandler = _refuse
    try:
        for start in range(0, len(part), _CHUNK):
            parser.Parse(part[start : start + _CHUNK], False)
            yield from events
            events.clear()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise _Unsound from error
    yield from events


def _refuse(*_: object) -> None:
    raise _Unsound


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _sheets(parts: Mapping[str, bytes]) -> tuple[_Sheet, ...]:
    targets: dict[str, str] = {}
    for begins, name, given in _elements(parts.get("xl/_rels/workbook.xml.rels", b"")):
        if begins and name == "Relationship":
            targets[given.get("Id", "")] = given.get("Target", "")
    sheets = []
    for begins, name, given in _elements(parts.get("xl/workbook.xml", b"")):
        if begins and name == "sheet":
            relation = next((value for key, value in given.items() if _local(key) == "id"), "")
            hidden = given.get("state", "visible") != "visible"
            target = targets.get(relation, "")
            part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
            sheets.append(_Sheet(given.get("name", ""), hidden, part))
    return tuple(sheets)


def _choose(sheets: Sequence[_Sheet], wanted: str | None, file: str) -> tuple[_Sheet | None, Faults]:
    place = Location(file)
    hidden = ", ".join(sheet.name for sheet in sheets if sheet.hidden)
    faults = (fault("register-sheet-hidden", place, sheets=hidden),) if hidden else ()
    visible = [sheet for sheet in sheets if not sheet.hidden]
    names = ", ".join(sheet.name for sheet in visible)
    if wanted is not None:
        chosen = next((sheet for sheet in visible if sheet.name == wanted), None)
        missing = fault("register-sheet-missing", place, value=wanted, sheets=names)
        return chosen, faults if chosen else (*faults, missing)
    if len(visible) > 1:
        return None, (*faults, fault("register-sheets", place, sheets=names))
    if not visible and not hidden:
        raise _Unsound
    return (visible[0] if visible else None), faults


def _scan(part: bytes) -> _Structure:
    """Returns the structure of a sheet, read from its XML."""
    found = _Structure()
    row = column = 0
    formula = value = error = False
    cell = ""
    for begins, name, given in _elements(part):
        if name == "c" and begins:
            column, cell = _column(given.get("r", ""), row, column + 1)
            formula, value, error = False, False, given.get("t") == "e"
            found.columns = max(found.columns, column)
        elif name == "c":
            if formula and not value:
                found.uncalculated.append(cell)
            elif error:
                found.failed.append(cell)
        elif name == "row" and begins:
            row, column = _number(given.get("r"), row + 1), 0
            found.rows = max(found.rows, row)
            if _is_true(given.get("hidden")):
                found.hidden_rows.append(row)
        elif begins:
            formula, value = formula or name == "f", value or name in ("v", "is")
            _note_layout(found, name, given)
    return found


def _note_layout(found: _Structure, name: str, given: Mapping[str, str]) -> None:
    if name == "mergeCell":
        found.merged.append(given.get("ref", ""))
    elif name == "col" and _is_true(given.get("hidden")):
        found.hidden_columns.append(_number(given.get("min"), 0))


def _is_true(written: str | None) -> bool:
    return written in ("1", "true")


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isascii() and written.isdigit() else otherwise


def _column(reference: str, row: int, otherwise: int) -> tuple[int, str]:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return otherwise, f"{letters(otherwise)}{row}"
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - 64
    return number, reference


def letters(column: int) -> str:
    """Returns what a spreadsheet calls a column, counted from 1: A, B, … AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _doubts(found: _Structure, file: str) -> Iterator[Diagnostic]:
    place = Location(file)
    for zh, en, size, limit in (
        ("行", "rows", found.rows, MAX_ROWS + 1),
        ("列", "columns", found.columns, MAX_COLUMNS),
        ("个单元格", "cells", found.rows * found.columns, MAX_AREA),
    ):
        if size > limit:
            words = {"zh": zh, "en": en, "size": f"{size:,}", "limit": f"{limit:,}"}
            yield fault("register-too-large", place, related=(), **words)
            return
    for code, cells in (
        ("register-rows-hidden", [str(row) for row in found.hidden_rows]),
        ("register-columns-hidden", [letters(column) for column in found.hidden_columns]),
        ("register-merged", found.merged),
        ("register-formula", found.uncalculated),
        ("register-cell-failed", found.failed),
    ):
        if cells:
            yield fault(code, place, cells=_listed(cells))


def _listed(cells: Sequence[str]) -> str:
    return ", ".join(cells[:_TOLD_AT_MOST]) + (" …" if len(cells) > _TOLD_AT_MOST else "")


def _read_values(data: bytes, sheet: int, file: str) -> tuple[Table | None, Faults]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        values = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(sheet)
        rows = values.to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as error:
        raise _Unsound from error
    lost: set[tuple[int, int]] = set()
    records = [_cells(number, row, file, lost) for number, row in enumerate(rows, 1)]
    width = max((_width(cells.values) for cells in records), default=0)
    table, faults = make_table([replace(each, values=each.values[:width]) for each in records], file)
    return (None if table is None else replace(table, digits_lost=frozenset(lost))), faults


def _cells(number: int, row: Iterable[object], file: str, lost: set[tuple[int, int]]) -> Cells:
    values = []
    for column, value in enumerate(row):
        if isinstance(value, float) and abs(value) >= 10**MOST_DIGITS:
            lost.add((number, column))
        values.append(_text(value))
    return Cells(number, tuple(values), Location(file))


def _width(values: Sequence[str]) -> int:
    return max((at for at, value in enumerate(values, 1) if value.strip()), default=0)


def _text(value: object) -> str:
    """Returns the text of a value as it would be typed: dates as 2019-05-01, numbers without an exponent."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        plain = Decimal(f"{value:.{MOST_DIGITS}g}")
        return format(plain.to_integral() if plain == plain.to_integral() else plain.normalize(), "f")
    return str(value)
