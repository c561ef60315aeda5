"""Programs killed, refused by the system at a chosen system call, or watched, by means of strace."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

# `?`: a call that this processor does not have is no fault.
CHANGING = (
    "?rename ?renameat renameat2 ?link linkat ?unlink unlinkat ?mkdir mkdirat ?rmdir fsync syncfs "
    "?open openat write ?chmod fchmod fchmodat ftruncate"
).split()
CLOSING = ["close"]
_LINE = re.compile(r"\d+ +(?P<call>\w+)\((?P<rest>.*)")
_OPENED = re.compile(r"= \d+<(/[^>]*)>")
_READ_ONLY = re.compile(r"O_RDONLY")


@dataclass(frozen=True, slots=True)
class Point:
    """The n-th time that a run makes this call; `about` is the path that it concerns."""

    call: str
    number: int
    about: str
    reads: bool
    """Whether it only opens a file or folder for reading, or closes one that was opened so."""


def points(
    command: Sequence[str], folder: Path, log: Path, *, calls: Sequence[str] = CHANGING
) -> list[Point]:
    """Runs the command and returns its calls that concern the folder, in order."""
    done = run(command, log, calls=calls)
    assert done.returncode == 0, done.stdout + done.stderr
    counts: Counter[str] = Counter()
    opened_to_read: dict[str, bool] = {}
    found = []
    for line in log.read_text(encoding="utf-8").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        call, rest = match["call"], match["rest"]
        counts[call] += 1
        if about := _about(rest, folder):
            if call in {"open", "openat"}:
                opened_to_read[about] = bool(_READ_ONLY.search(rest))
            reads = call in {"open", "openat", "close"} and opened_to_read[about]
            found.append(Point(call, counts[call], about, reads))
    return found


def opened(command: Sequence[str], log: Path) -> set[str]:
    """Runs the command and returns the path of every file and folder that it, or a worker of it, opened."""
    done = run(command, log, calls=["?open", "openat", "?openat2"])
    assert done.returncode == 0, done.stdout + done.stderr
    return set(_OPENED.findall(log.read_text(encoding="utf-8", errors="surrogateescape")))


def kill_at(point: Point, command: Sequence[str], folder: Path, log: Path) -> None:
    """Runs the command and kills it (9) as it makes the call, which is not carried out."""
    done = run(command, log, f"inject={point.call}:signal=KILL:when={point.number}")
    assert done.returncode == -9, (point, done.returncode, done.stderr)
    last = [line for line in log.read_text(encoding="utf-8").splitlines() if "+++" not in line][-1]
    assert _about(last, folder) == point.about, (point, last)


def fail_at(
    point: Point, error: str, command: Sequence[str], log: Path, *, lasting: bool = False
) -> subprocess.CompletedProcess[str]:
    """Runs the command; the system refuses the call, and with `lasting` every later call of the kind."""
    when = f"{point.number}+" if lasting else f"{point.number}"
    return run(command, log, f"inject={point.call}:error={error}:when={when}", calls=[*CHANGING, *CLOSING])


def run(
    command: Sequence[str], log: Path, *expressions: str, calls: Sequence[str] = CHANGING
) -> subprocess.CompletedProcess[str]:
    """Runs the command under strace, which has to be there, with its calls written to the log."""
    assert which("strace"), "strace is missing: run make setup-system"
    options = ["-f", "-qq", "-y", "-s", "0", "-o", str(log), "-e", f"trace={','.join(calls)}"]
    # Faster, as only these calls stop the program; but signals are then not sent (strace 6.1).
    options += [] if any("signal=" in each for each in expressions) else ["--seccomp-bpf"]
    for expression in expressions:
        options += ["-e", expression]
    # A sync of the whole disk waits for whatever else the machine is writing.
    return subprocess.run(
        ["strace", *options, *command], capture_output=True, text=True, timeout=300, check=False
    )


def _about(rest: str, folder: Path) -> str:
    """Returns the first path below the folder that a line of the log names, relative to it."""
    match = re.search(rf'["<]{re.escape(str(folder))}/([^">]*)', rest)
    return match[1] if match else ""
