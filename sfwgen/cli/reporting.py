"""A result in the form that was asked for: text, JSON, SARIF or annotations, with the summary last."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sfwgen.cli.words import say

if TYPE_CHECKING:
    from sfwgen.build import Gate
    from sfwgen.cli.console import Console
    from sfwgen.diagnostics import Diagnostic

_FEW_DRAFTS = 5
"""As many are told one by one: after an import of hundreds they would bury what is wrong."""


class Watch:
    """How long a command has been at work."""

    def __init__(self) -> None:
        self._start = time.perf_counter()

    def seconds(self) -> str:
        """Returns the seconds since the start, with one decimal."""
        return f"{time.perf_counter() - self._start:.1f}"


def print_result(
    console: Console,
    form: str,
    diagnostics: tuple[Diagnostic, ...],
    summary: str,
    data: Mapping[str, object],
    *,
    stopped_at: Gate | None = None,
) -> None:
    """Prints the diagnostics, where the checks ended, and the summary as the last line."""
    from sfwgen.diagnostics import report

    if form == "json":
        console.write(report.print_json(diagnostics, data))
        return
    if form == "sarif":
        from sfwgen.diagnostics.sarif import print_sarif

        console.write(print_sarif(diagnostics, console.lang, data))
        return
    if form == "github":
        console.write(report.print_github(diagnostics, console.lang))
    else:
        drafts = [each for each in diagnostics if each.code == "draft-held"]
        many = len(drafts) > _FEW_DRAFTS
        console.report(each for each in diagnostics if not (many and each.code == "draft-held"))
        if many:
            names = ("、" if console.lang == "zh" else ", ").join(dict(each.words)["slug"] for each in drafts)
            console.write(say(console.lang, "drafts-held", n=len(drafts), names=names) + "\n")
    if stopped_at is not None and stopped_at.value != "outputs":
        console.write(say(console.lang, f"stopped-{stopped_at.value}") + "\n")
    console.write(f"{summary}\n")
