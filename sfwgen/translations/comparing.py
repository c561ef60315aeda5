"""The pieces of a text and of its translation beside each other, held against what was confirmed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
    """What was confirmed: the marks of translations by those of their originals.

    With `numbers_checked` the numbers of both languages are compared elsewhere, so that a change of numbers
    alone outdates nothing.
    """

    pairs: Mapping[str, tuple[str, ...]]
    translated: frozenset[str]
    numbers_checked: bool

    def seen(self, piece: Piece) -> str:
        """Returns the part of a piece's mark that counts."""
        return wording_of(piece.mark) if self.numbers_checked else piece.mark


def make_known(confirmed: Iterable[Confirmed], *, numbers_checked: bool) -> Known:
    """Returns what was confirmed, ready to be asked."""
    pairs: dict[str, tuple[str, ...]] = {}
    for each in confirmed:
        marks = (each.original, each.translated)
        original, translated = map(wording_of, marks) if numbers_checked else marks
        pairs[original] = (*pairs.get(original, ()), translated)
    translated_marks = frozenset(mark for marks in pairs.values() for mark in marks) - {NONE}
    return Known(pairs, translated_marks, numbers_checked)


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
_Aligner = Callable[[Sequence[Piece], Sequence[Piece]], _Aligned]


def _align(original: Sequence[Piece], translated: Sequence[Piece], known: Known) -> _Aligned:
    """Pairs blocks: first those that were confirmed together, then what lies between them."""
    wanted: list[object] = [
        known.pairs.get(known.seen(piece), (number,)) for number, piece in enumerate(original)
    ]
    partners = {mark: marks for marks in known.pairs.values() for mark in marks}
    there: list[object] = [partners.get(known.seen(piece), number) for number, piece in enumerate(translated)]
    yield from _between(original, translated, wanted, there, _by_kind)


def _by_kind(original: Sequence[Piece], translated: Sequence[Piece]) -> _Aligned:
    if len(original) == len(translated):
        yield from zip(original, translated, strict=True)
        return
    kinds = [piece.kind for piece in original], [piece.kind for piece in translated]
    yield from _between(original, translated, *kinds, _in_turn)


def _in_turn(original: Sequence[Piece], translated: Sequence[Piece]) -> _Aligned:
    for number in range(max(len(original), len(translated))):
        one, other = (each[number] if number < len(each) else None for each in (original, translated))
        yield one, other


def _between(
    original: Sequence[Piece],
    translated: Sequence[Piece],
    wanted: Sequence[object],
    there: Sequence[object],
    rest: _Aligner,
) -> _Aligned:
    """Pairs what is equal in `wanted` and `there`, in order, and leaves the stretches between to `rest`."""
    matcher = SequenceMatcher(None, wanted, there, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(original[start:end], translated[first:last], strict=True)
        else:
            yield from rest(original[start:end], translated[first:last])
