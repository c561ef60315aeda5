"""The day of work that the guide walks through: each of its commands, on the files that it shows, says what it quotes."""

from __future__ import annotations

import io
import shlex
from pathlib import Path

import docx
import pytest
from docx.oxml.parser import parse_xml

from sfwgen.cli import main
from sfwgen.resources import starter_files
from tests.docs.blocks import Block, apply, blocks_of, read_document

GUIDES = {"zh": "docs/authoring.zh.md", "en": "docs/authoring.md"}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file() -> bytes:
    """The report that arrives in the morning, with a tracked change in it."""
    document = docx.Document()
    document.add_paragraph("老街人行道翻修完成", style="Title")
    paragraph = document.add_paragraph("2019年5月，老街")
    paragraph._p.append(
        parse_xml(f'<w:del {_W} w:id="1" w:author="甲"><w:r><w:delText>约</w:delText></w:r></w:del>')
    )
    paragraph.add_run("120米长的人行道翻修完成，沿街30余户门前的路平整了。")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def steps(lang: str) -> list[Block]:
    return [
        block
        for block in blocks_of(read_document(GUIDES[lang]))
        if block.words and block.words[0].startswith("day")
    ]


def save(root: Path, block: Block) -> None:
    """Puts a block into its file: as a whole, or over the fields that it names."""
    path = block.words[0].removeprefix("day:")
    file = root / path
    before = file.read_bytes() if file.is_file() else b""
    placed = Block(block.language, (path,), block.text, block.line, block.end)
    files = apply({path: before} if before else {}, placed)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(files[path])


def test_every_command_of_the_day_does_and_says_what_the_guide_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, data in starter_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / "报告.docx").write_bytes(word_file())
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    printed, quoted = "", 0
    for block in steps("zh"):
        if block.words[0] != "day":
            save(tmp_path, block)
        elif block.language == "sh":
            printed = ""
            for command in block.text.splitlines():
                code = main(shlex.split(command)[1:])
                said = capsys.readouterr()
                printed += said.out + said.err
                assert code == 0, (command, printed)
        else:
            for line in block.text.splitlines():
                assert line in printed, printed
                quoted += 1
    assert quoted > 15
    assert (tmp_path / "site" / "stories" / "laojie.html").is_file()
    assert (tmp_path / "export" / "bulletin-2-zh.pdf").is_file()


def commands(lang: str) -> list[str]:
    """The commands of the day in their order, each once; `export` with what is exported."""
    lines = [line for block in steps(lang) if block.language == "sh" for line in block.text.splitlines()]
    words = [shlex.split(line)[1:] for line in lines]
    return list(dict.fromkeys(" ".join(each[:2] if each[0] == "export" else each[:1]) for each in words))


def test_the_english_guide_walks_through_the_same_commands_in_the_same_order() -> None:
    assert commands("zh") == commands("en")
