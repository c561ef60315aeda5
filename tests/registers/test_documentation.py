"""The pages on registers: their examples are run, and what they show is what one sees."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sfwgen.cli import main
from tests.docs.blocks import Block, blocks_of, read_document
from tests.registers.projects import ROWS, SCHEMA, check

PAGES = {"zh": "docs/registers.zh.md", "en": "docs/registers.md"}


def blocks(lang: str, language: str) -> list[Block]:
    return [block for block in blocks_of(read_document(PAGES[lang])) if block.language == language]


@pytest.mark.parametrize("lang", PAGES)
def test_the_register_of_the_page_is_read_and_compared(lang: str) -> None:
    schema = blocks(lang, "yaml")[0].text.replace("metric: visits_enterprises", "metric: visits")
    rows = blocks(lang, "csv")[0].text
    # The page speaks of the teams and places of the example; this project has fewer.
    rows = rows.replace("建筑行业服务小分队", "建筑行业小分队")
    checked = check({SCHEMA: schema, ROWS: rows})
    assert [each.code for each in checked.diagnostics if each.code.startswith("register-")] == [
        "register-fewer"
    ]
    shown = checked.outputs["figures.html" if lang == "zh" else "en/figures.html"].decode()
    said = "报告237次，台账有其中229次的记录" if lang == "zh" else "237 visits reported; 229 visits on record"
    assert said in shown
    assert said in read_document(PAGES[lang])


@pytest.mark.parametrize("lang", PAGES)
def test_the_command_says_what_the_page_shows(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (shown,) = blocks(lang, "console")
    command, *output = shown.text.splitlines()
    monkeypatch.chdir(tmp_path)
    Path("sums.yaml").write_text(blocks(lang, "yaml")[-1].text, encoding="utf-8")
    assert main(command.removeprefix("$ sfwgen ").split()) == os.EX_OK
    assert capsys.readouterr().out.splitlines() == output


def test_both_pages_have_the_same_structure() -> None:
    outlines = {
        lang: [line.split()[0] for line in read_document(page).splitlines() if line.startswith("#")]
        for lang, page in PAGES.items()
    }
    assert outlines["zh"] == outlines["en"]
