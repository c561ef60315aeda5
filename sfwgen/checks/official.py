"""Rules for official sites: page tags (国办发〔2017〕47号), times that agree, the foot of each page.

They look at the finished pages, so that a project's own templates are held to them as well.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from sfwgen.checks.findings import Finding, Finished, find
from sfwgen.checks.project import Project
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.plan.outputs import PageOutput
from sfwgen.plan.views import OfficialView, StoryView

SITE_TAGS = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN_TAGS = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE_TAGS = ("ArticleTitle", "PubDate", "ContentSource")
_OTHERS = ("Keywords", "Author", "Description", "Image", "Url")
_NAMES = {name.casefold(): name for name in (*SITE_TAGS, *COLUMN_TAGS, *ARTICLE_TAGS, *_OTHERS)}
_COLUMN_KINDS = frozenset(
    {"home", "list", "bulletin", "bulletins", "figures", "records", "corrections", "page"}
)
_RESIDUE = re.compile(r"\b(?:null|undefined|none|nan)\b|\{\{|\}\}|\{%|%\}|\$\{", re.IGNORECASE)
_TIME = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")
_H1 = re.compile(r"<h1\b[^>]*>(.*?)</h1\s*>", re.DOTALL | re.IGNORECASE)
_MARKUP = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_SHARED_TIME = "article:published_time"
_ATOM = "{http://www.w3.org/2005/Atom}"
_FEED = f"{_ATOM}feed"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def check_published(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each story of an official site that does not say when it was published."""
    if project.site.config.official:
        for story in project.site.stories:
            if story.published is None:
                yield fault("official-story-undated", story.location)


def check_official(site: Finished) -> Iterator[Finding]:
    """Yields a finding for each page tag, time and part of the foot that an official site has to have right.

    On any other site only tags that it may not have are told.
    """
    elsewhere = _Elsewhere(site)
    for page in _pages(site):
        if page.official is None:
            yield from _unofficial(page)
            continue
        yield from _complete(page)
        for key, content in page.tags:
            yield from _content(page, _NAMES[key.casefold()], key, content)
        yield from _agreeing(page, page.official)
        yield from _times(page, elsewhere)
        if page.output.head.kind != "redirect":
            yield from _foot(page, page.official)


# --- a page -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as these rules see it: the page tags of its head, in order, and the rest of it.

    `shared_time` is when it was published as those are told who pass the page on (Open Graph).
    """

    output: PageOutput
    official: OfficialView | None
    tags: tuple[tuple[str, str], ...]
    body: str
    structured_time: str
    shared_time: str

    def tag(self, name: str) -> str:
        """The content of a tag, or an empty text."""
        return next((content for key, content in self.tags if key == name), "")


def _pages(site: Finished) -> Iterator[_Page]:
    for output, facts in site.pages.values():
        if not output.head.official and not facts.site_tags:
            continue
        official = output.view.frame.site.official_site
        html = site.outputs[output.path].decode("utf-8", "replace")
        head, _, body = html.partition("</head>")
        reader = _Head()
        reader.feed(head)
        times = (_published(text) for text in facts.json_ld)
        structured = next(filter(None, times), "")
        yield _Page(output, official, tuple(reader.tags), body, structured, _short(reader.shared_time))


class _Head(HTMLParser):
    """Collects the `<meta name>` elements that bear the name of a page tag, in whatever capitals."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, str]] = []
        self.shared_time = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes note of a tag."""
        attributes = dict(attrs)
        name, content = attributes.get("name") or "", (attributes.get("content") or "").strip()
        if tag == "meta" and name.casefold() in _NAMES:
            self.tags.append((name, content))
        elif tag == "meta" and attributes.get("property") == _SHARED_TIME:
            self.shared_time = content


def _published(text: str) -> str:
    try:
        data = json.loads(text)
    except ValueError:
        return ""
    return _short(str(data.get("datePublished", ""))) if isinstance(data, dict) else ""


def _short(moment: str) -> str:
    """A full time in the form that pages show."""
    return moment[:16].replace("T", " ")


# --- the rules in detail ------------------------------------------------------------------------------------


def _unofficial(page: _Page) -> Iterator[Finding]:
    for key, _ in page.tags:
        if _NAMES[key.casefold()] in SITE_TAGS:
            yield find("official-tag-unofficial", page.output, tag=key)


def _needed(page: _Page) -> tuple[str, ...]:
    kind = page.output.head.kind
    if kind == "story":
        return (*SITE_TAGS, *COLUMN_TAGS, *ARTICLE_TAGS)
    return (*SITE_TAGS, *COLUMN_TAGS) if kind in _COLUMN_KINDS else SITE_TAGS


def _complete(page: _Page) -> Iterator[Finding]:
    counts = Counter(_NAMES[key.casefold()] for key, _ in page.tags)
    missing = [name for name in _needed(page) if not counts[name]]
    if missing:
        yield find("official-tag-missing", page.output, tags=", ".join(missing))
    for name, count in counts.items():
        if count > 1:
            yield find("official-tag-twice", page.output, tag=name, count=count)


def _content(page: _Page, name: str, key: str, content: str) -> Iterator[Finding]:
    if key != name:
        yield find("official-tag-spelling", page.output, tag=name, value=key)
    if not content:
        yield find("official-tag-empty", page.output, tag=name)
    elif left := _RESIDUE.search(content):
        # A word of an English text may be "none": only what is nothing else is left over.
        if left[0] == content or not left[0][0].isalpha():
            yield find("official-tag-residue", page.output, tag=name, value=left[0])
    elif name == "PubDate" and not _TIME.fullmatch(content):
        yield find("official-tag-form", page.output, tag=name, value=content)


def _agreeing(page: _Page, official: OfficialView) -> Iterator[Finding]:
    """Compares the site's tags with its configuration, and the title with the heading that readers see."""
    stated = dict(zip(SITE_TAGS, (official.name, official.domain, official.code), strict=True))
    places = dict.fromkeys(stated, ("config.yaml 里", "config.yaml"))
    if heading := _H1.search(page.body):
        stated["ArticleTitle"] = _plain(heading[1])
        places["ArticleTitle"] = ("页面标题", "the heading")
    for name, other in stated.items():
        value = page.tag(name)
        if value and _SPACE.sub(" ", value) != other:
            yield _differs(page, name, value, places[name], other)


def _differs(page: _Page, tag: str, value: str, where: tuple[str, str], other: str) -> Finding:
    zh, en = where
    return find(
        "official-tag-differs", page.output, tag=tag, value=value, where_zh=zh, where_en=en, other=other
    )


def _plain(html: str) -> str:
    return _SPACE.sub(" ", unescape(_MARKUP.sub("", html))).strip()


def _visible_time(body: str, expected: str) -> str:
    """The time of publication that the page shows: the expected one if it is there, else the first."""
    text = _MARKUP.sub(" ", body)
    return expected if expected in text else next(iter(_TIME.findall(text)), "-")


def _times(page: _Page, elsewhere: _Elsewhere) -> Iterator[Finding]:
    view, pub_date = page.output.view, page.tag("PubDate")
    if not isinstance(view, StoryView) or not pub_date:
        return
    url = view.frame.url
    told = {
        ("正文", "the page itself"): _visible_time(page.body, pub_date),
        ("结构化数据", "the structured data"): page.structured_time,
        ("分享信息", "what is passed on"): page.shared_time,
        ("订阅源", "the feed"): _short(elsewhere.feeds.get(url, "")),
        ("JSON订阅源", "the JSON feed"): _short(elsewhere.json_feeds.get(url, "")),
        # A story that was changed has that time there.
        ("网站地图", "the site map"): "" if view.updated else _short(elsewhere.map.get(url, "")),
    }
    for (zh, en), time in told.items():
        if time and time != pub_date:
            yield _differs(page, "PubDate", pub_date, (zh, en), time)


def _foot(page: _Page, official: OfficialView) -> Iterator[Finding]:
    publisher = page.output.view.frame.site.publisher
    for zh, en, shown in _foot_parts(page.body, official, publisher):
        if not shown:
            yield find("official-foot-missing", page.output, what_zh=zh, what_en=en)


def _foot_parts(body: str, official: OfficialView, publisher: str) -> Iterator[tuple[str, str, bool]]:
    text = _SPACE.sub(" ", unescape(_MARKUP.sub("\n", body)))
    yield "网站名称", "the site's name", official.name in text
    yield "网站域名", "the domain", official.domain in text
    yield "主办单位", "the host", official.host in text
    yield "承办单位", "the body that runs the site", publisher in text
    yield "联系方式", "the contact", official.contact in text
    yield "网站标识码", "the site code", official.code in text
    yield "ICP备案号", "the ICP filing", official.icp in text
    linked = f'href="{official.police_url}"' in unescape(body)
    said = ("公安备案号和它的链接", "the public security filing with its link")
    yield (*said, official.police in text and linked)
    for mark in official.marks:
        yield f"标识“{mark.alt}”", f"the mark “{mark.alt}”", _has_image(body, mark.src, mark.alt)


def _has_image(body: str, src: str, alt: str) -> bool:
    """Whether the artwork is shown with its text alternative and a fixed size."""
    for tag in re.findall(r"<img\b[^>]*>", body):
        found = unescape(tag)
        sized = re.search(r'\swidth="\d+"', found) and re.search(r'\sheight="\d+"', found)
        if f'src="{src}"' in found and f'alt="{alt}"' in found and sized:
            return True
    return False


# --- feeds and the site map ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Elsewhere:
    """What the files for machines say of each page, by its address; read when first asked for."""

    site: Finished

    @cached_property
    def _documents(self) -> tuple[tuple[str, ET.Element], ...]:
        return tuple(_documents(self.site))

    @cached_property
    def feeds(self) -> Mapping[str, str]:
        """When each entry of a feed was published, the feeds of service lines included."""
        return {
            entry.findtext(f"{_ATOM}id", ""): entry.findtext(f"{_ATOM}published", "")
            for _, root in self._documents
            for entry in root.iter(f"{_ATOM}entry")
        }

    @cached_property
    def json_feeds(self) -> Mapping[str, str]:
        """The same of the JSON feeds, each of which stands beside one in Atom."""
        beside = [path.removesuffix("xml") + "json" for path, root in self._documents if root.tag == _FEED]
        return {
            str(item.get("url")): str(item.get("date_published", ""))
            for path in beside
            if path in self.site.outputs
            for item in _items(self.site.outputs[path])
        }

    @cached_property
    def map(self) -> Mapping[str, str]:
        """When each page was changed, as the site map has it."""
        return {
            url.findtext(f"{_MAP}loc", ""): url.findtext(f"{_MAP}lastmod", "")
            for _, root in self._documents
            for url in root.iter(f"{_MAP}url")
        }


def _documents(site: Finished) -> Iterator[tuple[str, ET.Element]]:
    for path in site.outputs:
        if path.endswith(".xml"):
            try:
                yield path, ET.fromstring(site.outputs[path])
            except ET.ParseError:
                # Told by the rule over files.
                continue


def _items(content: bytes) -> Iterator[dict[str, object]]:
    try:
        data = json.loads(content)
    except ValueError:
        # Told by the rule over files.
        return
    items = data.get("items", ()) if isinstance(data, dict) else ()
    yield from (each for each in items if isinstance(each, dict))
