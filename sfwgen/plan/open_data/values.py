"""What the records of all data sets share: quantities, dates, sources and units as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from sfwgen.counters import Owner
from sfwgen.dates import PartialDate, Period
from sfwgen.figures import Qualifier, Quantity
from sfwgen.model import Localized, Metric, Source, Unit
from sfwgen.plan.context import Context
from sfwgen.plan.data import Json
from sfwgen.stated import figure_text

# Codes of what is measured: ISO 4217 for money, symbols for units of measurement, English words for time.
_CODES = {
    **dict.fromkeys(("元", "人民币"), "CNY"),
    **dict.fromkeys(("立方米", "方"), "m3"),
    **dict.fromkeys(("平方米", "平米"), "m2"),
    **dict.fromkeys(("公里", "千米"), "km"),
    **dict.fromkeys(("千克", "公斤"), "kg"),
    **dict.fromkeys(("天", "日"), "day"),
    **dict.fromkeys(("月", "个月"), "month"),
    **dict.fromkeys(("小时", "个小时"), "hour"),
    **dict.fromkeys(("工作日", "个工作日"), "working day"),
    "万元": "10000 CNY",
    "亿元": "100000000 CNY",
    "米": "m",
    "公顷": "ha",
    "亩": "mu",
    "吨": "t",
    "斤": "0.5 kg",
    "年": "year",
    "人次": "person-time",
    "%": "%",
    "个百分点": "percentage point",
}


def unit_code(unit: Unit) -> str:
    """Returns the code of a unit, `CNY/m3` for 元/立方米: the one that the project states, else a common one.

    What is counted goes by the unit's own id.
    """
    if unit.code:
        return unit.code
    codes = [_CODES.get(part, "") for part in unit.zh.split("/")]
    return "/".join(codes) if all(codes) else unit.id


def quantity_values(quantity: Quantity | None) -> dict[str, Json]:
    """Returns a quantity as fields, numbers as decimal texts; all are null where there is no quantity."""
    if quantity is None:
        return dict.fromkeys(("qualifier", "value", "low", "high", "base", "fraction", "step"))
    value = quantity.value
    return {
        "qualifier": (Qualifier.ABOUT if quantity.hedged else quantity.qualifier).value,
        "value": decimal_text(None if isinstance(value, Fraction) else value),
        "low": decimal_text(quantity.low),
        "high": decimal_text(quantity.high),
        "base": decimal_text(quantity.base),
        "fraction": str(value) if isinstance(value, Fraction) else None,
        "step": decimal_text(quantity.step),
    }


def decimal_text(number: Decimal | None) -> str | None:
    """Returns a number in plain digits, never with an exponent."""
    return None if number is None else format(number, "f")


def printed(context: Context, quantity: Quantity | None, metric: Metric) -> Json:
    """Returns a quantity in words of each language, as the pages print it; null where there is none."""
    if quantity is None:
        return None
    return {language.id: figure_text(quantity, metric, language.id) for language in context.languages}


def unit_values(unit: Unit) -> dict[str, Json]:
    """Returns a unit as fields."""
    return {"unit": unit.id, "unit_code": unit_code(unit)}


def when_values(when: PartialDate | Period | None, name: str) -> dict[str, Json]:
    """Returns a date as fields: as the content states it, and the first and last day that it may mean.

    A date that is only around a day, a month or a year has no such days.
    """
    ends = (when.first, when.last) if isinstance(when, Period) else (when, when)
    known = all(end is not None and not end.around for end in ends)
    return {
        name: str(when) if when else None,
        f"{name}_start": when.start.isoformat() if when and known else None,
        f"{name}_end": when.end.isoformat() if when and known else None,
    }


def texts(context: Context, localized: Localized) -> Json:
    """Returns a text by language, in the order of the site's languages; null where there is none at all."""
    found: dict[str, Json] = {
        language.id: localized[language.id] for language in context.languages if localized.get(language.id)
    }
    return found or None


def source_values(context: Context, sources: Iterable[Source]) -> dict[str, Json]:
    """Returns sources in words of each language, and their addresses where they have one."""
    sources = tuple(sources)
    words = {
        language.id: context.t(language.id, "list_sep").join(
            source.text[language.id] for source in sources if source.text.get(language.id)
        )
        for language in context.languages
    }
    return {
        "source": texts(context, words),
        "source_url": tuple(source.url for source in sources if source.url),
    }


def all_sources(owners: Iterable[Owner]) -> tuple[Source, ...]:
    """Returns what stories and tallies rest on, each source once."""
    found: dict[tuple[tuple[tuple[str, str], ...], str | None], Source] = {}
    for owner in owners:
        for source in owner.sources:
            found.setdefault((tuple(sorted(source.text.items())), source.url), source)
    return tuple(found.values())
