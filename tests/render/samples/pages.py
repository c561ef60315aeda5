"""The sample pages of the other kinds."""

from __future__ import annotations

from dataclasses import replace

from sfwgen.plan.views import (
    BulletinListView,
    BulletinView,
    CorrectionsView,
    CorrectionView,
    FiguresView,
    FilterGroup,
    Html,
    IssueView,
    Link,
    ListView,
    Moment,
    MonthGroup,
    NotFoundView,
    PageView,
    RedirectView,
    SearchFilter,
    SearchOption,
    SearchView,
    SiteMapView,
    SourceView,
    Title,
)
from tests.render.samples.figures import make_counters, make_figure
from tests.render.samples.frame import Pick, make_frame
from tests.render.samples.stories import gas_title, make_cards


def make_list(lang: str, pick: Pick) -> ListView:
    cards = make_cards(pick)
    groups = (
        (
            pick("服务线", "Service line"),
            pick("全部 5,服务企业 1,服务群众 2,服务基层 2", "All 5,Enterprises 1,Residents 2,Grassroots 2"),
        ),
        (
            pick("镇街", "Town"),
            pick("象珠镇 1,唐先镇 1,西城街道 3,镇街未注明 1", "Xiangzhu 1,Tangxian 1,Xicheng 3,Not-stated 1"),
        ),
        (pick("服务小分队", "Team"), pick("市政公用行业 2,房地产行业 0", "Utilities 2,Real-estate 0")),
        (
            pick("月份", "Month"),
            pick("2019年7月 1,2019年6月 1,时间未载明 1", "2019-07 1,2019-06 1,Not-stated 1"),
        ),
    )
    months = pick(
        "2019年7月,2019年6月,2019年5月,2019年3月,时间未载明",
        "July 2019,June 2019,May 2019,March 2019,Date not stated",
    ).split(",")
    order = (1, 2, 0, 3, 4)
    return ListView(
        frame=make_frame(lang, "list", "list", pick("进展", "Stories")),
        heading=pick("进展", "Stories"),
        dek=Html(
            pick(
                "“三服务”活动中办成的、正在办的事，按发生时间排列。",
                "What was done and is being done in the Three Services campaign, by date.",
            )
        ),
        summary=pick("全部5篇，最近更新2026-11-24 09:30", "5 stories, last updated 2026-11-24 09:30"),
        clear="index.html",
        filters=tuple(
            FilterGroup(heading, tuple(_filter(each) for each in links.split(",")))
            for heading, links in groups
        ),
        months=tuple(MonthGroup(month, (cards[index],)) for month, index in zip(months, order, strict=True)),
        downloads=(Link("CSV", "../data/stories.csv"), Link("JSON", "../data/stories.json")),
    )


def _filter(text: str) -> Link:
    name, count = text.rsplit(" ", 1)
    return Link(
        name.replace("-", " ") if not name[:1].isdigit() else name,
        "index.html" if count != "0" else "",
        current=name in ("全部", "All"),
        count=int(count),
    )


def make_figures(lang: str, pick: Pick) -> FiguresView:
    frame = make_frame(lang, "figures", "figures", pick("数据", "Figures"))
    counters = make_counters(pick, frame.root)
    relief = replace(
        counters[0],
        id="relief",
        anchor="relief",
        label=pick("送出慰问金", "Relief money given"),
        figure=make_figure("relief", "", pick("n:6500|u:元", "n:6,500|t: |u:yuan"), "6500"),
        squares=None,
        breakdowns=(),
        history=None,
    )
    refused = replace(
        counters[0],
        id="all",
        anchor="all",
        label=pick("全部走访", "All visits"),
        figure=None,
        squares=None,
        refusal=pick("户和次不能相加。", "Households and visits do not add."),
        contributions=(),
        breakdowns=(),
        history=None,
    )
    return FiguresView(
        frame=frame,
        dek=pick(
            "首页每一个累计数，在这里都有口径、截止时间和逐条记录。六个数的口径不同，不能相加。",
            "Each running total of the home page with its definition, its date and its records. "
            "The six measures differ and are not added.",
        ),
        index=tuple(Link(each.label, f"#{each.anchor}") for each in counters),
        counters=(*counters, relief, refused),
        downloads=(Link("CSV", "data/figures.csv"), Link("JSON", "data/figures.json")),
    )


def make_bulletin(lang: str, pick: Pick) -> BulletinView:
    frame = make_frame(lang, "bulletin", "bulletin", pick("第1期", "Issue 1"))
    return BulletinView(
        frame=frame,
        number=1,
        title=Html(
            pick(
                "市建设局下沉一线“三服务”解难题",
                "Construction Bureau takes the Three Services to the front line",
            )
        ),
        lede=Html(
            pick(
                "5个服务小分队走访企业、基层和群众。",
                "Five service teams visit enterprises, grassroots units and households.",
            )
        ),
        moment=None,
        as_of=pick("2019年年中", "mid-2019"),
        counters=make_counters(pick, frame.root),
        stories=make_cards(pick),
        sources=(
            SourceView(
                Html(pick("2019年年中报纸报道", "A newspaper report of mid-2019")),
                "https://paper.example/2019",
            ),
        ),
        previous=None,
        next=Link(pick("第2期", "Issue 2"), "2.html"),
        downloads=(
            Link(pick("第1期简报PDF（A4，2页，420 KB）", "Issue 1, PDF (A4, 2 pages, 420 KB)"), "1.pdf"),
        ),
    )


def make_bulletins(lang: str, pick: Pick) -> BulletinListView:
    issue = IssueView(1, "1.html", None, pick("2019年年中", "mid-2019"))
    dated = IssueView(
        2,
        "2.html",
        Moment(pick("2019年8月1日", "1 August 2019"), "2019-08-01"),
        pick("2019年7月", "July 2019"),
    )
    titles = (
        Link(pick("服务不停步", "The services go on"), "2.html"),
        Link(
            pick(
                "市建设局下沉一线“三服务”解难题",
                "Construction Bureau takes the Three Services to the front line",
            ),
            "1.html",
        ),
    )
    return BulletinListView(
        make_frame(lang, "bulletins", "bulletins", pick("往期简报", "Past issues")), (dated, issue), titles
    )


def make_corrections(lang: str, pick: Pick) -> CorrectionsView:
    frame = make_frame(lang, "corrections", "corrections", pick("更正记录", "Corrections"))
    link = Link(gas_title(pick).replace("|", ""), "stories/gas.html")
    moment = Moment(pick("2026年11月24日", "24 November 2026"), "2026-11-24")
    return CorrectionsView(
        frame,
        (
            CorrectionView(
                moment,
                link,
                pick("800家", "800 enterprises"),
                Html(pick("800余家", "more than 800 enterprises")),
                Html("…"),
            ),
        ),
    )


def make_page(lang: str, pick: Pick) -> PageView:
    heading = pick("关于本站", "About this site")
    body = pick(
        '<h2 id="what">这是什么</h2><p>本站据2019年年中报纸报道整理。</p><h2 id="how">数字从哪里来</h2>'
        "<table>"
        '<thead><tr><th scope="col">指标</th><th scope="col" class="al-right">数</th></tr>'
        '</thead><tbody><tr><td>走访企业</td><td class="al-right">237</td></tr></tbody></table>',
        '<h2 id="what">What this is</h2><p>The site rests on a newspaper report of '
        'mid-2019.</p><h2 id="how">Where the figures come from</h2><table><thead><tr><th '
        'scope="col">Measure</th><th scope="col" class="al-right">Number</th></tr></thead>'
        '<tbody><tr><td>Visits</td><td class="al-right">237</td></tr></tbody></table>',
    )
    contents = (
        Link(pick("这是什么", "What this is"), "#what"),
        Link(pick("数字从哪里来", "Where the figures come from"), "#how"),
    )
    dek = Html(pick("网站说明。", "Notes on the site."))
    return PageView(
        make_frame(lang, "page", "page", heading), Title(heading, (heading,)), dek, Html(body), contents
    )


def make_sitemap(lang: str, pick: Pick) -> SiteMapView:
    links = (Link(pick("首页", "Home"), "index.html"), Link(pick("进展", "Stories"), "stories/index.html"))
    return SiteMapView(
        make_frame(lang, "sitemap", "sitemap", pick("站点地图", "Site map")),
        (FilterGroup(pick("主要页面", "Main pages"), links), FilterGroup(pick("进展", "Stories"), links)),
    )


def make_not_found(lang: str, pick: Pick) -> NotFoundView:
    frame = replace(
        make_frame(lang, "notfound", "notfound", pick("没有找到这个页面", "Page not found")), indexed=False
    )
    return NotFoundView(
        frame,
        (
            Link(pick("首页", "Home"), frame.site.home),
            Link(pick("全部进展", "All stories"), "stories/index.html"),
        ),
    )


def make_search(lang: str, pick: Pick) -> SearchView:
    frame = replace(make_frame(lang, "search", "search", pick("搜索", "Search")), indexed=False)
    options = (
        SearchOption("xiangzhu", Link(pick("象珠镇", "Xiangzhu"), "stories/index.html", count=1)),
        SearchOption(
            "not-stated", Link(pick("镇街未注明", "Town not stated"), "stories/index.html", count=2)
        ),
    )
    return SearchView(
        frame=frame,
        index="search/head.js",
        filters=(SearchFilter("place", pick("镇街", "Town"), options),),
        stories=make_cards(pick),
        all_stories=Link(pick("全部进展（60）", "All stories (60)"), "stories/index.html", count=60),
    )


def make_redirect(lang: str, pick: Pick) -> RedirectView:
    frame = replace(make_frame(lang, "redirect", "redirect", gas_title(pick).replace("|", "")), indexed=False)
    return RedirectView(frame, "stories/gas.html")
