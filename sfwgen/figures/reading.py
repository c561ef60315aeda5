"""Finding figures in running text, and reading one figure as staff write it."""

from __future__ import annotations

import re
from typing import Final

from sfwgen.figures.foreign import with_foreign
from sfwgen.figures.found import Found
from sfwgen.figures.languages import language

_CHINESE: Final = re.compile(r"[\u3400-\u9fff\uff05\uff10-\uff19]")


def find(text: str, lang: str) -> tuple[Found, ...]:
    """Return the figures in a text of a language ("zh" or "en"), in order, in time linear in its length."""
    return with_foreign(text, lang, language(lang).find(text))


def read(text: str, lang: str) -> Found | None:
    """Return the one figure that a whole text is (800余家, 84,000 residents), or None.

    The noun counted may follow (800余家企业). With the language "any" both are tried, Chinese first where
    there are Chinese characters.
    """
    if lang != "any":
        return language(lang).read(text)
    first, second = ("zh", "en") if _CHINESE.search(text) else ("en", "zh")
    return read(text, first) or read(text, second)
