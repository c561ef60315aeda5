"""Checking the texts of the example with changes, quickly: stories that did not change are read once."""

from __future__ import annotations

from collections.abc import Mapping

from sfwgen.content import load_site
from sfwgen.counters import aggregate
from sfwgen.diagnostics import Diagnostic, FigureCounts
from sfwgen.model import Site
from sfwgen.prose import Prose, check_prose, count_bindings, read_prose
from tests.support.memory import MEMORY


def load(files: Mapping[str, bytes]) -> tuple[Site, tuple[Diagnostic, ...]]:
    """The site of a project and what is wrong with its documents."""
    site, faults = load_site(files, each=MEMORY.each)
    assert site is not None, faults
    return site, faults


def read(files: Mapping[str, bytes]) -> tuple[Site, Prose]:
    """The texts of a sound project."""
    site, faults = load(files)
    assert not faults, faults
    return site, read_prose(site, aggregate(site)[0], MEMORY.each)


def check(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """What is wrong with the texts of a project whose documents are sound."""
    site, prose = read(files)
    return check_prose(site, prose, files)


def count(files: Mapping[str, bytes]) -> FigureCounts:
    """How many figures its texts hold, and what became of them."""
    return count_bindings(read(files)[1])
