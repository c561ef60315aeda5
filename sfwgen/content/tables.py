"""A register's file as a table: rows of cells as text, each with its place. Here for CSV.

Python's reader takes an unclosed quotation mark, a row that is too short and line ends of old as they come; a
row lost in this way is a total that is wrong. So each of them is told, by the number of its row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sfwgen.content.text import decode_text, refused_characters
from sfwgen.diagnostics import Diagnostic, Location, fault

MAX_ROWS = 200_000
MAX_LINES = 2 * MAX_ROWS
"""A file with more lines is not read row by row; a cell may hold an end of a line."""
MAX_COLUMNS = 200
MAX_CELL = 32_767
"""The longest cell, in characters: what a spreadsheet can hold."""

Faults = tuple[Diagnostic, ...]

_BOM = b"\xef\xbb\xbf"
_HAN = re.compile("[一-鿿]")
_OTHER_SEPARATORS = re.compile("[;\t|，；]")
_CELL = re.compile(r'"(?:[^"]|"")*"|[^,]*')
_TOLD_AT_MOST = 20
"""How many ragged rows are told one by one."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A row: its number in a spreadsheet, the text of its cells, and where it stands in the file."""

    number: int
    values: tuple[str, ...]
    location: Location
    starts: tuple[int, ...] = ()

    def at(self, column: int) -> Location:
        """Returns the place of a cell, or of the row where the file has no places."""
        if not self.location.line:
            return self.location
        start = self.starts[column] if column < len(self.starts) else 1
        return Location(self.location.file, self.location.line, start)


@dataclass(frozen=True, slots=True)
class Table:
    """The header of a register and its rows; rows without anything in them are left out."""

    header: Cells
    rows: tuple[Cells, ...]
    digits_lost: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    """The cells, by the number of the row and the column from 0, whose number has lost digits in the file."""


def read_csv(data: bytes, file: str, encoding: str) -> tuple[Table | None, Faults]:
    """Returns the table that a CSV file holds, or None, and what is wrong with it as a table."""
    text, faults = _decode(data, file, encoding)
    if text is None:
        return None, faults
    if (lines := text.count("\n")) > MAX_LINES:
        return None, tuple(_too_large(file, lines, 0))
    records, faults = _parse(text, file)
    if faults:
        return None, faults
    return make_table(records, file)


def make_table(records: Sequence[Cells], file: str) -> tuple[Table | None, Faults]:
    """Returns a table of these rows, the first of which is the header, and where it is not one."""
    filled = [cells for cells in records if any(value.strip() for value in cells.values)]
    if not filled:
        return None, (fault("register-no-header", Location(file)),)
    header, *rows = filled
    width = len(header.values)
    if width == 1 and _OTHER_SEPARATORS.search(header.values[0]):
        return None, (fault("register-separator", header.location),)
    faults = (*_too_large(file, len(rows), width), *_ragged(rows, width), *_long_cells(filled))
    return (None if faults else Table(header, tuple(rows))), faults


def _too_large(file: str, rows: int, columns: int) -> Iterator[Diagnostic]:
    for zh, en, size, limit in (("行", "rows", rows, MAX_ROWS), ("列", "columns", columns, MAX_COLUMNS)):
        if size > limit:
            words = {"zh": zh, "en": en, "size": f"{size:,}", "limit": f"{limit:,}"}
            yield fault("register-too-large", Location(file), related=(), **words)


def _ragged(rows: Sequence[Cells], width: int) -> Iterator[Diagnostic]:
    ragged = [row for row in rows if len(row.values) != width]
    for number, row in enumerate(ragged[:_TOLD_AT_MOST], 1):
        rest = len(ragged) - number if number == _TOLD_AT_MOST else 0
        words = {"row": row.number, "cells": len(row.values), "columns": width, "more": rest or ""}
        yield fault("register-ragged", row.location, related=(), **words)


def _long_cells(rows: Sequence[Cells]) -> Iterator[Diagnostic]:
    for row in rows:
        size = max(map(len, row.values))
        if size > MAX_CELL:
            yield fault(
                "register-cell-too-long",
                row.location,
                row=row.number,
                size=f"{size:,}",
                limit=f"{MAX_CELL:,}",
            )


def _decode(data: bytes, file: str, encoding: str) -> tuple[str | None, Faults]:
    """Returns the text of a CSV file in the encoding that is declared: nothing is guessed."""
    text, faults = _decode_gb18030(data, file) if encoding == "gb18030" else _decode_utf8(data, file)
    if text is not None and _has_only_returns(data):
        return None, (fault("register-line-ends", Location(file)),)
    return text, faults


def _has_only_returns(data: bytes) -> bool:
    return b"\r" in data.strip() and b"\n" not in data


def _decode_utf8(data: bytes, file: str) -> tuple[str | None, Faults]:
    text, faults = decode_text(data, file)
    gbk = ("encoding-gbk", "encoding-gbk-hidden")
    return text, tuple(
        fault("register-encoding", each.location) if each.code in gbk else each for each in faults
    )


def _decode_gb18030(data: bytes, file: str) -> tuple[str | None, Faults]:
    if data.startswith(_BOM) or _is_chinese_utf8(data):
        return None, (fault("register-encoding-declared", Location(file), found="UTF-8"),)
    try:
        text = data.decode("gb18030").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (fault("register-not-gb18030", Location(file, line, 1)),)
    faults = refused_characters(text, file)
    return (None if faults else text), faults


def _is_chinese_utf8(data: bytes) -> bool:
    try:
        return _HAN.search(data.decode("utf-8")) is not None
    except UnicodeDecodeError:
        return False


def _parse(text: str, file: str) -> tuple[list[Cells], Faults]:
    """Returns the records of a CSV text up to the first quotation mark that is not paired."""
    lines = text.split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), strict=True)
    records: list[Cells] = []
    width, first = 0, 1
    while True:
        try:
            values = next(reader, None)
        except csv.Error:
            return records, (fault("register-quote", Location(file, first, 1), row=len(records) + 1),)
        if values is None:
            return records, ()
        last = reader.line_num
        if last > first and _holds_rows(values, width):
            return records, (fault("register-quote", Location(file, first, 1), row=len(records) + 1),)
        starts = _starts(lines[first - 1]) if last == first else ()
        records.append(Cells(len(records) + 1, tuple(values), Location(file, first, 1), starts))
        width = width or len(values)
        first = last + 1


def _holds_rows(values: Sequence[str], width: int) -> bool:
    """Whether a cell of several lines has swallowed rows: a line of it has as many commas as the header."""
    lines = (line for value in values if "\n" in value for line in value.split("\n"))
    return any(line.count(",") >= max(width - 1, 1) for line in lines)


def _starts(line: str) -> tuple[int, ...]:
    """The columns, from 1, at which the cells of a line begin."""
    starts, position = [], 0
    while True:
        starts.append(position + 1)
        match = _CELL.match(line, position)
        position = (match.end() if match else len(line)) + 1
        if position > len(line):
            return tuple(starts)
