"""A site of three hundred stories stands up to what the small one does: checkers, browsers, readers, weights."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from sfwgen.plan.feeds import MOST
from tests.many.conftest import URL
from tests.many.stories import BULLETINS, STORIES
from tests.plan.machine.test_metadata import NEEDED, TERMS, nodes
from tests.plan.machine.test_package import conforms
from tests.render.test_browser import SIZES, WIDTHS
from tests.site.browsing import SPILLING, violations
from tests.site.reading import BuiltSite, Page, find_broken, find_foreign, find_unmatched
from tests.site.test_markup import CHECKER, LEFT_OVER

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.no_cover  # what tests/site builds, many times over

LANGS = ("zh-Hans", "en")
KINDS = "home story list figures records bulletin bulletins corrections page sitemap search".split()
EVERY_KIND = pytest.mark.parametrize(("kind", "lang"), [(kind, lang) for kind in KINDS for lang in LANGS])
FIRST_VIEW = 60_000
"""How many bytes a page may take until it can be read, compressed, without photographs."""


def of_kind(site: BuiltSite, kind: str, lang: str) -> list[Page]:
    """The pages of a kind, the fullest first."""
    found = [page for page in site.pages.values() if (page.kind, page.lang) == (kind, lang)]
    return sorted(found, key=lambda page: (-len(page.text), page.path))


def samples(site: BuiltSite, kind: str, lang: str) -> list[Page]:
    """The fullest page of a kind, the emptiest, and two between."""
    found = of_kind(site, kind, lang)
    return [found[at] for at in sorted({0, len(found) // 3, 2 * len(found) // 3, len(found) - 1})]


def test_the_site_has_every_kind_of_page_and_each_story_in_both_languages(site: BuiltSite) -> None:
    kinds = {(page.kind, page.lang) for page in site.pages.values()}
    assert kinds == {(kind, lang) for kind in [*KINDS, "notfound"] for lang in LANGS}
    for lang in LANGS:
        assert len(of_kind(site, "story", lang)) == STORIES
        assert len(of_kind(site, "bulletin", lang)) == BULLETINS
        assert len(of_kind(site, "records", lang)) == 9


def test_every_story_is_listed_once_on_the_pages_of_the_whole_list(site: BuiltSite) -> None:
    for prefix in ("", "en/"):
        path, listed = f"{prefix}stories/index.html", []
        while path:
            html = site.files[path].decode()
            links = [
                link for link in site.pages[path].links if "#" not in link
            ]  # Figures have addresses too.
            listed += [site.target(path, link) for link in links if link.startswith("case-")]
            head = html.partition("</head>")[0]
            following = head.partition('<link rel="next" href="')[2].partition('"')[0]
            path = f"{prefix}stories/{following}" if following else ""
        assert len(listed) == len(set(listed)) == STORIES


def test_the_site_map_leads_to_the_lists_of_many_stories_and_names_everything_else(site: BuiltSite) -> None:
    for prefix, said in (("", "全部进展（300）"), ("en/", "All stories (300)")):
        page = site.pages[f"{prefix}sitemap.html"]
        named = {site.target(page.path, link) for link in page.links}
        assert said in page.text
        assert f"{prefix}stories/index.html" in named
        assert not any("/case-" in (target or "") for target in named)
        ones = {
            path for path in site.files if path.startswith(f"{prefix}bulletins/") and path.endswith(".html")
        }
        assert ones <= named


def test_links_lead_somewhere_versions_name_each_other_and_nothing_is_foreign(site: BuiltSite) -> None:
    assert list(find_broken(site)) == []
    assert list(find_foreign(site)) == []
    assert list(find_unmatched(site)) == []


def test_titles_and_descriptions_tell_the_pages_of_a_list_apart(site: BuiltSite) -> None:
    lists = {
        path: site.files[path].decode()
        for lang in LANGS
        for path in (p.path for p in of_kind(site, "list", lang))
    }
    assert len(lists) > 100
    titles = [html.partition("<title>")[2].partition("</title>")[0] for html in lists.values()]
    assert len(set(titles)) == len(titles)


def test_the_html_checker_has_nothing_to_say_about_pages_of_any_kind(folder: Path, site: BuiltSite) -> None:
    pages = [page for kind in KINDS for lang in LANGS for page in samples(site, kind, lang)]
    paths = [str(folder / page.path) for page in pages]
    command = ["java", "-jar", str(CHECKER), "--stdout", "--exit-zero-always", "--format", "json"]
    command += ["--filterpattern", ".*Content Security Policy.*"]
    done = subprocess.run([*command, *paths], capture_output=True, check=True, timeout=300)
    assert [
        (each["url"].rpartition("/site/")[2], each["message"]) for each in json.loads(done.stdout)["messages"]
    ] == []


def test_nothing_that_a_program_leaves_behind_stands_on_any_page(site: BuiltSite) -> None:
    found = {page.path: LEFT_OVER.findall(page.text) for page in site.pages.values()}
    assert {path: left for path, left in found.items() if left} == {}


def test_the_first_view_of_any_page_weighs_little(site: BuiltSite) -> None:
    weights = dict(first_views(site))
    assert len(weights) > 800
    assert {path: weight for path, weight in weights.items() if weight > FIRST_VIEW} == {}


def first_views(site: BuiltSite) -> Iterator[tuple[str, int]]:
    """What each page weighs with its style sheet and scripts, compressed as a server would."""

    @cache
    def weigh(path: str) -> int:
        return len(gzip.compress(site.files[path], 6))

    for page in site.pages.values():
        needed = {site.target(page.path, address) or "" for address in page.fetched}
        parts = [path for path in needed if path.endswith((".css", ".js"))]
        assert len(parts) > 1
        yield page.path, weigh(page.path) + sum(map(weigh, parts))


def test_feeds_hold_the_newest_stories_with_addresses_that_exist(site: BuiltSite) -> None:
    feeds = {
        path: data for path, data in site.files.items() if path.endswith(".xml") and path != "sitemap.xml"
    }
    assert len(feeds) == 8
    for path, data in feeds.items():
        entries = ET.fromstring(data).findall("{http://www.w3.org/2005/Atom}entry")
        assert 0 < len(entries) <= MOST, path
        twin = json.loads(site.files[path.removesuffix(".xml") + ".json"])
        assert twin["version"] == "https://jsonfeed.org/version/1.1"
        ids = [entry.findtext("{http://www.w3.org/2005/Atom}id") for entry in entries]
        assert ids == [item["id"] for item in twin["items"]]
        assert {urljoin(URL, item["url"]).removeprefix(URL) for item in twin["items"]} <= site.pages.keys()


def test_structured_data_keep_to_the_terms_of_schema_org_and_name_addresses_that_exist(
    site: BuiltSite,
) -> None:
    types = set()
    for path, page in site.pages.items():
        html = site.files[path].decode()
        told = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
        for node in nodes(json.loads(told or "[]")):
            type_, said = node["@type"], {key for key in node if not key.startswith("@")}
            types.add(type_)
            assert said <= TERMS[type_], (path, type_)
            needed = NEEDED.get(type_, set()) - {"license"}  # The project states none.
            assert needed <= said or said == {"url", "inLanguage"}, (path, type_)
            assert "url" not in node or site.has(site.target(page.path, node["url"]) or ""), (
                path,
                node["url"],
            )
    assert {"NewsArticle", "Dataset", "WebSite"} <= types


def test_every_cell_of_the_data_is_what_the_package_says_and_every_record_leads_to_its_place(
    site: BuiltSite,
) -> None:
    package = json.loads(site.files["data/datapackage.json"])
    assert {each["name"] for each in package["resources"]} == {
        "figures",
        "counters",
        "counter-records",
        "stories",
    }
    for resource in package["resources"]:
        data = site.files[f"data/{resource['path']}"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        fields = resource["schema"]["fields"]
        rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
        assert len(rows) >= 3
        for row in rows:
            assert not [field["name"] for field in fields if not conforms(row[field["name"]], field)], row
            for address in filter(None, (row.get("url_zh"), row.get("url_en"))):
                assert site.has(site.target("", address) or ""), address
            if "citation_zh" in row and row["qualifier"]:
                assert row["url_zh"] in row["citation_zh"]


MODES: Mapping[str, tuple[str, str, str]] = {
    "light": ("light", "none", "fs1"),
    "dark": ("dark", "none", "fs1"),
    "largest": ("light", "none", "fs3"),
    "forced": ("light", "active", "fs1"),
}


@EVERY_KIND
def test_axe_finds_nothing_in_any_mode(
    kind: str, lang: str, folder: Path, site: BuiltSite, browser: Browser
) -> None:
    fullest = of_kind(site, kind, lang)[0]
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto((folder / fullest.path).as_uri())
    found = {}
    for mode, (scheme, forced, size) in MODES.items():
        page.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light",
            forced_colors="active" if forced == "active" else "none",
        )
        page.evaluate("id => { document.getElementById(id).checked = true }", size)
        found[mode] = violations(page)
    context.close()
    assert found == {mode: [] for mode in MODES}, fullest.path


@EVERY_KIND
def test_no_page_scrolls_sideways_at_any_width_and_text_size(
    kind: str, lang: str, folder: Path, site: BuiltSite, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()
    found = []
    for each in samples(site, kind, lang)[::3]:
        page.goto((folder / each.path).as_uri())
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            for size in SIZES:
                page.evaluate("id => { document.getElementById(id).checked = true }", size)
                found += [(each.path, width, size, what) for what in page.evaluate(SPILLING)]
    context.close()
    assert found == []


# Every large figure whose unit, qualifier or multiplier has slipped below its number.
_SLIPPED = """() => [...document.querySelectorAll(".fig")].filter((each) => {
  const number = each.querySelector("b");
  const around = [...each.querySelectorAll(".u, .q, .x")].filter((one) => one.textContent.trim());
  const below = (one) => one.getBoundingClientRect().top >= number.getBoundingClientRect().bottom;
  return number && around.some(below);
}).map((each) => each.textContent)"""


@pytest.mark.parametrize(
    ("path", "widths"),
    [
        *((path, (360, 1024, 1280)) for path in ("index.html", "figures.html")),
        *((path, (1280,)) for path in ("en/index.html", "en/figures.html")),
    ],
)
def test_large_numbers_keep_their_units_beside_them(
    path: str, widths: tuple[int, ...], folder: Path, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((folder / path).as_uri())
    found = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(_SLIPPED)
    context.close()
    assert found == {width: [] for width in found}


# The name of what has the focus, and how wide its outline is.
_FOCUSED = """() => {
  const at = document.activeElement;
  return [(at.getAttribute("aria-label") || at.textContent).trim(), getComputedStyle(at).outlineWidth];
}"""


def test_the_keyboard_alone_leads_from_the_home_page_to_the_oldest_story_and_to_its_figures(
    folder: Path, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())

    def follow(name: str) -> None:
        for _ in range(400):
            page.keyboard.press("Tab")
            focused, outline = page.evaluate(_FOCUSED)
            if focused == name:
                assert outline == "3px"
                with page.expect_navigation():
                    page.keyboard.press("Enter")
                return
        raise AssertionError(f"{name} cannot be reached on {page.url}")

    follow("全部进展（300）")
    follow("第12页")
    assert page.url.endswith("/stories/index.p1.html")
    assert page.inner_text(".summary").startswith("第276–300篇，共300篇")
    follow((page.locator(".entry h3 a").last.text_content() or "").strip())
    assert "/stories/case-" in page.url
    follow("数据")
    follow("走访，计入的全部300项")
    assert page.url.endswith("/figures/visits.html")
    follow("较早")
    assert page.inner_text(".summary").startswith("第101–200项，共300项")
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_what_is_folded_on_a_list_can_be_unfolded_with_or_without_script(
    script: bool, folder: Path, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, java_script_enabled=script)
    page = context.new_page()
    page.goto((folder / "en/stories/index.html").as_uri())
    last = page.locator(".filter details").last
    link = last.locator("a").last
    assert not link.is_visible()
    last.locator("summary").press("Enter")
    assert link.is_visible()
    with page.expect_navigation():
        link.press("Enter")
    assert "/en/months/" in page.url
    assert page.locator(".filter details[open] [aria-current]").is_visible()
    context.close()
