"""The pieces of a text and of its translation beside each other, held against what was confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from sfwgen.model import Confirmed
from sfwgen.translations.pieces import BODY, Piece, wording_of

NONE = "none"
"""Stands for the mark of a piece that was found not to be needed in one of the languages."""


class PieceState(StrEnum):
    """How a piece of a translation stands.

    `stale`: what it was made from has changed, it has not. `missing`: it is not there. `superfluous`: what it
    was made from is not there. `unconfirmed`: nobody has said that it agrees with its original.
    """

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    STALE = "stale"
    MISSING = "missing"
    SUPERFLUOUS = "superfluous"


@dataclass(frozen=True, slots=True)
class Pairing:
    """A piece beside its translation, one of them None where there is none."""

    original: Piece | None
    translated: Piece | None
    state: PieceState


@dataclass(frozen=True, slots=True)
class Known:
    """What was confirmed: the marks of translations by those of their originals, and every pair in order.

    With `numbers_checked` the numbers of both languages are compared elsewhere, so that a change of numbers
    alone outdates nothing.
    """

    pairs: Mapping[str, tuple[str, ...]]
    order: tuple[tuple[str, str], ...]
    translated: frozenset[str]
    numbers_checked: bool

    def seen(self, piece: Piece) -> str:
        """Returns the part of a piece's mark that counts."""
        return wording_of(piece.mark) if self.numbers_checked else piece.mark


def make_known(confirmed: Iterable[Confirmed], *, numbers_checked: bool) -> Known:
    """Returns what was confirmed, ready to be asked."""
    pairs: dict[str, tuple[str, ...]] = {}
    order: list[tuple[str, str]] = []
    for each in confirmed:
        marks = (each.original, each.translated)
        original, translated = map(wording_of, marks) if numbers_checked else marks
        order.append((original, translated))
        pairs[original] = (*pairs.get(original, ()), translated)
    translated_marks = frozenset(mark for marks in pairs.values() for mark in marks) - {NONE}
    return Known(pairs, tuple(order), translated_marks, numbers_checked)


def pair_pieces(original: Sequence[Piece], translated: Sequence[Piece], known: Known) -> Iterator[Pairing]:
    """Yields every piece of both languages, each with its counterpart as far as there is one."""
    heads = {piece.field: piece for piece in translated if piece.field != BODY}
    for piece in original:
        if piece.field != BODY:
            yield _judge(piece, heads.pop(piece.field, None), known)
    for piece in heads.values():
        yield _judge(None, piece, known)
    body, translated_body = (
        [piece for piece in each if piece.field == BODY] for each in (original, translated)
    )
    for one, other in _align(body, translated_body, known):
        yield _judge(one, other, known)


def judge_pair(original: Piece, translated: Piece | None, known: Known) -> Pairing:
    """Returns a text beside its translation, with how that stands."""
    return _judge(original, translated, known)


def _judge(original: Piece | None, translated: Piece | None, known: Known) -> Pairing:
    return Pairing(original, translated, _state(original, translated, known))


def _state(original: Piece | None, translated: Piece | None, known: Known) -> PieceState:
    mark = NONE if translated is None else known.seen(translated)
    partners = known.pairs.get(NONE if original is None else known.seen(original))
    if translated is None or original is None:
        alone = PieceState.MISSING if translated is None else PieceState.SUPERFLUOUS
        return PieceState.CONFIRMED if partners and mark in partners else alone
    if partners is not None:
        return PieceState.CONFIRMED if mark in partners else PieceState.UNCONFIRMED
    return PieceState.STALE if mark in known.translated else PieceState.UNCONFIRMED


_Aligned = Iterator[tuple[Piece | None, Piece | None]]


def _align(original: Sequence[Piece], translated: Sequence[Piece], known: Known) -> _Aligned:
    """Pairs blocks: first those that were confirmed together, then what lies between them."""
    places = _places(original, known, 0), _places(translated, known, 1)
    by_place = {place: number for number, place in places[1].items()}
    start = first = 0
    for number, place in places[0].items():
        other = by_place.get(place)
        if other is not None:
            yield from _between(original[start:number], translated[first:other], known)
            yield original[number], translated[other]
            start, first = number + 1, other + 1
    yield from _between(original[start:], translated[first:], known)


def _places(pieces: Sequence[Piece], known: Known, side: int) -> dict[int, int]:
    """Where pieces stand in the record of one language, in order, as far as they stand there."""
    recorded = [place for place, marks in enumerate(known.order) if marks[side] != NONE]
    marks = [known.order[place][side] for place in recorded]
    matcher = SequenceMatcher(None, [known.seen(piece) for piece in pieces], marks, autojunk=False)
    return {
        start + step: recorded[first + step]
        for start, first, length in matcher.get_matching_blocks()
        for step in range(length)
    }


def _between(original: Sequence[Piece], translated: Sequence[Piece], known: Known) -> _Aligned:
    """Pairs the blocks between two that were confirmed; those that were confirmed alone stay so."""
    alone = [piece for piece in original if NONE in known.pairs.get(known.seen(piece), ())]
    unneeded = known.pairs.get(NONE, ())
    extra = [piece for piece in translated if known.seen(piece) in unneeded]
    yield from ((piece, None) for piece in alone)
    yield from ((None, piece) for piece in extra)
    rest = [piece for piece in original if piece not in alone]
    yield from _by_kind(rest, [piece for piece in translated if piece not in extra])


def _by_kind(original: Sequence[Piece], translated: Sequence[Piece]) -> _Aligned:
    """Pairs as many blocks as there are; where these are not alike, those of one kind, in order."""
    if len(original) == len(translated):
        yield from zip(original, translated, strict=True)
        return
    kinds = [piece.kind for piece in original], [piece.kind for piece in translated]
    matcher = SequenceMatcher(None, *kinds, autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        yield from _in_turn(original[start:end], translated[first:last])


def _in_turn(original: Sequence[Piece], translated: Sequence[Piece]) -> _Aligned:
    for number in range(max(len(original), len(translated))):
        one, other = (each[number] if number < len(each) else None for each in (original, translated))
        yield one, other
