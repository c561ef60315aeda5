"""Texts that would take the converter too long or too deep are refused in time."""

import subprocess
import sys

import pytest

from tests.content.markdown.reading import codes_of, read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲\n\n" + "- " * 60 + "甲", "markdown-nesting 3:1"),
        ("甲\n\n" + ">" * 60 + "甲", "markdown-nesting 3:1"),
        ("".join("    " * depth + "- 甲\n" for depth in range(60)), "markdown-nesting 51:1"),
        ("<div>" * 51, "markdown-nesting 1:251"),
        ("<b><i>" * 30, "markdown-nesting 1:151"),
        ("<div></x>" * 60, "markdown-nesting 1:451"),
        ("[" * 201, "markdown-unmatched 1:201"),
        ("![" * 201, "markdown-unmatched 1:401"),
        ("![a][b" * 300, "markdown-unmatched 1:1201"),
        ("<" * 201, "markdown-unmatched 1:201"),
        ("<http://" * 300, "markdown-unmatched 1:1601"),
        ("[" * 4000 + "]" * 4000, "markdown-unmatched 1:201"),
        ("[a](" * 300, "markdown-unmatched 1:803"),
        ("<?a\n\n" * 300, "markdown-unmatched 401:1"),
        ("甲[^1]" * 501 + "\n\n[^1]: 乙\n", "markdown-footnotes 1:2502"),
        ("甲[^1]\n\n" + "[^1]: 乙\n\n" * 501, "markdown-footnotes 1003:1"),
        (("[" * 150 + "\n\n") * 14, "markdown-unmatched-in-all 27:1"),
        (("![a][b" * 95 + "\n\n") * 400, "markdown-unmatched-in-all"),
        ("词\n" + ":   义\n" * 201, "markdown-definitions 1:1"),
        ("甲\n\n" + "字" * 20_001, "line-too-long 3:1"),
        ("甲\n\n" + ("字" * 10_000 + "\n") * 7, "markdown-block-characters 3:1"),
        ("a\n---\n" * 501, "markdown-block-length 1:1"),
    ],
)
def test_what_passes_a_limit_is_refused_at_its_line(source: str, expected: str) -> None:
    body, faults = read(source)
    assert any(code.startswith(expected) for code in codes_of(source))
    assert body.parts == ()
    assert all(fault.severity == "error" for fault in faults)


@pytest.mark.parametrize(
    "source",
    [
        "".join("    " * depth + "- 甲\n" for depth in range(49)),
        ">" * 49 + "甲",
        "<div>\n" * 49 + "甲",
        "[甲](https://a.cn/) " * 300,
        "<br>" * 300,
        "<p>甲</p>\n" * 300,
        "<https://a.cn/> " * 300,
        "[甲] " * 300,
        "甲[^1]" * 499 + "\n\n[^1]: 乙\n",
        ("[" * 19 + "\n\n") * 100,
        "词\n" + ":   义\n" * 200,
        "字" * 20_000,
        "词\n:   义\n\n" * 600,
    ],
)
def test_what_stays_within_the_limits_is_converted(source: str) -> None:
    body, faults = read(source)
    assert body.parts
    assert not any(fault.code.startswith("markdown-") for fault in faults)


def test_of_very_many_faults_of_one_kind_the_first_are_told() -> None:
    assert len(codes_of("[甲]()\n\n" * 1200)) == 1000


def test_a_text_that_is_too_deep_for_the_stack_is_an_error_and_leaves_nothing_behind() -> None:
    # Run with a low recursion limit, as if called from deep within another program.
    program = """
import sys
from sfwgen.content.markdown import parse_body
def parse(text):
    return parse_body(text, file="f", line=7, folder="c")
before = parse("- a\\n    - b\\n\\nc")
sys.setrecursionlimit(150)
_, faults = parse("".join("    " * depth + "- x\\n" for depth in range(45)))
assert [(f.code, f.location.line) for f in faults] == [("markdown-too-complex", 7)], faults
sys.setrecursionlimit(1000)
assert parse("- a\\n    - b\\n\\nc") == before
"""
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": ":".join(sys.path)})
