"""Finding figures in running text, and reading one figure as staff write it."""

from __future__ import annotations

import re

from sfwgen.figures.found import Found

_HAN = re.compile(r"[\u3400-\u9fff％]")


def find(text: str, lang: str) -> tuple[Found, ...]:
    """Return the figures in a text of a language ("zh" or "en"), in order, in time linear in its length."""
    if lang == "zh":
        from sfwgen.figures.zh import scan as chinese

        return chinese.find(text)
    if lang == "en":
        from sfwgen.figures.en import scan as english

        return english.find(text)
    raise ValueError(f"no grammar of figures for the language {lang!r}")


def read(text: str, lang: str) -> Found | None:
    """Return the one figure that a whole text is (800余家, 84,000 residents), or None.

    With the language "any" both are tried, Chinese first where there are Chinese characters.
    """
    if lang == "any":
        first, second = ("zh", "en") if _HAN.search(text) else ("en", "zh")
        return read(text, first) or read(text, second)
    if lang == "zh":
        from sfwgen.figures.zh import scan as chinese

        return chinese.read(text)
    if lang == "en":
        from sfwgen.figures.en import scan as english

        return english.read(text)
    raise ValueError(f"no grammar of figures for the language {lang!r}")
