"""Texts that take the converter long are converted apart and ended in time; the result is the same."""

from __future__ import annotations

import json
import sys

import pytest

from sfwgen.content.markdown import body, heavy, parse_body, worker
from sfwgen.diagnostics import Location
from sfwgen.values import thaw
from tests.content.markdown.reading import FILE, FOLDER, read

SLOW = ("[a](b 'c\\0)  " * 200 + "\n\n") * 100
LONG = "2019年5月，**东永二线**天然气管道全线贯通，见[说明](../about/index.zh.md)。{=gas}\n\n" * 400


def _direct(source: str) -> object:
    return body.parse_body(source, file=FILE, line=4, folder=FOLDER)


def test_a_text_that_takes_too_long_is_an_error_at_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    result = heavy.parse_heavy(SLOW, file=FILE, line=4, folder=FOLDER, seconds=0.5)
    assert result is not None
    text, (told,) = result
    assert (told.code, told.location) == ("markdown-too-slow", Location(FILE, 4, 1))
    assert told.severity == "error"
    assert text.parts == ()


def test_a_long_text_gives_the_same_in_a_process_of_its_own() -> None:
    assert heavy.is_heavy(LONG)
    assert read(LONG, line=4) == _direct(LONG)
    assert read(LONG)[0].parts


def test_a_process_that_dies_is_an_error_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heavy, "_START", "import os; os.abort()")
    assert [told.code for told in read(LONG)[1]] == ["markdown-too-complex"]
    assert read("甲")[0].parts


def test_where_no_process_can_be_started_the_text_is_converted_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert read(LONG, line=4) == _direct(LONG)


def test_the_process_answers_with_what_the_text_gives() -> None:
    request = json.dumps(["# 甲\n", FILE, 4, FOLDER]).encode()
    assert thaw(worker.answer(request)) == parse_body("# 甲\n", file=FILE, line=4, folder=FOLDER)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("东永二线天然气管道全线贯通。\n\n" * 2000, False),
        ("- [甲](https://a.cn/)\n" * 100, False),
        ("**" * 2001, True),
        ("字" * 100_001, True),
    ],
)
def test_only_long_texts_and_those_full_of_marks_cost_a_process(source: str, expected: bool) -> None:
    assert heavy.is_heavy(source) is expected
