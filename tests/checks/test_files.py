"""The files that are no pages: they can be read, name what exists, and can be told apart by their paths."""

import pytest

from sfwgen.diagnostics import Diagnostic
from tests.checks.pages import BASE, Sample, report

PAGE = Sample("a.html", '<h1>甲</h1><h2 id="b">乙</h2>')
HIDDEN = Sample("hidden.html", head='<meta name="robots" content="noindex">')


def reported(path: str, content: str) -> tuple[Diagnostic, ...]:
    return report(PAGE, HIDDEN, files={path: content.encode()})


def codes(path: str, content: str) -> list[str]:
    return [each.code for each in reported(path, content)]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("feed.xml", "<feed><a></feed>"),
        ("data/x.json", '{"a": 1,}'),
        ("logo.svg", "<svg>"),
        ("feed.json", ""),
    ],
)
def test_a_file_for_machines_that_cannot_be_read_is_told(path: str, content: str) -> None:
    [found] = reported(path, content)
    assert found.code == "output-file-broken"
    assert path in found.message("en")


SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{}</loc></url></urlset>'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><id>{0}none</id><entry><link href="{1}"/></entry></feed>'


def test_a_site_map_names_pages_that_exist_and_may_be_indexed() -> None:
    assert codes("sitemap.xml", SITEMAP.format(f"{BASE}a.html")) == []
    assert codes("sitemap.xml", SITEMAP.format(f"{BASE}c.html")) == ["output-names-missing"]
    assert codes("sitemap.xml", SITEMAP.format(f"{BASE}hidden.html")) == ["output-names-hidden"]


def test_feeds_name_pages_that_exist() -> None:
    assert codes("feed.xml", ATOM.format(BASE, f"{BASE}a.html#b")) == []
    assert codes("feed.xml", ATOM.format(BASE, f"{BASE}c.html")) == ["output-names-missing"]
    assert codes("feed.xml", ATOM.format(BASE, f"{BASE}a.html#c")) == ["output-names-missing"]
    assert codes("feed.xml", ATOM.format(BASE, f"{BASE}hidden.html")) == []
    assert codes("feed.json", f'{{"items": [{{"id": "{BASE}x", "url": "{BASE}a.html"}}]}}') == []
    assert codes("feed.json", f'{{"items": [{{"url": "{BASE}c.html"}}]}}') == ["output-names-missing"]
    assert codes("feed.json", '{"items": [{"url": "https://elsewhere.example/c.html"}]}') == []


def test_robots_txt_names_the_site_map() -> None:
    assert codes("robots.txt", f"User-agent: *\nSitemap: {BASE}a.html\n") == []
    assert codes("robots.txt", f"User-agent: *\nSitemap: {BASE}sitemap.xml\n") == ["output-names-missing"]


def test_a_data_package_names_files_that_exist() -> None:
    package = '{{"resources": [{{"name": "a", "path": "{}"}}]}}'
    assert codes("data/datapackage.json", package.format("datapackage.json")) == []
    assert codes("data/datapackage.json", package.format("figures.csv")) == ["output-names-missing"]


def test_a_style_sheet_fetches_only_what_is_there() -> None:
    assert codes("style.css", "a{background:url('a.html')} b{mask:url(#m)} /* url(none.png) */") == []
    assert codes("style.css", "a{background:url(data:image/png;base64,AA)}") == []
    assert codes("css/style.css", "a{background:url(../none.png)}") == ["output-names-missing"]
    assert codes("style.css", '@import "https://fonts.example/a.css";') == ["output-style-outside"]
    assert codes("style.css", "a{src:url(//fonts.example/a.woff)}") == ["output-style-outside"]


@pytest.mark.parametrize(
    ("path", "other"),
    [("A.html", "a.html"), ("ä.css", "a\u0308.css"), ("a.html/b.css", "a.html"), ("Data/x.csv", "data")],
)
def test_paths_that_some_systems_take_for_one_another_are_told(path: str, other: str) -> None:
    found = report(PAGE, files={path: b"", **({other: b""} if other != "a.html" else {})})
    assert [each.code for each in found if each.code != "output-file-broken"] == ["output-paths-alike"]


def test_paths_that_differ_are_left_alone() -> None:
    assert report(PAGE, files={"b/a.css": b"", "b.css": b"", "a.css": b""}) == ()
