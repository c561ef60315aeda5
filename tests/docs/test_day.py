"""Each command of the day that the guide walks through, on the files that it shows, says what it quotes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sfwgen.cli import main
from tests.docs.blocks import ROOT, read_document
from tests.docs.day import GUIDES, begin, commands, is_file, save, steps


def test_every_command_of_the_day_does_and_says_what_the_guide_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = begin(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    printed, quoted = "", 0
    for block in steps("zh"):
        if is_file(block):
            save(project, block)
        elif block.language == "sh":
            printed = ""
            for words in commands(block):
                code = main(words)
                said = capsys.readouterr()
                printed += said.out + said.err
                assert code == 0, (words, printed)
            monkeypatch.chdir(project)
        else:
            for line in block.text.splitlines():
                assert line in printed, printed
                quoted += 1
    assert quoted > 15
    assert (tmp_path / "网站" / "stories" / "laojie.html").is_file()
    assert (project / "export" / "bulletin-2-zh.pdf").is_file()


def given(lang: str) -> list[str]:
    """The commands of the day in their order, each once; `export` with what is exported."""
    every = [words for block in steps(lang) if block.language == "sh" for words in commands(block)]
    return list(dict.fromkeys(" ".join(words[: 1 + (words[0] == "export")]) for words in every))


def test_the_english_guide_walks_through_the_same_commands_in_the_same_order() -> None:
    assert given("zh") == given("en")


def test_each_picture_of_the_day_is_there() -> None:
    shown = re.findall(r"\]\((images/day-[\w-]+\.png)\)", read_document(GUIDES["zh"]))
    asked = [block for block in steps("zh") if block.language == "sh"]
    assert len(shown) > len(asked)
    assert all((ROOT / "docs" / path).is_file() for path in shown)
