"""The first thing that people read is true: its story loads, its mistake is told as shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sfwgen.content import source_line
from sfwgen.diagnostics.report import print_text
from tests.docs.blocks import Block, blocks_of, read_document
from tests.docs.projects import diagnostics_with, example, faults_of_site

READMES = [("README.md", "en"), ("README.zh-CN.md", "zh")]


@pytest.mark.parametrize(("name", "lang"), READMES)
def test_the_first_story_loads_without_a_fault(name: str, lang: str) -> None:
    (story,) = (block for block in blocks_of(read_document(name)) if block.language == "markdown")
    files, diagnostics = diagnostics_with(story, example())
    assert diagnostics == ()
    assert {code for code, _, _ in faults_of_site(files)} <= {"translation-absent"}


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
