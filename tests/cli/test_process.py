"""The command as a process: how fast it answers, and what an interruption leaves."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.build.projects import STORY, small_project
from tests.cli.conftest import tree

HELP_SECONDS = 0.06


def processor_seconds(*command: str) -> float:
    """The time that a command keeps a processor busy; other programs on the machine do not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize("arguments", [("--help",), ("build", "--help"), ("--version",)])
def test_help_answers_at_once(arguments: tuple[str, ...]) -> None:
    command = (sys.executable, "-m", "sfwgen", *arguments)
    # The first run may have to compile the modules.
    assert min(processor_seconds(*command) for _ in range(5)) < HELP_SECONDS


def wait_until_at_work(process: subprocess.Popen[str]) -> None:
    """Waits until the process has begun to load what a build needs: before, the interpreter itself dies."""
    maps = Path(f"/proc/{process.pid}/maps")
    while process.poll() is None and "pydantic_core" not in maps.read_text():
        time.sleep(0.01)


@pytest.mark.parametrize("after", [0.0, 0.3, 0.5, 0.8])
def test_ctrl_c_at_any_moment_leaves_the_old_site_or_the_new_one(project: Path, after: float) -> None:
    command = [sys.executable, "-m", "sfwgen", "build"]
    subprocess.run(command, capture_output=True, check=True)
    old = tree(project / "site")
    (project / STORY).write_text(small_project()[STORY].replace("黄土", "泥"), encoding="utf-8")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    wait_until_at_work(process)
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=30)
    seen = tree(project / "site")
    # Killed by the signal, which a shell calls 130 too: it came when all was done and the interpreter ended.
    assert process.returncode in {0, 130, -signal.SIGINT}
    assert complaint == ("已中断；网站仍然完整。\n" if process.returncode == 130 else "")
    subprocess.run(command, capture_output=True, check=True)
    new = tree(project / "site")
    assert new != old
    assert seen in (old, new)


@pytest.mark.parametrize("streams", [">&-", ">&- 2>&-", ">/dev/full", ">/dev/full 2>&1"])
def test_a_log_that_cannot_be_written_does_not_spoil_a_build(project: Path, streams: str) -> None:
    command = ["/bin/sh", "-c", f"{sys.executable} -m sfwgen build {streams}"]
    done = subprocess.run(command, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / "site" / "index.html").is_file()
    assert not list((project / ".sfwgen").glob("bug-*"))


def test_of_builds_at_the_same_time_each_succeeds_or_is_busy(project: Path) -> None:
    command = [sys.executable, "-m", "sfwgen", "build"]
    processes = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(3)]
    codes = [process.wait(60) for process in processes]
    assert 0 in codes
    assert set(codes) <= {0, 4}
    together = tree(project / "site")
    subprocess.run([*command, "--output", "clean"], stdout=subprocess.DEVNULL, check=True)
    assert tree(project / "clean") == together


def test_the_same_bug_in_another_folder_makes_the_same_report(project: Path, tmp_path: Path) -> None:
    """The report depends on nothing of the machine, so that two of them can be compared."""
    script = "import sys, sfwgen.cli.commands.build as b; b.build = None\nfrom sfwgen.cli import main; sys.exit(main(['build']))"
    other = tmp_path / "other"
    other.mkdir()
    (other / "config.yaml").write_bytes((project / "config.yaml").read_bytes())
    names = []
    for folder in (project, other):
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=folder, capture_output=True, env={**os.environ}, check=False
        )
        assert done.returncode == 3
        names += [path.name for path in (folder / ".sfwgen").iterdir()]
    assert len(names) == 2
    assert names[0] == names[1]
