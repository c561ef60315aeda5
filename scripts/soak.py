"""The long tests, part by part, with one summary at the end of what they reached.

    python -m scripts.soak [--workers 2] [--only fuzz]

What each part prints is passed on. The summary says how much was tried, how long each part took, and what
failed; returns 1 where anything did, or where all of it took more than two hours.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOURS = 2
TESTS = {
    "publish": ("tests/publish",),
    "histories": ("tests/build/test_histories.py", "tests/build/test_all_at_once.py"),
    "fuzz": ("tests/fuzz", "tests/regressions"),
    "preview": ("tests/serve/test_hostile.py",),
    "texts": ("tests/active", "tests/privacy/test_false_alarms.py"),
}
"""The long tests by the name of their part."""
COMPARED = ("machines", "histories")
"""What `scripts.reproduce` compares, after the tests."""
_COUNT = re.compile(r" *(?P<count>[0-9,]+) (?P<what>.+)")


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name, and the command that it is."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a part ended: its code, the minutes it took, and the lines that say what it reached."""

    part: Part
    code: int
    minutes: float
    reached: tuple[str, ...]


def parts(workers: int) -> Iterator[Part]:
    """Yields the parts in their order, the tests among so many processes."""
    options = ("--long", "-q", "-n", str(workers), "--dist", "worksteal")
    for name, paths in TESTS.items():
        yield Part(name, (sys.executable, "-m", "pytest", *options, *paths))
    for what in COMPARED:
        yield Part(f"real {what}", (sys.executable, "-m", "scripts.reproduce", what))


def run(part: Part) -> Ended:
    """Runs a part, passes on what it prints, and returns how it ended."""
    start, lines = time.monotonic(), []
    with subprocess.Popen(part.command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line.rstrip("\n"))
    return Ended(part, process.returncode, (time.monotonic() - start) / 60, reached(lines))


def reached(lines: Sequence[str]) -> tuple[str, ...]:
    """Returns what was tried: the section that the tests end with, or all lines that begin with a number."""
    heads = [number for number, line in enumerate(lines) if line.strip("= ") == "reached"]
    found = map(_COUNT.fullmatch, lines[heads[-1] :] if heads else lines)
    return tuple(f"{match['count']:>11} {match['what']}" for match in found if match is not None)


def summary(ended: Sequence[Ended]) -> str:
    """Returns the summary of a run."""
    rows = [line for each in ended for line in each.reached]
    times = [
        f"{each.minutes:>9.1f} m {each.part.name}{'' if each.code == 0 else ': FAILED'}" for each in ended
    ]
    total = sum(each.minutes for each in ended)
    return "\n".join(("", "reached", *rows, "", "minutes", *times, f"{total:>9.1f} m of {HOURS * 60}"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the parts that are asked for; returns 1 where one failed or the time was over."""
    parser = argparse.ArgumentParser(prog="python -m scripts.soak")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", nargs="*", default=())
    asked = parser.parse_args(arguments)
    chosen = [part for part in parts(asked.workers) if not asked.only or part.name in asked.only]
    ended = [run(part) for part in chosen]
    print(summary(ended))
    late = sum(each.minutes for each in ended) > HOURS * 60
    return int(late or any(each.code for each in ended))


if __name__ == "__main__":
    sys.exit(main())
