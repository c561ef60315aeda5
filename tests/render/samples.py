"""One view of each kind in each language, with the content of the example site, written out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sfwgen.plan.views import (
    Alternate,
    BulletinListView,
    BulletinView,
    ContributionView,
    CorrectionsView,
    CorrectionView,
    CounterView,
    Feed,
    FigureGroupView,
    FiguresView,
    FigureView,
    FilterGroup,
    Frame,
    HomeView,
    Html,
    IssueView,
    LineView,
    Link,
    ListView,
    Meta,
    Moment,
    MonthGroup,
    NotFoundView,
    Notice,
    PageView,
    Piece,
    RedirectView,
    SiteMapView,
    SiteView,
    SourceView,
    SpanChart,
    SpanRow,
    Squares,
    StepView,
    StoryCard,
    StoryView,
    Title,
    View,
)

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
    "notfound": "404.html",
    "redirect": "old.html",
    "untranslated": "stories/experts.html",
}


def make_samples(lang: str) -> dict[str, tuple[str, View]]:
    """Template and view by the name of the sample, in one language."""
    pick = _picker(lang)
    return {
        "home": ("home.html", _home(lang, pick)),
        "story": ("story.html", _story(lang, pick)),
        "list": ("list.html", _list(lang, pick)),
        "figures": ("figures.html", _figures(lang, pick)),
        "bulletin": ("bulletin.html", _bulletin(lang, pick)),
        "bulletins": ("bulletins.html", _bulletins(lang, pick)),
        "corrections": ("corrections.html", _corrections(lang, pick)),
        "page": ("page.html", _page(lang, pick)),
        "sitemap": ("sitemap-page.html", _sitemap(lang, pick)),
        "notfound": ("404.html", _not_found(lang, pick)),
        "redirect": ("redirect.html", _redirect(lang, pick)),
        "untranslated": ("story.html", _untranslated(lang, pick)),
    }


def _picker(lang: str) -> Pick:
    return lambda zh, en: zh if lang == "zh" else en


# --- the frame ----------------------------------------------------------------------------------------------


def address(lang: str, name: str) -> str:
    """The path of a sample's page, relative to the site's root."""
    return ("en/" if lang == "en" else "") + PATHS[name]


def _root(path: str) -> str:
    return "../" * path.count("/")


def _frame(lang: str, name: str, kind: str, heading: str, *, crumbs: tuple[str, ...] = ()) -> Frame:
    pick = _picker(lang)
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
    pick = _picker(lang)
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
        pick("站点地图", "Site map"),
        pick("无障碍说明", "Accessibility"),
        pick("更正记录", "Corrections"),
        pick("订阅RSS", "RSS feed"),
    )
    return SiteView(
        title=pick("三服务工作简报", "Three Services Bulletin"),
        subtitle=pick("服务企业　服务群众　服务基层", "Serving enterprises, residents and the grassroots"),
        description="",
        official=False,
        publisher="",
        source_line=pick("有关永康市建设局的报道", "Press reports on the bureau"),
        notice=pick("非官方演示，不代表永康市建设局", "Unofficial preview; not published by the bureau"),
        home=prefix + "index.html",
        lines=(),
        nav=tuple(Link(text, prefix + href, current=key == current) for key, text, href in nav),
        footer=tuple(Link(text, prefix + "about.html") for text in footer),
        issue=IssueView(1, prefix + "bulletins/1.html", None, pick("2019年年中", "mid-2019")),
        assets={"style.css": root + "style.css", "site.js": root + "site.js"},
    )


# --- figures ------------------------------------------------------------------------------------------------


def _figure(
    id_: str, label: str, pieces: str, value: str = "", details: tuple[tuple[str, str], ...] = ()
) -> FigureView:
    """`pieces` are written `q:约|n:0.2|u:元/立方米`."""
    parts = tuple(Piece(*each.split(":", 1)) for each in pieces.split("|"))
    return FigureView(
        id=id_,
        label=label,
        pieces=parts,
        text="".join(part.text for part in parts),
        value=value,
        statistic="",
        scope="",
        anchor=f"fig-{id_}",
        href=f"#fig-{id_}",
        details=details,
    )


def _gas_figures(pick: Pick) -> dict[str, FigureView]:
    details = (
        (
            "definition",
            pick(
                "供气范围内的企业，不等于已通气的户数",
                "enterprises in the area supplied, not those connected",
            ),
        ),
        ("scope", pick("象珠、唐先两镇", "Xiangzhu and Tangxian")),
        ("as_of", pick("2019年5月", "May 2019")),
        ("source", pick("2019年年中报纸报道", "a newspaper report of mid-2019")),
    )
    figures = (
        _figure(
            "enterprises",
            pick("企业，供气范围", "in the area supplied"),
            pick("n:800|q:余|u:家", "q:more than|t: |n:800|t: |u:enterprises"),
            "800",
            details,
        ),
        _figure(
            "residents",
            pick("群众，供气范围", "in the area supplied"),
            pick("n:8.4|x:万|u:名", "n:84,000|t: |u:residents"),
            "84000",
            details,
        ),
        _figure(
            "average",
            pick("平均下降", "average fall"),
            pick("q:约|n:0.2|u:元/立方米", "q:about|t: |n:0.2|t: |u:yuan/m³"),
            "0.2",
            details,
        ),
        _figure(
            "peak",
            pick("最高时下降", "fall at the peak"),
            pick("q:超过|n:1|u:元/立方米", "q:more than|t: |n:1|t: |u:yuan/m³"),
            "1",
            details,
        ),
        _figure(
            "daily",
            pick("平均每天可节约", "average saving"),
            pick("n:2000|u:元/天", "n:2,000|t: |u:yuan/day"),
            "2000",
            details,
        ),
    )
    return {figure.id: figure for figure in figures}


def _counters(pick: Pick, root: str) -> tuple[CounterView, ...]:
    rows = (
        ("visits_enterprises", pick("走访企业", "Visits to enterprises"), 237, pick("次", "visits"), "solid"),
        (
            "visits_grassroots",
            pick("走访基层", "Visits to grassroots units"),
            18,
            pick("次", "visits"),
            "solid",
        ),
        ("visits_households", pick("走访群众", "Households visited"), 20, pick("户", "households"), "solid"),
        (
            "problems_resolved",
            pick("收集并解决本职问题", "Problems within its remit, resolved"),
            35,
            pick("个", "problems"),
            "solid",
        ),
        (
            "problems_escalated",
            pick("提交上级问题", "Submitted to the level above"),
            5,
            pick("个", "problems"),
            "hollow",
        ),
        ("problems_hard", pick("解决疑难问题", "Knotty problems resolved"), 2, pick("个", "problems"), "red"),
    )
    return tuple(_counter(pick, root, *row) for row in rows)


def _counter(pick: Pick, root: str, id_: str, label: str, value: int, unit: str, tone: str) -> CounterView:
    figure = _figure(id_, label, pick(f"n:{value}|u:{unit}", f"n:{value}|t: |u:{unit}"), str(value))
    source = Link(pick("2019年年中报纸报道", "A newspaper report of mid-2019"), "")
    contribution = ContributionView(
        pick("年中累计数", "Mid-year totals"), figure, source, Moment(pick("2019年年中", "mid-2019"), ""), ""
    )
    excluded = replace(
        contribution,
        label=pick("走访住房困难家庭", "Households in housing difficulty"),
        figure=_figure("feifeng", "", pick("n:3|u:户", "n:3|t: |u:households"), "3"),
        moment=None,
        reason=pick(
            "报道未说明这3户是否计入20户", "the report does not say whether these 3 are among the 20"
        ),
    )
    return CounterView(
        id=id_,
        label=label,
        figure=figure,
        refusal="",
        as_of=pick("2019年年中", "mid-2019"),
        href=f"{root}figures.html#{id_}",
        anchor=id_,
        squares=Squares(value, tone, value // 5, value % 5),
        provenance=pick(
            "据2019年年中报纸报道，暂无逐条记录", "From a newspaper report of mid-2019; no records yet"
        ),
        definition=(
            (
                "counted",
                pick(
                    "服务小分队到企业走访的次数，报道称“累计”。",
                    "Visits by the service teams to enterprises, which the report calls cumulative.",
                ),
            ),
            (
                "obtained",
                pick(
                    "据报纸报道的累计数；没有逐条记录。",
                    "The running total of the newspaper report; there are no records.",
                ),
            ),
            (
                "open",
                pick(
                    "报道没有说明同一企业走访两次怎么计。",
                    "The report does not say how two visits to one enterprise are counted.",
                ),
            ),
        ),
        contributions=(contribution,),
        left_out=(excluded,) if id_ == "visits_households" else (),
        downloads=(Link("CSV（1 KB）" if unit in "次户个" else "CSV (1 KB)", "data/x.csv"),),
    )


# --- stories ------------------------------------------------------------------------------------------------


def _card(
    pick: Pick, title: str, summary: str, line: str, place: str, moment: Moment | None, key: FigureView | None
) -> StoryCard:
    return StoryCard(
        title=Title(title.replace("|", ""), tuple(title.split("|"))),
        href="stories/gas.html",
        summary=summary,
        line=Link(line, "lines/enterprises.html"),
        places=place,
        moment=moment,
        published="2026-11-24 09:30",
        key=key,
        figures=(),
        steps=(),
        content_tag="",
    )


def _gas_title(pick: Pick) -> str:
    return pick(
        "2月仍停工，5月贯通：|东永二线|天然气管道|打通象珠段",
        "Stalled in February, through in May: the Dongyong No. 2 gas line gets past Xiangzhu",
    )


def _steps(pick: Pick) -> tuple[StepView, ...]:
    return (
        StepView(
            "stopped",
            Moment(pick("2019年2月", "February 2019"), "2019-02"),
            pick("仍停工", "Still stopped"),
            pick(
                "象珠镇部分地段的政策处理没有谈妥，施工队进不了场。",
                "Terms not settled at sections in Xiangzhu; crews could not enter the site.",
            ),
        ),
        StepView(
            "done",
            Moment(pick("2019年5月", "May 2019"), "2019-05"),
            pick("全线贯通", "Through"),
            pick("政策处理谈妥，管道接通。", "Terms settled; the whole line is connected."),
        ),
        StepView(
            "open", None, pick("通气", "Gas supply"), pick("报道没有说明。", "The report does not say.")
        ),
    )


def _cards(pick: Pick) -> tuple[StoryCard, ...]:
    gas = _gas_figures(pick)
    lines = (pick("服务企业", "Enterprises"), pick("服务群众", "Residents"), pick("服务基层", "Grassroots"))
    lead = _card(
        pick,
        _gas_title(pick),
        pick(
            "象珠段的政策处理没有谈妥，施工队进不了场。市建设局协助镇里谈妥后，管道5月全线贯通。",
            "Land and compensation terms at Xiangzhu were not settled, and crews could not enter the site. The bureau helped the town settle them; the whole line was through in May.",
        ),
        lines[0],
        pick("象珠镇、唐先镇", "Xiangzhu and Tangxian Towns"),
        Moment(pick("2019年5月", "May 2019"), "2019-05"),
        gas["enterprises"],
    )
    lead = replace(lead, figures=(gas["enterprises"], gas["residents"], gas["average"]), steps=_steps(pick))
    return (
        lead,
        _card(
            pick,
            pick(
                "核实到户、慰问上门：|走访住房困难家庭",
                "Housing checks and relief money, brought to the door",
            ),
            pick(
                "现场核实3户公租房申请，送出慰问金6500元。",
                "Public rental housing applications of 3 households verified; 6,500 yuan in relief money.",
            ),
            lines[1],
            pick("西城街道飞凤社区、塔秀村", "Feifeng Community and Taxiu Village, Xicheng"),
            Moment(pick("2019年7月1日前后", "around 1 July 2019"), ""),
            _figure(
                "relief",
                pick("慰问金合计", "relief money in total"),
                pick("n:6500|u:元", "n:6,500|t: |u:yuan"),
                "6500",
            ),
        ),
        _card(
            pick,
            pick(
                "山水御园6月下旬交付，|40余名业主送来锦旗",
                "Shanshui Yuyuan handed over in late June; more than 40 owners bring a banner of thanks",
            ),
            pick(
                "4月，40名业主反映逾期交房；质量监督提前介入，小区6月下旬交付。",
                "In April, 40 owners reported late handover. Quality supervision was brought forward.",
            ),
            lines[1],
            pick("山水御园", "Shanshui Yuyuan"),
            Moment(pick("2019年6月27日", "27 June 2019"), "2019-06-27"),
            _figure(
                "owners",
                pick("业主送锦旗", "brought the banner"),
                pick("n:40|q:余|u:名", "q:more than|t: |n:40|t: |u:owners"),
                "40",
            ),
        ),
        _card(
            pick,
            pick("飞凤社区|一段200米黄土路修好了", "A 200-metre dirt road in Feifeng Community is repaired"),
            pick(
                "列入市政零星工程，路面和路侧绿化已修复。",
                "Put on the list of minor municipal works; road and verges are repaired.",
            ),
            lines[2],
            pick("西城街道飞凤社区", "Feifeng Community, Xicheng"),
            Moment(pick("2019年3月", "March 2019"), "2019-03"),
            _figure("road", pick("道路长度", "road length"), pick("n:200|u:米", "n:200|t: |u:m"), "200"),
        ),
        _card(
            pick,
            pick(
                "专家分批进塔秀村，|指导基础设施建设",
                "Experts go to Taxiu Village in groups to guide its infrastructure",
            ),
            pick(
                "来自建设系统不同单位、不同专业的专家。",
                "They come from different units and trades of the construction system.",
            ),
            lines[2],
            pick("西城街道塔秀村", "Taxiu Village, Xicheng"),
            None,
            None,
        ),
    )


# --- pages --------------------------------------------------------------------------------------------------


def _home(lang: str, pick: Pick) -> HomeView:
    frame = _frame(lang, "home", "home", pick("三服务工作简报", "Three Services Bulletin"))
    lead, *rows = _cards(pick)
    return HomeView(
        frame=frame,
        lede=pick(
            "5个服务小分队走访企业、基层和群众。属于本职的问题，收集并解决；需要上级解决的，提交上级；疑难问题，单独列出。",
            "Five service teams visit enterprises, grassroots units and households. Problems within the bureau’s remit are resolved, others are submitted to the level above, and knotty ones are listed separately.",
        ),
        as_of=pick("2019年年中", "mid-2019"),
        counters=_counters(pick, frame.root),
        definitions="figures.html",
        lead=lead,
        rows=tuple(rows),
        all_stories=Link(pick("全部进展（5）", "All stories (5)"), "stories/index.html"),
        span=_span(pick),
        lines=_lines(pick),
        teams=tuple(
            pick(
                "房地产行业、建筑行业、市政公用行业、村镇建设、困难群众",
                "real estate, construction, municipal utilities, village and town construction, residents in difficulty",
            ).split(pick("、", ", "))
        ),
        downloads=(
            Link(
                pick("第1期简报PDF（A4，2页，420 KB）", "Issue 1, PDF (A4, 2 pages, 420 KB)"),
                "bulletins/1.pdf",
            ),
            Link(pick("全部数据CSV（6 KB）", "All data, CSV (6 KB)"), "data/figures.csv"),
            Link(pick("全部数据JSON（9 KB）", "All data, JSON (9 KB)"), "data/figures.json"),
            Link(pick("往期简报", "Past issues"), "bulletins/index.html"),
        ),
    )


def _span(pick: Pick) -> SpanChart:
    months = pick("2月,3月,4月,5月,6月,7月", "Feb,Mar,Apr,May,Jun,Jul").split(",")

    def label(text: str) -> tuple[Piece, ...]:
        return tuple(Piece(*each.split(":", 1)) for each in text.split("|"))

    return SpanChart(
        months=tuple((month, round(index * 1000 / 6)) for index, month in enumerate(months)),
        rows=(
            SpanRow(
                pick("东永二线天然气管道", "Dongyong No. 2 gas line"),
                pick("象珠镇、唐先镇", "Xiangzhu and Tangxian Towns"),
                "stories/gas.html",
                83,
                583,
                False,
                True,
                label(pick("d:2月|s:仍停工", "d:Feb|t: |s:still stopped")),
                label(pick("d:5月|s:全线贯通", "d:May|t: |s:through")),
                pick(
                    "东永二线天然气管道：2月仍停工，5月全线贯通",
                    "Dongyong No. 2 gas line: still stopped in February, through in May",
                ),
            ),
            SpanRow(
                pick("山水御园交付", "Shanshui Yuyuan handover"),
                pick("住宅小区", "Housing estate"),
                "stories/gas.html",
                417,
                806,
                True,
                True,
                label(pick("d:4月|s:40名业主反映", "d:Apr|t: |s:40 owners report")),
                label(pick("d:6月下旬|s:交付", "d:late Jun|t: |s:handed over")),
                pick(
                    "山水御园：4月业主反映，6月下旬交付",
                    "Shanshui Yuyuan: reported in April, handed over in late June",
                ),
            ),
            SpanRow(
                pick("飞凤社区道路", "Feifeng Community road"),
                pick("西城街道", "Xicheng Subdistrict"),
                "stories/gas.html",
                250,
                850,
                True,
                False,
                label(pick("d:3月|s:走访发现", "d:Mar|t: |s:visited")),
                label(pick("s:已修复|t:，|d:月份未载明", "s:repaired|t:, |d:month not stated")),
                pick(
                    "飞凤社区道路：3月走访发现，已修复，月份未载明",
                    "Feifeng Community road: visited in March, repaired, month not stated",
                ),
            ),
        ),
        as_of=850,
        as_of_text=pick("截至年中", "as of mid-2019"),
    )


def _lines(pick: Pick) -> tuple[LineView, ...]:
    gas = Link(_gas_title(pick).replace("|", ""), "stories/gas.html")
    return (
        LineView(
            pick("服务企业", "Enterprises"),
            pick("攻坚克难；聚焦发展痛点，精准解决难题。", "Tackling the hard problems."),
            "lines/enterprises.html",
            (gas,),
            1,
        ),
        LineView(
            pick("服务群众", "Residents"),
            pick("关怀备至；各个击破，切实提升群众获得感。", "Care in every detail."),
            "lines/residents.html",
            (
                replace(
                    gas,
                    text=pick(
                        "核实到户、慰问上门：走访住房困难家庭",
                        "Housing checks and relief money, brought to the door",
                    ),
                ),
            ),
            2,
        ),
        LineView(
            pick("服务基层", "Grassroots"),
            pick("脚踏实地；面对面、点对点，入一线、出实招。", "Feet on the ground."),
            "lines/grassroots.html",
            (
                replace(
                    gas,
                    text=pick(
                        "飞凤社区一段200米黄土路修好了",
                        "A 200-metre dirt road in Feifeng Community is repaired",
                    ),
                ),
            ),
            2,
        ),
    )


def _story(lang: str, pick: Pick) -> StoryView:
    title = _gas_title(pick)
    frame = _frame(
        lang,
        "story",
        "story",
        title.replace("|", ""),
        crumbs=(pick("首页", "Home"), pick("进展", "Stories"), pick("服务企业", "Enterprises")),
    )
    gas = _gas_figures(pick)
    cards = _cards(pick)
    uses = (
        Link(pick("首页", "Home"), frame.site.home),
        Link(pick("第1期", "Issue 1"), "../bulletins/1.html"),
    )
    return StoryView(
        frame=frame,
        title=Title(frame.heading, tuple(title.split("|"))),
        dek=Html(
            pick(
                '象珠段的政策处理没有谈妥，施工队进不了场。市建设局协助镇里谈妥后，管道5月全线贯通，供气范围为两镇<span class="n">800余家</span>企业和<span class="n">8.4万名</span>群众。',
                "Land and compensation terms were not settled, and crews could not enter the site. The bureau helped the town settle them, and the whole line was through in May. The area supplied has more than 800 enterprises and 84,000 residents.",
            )
        ),
        line=Link(pick("服务企业", "Enterprises"), "../lines/enterprises.html"),
        teams=(
            Link(
                pick("市政公用行业服务小分队", "Municipal utilities service team"), "../teams/utilities.html"
            ),
        ),
        places=(
            Link(pick("象珠镇", "Xiangzhu Town"), "../places/xiangzhu.html"),
            Link(pick("唐先镇", "Tangxian Town"), "../places/tangxian.html"),
        ),
        moment=Moment(pick("2019年5月", "May 2019"), "2019-05"),
        published="",
        updated="",
        sources=(SourceView(pick("2019年年中报纸报道", "A newspaper report of mid-2019"), ""),),
        other=frame.alternates[1 if lang == "zh" else 0],
        panel=(
            FigureGroupView(
                pick("供气范围（象珠、唐先两镇）", "Area supplied: Xiangzhu and Tangxian"),
                (gas["enterprises"], gas["residents"]),
            ),
            FigureGroupView(
                pick("唐先镇一家企业的生产成本", "Production costs of one enterprise in Tangxian"),
                (gas["average"], gas["peak"], gas["daily"]),
            ),
        ),
        panel_note=pick(
            "供气范围不等于已通气的户数。节约的金额是一家企业的情况，不代表其他企业，也不相加。",
            "The area supplied is not the number already connected. The savings are those of one enterprise: they do not stand for others and are not added.",
        ),
        body=Html(_body(pick)),
        steps=_steps(pick),
        unknown=(
            pick(
                "报道没有载明通气日期和已通气的户数。",
                "The report states neither the date of gas supply nor the number already connected.",
            ),
        ),
        evidence=tuple(replace(figure, uses=uses) for figure in gas.values()),
        corrections=(
            CorrectionView(
                Moment("2026-11-24", "2026-11-24"),
                Link(frame.heading, ""),
                pick("800家", "800 enterprises"),
                pick("800余家", "more than 800 enterprises"),
            ),
        ),
        related=(cards[3],),
        previous=Link(cards[3].title.text, "road.html"),
        next=Link(cards[2].title.text, "estate.html"),
    )


def _body(pick: Pick) -> str:
    return pick(
        '<p>2019年5月，东永二线天然气管道全线贯通，供气范围为象珠、唐先两镇<a class="f" href="#fig-enterprises"><data value="800">800余家</data></a>企业和<a class="f" href="#fig-residents"><data value="84000">8.4万名</data></a>群众。</p>\n'
        '<p>唐先镇一家企业的生产成本，平均每立方米下降<a class="f" href="#fig-average"><data value="0.2">约0.2元</data></a>，最高时下降<a class="f" href="#fig-peak"><data value="1">超过1元</data></a>，平均每天可节约<a class="f" href="#fig-daily"><data value="2000">2000元</data></a>。</p>\n'
        '<h2 id="why">为什么停工</h2>\n<p>2019年2月，管道在象珠镇的部分地段没有谈妥政策处理，施工队进不了场，管线接不通。附近企业只能用<a href="../about.html">二次供气</a>，成本较高。</p>\n'
        '<h2 id="how">怎么解决</h2>\n<p>市建设局在服务企业时了解到这件事，带施工单位到象珠镇现场查看，协助镇里谈妥政策处理，与施工单位随时联系，跟踪管道铺设，并不定期回访。</p>\n'
        "<ul><li>现场查看</li><li>协助谈妥</li></ul>\n<blockquote><p>以专业支撑服务，以服务助力整转。</p></blockquote>",
        '<p>The Dongyong No. 2 natural gas line was through from end to end in May 2019. The area it supplies, in Xiangzhu and Tangxian, has <a class="f" href="#fig-enterprises"><data value="800">more than 800 enterprises</data></a> and <a class="f" href="#fig-residents"><data value="84000">84,000 residents</data></a>.</p>\n'
        '<p>At one enterprise in Tangxian the cost of gas fell by <a class="f" href="#fig-average"><data value="0.2">about 0.2 yuan</data></a> per cubic metre on average and <a class="f" href="#fig-peak"><data value="1">more than 1 yuan</data></a> at the peak, an average saving of <a class="f" href="#fig-daily"><data value="2000">2,000 yuan</data></a> a day.</p>\n'
        '<h2 id="why">Why it stalled</h2>\n<p>In February 2019 land and compensation terms were not settled at sections in Xiangzhu. Crews could not enter the site and the line stayed unconnected. Enterprises nearby had to use <a href="../about.html">secondary supply</a>, at a higher cost.</p>\n'
        '<h2 id="how">How it was solved</h2>\n<p>The bureau learned of it while serving enterprises. It took the contractor to Xiangzhu for an on-site survey, helped the town settle the terms, kept in real-time contact with the contractor, followed the pipe-laying through, and made return visits.</p>\n'
        "<ul><li>survey</li><li>settlement</li></ul>\n<blockquote><p>Expertise supports service.</p></blockquote>",
    )


def _untranslated(lang: str, pick: Pick) -> StoryView:
    """A story that exists in the other language only: its page says so and shows that language's text."""
    story = _story(lang, pick)
    other = _picker("en" if lang == "zh" else "zh")
    card = _cards(other)[4]
    frame = replace(
        _frame(lang, "untranslated", "story", card.title.text),
        indexed=False,
        content_tag=pick("en", "zh-Hans"),
        canonical=BASE + address("en" if lang == "zh" else "zh", "untranslated"),
        notices=(
            Notice(
                "untranslated",
                pick("本页尚无中文版", "This page is not yet available in English"),
                pick(
                    "下面显示原文；地点和时间用中文给出。",
                    "The original is shown below. Place and dates are given in English.",
                ),
                (Link(pick("其他进展", "Other stories in English"), "index.html"),),
            ),
            Notice("correction", pick("更正", "Correction"), "…"),
        ),
    )
    alternates = tuple(replace(each, exists=each.current) for each in frame.alternates)
    return replace(
        story,
        frame=replace(frame, alternates=alternates),
        title=card.title,
        dek=Html(""),
        moment=None,
        panel=(),
        panel_note="",
        body=Html(
            other(
                "<p>建设系统的专家分批进村，指导基础设施建设。</p>",
                "<p>Experts come to the village in groups.</p>",
            )
        ),
        steps=(),
        unknown=(),
        evidence=(),
        corrections=(),
        related=(),
        previous=None,
        next=None,
    )


def _list(lang: str, pick: Pick) -> ListView:
    cards = _cards(pick)
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
        frame=_frame(lang, "list", "list", pick("进展", "Stories")),
        heading=pick("进展", "Stories"),
        dek=pick(
            "“三服务”活动中办成的、正在办的事，按发生时间排列。",
            "What was done and is being done in the Three Services campaign, by date.",
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


def _figures(lang: str, pick: Pick) -> FiguresView:
    frame = _frame(lang, "figures", "figures", pick("数据", "Figures"))
    counters = _counters(pick, frame.root)
    refused = replace(
        counters[0],
        id="all",
        anchor="all",
        label=pick("全部走访", "All visits"),
        figure=None,
        squares=None,
        refusal=pick("户和次不能相加。", "Households and visits do not add."),
        contributions=(),
    )
    return FiguresView(
        frame=frame,
        dek=pick(
            "首页每一个累计数，在这里都有口径、截止时间和逐条记录。六个数的口径不同，不能相加。",
            "Each running total of the home page with its definition, its date and its records. The six measures differ and are not added.",
        ),
        index=tuple(Link(each.label, f"#{each.anchor}") for each in counters),
        counters=(*counters, refused),
        downloads=(Link("CSV", "data/figures.csv"), Link("JSON", "data/figures.json")),
    )


def _bulletin(lang: str, pick: Pick) -> BulletinView:
    frame = _frame(lang, "bulletin", "bulletin", pick("第1期", "Issue 1"))
    return BulletinView(
        frame=frame,
        number=1,
        title=pick(
            "市建设局下沉一线“三服务”解难题", "Construction Bureau takes the Three Services to the front line"
        ),
        lede=pick(
            "5个服务小分队走访企业、基层和群众。",
            "Five service teams visit enterprises, grassroots units and households.",
        ),
        moment=None,
        as_of=pick("2019年年中", "mid-2019"),
        counters=_counters(pick, frame.root),
        stories=_cards(pick),
        sources=(
            SourceView(
                pick("2019年年中报纸报道", "A newspaper report of mid-2019"), "https://paper.example/2019"
            ),
        ),
        previous=None,
        next=Link(pick("第2期", "Issue 2"), "2.html"),
        downloads=(
            Link(pick("第1期简报PDF（A4，2页，420 KB）", "Issue 1, PDF (A4, 2 pages, 420 KB)"), "1.pdf"),
        ),
    )


def _bulletins(lang: str, pick: Pick) -> BulletinListView:
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
        _frame(lang, "bulletins", "bulletins", pick("往期简报", "Past issues")), (dated, issue), titles
    )


def _corrections(lang: str, pick: Pick) -> CorrectionsView:
    frame = _frame(lang, "corrections", "corrections", pick("更正记录", "Corrections"))
    link = Link(_gas_title(pick).replace("|", ""), "stories/gas.html")
    moment = Moment(pick("2026年11月24日", "24 November 2026"), "2026-11-24")
    return CorrectionsView(
        frame,
        (
            CorrectionView(
                moment, link, pick("800家", "800 enterprises"), pick("800余家", "more than 800 enterprises")
            ),
        ),
    )


def _page(lang: str, pick: Pick) -> PageView:
    heading = pick("关于本站", "About this site")
    body = pick(
        '<h2 id="what">这是什么</h2><p>本站据2019年年中报纸报道整理。</p><h2 id="how">数字从哪里来</h2><table><thead><tr><th scope="col">指标</th><th scope="col" class="al-right">数</th></tr></thead><tbody><tr><td>走访企业</td><td class="al-right">237</td></tr></tbody></table>',
        '<h2 id="what">What this is</h2><p>The site rests on a newspaper report of mid-2019.</p><h2 id="how">Where the figures come from</h2><table><thead><tr><th scope="col">Measure</th><th scope="col" class="al-right">Number</th></tr></thead><tbody><tr><td>Visits</td><td class="al-right">237</td></tr></tbody></table>',
    )
    contents = (
        Link(pick("这是什么", "What this is"), "#what"),
        Link(pick("数字从哪里来", "Where the figures come from"), "#how"),
    )
    dek = pick("网站说明。", "Notes on the site.")
    return PageView(
        _frame(lang, "page", "page", heading), Title(heading, (heading,)), dek, Html(body), contents
    )


def _sitemap(lang: str, pick: Pick) -> SiteMapView:
    links = (Link(pick("首页", "Home"), "index.html"), Link(pick("进展", "Stories"), "stories/index.html"))
    return SiteMapView(
        _frame(lang, "sitemap", "sitemap", pick("站点地图", "Site map")),
        (FilterGroup(pick("主要页面", "Main pages"), links), FilterGroup(pick("进展", "Stories"), links)),
    )


def _not_found(lang: str, pick: Pick) -> NotFoundView:
    frame = replace(
        _frame(lang, "notfound", "notfound", pick("没有找到这个页面", "Page not found")), indexed=False
    )
    return NotFoundView(
        frame,
        (
            Link(pick("首页", "Home"), frame.site.home),
            Link(pick("全部进展", "All stories"), "stories/index.html"),
        ),
    )


def _redirect(lang: str, pick: Pick) -> RedirectView:
    frame = replace(_frame(lang, "redirect", "redirect", _gas_title(pick).replace("|", "")), indexed=False)
    return RedirectView(frame, "stories/gas.html")
