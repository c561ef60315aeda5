"""The document on the figures commands shows what they print, in both languages."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from sfwgen.figures import Kind, Qualifier, find
from tests.cli.conftest import Command
from tests.docs.blocks import blocks_of, read_document, without_blocks
from tests.support.example import example_files

pytestmark = pytest.mark.no_cover  # what documents show is run by the tests of what they are about, too

DOCUMENTS = ("docs/figures-commands.md", "docs/figures-commands.zh.md")
GAS = "content/stories/gas-pipeline/index.zh.md"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as a project under git."""
    for path, data in example_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    names = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run(["git", *names, *words], cwd=tmp_path, check=True, capture_output=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_example_prints_what_is_shown(name: str, sfwgen: Command, desk: Path) -> None:
    ran = 0
    for block in blocks_of(read_document(name)):
        if block.language == "text":
            (desk / block.words[0]).write_text(block.text, encoding="utf-8")
        if block.language != "console":
            continue
        for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            line, _, shown = part.partition("\n")
            program, *words = shlex.split(line)
            if words[1] == "diff":
                story = (desk / GAS).read_text(encoding="utf-8")
                (desk / GAS).write_text(story.replace("8.4万名", "8.6万名"), encoding="utf-8")
            assert program == "sfwgen"
            pattern = "(?s:.*)".join(map(re.escape, shown.split("…\n")))
            assert re.fullmatch(pattern, sfwgen(*words).out), line
            ran += 1
    assert ran == 8


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_kind_of_difference_and_every_field_is_described(name: str) -> None:
    rows = re.findall(r"^\| (`.*?`[^|]*) \|", without_blocks(read_document(name)), re.MULTILINE)
    named = {word for row in rows for word in re.findall(r"`([^`]+)`", row)}
    assert {kind.value for kind in Kind} <= named
    assert set(find("5 teams", "en")[0].record()) <= named


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_qualifier_is_named(name: str) -> None:
    text = read_document(name)
    assert [each for each in Qualifier if f"`{each.value}`" not in text] == []


def test_both_languages_have_the_same_sections_blocks_and_tables() -> None:
    one, other = (read_document(name) for name in DOCUMENTS)
    for pattern in (r"^#+ ", r"^```\w*", r"^\| "):
        assert len(re.findall(pattern, one, re.MULTILINE)) == len(re.findall(pattern, other, re.MULTILINE))
