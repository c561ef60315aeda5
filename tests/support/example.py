"""The example project of this repository, whole or with changes, as the stages of a build see it.

What is the same as when it was last read in this process is remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from sfwgen.content import load_site
from sfwgen.counters import aggregate
from sfwgen.model import Site
from sfwgen.plan import BuildPlan, PageOutput, make_plan
from sfwgen.plan.views import View
from sfwgen.prose import read_prose
from sfwgen.resources import starter_files, theme_files
from sfwgen.theme import Theme, load_theme
from tests.support.memory import MEMORY


@cache
def example_files() -> Mapping[str, bytes]:
    """The files of the example by path."""
    return MappingProxyType(dict(starter_files()))


@cache
def packaged_theme() -> Theme:
    """The theme that comes with sfwgen."""
    theme, faults = load_theme(theme_files())
    assert not faults, faults
    return theme


def changed(
    changes: Mapping[str, str | None] | None = None, /, **replacements: tuple[str, str]
) -> dict[str, bytes]:
    """The example's files with some replaced (None removes one).

    A replacement names no file: `(old, new)` is made in the one file that holds `old`.
    """
    files = dict(example_files())
    for path, text in (changes or {}).items():
        if text is None:
            del files[path]
        else:
            files[path] = text.encode()
    for old, new in replacements.values():
        holders = [path for path, data in files.items() if old.encode() in data]
        assert len(holders) == 1, (old, holders)
        files[holders[0]] = files[holders[0]].replace(old.encode(), new.encode())
    return files


def site_of(files: Mapping[str, bytes]) -> Site:
    """The site that files make; they must be sound."""
    site, faults = load_site(files, each=MEMORY.each)
    assert site is not None, faults
    assert not faults, faults
    return site


def theme_of(files: Mapping[str, bytes]) -> Theme:
    """The packaged theme with what the files put in its place."""
    own = {
        path.removeprefix("templates/"): data for path, data in files.items() if path.startswith("templates/")
    }
    if not own:
        return packaged_theme()
    theme, faults = load_theme(theme_files(), own)
    assert not faults, faults
    return theme


def plan_of(files: Mapping[str, bytes] | None = None) -> BuildPlan:
    """The plan of the example or of other files; nothing may be wrong with it."""
    return _plan_of(tuple((files or example_files()).items()))


@lru_cache(maxsize=16)
def _plan_of(items: tuple[tuple[str, bytes], ...]) -> BuildPlan:
    files = dict(items)
    site = site_of(files)
    counters, refused = aggregate(site)
    assert not refused, refused
    prose = read_prose(site, counters, MEMORY.each)
    plan, faults = make_plan(site, counters, prose, theme_of(files), {}, MEMORY.each)
    assert not faults, faults
    return plan


def views_of(files: Mapping[str, bytes] | None = None) -> dict[str, View]:
    """The view of every page by its path."""
    return {output.path: output.view for output in plan_of(files).outputs if isinstance(output, PageOutput)}
