"""Files as a Chinese Windows machine writes them: read as they are, or refused with the way out."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sfwgen.content import load_site, source_line
from sfwgen.content.text import decode_text
from sfwgen.diagnostics import Location
from tests.content.projects import BULLETIN, PAGE, STORY, TRANSLATION, faults, good, load, places, sound

FILE = "content/pages/notice/index.zh.md"


def _codes(data: bytes) -> list[str]:
    return [each.code for each in decode_text(data, FILE)[1]]


# --- line ends and marks that are taken as they are ---------------------------------------------------------


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_change_nothing(end: bytes, mark: bytes) -> None:
    as_saved = {path: mark + data.replace(b"\n", end) for path, data in sound().items()}
    assert load_site(as_saved) == load_site(sound())


def test_places_are_counted_alike_with_windows_line_ends() -> None:
    text = sound()[STORY].replace(b"line: grassroots", b"line: grasroots")
    windows = b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n")
    assert places({STORY: windows}) == places({STORY: text}) == ["line-unknown 4:7"]
    assert source_line({STORY: windows}, Location(STORY, 4, 7)) == "line: grasroots"


def test_a_byte_order_mark_in_the_middle_is_told_like_any_character_that_cannot_be_seen() -> None:
    assert places({PAGE: "---\ntitle: 关于\ufeff本站\n---\n正文。\n"}) == ["character-zero-width 2:10"]


# --- other encodings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused_with_or_without_its_mark(encoding: str) -> None:
    assert places({PAGE: sound()[PAGE].decode().encode(encoding)}) == ["encoding-utf16 0:0"]


@pytest.mark.parametrize(
    "path", [STORY, TRANSLATION, BULLETIN, "content/vocabulary/places.yaml", "config.yaml"]
)
def test_gbk_is_refused_in_every_kind_of_file_at_its_first_chinese_character(path: str) -> None:
    text = sound()[path].decode() + "\n# 备注：以上内容已经核对\n"
    line, column = next(
        (number, next(index for index, each in enumerate(written, 1) if each > "\x7f"))
        for number, written in enumerate(text.split("\n"), 1)
        if not written.isascii()
    )
    found = load({path: text.encode("gbk")})[1]
    assert [(each.code, each.location) for each in found] == [("encoding-gbk", Location(path, line, column))]
    assert "另存为" in found[0].hint("zh")
    assert "UTF-8" in found[0].hint("zh")


def test_a_refused_file_is_quoted_in_the_encoding_that_it_has() -> None:
    data = "---\ntitle: 关于本站的通知\n---\n".encode("gbk")
    assert source_line({PAGE: data}, Location(PAGE, 2, 8)) == "title: 关于本站的通知"


def test_one_stray_byte_does_not_garble_the_quoted_line() -> None:
    data = "---\ntitle: 关于".encode() + b"\xff" + "本站\n---\n".encode()
    assert source_line({PAGE: data}, Location(PAGE, 2, 10)) == "title: 关于\ufffd本站"


# --- GBK that is valid UTF-8 by accident --------------------------------------------------------------------

DOUBLE = [bytes((lead, trail)) for lead in range(0xC2, 0xE0) for trail in range(0xA1, 0xC0)]
"""The characters of GB 2312 whose two bytes are also those of a character in UTF-8."""


def test_there_are_930_characters_that_are_valid_in_both_encodings() -> None:
    assert len(DOUBLE) == 930
    assert all(len(each.decode("utf-8")) == len(each.decode("gb2312")) == 1 for each in DOUBLE)


def test_every_pair_of_them_is_caught_as_the_only_chinese_of_a_file() -> None:
    # Each character first and second, each time with other partners: 930 x 20 pairs of 930 x 930.
    chance = random.Random(4)
    for first in DOUBLE:
        for second in chance.sample(DOUBLE, 10):
            for pair in (first + second, second + first):
                assert _codes(b"title: " + pair + b"\n") == ["encoding-gbk-hidden"], pair


def test_pairs_of_the_same_lead_byte_are_caught() -> None:
    # Such a pair looks like two letters of one script.
    for lead in range(0xC2, 0xE0):
        same = [each for each in DOUBLE if each[0] == lead]
        for first in same:
            for second in same[::3]:
                assert _codes(b"title: " + first + second + b"\n") == ["encoding-gbk-hidden"]


@pytest.mark.parametrize(
    "words", "通知 什么 系统 学习 全省 实施 委员 图片 医院 小学 通知系统 系统学习全省实施".split()
)
def test_words_that_are_valid_utf_8_by_accident_are_caught_wherever_they_stand(words: str) -> None:
    data = words.encode("gb2312")
    data.decode("utf-8")
    for text in (b"---\ntitle: %s\n---\n", b"name: {zh: %s, en: Notice}\n", b"2019%s\n", b"(%s)", b"LED%s"):
        assert _codes(text % data) == ["encoding-gbk-hidden"]


def test_the_message_shows_what_the_words_were() -> None:
    (found,) = load({PAGE: "---\ntitle: 通知\n---\n学习\n".encode("gb2312")})[1]
    assert "通知" in found.message("zh")
    assert (found.location.line, found.location.column) == (2, 8)


GOOD_WORDS = """
Café crème brûlée naïve coöperate Zoë créée São Tomé Kraków Łódź Dvořák Ærø Þór Ångström İzmir ệ
m³ yuan/m³ 1.2·10³ kg·m²·s µm 25°C ±5° 10²×10² § ½ ¥20 20°
Place·Date · × ÷ « » ©2019 ®
και λόγος Ελλάδα Αθήνα μέτρο ήταν
дом Москва дороги вода Украïна мир земля
שלום عربي Հայ ელ
2019–2020 “good” ‘fine’ … — €5 →
""".split()


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from([*GOOD_WORDS, "the", "road", "800", "households,", "\n\n"]), max_size=30))
def test_good_texts_raise_no_false_alarm(words: list[str]) -> None:
    english = "---\ntitle: The road\nsummary: Done.\n---\n" + " ".join(words)
    assert _codes(english.encode()) == []
    assert _codes(english.replace("The road", "飞凤路").encode()) == []


@pytest.mark.parametrize("word", GOOD_WORDS)
def test_a_good_word_alone_raises_no_false_alarm(word: str) -> None:
    assert _codes(f"title: {word}\n".encode()) == []


# --- characters that cannot be seen -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\0", "character-control"),
        ("\x1b", "character-control"),
        ("\x0b", "character-control"),
        ("\x7f", "character-control"),
        ("\ufffe", "character-control"),
        ("\U000e0041", "character-control"),
        ("\x85", "character-line-separator"),
        ("\u2028", "character-line-separator"),
        ("\u2029", "character-line-separator"),
        ("\u200e", "character-bidi"),
        ("\u202e", "character-bidi"),
        ("\u2066", "character-bidi"),
        ("\ue000", "character-private-use"),
        ("\U000f0000", "character-private-use"),
        ("\ufffd", "character-lost"),
    ],
)
@pytest.mark.parametrize(
    ("before", "place"), [("---\ntitle: 关于", "2:10"), ("---\ntitle: 关于本站\n---\n正文", "4:3")]
)
def test_characters_that_no_document_may_hold(character: str, code: str, before: str, place: str) -> None:
    rest = "本站\n---\n正文。\n" if "4" not in place else "完。\n"
    assert places({PAGE: before + character + rest}) == [f"{code} {place}"]


@pytest.mark.parametrize("escape", ["\\u202e", "\\0", "\\x85", "\\N", "\\ud800", "\\uE000", "\\u2028"])
def test_an_escape_cannot_bring_such_a_character_in(escape: str) -> None:
    found = faults({PAGE: f'---\ntitle: "关于{escape}本站"\n---\n正文。\n'})
    assert len(found) == 1
    assert found[0].startswith(("character-", "yaml-")), found


@pytest.mark.parametrize("character", "\u200b\u200c\u2060\xad\u180e")
def test_zero_width_characters_are_a_warning_in_text_and_an_error_in_names(character: str) -> None:
    site, found = load({PAGE: f"---\ntitle: 关于{character}本站\n---\n正{character}文。\n"})
    assert site is not None
    assert [str(each.severity) for each in found] == ["warning", "warning"]
    assert [(each.location.line, each.location.column) for each in found] == [(2, 10), (4, 2)]
    assert places({PAGE: f"---\nti{character}tle: 关于本站\n---\n正文。\n"}) == [
        "character-zero-width-key 2:1"
    ]


def test_a_family_of_pictographs_is_no_invisible_character() -> None:
    good({PAGE: "---\ntitle: 关于本站\n---\n👨‍👩‍👧一家。\n"})


def test_one_character_of_a_kind_is_told_once_for_a_file() -> None:
    assert places({PAGE: "---\ntitle: 关于\x08本站\n---\n正\x08文\x08。\n"}) == ["character-control 2:10"]
