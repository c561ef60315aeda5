"""Links and images lead to what is there, or are told with what was probably meant."""

from collections.abc import Mapping

import pytest

from tests.checks.projects import FILES, GAS_EN, GAS_ZH, ROAD_EN, ROAD_ZH, diagnose, edit, places, shown

ROAD_LINK = "[道路](../road/index.zh.md)"


def road_link(target: str) -> dict[str, str]:
    return edit(GAS_ZH, ROAD_LINK, f"[道路]({target})") | edit(
        GAS_EN, "[the road](../road/index.en.md)", "the road"
    )


def only_links(changes: Mapping[str, str | None]) -> list[str]:
    return [each for each in places(changes) if each.startswith("link-")]


@pytest.mark.parametrize(
    ("target", "nearest"),
    [
        ("../rood/index.zh.md", "../road/index.zh.md"),
        ("../road/", "../road/index.zh.md"),
        ("../road/index.md", "../road/index.zh.md"),
        ("../road/index.fr.md", "../road/index.zh.md"),
        ("road/index.zh.md", "../road/index.zh.md"),
        ("../../../sfwgen/cli.py", ""),
    ],
)
def test_a_link_to_no_document_is_told_at_its_place_with_the_nearest(target: str, nearest: str) -> None:
    [found] = [each for each in diagnose(road_link(target)) if each.code.startswith("link-")]
    assert shown(found) == f"link-target-missing {GAS_ZH}:17:16"
    assert dict(found.words)["nearest"] == nearest
    assert ("是不是" in found.hint("zh")) is bool(nearest)
    assert "index.zh.md" in found.hint("zh")


def test_a_draft_is_no_target_for_what_is_public() -> None:
    draft = edit(ROAD_ZH, "line: enterprises\n", "line: enterprises\ndraft: true\n")
    assert only_links(draft) == [f"link-target-missing {GAS_EN}:9:40", f"link-target-missing {GAS_ZH}:17:16"]
    both = draft | edit(GAS_ZH, "line: enterprises\n", "line: enterprises\ndraft: true\n")
    assert only_links(both) == []


def test_a_text_that_a_language_lacks_is_no_target_and_its_original_is_named() -> None:
    [found] = [each for each in diagnose({ROAD_EN: None}) if each.code.startswith("link-")]
    assert shown(found) == f"link-target-missing {GAS_EN}:9:40"
    assert dict(found.words)["nearest"] == "../road/index.zh.md"
    mended = edit(GAS_EN, "../road/index.en.md", "../road/index.zh.md")
    assert only_links({ROAD_EN: None, **mended}) == []


@pytest.mark.parametrize(
    ("fragment", "nearest"),
    [("数字怎样读", "数字怎么读"), ("reading-figures", ""), ("fig-enterprises_supplied", "")],
)
def test_a_fragment_names_a_heading_of_the_text_that_is_linked_to(fragment: str, nearest: str) -> None:
    [found] = diagnose(edit(GAS_ZH, "index.zh.md#数字怎么读", f"index.zh.md#{fragment}"))
    assert shown(found).startswith(f"link-anchor-missing {GAS_ZH}:17:")
    assert dict(found.words)["nearest"] == nearest


def test_a_fragment_may_name_a_figure_of_the_story() -> None:
    def link(fragment: str) -> dict[str, str]:
        zh, en = (f"\n[供气](../gas/index.{lang}.md#{fragment})\n" for lang in ("zh", "en"))
        return {ROAD_ZH: FILES[ROAD_ZH] + zh, ROAD_EN: FILES[ROAD_EN] + en}

    assert places(link("fig-enterprises_supplied")) == []
    assert len(only_links(link("fig-residents_supplied"))) == 2


def test_a_link_within_the_page_is_told_where_it_is_written() -> None:
    [found] = diagnose(edit(GAS_ZH, "[上文](#停工)", "[上文](#停功)"))
    assert shown(found) == f"link-anchor-missing {GAS_ZH}:21:35"
    assert dict(found.words)["nearest"] == "停工"


def test_footnotes_lead_to_their_places() -> None:
    note = edit(GAS_ZH, "后来贯通。\n", "后来贯通[^1]。\n\n[^1]: 报道所载。\n")
    assert places(note) == []


def test_an_image_that_is_not_there_is_told_with_the_nearest_name() -> None:
    images = ["content/stories/road/Road.jpg", "content/stories/gas/road.jpg"]
    written = {
        ROAD_ZH: FILES[ROAD_ZH] + "\n![路](road.jpg)\n",
        ROAD_EN: FILES[ROAD_EN] + "\n![Road](Road.jpg)\n",
    }
    [found] = [each for each in diagnose(written, images) if each.code == "image-missing"]
    assert shown(found) == f"image-missing {ROAD_ZH}:11:6"
    assert dict(found.words) == {"name": "road.jpg", "nearest": "Road.jpg"}
