"""YAML keeps what was typed: no type is guessed, nothing is cut, no trick of the format is let in."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sfwgen.content.nodes import MappingNode, Node, Scalar, Sequence, plain
from sfwgen.content.yaml import MAX_DEPTH, MAX_NODES, parse_mapping, parse_yaml
from tests.content.projects import PAGE, STORY, TALLY, faults, good, places, sound, story

FILE = "content/vocabulary/places.yaml"


def _codes(text: str) -> list[str]:
    return [
        f"{each.code} {each.location.line}:{each.location.column}" for each in parse_mapping(text, FILE)[1]
    ]


# --- values stay text ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    "no on off yes y n true 12:30 16:9 8:05:09 010 08 0o10 0x1F 1_000 1.10 1e5 .5 +8613800000000 -0 "
    ".inf .nan 2019-06-27 2019-6-27 2019/06/27 2019-02-30 2001-12-14T21:59:43Z 84% 1,234 = <<x".split(),
)
def test_values_that_yaml_would_turn_into_something_else_stay_as_typed(value: str) -> None:
    root, found = parse_mapping(f"key: {value}\n", FILE)
    assert found == ()
    assert root is not None
    assert plain(root) == {"key": value}


@pytest.mark.parametrize("title", ["no", "on", "12:30", "010", "1_000", "1.10", "2019-06-27", "2019-02-30"])
def test_a_title_is_what_was_typed(title: str) -> None:
    site = good({STORY: story(f"title: {title}")})
    assert site.stories[0].texts["zh"].title.source == title


@pytest.mark.parametrize("value", ["yes", "no", "on", "off", "True", "TRUE", "1", "y", "是"])
def test_only_true_and_false_are_true_and_false(value: str) -> None:
    assert places({STORY: story(f"draft: {value}")}) == ["value-not-boolean 2:8"]


# --- tricks of the format -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x\n", "yaml-anchor 1:4"),
        ("a: *x\n", "yaml-alias 1:4"),
        ("a: &a [*a]\n", "yaml-anchor 1:4"),
        ("&a a: 1\n", "yaml-anchor 1:1"),
        ("a: {<<: {b: 1}}\n", "yaml-merge-key 1:5"),
        ("<<: {b: 1}\n", "yaml-merge-key 1:1"),
        ("a: !!bool x\n", "yaml-tag 1:4"),
        ("a: !!timestamp x\n", "yaml-tag 1:4"),
        ("a: !!python/object/apply:os.system [ls]\n", "yaml-tag 1:4"),
        ("a: !x 1\n", "yaml-tag 1:4"),
        ("a: ! 1\n", "yaml-tag 1:4"),
        ("a: !<tag:x> [1]\n", "yaml-tag 1:4"),
        ("!!map {a: 1}\n", "yaml-tag 1:1"),
        ("? [a]\n: 1\n", "yaml-key-not-text 1:3"),
        ("? {a: 1}\n: 1\n", "yaml-key-not-text 1:3"),
        ("[a, b]: 1\n", "yaml-key-not-text 1:1"),
        ("'': 1\n", "yaml-key-not-text 1:1"),
        ("a: 1\n---\nb: 1\n", "yaml-several-documents 2:1"),
        ("a: 1\n...\nb: 1\n", "yaml-several-documents 3:1"),
        ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key 3:1"),
        ("a: 1\n'a': 3\n", "yaml-duplicate-key 2:1"),
        ("a: {b: 1, c: 2, b: 3}\n", "yaml-duplicate-key 1:17"),
        ("a:\n\tb: 1\n", "yaml-tab 2:1"),
        ("a: [1, 2\nb: 3\n", "yaml-bracket-unclosed 1:4"),
        ("a: 1\n  b: 2\n", "yaml-indentation 2:3"),
    ],
)
def test_what_could_surprise_or_explode_is_refused_at_its_place(text: str, expected: str) -> None:
    assert _codes(text) == [expected]


def test_a_name_given_twice_names_the_first_line() -> None:
    (found,) = parse_mapping("title: 甲\nline: x\ntitle: 乙\n", FILE)[1]
    assert "1" in dict(found.words)["line"]
    assert found.related[0].line == 1


# --- limits -------------------------------------------------------------------------------------------------

NESTS = {
    "lists in brackets": ("[", "]"),
    "mappings in braces": ("{a: ", "}"),
    "lists by hyphens": ("- ", ""),
    "lists and mappings": ("[{a: ", "}]"),
    "questions": ("? ", ""),
}


@pytest.mark.parametrize("nest", NESTS.values(), ids=NESTS)
@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 1_000, 100_000])
def test_deep_nests_are_refused_in_time_and_do_not_end_the_process(nest: tuple[str, str], depth: int) -> None:
    began = time.perf_counter()
    root, found = parse_yaml(nest[0] * depth + "x" + nest[1] * depth, FILE)
    assert root is None
    assert [each.code for each in found] == ["yaml-too-deep"]
    assert time.perf_counter() - began < 5


def test_twenty_levels_are_read() -> None:
    root, found = parse_yaml("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH, FILE)
    assert root is not None
    assert found == ()


def test_an_alias_bomb_and_a_merge_bomb_end_at_their_first_anchor() -> None:
    aliases = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    merges = "a0: &a0 {x: 1}\n" + "".join(
        f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 20)
    )
    assert _codes(aliases) == ["yaml-anchor 1:4"]
    assert _codes(merges) == ["yaml-anchor 1:5"]


def test_a_file_with_too_many_values_is_refused_at_the_first_too_many() -> None:
    text = "extra:\n" + "- 1\n" * (MAX_NODES + 5)
    (found,) = parse_mapping(text, FILE)[1]
    # The key counts, the list and the mapping are counted once they are closed.
    assert (found.code, found.location.line) == ("yaml-too-many-nodes", MAX_NODES + 1)


def test_a_large_sound_file_is_read_in_time() -> None:
    began = time.perf_counter()
    root, found = parse_mapping("a:\n" + "  - {zh: 象珠镇, en: Xiangzhu Town}\n" * 9_000, FILE)
    assert root is not None
    assert found == ()
    assert time.perf_counter() - began < 5


# --- values that are cut, joined or misread -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("title: 第 #3 期", "yaml-value-cut 2:10"),
        ("title: 第　#3 期", ""),
        ("title: 第#3期", ""),
        ('title: "第 #3 期"', ""),
        ("title: 第三期  # 待定", ""),
        ("places: [feifeng] #飞凤", ""),
    ],
)
def test_a_value_that_is_cut_at_a_hash_is_told(header: str, expected: str) -> None:
    assert places({STORY: story(header)}) == list(filter(None, [expected]))


def test_lines_of_chinese_are_joined_without_a_space() -> None:
    site = good({STORY: story("summary: >\n  2月仍停工，\n  5月全线贯通；\n  Mobile users\n  benefit.")})
    assert site.stories[0].texts["zh"].summary.source == "2月仍停工，5月全线贯通；Mobile users benefit."


@pytest.mark.parametrize("form", ["summary: {}", "summary: >\n  {}", 'summary: "{}"', "summary: '{}'"])
def test_spaces_that_were_typed_stay_where_lines_are_joined(form: str) -> None:
    text = form.format("象珠 唐先\n  两镇800余家\n  企业")
    site = good({STORY: story(text)})
    assert site.stories[0].texts["zh"].summary.source == "象珠 唐先两镇800余家企业"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("places: [feifeng，xicheng]", "yaml-punctuation-fullwidth 2:17"),
        ("places: 【feifeng】", "value-not-list 2:9"),
        ("places:\n  -feifeng", "yaml-dash-space 3:3"),
        ("figures:\n  - {metric：road_length, value: 200米}", "yaml-colon-fullwidth 3:12"),
        ("figures:\n  - {metric: road_length, value：200米}", "yaml-colon-fullwidth 3:32"),
        ("figures:\n  - {metric: road_length; value: 200米}", "yaml-"),
        ("figures:\n  - ｛metric: road_length, value: 200米｝", "yaml-punctuation-fullwidth 3:5"),
        ("figures:\n  - {metric: road_length, value: 84,000}", "yaml-comma-unquoted 3:34"),
        ("figures:\n  - {metric: road_length, value: 1,234,567 metres}", "yaml-comma-unquoted 3:34"),
        ("summary: {~一包四联~}完成。", "yaml-slot-unquoted 2:10"),
        ("summary: {=road_length}", "yaml-slot-unquoted 2:10"),
        ("title: “飞凤路”完成", ""),
        ("title: '飞凤路'完成", "yaml-quote-inside 2:8"),
        ("title: 飞凤路：整修完成", ""),
        ("title: [飞凤路", "yaml-bracket-unclosed 2:8"),
        ("title: %飞凤路", "yaml-character-reserved 2:8"),
        ("title: `飞凤路`", "yaml-character-reserved 2:8"),
        ("places:\n  - feifeng\n  -xicheng", "yaml-dash-space 4:3"),
        ("places:\n  -feifeng\n  -xicheng", "yaml-dash-space 3:3"),
        ("title: 飞凤路: 完成", "yaml-colon-in-value 2:11"),
        ("date:2019-05", "yaml-colon-space 2:5"),
        ("date：2019-05", "yaml-colon-fullwidth 2:5"),
        ("date : 2019-05", ""),
        ("date:\u00a02019-05", "yaml-"),
        ("  date: 2019-05", "yaml-indentation 2:3"),
    ],
)
def test_slips_of_a_chinese_keyboard_are_told_where_they_are(header: str, expected: str) -> None:
    found = places({STORY: story(header)})
    assert found[0].startswith(expected) if expected else found == [], found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Among good lines libyaml complains of the line after.
        (["title: 甲", "summary：乙", "line: grassroots"], "yaml-colon-fullwidth 3:8"),
        (["title：甲", "summary: 乙", "line: grassroots"], "yaml-colon-fullwidth 2:6"),
        (["title: 甲", "summary: 乙", "line：grassroots"], "yaml-colon-fullwidth 4:5"),
        (["title: 甲", "", "summary：乙", "", "line: grassroots"], "yaml-colon-fullwidth 4:8"),
        (["title: 甲", "summary: 乙", "places: [feifeng]", "line：grassroots"], "yaml-colon-fullwidth 5:5"),
    ],
)
def test_a_full_width_colon_is_told_on_its_own_line(lines: list[str], expected: str) -> None:
    text = "\n".join(("---", *lines, "sources: [{zh: 甲, en: A}]", "---", "正文。", ""))
    assert places({STORY: text}) == [expected]


def test_a_slip_is_told_alone_and_other_lines_are_read_on() -> None:
    found = places({STORY: story("places: [feifeng、xicheng]", "date: 2019年5月", "draft: maybe")})
    assert found == ["yaml-punctuation-fullwidth 2:17", "date-invalid 3:7", "value-not-boolean 4:8"]


def test_a_key_typed_in_another_form_of_the_same_letters_is_told() -> None:
    assert places({PAGE: "---\ntitle: 关于\nextra: {cafe\u0301: 1}\n---\n文。\n"}) == [
        "key-not-normalised 3:9"
    ]


def test_comments_and_empty_files_hold_nothing_and_are_no_fault() -> None:
    assert parse_mapping("# 暂无\n", FILE)[1] == ()
    assert parse_mapping("", FILE)[1] == ()
    good({"content/vocabulary/glossary.yaml": "# 暂无\n"})


def test_a_fault_of_one_file_says_nothing_of_the_others() -> None:
    tally = sound()[TALLY].decode().replace("unit: household", "unit: houshold")
    found = faults({TALLY: tally, PAGE: "---\ntitle：关于\n---\n文。\n"})
    assert found == [f"yaml-colon-fullwidth {PAGE}:2:6", f"unit-unknown {TALLY}:5:71"]


# --- any text -----------------------------------------------------------------------------------------------


@example("? 1")
@example("{1\n1，")
@settings(max_examples=300)
@given(st.text(alphabet="ab甲1 \n\t:：-[]{}(),，、'\"#&*!|>%@`?~=<\u3000\u00a0\u200b", max_size=80))
def test_any_text_is_read_or_has_a_fault_at_a_place_of_its_own(text: str) -> None:
    root, found = parse_yaml(text, FILE)
    lines = text.split("\n")
    assert root is not None or found or not _words(text)
    for each in found:
        assert 1 <= each.location.line <= len(lines)
        assert 1 <= each.location.column <= len(lines[each.location.line - 1]) + 1
    if root is not None:
        _check_places(root, lines)


def _words(text: str) -> bool:
    lines = (line.strip() for line in text.split("\n"))
    return any(line and line != "---" and not line.startswith("#") for line in lines)


def _check_places(node: Node, lines: list[str]) -> None:
    assert 1 <= node.line <= len(lines)
    if isinstance(node, Scalar):
        if not node.style and "\n" not in node.text and node.text:
            assert lines[node.line - 1][node.column - 1 :].startswith(node.text[:1])
    elif isinstance(node, MappingNode):
        for entry in node.entries.values():
            _check_places(entry.value, lines)
    elif isinstance(node, Sequence):
        for item in node.items:
            _check_places(item, lines)
