"""The languages of which there is a grammar; each is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Final, Protocol, cast

from sfwgen.figures.found import Found
from sfwgen.figures.parts import Part
from sfwgen.figures.quantity import Quantity


class Language(Protocol):
    """What the module of a language offers."""

    def find(self, text: str) -> tuple[Found, ...]:
        """Return the figures in running text, in order."""

    def read(self, text: str) -> Found | None:
        """Return the one figure that a whole text is, or None."""

    def print_quantity(
        self, quantity: Quantity, *, unit: str | tuple[str, str], amount: bool
    ) -> tuple[Part, ...]:
        """Return the parts in which a quantity is printed."""


_MODULES: Final[Mapping[str, str]] = {"zh": "sfwgen.figures.zh", "en": "sfwgen.figures.en"}


@cache
def language(lang: str) -> Language:
    """Return the grammar of a language; raises ValueError where there is none."""
    if lang not in _MODULES:
        raise ValueError(f"no grammar of figures for the language {lang!r}")
    return cast("Language", import_module(_MODULES[lang]))
