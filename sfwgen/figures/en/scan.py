"""Finding and reading figures in English text."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sfwgen.figures.core import read_whole
from sfwgen.figures.en import context, nofigures, units, words
from sfwgen.figures.en.core import read_core
from sfwgen.figures.found import Found
from sfwgen.figures.scanning import alternatives

_LOWER: Final = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)} | {
    ord(wide): narrow for wide, narrow in zip("\u00a0\u2009\u202f\u2011\u2212’\t\n", "   --'  ", strict=True)
}
_CIRCLED: Final = {chr(ord("①") + place): str(place + 1) for place in range(9)}
_COUNTING: Final = re.compile("(?<=[a-z] )[①-⑨](?= [a-z])")
"""A circled number between words; elsewhere it numbers an item of a list."""
_NONE: Final = re.compile(
    r"(?i:none|no (?!more |fewer |less |greater |higher |longer )(?P<unit>[a-z][a-z -]{1,60}))"
)
_LEADING: Final = re.compile(
    r"(?:an average of|average|on average,?|at (?:the |its )?peak,?|a total of|in total,?)?", re.IGNORECASE
)
_NOUN: Final = re.compile(r"[A-Za-z][A-Za-z '’-]{0,60}")
_RUN: Final = re.compile(r"[\d,.]*+")


@cache
def _triggers() -> re.Pattern[str]:
    spelled = (*words.NUMBERS, *words.ORDERS, *words.MULTIPLES, "half", "dozen", "several", "a few")
    articled = "hundred|thousand|million|billion|trillion|dozen"
    shares, halved = alternatives(words.SHARES), units.SOMETIMES_HALF
    return re.compile(
        rf"\d|(?<![a-z])(?:an? (?:(?:{articled})|(?:{shares})(?!-)|(?:{halved}) and a half)"
        rf"|{alternatives(spelled)})(?![a-z])"
    )


def find(text: str) -> tuple[Found, ...]:
    """Return the figures of an English text in order."""
    lower = text.translate(_LOWER)
    if _COUNTING.search(lower):
        lower = _COUNTING.sub(lambda match: _CIRCLED[match[0]], lower)
    triggers = _triggers()
    found: list[Found] = []
    position = floor = 0
    while match := triggers.search(lower, position):
        start = match.start()
        skipped = nofigures.end_of_no_figure(text, lower, start)
        if skipped > start:
            position = skipped
            continue
        core = read_core(lower, start)
        previous = found[-1] if found else None
        figure = context.complete(lower, core, floor, previous, printed=text) if core else None
        if figure is None:
            run = _RUN.match(lower, start)
            position = max(match.end(), run.end() if run else start)
            continue
        found.append(figure)
        position = floor = figure.end
    return tuple(found)


def read(text: str) -> Found | None:
    """Return the one figure that a whole text is, or None; the noun counted may follow."""
    return read_whole(text, find, none=_NONE, leading=_LEADING, noun=_NOUN)
