"""The example project, with the blocks of a document put into it."""

from __future__ import annotations

from sfwgen.content import load_site
from sfwgen.diagnostics import Diagnostic
from sfwgen.resources import starter_files
from tests.docs.blocks import Block, apply


def diagnostics_with(
    block: Block, files: dict[str, bytes]
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Returns the project with a block put into it, and all that is then reported."""
    changed = apply(files, block)
    _, diagnostics = load_site(changed)
    return changed, diagnostics


def example() -> dict[str, bytes]:
    """Returns the files that a new project starts with."""
    return dict(starter_files())


def told(diagnostic: Diagnostic, lang: str) -> str:
    """Returns what a diagnostic says, and what to do about it, as the documents quote it."""
    joint = "" if lang == "zh" else " "
    return f"{diagnostic.message(lang)}{joint}{diagnostic.hint(lang)}"
