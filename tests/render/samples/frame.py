"""The head and furniture of the sample pages."""

from __future__ import annotations

from collections.abc import Callable

from sfwgen.plan.views import Alternate, Feed, Frame, Html, IssueView, Link, Meta, SiteView

Pick = Callable[[str, str], str]
BASE = "https://sfw.example/"
PATHS = {
    "home": "index.html",
    "story": "stories/gas.html",
    "list": "stories/index.html",
    "figures": "figures.html",
    "bulletin": "bulletins/1.html",
    "bulletins": "bulletins/index.html",
    "corrections": "corrections.html",
    "page": "about.html",
    "sitemap": "sitemap-page.html",
    "search": "search.html",
    "notfound": "404.html",
    "redirect": "old.html",
    "untranslated": "stories/experts.html",
}


def picker(lang: str) -> Pick:
    return lambda zh, en: zh if lang == "zh" else en


def address(lang: str, name: str) -> str:
    """The path of a sample's page, relative to the site's root."""
    return ("en/" if lang == "en" else "") + PATHS[name]


def _root(path: str) -> str:
    return "../" * path.count("/")


def make_frame(lang: str, name: str, kind: str, heading: str, *, crumbs: tuple[str, ...] = ()) -> Frame:
    pick = picker(lang)
    path = address(lang, name)
    root = _root(path)
    site = _site(lang, root, kind)
    title = site.title if kind == "home" else f"{heading} — {site.title}"
    return Frame(
        kind=kind,
        lang=lang,
        tag=pick("zh-Hans", "en"),
        title=title,
        heading=heading,
        description=pick("东永二线天然气管道全线贯通。", "The Dongyong No. 2 gas line is through."),
        path=path,
        root=root,
        url=BASE + path,
        canonical=BASE + path,
        indexed=True,
        content_tag="",
        alternates=(_alternate("zh", name, root, lang), _alternate("en", name, root, lang)),
        default_url=BASE + address("zh", name),
        breadcrumb=tuple(Link(text, site.home) for text in crumbs),
        notices=(),
        site=site,
        meta=(Meta("property", "og:type", "article"), Meta("name", "ColumnName", heading)),
        feeds=(Feed("Atom", root + "feed.xml", "application/atom+xml"),),
        json_ld='{"@context": "https://schema.org", "headline": "</script>"}',
    )


def _alternate(lang: str, name: str, root: str, current: str) -> Alternate:
    tag, own = ("zh-Hans", "中文") if lang == "zh" else ("en", "English")
    path = address(lang, name)
    return Alternate(lang, tag, own, root + path, BASE + path, True, lang == current, True)


def _site(lang: str, root: str, kind: str) -> SiteView:
    pick = picker(lang)
    prefix = root + ("en/" if lang == "en" else "")
    nav = (
        ("home", pick("首页", "Home"), "index.html"),
        ("story", pick("进展", "Stories"), "stories/index.html"),
        ("figures", pick("数据", "Figures"), "figures.html"),
        ("bulletin", pick("往期", "Issues"), "bulletins/index.html"),
        ("page", pick("关于", "About"), "about.html"),
    )
    current = {"list": "story", "bulletins": "bulletin"}.get(kind, kind)
    footer = (
        pick("联系我们", "Contact us"),
        pick("搜索", "Search"),
        pick("站点地图", "Site map"),
        pick("无障碍说明", "Accessibility"),
        pick("更正记录", "Corrections"),
        pick("订阅RSS", "RSS feed"),
    )
    return SiteView(
        title=pick("三服务工作简报", "Three Services Bulletin"),
        subtitle=Html(
            pick("服务企业　服务群众　服务基层", "Serving enterprises, residents and the grassroots")
        ),
        description="",
        official=False,
        publisher="",
        source_line=pick("2019年年中报纸报道", "a newspaper report of mid-2019"),
        notice=Html(
            pick("非官方演示，不代表永康市建设局", "Unofficial preview; not published by the bureau")
        ),
        home=prefix + "index.html",
        search=prefix + "search.html",
        lines=(),
        nav=tuple(Link(text, prefix + href, current=key == current) for key, text, href in nav),
        footer=tuple(Link(text, prefix + "about.html") for text in footer),
        issue=IssueView(1, prefix + "bulletins/1.html", None, pick("2019年年中", "mid-2019")),
        assets={name: root + name for name in ("style.css", "site.js", "search-index.js", "search.js")},
    )
