"""Building a site: the pipeline from a project's files to its site, for the command line and for programs.

from sfwgen.build import build
from sfwgen.publish import RealDisk

built = build(RealDisk(), "path/to/project")
for diagnostic in built.diagnostics:
    print(diagnostic.location.file, diagnostic.message("en"))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sfwgen.build.building import build
from sfwgen.build.results import Built, Checked, Gate, Loaded, Progress, Stage, Tally
from sfwgen.build.sources import read_sources
from sfwgen.diagnostics import Counts

if TYPE_CHECKING:
    from sfwgen.build.pipeline import check, load, make_site

__all__ = [
    "Built",
    "Checked",
    "Counts",
    "Gate",
    "Loaded",
    "Progress",
    "Stage",
    "Tally",
    "build",
    "check",
    "load",
    "make_site",
    "read_sources",
]


def __getattr__(name: str) -> object:
    # A build that finds nothing changed needs none of the stages, and loads none.
    if name in ("check", "load", "make_site"):
        from sfwgen.build import pipeline

        return getattr(pipeline, name)
    raise AttributeError(name)
