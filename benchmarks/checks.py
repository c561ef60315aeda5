"""What the checks of a build cost, apart from all else: stages that only check, and reading each page."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from time import process_time

from benchmarks.programs import Project
from sfwgen.checks.facts import read_facts
from sfwgen.checks.privacy import holds_nothing

_STAGES = ("privacy", "figures", "rules", "checking")
_MOST_PAGES = 500


@dataclass(frozen=True, slots=True)
class CheckCost:
    """Processor seconds of a cold build, all of it and of its checks alone; peak memory in mebibytes."""

    together: float
    stages: tuple[tuple[str, float], ...]
    pages: float


def cost_of_checks(project: Project) -> CheckCost:
    """Returns what the checks of a cold build cost.

    A build reads pages as it makes them; so they are read once more here, by themselves.
    """
    project.forget()
    command = [*project.program.command, "--profile", "--format", "json"]
    done = subprocess.run(command, cwd=project.folder, capture_output=True, text=True, check=True)
    profile = json.loads(done.stdout)["summary"]["profile"]
    stages = {each["stage"]: each["cpu"] for each in profile["stages"]}
    return CheckCost(profile["cpu"], tuple((name, stages[name]) for name in _STAGES), _reading(project))


def _reading(project: Project) -> float:
    """Processor seconds for reading all pages as the rules do, by a sample of them."""
    paths = sorted((project.folder / project.program.output).rglob("*.html"))
    sample = paths[:: max(1, len(paths) // _MOST_PAGES)]
    texts = [(path.name, path.read_bytes()) for path in sample]
    started = process_time()
    for name, data in texts:
        read_facts(data.decode())
        holds_nothing(name, data)
    return (process_time() - started) * len(paths) / len(sample)
