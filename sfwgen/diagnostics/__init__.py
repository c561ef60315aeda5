"""What sfwgen tells its users about their files: faults and warnings as data.

A diagnostic names its code; the texts in each language stand in the code table (`diagnostics.codes`), so that
one fault reads the same wherever it is found. Printing is apart (`diagnostics.report`).
"""

from sfwgen.diagnostics.counts import Counts, FigureCounts
from sfwgen.diagnostics.model import (
    Code,
    Diagnostic,
    Location,
    Message,
    Severity,
    fault,
    has_errors,
    sort_diagnostics,
)
from sfwgen.diagnostics.nearest import nearest

__all__ = [
    "Code",
    "Counts",
    "Diagnostic",
    "FigureCounts",
    "Location",
    "Message",
    "Severity",
    "fault",
    "has_errors",
    "nearest",
    "sort_diagnostics",
]
