"""Packages that add rules, filters and files: found by their entry points, loaded if config.yaml names them.

An extension adds and never replaces. What it is given are values; what it gives back is looked through like
everything else, and whatever goes wrong in it is told with its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sfwgen.diagnostics import Diagnostic, Location, fault, nearest
from sfwgen.languages import GROUP as LANGUAGES

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

RULES: Final = "sfwgen.rules"
FILTERS: Final = "sfwgen.filters"
OUTPUTS: Final = "sfwgen.outputs"
GROUPS: Final = (RULES, FILTERS, OUTPUTS, LANGUAGES)
"""The groups of entry points that sfwgen looks into."""


class ExtensionError(Exception):
    """Something went wrong in an extension: `hook` is its name there, `problem` what it raised or gave."""

    def __init__(self, extension: str, hook: str, problem: str) -> None:
        super().__init__(problem)
        self.extension = extension
        self.hook = hook
        self.problem = problem

    def __reduce__(self) -> tuple[type[ExtensionError], tuple[str, str, str]]:
        return ExtensionError, (self.extension, self.hook, self.problem)


@dataclass(frozen=True, slots=True)
class Hook:
    """A function of an extension, under the name of its entry point."""

    extension: str
    name: str
    function: Callable[..., object]
    location: Location

    def call(self, *arguments: object, **options: object) -> object:
        """Returns what the function gives; raises ExtensionError for whatever it raises."""
        try:
            return self.function(*arguments, **options)
        except (Exception, SystemExit) as error:
            raise self.error(error) from error

    def error(self, error: BaseException) -> ExtensionError:
        """Returns the error that tells of an exception in the extension."""
        return ExtensionError(self.extension, self.name, f"{type(error).__name__}: {error}")

    def wrong(self, given: object) -> ExtensionError:
        """Returns the error that tells of a value that this kind of function must not give."""
        return ExtensionError(self.extension, self.name, f"{type(given).__name__} {given!r}"[:200])


@dataclass(frozen=True, slots=True)
class Extensions:
    """The functions of all extensions that a project names, by what they add, in the project's order."""

    rules: tuple[Hook, ...] = ()
    filters: tuple[Hook, ...] = ()
    outputs: tuple[Hook, ...] = ()


NO_EXTENSIONS: Final = Extensions()


def normal_name(name: str) -> str:
    """Returns the name of a package as package indexes compare it: small letters, `-` for `_` and `.`."""
    return re.sub(r"[-_.]+", "-", name).lower()


def load_extensions(
    named: Iterable[tuple[str, Location]], taken: Container[str] = ()
) -> tuple[Extensions, tuple[Diagnostic, ...]]:
    """Returns what the named packages add, and what is wrong with them; `taken` are names of filters."""
    faults: list[Diagnostic] = []
    hooks: dict[str, list[Hook]] = {group: [] for group in GROUPS}
    for name, location in named:
        entries = _entries(name, location, faults)
        if entries is not None and not entries:
            faults.append(fault("extension-empty", location, name=name, groups=", ".join(GROUPS)))
        for entry in entries or ():
            if entry.group != LANGUAGES:
                hooks[entry.group] += _load(name, entry, location, faults)
    filters = [*_without_taken(hooks[FILTERS], taken, faults)]
    return Extensions(tuple(hooks[RULES]), tuple(filters), tuple(hooks[OUTPUTS])), tuple(faults)


def _entries(name: str, location: Location, faults: list[Diagnostic]) -> list[EntryPoint] | None:
    """The entry points of a package in the groups of sfwgen, by group and name; None if it is not there."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        offered = distribution(name).entry_points
    except (PackageNotFoundError, ValueError):
        near = nearest(normal_name(name), sorted(_offering()), 0.7)
        faults.append(fault("extension-missing", location, name=name, nearest=near))
        return None
    ours = (each for each in offered if each.group in GROUPS)
    return sorted(ours, key=lambda each: (each.group, each.name))


def _offering() -> set[str]:
    """The names of all installed packages that offer something."""
    from importlib.metadata import entry_points

    offers = (each for group in GROUPS for each in entry_points(group=group))
    return {normal_name(each.dist.name) for each in offers if each.dist is not None}


def _load(name: str, entry: EntryPoint, location: Location, faults: list[Diagnostic]) -> Iterator[Hook]:
    try:
        function = entry.load()
        problem = "" if callable(function) else f"{entry.value} = {type(function).__name__}"
    except Exception as error:  # Whatever a module of another does when it is imported.
        function, problem = None, f"{type(error).__name__}: {error}"
    if problem:
        faults.append(fault("extension-broken", location, name=name, hook=entry.name, problem=problem))
    else:
        yield Hook(name, entry.name, function, location)


def _without_taken(
    filters: Iterable[Hook], taken: Container[str], faults: list[Diagnostic]
) -> Iterator[Hook]:
    first: dict[str, Hook] = {}
    for hook in filters:
        same = first.setdefault(hook.name, hook)
        if hook.name in taken or same is not hook:
            other = "sfwgen" if hook.name in taken else same.extension
            told = fault(
                "extension-filter-taken", hook.location, name=hook.extension, filter=hook.name, other=other
            )
            faults.append(told)
        else:
            yield hook
