from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from sfwgen.plan.views import StoryView
from sfwgen.render import Renderer
from tests.official.projects import CODE, NAME, PUBLISHER
from tests.plan.machine.published import (
    HANDOVER,
    SITE,
    TIMES,
    data_files,
    head_of,
    json_ld_of,
    official,
    story,
    views_of,
    with_stories,
)
from tests.support.example import packaged_theme

STORY, STORY_EN = "stories/shanshui-yuyuan.html", "en/stories/shanshui-yuyuan.html"
COLUMN = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"]


def tags(path: str, files: dict[str, bytes] | None = None) -> dict[str, str]:
    return dict(head_of(path, files))


def published() -> dict[str, bytes]:
    return official(times=(HANDOVER, f"{HANDOVER}\n{TIMES}"))


def test_a_story_carries_the_official_page_tags() -> None:
    head = tags(STORY, published())
    expected = {
        "SiteName": NAME,
        "SiteDomain": "sfw.yongkang.example",
        "SiteIDCode": CODE,
        "ColumnName": "服务群众",
        "ColumnDescription": "关怀备至，逐个解决群众的难处。",
        "ColumnKeywords": "三服务工作简报,服务群众",
        "ColumnType": "工作动态",
        "ArticleTitle": "山水御园6月下旬交付，40余名业主送来锦旗",
        "PubDate": "2019-07-05 16:30",
        "ContentSource": PUBLISHER,
        "Keywords": "山水御园交付,服务群众,山水御园",
        "Url": f"{SITE}{STORY}",
    }
    assert {key: head[key] for key in expected} == expected


def test_the_title_in_the_tags_is_the_heading_of_the_page() -> None:
    for path, view in views_of().items():
        head = {meta.key: meta.content for meta in view.frame.meta}
        if isinstance(view, StoryView):
            assert head["ArticleTitle"] == view.title.text, path


@pytest.mark.parametrize(
    ("path", "column", "type_"),
    [
        ("index.html", "首页", "首页"),
        ("stories/index.html", "进展", "工作动态"),
        ("lines/residents.html", "服务群众", "工作动态"),
        ("figures.html", "数据", "数据发布"),
        ("about.html", "关于本站", "概况信息"),
        ("contact.html", "联系我们", "咨询投诉"),
        ("en/figures.html", "Figures", "Data"),
    ],
)
def test_each_page_says_which_column_it_is(path: str, column: str, type_: str) -> None:
    head = tags(path)
    assert (head["ColumnName"], head["ColumnType"]) == (column, type_)
    assert all(head[key] for key in COLUMN)


def test_no_tag_is_empty_or_repeated_on_any_page() -> None:
    for files in (None, published()):
        for path, view in views_of(files).items():
            names = Counter(meta.key.casefold() for meta in view.frame.meta)
            assert not [name for name, times in names.items() if times > 1], path
            assert all(meta.content.strip() for meta in view.frame.meta), path


def test_the_description_stands_once_in_the_head() -> None:
    renderer = Renderer(packaged_theme())
    for path, template in ((STORY, "story.html"), ("index.html", "home.html")):
        html = renderer.render(template, views_of(published())[path])
        assert html.casefold().count('<meta name="description"') == 1


def test_an_unofficial_site_has_no_marks_of_an_official_one() -> None:
    for path, view in views_of().items():
        names = {meta.key for meta in view.frame.meta}
        assert not names & {"SiteName", "SiteDomain", "SiteIDCode"}, path
        for word in ("publisher", "creator", "author", "GovernmentOrganization"):
            assert word not in view.frame.json_ld, path
    assert tags(STORY)["ContentSource"] == "2019年年中报纸报道"


def test_an_official_site_names_itself_on_every_page_in_the_same_words() -> None:
    for path, view in views_of(published()).items():
        if view.frame.kind != "redirect":
            head = {meta.key: meta.content for meta in view.frame.meta}
            assert head["SiteName"] == NAME, path
            assert head["SiteIDCode"] == CODE, path
            assert head["SiteDomain"] == "sfw.yongkang.example", path


def test_a_time_that_is_not_stated_is_nowhere() -> None:
    for path, view in views_of().items():
        told = {meta.key for meta in view.frame.meta}
        assert not told & {"PubDate", "article:published_time", "article:modified_time"}, path
        assert "datePublished" not in view.frame.json_ld, path
        assert "dateModified" not in view.frame.json_ld, path


def test_all_stated_times_agree() -> None:
    files = published()
    full = "2019-07-05T16:30:00+08:00"
    assert tags(STORY, files)["article:published_time"] == full
    assert json_ld_of(STORY, files)["datePublished"] == full
    assert json_ld_of(STORY, files)["dateModified"] == "2019-07-08T09:00:00+08:00"
    assert full.encode() in data_files(files)["feed.xml"]


def test_open_graph_describes_the_page_in_its_language() -> None:
    head = tags(STORY_EN)
    assert (head["og:type"], head["og:locale"]) == ("article", "en_GB")
    assert head["og:title"].startswith("Shanshui Yuyuan handed over")
    assert head["og:url"] == f"{SITE}{STORY_EN}"
    assert head["og:site_name"] == "Three Services Bulletin"
    assert tags("index.html")["og:type"] == "website"
    assert tags("index.html")["og:locale"] == "zh_CN"


def test_open_graph_uses_property_and_the_page_tags_name() -> None:
    for meta in views_of()[STORY].frame.meta:
        assert meta.attribute == ("property" if meta.key.startswith(("og:", "article:")) else "name")


def test_a_story_is_a_news_article_with_what_is_known_of_it() -> None:
    data = json_ld_of(STORY)
    assert (data["@context"], data["@type"]) == ("https://schema.org", "NewsArticle")
    assert data["headline"] == "山水御园6月下旬交付，40余名业主送来锦旗"
    assert data["mainEntityOfPage"]["@id"] == f"{SITE}{STORY}"
    assert data["inLanguage"] == "zh-Hans"
    assert data["contentLocation"] == [{"@type": "Place", "name": "山水御园"}]
    assert data["citation"] == ["2019年年中报纸报道"]


def test_the_two_languages_of_a_story_point_to_each_other() -> None:
    [translation] = json_ld_of(STORY)["workTranslation"]
    assert (translation["@id"], translation["inLanguage"]) == (f"{SITE}{STORY_EN}", "en")
    assert json_ld_of(STORY_EN)["translationOfWork"]["@id"] == f"{SITE}{STORY}"


def test_a_page_that_shows_the_other_language_is_no_article_of_its_own() -> None:
    files = with_stories({"new-one/index.zh.md": story()})
    assert json_ld_of("stories/new-one.html", files)["@type"] == "NewsArticle"
    assert "workTranslation" not in json_ld_of("stories/new-one.html", files)
    assert json_ld_of("en/stories/new-one.html", files) == {}


def test_the_figures_page_is_a_data_set_with_its_files() -> None:
    data = json_ld_of("en/figures.html")
    assert data["@type"] == "Dataset"
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["temporalCoverage"] == "2019-04/2019-07"
    assert {"@type": "PropertyValue", "name": "Visits to enterprises"} in data["variableMeasured"]
    files = data_files()
    assert len(data["distribution"]) == 7
    for each in data["distribution"]:
        assert each["@type"] == "DataDownload"
        assert each["contentUrl"].removeprefix(SITE) in files
        assert each["encodingFormat"] in ("text/csv", "application/json")


def test_the_home_page_is_the_web_site() -> None:
    data = json_ld_of("en/index.html")
    assert (data["@type"], data["url"], data["inLanguage"]) == ("WebSite", f"{SITE}en/", "en")


def test_an_official_site_names_its_publisher_in_structured_data() -> None:
    files = published()
    other = "Yongkang Test Bureau"
    body = {"@type": "GovernmentOrganization", "name": PUBLISHER, "alternateName": [other]}
    assert json_ld_of("index.html", files)["publisher"] == body
    assert json_ld_of(STORY, files)["author"] == body
    assert json_ld_of("en/figures.html", files)["creator"]["name"] == "Yongkang Test Bureau"


def test_a_title_cannot_end_the_script_that_holds_structured_data() -> None:
    files = with_stories({"new-one/index.zh.md": story(title="a </script> b")})
    html = Renderer(packaged_theme()).render("story.html", views_of(files)["stories/new-one.html"])
    assert "a </script> b" not in html


TERMS = {
    "BreadcrumbList": {"itemListElement"},
    "DataDownload": {"name", "contentUrl", "encodingFormat"},
    "Dataset": {
        *("name", "description", "url", "inLanguage", "license", "isAccessibleForFree", "temporalCoverage"),
        *("spatialCoverage", "variableMeasured", "distribution", "creator", "publisher"),
    },
    "GovernmentOrganization": {"name", "alternateName"},
    "ListItem": {"position", "name", "item"},
    "NewsArticle": {
        *("headline", "description", "image", "datePublished", "dateModified", "inLanguage", "url"),
        *("mainEntityOfPage", "articleSection", "contentLocation", "citation", "author", "publisher"),
        *("workTranslation", "translationOfWork", "isPartOf"),
    },
    "Place": {"name"},
    "PropertyValue": {"name"},
    "WebPage": {"breadcrumb"},
    "WebSite": {"name", "alternateName", "description", "url", "inLanguage", "publisher"},
}
"""The terms of schema.org that each type has, as far as they are used."""

NEEDED = {
    "BreadcrumbList": {"itemListElement"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "Dataset": {"name", "description", "license", "distribution"},
    "ListItem": {"position", "name", "item"},
    "NewsArticle": {"headline", "inLanguage", "mainEntityOfPage"},
}
"""What those who read structured data ask for."""


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Every node of a piece of JSON-LD."""
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from nodes(each)


@pytest.mark.parametrize("files", [None, published()], ids=["unofficial", "official"])
def test_structured_data_keeps_to_the_terms_of_schema_org(files: dict[str, bytes] | None) -> None:
    types = set()
    for path, view in views_of(files).items():
        for node in nodes(json.loads(view.frame.json_ld or "[]")):
            type_, said = node["@type"], {key for key in node if not key.startswith("@")}
            types.add(type_)
            assert said <= TERMS[type_], (path, type_)
            # A translation is named by its address; all else about it stands on its own page.
            assert NEEDED.get(type_, set()) <= said or said == {"url", "inLanguage"}, (path, type_)
            assert all(value not in ("", [], None) for value in node.values()), (path, type_)
    assert {"NewsArticle", "Dataset", "WebSite"} <= types
    assert ("GovernmentOrganization" in types) == (files is not None)


def test_a_story_names_the_way_to_it() -> None:
    way = json_ld_of(STORY_EN)["mainEntityOfPage"]["breadcrumb"]["itemListElement"]
    assert [each["position"] for each in way] == [1, 2, 3, 4]
    assert [each["name"] for each in way[:3]] == ["Home", "Stories", "Residents"]
    assert [each["item"].removeprefix(SITE) for each in way[1:]] == [
        "en/stories/index.html",
        "en/lines/residents.html",
        STORY_EN,
    ]


def test_the_data_set_is_about_the_places_of_its_stories() -> None:
    places = [each["name"] for each in json_ld_of("en/figures.html")["spatialCoverage"]]
    assert {"Shanshui Yuyuan", "Xiangzhu Town", "Taxiu Village"} <= set(places)
    assert len(places) == len(set(places))
