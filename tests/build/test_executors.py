"""Work may be given to any executor: threads, other processes, a cluster. The site is the same."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from sfwgen.build import build
from sfwgen.build.executors import run_on
from tests.build.projects import ROOT, disk_with, site_of, small_project


@pytest.fixture(autouse=True)
def _share_little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small project has less work than is worth sending anywhere."""
    monkeypatch.setattr("sfwgen.build.executors._FEWEST", 1)


@pytest.fixture(scope="module")
def expected() -> dict[str, bytes]:
    """The site as one process makes it."""
    disk = disk_with(small_project())
    build(disk, ROOT)
    return site_of(disk)


def made_with(executor: Executor) -> dict[str, bytes]:
    disk = disk_with(small_project())
    built = build(disk, ROOT, executor=executor)
    assert built.counts.errors == 0
    return site_of(disk)


def other_processes() -> Executor:
    return ProcessPoolExecutor(2, multiprocessing.get_context("spawn"))


@pytest.mark.parametrize(
    "make", [lambda: ThreadPoolExecutor(3), other_processes], ids=["threads", "processes"]
)
def test_the_site_is_the_same_whoever_does_the_work(
    make: Callable[[], Executor], expected: dict[str, bytes]
) -> None:
    with make() as executor:
        assert made_with(executor) == expected


class _Losing(ThreadPoolExecutor):
    """Loses every second part of the work."""

    given = 0

    def submit(self, work: Any, /, *args: Any, **named: Any) -> Future[Any]:  # noqa: ANN401 - as Executor says
        self.given += 1
        if self.given % 2:
            return super().submit(work, *args, **named)
        lost: Future[Any] = Future()
        lost.set_exception(BrokenProcessPool("the machine is gone"))
        return lost


def test_what_an_executor_loses_is_done_here(expected: dict[str, bytes]) -> None:
    with _Losing(2) as executor:
        assert made_with(executor) == expected
        assert executor.given > 10


def test_a_fault_of_the_work_itself_is_raised_here() -> None:
    def work(number: int) -> bytes:
        raise ValueError(number)

    with ThreadPoolExecutor(2) as executor, pytest.raises(ValueError, match=r"\d"):
        list(run_on(executor, work, range(10)))


def test_the_script_of_the_documentation_builds_a_site(tmp_path: Path) -> None:
    for path, text in small_project().items():
        target = tmp_path / "bulletin" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    text = (Path(__file__).parents[2] / "docs" / "scaling.md").read_text(encoding="utf-8")
    (tmp_path / "script.py").write_text(text.split("```python\n")[1].split("```")[0], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "script.py"], cwd=tmp_path, stdout=subprocess.PIPE, text=True, check=True
    )
    assert int(done.stdout) > 10
    assert (tmp_path / "bulletin" / "site" / "index.html").is_file()


@contextmanager
def cluster(workers: int) -> Iterator[tuple[LocalCluster, Client]]:
    made = LocalCluster(  # type: ignore[no-untyped-call]  # distributed states no types
        n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    )
    with made, Client(made) as client:  # type: ignore[no-untyped-call]  # as above
        yield made, client


class _Killing(ThreadPoolExecutor):
    """Passes work on to a cluster, and kills one of its workers while the first parts are under way."""

    def __init__(self, inner: Executor, victim: int) -> None:
        super().__init__(1)
        self.inner, self.victim, self.killed = inner, victim, False

    def submit(self, work: Any, /, *args: Any, **named: Any) -> Future[Any]:  # noqa: ANN401 - as Executor says
        future = self.inner.submit(work, *args, **named)
        if not self.killed:
            os.kill(self.victim, signal.SIGKILL)
            self.killed = True
        return future


def test_a_cluster_that_loses_a_worker_makes_the_same_site(expected: dict[str, bytes]) -> None:
    with cluster(3) as (made, client):
        victim = next(iter(made.workers.values())).pid
        with _Killing(client.get_executor(), victim) as executor:  # type: ignore[no-untyped-call]  # as above
            assert made_with(executor) == expected
            assert executor.killed
