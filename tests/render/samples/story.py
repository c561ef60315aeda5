"""A story's sample page, and one that has no translation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sfwgen.plan.views import (
    CorrectionView,
    FigureGroupView,
    Html,
    Link,
    Moment,
    Notice,
    PairView,
    SideView,
    SourceView,
    StoryView,
    Title,
)
from tests.render.samples.figures import gas_figures
from tests.render.samples.frame import BASE, Pick, address, make_frame, picker
from tests.render.samples.stories import gas_title, make_cards, make_steps


def _pairs(pick: Pick) -> tuple[PairView, ...]:
    """One of each drawing, with a date that is not stated."""

    def side(heading: str, when: Moment | None) -> SideView:
        text = pick("象珠段中断，两头接不上。", "The Xiangzhu section is broken off; its ends do not meet.")
        return SideView(heading, when, Html(""), Html(text), "")

    february = Moment(pick("2019年2月", "February 2019"), "2019-02")
    sides = (side(pick("之前", "Before"), february), side(pick("现在", "Now"), None))
    return (
        PairView("line", pick("象珠段", "Xiangzhu section"), "", sides),
        PairView("stretch", "", pick("200米", "200 metres"), sides),
    )


def make_story(lang: str, pick: Pick) -> StoryView:
    title = gas_title(pick)
    frame = make_frame(
        lang,
        "story",
        "story",
        title.replace("|", ""),
        crumbs=(pick("首页", "Home"), pick("进展", "Stories"), pick("服务企业", "Enterprises")),
    )
    gas = gas_figures(pick)
    cards = make_cards(pick)
    uses = (
        Link(pick("首页", "Home"), frame.site.home),
        Link(pick("第1期", "Issue 1"), "../bulletins/1.html"),
    )
    return StoryView(
        frame=frame,
        pairs=_pairs(pick),
        title=Title(frame.heading, tuple(title.split("|"))),
        dek=Html(
            pick(
                "象珠段的政策处理没有谈妥，施工队进不了场。市建设局协助镇里谈妥后，管道5月全线贯通，供气范围为两镇"
                '<span class="n">800余家</span>'
                '企业和<span class="n">8.4万名</span>群众。',
                "Land and compensation terms were not settled, and crews could not enter the site. "
                "The bureau helped the town settle them, and the whole line was through in May. The "
                "area supplied has more than 800 enterprises and 84,000 residents.",
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
        sources=(SourceView(Html(pick("2019年年中报纸报道", "A newspaper report of mid-2019")), ""),),
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
        panel_note=Html(
            pick(
                "供气范围不等于已通气的户数。节约的金额是一家企业的情况，不代表其他企业，也不相加。",
                "The area supplied is not the number already connected. The savings are those of one "
                "enterprise: they do not stand for others and are not added.",
            )
        ),
        body=Html(_body(lang)),
        steps=make_steps(pick),
        unknown=(
            Html(
                pick(
                    "报道没有载明通气日期和已通气的户数。",
                    "The report states neither the date of gas supply nor the number already connected.",
                )
            ),
        ),
        evidence=(
            *(replace(figure, uses=uses) for figure in gas.values()),
            replace(
                gas["peak"], anchor="long", text=pick("超过1元/立方米", "more than 1 yuan per cubic metre")
            ),
        ),
        corrections=(
            CorrectionView(
                Moment("2026-11-24", "2026-11-24"),
                Link(frame.heading, ""),
                pick("800家", "800 enterprises"),
                Html(pick("800余家", "more than 800 enterprises")),
                Html(pick("应为800余家", "should read more than 800 enterprises")),
            ),
        ),
        related=(cards[3],),
        previous=Link(cards[3].title.text, "road.html"),
        next=Link(cards[2].title.text, "estate.html"),
    )


def _body(lang: str) -> str:
    return (Path(__file__).parent / f"body.{lang}.html").read_text(encoding="utf-8")


def make_untranslated(lang: str, pick: Pick) -> StoryView:
    """A story that exists in the other language only: its page says so and shows that language's text."""
    story = make_story(lang, pick)
    other = picker("en" if lang == "zh" else "zh")
    card = make_cards(other)[4]
    frame = replace(
        make_frame(lang, "untranslated", "story", card.title.text),
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
        panel_note=Html(""),
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
