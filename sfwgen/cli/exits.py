"""Exit codes: the verdict for whoever or whatever started the command."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sfwgen.diagnostics import Diagnostic

FINE = 0
CONTENT = 1
USAGE = 2
BUG = 3
BUSY = 4
ENVIRONMENT = 5
INTERRUPTED = 130

_BUSY_CODES = {"build-busy", "inputs-changed"}


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """Returns the code for the errors among the diagnostics: the machine's before those of the content."""
    from sfwgen.diagnostics import Severity
    from sfwgen.diagnostics.codes import environment

    errors = {each.code for each in diagnostics if each.severity is Severity.ERROR}
    if errors & _BUSY_CODES:
        return BUSY
    if errors & {code.slug for code in environment.CODES}:
        return ENVIRONMENT
    return CONTENT if errors else FINE
