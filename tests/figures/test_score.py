"""The reading of figures holds its floors on the half for developing and on the half set aside."""

from __future__ import annotations

import pytest

from tests.figures import score
from tests.figures.labelled import Half, Language

FLOORS = {"value, qualifier": 0.98, "… and unit": 0.95}


@pytest.mark.parametrize("language", score.LANGUAGES)
@pytest.mark.parametrize("half", score.HALVES)
@pytest.mark.parametrize("measure", FLOORS)
def test_figures_are_found_and_read_as_well_as_promised(language: Language, half: Half, measure: str) -> None:
    result = score.score(language, half, score.MEASURES[measure])
    assert result.labelled > (140 if half.startswith("news") else 200)
    assert min(result.precision, result.recall) >= FLOORS[measure], result


def test_a_figure_missed_lowers_recall_and_one_too_many_lowers_precision() -> None:
    assert score.Score(labelled=4, found=3, agreed=3).recall == 0.75
    assert score.Score(labelled=3, found=4, agreed=3).precision == 0.75


def test_the_table_names_each_language_and_half() -> None:
    rows = score.table().splitlines()[2:]
    assert [row.split()[:2] for row in rows] == [
        [language, half] for language in score.LANGUAGES for half in score.HALVES
    ]
