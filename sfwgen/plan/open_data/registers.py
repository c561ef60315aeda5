"""The data set of what registers hold of the totals: the counts that pages show, never a row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from sfwgen.counters import Counter
from sfwgen.model import Facet
from sfwgen.plan.context import Context
from sfwgen.plan.data import Json
from sfwgen.plan.open_data.fields import Dataset, Field, Kind
from sfwgen.plan.open_data.figures import QUANTITY
from sfwgen.plan.open_data.values import decimal_text, printed, quantity_values, texts, unit_values
from sfwgen.plan.registers import find_recorded, is_broken_down, name_of
from sfwgen.reconcile import Count, Recorded, Verdict, break_down

WHOLE = "all"

DATASET = Dataset(
    name="register-counts",
    zh="台账的计数",
    en="Counts from registers",
    zh_text="台账里能逐条数出来的，与公布的累计数对照；只有合计和允许公布的分项，没有台账的任何一行。",
    en_text="What can be counted row by row in a register, beside the total that is published: sums and the "
    "breakdowns that may be published, never a row.",
    fields=(
        Field("counter", Kind.TEXT, "累计数", "Counter", required=True),
        Field("register", Kind.TEXT, "台账", "Register", required=True),
        Field("register_title", Kind.TEXT, "台账的名称", "Title of the register", localized=True),
        Field(
            "by",
            Kind.TEXT,
            "分项",
            "By what",
            "all合计，team小分队，line服务线，place地点，month月份，status办理情况",
            "all: the whole; else team, line, place, month, status",
            required=True,
            choices=(WHOLE, *(facet.value for facet in Facet)),
        ),
        Field(
            "key",
            Kind.TEXT,
            "分项的标识",
            "Key",
            "合计写all，台账未写明的写not-stated",
            "all for the whole, not-stated where rows do not say",
            required=True,
        ),
        Field("name", Kind.TEXT, "分项的名称", "Name", localized=True),
        Field("rows", Kind.NUMBER, "台账行数", "Rows of the register", required=True),
        *QUANTITY,
        Field("figure", Kind.TEXT, "对照的数字", "Figure compared with", required=True),
        Field(
            "verdict",
            Kind.TEXT,
            "对照结果",
            "Verdict",
            "只写在合计行：ok一致，rounding取整后一致，mismatch不一致，incomplete无法判断",
            "Of the whole only: ok, rounding (alike once rounded), mismatch, incomplete (cannot be judged)",
            choices=tuple(verdict.value for verdict in Verdict),
        ),
        Field(
            "remainder",
            Kind.NUMBER,
            "台账以外的",
            "Beyond the register",
            "只写在合计行：公布的数减去台账的数",
            "Of the whole only: what is published less what the register holds",
        ),
        Field("url", Kind.TEXT, "网页", "Page", "说明它的网页", "Where it is explained", localized=True),
    ),
    key=("counter", "by", "key"),
    refers=(("counter", "counters"), ("figure", "figures")),
)

NOT_STATED = "not-stated"


def register_records(context: Context) -> list[dict[str, Json]]:
    """Returns what registers hold of each counter that rests on one, by the order of the counters."""
    return [
        record
        for _, counter in sorted(context.counters.items())
        if (recorded := find_recorded(context, counter)) is not None
        for record in _records(context, counter, recorded)
    ]


def _records(context: Context, counter: Counter, recorded: Recorded) -> Iterator[dict[str, Json]]:
    remainder = recorded.judgement.remainder
    names: Json = {each.id: context.t(each.id, "by_register") for each in context.languages}
    yield {
        **_record(context, counter, recorded, recorded.count, (WHOLE, WHOLE, names)),
        "verdict": recorded.judgement.verdict.value,
        "remainder": None if remainder is None else _number(remainder),
    }
    if not is_broken_down(recorded):
        return
    for facet in recorded.register.publish:
        for count in break_down(recorded, facet):
            named: Json = {
                each.id: name_of(context, recorded.register, facet, count.key, each.id)
                for each in context.languages
            }
            part = (facet.value, count.key or NOT_STATED, named)
            yield _record(context, counter, recorded, count, part)


def _number(number: Fraction) -> str | None:
    value = Decimal(number.numerator) / Decimal(number.denominator)
    return decimal_text(value) if Fraction(value) == number else None


def _record(
    context: Context, counter: Counter, recorded: Recorded, count: Count, part: tuple[str, str, Json]
) -> dict[str, Json]:
    by, key, name = part
    [record] = counter.contributions
    anchor = f"#{counter.definition.id}"
    return {
        "counter": counter.definition.id,
        "register": recorded.register.id,
        "register_title": texts(context, recorded.register.title),
        "by": by,
        "key": key,
        "name": name,
        "rows": len(count.rows),
        **quantity_values(count.quantity),
        **unit_values(recorded.metric.unit),
        "printed": printed(context, count.quantity, recorded.metric),
        "figure": record.ref,
        "verdict": None,
        "remainder": None,
        "url": {
            each.id: context.permalinks.absolute(context.path("figures", each.id)) + anchor
            for each in context.languages
        },
    }
