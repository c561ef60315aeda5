"""A file of totals, parts and rates outside any project, read into figures.

走访: {total: 237次, parts: {企业: 219次, 基层: 18次}}
解决率: {share: {part: 35件, whole: 42件, percent: 83.3%}}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from sfwgen.content.nodes import MappingNode, Sequence, Step, find
from sfwgen.content.observations import read_found
from sfwgen.content.reporter import Reporter
from sfwgen.content.shapes_sums import SumShape, SumShareShape
from sfwgen.content.text import decode_text
from sfwgen.content.yaml import parse_mapping
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.figures import Found, Quantity

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A total with its parts by name, each as it was written; those of a list have no names."""

    name: str
    total: Found
    parts: tuple[tuple[str, Found], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class StatedShare:
    """A percentage with what it is a share of; `hundredths` is the percentage as a number of hundredths."""

    name: str
    part: Found
    whole: Found
    percent: Found
    hundredths: Quantity


Stated = StatedTotal | StatedShare


def read_sums(data: bytes, file: str) -> tuple[tuple[Stated, ...], tuple[Diagnostic, ...]]:
    """Returns what a file states, in its order, and what is wrong with it."""
    text, faults = decode_text(data, file)
    if text is None:
        return (), faults
    root, faults = parse_mapping(text, file)
    if root is None:
        return (), faults
    told = [*faults]
    found: list[Stated] = []
    for name, entry in root.entries.items():
        if not isinstance(entry.value, MappingNode):
            place = Location(file, entry.value.line, entry.value.column)
            told.append(fault("value-not-mapping", place, field=name))
            continue
        reporter = Reporter(file, entry.value, LANGUAGES)
        found += _read_entry(name, reporter)
        told += reporter.faults
    return tuple(found), tuple(told)


def _read_entry(name: str, reporter: Reporter) -> Iterator[Stated]:
    shape = reporter.read(SumShape)
    if shape is None:
        return
    sums, share = shape.total is not None and bool(shape.parts), shape.share
    mixed = share is not None and (shape.total is not None or bool(shape.parts))
    stated: Stated | None = None
    if mixed or not (sums or share):
        if reporter.sound:
            reporter.add("relation-form", key=True)
    elif share is not None:
        stated = _share(name, share, reporter)
    else:
        stated = _total(name, shape, reporter)
    if stated is not None and reporter.sound:
        yield stated


def _total(name: str, shape: SumShape, reporter: Reporter) -> StatedTotal | None:
    total = read_found(shape.total or "", reporter, "total")
    listed = isinstance(find(reporter.root, ("parts",)), Sequence)
    parts: list[tuple[str, Found]] = []
    for number, (label, text) in enumerate((shape.parts or {}).items()):
        path: tuple[Step, ...] = ("parts", number if listed else label)
        part = read_found(text, reporter, *path)
        if part is not None and total is not None:
            _check_unit(part, total, reporter, *path)
            parts.append(("" if listed else label, part))
    return None if total is None else StatedTotal(name, total, tuple(parts), shape.complete)


def _share(name: str, shape: SumShareShape, reporter: Reporter) -> StatedShare | None:
    part = read_found(shape.part, reporter, "share", "part")
    whole = read_found(shape.whole, reporter, "share", "whole")
    percent = read_found(shape.percent, reporter, "share", "percent")
    if part is None or whole is None or percent is None:
        return None
    _check_unit(part, whole, reporter, "share", "part")
    hundredths = _hundredths(percent)
    if hundredths is None:
        reporter.add("sums-percent", "share", "percent", value=percent.text)
        return None
    return StatedShare(name, part, whole, percent, hundredths)


def _hundredths(percent: Found) -> Quantity | None:
    """The percentage as a number of hundredths, or None where it is none."""
    value = percent.quantity.value
    if percent.unit == "%":
        return percent.quantity
    if percent.unit == "ratio" and isinstance(value, Fraction):
        return replace(percent.quantity, value=value * 100)
    return None


def _check_unit(figure: Found, other: Found, reporter: Reporter, *path: Step) -> None:
    if figure.unit and other.unit and _singular(figure.unit) != _singular(other.unit):
        reporter.add(
            "sums-units", *path, value=figure.text, unit=figure.unit, other=other.text, wanted=other.unit
        )


def _singular(unit: str) -> str:
    return unit.casefold().removesuffix("s") if unit.isascii() else unit
