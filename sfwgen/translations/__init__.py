"""How the translations of a project stand: what is missing, stale or not confirmed, piece by piece."""

from sfwgen.translations.comparing import Pairing, PieceState
from sfwgen.translations.pieces import Piece, mark_of
from sfwgen.translations.standing import Standing, TranslationState, confirm, judge

__all__ = [
    "Pairing",
    "Piece",
    "PieceState",
    "Standing",
    "TranslationState",
    "confirm",
    "judge",
    "mark_of",
]
