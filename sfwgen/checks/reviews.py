"""What a section needs before it is published and has not got yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.reviews import Reviewed, Round, RoundState


def check_reviews(reviewed: Iterable[Reviewed]) -> Iterator[Diagnostic]:
    """Yields a fault for each document that lacks reviews, and one where an edit made some void."""
    for document in reviewed:
        void = [each for each in document.rounds if each.state is RoundState.VOID]
        missing = [each for each in document.rounds if each.state is RoundState.MISSING]
        place = Location(document.file)
        if void:
            yield fault(
                "review-void",
                place,
                related=tuple(each.review.location for each in void if each.review is not None),
                document=document.document,
                rounds=_named(void),
                role=void[0].role,
                day=_day(void[0]),
            )
        if missing:
            yield fault(
                "review-missing",
                place,
                document=document.document,
                rounds=_named(missing),
                role=missing[0].role,
            )


def _named(rounds: Iterable[Round]) -> str:
    return ", ".join(f"{each.number} {each.role}" for each in rounds)


def _day(round_: Round) -> str:
    return str(round_.review.date) if round_.review else ""
