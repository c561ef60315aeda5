"""The list of `sfwgen check --official`, in words and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sfwgen.cli.words import say

if TYPE_CHECKING:
    from sfwgen.build import Checked
    from sfwgen.checks.inspection import Item

_ORDER = ("failed", "warning", "unknown", "passed", "manual")


def inspection_of(checked: Checked) -> tuple[Item, ...]:
    """Returns the items of a project; those for a person only where errors stopped the build."""
    from sfwgen.checks.inspection import inspect, manual_items

    if checked.site is None or checked.plan is None:
        return manual_items()
    return inspect(checked.site, checked.plan, checked.outputs, checked.as_of)


def fails_inspection(items: Sequence[Item], *, strict: bool) -> bool:
    """Returns whether an item does not pass; with `strict` one to be watched is enough."""
    return any(item.verdict == "failed" or (strict and item.verdict == "warning") for item in items)


def print_inspection(items: Sequence[Item], checked: Checked, lang: str) -> str:
    """Returns the list as text: what does not pass first, what a person has to look at last."""
    return "\n".join(_lines(items, checked, lang))


def _lines(items: Sequence[Item], checked: Checked, lang: str) -> Iterator[str]:
    yield say(lang, "inspection", as_of=_as_of(checked, lang))
    if checked.site is None:
        yield say(lang, "inspection-stopped")
    for verdict in _ORDER:
        for item in (each for each in items if each.verdict == verdict):
            yield f"  [{say(lang, f'inspection-{verdict}')}] {item.text(lang)}"
            yield from (f"      {place.file}:{max(place.line, 1)}" for place in item.places)
            yield from (f"      {detail.text(lang)}" for detail in item.details)
    counts = {verdict: sum(item.verdict == verdict for item in items) for verdict in _ORDER}
    yield say(lang, "inspection-counts", **counts)


def _as_of(checked: Checked, lang: str) -> str:
    from sfwgen.checks.inspection import exact_day

    day = exact_day(checked.as_of)
    return say(lang, "inspection-as-of", day=day) if day else say(lang, "inspection-no-day")


def inspection_data(items: Sequence[Item]) -> list[dict[str, object]]:
    """Returns the list as data for JSON, in both languages."""
    return [
        {
            "id": item.id,
            "verdict": str(item.verdict),
            "zh": item.zh,
            "en": item.en,
            "places": [
                {"file": place.file, "line": place.line, "column": place.column} for place in item.places
            ],
            "details": [{"zh": detail.zh, "en": detail.en} for detail in item.details],
        }
        for item in items
    ]
