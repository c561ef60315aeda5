"""Finding figures in running text, and reading one figure as staff write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sfwgen.figures.foreign import with_foreign
from sfwgen.figures.found import Found
from sfwgen.figures.languages import language
from sfwgen.languages import BUILT_IN, family, plain

_CHINESE: Final = re.compile(r"[\u3400-\u9fff\uff05\uff10-\uff19]")


def find(text: str, lang: str) -> tuple[Found, ...]:
    """Return the figures in a text of a language, in order, in time linear in its length."""
    found = with_foreign(plain(text, lang), family(lang), language(lang).find(text))
    return found if lang in BUILT_IN else tuple(_as_printed(each, text) for each in found)


def _as_printed(found: Found, text: str) -> Found:
    """Return a figure with its characters as they stand in the text; its unit stays as the family has it."""
    return replace(found, text=text[found.start : found.end])


def read_in(text: str, languages: Iterable[str]) -> Found | None:
    """Return the one figure that a whole text is in any of these languages, or in one that is built in."""
    brought = (read(text, lang) for lang in languages if lang not in BUILT_IN)
    return next(filter(None, brought), None) or read(text, "any")


def read(text: str, lang: str) -> Found | None:
    """Return the one figure that a whole text is (800余家, 84,000 residents), or None.

    The noun counted may follow (800余家企业). With the language "any" both are tried, Chinese first where
    there are Chinese characters.
    """
    if lang != "any":
        return language(lang).read(text)
    first, second = ("zh", "en") if _CHINESE.search(text) else ("en", "zh")
    return read(text, first) or read(text, second)
