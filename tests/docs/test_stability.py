"""What is promised to stay is there, and is said alike in both languages."""

from __future__ import annotations

import importlib
import re

import pytest

from sfwgen import publish
from sfwgen.cli import exits
from tests.docs.blocks import read_document

DOCUMENTS = ("docs/stability.md", "docs/stability.zh.md")
_CELL = re.compile(r"^\| (\d+) \|", re.MULTILINE)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_exit_code_is_listed_and_no_other(name: str) -> None:
    codes = {value for value in vars(exits).values() if isinstance(value, int)}
    assert {int(code) for code in _CELL.findall(read_document(name))} == codes


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_module_that_is_promised_names_what_it_offers(name: str) -> None:
    modules = set(re.findall(r"`(sfwgen\.[a-z]+)`", read_document(name)))
    assert {"sfwgen.build", "sfwgen.figures", "sfwgen.diagnostics", "sfwgen.publish"} <= modules
    for module in modules:
        offered = importlib.import_module(module)
        assert [each for each in offered.__all__ if not hasattr(offered, each)] == []
        assert offered.__all__, module
    assert "RealDisk" in publish.__all__


def test_both_languages_promise_the_same_things() -> None:
    rows, codes = (
        [len(re.findall(pattern, read_document(name))) for name in DOCUMENTS]
        for pattern in (r"\n\| .*\*\*", r"\n## ")
    )
    assert rows[0] == rows[1] > 8
    assert codes[0] == codes[1]
