"""Checking the texts of the example with changes, quickly: bodies that did not change are converted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sfwgen.content import load_site
from sfwgen.content.load import BodySource, convert_body
from sfwgen.counters import aggregate
from sfwgen.diagnostics import Diagnostic
from sfwgen.model import Body, Site
from sfwgen.prose import Counts, Prose, check_prose, count_bindings, read_prose

_CONVERTED: dict[BodySource, tuple[Body, tuple[Diagnostic, ...]]] = {}


def _convert(bodies: Sequence[BodySource]) -> list[tuple[Body, tuple[Diagnostic, ...]]]:
    for body in bodies:
        if body not in _CONVERTED:
            _CONVERTED[body] = convert_body(body)
    return [_CONVERTED[body] for body in bodies]


def load(files: Mapping[str, bytes]) -> tuple[Site, tuple[Diagnostic, ...]]:
    """The site of a project and what is wrong with its documents."""
    site, faults = load_site(files, convert=_convert)
    assert site is not None, faults
    return site, faults


def read(files: Mapping[str, bytes]) -> tuple[Site, Prose]:
    """The texts of a sound project."""
    site, faults = load(files)
    assert not faults, faults
    return site, read_prose(site, aggregate(site)[0])


def check(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """What is wrong with the texts of a project whose documents are sound."""
    site, prose = read(files)
    return check_prose(site, prose, files)


def count(files: Mapping[str, bytes]) -> Counts:
    """How many figures its texts hold, and what became of them."""
    return count_bindings(read(files)[1])
