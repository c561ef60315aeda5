"""The data sets of counters: each total with its definition, and every record that it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sfwgen.counters import Counter, LeftOut, Reason, Record
from sfwgen.model import CounterSource, MetricKind, Totalling
from sfwgen.plan.context import Context
from sfwgen.plan.data import Json
from sfwgen.plan.figures import when_text
from sfwgen.plan.open_data.citing import cite
from sfwgen.plan.open_data.fields import Dataset, Field, Kind
from sfwgen.plan.open_data.figures import CITATION, FIRST, LAST, ORIGIN, QUANTITY, SCOPE, WHEN
from sfwgen.plan.open_data.values import (
    printed,
    quantity_values,
    source_values,
    texts,
    unit_values,
    when_values,
)
from sfwgen.stated import figure_text

DATASET = Dataset(
    name="counters",
    zh="累计数",
    en="Counters",
    zh_text="网站上的每一个累计数：口径、数值、截至时间，有几条依据。",
    en_text="Each total on the site: definition, value, as-of date, and how many records it rests on.",
    fields=(
        Field("id", Kind.TEXT, "标识", "Id", required=True),
        Field("label", Kind.TEXT, "名称", "Label", localized=True, required=True),
        Field("metric", Kind.TEXT, "指标", "Metric", required=True),
        Field(
            "from",
            Kind.TEXT,
            "取自",
            "Taken from",
            "tallies累计数文件，stories各篇进展",
            "tallies, or stories",
            required=True,
            choices=tuple(source.value for source in CounterSource),
        ),
        Field(
            "kind",
            Kind.TEXT,
            "指标的性质",
            "Kind of metric",
            "同figures",
            "As in figures",
            required=True,
            choices=tuple(kind.value for kind in MetricKind),
        ),
        Field(
            "total",
            Kind.TEXT,
            "怎样合计",
            "Total",
            "同figures",
            "As in figures",
            required=True,
            choices=tuple(each.value for each in Totalling),
        ),
        *QUANTITY,
        Field("refusal", Kind.TEXT, "不作合计的原因", "Why there is no total", "代码", "As a code"),
        Field("as_of", Kind.TEXT, "截至时间", "As of", "按已知的精度", "As precise as is known"),
        Field("as_of_start", Kind.DAY, "最早一天", "First day", *FIRST),
        Field("as_of_end", Kind.DAY, "最晚一天", "Last day", *LAST),
        Field("records", Kind.NUMBER, "计入几条", "Records that went in", required=True),
        Field("left_out_records", Kind.NUMBER, "未计入几条", "Records left out", required=True),
        Field("counted", Kind.TEXT, "口径", "What is counted", localized=True),
        Field("not_counted", Kind.TEXT, "不包括", "What is not counted", localized=True),
        Field("obtained", Kind.TEXT, "怎么来的", "How it was obtained", localized=True),
        Field("open", Kind.TEXT, "未说明的", "What the source leaves open", localized=True),
        Field("updated", Kind.TEXT, "什么时候更新", "When it changes", localized=True),
        *ORIGIN,
        CITATION,
        Field(
            "contributions",
            Kind.LIST,
            "计入的每一条",
            "Records that went in",
            "每条有figure、printed、when、url",
            "Each with figure, printed, when and url",
            nested=True,
        ),
        Field(
            "left_out",
            Kind.LIST,
            "未计入的每一条",
            "Records left out",
            "另有reason、reason_text",
            "With reason and reason_text besides",
            nested=True,
        ),
    ),
    key=("id",),
)

COUNTED, LEFT_OUT = "counted", "left_out"

RECORDS = Dataset(
    name="counter-records",
    zh="累计数的依据",
    en="What the counters rest on",
    zh_text="每个累计数计入的每一条数字，以及未计入的和未计入的原因。",
    en_text="Every figure that went into a counter, and those left out with the reason.",
    fields=(
        Field("counter", Kind.TEXT, "累计数", "Counter", required=True),
        Field("figure", Kind.TEXT, "数字", "Figure", required=True),
        Field(
            "part",
            Kind.TEXT,
            "是否计入",
            "Part",
            "counted计入，left_out未计入",
            "counted, or left_out",
            required=True,
            choices=(COUNTED, LEFT_OUT),
        ),
        Field(
            "reason",
            Kind.TEXT,
            "未计入的原因：代码",
            "Reason code",
            "named定义里说明，example举例，other_source来源不同，older有更新的，smaller不是最大",
            "named: by the definition; example; other_source; older: a later one counts; smaller",
            choices=tuple(reason.value for reason in Reason),
        ),
        Field("reason_text", Kind.TEXT, "未计入的原因", "Why it was left out", localized=True),
        Field("label", Kind.TEXT, "名称", "Label", localized=True, required=True),
        *QUANTITY,
        *WHEN,
        SCOPE,
        *ORIGIN,
    ),
    key=("counter", "figure"),
    refers=(("counter", "counters"), ("figure", "figures")),
    as_document=False,
)


_OF_FIGURES = (
    "label",
    *(field.name for field in (*QUANTITY, *WHEN)),
    "scope",
    *(each.name for each in ORIGIN),
)
_SHORT = ("figure", "printed", "when", "url")
_REASONS = ("reason", "reason_text")

Figures = Mapping[str, Mapping[str, Json]]
"""The records of all figures by their ids."""


def counter_records(
    context: Context, records: Mapping[str, Sequence[Mapping[str, Json]]]
) -> list[dict[str, Json]]:
    """Returns every counter of the site, sorted by id; `records` are those of each of them."""
    return [_counter(context, counter, records[id_]) for id_, counter in sorted(context.counters.items())]


def _counter(context: Context, counter: Counter, records: Sequence[Mapping[str, Json]]) -> dict[str, Json]:
    definition = counter.definition
    metric = definition.metric
    contributions = _short(records, COUNTED, _SHORT)
    left_out = _short(records, LEFT_OUT, (*_SHORT, *_REASONS))
    urls = {
        language.id: f"{context.permalinks.absolute(context.path('figures', language.id))}#{definition.id}"
        for language in context.languages
    }
    return {
        "id": definition.id,
        "label": texts(context, definition.label),
        "metric": metric.id,
        "from": definition.source.value,
        "kind": metric.kind.value,
        "total": metric.total.value,
        **quantity_values(counter.quantity),
        **unit_values(metric.unit),
        "printed": printed(context, counter.quantity, metric),
        "refusal": counter.refusal.code if counter.refusal else None,
        **when_values(counter.as_of, "as_of"),
        "records": len(contributions),
        "left_out_records": len(left_out),
        "counted": texts(context, definition.counted),
        "not_counted": texts(context, definition.not_counted),
        "obtained": texts(context, definition.obtained),
        "open": texts(context, definition.open),
        "updated": texts(context, definition.updated),
        **source_values(context, counter.sources),
        "url": dict(urls),
        "citation": _citation(context, counter, urls),
        "contributions": contributions,
        "left_out": left_out,
    }


def _short(records: Sequence[Mapping[str, Json]], part: str, names: tuple[str, ...]) -> tuple[Json, ...]:
    return tuple({name: each[name] for name in names} for each in records if each["part"] == part)


def _citation(context: Context, counter: Counter, urls: Mapping[str, str]) -> Json:
    said: dict[str, Json] = {lang: cite_counter(context, counter, lang, url) for lang, url in urls.items()}
    return said if counter.quantity else None


def cite_counter(context: Context, counter: Counter, lang: str, url: str) -> str:
    """Returns how a total is cited in a language; "" where it is refused, since there is nothing to cite."""
    definition, quantity = counter.definition, counter.quantity
    if quantity is None:
        return ""
    return cite(
        context,
        lang,
        label=definition.label[lang],
        value=figure_text(quantity, definition.metric, lang),
        details=(_as_of(context, counter, lang),),
        sources=counter.sources,
        url=url,
    )


def _as_of(context: Context, counter: Counter, lang: str) -> str:
    return context.t(lang, "citation_as_of", as_of=when_text(counter.as_of, lang)) if counter.as_of else ""


def records_of(context: Context, counter: Counter, figures: Figures) -> list[dict[str, Json]]:
    """Returns what went into a counter, then what was left out with the reasons, each sorted by figure."""
    went_in = sorted(counter.contributions, key=lambda record: record.ref)
    left_out = sorted(counter.left_out, key=lambda each: each.record.ref)
    return [
        *(_record(counter, record, figures, (COUNTED, None, None)) for record in went_in),
        *(
            _record(counter, each.record, figures, (LEFT_OUT, each.reason.value, _reason(context, each)))
            for each in left_out
        ),
    ]


def _record(
    counter: Counter, record: Record, figures: Figures, part: tuple[str, str | None, Json]
) -> dict[str, Json]:
    told = figures[record.ref]
    return {
        "counter": counter.definition.id,
        "figure": record.ref,
        **dict(zip(("part", *_REASONS), part, strict=True)),
        **{name: told[name] for name in _OF_FIGURES},
    }


def _reason(context: Context, left_out: LeftOut) -> Json:
    if left_out.reason is Reason.NAMED:
        return texts(context, left_out.text)
    key = f"reason_{left_out.reason.value}"
    return {language.id: context.t(language.id, key) for language in context.languages}
