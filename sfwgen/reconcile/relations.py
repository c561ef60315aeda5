"""Totals, parts and shares that stand in one document, held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sfwgen.content.observations import converted
from sfwgen.dates import PartialDate, Period
from sfwgen.diagnostics import Location
from sfwgen.figures import Quantity
from sfwgen.model import Breakdown, Figure, Metric, Relation, Site, Story, Tally
from sfwgen.reconcile.judging import Judgement, Reason, Verdict, judge_share, judge_total

Owner = Story | Tally
_Group = Mapping[Location, Sequence[Figure]]
"""Figures of one document, scope and date by the place of their metric, which no two metrics share."""


@dataclass(frozen=True, slots=True)
class Related:
    """A relation as one document states its figures. `figures` are those that are stated, the total first."""

    relation: Relation
    owner: Owner
    figures: tuple[Figure, ...]
    judgement: Judgement

    @property
    def stated(self) -> Figure | None:
        """The figure of the total or of the percentage, if it is stated."""
        metric = leading(self.relation)
        return next((each for each in self.figures if each.metric.id == metric.id), None)


def leading(relation: Relation) -> Metric:
    """Returns the metric that follows from the others: the total, the percentage."""
    return relation.total if isinstance(relation, Breakdown) else relation.percent


def reconcile_relations(site: Site) -> tuple[Related, ...]:
    """Returns every relation wherever a document states its figures, for one scope and date."""
    owners: tuple[Owner, ...] = (*site.stories, *site.tallies)
    found: list[Related] = []
    for owner in owners:
        for group in _groups(owner):
            for relation in site.vocabulary.relations.values():
                found += _relate(relation, owner, group)
    return tuple(found)


def _groups(owner: Owner) -> Iterator[_Group]:
    """Examples and averages stand for something else than the number itself: they are in no group."""
    groups: dict[object, dict[Location, list[Figure]]] = {}
    for figure in owner.figures:
        if not figure.example and figure.statistic is None:
            scope = tuple(sorted(figure.scope.items()))
            group = groups.setdefault((scope, _when(owner, figure)), {})
            group.setdefault(figure.metric.location, []).append(figure)
    yield from groups.values()


def _when(owner: Owner, figure: Figure) -> PartialDate | Period | None:
    return figure.when or (owner.as_of if isinstance(owner, Tally) else None)


def _relate(relation: Relation, owner: Owner, group: _Group) -> Iterator[Related]:
    metrics = _metrics(relation)
    stated = [group.get(metric.location, ()) for metric in metrics]
    if not stated[0] or sum(map(bool, stated)) < 2:
        return
    figures = tuple(each[0] for each in stated if each)
    if any(len(each) > 1 for each in stated):
        yield Related(relation, owner, figures, Judgement(Verdict.INCOMPLETE, Reason.SEVERAL))
        return
    first, *others = (_in_unit(each[0], metrics[1]) if each else None for each in stated)
    if isinstance(relation, Breakdown):
        judgement = judge_total(first, others, complete=relation.complete)
    else:
        whole, part = others
        judgement = judge_share(part, whole, first)
    yield Related(relation, owner, figures, judgement)


def _metrics(relation: Relation) -> tuple[Metric, ...]:
    if isinstance(relation, Breakdown):
        return (relation.total, *relation.parts)
    return (relation.percent, relation.whole, relation.part)


def _in_unit(figure: Figure, metric: Metric) -> Quantity | None:
    """The quantity in the unit of another metric; a percentage keeps its own."""
    if figure.metric.unit.dimension != metric.unit.dimension:
        return figure.quantity
    return converted(figure.quantity, figure.metric.unit, metric.unit)
