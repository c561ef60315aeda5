"""What a build has cost: time and processor time of each stage, work done and remembered, memory."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sfwgen.cli.words import say
from sfwgen.diagnostics.width import display_width

if TYPE_CHECKING:
    from sfwgen.build import Progress, Stage, Tally

_START = "start"
_MIB = 1 << 20
_KINDS = ("story", "bindings", "story page", "page", "picture", "clean file")
"""The kinds of work that are told of, in the order in which they are done; others are parts of these."""


@dataclass(frozen=True, slots=True)
class StageCost:
    """What a stage has cost: seconds on the clock, and seconds of processors, workers included."""

    stage: str
    seconds: float
    cpu: float


class StageClock:
    """Looks at the clock whenever a build tells that another stage begins. The build itself has none."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._stage = _START
        self._at = (time.monotonic() - _age(), 0.0)
        self._costs: dict[str, StageCost] = {}

    def show(self, stage: Stage, done: int, total: int) -> None:
        """Takes the place of what shows the progress, and shows it."""
        if stage.value != self._stage:
            self._turn(stage.value)
        self._progress(stage, done, total)

    def costs(self) -> tuple[StageCost, ...]:
        """Returns what each stage has cost so far, in the order in which they began."""
        self._turn(self._stage)
        return tuple(self._costs.values())

    def _turn(self, stage: str) -> None:
        now = (time.monotonic(), _cpu())
        before = self._costs.get(self._stage, StageCost(self._stage, 0, 0))
        seconds, cpu = now[0] - self._at[0], now[1] - self._at[1]
        self._costs[self._stage] = StageCost(self._stage, before.seconds + seconds, before.cpu + cpu)
        self._stage, self._at = stage, now


def profile_data(costs: Sequence[StageCost], tally: Mapping[str, Tally]) -> dict[str, object]:
    """Returns the costs as data for JSON: seconds, and mebibytes, None where the system does not tell."""
    return {
        "stages": [
            {"stage": each.stage, "seconds": round(each.seconds, 4), "cpu": round(each.cpu, 4)}
            for each in costs
        ],
        "seconds": round(sum(each.seconds for each in costs), 4),
        "cpu": round(sum(each.cpu for each in costs), 4),
        "work": {
            kind: {"made": each.made, "remembered": each.remembered} for kind, each in sorted(tally.items())
        },
        "peak_memory": peak_memory(),
    }


def print_profile(costs: Sequence[StageCost], tally: Mapping[str, Tally], lang: str) -> str:
    """Returns the costs as text."""
    return "".join(f"{line}\n" for line in _lines(costs, tally, lang))


def peak_memory() -> dict[str, int] | None:
    """Returns the most memory, in mebibytes, that this process and the largest of its workers held."""
    if sys.platform == "win32":
        return None
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    own, workers = (
        resource.getrusage(who).ru_maxrss * unit // _MIB
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {"process": own, "largest_worker": workers}


def _lines(costs: Sequence[StageCost], tally: Mapping[str, Tally], lang: str) -> Iterator[str]:
    yield say(lang, "profile-head")
    names = [say(lang, f"stage-{each.stage}") for each in costs]
    together = StageCost("", sum(each.seconds for each in costs), sum(each.cpu for each in costs))
    rows = [*zip(names, costs, strict=True), (say(lang, "profile-together"), together)]
    width = max(display_width(name) for name, _ in rows)
    for name, each in rows:
        blank = " " * (width - display_width(name))
        yield f"  {name}{blank} {each.seconds:9.3f} {each.cpu:9.3f}"
    for kind in _KINDS:
        if kind in tally:
            name = say(lang, f"work-{kind.replace(' ', '-')}")
            yield say(
                lang, "profile-work", name=name, made=tally[kind].made, remembered=tally[kind].remembered
            )
    if peak := peak_memory():
        yield say(lang, "profile-memory", process=peak["process"], worker=peak["largest_worker"])


def _cpu() -> float:
    """Seconds of processors used by this process and by the workers that have ended."""
    used = os.times()
    return time.process_time() + used.children_user + used.children_system


def _age() -> float:
    """Seconds since this process was started; 0 where the system does not tell."""
    try:
        ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
        uptime = time.clock_gettime(time.CLOCK_BOOTTIME)
        return max(0.0, uptime - ticks / os.sysconf("SC_CLK_TCK"))
    except (OSError, ValueError, AttributeError):
        return 0.0
