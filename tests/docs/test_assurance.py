"""What is assured is held by tests that exist, the same in both languages, with commands that can be given."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from sfwgen import images
from sfwgen.content import frontmatter, tables, workbooks, yaml
from sfwgen.content import text as limits_of_text
from sfwgen.content.markdown import heavy, worker
from sfwgen.content.markdown import limits as markdown
from sfwgen.diagnostics import report
from sfwgen.publish import names
from sfwgen.render import watchdog
from tests.docs.blocks import ROOT, read_document

DOCUMENTS = ("docs/assurance.md", "docs/assurance.zh.md")
_TEST = re.compile(r"`(?P<file>tests/[\w./]+\.py)::(?P<name>test_\w+)`")
_COMMAND = re.compile(r"`\.venv/bin/python -m (?P<module>[\w.]+)(?P<rest>[^`]*)`")


def rows(name: str) -> list[list[str]]:
    """The rows of the table of a document, below its head."""
    lines = [line for line in read_document(name).splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "---" not in line][1:]


@cache
def functions(file: str) -> frozenset[str]:
    """The names of the functions of a Python file."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def named_tests(text: str) -> list[tuple[str, str]]:
    """The tests that a text names, as file and function."""
    return [(found["file"], found["name"]) for found in _TEST.finditer(text)]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_promise_has_its_tests_a_figure_and_a_command(name: str) -> None:
    found = rows(name)
    assert [row[0] for row in found if row[0] != "+"] == [f"G{number}" for number in range(1, 25)]
    for goal, promise, tests, reached, command in found:
        assert promise and reached, goal
        assert named_tests(tests), goal
        assert _COMMAND.fullmatch(command), goal


@pytest.mark.parametrize("name", [*DOCUMENTS, "SECURITY.md"])
def test_every_test_that_is_named_exists(name: str) -> None:
    named = named_tests(read_document(name))
    assert len(named) >= 10
    for file, function in named:
        assert function in functions(file), f"{file}::{function}"


def test_both_languages_name_the_same_tests_and_commands() -> None:
    one, other = map(rows, DOCUMENTS)
    assert [(row[0], row[2], row[4]) for row in one] == [(row[0], row[2], row[4]) for row in other]
    for row, same in zip(one, other, strict=True):
        assert _numbers(row[3]) == _numbers(same[3]), row[0]


def _numbers(text: str) -> list[str]:
    return sorted(number.replace(",", "") for number in re.findall(r"\d[\d,]{2,}\d|\d{3,}", text))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_names_a_module_and_paths_that_exist(name: str) -> None:
    for row in rows(name):
        found = _COMMAND.fullmatch(row[4])
        assert found
        if found["module"] != "pytest":
            place = ROOT / found["module"].replace(".", "/")
            assert place.with_suffix(".py").is_file() or (place / "__main__.py").is_file(), row[4]
        for path in re.findall(r"tests/\S+", found["rest"]):
            assert Path(ROOT, path).exists(), path


def test_each_guarantee_of_the_security_document_names_what_holds_it() -> None:
    text = read_document("SECURITY.md")
    section = text[text.index("## What a build guarantees") : text.index("## Limits")]
    guarantees = re.split(r"\n(?=- )", section)[1:]
    assert len(guarantees) >= 10
    assert [each[:60] for each in guarantees if not named_tests(each)] == []


def test_the_limits_are_those_of_the_program() -> None:
    text = read_document("SECURITY.md")
    limits = text[text.index("## Limits") : text.index("## What it does not guard against")]
    told = {
        "a story": (f"{frontmatter.MAX_HEADER >> 10} KiB", f"{limits_of_text.MAX_LINE:,} characters"),
        "a YAML file": (f"{yaml.MAX_DEPTH} levels", f"{yaml.MAX_NODES:,} values"),
        "a register": (
            *(f"{workbooks.MAX_INFLATED >> 20} MiB unpacked", f"{tables.MAX_ROWS:,} rows"),
            *(f"{tables.MAX_COLUMNS} columns", f"{tables.MAX_CELL:,} characters"),
        ),
        "an image": (f"{images.MAX_PIXELS // 10**6} million pixels", f"{images.MAX_FRAMES} frames"),
        "Markdown": (f"{markdown.MAX_NESTING} levels", f"{markdown.MAX_FOOTNOTES} footnotes"),
        "converting one text": (f"{heavy.MAX_SECONDS} seconds", f"{worker.MAX_MEMORY >> 20} MiB"),
        "making one page": (f"{watchdog.MAX_SECONDS:g} seconds", f"{watchdog.MAX_SIZE >> 20} MiB"),
        "a name": (f"{names.NAME_LIMIT_BYTES} bytes", f"{names.PATH_LIMIT_CHARACTERS} characters"),
        "messages": (f"{report.LIMIT}",),
    }
    for what, figures in told.items():
        (row,) = [line for line in limits.splitlines() if line.startswith(f"| {what}")]
        assert [figure for figure in figures if figure not in row] == [], row
