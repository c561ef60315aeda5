"""A project on a real disk whose site is published, and the publications that tests interrupt."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sfwgen.publish import RealDisk, publish
from tests.support.publisher import PairDisk

PUBLISHER = Path(__file__).parent.parent / "support" / "publisher.py"
FIRST = {
    "index.html": b"first home",
    "stories/a.html": b"a",
    "stories/b.html": b"b",
    "css/site.css": b"css",
}
OLD = {**FIRST, "index.html": b"old home", "lines/c.html": b"c", "en/index.html": b"old home, en"}
CHANGED = {**OLD, "index.html": b"new home", "stories/d.html": b"d", "css/site.css": b"css, longer"}
FEWER = {"index.html": b"new home", "stories/a.html": b"a", "css/site.css": b"css"}
LATER = {**FEWER, "index.html": b"later home", "places/e.html": b"e"}


@dataclass(frozen=True, slots=True)
class Publication:
    """What a process is told to do, and what stands before and after it (None: no site)."""

    before: Sequence[Mapping[str, bytes]]
    """The sites that were published before, the last one last."""
    outputs: Mapping[str, bytes] | None
    """None: back to the one before."""
    after: Mapping[str, bytes]
    pair: bool = False
    options: Mapping[str, object] = field(default_factory=dict)

    def prepare(self, folder: Path) -> Path:
        """Makes the project and the order; returns the project."""
        project = folder / "project"
        project.mkdir(parents=True)
        disk = PairDisk() if self.pair else RealDisk()
        for outputs in self.before:
            publish(disk, str(project), outputs, allow_shrink=True)
        wanted: dict[str, object] = {"options": dict(self.options), "pair": self.pair}
        if self.outputs is not None:
            wanted["outputs"] = {path: data.decode() for path, data in self.outputs.items()}
        (folder / "order.json").write_text(json.dumps(wanted), encoding="utf-8")
        return project


CONSENT = {"allow_shrink": True}
HISTORY = (FIRST, OLD)
PUBLICATIONS = {
    "first": Publication((), CHANGED, CHANGED),
    "changing": Publication((CHANGED, *HISTORY), CHANGED, CHANGED),
    "deleting": Publication(HISTORY, FEWER, FEWER, options=CONSENT),
    "going back": Publication(HISTORY, None, FIRST),
    "first, without exchange": Publication((), CHANGED, CHANGED, pair=True),
    "changing, without exchange": Publication(HISTORY, CHANGED, CHANGED, pair=True),
}


def command(folder: Path) -> list[str]:
    """Returns the command that carries out the order in the folder."""
    # With -B nothing but the project is written to.
    publisher = [sys.executable, "-I", "-S", "-B", str(PUBLISHER)]
    return [*publisher, str(folder / "project"), str(folder / "order.json")]


def copy(folder: Path, to: Path) -> Path:
    """Copies a prepared project as it is, hard links and times too; returns the new project."""
    subprocess.run(["cp", "-a", str(folder), str(to)], check=True)
    return to / "project"


Each = TypeVar("Each")


def spread(cases: Sequence[Each], count: int) -> list[Each]:
    """Returns so many of the cases, evenly spread, the first and the last among them."""
    if len(cases) <= count:
        return list(cases)
    return [cases[index * (len(cases) - 1) // (count - 1)] for index in range(count)]
