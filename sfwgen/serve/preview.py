"""What the preview shows: a frozen value, replaced as a whole, so that no one sees a site half made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sfwgen.build import Checked
from sfwgen.diagnostics.report import print_text


@dataclass(frozen=True, slots=True)
class Preview:
    """The last site without errors, and `trouble`: why the present sources do not make one, in words.

    `number` counts the changes of what is shown; 0 is before the first.
    """

    number: int = 0
    outputs: Mapping[str, bytes] = field(default_factory=dict)
    trouble: str = ""


def next_preview(before: Preview, checked: Checked, lang: str) -> Preview:
    """Returns what is shown once the sources have been checked: with errors, the pages stay as they were."""
    if checked.fails():
        return _changed(before, before.outputs, print_text(checked.diagnostics, lang))
    return _changed(before, checked.outputs, "")


def troubled(before: Preview, trouble: str) -> Preview:
    """Returns the preview with this trouble laid over its pages."""
    return _changed(before, before.outputs, trouble)


def _changed(before: Preview, outputs: Mapping[str, bytes], trouble: str) -> Preview:
    if before.number and before.outputs == outputs and before.trouble == trouble:
        return before
    return Preview(before.number + 1, outputs, trouble)
