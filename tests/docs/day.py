"""The day of work that the guide walks through, as steps that can be taken: by its tests, and for its pictures."""

from __future__ import annotations

import io
import shlex
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.oxml.parser import parse_xml

from tests.docs.blocks import Block, apply, blocks_of, read_document

GUIDES = {"zh": "docs/authoring.zh.md", "en": "docs/authoring.md"}
PROJECT = "jianbao"
"""The folder of the project, which the guide makes and goes to."""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file() -> bytes:
    """The report that arrives in the morning, with a tracked change in it."""
    document = docx.Document()
    document.add_paragraph("老街人行道翻修完成", style="Title")
    paragraph = document.add_paragraph("2019年5月，老街")
    deleted = f'<w:del {_W} w:id="1" w:author="甲"><w:r><w:delText>约</w:delText></w:r></w:del>'
    paragraph._p.append(parse_xml(deleted))
    paragraph.add_run("120米长的人行道翻修完成，沿街30余户门前的路平整了。")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def steps(lang: str) -> list[Block]:
    """The blocks of the day: files to save, commands to give, and what these say."""
    blocks = blocks_of(read_document(GUIDES[lang]))
    return [block for block in blocks if block.words and block.words[0].startswith("day")]


def begin(folder: Path) -> Path:
    """Makes what the day begins with, a folder with nothing in it but the report; returns the project's place."""
    (folder / "报告.docx").write_bytes(word_file())
    return folder / PROJECT


def is_file(block: Block) -> bool:
    """Whether a block is to be saved."""
    return block.words[0] != "day"


def save(root: Path, block: Block) -> None:
    """Puts a block into its file: as a whole, or over the fields that it names."""
    path = block.words[0].removeprefix("day:")
    file = root / path
    before = file.read_bytes() if file.is_file() else b""
    placed = Block(block.language, (path,), block.text, block.line, block.end)
    files = apply({path: before} if before else {}, placed)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(files[path])


def commands(block: Block) -> Iterator[list[str]]:
    """The arguments of each command of a block, without the program; going to a folder is none of ours."""
    yield from (shlex.split(line)[1:] for line in block.text.splitlines() if not line.startswith("cd "))
