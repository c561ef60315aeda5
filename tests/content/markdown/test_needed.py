"""Patterns that cannot match are left out; the HTML stays that of the library to the byte."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from benchmarks.corpus import make_story
from sfwgen.content.markdown.convert import NEEDED, make_converter
from tests.content.markdown.payloads import PAYLOADS
from tests.content.markdown.test_fuzz import TEXTS

if TYPE_CHECKING:
    from markdown import Markdown

REPOSITORY = Path(__file__).parents[3]


@cache
def ours() -> Markdown:
    return make_converter()


@cache
def complete() -> Markdown:
    """The same converter without the short cut."""
    made = make_converter()
    made.preprocessors.deregister(NEEDED)
    return made


def assert_same(text: str) -> None:
    try:
        expected = complete().reset().convert(text)
    except Exception:
        # Whatever the library cannot read is refused; its instance is left half-way.
        ours.cache_clear()
        complete.cache_clear()
        return
    assert ours().reset().convert(text) == expected


@pytest.mark.parametrize("folder", ["content", "docs", "tests/cases"])
def test_documents_become_the_same_html(folder: str) -> None:
    files = sorted((REPOSITORY / folder).rglob("*.md"))
    assert files
    for file in files:
        assert_same(file.read_text(encoding="utf-8", errors="replace"))


def test_long_stories_and_hostile_texts_become_the_same_html() -> None:
    for number in range(30):
        story = make_story(number)
        assert_same(story.zh)
        assert_same(story.en)
    for payload in PAYLOADS:
        assert_same(payload)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(TEXTS)
def test_any_text_becomes_the_same_html(text: str) -> None:
    assert_same(text)


def test_what_one_text_does_not_need_the_next_one_gets() -> None:
    assert ours().reset().convert("平常的字") == "<p>平常的字</p>"
    assert "<code>a</code>" in ours().reset().convert("`a` 又 [b](c) 又 *d*")
    assert ours().reset().convert("x") == "<p>x</p>"


def test_few_patterns_are_left_for_plain_text() -> None:
    ours().reset().convert("平常的字，没有记号。")
    inline = ours().treeprocessors["inline"]
    assert len(inline.inlinePatterns) < len(ours().inlinePatterns) / 2  # type: ignore[attr-defined]  # a processor's own
