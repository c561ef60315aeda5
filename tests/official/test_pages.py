"""The pages of an official site: their tags, times and feet, and what a theme of one's own may get wrong."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sfwgen.resources import theme_files
from tests.official.projects import (
    CODE,
    HOST,
    ICP,
    NAME,
    POLICE,
    PUBLISHER,
    built,
    official_project,
)
from tests.support.example import example_files

CHECKER = Path(__file__).parents[1] / "npm/node_modules/vnu-jar/build/dist/vnu.jar"
STORY, STORY_EN = "stories/shanshui-yuyuan.html", "en/stories/shanshui-yuyuan.html"
SITE_TAGS = {"SiteName": NAME, "SiteDomain": HOST, "SiteIDCode": CODE}
COLUMN_TAGS = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
ARTICLE_TAGS = {"ArticleTitle", "PubDate", "ContentSource"}


@cache
def outputs() -> Mapping[str, bytes]:
    """The files of the official site; nothing is wrong with it."""
    checked = built(official_project())
    assert checked.diagnostics == ()
    return checked.outputs


def page(path: str) -> str:
    return outputs()[path].decode()


def pages() -> dict[str, str]:
    return {path: data.decode() for path, data in outputs().items() if path.endswith(".html")}


def tags(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta name="([A-Z]\w+)" content="([^"]*)">', html))


def theme(name: str, *changes: tuple[str, str]) -> dict[str, str | None]:
    """A template of the project's own: the packaged one with something else in it."""
    text = theme_files()[name].decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return {f"templates/{name}": text}


def codes(changes: Mapping[str, str | None]) -> set[str]:
    return {each.code for each in built(official_project(changes)).diagnostics}


# --- what the packaged theme prints -------------------------------------------------------------------------


def test_every_page_identifies_the_site_in_both_languages_alike() -> None:
    assert len(pages()) > 50
    for path, html in pages().items():
        found = tags(html)
        assert {key: found[key] for key in SITE_TAGS} == SITE_TAGS, path


def test_column_and_content_pages_carry_what_they_need_and_no_more() -> None:
    assert set(tags(page("index.html"))) == {*SITE_TAGS, *COLUMN_TAGS, "Description"}
    assert {*SITE_TAGS, *COLUMN_TAGS} <= set(tags(page("lines/residents.html")))
    assert {*SITE_TAGS, *COLUMN_TAGS, *ARTICLE_TAGS} <= set(tags(page(STORY)))
    for path in ("index.html", "lines/residents.html", "about.html", "bulletins/1.html"):
        assert not ARTICLE_TAGS & set(tags(page(path))), path


@pytest.mark.parametrize(
    ("path", "description", "type_"),
    [
        ("index.html", "本专题首页", "首页"),
        ("stories/index.html", "走访服务的工作动态", "工作动态"),
        ("figures.html", "工作数据", "数据发布"),
        ("about.html", "专题概况", "概况信息"),
        ("contact.html", "咨询和投诉", "咨询投诉"),
        ("bulletins/index.html", "走访服务的工作动态", "工作动态"),
        ("en/figures.html", "The data of the campaign", "Data"),
        # A service line without an entry of its own goes by its motto.
        (STORY, "关怀备至，逐个解决群众的难处。", "工作动态"),
    ],
)
def test_columns_are_described_as_config_yaml_says(path: str, description: str, type_: str) -> None:
    found = tags(page(path))
    assert (found["ColumnDescription"], found["ColumnType"]) == (description, type_)


def test_a_service_line_may_be_described_as_a_column() -> None:
    line = "    lines: {residents: {description: {zh: 走访群众, en: Visits}, keywords: {zh: [走访, 群众], en: [visits]}, type: {zh: 回应关切, en: Response}}}\n"
    checked = built(official_project(add=("  columns:\n", f"  columns:\n{line}")))
    for path in (STORY, "lines/residents.html"):
        found = tags(checked.outputs[path].decode())
        assert found["ColumnDescription"] == "走访群众"
        assert found["ColumnKeywords"] == "走访,群众"
        assert found["ColumnType"] == "回应关切"


def test_a_time_of_publication_is_the_same_wherever_it_is_told() -> None:
    time, full = "2019-07-05 16:30", "2019-07-05T16:30:00+08:00"
    for path in (STORY, STORY_EN):
        html = page(path)
        assert tags(html)["PubDate"] == time
        assert f"<dd>{time}</dd>" in html
        data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)[0])
        assert data["datePublished"] == full
        assert f'<meta property="article:published_time" content="{full}">' in html
    sitemap = ET.fromstring(outputs()["sitemap.xml"])
    url = f"https://{HOST}/ztzl/sfw/{STORY}"
    for path in ("feed", "lines/residents"):
        feed = ET.fromstring(outputs()[f"{path}.xml"])
        entries = feed.iter("{http://www.w3.org/2005/Atom}entry")
        assert [each[3].text for each in entries if each[0].text == url] == [full]
        items = json.loads(outputs()[f"{path}.json"])["items"]
        assert [each["date_published"] for each in items if each["url"] == url] == [full]
    records = json.loads(outputs()["data/stories.json"])["stories"]
    assert [each["published"] for each in records if each["id"] == "shanshui-yuyuan"] == [full]
    assert [each[1].text for each in sitemap if each[0].text == url] == [full]
    assert time in page("stories/index.html")


def test_the_heading_is_the_title_in_the_tags() -> None:
    for path in (STORY, STORY_EN):
        heading = re.findall(r"<h1[^>]*>(.*?)</h1>", page(path))[0]
        assert tags(page(path))["ArticleTitle"] == re.sub("<[^>]*>", "", heading)


def test_the_foot_states_who_answers_for_the_site() -> None:
    foot = page("index.html").partition("<footer")[2]
    for text in (
        "主办单位：测试市人民政府办公室",
        f"承办单位：{PUBLISHER}",
        "联系方式：",
        CODE,
        ICP,
        POLICE,
        NAME,
    ):
        assert text in foot
    assert 'href="https://beian.gov.cn/portal/registerSystemInfo?recordcode=99000002000009"' in foot
    for size in ('width="60" height="60"', 'width="100" height="60"'):
        assert size in foot
    assert "非官方" not in foot


def test_marks_are_served_from_the_site_and_come_last() -> None:
    foot = page(STORY).partition("<footer")[2]
    for source in re.findall(r'<img src="\.\./(static/[^"]+)"', foot):
        assert source in outputs()
    assert foot.index("站点地图") < foot.index("党政机关网站标识") < foot.index("我为政府网站找错")


def test_the_english_foot_keeps_identifiers_in_chinese_and_says_so() -> None:
    foot = page(STORY_EN).partition("<footer")[2]
    for text in (NAME, ICP, POLICE):
        assert re.search(rf'lang="zh-Hans">{text}<', foot)
    assert "Operated by: Yongkang Test Bureau" in foot
    assert 'alt="Report an error on a government site"' in foot
    assert 'lang="zh-Hans"' not in page(STORY).partition("<footer")[2]


def test_strip_and_masthead_name_the_bureau_and_no_preview() -> None:
    html = page("index.html")
    assert f"{PUBLISHER}承办" in html
    assert "演示版" not in html
    assert f'<p class="mast-sub parts"><span>{PUBLISHER}</span>' in html


def test_the_example_stays_unofficial() -> None:
    checked = built(dict(example_files()))
    for path, data in checked.outputs.items():
        if path.endswith(".html") and "<footer" in (html := data.decode()):
            assert not re.search("SiteName|SiteDomain|SiteIDCode|备案|网站标识码", html), path
            assert '<p class="marks' not in html
            assert ("非官方演示，不代表永康市建设局" in html) or ("Unofficial preview; not published" in html)


def test_the_html_checker_has_nothing_to_say(tmp_path: Path) -> None:
    paths = []
    for path in ("index.html", STORY, STORY_EN, "about.html", "404.html"):
        paths.append(tmp_path / path.replace("/", "-"))
        paths[-1].write_bytes(outputs()[path])
    command = ["java", "-jar", str(CHECKER), "--stdout", "--exit-zero-always", "--format", "json"]
    command += ["--filterpattern", ".*Content Security Policy.*"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, check=True, timeout=300)
    assert [each["message"] for each in json.loads(done.stdout)["messages"]] == []


# --- what a theme of one's own may get wrong ----------------------------------------------------------------

META = """{% for meta in frame.meta %}
<meta {{ "property" if meta.attribute == "property" else "name" }}="{{ meta.key }}" content="{{ meta.content }}">
{% endfor %}"""


def meta(line: str) -> dict[str, str | None]:
    """The packaged frame with each page tag printed in another way."""
    return theme("base.html", (META, f"{{% for meta in frame.meta %}}\n{line}\n{{% endfor %}}"))


PLAIN = '<meta name="{{ meta.key }}" content="{{ meta.content }}">'


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        (meta(""), "official-tag-missing"),
        (meta('<meta name="{{ meta.key }}" content="">'), "official-tag-empty"),
        (meta(PLAIN + "\n" + PLAIN), "official-tag-twice"),
        (meta('<meta name="{{ meta.key }}" content="null">'), "official-tag-residue"),
        (meta('<meta name="{{ meta.key }}" content="{{ "{{ title }}" }}">'), "official-tag-residue"),
        (
            meta('<meta name="{{ meta.key }}" content="{{ meta.content | replace(" ", "T") }}">'),
            "official-tag-form",
        ),
        (meta('<meta name="{{ meta.key | lower }}" content="{{ meta.content }}">'), "official-tag-spelling"),
        (
            meta('<meta name="{{ meta.key }}" content="{{ meta.content | replace("山水", "山") }}">'),
            "official-tag-differs",
        ),
        (
            meta(
                '<meta name="{{ meta.key }}" content="{{ meta.content | replace("9900000007", "9900000008") }}">'
            ),
            "official-tag-differs",
        ),
    ],
)
def test_a_theme_that_spoils_a_tag_is_told(changes: dict[str, str | None], code: str) -> None:
    assert code in codes(changes)


def test_a_time_on_the_page_that_is_not_the_one_in_the_tag_is_told() -> None:
    changes = theme(
        "story.html",
        ('{{ view.published or t("not_stated") }}', "2019-07-06 08:00"),
        ('t("first_published", time=view.published)', '"…"'),
    )
    found = built(official_project(changes)).diagnostics
    assert {each.code for each in found} == {"official-tag-differs"}
    assert "2019-07-06 08:00" in found[0].message("en")


def test_a_time_that_is_passed_on_and_not_the_one_in_the_tag_is_told() -> None:
    wrong = '{{ meta.content | replace("2019-07-05T16:30", "2019-07-06T08:00") }}'
    changes = theme("base.html", (META, META.replace("{{ meta.content }}", wrong)))
    found = built(official_project(changes)).diagnostics
    assert {each.code for each in found} == {"official-tag-differs"}
    assert "what is passed on" in found[0].message("en")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{{ own.host }}", ""),
        ("{{ site.publisher }}", ""),
        ("{{ own.contact }}", ""),
        ("{{ own.domain }}", ""),
        ("{{ own.code }}", ""),
        ('href="{{ own.police_url }}"', 'href="{{ own.icp_url }}"'),
        ('alt="{{ mark.alt }}"', 'alt=""'),
        ('width="{{ mark.width }}" ', ""),
    ],
)
def test_a_foot_that_lacks_something_is_told(old: str, new: str) -> None:
    changes = theme("_footer.html", (old, new))
    if "publisher" in old:
        changes |= theme(
            "_header.html", ("{{ whose }}", ""), ('{{ t("operated_by", publisher=site.publisher) }}', "")
        )
    assert codes(changes) == {"official-foot-missing"}


def test_an_unofficial_site_may_not_take_the_tags_of_an_official_one() -> None:
    files = dict(example_files())
    own = theme(
        "base.html", ("{% block head %}", f'<meta name="SiteIDCode" content="{CODE}">{{% block head %}}')
    )
    files |= {path: (text or "").encode() for path, text in own.items()}
    assert {each.code for each in built(files).diagnostics} == {"official-tag-unofficial"}


def test_a_story_without_a_time_of_publication_stops_the_build() -> None:
    checked = built(official_project(time=("published: 2019-07-05 16:30\n", "")))
    assert [(each.code, each.location.file) for each in checked.diagnostics] == [
        ("official-story-undated", "content/stories/shanshui-yuyuan/index.zh.md")
    ]


def test_a_mark_without_its_artwork_stops_the_build() -> None:
    checked = built(official_project({"templates/static/report.png": None}))
    assert [(each.code, each.location.file) for each in checked.diagnostics] == [
        ("official-mark-missing", "config.yaml")
    ]
    assert "file: report.png" in (checked.diagnostics[0].quote or "")
