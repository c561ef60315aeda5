"""The grammars of figures, one for each language; each is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from typing import Final, Protocol, cast

from sfwgen.figures.found import Found
from sfwgen.figures.parts import Part
from sfwgen.figures.quantity import Quantity
from sfwgen.languages import Writing, plain, writing, written


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
    """Return the grammar of a language; raises LanguageError where there is none."""
    if lang in _MODULES:
        return cast("Language", import_module(_MODULES[lang]))
    return _Brought(lang, writing(lang), language(writing(lang).family))


@dataclass(frozen=True, slots=True)
class _Brought:
    """The grammar of a language that a package brings: what its module does not do, its family does."""

    lang: str
    own: Writing
    family: Language

    def find(self, text: str) -> tuple[Found, ...]:
        find = getattr(self.own.module, "find", None)
        return find(text) if find else self.family.find(plain(text, self.lang))

    def read(self, text: str) -> Found | None:
        read = getattr(self.own.module, "read", None)
        return read(text) if read else self.family.read(plain(text, self.lang))

    def print_quantity(
        self, quantity: Quantity, *, unit: str | tuple[str, str], amount: bool
    ) -> tuple[Part, ...]:
        printed = getattr(self.own.module, "print_quantity", None)
        if printed:
            return tuple(printed(quantity, unit=unit, amount=amount))
        parts = self.family.print_quantity(quantity, unit=unit, amount=amount)
        return tuple(replace(part, text=written(part.text, self.lang)) for part in parts)
