"""The shapes of registers and of the relations between totals."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sfwgen.content.scalars import Flag, Id, IdReference, SlugReference, Text, choice, enumeration
from sfwgen.content.shapes import Shape, Texts, TextsBeside, about
from sfwgen.model import Facet

COLUMN_FIELDS = ("date", "team", "line", "place", "metric", "count", "unit", "status", "note", "private")
"""What a column of a register may be."""

SEVERAL = ("note", "private")
"""The fields that more than one column may have."""

ENCODINGS = ("utf-8", "gb18030")


class ColumnShape(Shape):
    """A column of a register."""

    name: Annotated[
        Text,
        about("列名", "name", "和文件第一行写的一样。", "As it stands in the first row of the file.", "日期"),
    ]
    field: Annotated[
        Annotated[str, choice(COLUMN_FIELDS)],
        about(
            "内容",
            "field",
            "date 日期，team 小分队，line 服务线，place 地点，metric 指标，count 数量，unit 单位，"
            "status 办理情况，note 备注，private 姓名等不公开的内容。这两种不读入，也不公开。",
            "What the column holds. note and private are neither read nor published.",
            "date",
        ),
    ]


class StatusShape(TextsBeside):
    """How a matter stands: its name in each language."""

    metric: Annotated[
        IdReference | None,
        about(
            "指标",
            "metric",
            "这样的行另外计入哪个指标。",
            "The metric that rows of this status are counted as besides.",
            "problems_resolved",
        ),
    ] = None


class RegisterShape(Shape):
    """What a register holds; its rows stand in the .csv or .xlsx file of the same name."""

    title: Annotated[Texts, about("名称", "title", "", "", {"zh": "走访台账", "en": "Register of visits"})]
    columns: Annotated[
        tuple[ColumnShape, ...],
        Field(min_length=1),
        about(
            "列",
            "columns",
            "文件里的每一列，一列不漏。",
            "Every column of the file.",
            [{"name": "日期", "field": "date"}],
        ),
    ]
    metric: Annotated[
        IdReference | None,
        about(
            "指标",
            "metric",
            "每一行记的是哪个指标；有 metric 列时不写。",
            "What each row counts; left out where a column says so.",
            "visits_enterprises",
        ),
    ] = None
    tally: Annotated[
        SlugReference | None,
        about(
            "汇总",
            "tally",
            "和哪一份汇总核对；不写就和最新的核对。",
            "The tally to compare with; by default the latest.",
            "2019-mid",
        ),
    ] = None
    statuses: Annotated[
        dict[Id, StatusShape],
        Field(default_factory=dict),
        about(
            "办理情况",
            "statuses",
            "status 列里可以写的几种情况。",
            "What the column of statuses may say.",
            {"resolved": {"zh": "已解决", "en": "Resolved"}},
        ),
    ]
    publish: Annotated[
        tuple[Annotated[Facet, enumeration(Facet)], ...],
        about(
            "可公开",
            "publish",
            "可以公开的分类计数：team、line、place、month、status。不写就只公开总数。逐行的内容一律不公开。",
            "The counts that may be published; by default the total alone. Rows never are.",
            ["team", "month"],
        ),
    ] = ()
    complete: Annotated[
        Flag,
        about(
            "齐全",
            "complete",
            "true 表示一条不缺：比汇总少就是错误。",
            "true where nothing is missing: fewer than reported is then an error.",
            "true",
        ),
    ] = False
    encoding: Annotated[
        Annotated[str, choice(ENCODINGS)],
        about(
            "编码",
            "encoding",
            ".csv 文件的编码；用 Excel 另存的“CSV”多是 gb18030。",
            "The encoding of a .csv file.",
            "gb18030",
        ),
    ] = "utf-8"
    sheet: Annotated[
        Text | None,
        about(
            "工作表",
            "sheet",
            ".xlsx 文件里有几张表时，写表名。",
            "The sheet of an .xlsx file that has several.",
            "走访",
        ),
    ] = None


class ShareShape(Shape):
    """A percentage with what it is a share of."""

    part: Annotated[IdReference, about("部分", "part", "", "", "problems_resolved")]
    whole: Annotated[IdReference, about("整体", "whole", "", "", "problems_collected")]
    percent: Annotated[
        IdReference,
        about("百分比", "percent", "单位为 % 的指标。", "A metric whose unit is %.", "resolution_rate"),
    ]


class RelationShape(Shape):
    """What has to hold between metrics: parts and their total, or a share."""

    total: Annotated[IdReference | None, about("合计", "total", "", "", "visits_all")] = None
    parts: Annotated[
        tuple[IdReference, ...],
        about("各部分", "parts", "", "", ["visits_enterprises", "visits_grassroots"]),
    ] = ()
    complete: Annotated[
        Flag,
        about(
            "齐全",
            "complete",
            "false 表示只列出其中几项，加起来可以少于合计。",
            "false where these are only some of the parts.",
            "false",
        ),
    ] = True
    share: Annotated[
        ShareShape | None,
        about(
            "占比",
            "share",
            "代替 total 和 parts。",
            "Instead of total and parts.",
            {"part": "problems_resolved", "whole": "problems_collected", "percent": "resolution_rate"},
        ),
    ] = None
