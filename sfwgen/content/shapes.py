"""What all documents are made of: the base of their shapes, and parts that several of them share.

A shape says which fields a document has and how each is written; `decode` turns it into the model. Title,
description and examples beside each field are the one source of `sfwgen schema` and of the field reference.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic.fields import FieldInfo

from sfwgen.content.scalars import (
    ANY_TEXT,
    Date,
    Flag,
    Id,
    IdReference,
    LanguageId,
    Number,
    Span,
    Text,
    Url,
    choice,
    enumeration,
)
from sfwgen.figures import Qualifier

STATISTICS = ("average", "peak", "lowest")
"""What a figure may be besides a plain count: 平均, 最高, 最低."""

TEXTS = "x-texts"
"""Marks, in a raw JSON Schema, where something stands by language; `json_schema` fills in the languages.

`mapping`: one for each language. `some`: for any of them. `beside`: texts among the fields of an object.
"""


class Shape(BaseModel):
    """The fields of a document or a part of one. What it does not name is a fault."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, arbitrary_types_allowed=True, hide_input_in_errors=True
    )


class TextsBeside(Shape):
    """Fields, and beside them one text for each language of the site."""

    model_config = ConfigDict(extra="allow", json_schema_extra={TEXTS: "beside"})
    __pydantic_extra__: dict[str, Text] = Field(init=False)

    @property
    def texts(self) -> dict[str, str]:
        """The texts by language, as written: whether the languages are those of the site is not yet known."""
        return self.__pydantic_extra__ or {}


def about(zh: str, en: str, zh_text: str = "", en_text: str = "", *examples: object) -> FieldInfo:
    """Returns what is said of a field, in Chinese and English, with examples of its value."""
    description = "\n".join(filter(None, (zh_text, en_text))) or None
    field: FieldInfo = Field(title=f"{zh} / {en}", description=description, examples=list(examples) or None)
    return field


Texts = Annotated[dict[str, Text], WithJsonSchema({TEXTS: "mapping"})]
"""A text in each language of the site: `{zh: …, en: …}`."""


class OneMany(Shape):
    """An English word for one and for many."""

    one: Annotated[Text, about("单数", "one", "", "", "household")]
    many: Annotated[Text, about("复数", "many", "", "", "households")]


def _same_for_many(value: object) -> object:
    return {"one": value, "many": value} if isinstance(value, str) else value


NOUN: dict[str, Any] = {
    "anyOf": [
        ANY_TEXT,
        {
            "type": "object",
            "properties": {"one": ANY_TEXT, "many": ANY_TEXT},
            "required": ["one", "many"],
            "additionalProperties": False,
        },
    ]
}

Nouns = Annotated[
    dict[LanguageId, Annotated[OneMany, BeforeValidator(_same_for_many)]],
    WithJsonSchema({TEXTS: "mapping", "each": NOUN}),
]
"""A counted noun in each language: one word, or `{one: …, many: …}`."""

WordsToAvoid = Annotated[
    dict[LanguageId, tuple[Text, ...]],
    WithJsonSchema({TEXTS: "some", "each": {"type": "array", "items": ANY_TEXT}}),
]
"""Lists of words by language, for as many languages as need one."""


class SourceShape(TextsBeside):
    """What the content rests on, in words."""

    url: Annotated[
        Url | None,
        about(
            "网址",
            "link",
            "来源的网址，可不写。",
            "Where the source can be read; may be left out.",
            "https://example.org/",
        ),
    ] = None


class QuantityShape(Shape):
    """A quantity spelled out, where its wording would be read otherwise."""

    qualifier: Annotated[
        Annotated[Qualifier, enumeration(Qualifier)],
        about(
            "限定",
            "qualifier",
            "数值与实际的关系：exact 确数，about 约，more_than 余、超过，at_least 以上，nearly 近，"
            "less_than 不足，at_most 不超过，range 区间，indefinite 几十、数百，none 零。",
            "How the value relates to the true number.",
            "more_than",
        ),
    ]
    value: Annotated[Number | None, about("数值", "value", "", "", "800")] = None
    low: Annotated[Number | None, about("下限", "low", "", "", "5")] = None
    high: Annotated[Number | None, about("上限", "high", "", "", "7")] = None
    base: Annotated[
        Number | None,
        about(
            "量级",
            "base",
            "几十写 10，数百写 100。",
            "The order of magnitude: 10 for dozens, 100 for hundreds.",
            "100",
        ),
    ] = None


class FigureShape(Shape):
    """A figure: one observation of a metric, the same in every language."""

    id: Annotated[
        Id | None,
        about(
            "编号",
            "id",
            "不写时与指标相同；在同一篇中不能重复。",
            "The metric's if left out; once in a document.",
            "saving_average",
        ),
    ] = None
    metric: Annotated[
        IdReference | None,
        about(
            "指标",
            "metric",
            "content/vocabulary/metrics.yaml 中的指标；只出现一次的数字可以不写，改写 label 和 unit。",
            "A metric of the vocabulary; a figure that occurs once in the world may give label and unit "
            "instead.",
            "enterprises_supplied",
        ),
    ] = None
    unit: Annotated[
        IdReference | None,
        about(
            "单位",
            "unit",
            "没有指标时写，取自 units.yaml。",
            "Where there is no metric: a unit of units.yaml.",
            "metre",
        ),
    ] = None
    value: Annotated[
        Text | None,
        about(
            "数值",
            "value",
            "像在文中那样写，中英文都可以；写在花括号里又有逗号时，要加英文双引号。",
            "As it would be written in the text, in either language; in braces a comma needs quotes.",
            "800余家",
            "84,000 residents",
        ),
    ] = None
    quantity: Annotated[
        QuantityShape | None,
        about(
            "拆开的数值",
            "quantity",
            "代替 value。",
            "Instead of value.",
            {"qualifier": "exact", "value": "237"},
        ),
    ] = None
    statistic: Annotated[
        Annotated[str, choice(STATISTICS)] | None,
        about(
            "统计",
            "statistic",
            "average 平均，peak 最高，lowest 最低。",
            "What kind of value it is.",
            "average",
        ),
    ] = None
    as_of: Annotated[
        Date | None, about("截至", "as of", "数值对应的日期。", "The date the value holds for.", "2019-06-30")
    ] = None
    period: Annotated[
        Span | None, about("期间", "period", "起/止。", "Start and end.", "2019-01/2019-06")
    ] = None
    scope: Annotated[
        Texts | None,
        about(
            "范围",
            "scope",
            "说的是谁、是什么。",
            "Whom or what it is about.",
            {"zh": "唐先某企业", "en": "one enterprise"},
        ),
    ] = None
    label: Annotated[
        Texts | None,
        about(
            "名称",
            "label",
            "这一个数字自己的名称。",
            "This observation's own name.",
            {"zh": "道路长度", "en": "Length"},
        ),
    ] = None
    note: Annotated[
        Texts | None, about("说明", "note", "", "", {"zh": "原文未说明时间", "en": "No date is stated"})
    ] = None
    example: Annotated[
        Flag,
        about(
            "举例",
            "example",
            "只代表个例，不计入任何合计。",
            "Stands for one case and is never part of a total.",
            "true",
        ),
    ] = False
