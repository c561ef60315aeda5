"""The first thing that people read is true: its story loads, its mistake is told as shown."""

from __future__ import annotations

import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sfwgen.content import source_line
from sfwgen.diagnostics.report import print_text
from tests.docs.blocks import Block, blocks_of, read_document
from tests.docs.projects import diagnostics_with, example, faults_of_site

pytestmark = pytest.mark.no_cover  # what documents show is run by the tests of what they are about, too

READMES = [("README.md", "en"), ("README.zh-CN.md", "zh")]


def story(name: str) -> tuple[Block, ...]:
    """The files of the first story, one for each language."""
    return tuple(block for block in blocks_of(read_document(name)) if block.language == "markdown")


@pytest.mark.parametrize(("name", "lang"), READMES)
def test_the_first_story_makes_a_site_without_a_fault(name: str, lang: str) -> None:
    files = example()
    for block in story(name):
        files, diagnostics = diagnostics_with(block, files)
        assert diagnostics == ()
    assert faults_of_site(files) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [("102 metres", "figure-value-differs"), ("30 households", "figure-qualifier-differs")],
)
def test_the_slips_that_the_first_story_warns_of_are_told(wrong: str, code: str) -> None:
    files = example()
    for block in story("README.md"):
        files, _ = diagnostics_with(block, files)
    (path,) = (block.path for block in story("README.md") if block.path.endswith(".en.md"))
    right = {"102 metres": "120 metres", "30 households": "more than 30 households"}[wrong]
    body = files[path].decode().rpartition("---")[2]
    files[path] = files[path].replace(body.encode(), body.replace(right, wrong).encode())
    assert code in {each for each, _, _ in faults_of_site(files)}


@pytest.mark.parametrize(("name", "lang"), READMES)
def test_the_commands_of_the_first_story_do_what_they_should(name: str, lang: str, tmp_path: Path) -> None:
    folder = tmp_path
    lines = [
        line
        for block in blocks_of(read_document(name))
        if block.language == "sh"
        for line in block.text.splitlines()
    ]
    for line in lines:
        program, *words = shlex.split(line, comments=True)
        if program == "cd":
            folder = folder / words[0]
        elif program == "sfwgen" and words[0] != "serve":
            if words[0] == "check":
                write_story(name, folder)
            run(words, folder)
    assert (folder / "site" / "stories" / f"{story(name)[0].path.split('/')[2]}.html").is_file()


def write_story(name: str, folder: Path) -> None:
    for block in story(name):
        assert (folder / block.path).is_file()
        (folder / block.path).write_text(block.text, encoding="utf-8")


def run(words: list[str], folder: Path) -> None:
    """Runs a command as a user would who answers no questions; it must succeed."""
    command = [sys.executable, "-m", "sfwgen", *words]
    done = subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("name", "lang"), READMES)
def test_the_mistake_is_told_exactly_as_shown(name: str, lang: str) -> None:
    blocks = blocks_of(read_document(name))
    (wrong,) = (block for block in blocks if block.is_wrong)
    (shown,) = (block for block in blocks if block.language == "text")
    assert shown.text in told(wrong, lang)


def told(block: Block, lang: str) -> str:
    files, diagnostics = diagnostics_with(block, example())
    quoted = [replace(each, quote=source_line(files, each.location)) for each in diagnostics]
    return print_text(quoted, lang)
