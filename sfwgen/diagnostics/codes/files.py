"""Files and their bytes: names, encodings, sizes, links."""

from sfwgen.diagnostics.codes._entry import error
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = ()
