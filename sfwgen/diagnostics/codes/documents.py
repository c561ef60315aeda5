"""Front matter, YAML, Markdown and the fields of one document."""

from sfwgen.diagnostics.codes._entry import error
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = ()
