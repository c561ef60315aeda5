"""All pages of the built site in a browser: from a folder, and below a prefix on a server."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from sfwgen.build import build
from sfwgen.publish import RealDisk
from sfwgen.resources import starter_files
from tests.site.browsing import DESK, PHONE, PREFIX, SPILLING, TORN, Visit, serving, violations, visit
from tests.site.conftest import URL
from tests.site.reading import BuiltSite
from tests.support.trees import put

if TYPE_CHECKING:
    from playwright.sync_api import Browser

KINDS = "home story list figures bulletin bulletins corrections page sitemap search".split()
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LOST = ("404.html", "en/404.html")
"""Shown at any address, so they name their style sheet from the root of the host."""


@pytest.fixture(scope="module")
def from_folder(folder: Path, site: BuiltSite, browser: Browser) -> Mapping[str, Visit]:
    """Every page opened on a narrow phone, straight from the folder."""
    urls = {path: (folder / path).as_uri() for path in site.pages if path not in LOST}
    return visit(browser, urls, width=PHONE)


@pytest.fixture(scope="module")
def from_server(folder: Path, site: BuiltSite, browser: Browser) -> Mapping[str, Visit]:
    """Every page opened on a desk, from a server that has the site below a prefix."""
    with serving(folder) as address:
        urls = {path: f"{address}{path}" for path in site.pages if path not in LOST}
        return visit(browser, urls, width=DESK)


def test_opened_from_a_folder_no_page_complains_or_asks_for_anything_outside_the_folder(
    folder: Path, from_folder: Mapping[str, Visit]
) -> None:
    assert len(from_folder) > 60
    for path, seen in from_folder.items():
        assert (seen.said, seen.failed) == ([], []), path
        asked = [url for url in seen.asked if not url.startswith("data:image/")]
        assert len(asked) >= 3, path
        assert [url for url in asked if not url.startswith(f"{folder.as_uri()}/")] == [], path


def test_below_a_prefix_no_page_complains_or_asks_for_anything_outside_the_prefix(
    from_server: Mapping[str, Visit],
) -> None:
    assert len(from_server) > 60
    for path, seen in from_server.items():
        assert (seen.said, seen.failed) == ([], []), path
        asked = [url for url in seen.asked if not url.startswith("data:image/")]
        own = asked[0].partition(PREFIX)[0] + PREFIX
        assert own.startswith("http://127.0.0.1:"), path
        assert len(asked) >= 3, path
        assert [url for url in asked if not url.startswith(own)] == [], path


@pytest.mark.parametrize("visits", ["from_folder", "from_server"])
def test_no_page_scrolls_sideways(visits: str, request: pytest.FixtureRequest) -> None:
    seen: Mapping[str, Visit] = request.getfixturevalue(visits)
    assert {path: each.spilling for path, each in seen.items() if each.spilling} == {}


def test_a_lost_address_at_any_depth_gets_a_page_that_leads_home(tmp_path: Path, browser: Browser) -> None:
    files = dict(starter_files())
    moved = f"https://www.yongkang.example{PREFIX}"
    assert files["config.yaml"].count(URL.encode()) == 1
    put(tmp_path, {**files, "config.yaml": files["config.yaml"].replace(URL.encode(), moved.encode())})
    built = build(RealDisk(), str(tmp_path))
    assert built.published is not None, built.diagnostics
    with serving(tmp_path / "site") as address:
        context = browser.new_context(viewport={"width": PHONE, "height": 800})
        page = context.new_page()
        failed: list[str] = []
        page.on("requestfailed", lambda request: failed.append(request.url))
        answer = page.goto(f"{address}stories/2018/lost.html")
        assert answer is not None and answer.status == 404
        width = page.evaluate("() => getComputedStyle(document.querySelector('main')).maxWidth")
        assert width != "none", "the style sheet was not found"
        assert page.evaluate(SPILLING) == []
        assert violations(page) == []
        page.click("main a >> nth=0")
        assert page.url == f"{address}index.html"
        assert failed == []
        context.close()


@pytest.mark.parametrize("lang", ["zh-Hans", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_any_kind_of_page(
    kind: str, lang: str, folder: Path, site: BuiltSite, browser: Browser
) -> None:
    of_kind = [page for page in site.pages.values() if (page.kind, page.lang) == (kind, lang)]
    fullest = max(of_kind, key=lambda page: len(page.text))
    context = browser.new_context(viewport={"width": DESK, "height": 800})
    page = context.new_page()
    page.goto((folder / fullest.path).as_uri())
    found = {}
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found[scheme] = violations(page)
    context.close()
    assert found == {scheme: [] for scheme in SCHEMES}, fullest.path


def test_no_line_of_chinese_is_torn_from_its_mark_at_any_width_and_text_size(
    folder: Path, site: BuiltSite, browser: Browser
) -> None:
    of_kind = {page.kind: page for page in site.pages.values() if page.lang == "zh-Hans"}
    context = browser.new_context()
    page = context.new_page()
    found = []
    for each in (*of_kind.values(), site.pages["stories/gas-pipeline.html"]):
        page.goto((folder / each.path).as_uri())
        for width in (320, 704, 768, 1024):
            page.set_viewport_size({"width": width, "height": 800})
            for size in ("fs1", "fs3"):
                page.evaluate("id => { document.getElementById(id).checked = true }", size)
                found += [(each.path, width, size, torn) for torn in page.evaluate(TORN)]
    assert found == []
    page = context.new_page()
    page.set_content(
        '<body lang="zh" style="width: 4em; word-break: keep-all; overflow-wrap: anywhere">一二三四。'
    )
    assert page.evaluate(TORN) == ["一二三四|。"]
    context.close()


# Every word of a heading, and every large number, that stands on two lines; and every term under what it names.
_BROKEN = """() => {
  const found = [];
  for (const each of document.querySelectorAll("h1, h2, h3, .fig b, .dateline dt")) {
    const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const word of node.data.matchAll(/[A-Za-z0-9,.]+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (range.getClientRects().length > 1) found.push(word[0]);
      }
    }
  }
  for (const each of document.querySelectorAll(".dateline dt")) {
    const range = document.createRange();
    range.selectNodeContents(each);
    if (range.getBoundingClientRect().right > each.nextElementSibling.getBoundingClientRect().left) {
      found.push(each.textContent);
    }
  }
  return found;
}"""


def test_on_a_small_phone_with_the_largest_text_no_word_of_a_heading_and_no_number_is_broken(
    folder: Path, site: BuiltSite, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    found = {}
    for each in site.pages.values():
        if each.lang == "en" and each.kind in ("home", "story", "bulletin", "figures", "page"):
            page.goto((folder / each.path).as_uri())
            page.evaluate("document.getElementById('fs3').checked = true")
            found[each.path] = page.evaluate(_BROKEN)
    context.close()
    assert len(found) > 8
    assert {path: words for path, words in found.items() if words} == {}


BAD_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src *">
<title>A page with everything that must not be</title>
<script>document.title = "inline"</script>
<img src="http://127.0.0.1:9/elsewhere.png" alt="">
<p>{wide}
"""


def test_a_page_that_does_what_it_must_not_would_be_noticed(tmp_path: Path, browser: Browser) -> None:
    page = tmp_path / "bad.html"
    page.write_text(BAD_PAGE.replace("{wide}", "w" * 500), encoding="utf-8")
    seen = visit(browser, {"bad": page.as_uri()}, width=PHONE)["bad"]
    assert any("Content Security Policy" in said or said.startswith("refused: ") for said in seen.said)
    assert "http://127.0.0.1:9/elsewhere.png" in seen.asked
    assert len(seen.spilling) == 1
