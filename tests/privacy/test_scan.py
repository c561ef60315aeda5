"""Personal data is found however it is written; what only looks like it is let alone."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sfwgen.privacy.finds import Kind
from sfwgen.privacy.masks import mask
from sfwgen.privacy.normal import prepare
from sfwgen.privacy.numbers import id_check
from sfwgen.privacy.scan import mask_numbers, mask_text, plain, scan, scan_prepared
from tests.privacy.vectors import (
    CARDS,
    CREDIT_CODES,
    MOBILE,
    MORE,
    NOT_CARDS,
    NOT_RESIDENT_IDS,
    RESIDENT_IDS,
    TEXTS,
)

PERSONAL = {
    **dict.fromkeys(RESIDENT_IDS, Kind.ID18),
    **dict.fromkeys(CARDS, Kind.CARD_POSSIBLE),
    **dict.fromkeys(CREDIT_CODES, Kind.CREDIT_CODE),
    MOBILE: Kind.MOBILE,
    "057987000000": Kind.PHONE,
    "浙GD12345": Kind.PLATE,
}
SPLITS: dict[str, Callable[[str, int], str]] = {
    "tag": lambda text, at: f"{text[:at]}<b>{text[at:]}</b>",
    "tag with attributes": lambda text, at: f'{text[:at]}<span class="a" title="b">{text[at:]}</span>',
    "empty element": lambda text, at: f"{text[:at]}<wbr>{text[at:]}",
    "comment": lambda text, at: f"{text[:at]}<!-- one -->{text[at:]}",
    "zero width": lambda text, at: f"{text[:at]}\u200b{text[at:]}",
    "soft hyphen": lambda text, at: f"{text[:at]}&shy;{text[at:]}",
    "joiner": lambda text, at: f"{text[:at]}\u2060\ufeff{text[at:]}",
}
WHOLE: dict[str, Callable[[str], str]] = {
    "full width": lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    "entities": lambda text: "".join(f"&#{ord(c)};" for c in text),
    "hexadecimal entities": lambda text: "".join(f"&#x{ord(c):x};" for c in text),
    "escapes": lambda text: "".join(f"\\u{ord(c):04x}" for c in text),
    "percent": lambda text: "".join(f"%{ord(c):02X}" if c.isascii() else c for c in text),
    "mathematical digits": lambda text: "".join(chr(0x1D7CE + int(c)) if c.isdigit() else c for c in text),
    "spaced": lambda text: " ".join(text),
    "spaced wide": lambda text: "\u3000".join(text),
    "zero width throughout": lambda text: "\u200d".join(text),
    "attribute": lambda text: f'<img alt="{text}" src="a.png">',
    "data attribute": lambda text: f"<div data-note='{text}'></div>",
    "comment": lambda text: f"<p>…</p><!-- {text} --><p>…</p>",
    "comment with tags": lambda text: f"<!-- <p>{text}</p> -->",
    "template": lambda text: f"<template><p>{text}</p></template>",
    "noscript": lambda text: f"<noscript>{text}</noscript>",
    "script": lambda text: f'<script type="application/ld+json">{{"note": "{text}"}}</script>',
    "link": lambda text: f'<a href="/page?x={text}">…</a>',
    "drawing": lambda text: f'<svg><text x="1">{text}</text></svg>',
    "json": lambda text: f'{{"a": ["{text}"]}}',
    "table": lambda text: f"a,{text},b\n",
    "new line of a string": lambda text: f'{{"a": "……\\n{text}\\n"}}',
    "after a tab in a string": lambda text: f'["共\\t{text}"]',
    "two lines": lambda text: f"…\n{text}\n…",
}


def kinds(text: str) -> list[Kind]:
    return [each.kind for each in scan(text)]


@pytest.mark.parametrize(("text", "kind"), [*TEXTS, *MORE])
def test_a_text_holds_what_it_is_said_to_hold(text: str, kind: Kind | None) -> None:
    found = kinds(text)
    assert found[:1] == ([kind] if kind else [])
    assert len(found) <= 1 or kind is Kind.PERSON


@pytest.mark.parametrize("number", [*NOT_RESIDENT_IDS, *NOT_CARDS])
def test_a_number_without_the_form_of_a_personal_one_is_let_alone(number: str) -> None:
    assert kinds(number) == []


@pytest.mark.parametrize("value", PERSONAL)
@pytest.mark.parametrize("split", SPLITS)
def test_a_number_is_found_wherever_it_is_split(value: str, split: str) -> None:
    for at in range(1, len(value)):
        assert kinds(f"共{SPLITS[split](value, at)}，") == [PERSONAL[value]], at


@pytest.mark.parametrize("value", PERSONAL)
@pytest.mark.parametrize("way", WHOLE)
def test_a_number_is_found_in_any_dress(value: str, way: str) -> None:
    assert kinds(WHOLE[way](value)) == [PERSONAL[value]]


_BETWEEN = r"([0-9A-Za-z])(?=[0-9A-Za-z])"
_DIGITS = r"([0-9])(?=[0-9X])"
DRESSES: dict[str, Callable[[str], str]] = {
    "full width": lambda text: re.sub(r"[!-;=?-~]", lambda c: chr(ord(c[0]) + 0xFEE0), text),
    "split by tags": lambda text: re.sub(_BETWEEN, r"\1<b></b>", text),
    "in the middle": lambda text: re.sub(r"[0-9A-Za-z*]{6,}", lambda c: f"{c[0][:4]}<i>{c[0][4:]}</i>", text),
    "zero width": lambda text: re.sub(_BETWEEN, "\\1\u200b", text),
    "spaced": lambda text: re.sub(_DIGITS, r"\1 ", text) if re.search(r"[0-9]{9}", text) else text,
    "spaced wide": lambda text: re.sub(_DIGITS, "\\1\u3000", text) if re.search(r"[0-9]{9}", text) else text,
}


@pytest.mark.parametrize(("text", "kind"), [(text, kind) for text, kind in TEXTS if kind])
@pytest.mark.parametrize("dress", DRESSES)
def test_every_vector_is_found_in_every_dress(text: str, kind: Kind, dress: str) -> None:
    is_mask = "*" in text and dress.startswith("spaced")
    assert kinds(text if is_mask else DRESSES[dress](text)) == [kind]


@pytest.mark.parametrize("dash", "-‐‑‒–—―−. ·\u00a0")
def test_a_resident_id_is_found_with_any_sign_between_its_parts(dash: str) -> None:
    for number in RESIDENT_IDS:
        assert kinds(dash.join((number[:6], number[6:14], number[14:]))) == [Kind.ID18]


def test_a_number_broken_over_two_lines_is_one_number_for_its_readers() -> None:
    assert kinds("330799190001\n01003X") == [Kind.ID18]
    assert kinds("- 33079919\n- 0001010080\n") == []


def test_numbers_in_cells_side_by_side_are_not_joined() -> None:
    assert kinds("<tr><td>330799</td><td>190001010080</td></tr>") == []
    assert kinds("330799,190001010080") == []


def test_words_that_need_a_neighbour_find_it_in_the_cell_before() -> None:
    assert kinds("<tr><th>身份证</th><td>330799000101000</td></tr>") == [Kind.ID15]


def test_finds_point_to_where_the_number_stands() -> None:
    text = "共330799<b>1900</b>0101&#48;&#48;３Ｘ。"
    (found,) = scan(text)
    assert text[found.start : found.end] == "330799<b>1900</b>0101&#48;&#48;３Ｘ"
    assert found.value == "33079919000101003X"


def test_a_find_does_not_show_its_value() -> None:
    (found,) = scan("33079919000101003X")
    assert "0101003" not in repr(found)
    assert "0101003" not in str(found)


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (Kind.ID18, "33079919000101003X", "33*************03X"),
        (Kind.MOBILE, "15400000001", "154****0001"),
        (Kind.CARD, "6200000000000005", "************0005"),
        (Kind.EMAIL, "zhang@example.com", "z****@example.com"),
        (Kind.PLATE, "浙G12345", "浙G***45"),
        (Kind.PERSON, "王某某", "王**"),
    ],
)
def test_an_echo_shows_what_the_rules_allow(kind: Kind, value: str, shown: str) -> None:
    assert mask(kind, value) == shown


def test_a_line_is_masked_where_it_stands_and_keeps_its_length() -> None:
    assert mask_text("电话154 0000 0001，") == "电话154 **** 0001，"
    assert mask_text("编号330799 19000101 003X。") == "编号33**** ******** *03X。"
    assert mask_text("154⑩000001。")[-3:] == "**。"
    assert len(mask_text("３３０７９９１９０００１０１００３Ｘ")) == 18
    assert mask_text("2019年6月27日，8.4万名群众") == "2019年6月27日，8.4万名群众"


def test_what_is_printed_passes_a_last_net_that_leaves_data_whole() -> None:
    assert mask_numbers("打电话15400000001") == "打电话154****0001"
    assert mask_numbers('{"text": "15400000001"}') == '{"text": "154****0001"}'
    assert mask_numbers('{"value": 15400000001, "a": 1}') == '{"value": 15400000001, "a": 1}'


def test_plain_texts_compare_without_their_dress() -> None:
    assert plain("０５７９－８７００００００") == plain("0579-8700\u200b0000") == "0579-87000000"


@given(st.integers(0, 999), st.dates(min_value=date(1900, 1, 1), max_value=date(2049, 12, 31)))
def test_every_possible_resident_id_is_found_and_both_ways_to_check_it_agree(number: int, born: date) -> None:
    digits = f"330799{born:%Y%m%d}{number:03}"
    check = id_check(digits)
    base13 = 0
    for digit in digits:
        base13 = (base13 * 13 + int(digit)) % 11
    other = (1 - 2 * base13) % 11
    assert check == ("X" if other == 10 else str(other))
    assert kinds(f"（{digits}{check}）") == [Kind.ID18]


PIECES = [
    *(
        "330799",
        "19000101",
        "003X",
        "15400000001",
        "0579-",
        "87000000",
        "@",
        "example.com",
        "浙G12345",
        "身份证",
    ),
    *(
        "<b>",
        "</b>",
        "<td>",
        "</td>",
        "<!--",
        "-->",
        "&#51;",
        "&shy;",
        "\\u0033",
        "%33",
        '<a title="',
        '">',
        "'",
        '"',
    ),
    *(
        "***",
        "×××",
        "姓名",
        "电话",
        "|",
        ",",
        "\n",
        " ",
        "户主王三丰",
        "低保",
        "王某某",
        "３",
        "\u200b",
        "①",
        "某",
        "路25号",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_the_quick_look_misses_nothing_and_masking_keeps_the_length(text: str) -> None:
    prepared = prepare(text)
    for start in range(0, len(prepared.text), 7):
        first, last = prepared.span(start, start + 1)
        assert 0 <= first <= last <= len(text)
    exact: list[Kind] = []

    def note(kind: Kind, value: str, start: int, end: int) -> bool:
        exact.append(kind)
        return 0 <= start < end and value != ""

    scan_prepared(prepared.text, note)
    assert bool(exact) == bool(scan(text))
    assert len(mask_text(text)) == len(text)
    for each in scan(text):
        assert 0 <= each.start < each.end <= len(text)


@given(st.sampled_from([*RESIDENT_IDS, MOBILE]), st.randoms(use_true_random=False))
def test_nothing_of_a_number_is_left_in_a_masked_text_but_what_the_mask_shows(
    number: str, chance: random.Random
) -> None:
    written = "".join(
        chance.choice((digit, digit, f"{digit}\u200b", chr(ord(digit) + 0xFEE0))) for digit in number
    )
    shown = plain(mask_text(f"共{written}。"))
    assert number not in shown
    assert shown.count("*") >= 4


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("住址：飛鳳小區3幢2單元501室", Kind.ADDRESS, "3幢2單元501室"),
        ("戶主：張建國，身份證後四位1234", Kind.PERSON, "張建國"),
        ("微信號：zhang_jianguo88", Kind.CHAT, "zhang_jianguo88"),
        ("護照號E12345678", Kind.PASSPORT, "E12345678"),
        ("電話：87123456", Kind.PHONE, "87123456"),
        ("開戶行賬號：3305016012345", Kind.ACCOUNT, "3305016012345"),
    ],
)
def test_what_is_known_by_the_words_beside_it_is_found_in_traditional_characters_too(
    text: str, kind: Kind, written: str
) -> None:
    (found,) = scan(text)
    assert found.kind is kind
    assert written in text[found.start : found.end]
