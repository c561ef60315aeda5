"""What reconciling a site comes to, as notes, warnings and errors in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sfwgen.dates import PartialDate
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.figures import Qualifier, Quantity
from sfwgen.model import Metric, Site
from sfwgen.reconcile.judging import Judgement, Reason, Verdict
from sfwgen.reconcile.numbers import as_decimal, print_number
from sfwgen.reconcile.registers import Recorded, print_ranges
from sfwgen.reconcile.relations import Related, leading
from sfwgen.stated import figure_text

_HUNDREDTH = 2
"""How many decimals a percentage that was worked out is printed with."""


def tell_registers(site: Site, recorded: tuple[Recorded, ...]) -> Iterator[Diagnostic]:
    """Yields what became of each register: whether it has rows, and how they compare with the tallies."""
    for register in site.registers:
        if not register.file:
            yield fault("register-missing", register.location, register=register.id)
    for each in recorded:
        yield _tell_recorded(each)
        if each.later and each.tally is not None and each.tally.as_of is not None:
            yield _tell_later(each, each.tally.as_of)


_CODE_BY_REASON = {
    Reason.EXCEEDS: "register-exceeds",
    Reason.UNLIKELY: "register-unlikely",
    Reason.MISSING: "register-unreported",
    Reason.QUALIFIED: "register-unjudged",
}


def _register_code(judgement: Judgement) -> str:
    if judgement.reason is Reason.FEWER:
        return "register-falls-short" if judgement.verdict is Verdict.MISMATCH else "register-fewer"
    return _CODE_BY_REASON.get(judgement.reason, "register-agrees")


def _tell_recorded(each: Recorded) -> Diagnostic:
    words: dict[str, object] = {
        "register": each.register.id,
        "metric": each.metric.id,
        "rows": len(each.count.rows),
        "tally": each.tally.id if each.tally else "",
        "complete": each.register.complete,
    }
    words |= _words("counted", each.count.quantity, each.metric)
    related: tuple[Location, ...] = ()
    if each.figure is not None:
        words |= _words("stated", each.figure.quantity, each.metric)
        related = (each.figure.location,)
    remainder = each.judgement.remainder
    if remainder is not None:
        words |= _words("rest", _quantity(abs(remainder)), each.metric)
    code = _register_code(each.judgement)
    return fault(code, each.register.location, related=related, **words)


def _tell_later(each: Recorded, as_of: PartialDate) -> Diagnostic:
    return fault(
        "register-rows-later",
        each.register.location,
        register=each.register.id,
        metric=each.metric.id,
        rows=print_ranges(each.later),
        count=len(each.later),
        as_of=as_of,
    )


def tell_relations(site: Site, related: tuple[Related, ...]) -> Iterator[Diagnostic]:
    """Yields how each relation comes out, wherever its figures stand, and which are found nowhere."""
    for each in related:
        yield _tell_related(each)
    met = {each.relation.id for each in related}
    for id_, relation in site.vocabulary.relations.items():
        if id_ not in met:
            yield fault("relation-unmet", relation.location, relation=id_, metric=leading(relation).id)


def _tell_related(each: Related) -> Diagnostic:
    judgement, metric = each.judgement, leading(each.relation)
    words: dict[str, object] = {"relation": each.relation.id, "metric": metric.id}
    stated = each.stated
    if stated is not None:
        words |= _words("stated", stated.quantity, metric)
    if judgement.expected is not None:
        words |= _words("expected", _quantity(judgement.expected), metric)
    if judgement.remainder:
        words["rest"] = print_number(judgement.remainder, places=_HUNDREDTH)
    place = stated.location if stated is not None else Location(each.owner.location.file)
    others = tuple(figure.location for figure in each.figures if figure is not stated)
    return fault(_relation_code(judgement), place, related=(*others, each.relation.location), **words)


def _relation_code(judgement: Judgement) -> str:
    if judgement.verdict is Verdict.INCOMPLETE:
        doubtful = judgement.reason is Reason.UNLIKELY
        several = judgement.reason is Reason.SEVERAL
        return "relation-unlikely" if doubtful else "relation-several" if several else "relation-incomplete"
    return f"relation-{judgement.verdict.value}"


def _quantity(number: Fraction) -> Quantity:
    value = as_decimal(number, places=_HUNDREDTH)
    return Quantity(Qualifier.EXACT if value else Qualifier.NONE, value)


def _words(name: str, quantity: Quantity, metric: Metric) -> dict[str, object]:
    """A quantity in both languages, as words for a message."""
    return {f"{name}_{lang}": figure_text(quantity, metric, lang) for lang in ("zh", "en")}
