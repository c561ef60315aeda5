"""A publication killed (kill -9) at any system call: the site is the old or the new one, exactly.

Every call that changes the project is a point: names given and taken, folders, files opened for writing,
bytes written, modes, syncs. The normal run takes a sample, `--long` all of them and those of a larger site.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from sfwgen.publish import RealDisk, publish, recover
from tests.conftest import Reached
from tests.publish.projects import CHANGED, LATER, PUBLICATIONS, Publication, command, copy, spread
from tests.support import strace
from tests.support.strace import Point
from tests.support.trees import Seen, check_clean, seen

POINTS_EACH = 17


def larger(publication: Publication) -> Publication:
    """Returns the same publication of a site with many more pages, half of which change."""
    same = {f"months/{number}.html": b"month" for number in range(20)}

    def grown(outputs: Mapping[str, bytes], edition: str) -> dict[str, bytes]:
        changing = {f"pages/{number}/index.html": f"{edition} {number}".encode() for number in range(20)}
        return {**outputs, **same, **changing}

    before = [grown(outputs, f"old {step}") for step, outputs in enumerate(publication.before)]
    if publication.outputs is None:
        return replace(publication, before=before, after=before[-2])
    after = grown(publication.outputs, "new")
    return replace(publication, before=before, outputs=after, after=after)


def kill_everywhere(publication: Publication, folder: Path, most: int | None) -> int:
    """Kills the publication at (a sample of) its points and checks what is left; returns how many."""
    master = folder / "master"
    project = publication.prepare(master)
    old = seen(project / "site")
    trial, log = folder / "trial", folder / "log"
    found = changing_points(copy(master, trial), trial, log)
    chosen = found if most is None else spread(found, most)
    for number, point in enumerate(chosen):
        place = folder / str(number)
        killed = copy(master, place)
        strace.kill_at(point, command(place), killed, log)
        check_visible(killed, publication, old, point)
        publish(RealDisk(), str(killed), LATER, allow_shrink=True)
        check_clean(killed / "site", LATER)
        check_nothing_is_left(killed)
    return len(chosen)


def changing_points(project: Path, trial: Path, log: Path) -> list[Point]:
    return [point for point in strace.points(command(trial), project, log) if not point.reads]


def check_visible(project: Path, publication: Publication, old: dict[str, Seen] | None, point: Point) -> None:
    visible = seen(project / "site")
    if visible is None and publication.pair and publication.before:
        # Between the two renames nothing stands there; starting again puts one of the two there.
        recover(RealDisk(), str(project))
        visible = seen(project / "site")
    if visible != old:
        assert visible is not None, point
        check_clean(project / "site", publication.after)


def check_nothing_is_left(project: Path) -> None:
    assert {path.name for path in project.iterdir()} == {".sfwgen", "site"}
    state = {path.name for path in (project / ".sfwgen").iterdir()}
    assert state <= {"lock", "manifest.json", "generations"}


@pytest.mark.parametrize("publication", PUBLICATIONS.values(), ids=PUBLICATIONS)
def test_site_is_the_old_or_the_new_one_wherever_it_is_killed(
    publication: Publication, tmp_path: Path, long: bool, reached: Reached
) -> None:
    killed = kill_everywhere(publication, tmp_path, None if long else POINTS_EACH)
    reached("points of publications killed", killed)
    assert killed >= POINTS_EACH


@pytest.mark.long
@pytest.mark.parametrize("publication", PUBLICATIONS.values(), ids=PUBLICATIONS)
def test_larger_site_is_the_old_or_the_new_one_wherever_it_is_killed(
    publication: Publication, tmp_path: Path, reached: Reached
) -> None:
    killed = kill_everywhere(larger(publication), tmp_path, None)
    reached("points of publications killed", killed)
    assert killed > 100


def test_normal_run_kills_at_a_hundred_points_or_more() -> None:
    assert POINTS_EACH * len(PUBLICATIONS) >= 100


def test_site_that_is_neither_the_old_nor_the_new_one_would_be_noticed(tmp_path: Path) -> None:
    publication = PUBLICATIONS["changing"]
    project = publication.prepare(tmp_path)
    old = seen(project / "site")
    (project / "site" / "index.html").write_bytes(CHANGED["index.html"])
    with pytest.raises(AssertionError):
        check_visible(project, publication, old, Point("write", 1, "site/index.html", reads=False))
