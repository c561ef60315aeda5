"""Each way to be wrong is told: by its code, at its place, in both languages, and alone."""

from __future__ import annotations

import re

import pytest

from sfwgen.content import source_line
from sfwgen.diagnostics import Diagnostic
from sfwgen.diagnostics.codes import CODES, documents, figures, files, markdown, text, yaml
from sfwgen.diagnostics.model import Code
from tests.bad.cases import case_names, read_base, read_case, written

READING = (files, text, yaml, documents, figures, markdown)
"""The tables whose codes reading a project can raise; those of the other tables come from later gates."""
PUBLISHING = "output-"
"""How the codes of the table of files begin that come from publishing."""
ELSEWHERE = {"markdown-too-complex", "markdown-too-slow"}
"""Need a stack that is nearly full, or many seconds: tests/content/markdown, test_limits.py and test_heavy.py."""
WORD_LEFT = re.compile(r"\{[a-z_]+\}|\[\[|\]\]")


def _codes() -> dict[str, Code]:
    every = {code.slug: code for table in READING for code in table.CODES}
    return {slug: code for slug, code in every.items() if not slug.startswith(PUBLISHING)}


def _texts(diagnostic: Diagnostic) -> list[str]:
    return [told(lang) for told in (diagnostic.message, diagnostic.hint) for lang in ("zh", "en")]


def test_the_sound_project_has_nothing_wrong() -> None:
    sources, faults = read_base().read()
    assert len(sources) > 10
    assert faults == ()


@pytest.mark.parametrize("name", case_names())
def test_what_is_wrong_is_told_at_its_place_and_nothing_else_is(name: str) -> None:
    case = read_case(name)
    sources, faults = case.read()
    assert tuple(map(written, faults)) == case.expected
    assert case.code in {fault.code for fault in faults}
    for fault in faults:
        assert all(_texts(fault))
        assert not any(WORD_LEFT.search(told) for told in _texts(fault))
        line = source_line(sources, fault.location)
        assert fault.location.line == 0 or (line is not None and fault.location.column <= len(line) + 1)


def test_every_code_that_reading_can_raise_has_a_case() -> None:
    with_case = {name.partition(".")[0] for name in case_names()}
    assert _codes().keys() - with_case == ELSEWHERE
    assert with_case <= CODES.keys()


@pytest.mark.parametrize("code", _codes().values(), ids=lambda code: code.slug)
def test_a_message_ends_its_sentences_and_speaks_each_language(code: Code) -> None:
    for chinese in (code.zh.text, code.zh.hint):
        assert re.search("[\u4e00-\u9fff]", chinese)
        assert chinese.endswith("。")
    for english in (code.en.text, code.en.hint):
        assert not re.search("[\u4e00-\u9fff]", re.sub(r"“[^”]*”|\{zh: [^}]*\}|\d+余家", "", english))
        assert english.endswith((".", ".”", '".', "---."))
