"""What was measured as tables of Markdown: seconds with their spread, ratios to Hugo, memory."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.checks import CheckCost
from benchmarks.equality import SiteCount
from benchmarks.measuring import Run

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
BASE = "Hugo"

LIMITS: Mapping[str, tuple[float, float]] = {
    "cold": (1.0, 1.0),
    "one body edited": (0.25, 0.10),
    "nothing changed": (0.15, 0.06),
    "cache restored into a fresh clone, one edit": (0.30, 0.15),
    "serve: a body saved": (0.6, 0.5),
    "serve: a title saved": (0.6, 0.5),
}
"""The ratios to Hugo that are to be reached, at 1,000 stories and at 10,000."""
MEMORY_LIMIT = (0.6, 0.3)
_LARGE = 10_000
_COLUMNS = (
    *("case", "program", "seconds", "ratio to Hugo", "to be reached", "processor seconds"),
    *("seconds per 1,000 stories", "memory, MiB"),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured with so many stories: times and memory by case and program, what the sites have."""

    stories: int
    machine: str
    times: Mapping[str, Mapping[str, Sequence[Run]]]
    memory: Mapping[str, Mapping[str, float]]
    counts: Mapping[str, SiteCount]
    checks: CheckCost


def print_tables(found: Sequence[Measured]) -> str:
    """Returns the tables of each size."""
    return "\n".join(line for each in found for line in _lines(each))


def put_tables(document: Path, found: Sequence[Measured]) -> None:
    """Puts the tables in the place of those in a document."""
    text = document.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    document.write_text(f"{before}{BEGIN}\n\n{print_tables(found)}\n{END}{after}", encoding="utf-8")


def _lines(found: Measured) -> Iterator[str]:
    yield f"### {found.stories:,} stories"
    yield ""
    yield f"{found.machine}. Medians of {_rounds(found)} rounds, least to most in brackets."
    yield ""
    yield f"| {' | '.join(_COLUMNS)} |"
    yield "| --- " * len(_COLUMNS) + "|"
    for case, programs in found.times.items():
        for name, runs in programs.items():
            yield _row(found, case, name, runs)
    yield ""
    yield from _memory(found)
    yield from _equality(found)
    yield from _checks(found)


def _row(found: Measured, case: str, name: str, runs: Sequence[Run]) -> str:
    seconds = [run.seconds for run in runs]
    middle = statistics.median(seconds)
    cpu = statistics.median(run.cpu for run in runs)
    memory = found.memory.get(case, {}).get(name)
    cells = (
        case,
        name,
        f"{middle:.2f} ({min(seconds):.2f} to {max(seconds):.2f})",
        _ratio(found.times[case].get(BASE, ()), runs) if name != BASE else "",
        _limit(found.stories, case) if name == "sfwgen" else "",
        f"{cpu:.2f}" if cpu else "",
        f"{middle * 1000 / found.stories:.2f}",
        f"{memory:.0f}" if memory else "",
    )
    return f"| {' | '.join(cells)} |"


def _ratio(base: Sequence[Run], runs: Sequence[Run]) -> str:
    """The ratio of each round to Hugo's time in the same round: median, least and most."""
    ratios = [run.seconds / other.seconds for run, other in zip(runs, base, strict=False)]
    if not ratios:
        return ""
    return f"**{statistics.median(ratios):.2f}** ({min(ratios):.2f} to {max(ratios):.2f})"


def _limit(stories: int, case: str) -> str:
    return f"{LIMITS[case][stories >= _LARGE]:.2f}" if case in LIMITS else ""


def _memory(found: Measured) -> Iterator[str]:
    """The most memory of any case, as a ratio to Hugo's."""
    most = {
        name: max(each[name] for each in found.memory.values() if name in each)
        for name in found.counts
        if found.memory
    }
    if "sfwgen" in most and BASE in most:
        limit = MEMORY_LIMIT[found.stories >= _LARGE]
        ratio = most["sfwgen"] / most[BASE]
        yield (
            "Peak memory of all cases (proportional set size, summed over processes): "
            f"sfwgen {most['sfwgen']:.0f} MiB, Hugo {most[BASE]:.0f} MiB, "
            f"ratio **{ratio:.2f}**, to be reached {limit:.2f}."
        )
        yield ""


def _equality(found: Measured) -> Iterator[str]:
    yield "| site | pages of stories | other pages | links | HTML, MiB | other files |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, count in found.counts.items():
        numbers = (f"{each:,}" for each in (count.stories, count.others, count.links))
        yield f"| {name} | {' | '.join(numbers)} | {count.mebibytes:.1f} | {count.files:,} |"
    yield ""


def _checks(found: Measured) -> Iterator[str]:
    cost = found.checks
    alone = sum(seconds for _, seconds in cost.stages) + cost.pages
    stages = ", ".join(f"{name} {seconds:.2f}" for name, seconds in cost.stages)
    yield (
        f"Checks alone, in a cold build of {cost.together:.2f} processor seconds: about {alone:.2f} "
        f"({stages}; links and personal data of finished pages {cost.pages:.2f})."
    )
    yield ""


def _rounds(found: Measured) -> int:
    return max(len(runs) for programs in found.times.values() for runs in programs.values())
