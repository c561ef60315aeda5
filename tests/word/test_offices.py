"""Word files as offices send them: what they say is carried, or told to be lost; nothing in between."""

from __future__ import annotations

import io
import re
from functools import cache
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from sfwgen.word import Loss, WordText, read_word
from tests.word.offices import OFFICES, office

_TEXTS = ("t", "delText")
CARRIED = {
    "lists_in_tables": "| 道路 | 先勘察 再施工 |",
    "forms_to_fill_in": "| 格里的控件 | 控件里的格 |\n| --- | --- |\n| 控件里的行 |  |\n\n控件里的一段。",
    "notes": "[^1]: 见年中报道。 [来源](https://sfw.example/note)\n[^2]: 数字为约数。 [来源](https://sfw.example/note)",
    "tracked_changes": "新增的一句。\n\n移来的一句。\n\n| 留下的一行 |\n| --- |",
    "images": "| 表中有图 |\n| --- |\n\n![图](image-1.png)",
    "text_boxes": "前后",
    "margins": "正文。",
    "merged_cells": "| 走访 |  | 办结 |\n| --- | --- | --- |\n| 企业 | 29次 | 20件 |\n|  | 30次 | 21件 |",
    "nested_tables": "| 外面的格 |",
    "numbered_lists": "1. 勘察\n2. 设计\n\n其间征求意见。\n\n3. 施工\n5. decimal甲\n6. decimal乙",
    "hidden_and_coloured": "",
    "fields": "正文开始。",
    "odd_runs": "已办结\n\n另行书写的",
    "comments": "84,000名群众。",
    "breaks": "- 一件事  \n    分两行写\n\n\\# 不是标题，1\\*2=2，a\\_b，\\[甲\\]，\\|，&#123;=x}，&lt;b>\n\n2019\\. 这一年",
}
LOST = {
    "notes": {(Loss.OTHER, "注里的表")},
    "lists_in_tables": {(Loss.CELL, "1")},
    "tracked_changes": {
        (Loss.DELETED, "约"),
        (Loss.INSERTED, "新增的一句。"),
        (Loss.DELETED, "移走的一句。"),
        (Loss.DELETED, "删掉的一行"),
    },
    "images": {(Loss.CROPPED, "")},
    "text_boxes": {(Loss.TEXT_BOX, "框里的话")},
    "margins": {(Loss.MARGIN, "某局内部资料"), (Loss.MARGIN, "image1.png"), (Loss.MARGIN, "首页页眉")},
    "merged_cells": {(Loss.MERGED, "走访 办结")},
    "nested_tables": {(Loss.NESTED, "里面的格"), (Loss.PICTURE, "rId9")},
    "numbered_lists": {(Loss.NUMBERING, "4")},
    "hidden_and_coloured": {(Loss.HIDDEN, "看不见的"), (Loss.STRUCK, "作废的"), (Loss.FORMAT, "2")},
    "fields": {(Loss.LINK, "https://sfw.example/"), (Loss.CONTENTS, "1")},
    "odd_runs": {
        (Loss.RUBY, "kǎn"),
        (Loss.CHARACTER, "Wingdings F0FC"),
        (Loss.EQUATION, "x=1"),
        (Loss.OTHER, "从未见过的元素"),
    },
    "comments": {(Loss.COMMENT, "审稿人: 请核对数字")},
}


@cache
def read(name: str) -> WordText:
    return read_word(file(name), alt="图")


@cache
def file(name: str) -> bytes:
    return office(name)


@pytest.mark.parametrize("name", OFFICES)
def test_what_the_file_says_is_carried_as_it_stands_there(name: str) -> None:
    assert CARRIED[name] in read(name).body


@pytest.mark.parametrize("name", OFFICES)
def test_what_cannot_be_carried_is_listed_and_nothing_else(name: str) -> None:
    assert {(each.loss, each.text) for each in read(name).lost} == LOST.get(name, set())


@pytest.mark.parametrize("name", OFFICES)
def test_every_word_of_the_file_is_in_the_story_or_in_the_list(name: str) -> None:
    """Told by the file's own XML, apart from how it is read. The lines of a table of contents are counted."""
    word = read(name)
    told = "".join((word.title, word.body, *(each.text for each in word.lost)))
    told = re.sub(r"[\s\\]", "", told).replace("&#123;", "{").replace("&lt;", "<")
    with ZipFile(io.BytesIO(file(name))) as archive:
        parts = [
            part
            for part in archive.namelist()
            if re.match(r"word/\w*(?:document|notes|header|comments)", part)
        ]
        texts = [
            each.text or ""
            for part in parts
            for each in ET.fromstring(archive.read(part)).iter()
            if each.tag.rpartition("}")[2] in _TEXTS
        ]
    words = [re.sub(r"\s", "", text) for text in texts if "走访情况" not in text and text != "1"]
    assert words
    assert [word for word in words if word not in told] == []
