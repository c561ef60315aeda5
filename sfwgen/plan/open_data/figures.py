"""The data set of figures: every observation that stories and tallies state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sfwgen.counters import Owner, Record, owner_id
from sfwgen.figures import Qualifier
from sfwgen.model import Figure, MetricKind, Story, Tally, Totalling
from sfwgen.plan.context import Context
from sfwgen.plan.data import Json
from sfwgen.plan.figures import figure_anchor, figure_label, when_text
from sfwgen.plan.open_data.citing import cite
from sfwgen.plan.open_data.fields import Dataset, Field, Kind
from sfwgen.plan.open_data.values import (
    printed,
    quantity_values,
    source_values,
    texts,
    unit_values,
    when_values,
)
from sfwgen.stated import figure_text

QUANTITY = (
    Field(
        "qualifier",
        Kind.TEXT,
        "限定",
        "Qualifier",
        "写出的数值与真实数的关系",
        "How the value printed stands to the true number",
        choices=tuple(qualifier.value for qualifier in Qualifier),
    ),
    Field("value", Kind.NUMBER, "数值", "Value", "8.4万写作84000", "84000 where 8.4万 is printed"),
    Field("low", Kind.NUMBER, "下限", "Lower end", "只用于范围", "Of a range only"),
    Field("high", Kind.NUMBER, "上限", "Upper end", "只用于范围", "Of a range only"),
    Field(
        "base",
        Kind.NUMBER,
        "数量级",
        "Order of magnitude",
        "只用于没有确数的，如几十是10",
        "Only where no number is stated: 12 for dozens",
    ),
    Field("fraction", Kind.TEXT, "分数", "Fraction", "写成几分之几的，如2/3", "Written as one, such as 2/3"),
    Field(
        "step",
        Kind.NUMBER,
        "末位",
        "Step",
        "写出的最后一位值多少，8.4万是1000，普通整数是1",
        "What the last digit printed is worth, 1000 in 8.4万, 1 in plain whole numbers",
    ),
    Field("unit", Kind.TEXT, "单位", "Unit", required=True),
    Field(
        "unit_code",
        Kind.TEXT,
        "单位代码",
        "Unit code",
        "货币用ISO 4217代码，计量单位用符号，计数的同unit",
        "ISO 4217 for money, symbols for measures; for what is counted the same as unit",
        required=True,
    ),
    Field("printed", Kind.TEXT, "网页上的写法", "As the pages print it", localized=True),
)

FIRST = ("可能的最早一天；前后、左右的不写", "The first day that it may mean; none where it is around a date")
LAST = ("可能的最晚一天；前后、左右的不写", "The last day that it may mean; none where it is around a date")

WHEN = (
    Field(
        "when",
        Kind.TEXT,
        "时间",
        "When",
        "截至时间，或起止时间（起/止），按已知的精度",
        "As-of date, or period (start/end), as precise as is known",
    ),
    Field("when_start", Kind.DAY, "最早一天", "First day", *FIRST),
    Field("when_end", Kind.DAY, "最晚一天", "Last day", *LAST),
)

SCOPE = Field(
    "scope", Kind.TEXT, "范围", "Scope", "说的是谁、哪里", "Whom or what it is about", localized=True
)

ORIGIN = (
    Field("source", Kind.TEXT, "来源", "Source", localized=True),
    Field("source_url", Kind.LIST, "来源的网址", "Addresses of the source"),
    Field("url", Kind.TEXT, "网页", "Page", "说明它的网页", "Where it is explained", localized=True),
)

CITATION = Field(
    "citation",
    Kind.TEXT,
    "引用格式",
    "Citation",
    "引用时照抄",
    "Words to cite it by",
    localized=True,
)

DATASET = Dataset(
    name="figures",
    zh="数字",
    en="Figures",
    zh_text="各篇进展和累计数所载的全部数字，一行一个。",
    en_text="Every figure that the stories and tallies state, one a row.",
    fields=(
        Field(
            "id",
            Kind.TEXT,
            "标识",
            "Id",
            "进展或累计数文件的标识、#、数字的标识",
            "The id of its story or tally, #, its own id",
            required=True,
        ),
        Field("story", Kind.TEXT, "所在进展", "Story"),
        Field("tally", Kind.TEXT, "所在累计数文件", "Tally"),
        Field("line", Kind.TEXT, "服务线", "Service line"),
        Field("metric", Kind.TEXT, "指标", "Metric", required=True),
        Field("label", Kind.TEXT, "名称", "Label", localized=True, required=True),
        Field(
            "noun", Kind.TEXT, "名词", "Noun", "所数的事物", "What is counted, in the plural", localized=True
        ),
        Field("definition", Kind.TEXT, "指标的定义", "Definition", localized=True),
        Field(
            "kind",
            Kind.TEXT,
            "指标的性质",
            "Kind of metric",
            "flow期间累加，stock某一时点的水平，rate比率",
            "flow adds up over periods, stock is a level at a date, rate never adds",
            required=True,
            choices=tuple(kind.value for kind in MetricKind),
        ),
        Field(
            "total",
            Kind.TEXT,
            "怎样合计",
            "Total",
            "sum相加，latest取最新，max取最大，never不合计",
            "How it is totalled, if at all",
            required=True,
            choices=tuple(each.value for each in Totalling),
        ),
        *QUANTITY,
        Field("as_written", Kind.TEXT, "原样", "As written", "内容文件里的写法", "As the content states it"),
        Field(
            "statistic",
            Kind.TEXT,
            "统计量",
            "Statistic",
            "average平均，peak最高，lowest最低",
            "average, peak, lowest",
        ),
        *WHEN,
        SCOPE,
        Field(
            "example",
            Kind.FLAG,
            "是否举例",
            "Example",
            "只是一个例子的，不计入任何合计",
            "Whether it stands for one case only, and so is part of no total",
            required=True,
        ),
        Field("note", Kind.TEXT, "附注", "Note", localized=True),
        Field("counters", Kind.LIST, "计入的累计数", "Counters that it went into"),
        *ORIGIN,
        CITATION,
    ),
    key=("id",),
    refers=(("story", "stories"),),
)


def figure_records(context: Context) -> dict[str, dict[str, Json]]:
    """Returns every figure of the site by its id, in order of the ids."""
    uses = _uses(context)
    owners: tuple[Owner, ...] = (*context.site.stories, *context.site.tallies)
    records = {
        record.ref: told
        for owner in owners
        for record, told in zip(
            [Record(owner, figure) for figure in owner.figures],
            _records(context, owner, uses),
            strict=True,
        )
    }
    return dict(sorted(records.items()))


@dataclass(frozen=True, slots=True)
class _Uses:
    """The counters that each figure went into, and one that at least names it, by the figure's id."""

    counted: Mapping[str, tuple[str, ...]]
    named: Mapping[str, str]


def _uses(context: Context) -> _Uses:
    counted: dict[str, tuple[str, ...]] = {}
    named: dict[str, str] = {}
    for id_, counter in sorted(context.counters.items()):
        for record in counter.contributions:
            counted[record.ref] = (*counted.get(record.ref, ()), id_)
        for each in counter.left_out:
            named.setdefault(each.record.ref, id_)
    return _Uses(counted, named)


def _records(context: Context, owner: Owner, uses: _Uses) -> Iterator[dict[str, Json]]:
    """The figures of a story or a tally: what they share is worked out once."""
    story = owner if isinstance(owner, Story) else None
    shared: dict[str, Json] = {
        "story": owner_id(owner) if story else None,
        "tally": None if story else owner_id(owner),
        "line": story.line.id if story else None,
    }
    sources, pages = source_values(context, owner.sources), _pages(context, owner)
    for figure in owner.figures:
        record = Record(owner, figure)
        anchor = figure_anchor(figure.id) if story else _counter_of(record.ref, uses)
        urls = {lang: f"{url}#{anchor}" if anchor else url for lang, url in pages.items()}
        yield {
            "id": record.ref,
            **shared,
            **_metric_values(context, figure),
            **_measured(context, figure),
            "as_written": figure.as_printed or None,
            "statistic": figure.statistic,
            **when_values(record.when, "when"),
            "scope": texts(context, figure.scope),
            "example": figure.example,
            "note": texts(context, figure.note),
            "counters": uses.counted.get(record.ref, ()),
            **sources,
            "url": dict(urls),
            "citation": _citation(context, record, urls),
        }


def _counter_of(ref: str, uses: _Uses) -> str:
    counted = uses.counted.get(ref)
    return counted[0] if counted else uses.named.get(ref, "")


def _metric_values(context: Context, figure: Figure) -> dict[str, Json]:
    metric = figure.metric
    nouns = {language: many for language, (_, many) in metric.noun.items()}
    return {
        "metric": metric.id,
        "label": {language.id: figure_label(figure, language.id) for language in context.languages},
        "noun": texts(context, nouns),
        "definition": texts(context, metric.description),
        "kind": metric.kind.value,
        "total": metric.total.value,
    }


def _measured(context: Context, figure: Figure) -> dict[str, Json]:
    """The quantity of a figure with its unit and in words."""
    return {
        **quantity_values(figure.quantity),
        **unit_values(figure.metric.unit),
        "printed": printed(context, figure.quantity, figure.metric),
    }


def _pages(context: Context, owner: Owner) -> dict[str, str]:
    """The pages that explain the figures of a story, which are its own, or of a tally."""
    return {
        language.id: story_url(context, owner, language.id)
        if isinstance(owner, Story)
        else context.permalinks.absolute(context.path("figures", language.id))
        for language in context.languages
    }


def _citation(context: Context, record: Record, urls: Mapping[str, str]) -> Json:
    figure = record.figure
    return {
        lang: cite(
            context,
            lang,
            label=figure_label(figure, lang),
            value=figure_text(figure.quantity, figure.metric, lang),
            details=(figure.scope.get(lang, ""), _when(context, record, lang)),
            sources=record.owner.sources,
            url=url,
        )
        for lang, url in urls.items()
    }


def _when(context: Context, record: Record, lang: str) -> str:
    when = when_text(record.when, lang)
    return context.t(lang, "citation_as_of", as_of=when) if when and isinstance(record.owner, Tally) else when


def story_url(context: Context, story: Story, lang: str) -> str:
    """Returns the address of a story in a language, or in the default one where it has no page."""
    shown = lang if context.is_shown(story, lang) else context.site.config.default.id
    return context.permalinks.absolute(context.path("story", shown, story.slug))
