"""Anchors of headings: from their own words, in any script, so that they stay when others come and go."""

from __future__ import annotations

import re
import unicodedata

_NO_WORD = re.compile(r"[\W_]+")


def make_anchor(text: str, taken: dict[str, int]) -> str:
    """Returns the anchor of a heading: its letters and digits in lower case, the rest as hyphens.

    The second heading of the same words gets `-2`, the next `-3`; one without any word is `section`. `taken`
    gains the anchor, and holds for each how often it was asked for.
    """
    words = unicodedata.normalize("NFKC", text).lower()
    base = _NO_WORD.sub("-", words).strip("-") or "section"
    anchor = base
    while anchor in taken:
        taken[base] += 1
        anchor = f"{base}-{taken[base]}"
    taken[anchor] = 1
    return anchor
