"""What a program costs as a whole process, its helpers included: seconds, processor seconds, memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_LOOK_EVERY_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program: seconds from start to end, and processor seconds of all its processes."""

    seconds: float
    cpu: float


def measure_time(command: Sequence[str], folder: Path) -> Run:
    """Runs a program to its end, undisturbed."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, (command, process.returncode)
    return Run(seconds, used.ru_utime + used.ru_stime)


def measure_memory(command: Sequence[str], folder: Path) -> float:
    """Returns the most memory, in mebibytes, that a program and its helpers held at one moment.

    It is the proportional set size, in which each page that processes share is counted once. To look at it
    slows a program down: its time is measured in another run.
    """
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(map(_proportional, _family(process.pid))))
        time.sleep(_LOOK_EVERY_SECONDS)
    assert process.returncode == 0, (command, process.returncode)
    return most


def _family(process: int) -> Iterator[int]:
    """A process and all that it has started, directly or not."""
    yield process
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        texts = [(task / "children").read_text(encoding="ascii") for task in tasks]
    except OSError:
        return
    for text in texts:
        for child in text.split():
            yield from _family(int(child))


def _proportional(process: int) -> float:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) / 1024
