"""Every link, anchor, image and language version of the built site leads somewhere, by a reader of our own."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest

from tests.site.reading import BuiltSite, find_broken, find_foreign, find_unmatched, make_site, read_page

LANGS = ("zh-Hans", "en")


def test_the_site_has_every_kind_of_page_in_both_languages(site: BuiltSite) -> None:
    kinds = {(page.kind, page.lang) for page in site.pages.values()}
    names = "home story list figures bulletin bulletins corrections page sitemap search notfound".split()
    assert kinds == {(name, lang) for name in names for lang in LANGS}
    assert len(site.pages) > 60


def test_every_link_anchor_image_and_alternate_leads_somewhere(site: BuiltSite) -> None:
    assert sum(len(page.links) for page in site.pages.values()) > 1000
    assert list(find_broken(site)) == []


def test_no_page_fetches_from_or_leads_to_another_host(site: BuiltSite) -> None:
    assert list(find_foreign(site)) == []


def test_the_versions_of_a_page_name_each_other(site: BuiltSite) -> None:
    assert list(find_unmatched(site)) == []
    indexed = [page for page in site.pages.values() if page.indexed]
    assert len(indexed) > 60
    assert {tag for page in indexed for tag, _ in page.alternates} == {*LANGS, "x-default"}


def test_the_switch_leads_to_the_same_page_in_the_other_language(site: BuiltSite) -> None:
    for page in site.pages.values():
        (other,) = {*LANGS} - {page.lang}
        expected = f"en/{page.path}" if page.lang == "zh-Hans" else page.path.removeprefix("en/")
        assert site.target(page.path, page.switches[other]) == expected, page.path


def test_links_between_pages_are_relative_and_name_the_file(site: BuiltSite) -> None:
    for page in site.pages.values():
        if page.kind != "notfound":
            for address in (*page.links, *page.fetched):
                assert not re.match(r"/|[a-z]+://", address), (page.path, address)
                assert not address.partition("#")[0].endswith("/"), (page.path, address)


def test_the_page_for_lost_addresses_leads_home_from_any_depth(site: BuiltSite) -> None:
    for path in ("404.html", "en/404.html"):
        page = site.pages[path]
        every = (*page.links, *page.fetched, *page.feeds)
        addresses = [each for each in every if not each.startswith(("#", "data:"))]
        assert addresses
        assert [address for address in addresses if not address.startswith("/")] == [], path


def test_every_file_can_be_reached_from_the_home_page(site: BuiltSite) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = site.pages.get(waiting.pop())
        addresses = (*page.links, *page.fetched, *page.feeds) if page else ()
        for address in addresses:
            target = (site.target(page.path, address) or "").partition("#")[0] if page else ""
            if target in site.files and target not in reached:
                reached.add(target)
                waiting.append(target)
    asked_for_by_machines = {"404.html", "en/404.html", "robots.txt", "sitemap.xml", ".sfwgen-site"}
    sums = site.files["data/SHA256SUMS"].decode().splitlines()
    listed = {"data/SHA256SUMS", *(f"data/{line.split()[1].lstrip('*')}" for line in sums)}
    listed |= _index_of("search.html", site) | _index_of("en/search.html", site)
    assert site.files.keys() - reached - listed == asked_for_by_machines


def _index_of(path: str, site: BuiltSite) -> set[str]:
    """The files of the search index that a search page names: its head, and those that this names."""
    named = re.search(r'data-index="([^"]*)"', site.files[path].decode())
    assert named is not None
    head = site.target(path, named[1]) or ""
    folder = head.rpartition("/")[0]
    told = re.search(r'"parts":(\{[^}]*\})', site.files[head].decode())
    assert told is not None
    parts = {kind: re.findall("....", digests) for kind, digests in json.loads(told[1]).items()}
    return {
        head,
        *(f"{folder}/{kind}{at}-{each}.js" for kind, some in parts.items() for at, each in enumerate(some)),
    }


def test_every_address_of_the_site_in_its_files_for_machines_exists(site: BuiltSite) -> None:
    checked = 0
    for path, data in site.files.items():
        if not path.endswith((".json", ".xml", ".csv", ".txt")):
            continue
        for address in re.findall(rf"{re.escape(site.url)}[^\s\"'<>,|\\]*", data.decode("utf-8-sig")):
            target = site.target("", address)
            assert target is not None and site.has(target), (path, address)
            checked += 1
    assert checked > 300


def test_the_site_map_names_every_page_that_may_be_listed_and_no_other(site: BuiltSite) -> None:
    root = ET.fromstring(site.files["sitemap.xml"])
    named = {site.target("", each.text or "") for each in root.findall(".//{*}loc")}
    assert named == {path for path, page in site.pages.items() if page.indexed}


_PAGE = "stories/gas-pipeline.html"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('href="../figures.html"', 'href="../figure.html"', f"{_PAGE} -> ../figure.html"),
        ('href="#fig-saving_peak"', 'href="#fig-saving_top"', f"{_PAGE} -> #fig-saving_top"),
        ('src="../static/', 'src="../statics/', f"{_PAGE} -> ../statics/"),
        ('href="../feed.xml"', 'href="../feeds.xml"', f"{_PAGE} -> ../feeds.xml"),
        ('id="fig-saving_peak"', 'id="fig-saving_daily"', f"{_PAGE} has #fig-saving_daily twice"),
        ('aria-labelledby="', 'aria-labelledby="lost-', f"{_PAGE} has no #lost-"),
    ],
)
def test_the_reader_sees_a_link_that_is_broken(old: str, new: str, told: str, site: BuiltSite) -> None:
    html = site.files[_PAGE].decode()
    assert old in html
    broken = make_site(site.url, {**site.files, _PAGE: html.replace(old, new).encode()})
    assert any(each.startswith(told) for each in find_broken(broken))


def test_the_reader_sees_versions_that_do_not_match_and_foreign_hosts(site: BuiltSite) -> None:
    html = site.files[_PAGE].decode()
    moved = html.replace(f'hreflang="en" href="{site.url}en/{_PAGE}"', f'hreflang="en" href="{site.url}en/"')
    assert moved != html
    unmatched = list(find_unmatched(make_site(site.url, {**site.files, _PAGE: moved.encode()})))
    assert f"{_PAGE} -> en {site.url}en/" in unmatched
    page = read_page("a.html", '<img src="//elsewhere.example/a.png"><a href="mailto:a@b.example">b</a>')
    foreign = BuiltSite(site.url, {}, {"a.html": page})
    assert list(find_foreign(foreign)) == [
        "a.html fetches //elsewhere.example/a.png",
        "a.html links to mailto:a@b.example",
    ]
