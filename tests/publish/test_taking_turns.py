"""Several publications at once, a process that dies with the lock, and readers while the site is replaced."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sfwgen.publish import MARKER, Busy, RealDisk, publish, recover, rollback
from tests.conftest import Reached
from tests.publish.projects import PUBLISHER
from tests.support.trees import check_clean, files, seen, whole

SITE = {"index.html": b"home", "stories/a.html": b"a"}
NEXT = {"index.html": b"new home", "stories/a.html": b"a"}
ROUNDS, PROCESSES = 5, 8

# Holds the lock of a project until its standard input ends.
_HOLDER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from sfwgen.publish import RealDisk
with RealDisk().lock(sys.argv[1] + "/.sfwgen/lock", wait=False):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holder(project: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that is publishing the project for as long as this lasts."""
    command = [sys.executable, "-I", "-S", "-c", _HOLDER, str(project), str(PUBLISHER.parents[2])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_second_publication_is_told_who_is_at_work_and_changes_nothing(tmp_path: Path) -> None:
    publish(RealDisk(), str(tmp_path), SITE)
    before = seen(tmp_path / "site")
    with holder(tmp_path) as process:
        for act in (
            lambda: publish(RealDisk(), str(tmp_path), NEXT),
            lambda: rollback(RealDisk(), str(tmp_path)),
            lambda: recover(RealDisk(), str(tmp_path)),
        ):
            with pytest.raises(Busy) as told:
                act()
            assert told.value.diagnostic.code == "build-busy"
            assert f"（进程 {process.pid}）" in told.value.diagnostic.message("zh")
            assert f"(process {process.pid})" in told.value.diagnostic.message("en")
    assert seen(tmp_path / "site") == before
    publish(RealDisk(), str(tmp_path), NEXT)
    check_clean(tmp_path / "site", NEXT)


def test_lock_of_a_killed_process_does_not_block(tmp_path: Path) -> None:
    publish(RealDisk(), str(tmp_path), SITE)
    with holder(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert (tmp_path / ".sfwgen" / "lock").read_text() == f"{process.pid}\n"
    publish(RealDisk(), str(tmp_path), NEXT)
    check_clean(tmp_path / "site", NEXT)


@pytest.mark.parametrize("content", [b"", b"no number", b"\xff\xfe", b"-1", b"9" * 100])
def test_whatever_stands_in_the_lock_file_it_blocks_nobody(content: bytes, tmp_path: Path) -> None:
    publish(RealDisk(), str(tmp_path), SITE)
    (tmp_path / ".sfwgen" / "lock").write_bytes(content)
    publish(RealDisk(), str(tmp_path), NEXT)
    check_clean(tmp_path / "site", NEXT)
    assert (tmp_path / ".sfwgen" / "lock").read_text() == f"{os.getpid()}\n"


def test_publication_that_is_to_wait_goes_on_when_the_other_has_ended(tmp_path: Path) -> None:
    publish(RealDisk(), str(tmp_path), SITE)
    done = threading.Event()

    def wait_and_publish() -> None:
        publish(RealDisk(), str(tmp_path), NEXT, wait=True)
        done.set()

    with holder(tmp_path) as process:
        waiting = threading.Thread(target=wait_and_publish)
        waiting.start()
        assert not done.wait(0.2)
        check_clean(tmp_path / "site", SITE)
        process.kill()
        waiting.join(timeout=30)
    assert done.is_set()
    check_clean(tmp_path / "site", NEXT)


def test_publications_of_different_projects_do_not_wait_for_each_other(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        publish(RealDisk(), str(tmp_path / name), SITE)
    with holder(tmp_path / "one"):
        publish(RealDisk(), str(tmp_path / "other"), NEXT)
    check_clean(tmp_path / "other" / "site", NEXT)


@pytest.mark.parametrize("wait", [False, True], ids=["busy ones give up", "busy ones wait"])
def test_many_publications_at_once_end_in_one_whole_site(
    wait: bool, tmp_path: Path, long: bool, reached: Reached
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    editions = [
        {"index.html": f"{number}", "stories/a.html": "a", f"{number}.html": "own"}
        for number in range(PROCESSES)
    ]
    for number, outputs in enumerate(editions):
        order = {"outputs": outputs, "options": {"wait": wait, "max_shrink": 1}, "pair": False}
        (tmp_path / f"{number}.json").write_text(json.dumps(order))
    allowed = [whole({path: text.encode() for path, text in outputs.items()}) for outputs in editions]
    rounds = 50 if long else ROUNDS
    reached("rounds of eight publications at once", rounds)
    for _ in range(rounds):
        processes = [
            subprocess.Popen(
                [
                    sys.executable,
                    "-I",
                    "-S",
                    "-B",
                    str(PUBLISHER),
                    str(project),
                    str(tmp_path / f"{number}.json"),
                ],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            for number in range(PROCESSES)
        ]
        codes = []
        for process in processes:
            _, errors = process.communicate(timeout=60)
            assert errors == b""
            codes.append(process.returncode)
        assert set(codes) <= ({0} if wait else {0, 4})
        assert 0 in codes
        published = files(project / "site")
        assert published in [allowed[number] for number, code in enumerate(codes) if code == 0]
        assert {path.name for path in project.iterdir()} == {"site", ".sfwgen"}


def edition(number: int) -> dict[str, bytes]:
    """Returns a site in which every file says which edition it belongs to, and some files come and go."""
    text = f"edition {number}".encode()
    own = {f"pages/{each}.html": text for each in range(number % 4, 8)}
    return {"index.html": text, f"css/{number}.css": text, **own}


def read_through_one_handle(site: Path) -> dict[str, bytes] | None:
    """Reads the whole folder as a server does that has opened it once; None where no site stands."""
    try:
        top = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return None
    try:
        return _read_folder(top)
    finally:
        os.close(top)


def _read_folder(folder: int) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name in os.listdir(folder):
        if "." in name:
            handle = os.open(name, os.O_RDONLY, dir_fd=folder)
            with open(handle, "rb") as file:  # noqa: PTH123 - opened below a handle
                found[name] = file.read()
            continue
        below = os.open(name, os.O_RDONLY | os.O_DIRECTORY, dir_fd=folder)
        try:
            found |= {f"{name}/{path}": data for path, data in _read_folder(below).items()}
        finally:
            os.close(below)
    return found


def test_reader_always_sees_one_whole_edition_while_the_site_is_replaced(
    tmp_path: Path, long: bool, reached: Reached
) -> None:
    editions = [edition(number) for number in range(500 if long else 20)]
    reached("publications under the eyes of two readers", len(editions))
    publish(RealDisk(), str(tmp_path), editions[0])
    allowed = [whole(each) for each in editions]
    ended = threading.Event()
    mixed: list[dict[str, bytes] | None] = []
    seen_editions: set[bytes] = set()

    def read_on() -> None:
        while not ended.is_set():
            found = read_through_one_handle(tmp_path / "site")
            if found not in allowed:
                mixed.append(found)
            elif found is not None:
                seen_editions.add(found["index.html"])

    readers = [threading.Thread(target=read_on) for _ in range(2)]
    for reader in readers:
        reader.start()
    try:
        for each in editions[1:]:
            # A version that a slow reader still has open must not be removed under it.
            publish(RealDisk(), str(tmp_path), each, generations=len(editions), allow_shrink=True)
    finally:
        ended.set()
        for reader in readers:
            reader.join()
    assert mixed == []
    assert len(seen_editions) > 1
    assert (tmp_path / "site" / MARKER).is_file()


def test_reader_that_opened_the_site_before_reads_the_old_edition_to_the_end(tmp_path: Path) -> None:
    publish(RealDisk(), str(tmp_path), edition(1))
    top = os.open(tmp_path / "site", os.O_RDONLY | os.O_DIRECTORY)
    try:
        publish(RealDisk(), str(tmp_path), edition(2), allow_shrink=True)
        publish(RealDisk(), str(tmp_path), edition(3), allow_shrink=True)
        assert _read_folder(top) == whole(edition(1))
    finally:
        os.close(top)
    check_clean(tmp_path / "site", edition(3))
