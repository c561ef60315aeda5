"""Figures that have to agree with each other: registers with tallies, parts with totals, shares with both."""

from __future__ import annotations

from dataclasses import dataclass

from sfwgen.diagnostics import Diagnostic, sort_diagnostics
from sfwgen.model import Site
from sfwgen.reconcile.judging import (
    Judgement,
    Reason,
    Verdict,
    judge_records,
    judge_share,
    judge_total,
)
from sfwgen.reconcile.registers import Count, Recorded, break_down, reconcile_registers
from sfwgen.reconcile.relations import Related, reconcile_relations
from sfwgen.reconcile.told import tell_registers, tell_relations

__all__ = [
    "Count",
    "Judgement",
    "Reason",
    "Reconciliation",
    "Recorded",
    "Related",
    "Verdict",
    "break_down",
    "judge_records",
    "judge_share",
    "judge_total",
    "reconcile",
    "reconcile_registers",
]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Everything of a site that had to agree, and whether it does."""

    registers: tuple[Recorded, ...]
    relations: tuple[Related, ...]


def reconcile(site: Site) -> tuple[Reconciliation, tuple[Diagnostic, ...]]:
    """Returns how the registers and relations of a site come out, and what is to be told of them, sorted."""
    result = Reconciliation(reconcile_registers(site), reconcile_relations(site))
    told = (*tell_registers(site, result.registers), *tell_relations(site, result.relations))
    return result, sort_diagnostics(told)
