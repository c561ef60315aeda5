"""Charts: nothing lies over anything else at any width and text size, and everything drawn is also said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import pytest

from tests.render.pages import LANGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (320, 360, 704, 768, 1024, 1280, 1440)
SIZES = ("fs1", "fs2", "fs3")
# Every text of a chart that is shown, with the box around its letters; a halo is the same text again.
_TEXTS = """(selector) => [...document.querySelectorAll(selector)].flatMap((each) => {
  if (!each.checkVisibility() || each.matches(".halo")) return [];
  const words = each.textContent.trim();
  const letters = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
  const boxes = [];
  while (letters.nextNode()) {
    if (!letters.currentNode.data.trim() || letters.currentNode.parentNode.closest(".vh")) continue;
    const range = document.createRange();
    range.selectNodeContents(letters.currentNode);
    boxes.push(...range.getClientRects());
  }
  return boxes.filter((box) => box.width > 1).map((box) => ({
    words, x: box.left, y: box.top, right: box.right, bottom: box.bottom,
  }));
})"""
_PARTS = {
    "home": ".span text, .span-name a, .span-name .meta",
    "figures": ".chart figcaption, .bars p > :first-child, .bars .n, .chart > .meta, .chart summary",
}


class Box(TypedDict):
    """Some words of a page, and where their letters stand, in CSS pixels."""

    words: str
    x: float
    y: float
    right: float
    bottom: float


def over_each_other(boxes: list[Box]) -> list[tuple[str, str]]:
    """The pairs of texts whose letters share more than a hair of the page."""
    return [
        (one["words"], other["words"])
        for number, one in enumerate(boxes)
        for other in boxes[number + 1 :]
        if one["words"] != other["words"]
        if min(one["right"], other["right"]) - max(one["x"], other["x"]) > 1
        if min(one["bottom"], other["bottom"]) - max(one["y"], other["y"]) > 3
    ]


@pytest.mark.parametrize("name", ["home", "figures"])
@pytest.mark.parametrize("lang", LANGS)
def test_no_label_of_a_chart_lies_over_another_or_leaves_the_page(
    lang: str, name: str, files: Mapping[tuple[str, str], Path], browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(files[lang, name].as_uri())
    found: list[object] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for size in SIZES:
            page.evaluate("id => { document.getElementById(id).checked = true }", size)
            boxes = page.evaluate(_TEXTS, _PARTS[name])
            assert len(boxes) > 8
            found += [(width, size, *pair) for pair in over_each_other(boxes)]
            found += [(width, size, each) for each in boxes if each["x"] < 0 or each["right"] > width + 0.5]
    page.close()
    assert found == []


@pytest.mark.parametrize("lang", LANGS)
def test_bars_are_as_long_as_their_numbers_and_open_where_these_are_not_exact(
    lang: str, files: Mapping[tuple[str, str], Path], browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(files[lang, "figures"].as_uri())
    widths = page.evaluate(
        "() => [...document.querySelectorAll('.bars p')].map((row) =>"
        " [...row.querySelectorAll('line')].map((line) => line.getBoundingClientRect().width))"
    )
    page.close()
    (longest,), (second,), zero, unstated, rest, nearly, (sure, beyond), _ = widths
    assert second / longest == pytest.approx(0.676, abs=0.01)
    assert (zero, unstated, len(rest), len(nearly)) == ([], [], 1, 1)
    assert (sure + beyond) / longest == pytest.approx(0.757, abs=0.01)
    assert 0.03 < beyond / longest < 0.05


@pytest.mark.parametrize("lang", LANGS)
def test_each_chart_has_a_title_a_description_and_a_table_with_the_same_numbers(
    lang: str, texts: Mapping[tuple[str, str], str]
) -> None:
    html = texts[lang, "figures"]
    charts = re.findall(r'<figure class="chart">.*?</figure>', html, re.DOTALL)
    assert len(charts) == 2
    for chart in charts:
        image = re.search(r'role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"', chart)
        assert image and f'<figcaption id="{image[1]}">' in chart
        words = re.search(rf'id="{image[2]}">([^<]+)<', chart)
        table = re.findall(r'<th scope="row">([^<]+)</th><td class="num">([^<]+)</td>', chart)
        assert words and len(table) > 2
        for label, value in table[:-1]:
            assert label in words[1] and value in words[1]
    rows = re.findall(r'<li class="span-row">.*?</li>', texts[lang, "home"], re.DOTALL)
    table = re.findall(r'<th scope="row">([^<]+)</th>', texts[lang, "home"].partition('class="span"')[2])
    assert len(rows) == len(table) == 3


@pytest.mark.parametrize("scheme", ["dark", "forced", "print"])
def test_marks_are_seen_in_dark_in_forced_colours_and_on_paper(
    scheme: str, files: Mapping[tuple[str, str], Path], browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(files["zh", "figures"].as_uri())
    if scheme == "dark":
        page.emulate_media(color_scheme="dark")
    elif scheme == "forced":
        page.emulate_media(forced_colors="active")
    else:
        page.emulate_media(media="print")
    strokes = page.evaluate(
        "() => [...document.querySelectorAll('.bars line')].map((line) => getComputedStyle(line).stroke)"
    )
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    page.close()
    # Strokes are printed whatever the browser does with backgrounds.
    assert strokes and all(each not in ("none", ground) for each in strokes)
    assert (len(set(strokes)) == 1) is (scheme == "forced")


@pytest.mark.parametrize("lang", LANGS)
def test_before_and_after_stand_side_by_side_and_one_below_the_other_on_a_phone(
    lang: str, files: Mapping[tuple[str, str], Path], browser: Browser
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(files[lang, "story"].as_uri())
    for width, beside in ((1280, True), (768, True), (360, False)):
        page.set_viewport_size({"width": width, "height": 900})
        for pair in page.locator(".pair").all():
            before, after = (side.bounding_box() for side in pair.locator("figure").all())
            assert before and after
            assert (before["y"] == after["y"]) is beside
            assert (after["x"] >= before["x"] + before["width"]) is beside
    page.context.close()
