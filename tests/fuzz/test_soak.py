"""The long tests end with one summary: how much was tried, what failed, and how long it took."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import soak
from scripts.soak import Ended, Part, parts, reached, summary

PRINTED = """\
...                                                                      [100%]
=================================== reached ====================================
    1,550 points of publications killed
       50 steps of a disk that fills up
3 passed in 2.50s
"""


def test_what_the_tests_reached_is_taken_from_their_end() -> None:
    assert [line.strip() for line in reached(PRINTED.splitlines())] == [
        "1,550 points of publications killed",
        "50 steps of a disk that fills up",
        "3 passed in 2.50s",
    ]
    assert reached(["40 machines, 1 digest", "ab12  40 of 40 machines"])[0].strip() == "40 machines, 1 digest"


def test_the_summary_names_what_failed_and_adds_up_the_time() -> None:
    ended = [
        Ended(Part("publish", ()), 0, 30.0, ("1,550 points",)),
        Ended(Part("fuzz", ()), 1, 45.5, ("20,000 projects",)),
    ]
    told = summary(ended)
    assert told.index("1,550 points") < told.index("20,000 projects") < told.index("30.0 m publish")
    assert "45.5 m fuzz: FAILED" in told
    assert "75.5 m of 120" in told


def test_a_part_that_fails_makes_the_whole_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(soak, "parts", lambda _: [Part("one", ("echo", "7 things")), Part("two", ("false",))])
    assert soak.main([]) == 1
    assert "two: FAILED" in capsys.readouterr().out
    assert soak.main(["--only", "one"]) == 0
    assert "7 things" in capsys.readouterr().out


def test_every_part_has_its_tests() -> None:
    paths = [argument for part in parts(2) for argument in part.command if argument.startswith("tests/")]
    assert paths
    assert all((soak.ROOT / Path(path)).exists() for path in paths)
