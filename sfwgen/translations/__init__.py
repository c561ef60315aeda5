"""How the translations of a project stand: what is missing, stale or not confirmed, piece by piece."""

from sfwgen.translations.comparing import Pairing, PieceState
from sfwgen.translations.documents import Written, read_written
from sfwgen.translations.pieces import Piece, mark_of
from sfwgen.translations.standing import Standing, TranslationState, confirm, judge

__all__ = [
    "Pairing",
    "Piece",
    "PieceState",
    "Standing",
    "TranslationState",
    "Written",
    "confirm",
    "judge",
    "mark_of",
    "read_written",
]
