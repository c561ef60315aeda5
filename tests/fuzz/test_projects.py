"""Whatever becomes of a project, the program tells faults of the project and has none itself.

The normal run takes a sample; `--long` takes ten thousand, and hundreds through the command line. A number
that fails here gives its project again: `python -m tests.fuzz NUMBER`.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.conftest import Reached
from tests.fuzz.running import project_of, try_by_command_line, try_in_process

pytestmark = pytest.mark.no_cover
SAMPLE, LONG, EACH = 24, 10_000, 250
BY_COMMAND_LINE = 500


def in_process(numbers: range, ends: Counter[str] | None = None) -> dict[int, str]:
    return {number: problem for number in numbers if (problem := try_in_process(project_of(number), ends))}


def test_a_sample_of_edited_projects_makes_no_trouble_but_their_own() -> None:
    ends: Counter[str] = Counter()
    assert in_process(range(SAMPLE), ends) == {}
    # A fuzz whose projects all fail at once would test little.
    assert ends["site"] >= SAMPLE / 8
    assert ends["documents"] >= SAMPLE / 8


@pytest.mark.long
@pytest.mark.parametrize("first", range(0, LONG, EACH))
def test_ten_thousand_edited_projects_make_no_trouble(first: int, reached: Reached) -> None:
    reached("edited projects, in process", EACH)
    assert in_process(range(first, first + EACH)) == {}


@pytest.mark.long
@pytest.mark.parametrize("first", range(0, BY_COMMAND_LINE, 50))
def test_hundreds_of_edited_projects_make_no_trouble_on_the_command_line(
    first: int, reached: Reached
) -> None:
    reached("edited projects, through the command line", 50)
    numbers = range(1_000_000 + first, 1_000_000 + first + 50)
    found = {number: problem for number in numbers if (problem := try_by_command_line(project_of(number)))}
    assert found == {}


def test_one_edited_project_makes_no_trouble_on_the_command_line() -> None:
    assert try_by_command_line(project_of(1_000_000)) == ""
