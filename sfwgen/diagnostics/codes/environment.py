"""Disk, rights, locks: what is wrong with the machine rather than the content."""

from sfwgen.diagnostics.codes._entry import error
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = ()
