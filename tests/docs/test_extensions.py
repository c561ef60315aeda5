"""The pages on extensions: their code is that of the packages in the tests, their tables are those of the program."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from sfwgen import hooks
from sfwgen.build.extending import ENDINGS, MOST_BYTES, MOST_GIVEN
from tests.docs.blocks import blocks_of, read_document

PAGES = ("docs/extensions.md", "docs/extensions.zh.md")
_FIELD = re.compile(r"^\| `(?P<type>\w+)` \| `(?P<field>\w+)` \|", re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_what_is_shown_stands_in_the_packages_that_the_tests_install(name: str) -> None:
    shown = [block for block in blocks_of(read_document(name)) if block.words]
    assert len(shown) == 5
    for block in shown:
        (path,) = block.words
        assert block.text.strip() in read_document(path), path


@pytest.mark.parametrize("name", PAGES)
def test_the_fields_of_what_functions_are_given_and_give_are_listed(name: str) -> None:
    listed = {(row["type"], row["field"]) for row in _FIELD.finditer(read_document(name))}
    known = {
        (each.__name__, field.name)
        for each in (hooks.Page, hooks.Finding, hooks.File)
        for field in fields(each)
    }
    assert listed == {*known, ("Page", "kind")}


@pytest.mark.parametrize("name", PAGES)
def test_the_limits_are_those_of_the_program(name: str) -> None:
    text = read_document(name)
    assert all(f"`{ending}`" in text for ending in ENDINGS)
    assert f"{MOST_BYTES >> 20} MiB" in text
    assert f"{MOST_GIVEN:,}" in text
