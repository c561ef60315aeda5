"""The site as a whole, its counters, templates and outputs."""

from sfwgen.diagnostics.codes._entry import error
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = ()
