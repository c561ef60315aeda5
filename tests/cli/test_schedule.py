"""What is scheduled, as staff and CI meet it on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sfwgen.cli import exits
from tests.build.projects import with_second_story
from tests.cli.conftest import Command


@pytest.fixture
def scheduled(project: Path) -> Path:
    files = with_second_story({}, more="publish_at: 2019-07-02 09:30\nexpires_at: 2019-12-31 18:00\n")
    for path, text in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    return project


def test_a_build_publishes_what_is_due_at_its_moment_and_prints_the_next(
    sfwgen: Command, scheduled: Path
) -> None:
    page = scheduled / "site" / "stories" / "second-road.html"
    run = sfwgen("build", "--as-of", "2019-07-02 09:29")
    assert run.code == exits.FINE
    assert "定于 2019-07-02 09:30 公开" in run.out
    assert "下一次到点是 2019-07-02 09:30" in run.out
    assert not page.exists()
    run = sfwgen("build", "--as-of", "2019-07-02 09:30", "--lang", "en")
    assert "The next moment something is due is 2019-12-31 18:00" in run.out
    assert page.exists()
    assert "下一次到点是 2019-12-31 18:00" in sfwgen("build", "--as-of", "2019-07-02 09:30").out


def test_the_next_moment_is_data_too(sfwgen: Command, scheduled: Path) -> None:
    summary = json.loads(sfwgen("check", "--as-of", "2019-07-02", "--format", "json").out)["summary"]
    assert summary["next_due"] == "2019-07-02 09:30"
    summary = json.loads(sfwgen("check", "--as-of", "2020-01-01", "--format", "json").out)["summary"]
    assert summary["next_due"] is None


def test_without_a_moment_check_says_how_to_give_one(sfwgen: Command, scheduled: Path) -> None:
    run = sfwgen("check")
    assert run.code == exits.CONTENT
    assert "--as-of 2019-07-02" in run.out
    assert sfwgen("check", "--as-of", "2019-07-02 24:00").code == exits.USAGE


def test_the_public_numbers_of_a_day_leave_out_what_is_due_later(sfwgen: Command, scheduled: Path) -> None:
    story = scheduled / "content/stories/second-road/index.zh.md"
    figure = "figures:\n  - {metric: road_length, value: 300米, period: 2019-03/2019-04}\nsources:"
    story.write_text(story.read_text(encoding="utf-8").replace("sources:", figure), encoding="utf-8")
    sfwgen("build", "--as-of", "2019-07-01")
    assert "second-road" not in sfwgen("figures", "diff", "site", "--as-of", "2019-07-01").out
    assert "second-road#road_length" in sfwgen("figures", "diff", "site", "--as-of", "2019-07-03").out
