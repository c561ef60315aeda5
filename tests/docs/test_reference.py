"""The pages of commands and of the Python interface are those of the program."""

from __future__ import annotations

import re
from importlib import import_module
from inspect import isclass, isfunction

import pytest

from scripts.reference.commands import PAGES, make_commands_page
from scripts.reference.python import MODULES, make_python_page, names_of
from scripts.reference.python import PAGES as PYTHON_PAGES
from sfwgen.cli.table import COMMANDS
from tests.docs.blocks import read_document


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_of_commands_is_the_one_that_scripts_reference_makes(lang: str) -> None:
    page = read_document(PAGES[lang])
    assert page == make_commands_page(lang), "run make docs"
    headings = re.findall(r"^## sfwgen (\S+)$", page, re.MULTILINE)
    assert headings == [command.name for command in COMMANDS]
    for command in COMMANDS:
        for option in command.options:
            assert f"| `{option.name}` | {option.about(lang)}" in page


def test_the_page_of_the_python_interface_has_every_name_that_stays_with_what_it_says_of_itself() -> None:
    page = read_document(PYTHON_PAGES["en"])
    assert page == make_python_page("en"), "run make docs"
    for module, some in MODULES:
        for name in names_of(module, some):
            assert f"### {module}.{name}\n" in page
            named = getattr(import_module(module), name)
            assert named.__doc__ or not (isfunction(named) or isclass(named)), name
