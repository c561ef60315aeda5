"""Markdown that was meant and is none: the author is told where and how to write it."""

import pytest

from tests.content.markdown.reading import codes_of, read


@pytest.mark.parametrize(
    ("source", "place", "right"),
    [
        ("＃ 标题", "1:1", "#"),
        ("甲\n\n＃＃ 标题", "3:1", "##"),
        ("１．第一", "1:1", "1."),
        ("1．第一", "1:1", "1."),
        ("｜甲｜乙｜", "1:1", "|甲|乙|"),
        ("见[链接]（http://a.cn/x）。", "1:2", "[链接](http://a.cn/x)"),
        ("见[飞凤路]（../feifeng-road/）。", "1:2", "[飞凤路](../feifeng-road/)"),
        ("见［链接］(http://a.cn)", "1:2", "[链接]("),
        ("！[图](a.jpg)", "1:1", "![图](a.jpg)"),
        ("甲＊＊乙＊＊", "1:2", "**"),
        ("＞ 引用", "1:1", ">"),
        ("－ 甲", "1:1", "-"),
        ("共｛=a}家", "1:2", "{="),
        ("见 http：//a.cn", "1:3", "http:"),
    ],
)
def test_full_width_marks_are_shown_with_their_half_width_form(source: str, place: str, right: str) -> None:
    found = [each for each in read(source)[1] if each.code == "markdown-full-width"]
    assert f"{found[0].location.line}:{found[0].location.column}" == place
    assert dict(found[0].words)["right"] == right


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("要点：\n- 甲\n- 乙\n", "markdown-list-blank-line 2:1"),
        ("要点：\n1. 甲\n2. 乙\n", "markdown-list-blank-line 2:1"),
        ("- 甲\n  - 乙\n", "markdown-list-indent 2:3"),
        ("1. 甲\n   - 乙\n", "markdown-list-indent 2:4"),
        ("甲**粗体 **乙", "markdown-bold-spaces 1:2"),
        ("甲** 粗体**乙", "markdown-bold-spaces 1:2"),
        ("• 甲\n• 乙\n", "markdown-bullet 1:1"),
        ("1、甲\n2、乙\n", "markdown-lines-merge 2:1"),
        ("施工完成。\n---\n后续。\n", "markdown-underline 2:1"),
        ("（一）甲\n（二）乙\n", "markdown-lines-merge 2:1"),
        ("[甲](..\\b\\)", "link-characters 1:5"),
    ],
)
def test_word_habits_are_told_with_their_place(source: str, expected: str) -> None:
    assert expected in codes_of(source)


@pytest.mark.parametrize(
    "source",
    [
        "要点：\n\n- 甲\n- 乙\n\n    - 丙\n",
        "- 甲\n    - 乙\n        - 丙\n- 丁\n",
        "## 标题\n- 甲\n",
        "一、甲\n\n二、乙\n",
        "太好了！[飞凤路](../feifeng-road/)已经修好。",
        "甲（乙）[丙]（说明）",
        "**“天然气”**平台和**重点**工作",
        "2019年，用气量增长10%～15%；共800余家（户）。",
        "下降 - 上升\n",
        "`＃ 标题` 和 `**粗 **`\n\n    ｜甲｜乙｜\n",
        "第１．条",
        "甲*乙*丙 ** 丁",
        "| a | b |\n|---|---|\n| - c | d |\n",
        "> 引用\n> 第二行\n",
    ],
)
def test_sound_texts_raise_no_alarm(source: str) -> None:
    assert codes_of(source) == []
