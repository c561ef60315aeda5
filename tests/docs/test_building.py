"""What is said of `build --explain` and `build --profile` is what they print."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sfwgen.build import Stage
from sfwgen.build.explaining import Reason
from sfwgen.cli.explanation import REASONS
from tests.build.projects import STORY, STORY_EN, small_project
from tests.cli.conftest import Command, project, sfwgen
from tests.docs.blocks import read_document

pytestmark = pytest.mark.no_cover  # what documents show is run by the tests of what they are about, too

__all__ = ["project", "sfwgen"]  # The fixtures of the command line are used here, too.

DOCUMENTS = [("docs/building.zh.md", 0, "zh"), ("docs/building.md", 1, "en")]
_ROW = re.compile(r"^\| `([a-z-]+)` \| (.+) \|$", re.MULTILINE)


def without_counts(text: str) -> str:
    """The text without the numbers of files, which grow with what a site has."""
    return re.sub(r"[0-9]+ ", "N ", text)


def put_right(project: Path) -> None:
    """A figure is put right in both languages."""
    files = small_project()
    for path, old, new in ((STORY, "200米", "300米"), (STORY_EN, "200 metres", "300 metres")):
        (project / path).write_text(files[path].replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("name", "which", "_"), DOCUMENTS)
def test_every_reason_is_explained_in_the_words_that_are_printed(name: str, which: int, _: str) -> None:
    rows = dict(_ROW.findall(read_document(name)))
    assert rows == {reason: words[which] for reason, words in REASONS.items()}
    assert rows.keys() == {each.value for each in Reason}


def test_the_examples_print_what_is_shown(sfwgen: Command, project: Path) -> None:
    sfwgen("build")
    for name, _, lang in DOCUMENTS:
        put_right(project)
        printed = sfwgen("build", "--explain", "--lang", lang).out
        shown = [line[4:] for line in read_document(name).splitlines() if line.startswith("    ")]
        assert [line for line in map(without_counts, shown) if line not in without_counts(printed)] == []
        for path in (STORY, STORY_EN):
            (project / path).write_text(small_project()[path], encoding="utf-8")
        sfwgen("build")


def test_json_has_all_names_and_every_stage(sfwgen: Command, project: Path) -> None:
    sfwgen("build")
    put_right(project)
    summary = json.loads(sfwgen("build", "--explain", "--profile", "--format", "json").out)["summary"]
    explanation, profile = summary["explanation"], summary["profile"]
    assert explanation["inputs"]["changed"] == [STORY_EN, STORY]
    paths = {each["path"] for each in explanation["files"]}
    assert {"index.html", "stories/feifeng-road.html"} <= paths
    assert len(explanation["kept"]) + len(paths) >= summary["unchanged"] + summary["changed"]
    assert {"start", "reading", "documents", "rendering", "publishing"} <= {
        each["stage"] for each in profile["stages"]
    }
    assert profile["work"]["page"]["made"] + profile["work"]["page"]["remembered"] == summary["pages"]
    for name, _, _ in DOCUMENTS:
        text = read_document(name)
        assert [key for key in (*explanation["inputs"], *profile) if f"`{key}`" not in text] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_profile_names_each_stage_and_its_seconds(sfwgen: Command, project: Path, lang: str) -> None:
    printed = sfwgen("build", "--profile", "--lang", lang).out
    rows = re.findall(r"^  (.+?) +([0-9]+\.[0-9]{3}) +([0-9]+\.[0-9]{3})$", printed, re.MULTILINE)
    assert len(rows) == len(Stage) + 2
    assert sum(float(clock) for _, clock, _ in rows[:-1]) == pytest.approx(float(rows[-1][1]), abs=0.01)
