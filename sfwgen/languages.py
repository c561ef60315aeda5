"""How each language is written: two are built in, an installed package may bring another as one small module.

A language belongs to the family of one that is built in: its sentences, marks and dates are put together in
the same way. What is only written with other characters is read by the rules of the family all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

BUILT_IN: Final = ("zh", "en")
GROUP: Final = "sfwgen.languages"
"""The entry points by which a package offers a language: its id, and the module that describes it."""


class LanguageError(Exception):
    """A language of which there is no module, or whose module is not what it should be.

    `reason` is missing, twice or broken; `packages` are those that offer it, `problem` is what is wrong.
    """

    def __init__(self, reason: str, packages: str = "", problem: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.packages = packages
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language is written: the language in whose family it is, and what differs from it.

    `to_family` and `from_family` turn single characters into those of the family and back; `module` may have
    `find`, `read`, `print_quantity` and `print_date` of its own; `package` is the distribution it comes from.
    """

    family: str
    to_family: Mapping[int, str] = field(default_factory=dict)
    from_family: Mapping[int, str] = field(default_factory=dict)
    module: ModuleType | None = None
    package: str = ""


def family(lang: str) -> str:
    """Returns the built-in language, `zh` or `en`, in whose family a language is."""
    return lang if lang in BUILT_IN else writing(lang).family


def plain(text: str, lang: str) -> str:
    """Returns a text as the language's family writes it: every character stays at its place."""
    return text if lang in BUILT_IN else text.translate(writing(lang).to_family)


def written(text: str, lang: str) -> str:
    """Returns words in the writing of a language that were made by the rules of its family."""
    return text if lang in BUILT_IN else text.translate(writing(lang).from_family)


@cache
def writing(lang: str) -> Writing:
    """Returns how a language is written; raises LanguageError where it is not known."""
    if lang in BUILT_IN:
        return Writing(lang)
    offered = _offers(lang)
    if len(offered) != 1:
        raise LanguageError("twice" if offered else "missing", ", ".join(offering(lang)))
    (entry,) = offered
    return _read_module(entry, _package(entry))


def offering(lang: str) -> tuple[str, ...]:
    """Returns the installed packages that bring a language which is not built in; none of them is run."""
    return () if lang in BUILT_IN else tuple(sorted(_package(each) for each in _offers(lang)))


def _offers(lang: str) -> list[EntryPoint]:
    from importlib.metadata import entry_points

    return [each for each in entry_points(group=GROUP, name=lang) if each.dist is not None]


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist is not None else ""


def _read_module(entry: EntryPoint, package: str) -> Writing:
    try:
        module = entry.load()
    except Exception as error:  # Whatever the module of another does when it is imported.
        problem = f"{type(error).__name__}: {error}"
        raise LanguageError("broken", package, problem) from error
    of_family, characters = getattr(module, "FAMILY", None), getattr(module, "CHARACTERS", "")
    pairs = characters.split() if isinstance(characters, str) else None
    if not isinstance(module, ModuleType) or of_family not in BUILT_IN:
        raise LanguageError("broken", package, f"FAMILY = {of_family!r}")
    if pairs is None or any(len(pair) != 2 for pair in pairs):
        wrong = next((pair for pair in pairs or () if len(pair) != 2), characters)
        raise LanguageError("broken", package, f"CHARACTERS: {wrong!r}")
    return Writing(
        of_family,
        {ord(pair[0]): pair[1] for pair in reversed(pairs)},
        # Of several characters that the family writes alike, the first is printed.
        {ord(pair[1]): pair[0] for pair in reversed(pairs)},
        module,
        package,
    )
