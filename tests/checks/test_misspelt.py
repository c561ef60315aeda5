"""A place's Chinese name with a wrong character is pointed out; other places and ordinary words are not."""

from __future__ import annotations

import pytest

from tests.checks.projects import FILES, PLACES, ROAD_ZH, diagnose, edit

ROAD = "西城街道的道路修好了。"
KNOWN = {PLACES: FILES[PLACES] + "xiyu: {name: {zh: 西域街道, en: Xiyu Subdistrict}, kind: town}\n"}


def misspelt(zh: str, files: dict[str, str] | None = None) -> list[tuple[int, int, str]]:
    told = diagnose(edit(ROAD_ZH, ROAD, zh) | (files or {}))
    return [
        (each.location.line, each.location.column, dict(each.words)["form"])
        for each in told
        if each.code == "place-name-misspelt"
    ]


@pytest.mark.parametrize("form", ["西域街道", "四城街道"])
def test_a_name_with_one_wrong_character_is_told_at_its_place(form: str) -> None:
    assert misspelt(f"{ROAD}在{form}。") == [(9, len(ROAD) + 2, form)]


@pytest.mark.parametrize("text", ["西城街道", "西城的街道", "古镇街道", "城区街道", "各村街道"])
def test_other_words_are_left_alone(text: str) -> None:
    assert misspelt(f"{ROAD}{text}。") == []


def test_another_place_of_the_vocabulary_is_no_slip() -> None:
    assert misspelt(f"{ROAD}西域街道也是。", KNOWN) == []


def test_neighbours_told_apart_by_a_direction_are_no_slips() -> None:
    assert misspelt(f"{ROAD}东城街道也是。") == []
