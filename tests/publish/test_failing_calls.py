"""The system refuses the n-th call of a publication: path and cause are told, and the old site is whole.

There is one exception, and it is told: what fails once the new site stands is `publish-unfinished`. The
normal run takes a sample of calls and errors, `--long` takes every call with every error that it can meet.
"""

from __future__ import annotations

import json
import re
import subprocess
from itertools import chain, cycle
from pathlib import Path

import pytest

from sfwgen.publish import RealDisk, publish
from tests.conftest import Reached
from tests.publish.projects import CHANGED, LATER, PUBLICATIONS, Publication, command, copy, spread
from tests.support import strace
from tests.support.strace import CHANGING, CLOSING, Point
from tests.support.trees import Seen, check_clean, seen

CASES_EACH = 24
_FULL = ("ENOSPC", "EDQUOT")
_FORBIDDEN = ("EACCES", "EROFS")
_ERRORS = {
    "open": ("EMFILE", *_FORBIDDEN, *_FULL, "EIO"),
    "write": (*_FULL, "EIO", "EFBIG"),
    "close": (*_FULL, "EIO"),
    "mkdir": (*_FULL, *_FORBIDDEN, "EIO"),
    "link": (*_FULL, *_FORBIDDEN, "EIO"),
    "rename": (*_FULL, *_FORBIDDEN, "EIO"),
    "unlink": (*_FORBIDDEN, "EIO"),
    "rmdir": (*_FORBIDDEN, "EIO"),
    "fsync": (*_FULL, "EIO"),
    "syncfs": (*_FULL, "EIO"),
    "chmod": (*_FORBIDDEN, "EIO"),
    "ftruncate": (*_FORBIDDEN, "EIO"),
}
_ONLY_READING = ("EMFILE", "EACCES", "EIO")
REFUSED = 5


def errors_of(point: Point) -> tuple[str, ...]:
    """Returns the errors that the call can meet."""
    if point.reads:
        return _ONLY_READING
    # openat, renameat2, unlinkat, fchmod … are the same for this purpose.
    plain = point.call.removesuffix("2").removesuffix("at")
    return _ERRORS[plain if plain in _ERRORS else plain.removeprefix("f")]


def cases_of(found: list[Point], most: int | None) -> list[tuple[Point, str]]:
    if most is None:
        return [(point, error) for point in found for error in errors_of(point)]
    turns: dict[tuple[str, ...], cycle[str]] = {}
    chosen = spread(found, most)
    return [(point, next(turns.setdefault(errors_of(point), cycle(errors_of(point))))) for point in chosen]


def fail_everywhere(publication: Publication, folder: Path, most: int | None, reached: Reached) -> set[str]:
    """Makes (a sample of) the calls fail, checks what is told and left; returns the codes that were told."""
    master = folder / "master"
    old = seen(publication.prepare(master) / "site")
    trial, log = folder / "trial", folder / "log"
    found = strace.points(command(trial), copy(master, trial), log, calls=[*CHANGING, *CLOSING])
    told = set()
    failing = [point for point in found if point.call != "close" or matters_at_the_end(point)]
    cases = cases_of(failing, most)
    reached("calls refused with an error", len(cases))
    for number, (point, error) in enumerate(cases):
        place = folder / str(number)
        project = copy(master, place)
        done = strace.fail_at(point, error, command(place), log)
        code = check_told(done, point, error, project)
        check_site(project, publication, old, code)
        publish(RealDisk(), str(project), LATER, allow_shrink=True)
        check_clean(project / "site", LATER)
        told.add(code)
    return told


def matters_at_the_end(point: Point) -> bool:
    """Returns whether closing the file can lose anything: what was read cannot, the lock's number may."""
    return not point.reads and point.about != ".sfwgen/lock"


def check_told(done: subprocess.CompletedProcess[str], point: Point, error: str, project: Path) -> str:
    assert done.returncode == REFUSED, (point, error, done.returncode, done.stderr)
    code, file, *messages = json.loads(done.stdout)["messages"][-1]
    for message in messages:
        assert error in message, (point, error, code, message)
        assert file in message, (point, error, code, message)
        assert str(project.parent) not in message
    assert file, (point, error)
    assert not file.startswith("/")
    return str(code)


def check_site(project: Path, publication: Publication, old: dict[str, Seen] | None, code: str) -> None:
    if code == "publish-unfinished":
        check_clean(project / "site", publication.after)
    else:
        assert seen(project / "site") == old, code


@pytest.mark.parametrize("publication", PUBLICATIONS.values(), ids=PUBLICATIONS)
def test_refusal_names_path_and_cause_and_leaves_the_old_site_whole(
    publication: Publication, tmp_path: Path, long: bool, reached: Reached
) -> None:
    told = fail_everywhere(publication, tmp_path, None if long else CASES_EACH, reached)
    assert {"disk-full", "disk-forbidden"} <= told


def test_normal_run_makes_sixty_calls_fail_or_more() -> None:
    assert CASES_EACH * len(PUBLICATIONS) >= 60


def test_every_changing_call_has_errors_to_meet() -> None:
    for call in chain(CHANGING, CLOSING):
        assert errors_of(Point(call.removeprefix("?"), 1, "site", reads=False))


@pytest.mark.parametrize("error", ["EINVAL", "ENOSYS"])
def test_file_system_that_cannot_exchange_folders_gets_two_renames(error: str, tmp_path: Path) -> None:
    publication = PUBLICATIONS["changing"]
    project = publication.prepare(tmp_path)
    exchange = Point("renameat2", 1, "site", reads=False)
    done = strace.fail_at(exchange, error, command(tmp_path), tmp_path / "log")
    assert done.returncode == 0, done.stderr
    check_clean(project / "site", CHANGED)


@pytest.mark.parametrize("error", ["EBUSY", "EXDEV"])
def test_site_folder_that_cannot_be_renamed_is_told_to_be_a_mount_point(error: str, tmp_path: Path) -> None:
    project = PUBLICATIONS["changing"].prepare(tmp_path)
    old = seen(project / "site")
    exchange = Point("renameat2", 1, "site", reads=False)
    done = strace.fail_at(exchange, error, command(tmp_path), tmp_path / "log")
    assert json.loads(done.stdout)["messages"][0][:2] == ["output-mount-point", "site"]
    assert seen(project / "site") == old


@pytest.mark.parametrize("error", ["EPERM", "EXDEV", "EMLINK", "EOPNOTSUPP"])
def test_file_system_without_hard_links_gets_copies_with_the_old_times(error: str, tmp_path: Path) -> None:
    publication = PUBLICATIONS["changing"]
    project = publication.prepare(tmp_path)
    before = (project / "site" / "stories" / "a.html").stat()
    link = Point("linkat", 1, "site/stories/a.html", reads=False)
    done = strace.fail_at(link, error, command(tmp_path), tmp_path / "log", lasting=True)
    assert done.returncode == 0, done.stderr
    check_clean(project / "site", CHANGED)
    after = (project / "site" / "stories" / "a.html").stat()
    assert after.st_mtime_ns == before.st_mtime_ns
    assert after.st_ino != before.st_ino


def test_next_site_is_safe_on_the_disk_before_the_swap_and_the_names_after_it(tmp_path: Path) -> None:
    PUBLICATIONS["changing"].prepare(tmp_path)
    found = strace.points(command(tmp_path), tmp_path, tmp_path / "log")
    calls = [(each.call, each.about) for each in found]
    sync = calls.index(("syncfs", "project/site.next"))
    swap = calls.index(("renameat2", "project/site"))
    assert max(at for at, (_, about) in enumerate(calls[:swap]) if "site.next/" in about) < sync < swap
    assert ("fsync", "project/.sfwgen/journal.json.next") in calls[:swap]
    assert ("fsync", "project/.sfwgen") in calls[sync:swap]
    assert ("fsync", "project") in calls[swap:]
    assert ("fsync", "project/.sfwgen/manifest.json.next") in calls[swap:]
    assert [call for call, _ in calls].count("syncfs") == 1


def test_file_system_that_cannot_be_synced_as_a_whole_is_synced_file_by_file(tmp_path: Path) -> None:
    project = PUBLICATIONS["changing"].prepare(tmp_path)
    log = tmp_path / "log"
    done = strace.fail_at(Point("syncfs", 1, "site.next", reads=False), "ENOSYS", command(tmp_path), log)
    assert done.returncode == 0, done.stderr
    synced = set(re.findall(rf"fsync\(\d+<{re.escape(str(project))}/site\.next/?([^>]*)>", log.read_text()))
    assert synced >= {"", "stories", *CHANGED}
