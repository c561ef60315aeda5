"""Projects with one counter, written as staff would write them, and what the counter makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sfwgen.content import load_site
from sfwgen.counters import Counter, aggregate
from sfwgen.diagnostics import Diagnostic
from sfwgen.model import Site

_CONFIG = """\
title: {zh: 简报, en: Bulletin}
subtitle: {zh: 进展, en: Progress}
description: {zh: 进展, en: Progress}
lede: {zh: 进展, en: Progress}
url: https://sfw.example/
languages: [{id: zh, tag: zh-Hans, name: 中文}, {id: en, tag: en, name: English}]
lines: {residents: {name: {zh: 服务群众, en: Residents}, motto: {zh: 关怀, en: Care}}}
source_line: {zh: 报道, en: Report}
notice: {zh: 非官方, en: Unofficial}
"""
_UNITS = """\
household: {zh: 户, en: {one: household, many: households}, dimension: household}
metre: {zh: 米, en: {one: metre, many: metres}, dimension: length, amount: true}
kilometre: {zh: 公里, en: {one: kilometre, many: kilometres}, dimension: length, factor: 1000, amount: true}
"""
_METRIC = """\
visits:
  label: {{zh: 走访, en: Visits}}
  description: {{zh: 走访, en: Visits}}
  unit: {unit}
  kind: {kind}
  total: {total}
"""
_COUNTER = """\
visits:
  metric: visits
  from: {source}
  label: {{zh: 走访, en: Visits}}
  counted: {{zh: 走访, en: Visits}}
{left_out}"""
_SOURCES = "sources: [{zh: 一份报道, en: A report}]\n"


def project(
    *,
    kind: str = "flow",
    total: str = "sum",
    source: str = "stories",
    unit: str = "household",
    stories: Mapping[str, Sequence[str]] | None = None,
    tallies: Mapping[str, Sequence[str]] | None = None,
    leave_out: Sequence[str] = (),
) -> Site:
    """A project with one metric and one counter. A figure is written in braces, but for its metric.

    A tally goes by its as-of date, or by `undated`.
    """
    left_out = "  leave_out:\n" + "".join(
        f"    - {{figure: {ref}, reason: {{zh: 已包含, en: Counted already}}}}\n" for ref in leave_out
    )
    files = {
        "config.yaml": _CONFIG,
        "content/vocabulary/units.yaml": _UNITS,
        "content/vocabulary/metrics.yaml": _METRIC.format(kind=kind, total=total, unit=unit),
        "content/vocabulary/counters.yaml": _COUNTER.format(
            source=source, left_out=left_out if leave_out else ""
        ),
    }
    for slug, figures in (stories or {}).items():
        files[f"content/stories/{slug}/index.zh.md"] = _story(figures)
    for date, figures in (tallies or {}).items():
        as_of = "note: {zh: 日期不详, en: Undated}\n" if date == "undated" else f"as_of: {date}\n"
        files[f"content/tallies/{date}.yaml"] = as_of + _SOURCES + _figures(figures)
    site, faults = load_site({path: text.encode() for path, text in files.items()})
    assert site is not None
    assert not faults, [(each.code, each.location, each.message("en")) for each in faults]
    return site


def _figures(figures: Sequence[str]) -> str:
    if not figures:
        return ""
    own = [each if "unit:" in each else f"metric: visits, {each}" for each in figures]
    return "figures:\n" + "".join(f"  - {{{each}}}\n" for each in own)


def _story(figures: Sequence[str]) -> str:
    return f"---\ntitle: 走访\nsummary: 走访\nline: residents\n{_figures(figures)}{_SOURCES}---\n走访。\n"


def counter(site: Site) -> Counter:
    """The project's counter."""
    return aggregate(site)[0]["visits"]


def refusal(site: Site) -> Diagnostic:
    """Why the counter has no total; it is told once, with both messages filled in."""
    counters, told = aggregate(site)
    reason = counters["visits"].refusal
    assert reason is not None
    assert counters["visits"].quantity is None
    assert told == (reason,)
    for lang in ("zh", "en"):
        assert "{" not in reason.message(lang) + reason.hint(lang)
    assert reason.location.file == "content/vocabulary/counters.yaml"
    return reason


def refs(records: Sequence[object]) -> list[str]:
    """How records are referred to."""
    return [str(getattr(record, "ref", "")) for record in records]
