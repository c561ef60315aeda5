"""A total does not add a place and what lies within it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sfwgen.counters import aggregate
from sfwgen.diagnostics import Location
from sfwgen.localities import is_whole_place, place_of
from sfwgen.model import Place
from tests.counters.ledgers import project

_AT = Location("content/vocabulary/places.yaml", 1, 1)
_PLACES = {
    id_: Place(id_, {"zh": zh, "en": en}, kind, within, _AT)
    for id_, zh, en, kind, within in (
        ("city", "永康市", "Yongkang", "city", None),
        ("town", "唐先镇", "Tangxian Town", "town", "city"),
        ("village", "塔秀村", "Taxiu Village", "village", "town"),
        ("other", "象珠镇", "Xiangzhu Town", "town", "city"),
    )
}


def refusal(*scopes: str) -> str:
    """Why the visits of two scopes are not added, or nothing where they are."""
    stories = {
        f"story-{number}": [f"value: {number + 3}户, scope: {{zh: {scope}, en: {scope}}}"]
        for number, scope in enumerate(scopes)
    }
    site = project(stories=stories)
    site = replace(site, vocabulary=replace(site.vocabulary, places=_PLACES))
    return ", ".join(each.code for each in aggregate(site)[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("唐先镇", "塔秀村"),
        ("永康市", "塔秀村"),
        ("唐先镇", "唐先镇某小区"),
        ("永康市全市", "象珠镇部分农户"),
    ],
)
def test_a_place_and_what_lies_within_it_are_not_added(one: str, other: str) -> None:
    assert refusal(one, other) == refusal(other, one) == "counter-overlap"


@pytest.mark.parametrize(
    ("one", "other"), [("唐先镇", "象珠镇"), ("唐先镇某企业", "塔秀村"), ("象珠镇", "塔秀村"), ("甲", "乙")]
)
def test_places_apart_and_parts_of_a_place_are_added(one: str, other: str) -> None:
    assert refusal(one, other) == ""


def test_a_scope_names_its_innermost_place() -> None:
    place = place_of({"zh": "唐先镇塔秀村部分农户"}, _PLACES)
    assert place is not None
    assert place.id == "village"
    assert is_whole_place({"zh": "塔秀村"}, place)
    assert not is_whole_place({"zh": "塔秀村部分农户"}, place)
