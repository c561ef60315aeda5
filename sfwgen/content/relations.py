"""Relations between metrics: a total and its parts, a share of a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sfwgen.content.nodes import Step
from sfwgen.content.reporter import Reporter
from sfwgen.content.shapes_registers import RelationShape, ShareShape
from sfwgen.model import Breakdown, Metric, Relation, Share

if TYPE_CHECKING:
    from sfwgen.content.vocabulary import Catalogue

PERCENT = ("%", "％")
"""How a unit is written that stands for hundredths."""

_FIELDS = ("total", "parts", "share")


def decode_relation(
    shape: RelationShape, id_: str, reporter: Reporter, metrics: Catalogue[Metric]
) -> Relation | None:
    """Returns a relation between sound metrics, or None where one of them is not, or with faults."""
    sums = shape.total is not None and len(shape.parts) > 0
    mixed = shape.share is not None and (shape.total is not None or len(shape.parts) > 0)
    if mixed or (not sums and shape.share is None):
        if not any(reporter.lost(name) for name in _FIELDS):
            reporter.add("relation-form", key=True)
        return None
    if shape.share is not None:
        return _share(shape.share, id_, reporter, metrics)
    return _breakdown(shape, id_, reporter, metrics)


def _breakdown(
    shape: RelationShape, id_: str, reporter: Reporter, metrics: Catalogue[Metric]
) -> Breakdown | None:
    total = metrics.find(shape.total or "", "metric-unknown", reporter, "total")
    found = [
        metrics.find(each, "metric-unknown", reporter, "parts", at) for at, each in enumerate(shape.parts)
    ]
    parts = tuple(each for each in found if each is not None)
    if total is None or len(parts) < len(found):
        return None
    _check_repeated(
        [total.id, *shape.parts], [("total",), *(("parts", at) for at in range(len(parts)))], reporter
    )
    for at, part in enumerate(parts):
        _check_unit(part, total, reporter, "parts", at)
    return Breakdown(id_, total, parts, shape.complete, reporter.at())


def _share(shape: ShareShape, id_: str, reporter: Reporter, metrics: Catalogue[Metric]) -> Share | None:
    part = metrics.find(shape.part, "metric-unknown", reporter, "share", "part")
    whole = metrics.find(shape.whole, "metric-unknown", reporter, "share", "whole")
    percent = metrics.find(shape.percent, "metric-unknown", reporter, "share", "percent")
    if part is None or whole is None or percent is None:
        return None
    _check_repeated([shape.part, shape.whole], [("share", "part"), ("share", "whole")], reporter)
    _check_unit(part, whole, reporter, "share", "part")
    if percent.unit.zh not in PERCENT:
        reporter.add("relation-percent", "share", "percent", value=percent.id, unit=percent.unit.zh)
    return Share(id_, part, whole, percent, reporter.at())


def _check_repeated(ids: Sequence[str], paths: Sequence[tuple[Step, ...]], reporter: Reporter) -> None:
    first: dict[str, int] = {}
    for number, id_ in enumerate(ids):
        if first.setdefault(id_, number) != number:
            reporter.add_again("value-repeated", paths[number], paths[first[id_]], value=id_)


def _check_unit(metric: Metric, other: Metric, reporter: Reporter, *path: Step) -> None:
    if metric.unit.dimension != other.unit.dimension:
        reporter.add(
            "relation-units",
            *path,
            value=metric.id,
            unit=metric.unit.zh,
            other=other.id,
            wanted=other.unit.zh,
        )
