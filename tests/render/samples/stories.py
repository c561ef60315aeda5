"""The stories of the sample pages as cards."""

from __future__ import annotations

from dataclasses import replace

from sfwgen.plan.views import FigureView, Html, Link, Moment, StepView, StoryCard, Title
from tests.render.samples.figures import gas_figures, make_figure
from tests.render.samples.frame import Pick


def _card(
    pick: Pick, title: str, summary: str, line: str, place: str, moment: Moment | None, key: FigureView | None
) -> StoryCard:
    return StoryCard(
        title=Title(title.replace("|", ""), tuple(title.split("|"))),
        href="stories/gas.html",
        summary=Html(summary),
        line=Link(line, "lines/enterprises.html"),
        places=place,
        moment=moment,
        published="2026-11-24 09:30",
        key=key,
        figures=(),
        steps=(),
        content_tag="",
    )


def gas_title(pick: Pick) -> str:
    return pick(
        "2月仍停工，5月贯通：|东永二线|天然气管道|打通象珠段",
        "Stalled in February, through in May: the Dongyong No. 2 gas line gets past Xiangzhu",
    )


def make_steps(pick: Pick) -> tuple[StepView, ...]:
    return (
        StepView(
            "stopped",
            Moment(pick("2019年2月", "February 2019"), "2019-02"),
            Html(pick("仍停工", "Still stopped")),
            Html(
                pick(
                    "象珠镇部分地段的政策处理没有谈妥，施工队进不了场。",
                    "Terms not settled at sections in Xiangzhu; crews could not enter the site.",
                )
            ),
        ),
        StepView(
            "done",
            Moment(pick("2019年5月", "May 2019"), "2019-05"),
            Html(pick("全线贯通", "Through")),
            Html(pick("政策处理谈妥，管道接通。", "Terms settled; the whole line is connected.")),
        ),
        StepView(
            "open",
            None,
            Html(pick("通气", "Gas supply")),
            Html(pick("报道没有说明。", "The report does not say.")),
        ),
    )


def make_cards(pick: Pick) -> tuple[StoryCard, ...]:
    gas = gas_figures(pick)
    lines = (pick("服务企业", "Enterprises"), pick("服务群众", "Residents"), pick("服务基层", "Grassroots"))
    lead = _card(
        pick,
        gas_title(pick),
        pick(
            "象珠段的政策处理没有谈妥，施工队进不了场。市建设局协助镇里谈妥后，管道5月全线贯通。",
            "Land and compensation terms at Xiangzhu were not settled, and crews could not enter "
            "the site. The bureau helped the town settle them; the whole line was through in May.",
        ),
        lines[0],
        pick("象珠镇、唐先镇", "Xiangzhu and Tangxian Towns"),
        Moment(pick("2019年5月", "May 2019"), "2019-05"),
        gas["enterprises"],
    )
    lead = replace(
        lead, figures=(gas["enterprises"], gas["residents"], gas["average"]), steps=make_steps(pick)
    )
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
            make_figure(
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
            make_figure(
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
            make_figure("road", pick("道路长度", "road length"), pick("n:200|u:米", "n:200|t: |u:m"), "200"),
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
