"""Registers for the examples of diagnostics: a sound one, and what a slip in it is told as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sfwgen.diagnostics import Diagnostic, Location, fault

SCHEMA = "content/registers/visits.yaml"
ROWS = "content/registers/visits.csv"
BOOK = Location("content/registers/visits.xlsx")
_UNITS = "content/vocabulary/units.yaml"
_METRICS = "content/vocabulary/metrics.yaml"
_RELATIONS = "content/vocabulary/relations.yaml"
_TALLY = "content/tallies/2019-mid.yaml"
_LATER = "content/tallies/2019-09.yaml"

_METRIC = """\
{name}:
  label: {{zh: {zh}, en: {en}}}
  description: {{zh: 累计的户数, en: "Households, to date"}}
  unit: {unit}
  kind: {kind}
  total: {total}
"""
_SOURCES = "sources: [{zh: 报纸报道, en: A newspaper report}]\n"


def _metric(name: str, zh: str, en: str, unit: str = "household", kind: str = "stock") -> str:
    total = "never" if kind == "rate" else "latest"
    return _METRIC.format(name=name, zh=zh, en=en, unit=unit, kind=kind, total=total)


def _tally(*figures: str, as_of: str = "2019-mid") -> str:
    lines = "".join(f"  - {{{figure}}}\n" for figure in figures)
    return f"as_of: {as_of}\n{_SOURCES}figures:\n{lines}"


_BASE: Mapping[str, str] = {
    SCHEMA: "title: {zh: 走访台账, en: Register of visits}\nmetric: households\ncolumns:\n"
    "  - {name: 日期, field: date}\n  - {name: 地点, field: place}\n  - {name: 户数, field: count}\n"
    "  - {name: 联系人, field: private}\n",
    ROWS: "日期,地点,户数,联系人\n2019-05-06,飞凤社区,12,甲\n2019-06-03,西城街道,8,乙\n",
    _METRICS: "road_length:\n  label: {zh: 道路长度, en: Length of road}\n"
    "  description: {zh: 整修路段的长度, en: Length of the road repaired}\n"
    "  unit: metre\n  kind: flow\n  total: sum\n"
    + _metric("households", "走访群众", "Households visited")
    + _metric("poor", "困难群众", "Households in difficulty")
    + _metric("others", "其他群众", "Other households")
    + _metric("share_of_poor", "困难群众占比", "Share in difficulty", "percent", "rate"),
    _UNITS: "metre:\n  zh: 米\n  en: {one: metre, many: metres}\n  dimension: length\n  amount: true\n"
    "household: {zh: 户, en: {one: household, many: households}, dimension: household}\n"
    "percent: {zh: '%', en: {one: per cent, many: per cent}, dimension: share, amount: true}\n",
    _TALLY: _tally("metric: households, value: 20户"),
}

_SUM = "visited: {total: households, parts: [poor, others]}\n"


def _rows(*lines: str, header: str = "日期,地点,户数,联系人") -> dict[str, str | bytes | None]:
    return {ROWS: "".join(f"{line}\n" for line in (header, *lines))}


def _schema(old: str, new: str) -> dict[str, str | bytes | None]:
    return {SCHEMA: _BASE[SCHEMA].replace(old, new)}


def _reported(value: str) -> dict[str, str | bytes | None]:
    return {_TALLY: _tally(f"metric: households, value: {value}")}


def _related(relations: str, *figures: str) -> dict[str, str | bytes | None]:
    return {_RELATIONS: relations, _TALLY: _tally(*figures)}


def _moved(first: str, second: str, as_of: str = "2019-09") -> dict[str, str | bytes | None]:
    return {
        _TALLY: _tally(f"metric: households, value: {first}"),
        _LATER: _tally(f"metric: households, value: {second}", as_of=as_of),
    }


_GBK = _BASE[ROWS].encode("gb18030")
_DECLARED = _schema("columns:", "encoding: gb18030\ncolumns:")

_PROJECTS: Mapping[str, dict[str, str | bytes | None]] = {
    "register-undescribed": {SCHEMA: None},
    "register-missing": {ROWS: None},
    "register-tally-unknown": _schema("columns:", "tally: 2019-end\ncolumns:"),
    "register-metric": _schema("metric: households\n", ""),
    "register-statuses-missing": _schema("{name: 联系人, field: private}", "{name: 联系人, field: status}"),
    "register-publish-column": _schema("columns:", "publish: [team]\ncolumns:"),
    "register-column-declared-twice": _schema("name: 联系人", "name: 地点"),
    "register-field-twice": _schema("field: private", "field: date"),
    "register-encoding": {ROWS: _GBK},
    "register-encoding-declared": _DECLARED,
    "register-not-gb18030": {**_DECLARED, ROWS: _GBK + b"\xff\xff\n"},
    "register-line-ends": {ROWS: _BASE[ROWS].replace("\n", "\r")},
    "register-quote": _rows('2019-05-06,飞凤社区,12,"甲', "2019-06-03,西城街道,8,乙"),
    "register-separator": {ROWS: _BASE[ROWS].replace(",", ";")},
    "register-no-header": {ROWS: ""},
    "register-no-rows": _rows(),
    "register-ragged": _rows("2019-05-06,飞凤社区,12"),
    "register-cell-too-long": _rows('2019-05-06,飞凤社区,12,"' + ("甲" * 9999 + "\n") * 4 + '"'),
    "register-column-unnamed": _rows("2019-05-06,飞凤社区,12,甲,", header="日期,地点,户数,联系人,"),
    "register-column-repeated": _rows(header="日期,地点,户数,联系人,地点"),
    "register-column-unknown": _rows(header="日期,地点,户数,联系人,电话"),
    "register-column-missing": _rows(header="日期,地点,联系人"),
    "register-cell-empty": _rows("2019-05-06,飞凤社区,,甲"),
    "register-date": _rows("五月六日,飞凤社区,12,甲"),
    "register-date-impossible": _rows("2019-02-30,飞凤社区,12,甲"),
    "register-name-unknown": _rows("2019-05-06,飞风社区,12,甲"),
    "register-number": _rows("2019-05-06,飞凤社区,十来户,甲"),
    "register-unit": {
        **_schema("{name: 地点, field: place}", "{name: 单位, field: unit}"),
        **_rows("2019-05-06,米,12,甲", header="日期,单位,户数,联系人"),
    },
    "register-digits-lost": _rows("2019-05-06,飞凤社区,3.3E+17,甲"),
    "register-row-repeated": _rows("2019-05-06,飞凤社区,12,甲", "2019-05-06,飞凤社区,12,甲"),
    "register-agrees": {},
    "register-fewer": _reported("25户"),
    "register-falls-short": {**_schema("columns:", "complete: true\ncolumns:"), **_reported("25户")},
    "register-exceeds": _reported("18户"),
    "register-unlikely": _reported("10余户"),
    "register-unreported": {_TALLY: _tally("metric: poor, value: 3户")},
    "register-unjudged": _reported("几十户"),
    "register-rows-later": _rows("2019-05-06,飞凤社区,20,甲", "2019-09-01,飞凤社区,3,乙"),
    "relation-form": {_RELATIONS: "visited: {total: households}\n"},
    "relation-units": {_RELATIONS: "visited: {total: households, parts: [poor, road_length]}\n"},
    "relation-percent": {
        _RELATIONS: "poor: {share: {part: poor, whole: households, percent: others}}\n",
    },
    "relation-ok": _related(
        _SUM, "metric: households, value: 20户", "metric: poor, value: 12户", "metric: others, value: 8户"
    ),
    "relation-rounding": _related(
        "poor: {share: {part: poor, whole: households, percent: share_of_poor}}\n",
        "metric: households, value: 18户",
        "metric: poor, value: 12户",
        "metric: share_of_poor, value: 66.7%",
    ),
    "relation-mismatch": _related(
        _SUM, "metric: households, value: 20户", "metric: poor, value: 12户", "metric: others, value: 6户"
    ),
    "relation-unlikely": _related(
        _SUM,
        "metric: households, value: 20余户",
        "metric: poor, value: 20余户",
        "metric: others, value: 60户",
    ),
    "relation-incomplete": _related(_SUM, "metric: households, value: 20户", "metric: poor, value: 12户"),
    "relation-several": _related(
        _SUM,
        "metric: households, value: 20户",
        "metric: poor, value: 12户",
        "id: more, metric: poor, value: 3户",
    ),
    "relation-unmet": {_RELATIONS: _SUM},
    "figure-unchanged": _moved("20户", "20户"),
    "figure-fell": _moved("20户", "18户"),
    "tallies-contradict": _moved("20余户", "60户", as_of="2019-mid"),
}


def register_projects() -> Iterator[tuple[str, dict[str, str | bytes]]]:
    """Yields, by code, the files that are put over the sound project."""
    for code, files in _PROJECTS.items():
        merged: dict[str, str | bytes | None] = {**_BASE, **files}
        yield code, {path: text for path, text in merged.items() if text is not None}


def told_of_registers() -> Iterator[Diagnostic]:
    """Yields what no text file shows by itself: workbooks, and files of totals outside a project."""
    rows = Location(ROWS)
    yield fault("register-two-files", BOOK, first=ROWS)
    yield fault(
        "tally-partial",
        Location("content/tallies/2019-end.yaml", 1, 1),
        tally="2019-end",
        as_of="2019-12-31",
        count=1,
        ids="households",
        oldest="2019-06-30",
    )
    yield fault(
        "figure-bound-contradicted",
        Location(_TALLY, 4, 5),
        figure="households",
        stated_zh="20户",
        stated_en="20 households",
        other_zh="60户",
        other_en="60 households",
    )
    yield fault("register-too-large", rows, zh="行", en="rows", size="250,000", limit="200,000")
    yield fault("register-needs-calamine", BOOK)
    yield fault("register-not-workbook", BOOK)
    yield fault("register-inflated", BOOK, limit="200 MB")
    yield fault("register-sheets", BOOK, sheets="走访, 说明")
    yield fault("register-sheet-missing", BOOK, value="走坊", sheets="走访, 说明")
    yield fault("register-sheet-hidden", BOOK, sheets="底稿")
    yield fault("register-rows-hidden", BOOK, cells="3, 4")
    yield fault("register-columns-hidden", BOOK, cells="E")
    yield fault("register-merged", BOOK, cells="A2:A5")
    yield fault("register-formula", BOOK, cells="D2")
    yield fault("register-cell-failed", BOOK, cells="D7")
    sums = Location("sums.yaml", 1, 27)
    yield fault("sums-units", sums, value="18户", unit="户", other="237次", wanted="次")
    yield fault("sums-percent", sums, value="18户")
