"""The word that was probably meant, for the hint of a diagnostic."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Returns the known word that was probably meant, or an empty text; `likeness` is from 0 to 1."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=likeness)), "")
