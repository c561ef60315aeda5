"""The shapes of stories, translations, pages, tallies and bulletins."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from sfwgen.content.scalars import (
    Alias,
    Count,
    Date,
    Flag,
    IdReference,
    ImageName,
    SlugReference,
    Text,
    Time,
    choice,
)
from sfwgen.content.shapes import FigureShape, Shape, SourceShape, Texts, TextsBeside, about

STATES = ("stopped", "under_way", "done", "open")
"""How a step of a timeline stands: 停工, 进行中, 完成, 未定."""

DRAWINGS = ("line", "stretch")
"""What a comparison without images can be drawn as: a line that was broken, a stretch of road."""

Title = Annotated[
    Text,
    about(
        "标题",
        "title",
        "一行文字；“|”处允许换行，{=编号} 处印出该数字。",
        "One line; “|” is where the heading may break, {=id} prints that figure.",
        "东永二线天然气管道|全线贯通",
    ),
]
Summary = Annotated[
    Text,
    about("摘要", "summary", "一两句话。", "One or two sentences.", "2月仍停工，5月全线贯通。"),
]
Aliases = Annotated[
    tuple[Alias, ...],
    about(
        "旧地址",
        "aliases",
        "曾经用过的网址路径，会转到这里。",
        "Paths it used to have; they lead here.",
        ["old/gas.html"],
    ),
]
PublishAt = Annotated[
    Time | None,
    about(
        "定时发布",
        "publish at",
        "到这个时间才公开，按网站的时区。",
        "Public from this time on, in the site's time zone.",
        "2019-07-02 09:30",
    ),
]
ExpiresAt = Annotated[
    Time | None,
    about(
        "到期撤下",
        "expires at",
        "到这个时间就不再公开。",
        "Not public any more from this time on.",
        "2019-12-31 18:00",
    ),
]
Sources = Annotated[
    tuple[SourceShape, ...],
    Field(min_length=1),
    about(
        "来源",
        "sources",
        "至少写一条。",
        "At least one.",
        [{"zh": "2019年年中报纸报道", "en": "A newspaper report of mid-2019"}],
    ),
]
Figures = Annotated[
    tuple[FigureShape, ...],
    about(
        "数字",
        "figures",
        "文中用到的全部数字。",
        "Every figure of the text.",
        [{"metric": "visits", "value": "237次"}],
    ),
]


class PanelShape(Shape):
    """Figures shown together under one heading."""

    heading: Annotated[Texts, about("小标题", "heading", "", "", {"zh": "供气范围", "en": "Reach"})]
    figures: Annotated[
        tuple[IdReference, ...],
        Field(min_length=1),
        about("数字", "figures", "数字的编号。", "Ids of figures.", ["towns_supplied"]),
    ]


class StepShape(TextsBeside):
    """A step of a timeline: its date, how things stood, and what happened in each language."""

    date: Annotated[
        Date | None, about("日期", "date", "未载明时不写。", "Left out where it is not stated.", "2019-02")
    ] = None
    state: Annotated[
        Annotated[str, choice(STATES)],
        about(
            "状态",
            "state",
            "stopped 停工，under_way 进行中，done 完成，open 未定。",
            "How things stood.",
            "done",
        ),
    ]
    name: Annotated[Texts | None, about("步骤名", "name", "", "", {"zh": "停工", "en": "Standstill"})] = None


class PairSideShape(TextsBeside):
    """One side of a comparison: what is to be seen, in each language, with its date and its picture."""

    date: Annotated[
        Date | None, about("日期", "date", "未载明时不写。", "Left out where it is not stated.", "2019-03")
    ] = None
    image: Annotated[
        ImageName | None,
        about(
            "图片",
            "image",
            "这一篇文件夹里的图片；两侧都要有。",
            "An image of the story's folder; both sides need one.",
            "before.jpg",
        ),
    ] = None
    alt: Annotated[
        Texts | None,
        about(
            "图片说明",
            "text alternative",
            "图里有什么；有图片就要写。",
            "What the image shows; it is needed with an image.",
            {"zh": "路面坑洼的黄土路", "en": "An earth road full of holes"},
        ),
    ] = None
    credit: Annotated[
        Texts | None,
        about(
            "拍摄",
            "credit",
            "拍摄地点和拍摄者。",
            "Where and by whom it was taken.",
            {"zh": "摄影：某某", "en": "Photograph: …"},
        ),
    ] = None


class PairShape(Shape):
    """Before and after, as two images or as a drawing."""

    before: Annotated[PairSideShape, about("之前", "before", "", "", {"zh": "…", "en": "…"})]
    after: Annotated[PairSideShape, about("现在", "after", "", "", {"zh": "…", "en": "…"})]
    drawing: Annotated[
        Annotated[str, choice(DRAWINGS)] | None,
        about(
            "示意图",
            "drawing",
            "没有图片时画示意图：line 断开后接通的线，stretch 一段路。",
            "Drawn where there are no images: line was broken and is joined, stretch is a length of road.",
            "stretch",
        ),
    ] = None
    name: Annotated[
        Texts | None,
        about(
            "标注", "name", "示意图里那一段的名称。", "The part that is drawn.", {"zh": "象珠段", "en": "…"}
        ),
    ] = None
    figure: Annotated[
        IdReference | None,
        about("数字", "figure", "示意图里那一段的长度：数字的编号。", "The id of its length.", "road_length"),
    ] = None


class CorrectionShape(Shape):
    """A correction that has been published."""

    date: Annotated[Date, about("更正日期", "date", "", "", "2019-08-01")]
    wrong: Annotated[Texts, about("原来写的", "what was wrong", "", "", {"zh": "48000人", "en": "48,000"})]
    right: Annotated[Texts, about("更正为", "what is right", "", "", {"zh": "8.4万人", "en": "84,000"})]
    figure: Annotated[
        IdReference | None,
        about(
            "数字", "figure", "涉及的数字的编号。", "The id of the figure concerned.", "residents_supplied"
        ),
    ] = None


class StoryShape(Shape):
    """The header of a story in the default language: its facts, once for all languages."""

    title: Title
    summary: Summary
    line: Annotated[
        IdReference,
        about(
            "服务线",
            "line",
            "config.yaml 中 lines 的一项。",
            "A service line of config.yaml.",
            "enterprises",
        ),
    ]
    sources: Sources
    name: Annotated[
        Texts | None,
        about(
            "简称",
            "short name",
            "图表里用的短名称；不写就用标题。",
            "What it is called in charts; the title if left out.",
            {"zh": "东永二线天然气管道", "en": "Dongyong No. 2 natural gas line"},
        ),
    ] = None
    date: Annotated[
        Date | None,
        about(
            "日期",
            "date",
            "有结果的日期，没有则写最早的已知日期；可以只写年或年月。",
            "That of the result, else of the first known event; the year or month alone will do.",
            "2019-05",
            "2019-06-late",
        ),
    ] = None
    places: Annotated[
        tuple[IdReference, ...],
        about("地点", "places", "places.yaml 中的地点。", "Places of places.yaml.", ["xiangzhu"]),
    ] = ()
    teams: Annotated[
        tuple[IdReference, ...],
        about("小分队", "teams", "teams.yaml 中的小分队。", "Teams of teams.yaml.", ["construction"]),
    ] = ()
    figures: Figures = ()
    panel: Annotated[
        tuple[PanelShape, ...],
        about(
            "数字栏", "panel", "把数字分组并列。", "Figures shown together.", [{"heading": {}, "figures": []}]
        ),
    ] = ()
    panel_note: Annotated[
        Texts | None,
        about(
            "数字栏说明",
            "panel note",
            "这些数字不表示什么。",
            "What the figures do not mean.",
            {"zh": "…", "en": "…"},
        ),
    ] = None
    timeline: Annotated[
        tuple[StepShape, ...],
        about(
            "经过",
            "timeline",
            "按先后列出。",
            "In order.",
            [{"date": "2019-02", "state": "stopped", "zh": "…", "en": "…"}],
        ),
    ] = ()
    before_after: Annotated[
        tuple[PairShape, ...],
        about(
            "前后对照",
            "before and after",
            "两张图片或示意图并列。",
            "Two images, or a drawing, side by side.",
            [{"drawing": "line", "before": {"zh": "…", "en": "…"}, "after": {"zh": "…", "en": "…"}}],
        ),
    ] = ()
    unknown: Annotated[
        tuple[Texts, ...],
        about(
            "未载明",
            "unknown",
            "来源没有说明的事。",
            "What the source leaves open.",
            [{"zh": "停工起于何时", "en": "…"}],
        ),
    ] = ()
    corrections: Annotated[tuple[CorrectionShape, ...], about("更正", "corrections")] = ()
    aliases: Aliases = ()
    published: Annotated[
        Time | None,
        about(
            "发布时间",
            "published",
            "本站首次发布的时间；不知道就不写。",
            "When this site first published it.",
            "2019-07-02 09:30",
        ),
    ] = None
    updated: Annotated[Time | None, about("更新时间", "updated", "", "", "2019-07-03 10:00")] = None
    publish_at: PublishAt = None
    expires_at: ExpiresAt = None
    draft: Annotated[
        Flag, about("草稿", "draft", "true 表示暂不发布。", "true keeps it off the site.", "true")
    ] = False
    extra: Annotated[
        dict[str, Any] | None,
        about(
            "其他",
            "extra",
            "自用的内容，sfwgen 不读。",
            "For your own use; sfwgen does not read it.",
            {"owner": "…"},
        ),
    ] = None


class StoryTranslationShape(Shape):
    """The header of a story in another language: no facts, those stand in the default language's file."""

    title: Title
    summary: Summary
    extra: Annotated[dict[str, Any] | None, about("其他", "extra")] = None


class PageShape(Shape):
    """The header of a page in the default language."""

    title: Title
    summary: Summary | None = None
    aliases: Aliases = ()
    publish_at: PublishAt = None
    expires_at: ExpiresAt = None
    extra: Annotated[dict[str, Any] | None, about("其他", "extra")] = None


class PageTranslationShape(Shape):
    """The header of a page in another language."""

    title: Title
    summary: Summary | None = None
    extra: Annotated[dict[str, Any] | None, about("其他", "extra")] = None


class TallyShape(Shape):
    """Totals reported as of a date."""

    sources: Sources
    as_of: Annotated[
        Date | None,
        about(
            "截至", "as of", "不知道时不写，并在 note 说明。", "Left out where it is not known.", "2019-mid"
        ),
    ] = None
    note: Annotated[
        Texts | None,
        about("说明", "note", "", "", {"zh": "原文未载明截止日期", "en": "The report does not state a date"}),
    ] = None
    figures: Figures = ()


class BulletinShape(Shape):
    """A numbered issue."""

    number: Annotated[Count, about("期号", "number", "", "", "1")]
    title: Annotated[
        Texts, about("标题", "title", "", "", {"zh": "下沉一线解难题", "en": "At the front line"})
    ]
    lede: Annotated[Texts, about("导语", "lede", "", "", {"zh": "…", "en": "…"})]
    stories: Annotated[
        tuple[SlugReference, ...],
        Field(min_length=1),
        about(
            "案例",
            "stories",
            "按先后列出案例的文件夹名。",
            "The folder names of the stories, in order.",
            ["gas-pipeline"],
        ),
    ]
    as_of: Annotated[Date | None, about("截至", "as of", "", "", "2019-mid")] = None
    date: Annotated[Date | None, about("日期", "date", "", "", "2019-07-01")] = None
    publish_at: PublishAt = None
    expires_at: ExpiresAt = None
