"""Anchors of headings: from their own words, in any script, so that they stay when others come and go."""

from __future__ import annotations

import re
import unicodedata

_NO_WORD = re.compile(r"[\W_]+")


def make_anchor(text: str, taken: set[str]) -> str:
    """Returns the anchor of a heading: its letters and digits in lower case, the rest as hyphens.

    The second heading of the same words gets `-2`, the next `-3`; one without any word is `section`. It is
    added to `taken`.
    """
    words = unicodedata.normalize("NFKC", text).lower()
    base = _NO_WORD.sub("-", words).strip("-") or "section"
    anchor, count = base, 1
    while anchor in taken:
        count += 1
        anchor = f"{base}-{count}"
    taken.add(anchor)
    return anchor
