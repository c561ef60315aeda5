"""Building a site: the pipeline from a project's files to its site, for the command line and for programs.

from sfwgen.build import build
from sfwgen.publish import RealDisk

built = build(RealDisk(), "path/to/project")
for diagnostic in built.diagnostics:
    print(diagnostic.location.file, diagnostic.message("en"))
"""

from sfwgen.build.pipeline import build, check, load, make_site, read_sources
from sfwgen.build.results import Built, Checked, Counts, Gate, Loaded, Progress, Stage

__all__ = [
    "Built",
    "Checked",
    "Counts",
    "Gate",
    "Loaded",
    "Progress",
    "Stage",
    "build",
    "check",
    "load",
    "make_site",
    "read_sources",
]
