"""What an Official Account takes: checked, so that nothing is lost on pasting."""

from __future__ import annotations

from collections.abc import Iterator

from sfwgen.diagnostics import Diagnostic, Location, fault

MOST_CHARACTERS = 20_000
"""The HTML of an article has fewer characters than this."""
MOST_BYTES = 1 << 20
"""The HTML of an article is smaller than this; an image in it is at most as large."""
LONGEST_TITLE = 64
LONGEST_DIGEST = 54
"""As many characters as the platform takes from the text where no digest is given: so many are shown."""


def check_limits(html: str, title: str, place: Location) -> Iterator[Diagnostic]:
    """Yields what an Official Account would refuse of an article, or cut."""
    if len(html) >= MOST_CHARACTERS:
        yield fault("wechat-too-long", place, count=len(html), limit=MOST_CHARACTERS)
    size = len(html.encode())
    if size >= MOST_BYTES:
        yield fault("wechat-too-heavy", place, size=size >> 10, limit=MOST_BYTES >> 10)
    if len(title) > LONGEST_TITLE:
        yield fault("wechat-title-long", place, count=len(title), limit=LONGEST_TITLE)
