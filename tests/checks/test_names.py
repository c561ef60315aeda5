"""The glossary and the fixed names: real slips are found, and nothing else is."""

import pytest

from sfwgen.diagnostics import Diagnostic
from tests.checks.projects import (
    FILES,
    GAS_EN,
    GAS_ZH,
    GLOSSARY,
    PLACES,
    ROAD_EN,
    ROAD_ZH,
    TALLY,
    diagnose,
    edit,
    places,
    shown,
)

BOTH = ("The road in Xicheng Subdistrict is repaired.", "西城街道的道路修好了。")


def road(en: str, zh: str = BOTH[1]) -> tuple[Diagnostic, ...]:
    return diagnose(edit(ROAD_EN, BOTH[0], en) | edit(ROAD_ZH, BOTH[1], zh))


def reports(en: str, zh: str = BOTH[1]) -> list[tuple[str, int, int, str]]:
    return [
        (each.code, each.location.line, each.location.column, dict(each.words).get("form", ""))
        for each in road(en, zh)
    ]


# --- forms to avoid -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "construction unit",
        "Construction unit",
        "construction units",
        "construction\nunit",
        "construction-unit",
    ],
)
def test_a_form_to_avoid_is_told_with_what_to_write(written: str) -> None:
    [found] = road(f"In Xicheng Subdistrict the {written} built it.")
    assert (found.code, found.location.line, found.location.column) == ("term-avoided", 5, 28)
    assert "contractor" in found.message("en") + found.hint("en")
    assert "施工单位" in found.message("zh")


def test_a_chinese_form_to_avoid_is_told_even_across_a_line_end() -> None:
    [found] = road(BOTH[0], "西城街道的施\n工方修好了路。")
    assert (found.code, found.location.file, found.location.line) == ("term-avoided", ROAD_ZH, 9)
    assert "施工单位" in found.hint("zh")


@pytest.mark.parametrize(
    "harmless",
    [
        "reconstruction units",
        "construction united",
        "`construction unit`",
        "[the works](https://x.example/construction-unit)",
        "the report “How a construction unit works”",
        "a low rent and housing",
    ],
)
def test_parts_of_words_code_addresses_and_quotations_are_left_alone(harmless: str) -> None:
    assert [
        each for each in reports(f"In Xicheng Subdistrict: {harmless}.") if each[0] == "term-avoided"
    ] == []


def test_a_term_alone_in_quotation_marks_is_no_quotation() -> None:
    assert [each[0] for each in reports("In Xicheng Subdistrict a “construction unit” came.")] == [
        "term-avoided"
    ]


def test_a_form_within_a_longer_one_of_the_vocabulary_is_left_alone() -> None:
    fund = "fund:\n  zh: 廉租房基金\n  en: [Low-rent Housing Fund]\n"
    glossary = {GLOSSARY: FILES[GLOSSARY] + fund}
    text = edit(ROAD_EN, BOTH[0], "Xicheng Subdistrict has a Low-rent Housing Fund.")
    zh = edit(ROAD_ZH, BOTH[1], "西城街道有廉租房基金。")
    assert places(text | zh) != []
    assert places(text | zh | glossary) == []


def test_a_form_that_is_right_for_another_term_is_left_alone() -> None:
    low = "low-rent-housing:\n  zh: 廉租房\n  en: [low-rent housing]\n"
    text = edit(ROAD_EN, BOTH[0], "Xicheng Subdistrict has low-rent housing.")
    zh = edit(ROAD_ZH, BOTH[1], "西城街道有廉租房。")
    assert places(text | zh | {GLOSSARY: FILES[GLOSSARY] + low}) == []


def test_facts_beside_the_prose_are_read_too() -> None:
    timeline = edit(
        GAS_ZH, "en: The Xiangzhu section is through.", "en: The construction unit left Xiangzhu."
    )
    assert places(timeline) == [f"term-avoided {GAS_ZH}:9:5"]
    note = {TALLY: FILES[TALLY] + "note: {zh: 含廉租房。, en: With public rental housing.}\n"}
    assert [each.split()[0] for each in places(note)] == ["term-avoided"]


# --- fixed names --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "form", "column"),
    [
        ("Xicheng Street", "Xicheng Street", 13),
        ("Xicheng District", "Xicheng District", 13),
        ("Xicheng subdistrict", "Xicheng subdistrict", 13),
        ("Xi Cheng Subdistrict", "Xi Cheng", 13),
        ("Xi-cheng Subdistrict", "Xi-cheng", 13),
        ("xicheng Subdistrict", "xicheng", 13),
        ("Xichen Subdistrict", "Xichen", 13),
        ("Xichegn Subdistrict", "Xichegn", 13),
        ("Xiicheng", "Xiicheng", 13),
    ],
)
def test_a_place_written_otherwise_than_its_fixed_name_is_told(written: str, form: str, column: int) -> None:
    found = reports(f"The road in {written} is repaired.")
    assert ("place-name-form", 5, column, form) in found
    assert {code for code, *_ in found} == {"place-name-form"}


@pytest.mark.parametrize("written", ["West City Subdistrict", "the west of the city", "the area"])
def test_a_place_that_the_english_text_does_not_name_is_told(written: str) -> None:
    [found] = road(f"The road in {written} is repaired.")
    assert shown(found) == f"place-name-missing {ROAD_EN}:5:1"
    assert [(each.file, each.line) for each in found.related] == [(ROAD_ZH, 9)]
    assert "Xicheng Subdistrict" in found.hint("zh")


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("The road in Xicheng is repaired.", BOTH[1]),
        ("XICHENG SUBDISTRICT repaired the road.", BOTH[1]),
        ("Xicheng’s road, in Xicheng\nSubdistrict, is repaired.", BOTH[1]),
        ("The towns of Xicheng and Xiangzhu are linked.", "西城街道和象珠镇通了路。"),
        ("Xicheng Road in Xicheng Subdistrict.", "西城街道西城路。"),
        ("Xicheng Subdistrict and Xicheng Village.", "西城街道和西城村。"),
        ("Xicheng Subdistrict and Xicheng Street.", "西城街道的西城街。"),
        ("The road is repaired.", "道路修好了。"),
        (
            "Xicheng Subdistrict: [a map](https://map.example/xicheng).",
            "西城街道：[地图](https://map.example/xicheng)。",
        ),
        ("Xicheng Subdistrict has [a road](../gas/index.en.md).", "西城街道有[路](../gas/index.zh.md)。"),
        ("The bureau of Yongkang and Xicheng Subdistrict.", "永康市和西城街道。"),
    ],
)
def test_other_ways_of_naming_a_place_are_left_alone(en: str, zh: str) -> None:
    assert reports(en, zh) == []


def test_a_short_chinese_name_counts_only_where_the_story_is_about_the_place() -> None:
    standing = "The line stood still at Xiangzhu and was then built."
    assert places(edit(GAS_EN, standing, "The line stood still there.")) == [
        f"place-name-missing {GAS_EN}:5:1"
    ]
    other = edit(ROAD_EN, BOTH[0], BOTH[0] + " And more.") | edit(
        ROAD_ZH, BOTH[1], BOTH[1] + "象珠段也通了。"
    )
    assert places(other) == []


def test_a_place_is_looked_for_in_the_text_that_corresponds() -> None:
    summary = edit(GAS_EN, "Enterprises in Xiangzhu Town have gas.", "Enterprises have gas.")
    assert places(summary) == [f"place-name-missing {GAS_EN}:2:8"]
    step = edit(GAS_ZH, "en: The Xiangzhu section is through.", "en: A section is through.")
    assert places(step) == [f"place-name-missing {GAS_ZH}:9:5"]


SHORT = """\
taxiu: {name: {zh: 塔秀村, en: Taxiu Village}, kind: village}
lixian: {name: {zh: 理县, en: Lixian County}, kind: county}
"""


def short(en: str, zh: str) -> list[str]:
    about = FILES[ROAD_ZH].replace("[xicheng]", "[taxiu, lixian]")
    texts = {ROAD_ZH: about.replace(BOTH[1], zh), ROAD_EN: FILES[ROAD_EN].replace(BOTH[0], en)}
    return places(texts | {PLACES: FILES[PLACES] + SHORT})


def test_a_short_name_is_told_as_misspelt_only_where_it_stands_for_a_place() -> None:
    assert short("Taxis take you to Taxiu Village.", "乘车到塔秀村。") == []
    assert short("Taxiu Village, once Taxui Village.", "塔秀村。") == [f"place-name-form {ROAD_EN}:5:21"]


def test_a_chinese_name_of_two_characters_has_no_short_form() -> None:
    assert short("It is handled well.", "办理得好。") == []
    assert short("It is handled well.", "理县办得好。") == [f"place-name-missing {ROAD_EN}:5:1"]


def test_a_name_within_a_longer_one_is_not_the_place() -> None:
    bureau = "bureau:\n  zh: 西城街道办事处\n  en: [the office]\n"
    glossary = {GLOSSARY: FILES[GLOSSARY] + bureau}
    text = edit(ROAD_EN, BOTH[0], "The office repaired the road.") | edit(
        ROAD_ZH, BOTH[1], "西城街道办事处修了路。"
    )
    assert places(text | glossary) == []


def test_a_similar_name_that_the_vocabulary_knows_is_no_misspelling() -> None:
    text = edit(ROAD_EN, BOTH[0], "Xicheng Subdistrict and Yicheng Town.")
    zh = edit(ROAD_ZH, BOTH[1], "西城街道和义城镇。")
    assert [each.split()[0] for each in places(text | zh)] == ["place-name-form"]
    known = {PLACES: FILES[PLACES] + "yicheng: {name: {zh: 义城镇, en: Yicheng Town}, kind: town}\n"}
    assert places(text | zh | known) == []


def test_a_project_called_by_another_name_is_told() -> None:
    [found] = diagnose(
        edit(GAS_EN, "The Dongyong No. 2 gas line is through", "The eastern gas line is through")
    )
    assert shown(found) == f"name-missing {GAS_EN}:2:8"
    assert "Dongyong No. 2 Line" in found.hint("en")


def test_a_term_whose_meaning_is_not_settled_stands_as_it_is() -> None:
    assert [each[0] for each in reports("Xicheng Subdistrict was turned round.", "西城街道整转。")] == [
        "name-missing"
    ]
    assert reports("Xicheng Subdistrict went through 整转.", "西城街道整转。") == []


def test_an_ordinary_term_is_free_to_fit_its_sentence() -> None:
    assert reports("Xicheng Subdistrict and who built it.", "西城街道的施工单位。") == []
