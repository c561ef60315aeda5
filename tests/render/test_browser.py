"""Every kind of page in a real browser: no sideways scroll, nothing for axe to find, all within reach of the
keyboard, and nothing refused by the page's own policy."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.render.pages import LANGS
from tests.render.samples import NAMES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[1] / "npm/node_modules/axe-core/axe.min.js"
Files = Mapping[tuple[str, str], Path]

# A redirect leaves at once; it has a test of its own.
STAYING = tuple(name for name in NAMES if name != "redirect")
EVERY_PAGE = pytest.mark.parametrize(("lang", "name"), [(lang, name) for lang in LANGS for name in STAYING])
WIDTHS = (320, 360, 704, 768, 1024, 1280, 1440)
SIZES = ("fs1", "fs2", "fs3")


@contextmanager
def _opened(
    browser: Browser, file: Path, *, width: int = 1280, bypass_policy: bool = False, script: bool = True
) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=script, bypass_csp=bypass_policy
    )
    page = context.new_page()
    page.goto(file.as_uri())
    yield page
    context.close()


def _choose_size(page: Page, size: str) -> None:
    page.evaluate("id => { document.getElementById(id).checked = true }", size)


@EVERY_PAGE
def test_no_page_scrolls_sideways_at_any_width_and_text_size(
    lang: str, name: str, files: Files, browser: Browser
) -> None:
    with _opened(browser, files[lang, name]) as page:
        found = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            for size in SIZES:
                _choose_size(page, size)
                found += [(width, size, what) for what in page.evaluate(_SPILLING)]
    assert not found


# Names what reaches past the right edge, unless it scrolls by itself or is hidden from sight.
_SPILLING = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const spilling = [...document.querySelectorAll("body *")].filter(
    (each) => each.getBoundingClientRect().right > width + 0.5 && !each.closest(".scroll")
  );
  const named = spilling.map((each) => each.tagName + "." + (each.getAttribute("class") || ""));
  return named.length ? named.slice(-3) : ["a word that is too wide"];
}"""


@EVERY_PAGE
def test_axe_finds_nothing_in_any_scheme_or_text_size(
    lang: str, name: str, files: Files, browser: Browser
) -> None:
    with _opened(browser, files[lang, name]) as page:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for size in ("fs1", "fs3"):
                _choose_size(page, size)
                assert _violations(page) == [], (scheme, size)
        page.emulate_media(color_scheme="light", forced_colors="active")
        assert _violations(page) == [], "forced colours"


def _violations(page: Page) -> list[tuple[str, str]]:
    found = page.evaluate("() => axe.run({ resultTypes: ['violations'] })")
    return [
        (each["id"], node["html"] + json.dumps(node["any"])[:300])
        for each in found["violations"]
        for node in each["nodes"]
    ]


@EVERY_PAGE
def test_the_keyboard_reaches_everything_and_the_focus_is_seen(
    lang: str, name: str, files: Files, browser: Browser
) -> None:
    with _opened(browser, files[lang, name]) as page:
        wanted = page.evaluate(_FOCUSABLE)
        reached = []
        for _ in wanted:
            page.keyboard.press("Tab")
            at, seen = page.evaluate(_FOCUSED)
            reached.append(at)
            assert seen, page.evaluate("() => document.activeElement.outerHTML")
    assert reached == wanted


# Everything that takes the focus, in reading order; of a group of radio buttons the one that is chosen.
_FOCUSABLE = """() => {
  window.all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter(
    (each) => each.checkVisibility() && (each.type !== "radio" || each.checked)
  );
  return all.map((each, at) => at);
}"""
# Where the focus is, and whether it shows: an outline of 3 px around something on the screen, under nothing else.
_FOCUSED = """() => {
  const at = document.activeElement;
  const ringed = at.type === "radio" ? at.nextElementSibling : at;
  const style = getComputedStyle(ringed);
  const box = ringed.getBoundingClientRect();
  const line = ringed.getClientRects()[0];
  const above = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
  const covered = above && !ringed.contains(above) && !above.contains(ringed);
  const inside = !covered && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return [all.indexOf(at), inside && style.outlineStyle === "solid" && style.outlineWidth === "3px"];
}"""


@pytest.mark.parametrize("lang", LANGS)
def test_the_skip_link_shows_on_focus_and_leads_past_the_header(
    lang: str, files: Files, browser: Browser
) -> None:
    with _opened(browser, files[lang, "story"], width=320) as page:
        page.keyboard.press("Tab")
        link = page.locator(":focus")
        box = link.bounding_box()
        assert box and box["x"] >= 0 and box["y"] >= 0 and box["x"] + box["width"] <= 320
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.closest('main') !== null")


@EVERY_PAGE
def test_nothing_is_refused_by_the_policy_and_no_script_fails(
    lang: str, name: str, files: Files, browser: Browser
) -> None:
    said: list[str] = []
    asked: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(files[lang, name].as_uri())
    context.close()
    assert said == []
    assert {url.partition(":")[0] for url in asked} <= {"file", "data"}
    own = sorted(url.rpartition("/")[2] for url in asked[1:] if url.startswith("file:"))
    index = ["head.js", "search-index.js", "search.js"] if name == "search" else []
    assert own == [*index, "site.js", "style.css"]


@pytest.mark.parametrize("lang", LANGS)
def test_squares_are_drawn_in_a_page_opened_from_a_folder(lang: str, files: Files, browser: Browser) -> None:
    with _opened(browser, files[lang, "home"]) as page:
        boxes = page.evaluate(
            "() => [...document.querySelectorAll('.sq use')].map((use) => use.getBoundingClientRect().width)"
        )
    drawn = (237, 18, 20, 35, 5, 2)
    assert len(boxes) == sum(-(-count // 5) for count in drawn)
    assert min(boxes) > 8


@pytest.mark.parametrize("lang", LANGS)
def test_a_redirect_leads_to_the_new_address(lang: str, files: Files, browser: Browser) -> None:
    with _opened(browser, files[lang, "redirect"]) as page:
        page.wait_for_url("**/stories/gas.html")


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("size", SIZES)
def test_the_share_panel_opens_within_the_window(
    width: int, size: str, files: Files, browser: Browser
) -> None:
    with _opened(browser, files["zh", "story"], width=width) as page:
        _choose_size(page, size)
        page.click(".share summary")
        box = page.locator(".share-panel").bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert page.evaluate(_SPILLING) == []


# The search page says that it cannot search without script: it has a test of its own in tests/search.
@pytest.mark.parametrize(
    ("lang", "name"), [(lang, name) for lang in LANGS for name in STAYING if name != "search"]
)
def test_without_script_the_page_holds_the_same_text(
    lang: str, name: str, files: Files, browser: Browser
) -> None:
    with _opened(browser, files[lang, name], script=False) as page:
        plain = page.locator("main").inner_text()
        assert page.locator("h1").inner_text()
    with _opened(browser, files[lang, name]) as page:
        page.evaluate(
            "() => document.querySelectorAll('button:not(form *)').forEach((each) => each.remove())"
        )
        assert page.locator("main").inner_text() == plain


@pytest.mark.parametrize("lang", LANGS)
def test_the_text_size_is_chosen_without_script_and_remembered_with_it(
    lang: str, files: Files, browser: Browser
) -> None:
    size = "() => getComputedStyle(document.documentElement).fontSize"
    with _opened(browser, files[lang, "home"]) as page:
        assert page.evaluate(size) == "16px"
        page.check("#fs3", force=True)
        assert page.evaluate(size) == "24px"
        page.goto(files[lang, "story"].as_uri())
        assert page.evaluate(size) == "24px"
        assert page.is_checked("#fs3")


@pytest.mark.parametrize("lang", LANGS)
def test_at_the_largest_size_text_is_at_least_eighteen_points_and_targets_sixty_pixels(
    lang: str, files: Files, browser: Browser
) -> None:
    targets = (
        ".nav a, .filter li > *, .langs a, .sizes label, .tools a, .tools button, .tools summary, .foot a"
    )
    heights = "(all) => all.map((each) => each.getBoundingClientRect().height)"
    with _opened(browser, files[lang, "story"]) as page:
        page.check("#fs3", force=True)
        body = page.locator(".prose p").first
        assert float(body.evaluate("(each) => parseFloat(getComputedStyle(each).fontSize)")) >= 24
        assert min(page.locator(targets).evaluate_all(heights)) >= 60
        for place in (body, page.locator("main a").first, page.locator("summary").first):
            pointer = place.evaluate("(each) => getComputedStyle(each).cursor")
            assert "width='48' height='48'" in pointer
    with _opened(browser, files[lang, "list"]) as page:
        page.check("#fs3", force=True)
        assert min(page.locator(targets).evaluate_all(heights)) >= 60


@EVERY_PAGE
def test_the_page_survives_wider_spacing_of_text(
    lang: str, name: str, files: Files, browser: Browser
) -> None:
    with _opened(browser, files[lang, name], width=320, bypass_policy=True) as page:
        page.add_style_tag(
            content="*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
            "p{margin-bottom:2em!important}"
        )
        assert page.evaluate(_SPILLING) == []
