"""What each stage of a build costs, in processor seconds on one core, for a made-up project.

    python -m benchmarks.stages [--stories 1000]

The stages run one after the other in this process, cold and then with what was remembered of the texts.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TypeVar

from benchmarks.corpus import write_corpus
from sfwgen.build.memory import Memory
from sfwgen.build.rendering import render_outputs
from sfwgen.build.results import no_progress
from sfwgen.checks import check_outputs, check_site
from sfwgen.content import load_site
from sfwgen.counters import aggregate
from sfwgen.plan import make_plan
from sfwgen.prose import check_prose, read_prose
from sfwgen.publish import RealDisk, read_tree
from sfwgen.render import read_templates
from sfwgen.resources import theme_files
from sfwgen.theme import load_theme

Result = TypeVar("Result")


class Stopwatch:
    """Runs stages and notes what each has cost."""

    def __init__(self) -> None:
        self.costs: dict[str, float] = {}

    def run(self, stage: str, action: Callable[[], Result]) -> Result:
        """Returns what the action returns."""
        start = process_time()
        result = action()
        self.costs[stage] = process_time() - start
        return result


def measure(folder: Path, memory: Memory) -> tuple[dict[str, float], Memory]:
    """Returns the cost of each stage over a project, and what is known of its texts afterwards."""
    watch = Stopwatch()
    root = str(folder)
    sources, _ = watch.run(
        "read the files", lambda: read_tree(RealDisk(), root, folders=("content",), files=("config.yaml",))
    )
    site, faults = watch.run("YAML, Markdown, sanitising", lambda: load_site(sources, each=memory.each))
    assert site is not None, faults
    counters, _ = watch.run("totals", lambda: aggregate(site))
    prose = watch.run(
        "figures in texts: find and bind",
        lambda: read_prose(site, counters, memory.each),
    )
    told = watch.run("figures in texts: check", lambda: check_prose(site, prose, sources))
    assert not told, told[:3]
    watch.run("site rules", lambda: check_site(site, counters))
    theme, _ = watch.run("theme", lambda: load_theme(theme_files()))
    plan, _ = watch.run("plan", lambda: make_plan(site, counters, prose, theme, {}, memory.each))

    closures = read_templates(theme).closures
    rendered = watch.run(
        "render, read, look through",
        lambda: render_outputs(plan, theme, closures, no_progress, memory.each),
    )
    watch.run("output rules", lambda: check_outputs(plan, rendered.outputs, rendered.facts))
    return watch.costs, Memory(memory.entries)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        write_corpus(Path(name), options.stories)
        cold, memory = measure(Path(name), Memory())
        warm, _ = measure(Path(name), memory)
    scale = 1000 / options.stories
    print(f"processor seconds for each 1,000 bilingual stories, over {options.stories}")
    print(f"{'stage':34}{'cold':>8}{'known texts':>14}")
    for stage, seconds in cold.items():
        print(f"{stage:34}{seconds * scale:8.2f}{warm[stage] * scale:14.2f}")
    print(f"{'together':34}{sum(cold.values()) * scale:8.2f}{sum(warm.values()) * scale:14.2f}")


if __name__ == "__main__":
    main()
