"""The comparison of two texts finds slips and does not cry wolf, as well as promised."""

from __future__ import annotations

from collections import Counter

import pytest

from sfwgen.figures import Kind, compare
from tests.comparing import score
from tests.comparing.passages import HALVES, Half, load_clean, load_faulty

pytestmark = pytest.mark.no_cover  # what others compare, by the thousand

FOUND = 0.97
NAMED = 0.965
FALSE_ALARMS = 0.02


@pytest.mark.parametrize("half", HALVES)
def test_nearly_every_slip_made_by_rule_is_found_and_named(half: Half) -> None:
    result = score.score(score.seeded(half))
    assert result.made > 500
    assert result.found_share >= FOUND, result
    assert result.named_share >= NAMED, result


def test_every_kind_of_slip_is_also_put_in_by_hand_and_found() -> None:
    result = score.score(score.by_hand())
    assert {kind for kind, _ in load_faulty()} == set(Kind)
    assert result.made >= 50
    assert result.found_share >= FOUND, result


def test_no_rule_is_missed_as_a_whole() -> None:
    for rule, result in score.rules((*score.seeded("dev"), *score.seeded("held"))).items():
        assert result.found_share >= 0.8, (rule, result)


def test_clean_passages_raise_no_alarm() -> None:
    alarms = [score.false_alarms(half) for half in HALVES]
    wrong, clean = (sum(numbers) for numbers in zip(*alarms, strict=True))
    assert clean >= 60
    assert wrong / clean < FALSE_ALARMS


def test_the_passages_are_about_something() -> None:
    passages = [passage for half in HALVES for passage in load_clean(half)]
    assert sum(len(compare(each.zh, each.en).pairs) for each in passages) > 200
    assert max(Counter(each.zh for each in passages).values()) == 1


def test_the_table_shows_both_halves_and_what_was_put_in_by_hand() -> None:
    rows = score.table().splitlines()[1:]
    assert [row[:14].strip() for row in rows] == [
        *(f"by rule, {half}"[:14].strip() for half in HALVES),
        "by hand",
    ]
