"""Every fault of the program that was found by chance, by a fuzz or by a user, as the smallest project that had it.

A case is a folder of files that are laid over the sound project of tests/bad/_base, with a `case.yaml`:

    about: what went wrong
    expect: [codes]       # what is told of it today, in order; empty where nothing is wrong with it
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sfwgen.build import make_site
from sfwgen.content.yaml import parse_yaml
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.build.projects import small_project
from tests.fuzz.running import try_in_process
from tests.support.trees import files

FOLDER = Path(__file__).parent
CASES = sorted(path.parent.name for path in FOLDER.glob("*/case.yaml"))


def project(name: str) -> tuple[dict[str, object], dict[str, bytes]]:
    """What is said of a case, and its project."""
    own = files(FOLDER / name) or {}
    case = yaml.safe_load(own.pop("case.yaml"))
    base = {path: text.encode() for path, text in small_project().items()}
    return case, {path: data for path, data in {**base, **own}.items() if path not in case.get("remove", ())}


@pytest.mark.parametrize("name", CASES)
def test_what_was_mended_stays_mended(name: str) -> None:
    case, sources = project(name)
    assert case["about"]
    assert try_in_process(sources) == ""
    told = make_site(make_sources(sources), theme_files()).diagnostics
    assert [each.code for each in told] == case["expect"]


def test_places_after_a_line_separator_are_those_of_the_file() -> None:
    """YAML ends a line there: a tag on the last line was looked for beyond the end. (Found by the fuzz.)"""
    (found,) = parse_yaml("a: \u2028\nb: !x\n", "a.yaml")[1]
    assert (found.code, found.location.line, found.location.column) == ("yaml-tag", 2, 4)


def test_there_are_cases() -> None:
    assert CASES
