from __future__ import annotations

from xml.etree import ElementTree as ET

from sfwgen.plan import PageOutput
from sfwgen.plan.permalinks import Permalinks
from sfwgen.plan.sitemap import IndexedPage, indexed_page, make_sitemaps
from sfwgen.render.data import render_data
from tests.plan.machine.published import HANDOVER, SITE, TIMES, data_files, story, views_of, with_stories
from tests.support.example import changed, example_files, plan_of, site_of

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def pages(files: dict[str, bytes]) -> dict[str, ET.Element]:
    root = ET.fromstring(files["sitemap.xml"])
    assert root.tag == f"{S}urlset"
    found = [(url.findtext(f"{S}loc", ""), url) for url in root]
    assert len(dict(found)) == len(found)
    return dict(found)


def versions(url: ET.Element) -> dict[str | None, str | None]:
    return {link.get("hreflang"): link.get("href") for link in url.findall(LINK)}


def test_every_page_that_may_be_listed_is_there_and_no_other() -> None:
    found = pages(data_files())
    listed = {view.frame.url for view in views_of().values() if view.frame.indexed}
    assert set(found) == listed
    assert f"{SITE}en/stories/gas-pipeline.html" in found
    assert not any("404" in address for address in found)


def test_a_page_names_all_its_versions_itself_included() -> None:
    expected = {
        "zh-Hans": f"{SITE}stories/gas-pipeline.html",
        "en": f"{SITE}en/stories/gas-pipeline.html",
        "x-default": f"{SITE}stories/gas-pipeline.html",
    }
    found = pages(data_files())
    assert versions(found[f"{SITE}stories/gas-pipeline.html"]) == expected
    assert versions(found[f"{SITE}en/stories/gas-pipeline.html"]) == expected


def test_the_home_page_goes_by_its_folder() -> None:
    found = pages(data_files())
    assert versions(found[SITE])["en"] == f"{SITE}en/"


def test_a_page_that_shows_the_other_language_is_left_out() -> None:
    found = pages(data_files(with_stories({"new-one/index.zh.md": story()})))
    assert f"{SITE}en/stories/new-one.html" not in found
    assert set(versions(found[f"{SITE}stories/new-one.html"])) == {"zh-Hans", "x-default"}


def test_a_page_that_asks_not_to_be_listed_is_never_taken() -> None:
    pages_of_all = [each for each in plan_of().outputs if isinstance(each, PageOutput)]
    for output in pages_of_all:
        assert (indexed_page(output) is None) == (not output.view.frame.indexed)
    assert any(indexed_page(output) is None for output in pages_of_all)


def test_a_time_of_change_is_given_only_where_it_is_stated() -> None:
    address = f"{SITE}stories/shanshui-yuyuan.html"
    assert not list(ET.fromstring(data_files()["sitemap.xml"]).iter(f"{S}lastmod"))
    found = pages(data_files(changed(date=(HANDOVER, f"{HANDOVER}\n{TIMES}"))))
    assert found[address].findtext(f"{S}lastmod") == "2019-07-08T09:00:00+08:00"


def test_robots_may_read_everything_and_learn_where_the_site_map_is() -> None:
    lines = data_files()["robots.txt"].decode().splitlines()
    assert lines == ["User-agent: *", "Disallow:", "", f"Sitemap: {SITE}sitemap.xml"]


def test_more_addresses_than_a_file_may_hold_are_spread_over_several() -> None:
    config = site_of(example_files()).config
    many = [IndexedPage(f"{SITE}{number}.html", (), "") for number in range(5)]
    index, *parts = make_sitemaps(reversed(many), config, Permalinks("zh", SITE), most=2)
    root = ET.fromstring(render_data(index.data))
    assert root.tag == f"{S}sitemapindex"
    assert [each.findtext(f"{S}loc") for each in root] == [f"{SITE}{part.path}" for part in parts]
    found = [loc.text for part in parts for loc in ET.fromstring(render_data(part.data)).iter(f"{S}loc")]
    assert found == [page.url for page in many]
