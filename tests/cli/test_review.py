"""`sfwgen review` as those who sign off use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sfwgen.cli import exits
from tests.cli.conftest import Command

RECORD = "content/records/stories/feifeng-road.yaml"


@pytest.fixture
def asking(project: Path) -> Path:
    """The project, whose stories need two rounds."""
    with (project / "config.yaml").open("a", encoding="utf-8") as file:
        file.write("reviews: {stories: [责任编辑, 分管领导]}\n")
    return project


def test_two_rounds_in_their_order_let_a_story_be_published(sfwgen: Command, asking: Path) -> None:
    assert "review-missing" in sfwgen("check").out
    run = sfwgen("review", "feifeng-road", "--role", "分管领导", "--date", "2019-07-01")
    assert run.code == exits.CONTENT
    assert "前面的还没有审完：1 责任编辑" in run.out
    assert not (asking / RECORD).exists()
    run = sfwgen("review", "feifeng-road", "--role", "责任编辑", "--date", "2019-07-01")
    assert run.code == exits.FINE
    assert "还差：2 分管领导" in run.out
    run = sfwgen("review", "--role", "分管领导", "--date=2019-07-02", "stories/feifeng-road")
    assert "已审完" in run.out
    assert sfwgen("check").code == exits.FINE
    assert (asking / RECORD).read_text(encoding="utf-8").count("  - {round: ") == 2


def test_the_list_says_who_reviewed_when_and_what_was_edited_since(sfwgen: Command, asking: Path) -> None:
    sfwgen("review", "feifeng-road", "--role", "责任编辑", "--date", "2019-07-01")
    run = sfwgen("review")
    assert "1 责任编辑: 已审 2019-07-01" in run.out
    assert "2 分管领导: 未审" in run.out
    assert run.last == "共 1 篇：审完 0，没审完 1。"
    story = asking / "content/stories/feifeng-road/index.zh.md"
    story.write_text(story.read_text(encoding="utf-8") + "\n又及。\n", encoding="utf-8")
    assert "1 责任编辑: 审后又改过 2019-07-01" in sfwgen("review", "feifeng-road").out
    data = json.loads(sfwgen("review", "--format", "json").out)
    assert [each["state"] for each in data["reviews"][0]["rounds"]] == ["void", "missing"]
    assert (
        "| stories/feifeng-road | 2 分管领导 | not reviewed |"
        in sfwgen("review", "--format", "markdown", "--lang=en").out
    )


def test_a_review_keeps_the_confirmed_translations_and_the_other_way_round(
    sfwgen: Command, asking: Path
) -> None:
    sfwgen("translations", "confirm", "feifeng-road")
    sfwgen("review", "feifeng-road", "--role", "责任编辑", "--date", "2019-07-01")
    sfwgen("translations", "confirm", "feifeng-road")
    text = (asking / RECORD).read_text(encoding="utf-8")
    assert "translations:" in text
    assert "责任编辑" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--role", "责任编辑", "--date", "2019-07-01"), "写出审过哪几篇"),
        (("feifeng-road", "--role", "局长", "--date", "2019-07-01"), "要：1 责任编辑、2 分管领导"),
        (("feifeng-road", "--role", "责任编辑"), "写出审核日期"),
        (("feifeng-road", "--role", "责任编辑", "--date", "2019-07"), "写成年-月-日"),
        (
            ("feifeng-road", "--role", "责任编辑", "--round", "2", "--date", "2019-07-01"),
            "第 2 轮不归“责任编辑”审",
        ),
        (("about", "--role", "责任编辑", "--date", "2019-07-01"), "没有规定要审核"),
    ],
)
def test_a_slip_in_the_command_is_explained_and_nothing_written(
    sfwgen: Command, asking: Path, words: tuple[str, ...], said: str
) -> None:
    run = sfwgen("review", *words)
    assert run.code == exits.USAGE
    assert said in run.err
    assert not (asking / RECORD).exists()


def test_without_a_rule_in_config_yaml_it_is_said_how_to_make_one(sfwgen: Command, project: Path) -> None:
    run = sfwgen("review", "--lang", "zh")
    assert run.code == exits.USAGE
    assert "reviews: {stories: [责任编辑, 科室负责人, 分管领导]}" in run.err


def test_all_records_what_waits_for_this_role_and_neither_drafts_nor_what_comes_later(
    sfwgen: Command, asking: Path
) -> None:
    sfwgen("new", "story", "draft-road", "--title-zh", "另一条路", "--line", "grassroots")
    words = ("review", "--all", "--date", "2019-07-01", "--role")
    assert sfwgen(*words, "分管领导").last == "没有轮到分管领导审的稿件。"
    run = sfwgen(*words, "责任编辑")
    assert run.code == exits.FINE
    assert "已记录：stories/feifeng-road，第 1 轮" in run.out
    assert "draft-road" not in run.out
    assert "已审完" in sfwgen(*words, "分管领导").out
    assert "可用：责任编辑、分管领导" in sfwgen(*words, "主任").err
    assert sfwgen("review", "feifeng-road", "--all", "--role", "责任编辑").code == exits.USAGE
