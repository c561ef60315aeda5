"""The contract with theme authors: complete, true, and with an example that works."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields

import pytest

from scripts.reference.templates import PAGES, make_templates_page, view_types
from scripts.reference.texts import views
from sfwgen.build import make_site
from sfwgen.plan.outputs import PageOutput
from sfwgen.publish import make_sources
from sfwgen.render.renderer import make_environment
from sfwgen.resources import theme_files
from tests.docs.blocks import blocks_of, read_document
from tests.docs.projects import example

pytestmark = pytest.mark.no_cover  # what documents show is run by the tests of what they are about, too

_SECTION = re.compile(r"^### (?P<name>\w+)\n(?P<text>.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| `(?P<field>\w+)` \| `(?P<type>[^`]+)` \| (?P<meaning>.+) \|$", re.MULTILINE)


@pytest.fixture(params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_view_is_listed_with_its_fields_and_their_types(lang: str) -> None:
    text = read_document(PAGES[lang])
    listed = {
        section["name"]: [
            (row["field"], row["type"].replace("\\|", "|")) for row in _ROW.finditer(section["text"])
        ]
        for section in _SECTION.finditer(text)
    }
    assert listed == {
        name: [(field.name, str(field.type)) for field in fields(view)] for name, view in view_types().items()
    }


def test_the_english_page_says_of_each_view_what_the_program_says() -> None:
    for section in _SECTION.finditer(read_document(PAGES["en"])):
        said = inspect.cleandoc(view_types()[section["name"]].__doc__ or "")
        assert section["text"].strip().startswith(said), section["name"]


def test_the_page_is_the_one_that_scripts_reference_makes(lang: str) -> None:
    assert read_document(PAGES[lang]) == make_templates_page(lang), "run make docs"


def test_the_filters_that_are_listed_are_those_that_there_are(lang: str) -> None:
    text = read_document(PAGES[lang])
    for name in make_environment({}).filters:
        assert f"`{name}`" in text, name


def test_each_template_gets_the_view_that_is_listed() -> None:
    checked = make_site(make_sources(example()), theme_files())
    assert checked.plan is not None, checked.diagnostics
    pages = [output for output in checked.plan.outputs if isinstance(output, PageOutput)]
    planned = {(page.template, type(page.view).__name__) for page in pages}
    listed = {(template, told["view"]) for template, told in views()["templates"].items()}
    # The example has no old addresses that anything leads on from, and no counter of very many records.
    assert planned | {("redirect.html", "RedirectView"), ("records.html", "RecordsView")} == listed


def test_each_example_of_an_own_template_makes_pages_without_a_fault(lang: str) -> None:
    blocks = [block for block in blocks_of(read_document(PAGES[lang])) if block.language == "jinja"]
    assert [block.path for block in blocks] == ["templates/base.html", "templates/page.html"]
    for block in blocks:
        checked = make_site(make_sources(example() | {block.path: block.text.encode()}), theme_files())
        assert [each for each in checked.diagnostics if each.severity != "note"] == []
        assert "据2019年年中报纸报道" in checked.outputs["about.html"].decode()
