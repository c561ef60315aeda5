"""Finding and reading figures in English text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from sfwgen.figures.en import context, nofigures, words
from sfwgen.figures.en.core import read_core
from sfwgen.figures.found import Found
from sfwgen.figures.quantity import Qualifier, Quantity

_LOWER: Final = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)} | {
    ord(wide): narrow for wide, narrow in zip("\u00a0\u2009\u202f\u2011\u2212’\t\n", "   --'  ", strict=True)
}
_NONE: Final = re.compile(r"(?:none|no [a-z][a-z -]{1,60})")


@cache
def _triggers() -> re.Pattern[str]:
    spelled = (
        *words.NUMBERS,
        *words.ORDERS,
        *words.MULTIPLES,
        "half",
        "dozen",
        "several",
        "a few",
        "an? (?:hundred|thousand|million|billion|dozen)",
        "an? (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|half)(?!-)",
    )
    known = "|".join(sorted(spelled, key=len, reverse=True))
    return re.compile(rf"\d|(?<![a-z])(?:{known})(?![a-z])")


def find(text: str) -> tuple[Found, ...]:
    """Return the figures of an English text in order."""
    lower = text.translate(_LOWER)
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
        figure = None if core is None else context.complete(lower, core, floor, found[-1] if found else None)
        if figure is None:
            position = max(match.end(), _end_of_digits(lower, start))
            continue
        found.append(replace(figure, text=text[figure.start : figure.end]))
        position = floor = figure.end
    return tuple(found)


def _end_of_digits(text: str, start: int) -> int:
    match = re.compile(r"[\d,.]*+").match(text, start)
    return match.end() if match else start


def read(text: str) -> Found | None:
    """Return the one figure that a whole text is, or None."""
    offset = len(text) - len(text.lstrip())
    body = text.strip()
    if _NONE.fullmatch(body.translate(_LOWER)):
        return Found(body, offset, offset + len(body), Quantity(Qualifier.NONE, None), body.partition(" ")[2])
    found = find(body)
    if len(found) != 1 or found[0].start != 0:
        return None
    figure = found[0]
    rest = body[figure.end :].strip()
    if rest and not re.fullmatch(r"[A-Za-z][A-Za-z '’-]{0,60}", rest):
        return None
    return replace(figure, start=figure.start + offset, end=figure.end + offset)
