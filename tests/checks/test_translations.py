"""A text that a language lacks, and texts that do not match in structure."""

import pytest

from tests.checks.projects import (
    ABOUT_EN,
    ABOUT_ZH,
    CONFIG,
    FILES,
    GAS_EN,
    GAS_ZH,
    ROAD_EN,
    ROAD_ZH,
    diagnose,
    edit,
    places,
    shown,
)


def with_policy(policy: str) -> dict[str, str]:
    return {CONFIG: FILES[CONFIG] + f"missing_translation: {{stories: {policy}, pages: {policy}}}\n"}


def test_a_project_whose_languages_match_has_nothing_to_report() -> None:
    assert places() == []


@pytest.mark.parametrize(
    ("policy", "expected"),
    [("fail", ["translation-missing"]), ("notice", ["translation-absent"]), ("hide", [])],
)
def test_a_missing_translation_is_told_as_the_policy_says(policy: str, expected: list[str]) -> None:
    unlinked = edit(GAS_ZH, "[道路](../road/index.zh.md)", "道路") | edit(
        GAS_EN, "[the road](../road/index.en.md)", "the road"
    )
    found = diagnose({ROAD_EN: None, **with_policy(policy), **unlinked})
    assert [each.code for each in found] == expected
    for each in found:
        assert each.location.file == ROAD_ZH
        assert "content/stories/road/index.en.md" in each.hint("en")
        assert "English" in each.message("zh")


def test_without_a_policy_a_missing_page_is_a_warning() -> None:
    changes = {
        ABOUT_EN: None,
        **edit(GAS_EN, "[About](../../pages/about/index.en.md#reading-figures)", "About"),
    }
    assert [code.split()[0] for code in places(changes)] == ["translation-absent", "translation-links"]


def test_a_heading_that_is_missing_is_told_with_both_places() -> None:
    [found] = diagnose(edit(GAS_EN, "## Through\n\n", ""))
    assert shown(found) == f"translation-headings {GAS_EN}:7:1"
    assert [(each.file, each.line) for each in found.related] == [(GAS_ZH, 19)]
    assert "2" in found.message("zh")
    assert "1" in found.message("zh")


def test_a_heading_of_another_level_is_told_at_its_line() -> None:
    [found] = diagnose(edit(GAS_EN, "## Through", "### Through"))
    assert shown(found) == f"translation-headings {GAS_EN}:12:1"
    assert [(each.file, each.line) for each in found.related] == [(GAS_ZH, 19)]
    assert "no. 2" in found.message("en")


def test_hash_signs_in_code_are_no_headings() -> None:
    code = "```\n# not a heading\n```\n\n## Standstill"
    assert places(edit(GAS_EN, "## Standstill", code)) == []
    moved = edit(GAS_EN, "## Standstill", code)[GAS_EN].replace("## Through", "### Through")
    assert places({GAS_EN: moved}) == [f"translation-headings {GAS_EN}:16:1"]


def test_a_figure_printed_in_one_language_only_is_told_where_it_is_missing() -> None:
    [found] = diagnose(edit(GAS_EN, "{=enterprises_supplied} benefit", "They benefit"))
    assert shown(found) == f"translation-slots {GAS_EN}:5:1"
    assert [shown_place(each) for each in found.related] == [f"{GAS_ZH}:21:1"]
    assert "{=…}" in found.message("en")


def test_a_figure_printed_in_the_translation_only_is_told_in_the_original() -> None:
    [found] = diagnose(edit(GAS_ZH, "{=enterprises_supplied}企业受益", "企业受益"))
    assert found.code == "translation-slots"
    assert found.location.file == GAS_ZH
    assert [each.file for each in found.related] == [GAS_EN]


def test_a_document_that_one_language_does_not_link_to_is_told() -> None:
    [found] = diagnose(edit(GAS_EN, "[the road](../road/index.en.md)", "the road"))
    assert shown(found) == f"translation-links {GAS_EN}:5:1"
    assert [shown_place(each) for each in found.related] == [f"{GAS_ZH}:17:16"]
    assert ROAD_ZH in found.message("zh")


def test_images_are_compared_and_one_with_words_may_exist_for_each_language() -> None:
    images = [f"content/stories/road/{name}" for name in ("road.jpg", "map.zh.png", "map.en.png")]

    def report(zh: str, en: str) -> list[str]:
        return places({ROAD_ZH: FILES[ROAD_ZH] + zh, ROAD_EN: FILES[ROAD_EN] + en}, images)

    assert report("\n![路](road.jpg)\n", "\n![The road](road.jpg)\n") == []
    assert report("\n![图](map.zh.png)\n", "\n![A map](map.en.png)\n") == []
    assert report("\n![路](road.jpg)\n", "") == [f"translation-images {ROAD_EN}:5:1"]


def test_a_page_with_a_summary_in_one_language_is_told_where_it_lacks() -> None:
    [found] = diagnose(edit(ABOUT_EN, "summary: Where the content comes from.\n", ""))
    assert found.code == "translation-summary"
    assert (found.location.file, [each.file for each in found.related]) == (ABOUT_EN, [ABOUT_ZH])


def test_a_story_without_figures_is_valid() -> None:
    assert "figures:" not in FILES[ROAD_ZH]
    assert places() == []


def shown_place(place: object) -> str:
    file, line, column = (getattr(place, name) for name in ("file", "line", "column"))
    return f"{file}:{line}:{column}"


def test_a_link_to_no_document_is_not_told_a_second_time_as_missing_in_the_other_language() -> None:
    assert places(edit(GAS_ZH, "../road/index.zh.md", "../rood/index.zh.md")) == [
        f"link-target-missing {GAS_ZH}:17:16"
    ]
