"""Totals, parts and shares of a file outside any project, each with its verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sfwgen.content.sums import Stated, StatedTotal
from sfwgen.figures import Found
from sfwgen.reconcile.judging import Judgement, judge_share, judge_total


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement of a file with its verdict. `leading` is the total or the percentage, `terms` the rest."""

    name: str
    kind: str
    leading: Found
    terms: tuple[tuple[str, Found], ...]
    judgement: Judgement


def judge_sums(stated: Iterable[Stated]) -> tuple[Judged, ...]:
    """Returns each statement with its verdict, in order."""
    return tuple(_judge(each) for each in stated)


def _judge(stated: Stated) -> Judged:
    if isinstance(stated, StatedTotal):
        parts = [part.quantity for _, part in stated.parts]
        judgement = judge_total(stated.total.quantity, parts, complete=stated.complete)
        return Judged(stated.name, "total", stated.total, stated.parts, judgement)
    judgement = judge_share(stated.part.quantity, stated.whole.quantity, stated.hundredths)
    terms = (("part", stated.part), ("whole", stated.whole))
    return Judged(stated.name, "share", stated.percent, terms, judgement)
