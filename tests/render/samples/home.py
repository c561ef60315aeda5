"""The sample home page."""

from __future__ import annotations

from dataclasses import replace

from sfwgen.plan.views import HomeView, Html, LineView, Link, Piece, SpanChart, SpanRow
from tests.render.samples.figures import make_counters
from tests.render.samples.frame import Pick, make_frame
from tests.render.samples.stories import gas_title, make_cards


def make_home(lang: str, pick: Pick) -> HomeView:
    frame = make_frame(lang, "home", "home", pick("三服务工作简报", "Three Services Bulletin"))
    lead, *rows = make_cards(pick)
    return HomeView(
        frame=frame,
        lede=Html(
            pick(
                "5个服务小分队走访企业、基层和群众。属于本职的问题，收集并解决；需要上级解决的，提交上级；疑难问题，单独列出。",
                "Five service teams visit enterprises, grassroots units and households. Problems "
                "within the bureau’s remit are resolved, others are submitted to the level above, "
                "and knotty ones are listed separately.",
            )
        ),
        as_of=pick("2019年年中", "mid-2019"),
        counters=make_counters(pick, frame.root),
        definitions="figures.html",
        lead=lead,
        rows=tuple(rows),
        all_stories=Link(pick("全部进展（5）", "All stories (5)"), "stories/index.html"),
        span=_span(pick),
        lines=_lines(pick),
        teams=tuple(
            pick(
                "房地产行业、建筑行业、市政公用行业、村镇建设、困难群众",
                "real estate, construction, municipal utilities, village and town construction, "
                "residents in difficulty",
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

    def words(text: str) -> Html:
        return Html("".join(piece.text for piece in label(text)))

    return SpanChart(
        months=tuple((month, round(index * 1000 / 6)) for index, month in enumerate(months)),
        rows=(
            SpanRow(
                Html(pick("东永二线天然气管道", "Dongyong No. 2 gas line")),
                pick("象珠镇、唐先镇", "Xiangzhu and Tangxian Towns"),
                "stories/gas.html",
                83,
                583,
                False,
                True,
                label(pick("d:2月|s:仍停工", "d:Feb|t: |s:still stopped")),
                label(pick("d:5月|s:全线贯通", "d:May|t: |s:through")),
                words(pick("d:2月|s:仍停工", "d:Feb|t: |s:still stopped")),
                words(pick("d:5月|s:全线贯通", "d:May|t: |s:through")),
                Html(
                    pick(
                        "东永二线天然气管道：2月仍停工，5月全线贯通",
                        "Dongyong No. 2 gas line: still stopped in February, through in May",
                    )
                ),
            ),
            SpanRow(
                Html(pick("山水御园交付", "Shanshui Yuyuan handover")),
                pick("住宅小区", "Housing estate"),
                "stories/gas.html",
                417,
                806,
                True,
                True,
                label(pick("d:4月|s:40名业主反映", "d:Apr|t: |s:40 owners report")),
                label(pick("d:6月下旬|s:交付", "d:late Jun|t: |s:handed over")),
                words(pick("d:4月|s:40名业主反映", "d:Apr|t: |s:40 owners report")),
                words(pick("d:6月下旬|s:交付", "d:late Jun|t: |s:handed over")),
                Html(
                    pick(
                        "山水御园：4月业主反映，6月下旬交付",
                        "Shanshui Yuyuan: reported in April, handed over in late June",
                    )
                ),
                stacked=pick("", "stacked") == "stacked",
            ),
            SpanRow(
                Html(pick("飞凤社区道路", "Feifeng Community road")),
                pick("西城街道", "Xicheng Subdistrict"),
                "stories/gas.html",
                250,
                850,
                True,
                False,
                label(pick("d:3月|s:走访发现", "d:Mar|t: |s:visited")),
                label(pick("s:已修复|t:，|d:月份未载明", "s:works completed|t:, |d:month not stated")),
                words(pick("d:3月|s:走访发现", "d:Mar|t: |s:visited")),
                words(pick("s:已修复|t:，|d:月份未载明", "s:works completed|t:, |d:month not stated")),
                Html(
                    pick(
                        "飞凤社区道路：3月走访发现，已修复，月份未载明",
                        "Feifeng Community road: visited in March, repaired, month not stated",
                    )
                ),
                long=pick("", "long") == "long",
            ),
        ),
        as_of=850,
        as_of_text=pick("数据截至2019年年中", "Figures as of mid-2019"),
    )


def _lines(pick: Pick) -> tuple[LineView, ...]:
    gas = Link(gas_title(pick).replace("|", ""), "stories/gas.html")
    return (
        LineView(
            pick("服务企业", "Enterprises"),
            Html(pick("攻坚克难；聚焦发展痛点，精准解决难题。", "Tackling the hard problems.")),
            "lines/enterprises.html",
            (gas,),
            1,
        ),
        LineView(
            pick("服务群众", "Residents"),
            Html(pick("关怀备至；各个击破，切实提升群众获得感。", "Care in every detail.")),
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
            Html(pick("脚踏实地；面对面、点对点，入一线、出实招。", "Feet on the ground.")),
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
