"""Fields: every slip of a document is told at once, with what was probably meant."""

from __future__ import annotations

import pytest

from sfwgen.diagnostics import Diagnostic
from tests.content.projects import (
    BULLETIN,
    CONFIG,
    METRICS,
    PLACES,
    STORY,
    TALLY,
    TRANSLATION,
    UNITS,
    good,
    load,
    places,
    sound,
    story,
)


def _only(files: dict[str, str | bytes | None]) -> Diagnostic:
    (found,) = load(files)[1]
    return found


def _with(path: str, old: str, new: str) -> dict[str, str | bytes | None]:
    text = sound()[path].decode()
    assert text.count(old) == 1
    return {path: text.replace(old, new)}


@pytest.mark.parametrize(
    ("field", "meant"),
    [
        ("teems", "teams"),
        ("Date", "date"),
        ("dates", "date"),
        ("日期", "date"),
        ("服务线", "line"),
        ("来源", "sources"),
        ("source", "sources"),
        ("publish", "published"),
        ("颜色", ""),
    ],
)
def test_an_unknown_field_is_told_with_the_one_that_was_meant(field: str, meant: str) -> None:
    found = [each for each in load({STORY: story(f"{field}: 2019")})[1] if each.code == "field-unknown"]
    assert [each.location.line for each in found] == [2]
    assert dict(found[0].words)["nearest"] == meant
    assert (f"“{meant}”" in found[0].hint("zh")) == bool(meant)


@pytest.mark.parametrize(
    ("path", "old", "new", "meant"),
    [
        (STORY, "places: [feifeng]", "places: [feifneg]", "feifeng"),
        (STORY, "metric: road_length", "metric: road-length", "road_length"),
        (STORY, "line: grassroots", "line: grass-roots", "grassroots"),
        (METRICS, "unit: metre", "unit: metres", "metre"),
        (BULLETIN, "[feifeng-road]", "[feifeng_road]", "feifeng-road"),
        (CONFIG, "[feifeng-road]", "[feifengroad]", "feifeng-road"),
        (PLACES, "kind: community", "kind: comunity", "community"),
        (PLACES, "within: xicheng", "within: xichen", "xicheng"),
        (TALLY, "unit: household", "unit: households", "household"),
    ],
)
def test_an_unknown_id_is_told_with_the_one_that_was_meant(path: str, old: str, new: str, meant: str) -> None:
    found = _only(_with(path, old, new))
    assert dict(found.words)["nearest"] == meant
    assert f"“{meant}”" in found.hint("zh")
    assert f"“{meant}”" in found.hint("en")


def test_an_id_that_resembles_none_is_told_without_a_guess() -> None:
    found = _only(_with(STORY, "places: [feifeng]", "places: [hangzhou]"))
    assert "是不是" not in found.hint("zh")
    assert "places.yaml" in found.hint("zh")


def test_all_slips_of_a_document_are_told_in_one_run() -> None:
    text = """---
title: [飞凤社区]
date: 2019-13
line: grasroots
places: feifeng
teams: [construction]
figures:
  - {metric: road_lenght, value: 200米}
  - {metric: road_length, value: 待补, example: maybe}
timeline:
  - {date: 2019-02-30, state: finished, zh: 停工}
draft: no
sources:
  - {zh: 报纸报道, en: A report, url: news.example}
  - {zh: 报纸报道}
---
正文。
"""
    assert places({STORY: text}) == [
        "field-missing 2:1",
        "value-not-text 2:8",
        "date-impossible 3:7",
        "line-unknown 4:7",
        "value-not-list 5:9",
        "team-unknown 6:9",
        "metric-unknown 8:14",
        "figure-placeholder 9:34",
        "value-not-boolean 9:47",
        "date-impossible 11:12",
        "value-not-allowed 11:31",
        "value-not-boolean 12:8",
        "url-invalid 14:35",
        "text-language-missing 15:5",
    ]


def test_a_missing_field_is_told_at_the_part_that_lacks_it_with_its_chinese_name() -> None:
    found = _only({STORY: story("timeline:\n  - {date: 2019-02, zh: 停工, en: Standstill}")})
    assert (found.code, found.location.line, found.location.column) == ("field-missing", 3, 5)
    assert "“state”（状态）" in found.message("zh")


def test_a_field_is_named_by_its_own_name_deep_in_a_list() -> None:
    found = _only({STORY: story("corrections:\n  - {date: 2019-08-01, wrong: {zh: 甲, en: A}, right: 乙}")})
    assert found.code == "value-not-mapping"
    assert "“right”" in found.message("zh")


@pytest.mark.parametrize("empty", ["places:", "places: ~", "places: null", "places: []\nteams:"])
def test_a_field_without_a_value_is_told(empty: str) -> None:
    assert [each.partition(" ")[0] for each in places({STORY: story(empty)})] == ["value-empty"]


def test_an_item_without_a_value_is_told_alone() -> None:
    assert places({STORY: story("sources:\n  -")}) == ["value-empty 3:4"]


@pytest.mark.parametrize("section", ["places", "teams", "aliases"])
def test_an_empty_list_is_as_good_as_none(section: str) -> None:
    good({STORY: story(f"{section}: []")})


def test_free_data_may_hold_anything() -> None:
    site = good({STORY: story("extra: {owner: 办公室, tags: [甲, {b: 乙}], none: }")})
    assert site.stories


def test_a_fault_of_the_vocabulary_does_not_echo_in_the_stories_that_use_it() -> None:
    assert places(_with(METRICS, "kind: flow", "kind: flows")) == ["value-not-allowed 5:9"]
    assert places(_with(UNITS, "dimension: household", "dimensions: household")) == ["field-unknown 13:60"]
    assert places({PLACES: "- feifeng\n"}) == ["yaml-not-mapping 1:1"]
    assert places({PLACES: sound()[PLACES].decode().encode("gbk")}) == ["encoding-gbk 1:22"]


def test_a_missing_vocabulary_file_is_told_by_what_is_missing_from_it() -> None:
    assert places({PLACES: None}) == ["place-unknown 5:10"]


def test_a_fault_of_a_story_does_not_echo_in_what_refers_to_it() -> None:
    assert places({STORY: "---\ntitle: [\n---\n正文。\n"}) == ["yaml-bracket-unclosed 2:8"]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("languages: []", "list-empty 6:12"),
        ("languages: zh", "value-not-list 6:12"),
        ("languages: [{id: zh, tag: zh-Hans}]", "field-missing 6:13"),
        ("languages: [{id: 中文, tag: zh-Hans, name: 中文}]", "language-invalid 6:18"),
        (
            "languages: [{id: zh, tag: zh-Hans, name: 中文}, {id: zh, tag: en, name: English}]",
            "value-repeated 6:52",
        ),
    ],
)
def test_what_is_wrong_with_the_languages_does_not_echo_in_every_text(new: str, expected: str) -> None:
    old = "languages:\n  - {id: zh, tag: zh-Hans, name: 中文}\n  - {id: en, tag: en, name: English}"
    assert expected in places(_with(CONFIG, old, new))
    assert len(places(_with(CONFIG, old, new))) == 1


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("metric: [road_length], value: 200米", "value-not-text 3:14"),
        ("metric: , value: 200米", "value-empty 3:6"),
        ("metric: road_length, value: ", "value-empty 3:27"),
        ("metric: road_length, value: [200米]", "value-not-text 3:34"),
        ("id: 路宽, label: {zh: 路宽, en: Width}, unit: metre, value: 6米", "id-invalid 3:10"),
        ("id: width, label: 路宽, unit: metre, value: 6米", "value-not-mapping 3:24"),
        ("id: width, label: {zh: 路宽, en: }, unit: metre, value: 6米", "value-empty 3:33"),
    ],
)
def test_a_faulty_field_of_a_figure_is_not_called_missing_too(figure: str, expected: str) -> None:
    assert places({STORY: story(f"figures:\n  - {{{figure}}}")}) == [expected]


@pytest.mark.parametrize(
    "new", ["official: yes\n", "notice: 演示版\n", "notice:\n", "notice: {zh: 演示版, en: }\n"]
)
def test_a_faulty_notice_is_not_called_missing_too(new: str) -> None:
    old = "notice: {zh: 演示版，非官方发布, en: Unofficial preview}\n"
    assert len(places(_with(CONFIG, old, new))) == 1


def test_facts_in_a_translation_are_each_told_and_not_read() -> None:
    text = sound()[TRANSLATION].decode().replace("\n---\nA", "\nline: x\nfigures: [1]\ndraft: true\n---\nA")
    assert places({TRANSLATION: text}) == [
        "translation-has-facts 4:1",
        "translation-has-facts 5:1",
        "translation-has-facts 6:1",
    ]


def test_a_site_with_faults_is_not_whole_but_what_is_sound_is_there() -> None:
    site, found = load(_with(BULLETIN, "number: 1", "number: one"))
    assert [each.code for each in found] == ["value-not-whole-number"]
    assert site is not None
    assert site.bulletins == ()
    assert [each.slug for each in site.stories] == ["feifeng-road"]
