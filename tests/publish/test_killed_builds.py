"""Whole builds killed (kill -9) at any system call that changes the project, from the command line.

What `test_kills.py` does to publications alone is done here to all that a build writes: the next tree, the swap,
the generations, and what is kept for the next build. The next build needs no help and makes what a clean one makes.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import pytest

from sfwgen.build import build, check
from sfwgen.publish import RealDisk
from tests.build.projects import STORY, small_project, with_second_story
from tests.conftest import Reached
from tests.support import strace
from tests.support.strace import Point
from tests.support.trees import check_clean, files, put

pytestmark = [pytest.mark.no_cover, pytest.mark.long]
BEFORE = small_project()
MORE = {**BEFORE, "templates/static/site.js": "console.log(1);\n"}
MADE = {"site", ".sfwgen"}
PARTS = 4
"""Each build is killed at every fourth of its points, four times over: so that several processes share them."""


@dataclass(frozen=True, slots=True)
class Change:
    """The files of a project as they were built last (None: never), and as they are when a build is killed."""

    before: Mapping[str, str] | None
    after: Mapping[str, str]


CHANGES = {
    "clean": Change(None, BEFORE),
    "incremental": Change(BEFORE, {**BEFORE, STORY: f"{BEFORE[STORY]}\n又看了一次。\n"}),
    "deleting": Change(with_second_story(BEFORE), BEFORE),
    "of every page": Change(BEFORE, MORE),
}


def command(project: Path) -> list[str]:
    return [sys.executable, "-B", "-m", "sfwgen", "build", "--allow-shrink", "--project", str(project)]


def write(project: Path, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    for path in before.keys() - after.keys():
        (project / path).unlink()
    put(project, {path: text.encode() for path, text in after.items()})


def copy(project: Path, to: Path) -> Path:
    """A copy with the times and the hard links of the original."""
    subprocess.run(["cp", "-a", str(project), str(to)], check=True)
    return to


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("kind", CHANGES)
def test_site_is_the_old_or_the_new_one_wherever_a_build_is_killed(
    kind: str, part: int, tmp_path: Path, reached: Reached, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Files are written in the order of a set: the n-th call has to be the same in every run.
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    change, master, log = CHANGES[kind], tmp_path / "master", tmp_path / "log"
    master.mkdir()
    if change.before is not None:
        write(master, {}, change.before)
        build(RealDisk(), str(master))
    old = files(master / "site")
    write(master, change.before or {}, change.after)
    wanted = dict(check(RealDisk(), str(master)).outputs)

    trial = copy(master, tmp_path / "trial")
    found = [point for point in strace.points(command(trial), trial, log) if not point.reads]
    chosen = found[part::PARTS]
    killed = 0
    for number, point in enumerate(chosen):
        project = copy(master, tmp_path / str(number))
        # How often a start opens the folders of its modules varies: it may be another call than the one meant.
        ended = strace.run(
            command(project), log, f"inject={point.call}:signal=KILL:when={point.number}"
        ).returncode
        assert ended in {-9, 0}, point
        killed += ended == -9
        check_visible(project, old, wanted, point)
        assert build(RealDisk(), str(project), allow_shrink=True).published is not None
        check_clean(project / "site", wanted)
        assert {path.name for path in project.iterdir()} - {path.name for path in master.iterdir()} <= MADE
        rmtree(project)
    reached("points of whole builds killed", killed)
    assert killed >= 50


def check_visible(
    project: Path, old: Mapping[str, bytes] | None, wanted: Mapping[str, bytes], point: Point
) -> None:
    """The published site is what it was, or all of the new one."""
    if files(project / "site") != old:
        assert (project / "site").exists(), point
        check_clean(project / "site", wanted)
