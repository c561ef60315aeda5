"""Diagnostics as people and machines read them, and nothing in them that a terminal or a CI log obeys."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.diagnostics.report import LIMIT, QUOTE_WIDTH, print_github, print_json, print_text
from sfwgen.diagnostics.width import display_width, expand_tabs, visible, wrap

FILE = "content/stories/gas-pipeline/index.zh.md"


def duplicate(line: int = 7, column: int = 1, *, quote: str | None = "title: 又一个标题") -> Diagnostic:
    told = fault(
        "yaml-duplicate-key",
        Location(FILE, line, column),
        related=(Location(FILE, 2, 1),),
        key="title",
        first=2,
    )
    return replace(told, quote=quote)


def unknown(name: str, *, file: str = "content") -> Diagnostic:
    return fault("file-unknown", Location(file), names=name)


def quoted(text: str, column: int) -> tuple[str, str]:
    """The quoted line and the caret line of a diagnostic, without the gutter."""
    lines = print_text([duplicate(7, column, quote=text)], "zh").splitlines()
    assert lines[1].startswith("    7 |")
    assert lines[2].startswith("      |")
    return lines[1][8:], lines[2][8:]


GOLDEN_ZH = """\
content: warning[file-unknown]: 文件夹中有用不到的文件：notes.txt。它们不会发布。
  建议：检查文件名和位置是否正确；不需要就移走。
content/stories/gas-pipeline/index.zh.md:7:1: error[yaml-duplicate-key]: {message}
    7 | title: 又一个标题
      | ^
  建议：{hint}
  另见 content/stories/gas-pipeline/index.zh.md:2:1
"""
GOLDEN_EN = """\
content: warning[file-unknown]: There are files here that sfwgen has no use for: notes.txt. \
They will not be published.
  hint: Check their names and places, or take them away.
content/stories/gas-pipeline/index.zh.md:7:1: error[yaml-duplicate-key]: {message}
    7 | title: 又一个标题
      | ^
  hint: {hint}
  see also content/stories/gas-pipeline/index.zh.md:2:1
"""


@pytest.mark.parametrize(("lang", "golden"), [("zh", GOLDEN_ZH), ("en", GOLDEN_EN)])
def test_text_shows_place_code_message_line_caret_hint_and_what_is_related(lang: str, golden: str) -> None:
    told = duplicate()
    expected = golden.format(message=told.message(lang), hint=told.hint(lang))
    assert print_text([told, unknown("notes.txt")], lang) == expected


def test_nothing_wrong_prints_nothing() -> None:
    assert print_text([], "zh") == ""
    assert print_github([], "zh") == ""


def test_what_concerns_no_file_is_said_by_the_program() -> None:
    text = print_text([fault("build-busy", Location(""), pid=12)], "en")
    assert text.startswith("sfwgen: error[build-busy]: ")


@pytest.mark.parametrize(
    ("line", "column", "shown", "before"),
    [
        ("value: 八万 人", 8, "value: 八万 人", "value: "),
        ("标题：八万人", 4, "标题：八万人", "标题："),
        ("a\tb", 3, "a   b", "a   "),
        ("标\t题", 3, "标  题", "标  "),
        ("ＡＢ半角", 3, "ＡＢ半角", "ＡＢ"),
        ("e\u0301x", 3, "e\u0301x", "e\u0301"),
        ("a\u200bb", 3, "a<U+200B>b", "a<U+200B>"),
        ("短", 9, "短", "短"),
        ("", 1, "", ""),
    ],
    ids="chinese-after full-width tab wide-tab wide-letters combining invisible beyond-end empty".split(),
)
def test_the_caret_stands_below_its_character_on_a_terminal(
    line: str, column: int, shown: str, before: str
) -> None:
    text, caret = quoted(line, column)
    assert text == shown
    assert caret == " " * display_width(before) + "^"


def test_a_very_long_line_is_cut_around_the_caret() -> None:
    line = "一" * 5000 + "错" + "二" * 5000
    text, caret = quoted(line, 5001)
    assert display_width(text) <= QUOTE_WIDTH + 2
    assert text.startswith("…一")
    assert text.endswith("二…")
    before = text[: text.index("错")]
    assert display_width(before) == len(caret) - 1


def test_the_end_of_a_long_line_is_shown_where_the_caret_is_near_it() -> None:
    text, caret = quoted("x" * 300 + "错", 301)
    assert text.endswith("x错")
    assert display_width(text[:-1]) == len(caret) - 1


def test_a_fault_of_a_whole_line_has_no_caret() -> None:
    lines = print_text([duplicate(7, 0)], "zh").splitlines()
    assert lines[0].startswith(f"{FILE}:7: error")
    assert not [line for line in lines if "^" in line]


def test_colour_stands_around_severity_and_code_only() -> None:
    coloured = print_text([duplicate()], "zh", colour=True)
    assert coloured.count("\x1b[") == 2
    assert "\x1b[1;31merror[yaml-duplicate-key]\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == print_text([duplicate()], "zh")


HOSTILE = [
    "\x1b[2J\x1b]0;title\x07",
    "\r覆盖",
    "a\x9b31mb",
    "\u202e倒过来",
    "\u2066隔离",
    "a\u2028b",
    "\n::error::假的",
    "::warning file=x::假的",
    "##[error]假的",
    "##vso[task.setvariable]x",
    "\ud800",
    "\ue000",
    "\x00",
    "%0A::error::假的",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_in_a_name_or_a_line_reaches_a_terminal_or_a_log_as_a_command(text: str) -> None:
    told = replace(unknown(text, file=f"content/{text}"), quote=text)
    told = replace(told, location=Location(f"content/{text}", 3, 1))
    for lang in ("zh", "en"):
        printed = print_text([told], lang)
        assert not re.search(
            "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", printed
        )
        for line in printed.splitlines():
            assert not line.lstrip().startswith("::")
            assert "##[" not in line
            assert "##vso[" not in line
        annotations = print_github([told], lang)
        assert len(annotations.splitlines()) == 1
        assert len(re.findall("::", annotations.replace("%3A", ""))) >= 2
        assert annotations.startswith("::warning file=content/")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", annotations)
    as_json = print_json([told])
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066]", as_json)
    as_json.encode()


def test_annotations_escape_what_would_end_a_property_or_a_message() -> None:
    told = replace(unknown("100%,a:b"), location=Location("content/a,b:c%.md", 3, 4))
    printed = print_github([told], "en")
    assert printed.startswith("::warning file=content/a%2Cb%3Ac%25.md,line=3,col=4,title=file-unknown::")
    assert "100%25,a:b" in printed
    assert "%0ACheck their names" in printed


def test_a_note_is_a_notice_and_an_error_an_error() -> None:
    notes = print_github([fault("draft-held", Location("a.md"), slug="a"), duplicate()], "zh").splitlines()
    assert notes[0].startswith("::notice file=a.md,title=draft-held::")
    assert notes[1].startswith("::error file=")


def test_json_holds_both_languages_and_the_summary() -> None:
    report = json.loads(print_json([duplicate()], {"stories": 5}))
    (told,) = report["diagnostics"]
    assert report["format"] == 1
    assert report["summary"] == {"stories": 5}
    assert (told["code"], told["severity"], told["file"]) == ("yaml-duplicate-key", "error", FILE)
    assert (told["line"], told["column"]) == (7, 1)
    assert told["message"] == {"zh": duplicate().message("zh"), "en": duplicate().message("en")}
    assert told["hint"] == {"zh": duplicate().hint("zh"), "en": duplicate().hint("en")}
    assert told["quote"] == "title: 又一个标题"
    assert told["related"] == [{"file": FILE, "line": 2, "column": 1}]


def test_json_says_null_where_there_is_no_line() -> None:
    (told,) = json.loads(print_json([unknown("x")]))["diagnostics"]
    assert (told["line"], told["column"], told["quote"]) == (None, None, None)


def many(number: int) -> list[Diagnostic]:
    return [unknown(f"{n}.txt", file=f"content/{n:04}") for n in range(number)]


def test_after_two_hundred_the_rest_is_counted() -> None:
    printed = print_text(many(LIMIT + 3), "zh")
    assert printed.count("file-unknown") == LIMIT
    assert printed.splitlines()[-1] == "……还有 3 条没有列出。先改正以上各条，再运行一次。"
    assert "还有" not in print_text(many(LIMIT), "zh")
    assert "and 3 more" in print_github(many(LIMIT + 3), "en").splitlines()[-1]


def test_errors_are_never_among_those_left_out() -> None:
    late = replace(duplicate(), location=Location("templates/z.html", 1))
    printed = print_text([*many(LIMIT + 50), late], "en")
    assert "yaml-duplicate-key" in printed
    assert "and 51 more" in printed


def test_json_leaves_nothing_out() -> None:
    assert len(json.loads(print_json(many(LIMIT + 50)))["diagnostics"]) == LIMIT + 50


def test_names_are_shown_in_composed_form() -> None:
    assert print_text([unknown("x", file="content/cafe\u0301")], "en").startswith("content/caf\u00e9: ")


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("三服务", 6), ("a\u0301", 1), ("（）", 4), ("“”", 2), ("👍", 2), ("", 0)]
)
def test_width_is_that_of_a_terminal(text: str, width: int) -> None:
    assert display_width(text) == width


def test_tabs_reach_to_the_next_stop() -> None:
    assert expand_tabs("\ta\t三\tb") == "    a   三  b"


def test_plain_text_is_shown_as_it_is() -> None:
    assert visible("价格 0.2元/方 “约” café ##") == "价格 0.2元/方 “约” café ##"


@pytest.mark.parametrize("width", [20, 41, 60])
def test_wrapped_lines_fit_lose_nothing_and_begin_with_no_stop(width: int) -> None:
    text = (
        "生成网站；有错误时旧网站不动，请先改正 config.yaml 里的 title（标题），再运行一次 sfwgen build。" * 3
    )
    lines = wrap(text, width)
    assert all(display_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not [line for line in lines if line[0] in "，。；：）"]
    assert wrap("one two  three", 7) == ["one two", "three"]
