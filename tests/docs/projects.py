"""The example project, with the blocks of a document put into it."""

from __future__ import annotations

from sfwgen.build import make_site
from sfwgen.content import load_site
from sfwgen.dates import PartialDate
from sfwgen.diagnostics import Diagnostic, Location, Severity
from sfwgen.publish import make_sources
from sfwgen.resources import starter_files, theme_files
from tests.docs.blocks import Block, apply
from tests.support.memory import MEMORY

DAY = PartialDate(2019, 8, None, 1)
"""When the examples of the guide that are scheduled are public."""


def diagnostics_with(
    block: Block, files: dict[str, bytes]
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Returns the project with a block put into it, and all that is then reported."""
    changed = apply(files, block)
    _, diagnostics = load_site(changed, each=MEMORY.each)
    return changed, diagnostics


def example() -> dict[str, bytes]:
    """Returns the files that a new project starts with."""
    return dict(starter_files())


def told(diagnostic: Diagnostic, lang: str) -> str:
    """Returns what a diagnostic says, and what to do about it, as the documents quote it."""
    joint = "" if lang == "zh" else " "
    return f"{diagnostic.message(lang)}{joint}{diagnostic.hint(lang)}"


def faults_of_site(files: dict[str, bytes]) -> list[tuple[str, Location, str]]:
    """Returns the errors and warnings of the whole site that a project's files make, as they are told."""
    checked = make_site(make_sources(files), theme_files(), as_of=DAY, memory=MEMORY)
    return [
        (each.code, each.location, told(each, "en"))
        for each in checked.diagnostics
        if each.severity is not Severity.NOTE
    ]
