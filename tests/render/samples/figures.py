"""Figures and counters of the sample pages."""

from __future__ import annotations

from dataclasses import replace

from sfwgen.plan.views import (
    BarChart,
    BarRow,
    ContributionView,
    CounterView,
    FigureView,
    Html,
    Link,
    Moment,
    Piece,
    Squares,
)
from tests.render.samples.frame import Pick


def make_figure(
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


def gas_figures(pick: Pick) -> dict[str, FigureView]:
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
        make_figure(
            "enterprises",
            pick("企业，供气范围", "in the area supplied"),
            pick("n:800|q:余|u:家", "q:more than|t: |n:800|t: |u:enterprises"),
            "800",
            details,
        ),
        make_figure(
            "residents",
            pick("群众，供气范围", "Residents"),
            pick("n:8.4|x:万|u:名", "n:84,000|t: |u:residents"),
            "84000",
            details,
        ),
        make_figure(
            "average",
            pick("平均下降", "average fall"),
            pick("q:约|n:0.2|u:元/立方米", "q:about|t: |n:0.2|t: |u:yuan/m³"),
            "0.2",
            details,
        ),
        make_figure(
            "peak",
            pick("最高时下降", "fall at the peak"),
            pick("q:超过|n:1|u:元/立方米", "q:more than|t: |n:1|t: |u:yuan/m³"),
            "1",
            details,
        ),
        make_figure(
            "daily",
            pick("平均每天可节约", "average saving"),
            pick("n:2000|u:元/天", "n:2,000|t: |u:yuan/day"),
            "2000",
            details,
        ),
    )
    return {figure.id: figure for figure in figures}


def make_counters(pick: Pick, root: str) -> tuple[CounterView, ...]:
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
    figure = make_figure(id_, label, pick(f"n:{value}|u:{unit}", f"n:{value}|t: |u:{unit}"), str(value))
    source = Link(pick("2019年年中报纸报道", "A newspaper report of mid-2019"), "")
    contribution = ContributionView(
        pick("年中累计数", "Mid-year totals"),
        figure,
        source,
        Moment(pick("2019年年中", "mid-2019"), ""),
        Html(""),
    )
    excluded = replace(
        contribution,
        label=pick("走访住房困难家庭", "Households in housing difficulty"),
        figure=make_figure("feifeng", "", pick("n:3|u:户", "n:3|t: |u:households"), "3"),
        moment=None,
        reason=Html(
            pick("报道未说明这3户是否计入20户", "the report does not say whether these 3 are among the 20")
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
                Html(
                    pick(
                        "服务小分队到企业走访的次数，报道称“累计”。",
                        "Visits by the service teams to enterprises, which the report calls cumulative.",
                    )
                ),
            ),
            (
                "obtained",
                Html(
                    pick(
                        "据报纸报道的累计数；没有逐条记录。",
                        "The running total of the newspaper report; there are no records.",
                    )
                ),
            ),
            (
                "open",
                Html(
                    pick(
                        "报道没有说明同一企业走访两次怎么计。",
                        "The report does not say how two visits to one enterprise are counted.",
                    )
                ),
            ),
        ),
        contributions=(contribution,),
        left_out=(excluded,) if id_ == "visits_households" else (),
        downloads=(Link("CSV（1 KB）" if unit in "次户个" else "CSV (1 KB)", "data/x.csv"),),
        breakdowns=(_bars(pick, id_, unit),) if id_ == "visits_enterprises" else (),
        history=_history(pick, id_, unit) if id_ == "visits_enterprises" else None,
    )


def _bars(pick: Pick, id_: str, unit: str) -> BarChart:
    """Names as long as they get, a true zero, what is not stated, and a part that is not broken down."""
    names = (
        pick(
            "市政公用行业服务小分队（含燃气、供水、排水）",
            "Municipal utilities: gas, water supply and drainage",
        ),
        pick("房地产行业", "Real estate"),
        pick("困难群众", "Residents in difficulty"),
        pick("村镇建设", "Village and town construction"),
        pick("未分项", "Not broken down"),
    )
    lengths = ((1000, 1000), (676, 676), (0, 0), (0, 0), (0, 113))
    values = ("96", "65", "0", pick("未载明", "not stated"), "11")
    rows = tuple(
        BarRow(name, value if value.isalpha() else f"{value}{pick('', ' ')}{unit}", value, *length)
        for name, value, length in zip(names, values, lengths, strict=True)
    )
    return _chart(pick, f"{id_}-team", rows, pick("走访企业，按小分队", "Visits to enterprises, by team"))


def _history(pick: Pick, id_: str, unit: str) -> BarChart:
    rows = tuple(
        BarRow(issue, f"{value}{pick('', ' ')}{unit}", value, *length)
        for issue, value, length in (
            (pick("第1期，2019年4月", "Issue 1, April 2019"), pick("近100", "nearly 100"), (0, 422)),
            (pick("第2期，2019年5月", "Issue 2, May 2019"), pick("170余", "more than 170"), (717, 757)),
            (pick("第3期，2019年年中", "Issue 3, mid-2019"), "237", (1000, 1000)),
        )
    )
    return _chart(pick, f"{id_}-issues", rows, pick("走访企业，按期", "Visits to enterprises, by issue"))


def _chart(pick: Pick, id_: str, rows: tuple[BarRow, ...], title: str) -> BarChart:
    return BarChart(
        id=id_,
        title=title,
        head=pick("按小分队", "By team"),
        rows=rows,
        total_label=pick("合计", "Total"),
        total="172",
        drawn=True,
        note=pick(
            "单位：次。条形从0起，长短与数字成正比。",
            "Unit: visits. Bars start at 0 and are in true proportion.",
        ),
        summary=pick("；", "; ").join(f"{row.label}{pick('：', ': ')}{row.text}" for row in rows),
    )
