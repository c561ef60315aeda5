"""Pages of an official site in a real browser: nothing for axe to find, marks at the bottom centre, no overflow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.official.projects import built, official_project
from tests.support.trees import put

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[1] / "npm/node_modules/axe-core/axe.min.js"
PAGES = [f"{lang}{page}" for lang in ("", "en/") for page in ("index.html", "stories/shanshui-yuyuan.html")]
WIDTHS = (320, 768, 1024, 1440)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The official site in a folder."""
    site = tmp_path_factory.mktemp("official") / "site"
    put(site, built(official_project()).outputs)
    return site


@contextmanager
def opened(browser: Browser, file: Path, *, scheme: str = "light", bypass: bool = False) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=bypass,
    )
    page = context.new_page()
    page.goto(file.as_uri())
    yield page
    context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(path: str, scheme: str, folder: Path, browser: Browser) -> None:
    with opened(browser, folder / path, scheme=scheme, bypass=True) as page:
        page.add_script_tag(path=str(AXE))
        found = page.evaluate("async () => (await axe.run()).violations")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == [], json.dumps(
        found
    )[:500]


@pytest.mark.parametrize("path", PAGES)
def test_the_marks_are_shown_at_their_size_in_the_bottom_centre(
    path: str, folder: Path, browser: Browser
) -> None:
    with opened(browser, folder / path) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            seen = page.evaluate(
                """() => [...document.querySelectorAll('.marks img')].map(each => {
                    const box = each.getBoundingClientRect()
                    return [each.naturalWidth, box.width, box.height, box.left, box.right, box.bottom]
                })"""
            )
            assert [(natural, wide, high) for natural, wide, high, *_ in seen] == [
                (60, 60, 60),
                (100, 100, 60),
            ]
            middle = (min(each[3] for each in seen) + max(each[4] for each in seen)) / 2
            assert abs(middle - page.evaluate("document.documentElement.clientWidth / 2")) < 4
            links = page.evaluate("document.querySelector('.foot-links').getBoundingClientRect().bottom")
            assert all(each[5] > links for each in seen)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(path: str, folder: Path, browser: Browser) -> None:
    with opened(browser, folder / path) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            for size in ("fs1", "fs3"):
                page.evaluate("id => { document.getElementById(id).checked = true }", size)
                root = page.evaluate(
                    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
                )
                assert root[0] <= root[1], (width, size)
