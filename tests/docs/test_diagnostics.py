"""The pages of diagnostics: every code, in both languages, as the program says it."""

from __future__ import annotations

import re

import pytest

from scripts.reference.diagnostics import PAGES, make_diagnostics_page, modules
from scripts.reference.examples import examples
from scripts.reference.texts import reasons
from sfwgen.diagnostics.codes import CODES
from tests.docs.blocks import read_document

# What the examples run is run by other tests too: it is not counted here.
pytestmark = pytest.mark.no_cover

_WORD = re.compile(r"\{([a-z_]+)\}")
_OPTIONAL = re.compile(r"\[\[.*?\]\]")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_has_a_heading_for_each_code_and_for_nothing_else(lang: str) -> None:
    assert re.findall(r"^### (.+)$", read_document(PAGES[lang]), re.MULTILINE) == list(CODES)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_the_one_that_scripts_reference_makes(lang: str) -> None:
    assert read_document(PAGES[lang]) == make_diagnostics_page(lang), "run make docs"


def test_every_code_has_an_example() -> None:
    assert [code for code in CODES if code not in examples()] == []


def test_no_example_leaves_a_word_of_its_message_open() -> None:
    for code, diagnostic in examples().items():
        given = {name for name, _ in diagnostic.words}
        for message in (CODES[code].zh, CODES[code].en):
            needed = set(_WORD.findall(_OPTIONAL.sub("", message.text + message.hint)))
            assert needed <= given, code


def test_every_reason_is_that_of_a_code() -> None:
    assert reasons()["reasons"].keys() - CODES.keys() == set()


def test_every_module_of_the_code_table_is_introduced() -> None:
    assert modules().keys() - reasons()["groups"].keys() == set()
