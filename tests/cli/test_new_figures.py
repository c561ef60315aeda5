"""`sfwgen new story` with its figures: as options and as answers, written so that they pass every check."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from sfwgen.cli import exits
from sfwgen.cli.console import Console
from tests.cli.conftest import Command

STORY = "content/stories/new-road/index.zh.md"


def text_of(project: Path, lang: str = "zh") -> str:
    return (project / STORY.replace("zh.md", f"{lang}.md")).read_text(encoding="utf-8")


def test_figures_and_summaries_are_taken_as_options(sfwgen: Command, project: Path) -> None:
    run = sfwgen(
        *("new", "story", "new-road", "--date", "2019-06", "--summary-en", "A road, repaired."),
        *("--figure", "road_length=300米", "--figure", "道路长度=1,200 metres", "--figure", "沿街住户/Households: all=30余户"),
    )  # fmt: skip
    assert run.code == exits.FINE, run.both
    assert 'summary: "A road, repaired."\n' in text_of(project, "en")
    assert (
        "figures:\n"
        "  - {metric: road_length, value: 300米}\n"
        '  - {id: road_length_2, metric: road_length, value: "1,200 metres"}\n'
        '  - {id: figure, label: {zh: 沿街住户, en: "Households: all"}, unit: household, value: 30余户}\n'
    ) in text_of(project)
    assert sfwgen("check", "--strict").code == exits.FINE


def test_on_a_terminal_figures_are_asked_for_and_read_as_they_are_typed(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Console, "can_ask", lambda _: True)
    answers = "新路\nA new road\ngrassroots\n2019-06\nfeifeng\n修好了。\nRepaired.\n很长\n300米\n9\n1\n30余户\n住户\nHouseholds\n\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    run = sfwgen("new", "story", "new-road")
    assert run.code == exits.FINE, run.both
    for question in (
        "摘要（中文",
        "“很长”里没有读出数字",
        "1  道路长度  road_length",
        "没有“9”这一项",
        "名称（English",
    ):
        assert question in run.err
    assert (
        "  - {metric: road_length, value: 300米}\n  - {id: figure, label: {zh: 住户, en: Households}, unit: household, value: 30余户}\n"
        in text_of(project)
    )
    assert "summary: 修好了。\n" in text_of(project)
    assert sfwgen("check", "--strict").code == exits.FINE


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("road_length", "没有读出数字"),
        ("road_length=很长", "没有读出数字"),
        ("road_lenght=300米", "是不是“road_length”？"),
        ("重量/Weight=300吨", "没有单位“吨”"),
    ],
)
def test_a_figure_that_cannot_be_used_is_refused_before_anything_is_written(
    sfwgen: Command, project: Path, figure: str, said: str
) -> None:
    run = sfwgen("new", "story", "new-road", "--figure", figure)
    assert run.code == exits.USAGE
    assert said in run.err
    assert not (project / STORY).exists()


def test_a_figure_in_the_wrong_unit_for_its_metric_is_told_and_nothing_written(
    sfwgen: Command, project: Path
) -> None:
    run = sfwgen("new", "story", "new-road", "--figure", "road_length=300户")
    assert run.code == exits.CONTENT
    assert "metric-unit-mismatch" in run.out
    assert not (project / STORY).exists()
