"""The shapes of the vocabulary: units, metrics, counters, places, teams, glossary."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sfwgen.content.scalars import Factor, FigureReference, Flag, Id, IdReference, Text, choice, enumeration
from sfwgen.content.shapes import Nouns, OneMany, Shape, Texts, WordsToAvoid, about
from sfwgen.model import CounterSource, MetricKind, Totalling

PLACE_KINDS = ("town", "subdistrict", "community", "village", "estate", "county", "city", "district")


MARKS = ("squares", "hollow", "red", "none")


class UnitShape(Shape):
    """A measure word or unit."""

    zh: Annotated[Text, about("中文", "Chinese", "", "", "家")]
    also: Annotated[
        tuple[Text, ...], about("其他写法", "other forms", "能读懂但不印出。", "Read, never printed.", ["间"])
    ] = ()
    en: Annotated[
        OneMany | None,
        about(
            "英文",
            "English",
            "英文不用单位词时不写。",
            "Left out where the noun stands alone.",
            {"one": "metre", "many": "metres"},
        ),
    ] = None
    dimension: Annotated[
        Id,
        IdReference,
        about(
            "量纲",
            "dimension",
            "同一量纲的才能相加、换算。",
            "Only one dimension adds or converts.",
            "length",
        ),
    ]
    factor: Annotated[
        Factor,
        about("换算系数", "factor", "等于多少个基本单位。", "How many base units it is worth.", "1000"),
    ] = "1"
    amount: Annotated[
        Flag,
        about("连续量", "amount", "钱、长度、费率等为 true。", "true for money, lengths and rates.", "true"),
    ] = False
    code: Annotated[
        Text | None,
        about(
            "单位代码",
            "code",
            "数据文件里的代码；常用单位不必写。",
            "Its code in data files; common units have one of their own.",
            "CNY/m3",
        ),
    ] = None


class MetricShape(Shape):
    """A definition of what is counted or measured."""

    label: Annotated[Texts, about("名称", "label", "", "", {"zh": "供气企业", "en": "Enterprises supplied"})]
    noun: Annotated[
        Nouns | None,
        about(
            "被数的事物",
            "noun",
            "钱和费率不写。",
            "Left out for money and rates.",
            {"zh": "企业", "en": {"one": "enterprise", "many": "enterprises"}},
        ),
    ] = None
    description: Annotated[Texts, about("口径", "description", "", "", {"zh": "…", "en": "…"})]
    unit: Annotated[
        IdReference, about("单位", "unit", "units.yaml 中的一项。", "A unit of units.yaml.", "household")
    ]
    kind: Annotated[
        Annotated[MetricKind, enumeration(MetricKind)],
        about(
            "类型",
            "kind",
            "flow 流量（可按期间累加），stock 存量（某日的水平），rate 比率（不能相加）。",
            "flow adds up over periods, stock is a level at a date, rate never adds.",
            "flow",
        ),
    ]
    total: Annotated[
        Annotated[Totalling, enumeration(Totalling)],
        about(
            "合计方式",
            "total",
            "sum 相加，latest 取最新，max 取最大，never 不合计。",
            "How it may be totalled.",
            "sum",
        ),
    ]


class LeftOutShape(Shape):
    """A figure that a counter leaves out."""

    figure: Annotated[
        FigureReference,
        about(
            "数字",
            "figure",
            "案例或汇总的名称#数字编号。",
            "Story or tally, #, the figure's id.",
            "housing-at-door#households",
        ),
    ]
    reason: Annotated[Texts, about("理由", "reason", "", "", {"zh": "…", "en": "…"})]


class CounterShape(Shape):
    """A number that the site shows and how it is come by."""

    metric: Annotated[IdReference, about("指标", "metric", "", "", "visits_enterprises")]
    source: Annotated[
        Annotated[CounterSource, enumeration(CounterSource)],
        Field(alias="from"),
        about("取自", "from", "tallies 汇总，stories 案例。", "Where its figures come from.", "tallies"),
    ]
    label: Annotated[Texts, about("名称", "label", "", "", {"zh": "走访企业", "en": "Visits to enterprises"})]
    counted: Annotated[Texts, about("口径", "what is counted", "", "", {"zh": "…", "en": "…"})]
    not_counted: Annotated[Texts | None, about("不包括", "what is not counted")] = None
    obtained: Annotated[Texts | None, about("怎么来的", "how it is obtained")] = None
    open: Annotated[Texts | None, about("未说明", "what is left open")] = None
    updated: Annotated[Texts | None, about("更新", "when it is updated")] = None
    leave_out: Annotated[tuple[LeftOutShape, ...], about("不计入", "left out")] = ()
    home: Annotated[Flag, about("上首页", "on the home page", "", "", "true")] = False
    mark: Annotated[
        Annotated[str, choice(MARKS)],
        about("画法", "mark", "数字怎样画出。", "How the number is drawn.", "squares"),
    ] = "none"


class PlaceShape(Shape):
    """A place."""

    name: Annotated[Texts, about("名称", "name", "", "", {"zh": "象珠镇", "en": "Xiangzhu Town"})]
    kind: Annotated[
        Annotated[str, choice(PLACE_KINDS)],
        about(
            "类型",
            "kind",
            "town 镇，subdistrict 街道，community 社区，village 村，estate 小区，county 县，city 市，"
            "district 区。",
            "What kind of place it is.",
            "town",
        ),
    ]
    within: Annotated[
        IdReference | None, about("所在", "within", "上一级地点。", "The place around it.", "xicheng")
    ] = None


class TeamShape(Shape):
    """A service team."""

    name: Annotated[
        Texts, about("名称", "name", "", "", {"zh": "建筑行业服务小分队", "en": "Construction team"})
    ]


class TermShape(Shape):
    """A term of the glossary."""

    zh: Annotated[Text, about("中文", "Chinese", "", "", "锦旗")]
    en: Annotated[
        tuple[Text, ...],
        Field(min_length=1),
        about("英文", "English", "第一种为首选。", "The first is preferred.", ["banner of thanks"]),
    ]
    avoid: Annotated[
        WordsToAvoid | None,
        about("避免", "avoid", "不要用的说法。", "Forms not to be used.", {"en": ["silk banner"]}),
    ] = None
    note: Annotated[Texts | None, about("说明", "note")] = None
    settled: Annotated[
        Flag, about("已定", "settled", "false 表示译法待定。", "false where it is not yet decided.", "true")
    ] = True
