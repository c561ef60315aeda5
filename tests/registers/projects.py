"""A small project with a made-up register, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping

from sfwgen.build import Checked, make_site
from sfwgen.content import load_site
from sfwgen.diagnostics import Diagnostic
from sfwgen.model import Register, Site
from sfwgen.publish import make_sources
from sfwgen.reconcile import reconcile
from sfwgen.resources import theme_files
from tests.checks.projects import FILES
from tests.support.memory import MEMORY

SCHEMA = "content/registers/visits.yaml"
ROWS = "content/registers/visits.csv"
BOOK = "content/registers/visits.xlsx"
TALLY = "content/tallies/2019-mid.yaml"
RELATIONS = "content/vocabulary/relations.yaml"

Files = Mapping[str, str | bytes | None]

SCHEMA_TEXT = """\
title: {zh: 走访台账, en: Register of visits}
metric: visits
columns:
  - {name: 日期, field: date}
  - {name: 小分队, field: team}
  - {name: 地点, field: place}
  - {name: 次数, field: count}
  - {name: 联系人, field: private}
"""
HEADER = "日期,小分队,地点,次数,联系人\n"
ROWS_TEXT = f"{HEADER}2019-05-06,建筑行业小分队,象珠镇,200,甲\n2019-05-20,,西城街道,30,乙\n2019-06-03,construction,,7,丙\n"
TEAMS = "construction: {name: {zh: 建筑行业小分队, en: Construction team}}\n"


def project(files: Files) -> dict[str, bytes]:
    """The project with its register, with these files instead of its own; None takes one away."""
    base: dict[str, str] = {
        **FILES,
        "content/vocabulary/counters.yaml": FILES["content/vocabulary/counters.yaml"] + "  home: true\n",
        "content/vocabulary/teams.yaml": TEAMS,
        SCHEMA: SCHEMA_TEXT,
        ROWS: ROWS_TEXT,
    }
    merged: dict[str, str | bytes | None] = {**base, **files}
    return {
        path: text.encode() if isinstance(text, str) else text
        for path, text in merged.items()
        if text is not None
    }


def check(files: Files) -> Checked:
    """The site that the project makes, and all that is told of it."""
    return make_site(make_sources(project(files)), theme_files(), memory=MEMORY)


def site(files: Files) -> Site:
    """The site of a project whose documents are sound."""
    found, faults = load_site(project(files), each=MEMORY.each)
    assert found is not None
    assert [(each.code, each.location, each.message("en")) for each in faults] == []
    return found


def register(files: Files) -> Register:
    """The one register of a project whose documents are sound."""
    (found,) = site(files).registers
    return found


def faults(files: Files) -> tuple[Diagnostic, ...]:
    """What is wrong with the documents of the project."""
    return load_site(project(files), each=MEMORY.each)[1]


def told(files: Files) -> list[str]:
    """The same as `code line:column`; for a file without lines as `code`."""
    return [_written(each) for each in faults(files)]


def reconciled(files: Files) -> tuple[Diagnostic, ...]:
    """What is told of a project with sound documents once its figures are held against each other."""
    return reconcile(site(files))[1]


def codes(files: Files) -> list[str]:
    """The codes of the same."""
    return [each.code for each in reconciled(files)]


def said(files: Files, code: str, lang: str) -> str:
    """What is said under a code, which is told once."""
    (found,) = [each for each in reconciled(files) if each.code == code]
    return found.message(lang)


def rows(*lines: str) -> Files:
    """The register with these rows below its header."""
    return {ROWS: HEADER + "".join(f"{line}\n" for line in lines)}


def _written(each: Diagnostic) -> str:
    place = each.location
    return f"{each.code} {place.line}:{place.column}" if place.line else each.code
