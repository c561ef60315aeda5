from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from sfwgen.plan.feeds import MOST
from tests.official.projects import PUBLISHER
from tests.plan.machine.published import (
    ATOM,
    CORRECTION,
    HANDOVER,
    HOUSING,
    SITE,
    TIMES,
    data_files,
    official,
    read_entries,
    read_json,
    story,
    views_of,
    with_stories,
)
from tests.support.example import changed

FEEDS = [
    *("feed", "lines/enterprises", "lines/residents", "lines/grassroots"),
    *("en/feed", "en/lines/enterprises", "en/lines/residents", "en/lines/grassroots"),
]
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00")


def test_every_language_and_every_line_has_its_feeds() -> None:
    files = data_files()
    found = {path for path in files if path.startswith(("feed", "lines/", "en/"))}
    assert found == {f"{feed}.{ending}" for feed in FEEDS for ending in ("xml", "json")}


@pytest.mark.parametrize("feed", FEEDS)
def test_an_atom_feed_has_what_rfc_4287_demands(feed: str) -> None:
    root = ET.fromstring(data_files()[f"{feed}.xml"])
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated", "")).tzinfo
        assert element.findtext(f"{ATOM}id", "").startswith(SITE)
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    addresses = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert addresses["self"] == f"{SITE}{feed}.xml"
    assert set(addresses) == {"self", "alternate"}
    for entry in root.findall(f"{ATOM}entry"):
        [link] = entry.findall(f"{ATOM}link")
        assert link.get("rel") == "alternate"
        assert entry.findtext(f"{ATOM}content")


@pytest.mark.parametrize("feed", FEEDS)
def test_a_json_feed_has_what_version_1_1_demands(feed: str) -> None:
    files = data_files()
    data = read_json(files, f"{feed}.json")
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert data["title"]
    assert data["feed_url"] == f"{SITE}{feed}.json"
    assert data["home_page_url"].startswith(SITE)
    assert all(author["name"] for author in data["authors"])
    for item in data["items"]:
        assert isinstance(item["id"], str)
        assert item["url"]
        assert item["content_html"]
    ids = [item["id"] for item in data["items"]]
    assert len(ids) == len(set(ids))
    addresses = [
        element.findtext(f"{ATOM}id")
        for element in ET.fromstring(files[f"{feed}.xml"]).findall(f"{ATOM}entry")
    ]
    assert ids == addresses


def test_feeds_are_in_their_language() -> None:
    files = data_files()
    xml_lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert ET.fromstring(files["feed.xml"]).get(xml_lang) == "zh-Hans"
    assert ET.fromstring(files["en/feed.xml"]).get(xml_lang) == "en"
    assert read_json(files, "feed.json")["language"] == "zh-Hans"
    assert read_json(files, "en/lines/residents.json")["title"] == "Residents — Three Services Bulletin"


def test_the_newest_story_comes_first() -> None:
    names = list(read_entries(data_files(), "feed.xml"))
    assert names == ["housing-support", "shanshui-yuyuan", "gas-pipeline", "feifeng-road", "taxiu-village"]


def test_a_story_that_was_published_later_comes_before_those_of_later_events() -> None:
    early = "date: 2019-03\nline: grassroots"
    files = data_files(changed(times=(early, f"{early}\n{TIMES}")))
    assert next(iter(read_entries(files, "feed.xml"))) == "feifeng-road"


def test_a_line_has_its_own_stories_only() -> None:
    assert list(read_entries(data_files(), "lines/residents.xml")) == ["housing-support", "shanshui-yuyuan"]


def test_a_story_without_a_text_in_a_language_is_not_in_its_feed() -> None:
    files = data_files(with_stories({"new-one/index.zh.md": story()}))
    assert "new-one" in read_entries(files, "feed.xml")
    assert "new-one" not in read_entries(files, "en/feed.xml")


def test_without_stated_times_an_entry_takes_the_start_of_its_period() -> None:
    entries = read_entries(data_files(), "feed.xml")
    assert entries["shanshui-yuyuan"]["updated"] == "2019-06-21T00:00:00+08:00"
    assert entries["taxiu-village"]["updated"] == "2019-01-01T00:00:00+08:00"
    assert not any("published" in entry for entry in entries.values())
    items = read_json(data_files(), "feed.json")["items"]
    assert not any("date_published" in item or "date_modified" in item for item in items)


def test_without_any_date_an_entry_takes_the_start_of_the_sites_as_of_date() -> None:
    undated = changed(date=(HANDOVER, "line: residents"))
    assert (
        read_entries(data_files(undated), "feed.xml")["shanshui-yuyuan"]["updated"]
        == "2019-06-01T00:00:00+08:00"
    )


def test_stated_times_are_taken_with_the_sites_time_zone() -> None:
    files = data_files(changed(date=(HANDOVER, f"{HANDOVER}\n{TIMES}")))
    entry = read_entries(files, "feed.xml")["shanshui-yuyuan"]
    assert (entry["published"], entry["updated"]) == (
        "2019-07-05T16:30:00+08:00",
        "2019-07-08T09:00:00+08:00",
    )
    [item] = [item for item in read_json(files, "feed.json")["items"] if "shanshui" in item["id"]]
    assert item["date_published"] == "2019-07-05T16:30:00+08:00"
    assert item["date_modified"] == "2019-07-08T09:00:00+08:00"


def test_another_time_zone_gives_its_own_offset() -> None:
    files = changed(
        date=(HANDOVER, f"{HANDOVER}\n{TIMES}"),
        zone=("time_zone: Asia/Shanghai", "time_zone: Europe/Berlin"),
    )
    assert (
        read_entries(data_files(files), "feed.xml")["shanshui-yuyuan"]["published"]
        == "2019-07-05T16:30:00+02:00"
    )


def test_a_corrected_story_comes_up_again_and_says_what_was_wrong() -> None:
    files = data_files(changed(date=(HOUSING, f"{HOUSING}\n{CORRECTION}")))
    entry = read_entries(files, "en/feed.xml")["housing-support"]
    assert entry["updated"] == "2019-07-20T00:00:00+08:00"
    assert "6,000 yuan" in entry["content"]
    assert "6,500 yuan" in entry["content"]
    item = read_json(files, "en/feed.json")["items"][0]
    assert item["date_modified"] == "2019-07-20T00:00:00+08:00"
    assert item["content_html"] == entry["content"]


class Addresses(HTMLParser):
    """Collects what a piece of HTML holds: its elements, and the addresses in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


@pytest.mark.parametrize("feed", ["feed", "en/feed"])
def test_a_feed_has_the_whole_text_with_addresses_that_hold_anywhere(feed: str) -> None:
    for name, entry in read_entries(data_files(), f"{feed}.xml").items():
        html = Addresses(entry["content"])
        assert {"p", "h2", "a"} <= html.elements, name
        assert html.addresses
        assert all(each.startswith(SITE) for each in html.addresses), html.addresses
    text = read_entries(data_files(), "en/feed.xml")["housing-support"]["content"]
    assert "the policy was explained, and contact details were left" in text
    assert f'<a href="{SITE}en/stories/feifeng-road.html">' in text
    assert f'<a href="{SITE}en/stories/housing-support.html#fig-relief_money">6,500 yuan</a>' in text


def test_a_feed_holds_plain_markup_only() -> None:
    body = "Its <ins>text</ins>.\n\n| a | b |\n|:-:|--:|\n| 甲 | 乙 |\n"
    files = data_files(with_stories({"new-one/index.zh.md": story().replace("正文。\n", body)}))
    html = Addresses(read_entries(files, "feed.xml")["new-one"]["content"])
    assert {"ins", "table", "td"} <= html.elements
    assert not html.attributes & {"class", "id", "style", "tabindex", "role"}
    for entry in read_entries(files, "en/feed.xml").values():
        assert Addresses(entry["content"]).attributes <= {"href", "lang"}


def test_an_entry_says_what_it_rests_on_and_that_the_site_is_not_official() -> None:
    content = read_entries(data_files(), "en/feed.xml")["gas-pipeline"]["content"]
    assert "<p>Source: A newspaper report of mid-2019</p>" in content
    assert content.endswith("<p>Unofficial preview; not published by the bureau</p>")
    assert "Unofficial" not in read_entries(data_files(official()), "en/feed.xml")["gas-pipeline"]["content"]


def test_a_feed_is_bounded_and_keeps_the_newest() -> None:
    many = {f"more-{n:02}/index.zh.md": story(title=f"第{n}篇") for n in range(MOST)}
    names = list(read_entries(data_files(with_stories(many)), "feed.xml"))
    assert len(names) == MOST
    assert all(name.startswith("more-") for name in names)


def test_the_address_of_an_entry_is_its_id_and_stays_when_its_texts_change() -> None:
    before = set(read_entries(data_files(), "feed.xml"))
    after = read_entries(data_files(changed(title=("title: 山水御园", "title: 山水御园小区"))), "feed.xml")
    assert set(after) == before
    assert after["shanshui-yuyuan"]["id"] == f"{SITE}stories/shanshui-yuyuan.html"


def test_an_unofficial_site_speaks_for_itself_and_names_no_body() -> None:
    files = data_files()
    assert ET.fromstring(files["feed.xml"]).findtext(f"{ATOM}author/{ATOM}name") == "三服务工作简报"
    assert read_json(files, "en/feed.json")["authors"] == [{"name": "Three Services Bulletin"}]


def test_an_official_site_names_its_publisher() -> None:
    files = data_files(official())
    assert ET.fromstring(files["feed.xml"]).findtext(f"{ATOM}author/{ATOM}name") == PUBLISHER
    assert read_json(files, "en/feed.json")["authors"] == [{"name": "Yongkang Test Bureau"}]


def test_pages_lead_to_the_feeds_of_their_language_and_line() -> None:
    views = views_of()
    assert [feed.href for feed in views["index.html"].frame.feeds] == ["feed.xml", "feed.json"]
    assert [(feed.href, feed.type) for feed in views["en/lines/residents.html"].frame.feeds] == [
        ("../feed.xml", "application/atom+xml"),
        ("../feed.json", "application/feed+json"),
        ("residents.xml", "application/atom+xml"),
        ("residents.json", "application/feed+json"),
    ]


def test_the_titles_of_feeds_tell_them_apart() -> None:
    titles = [feed.title for feed in views_of()["lines/residents.html"].frame.feeds]
    assert titles[0] == "三服务工作简报 · Atom"
    assert len(set(titles)) == len(titles)


def test_all_times_are_full_ones() -> None:
    for path, data in data_files().items():
        if path.endswith("feed.xml"):
            times = [element.text or "" for element in ET.fromstring(data).iter(f"{ATOM}updated")]
            assert times
            assert all(TIME.fullmatch(time) for time in times)
