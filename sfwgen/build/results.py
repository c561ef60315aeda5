"""What the stages of a build return: frozen values with their diagnostics and the numbers of the summary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from sfwgen.diagnostics import Counts, Diagnostic, Severity, has_errors
from sfwgen.publish import Published, Sources

if TYPE_CHECKING:
    from sfwgen.build.explaining import Explanation
    from sfwgen.dates import PartialDate
    from sfwgen.model import Site
    from sfwgen.plan.outputs import BuildPlan
    from sfwgen.theme import Theme


class Gate(StrEnum):
    """Where a build may stop: errors there are told together, and nothing after it is looked at."""

    DOCUMENTS = "documents"
    SITE = "site"
    OUTPUTS = "outputs"


class Stage(StrEnum):
    """What a build is busy with, for showing progress and for measuring."""

    READING = "reading"
    LOADING = "loading"
    RECALLING = "recalling"
    DOCUMENTS = "documents"
    PRIVACY = "privacy"
    FIGURES = "figures"
    RULES = "rules"
    PLANNING = "planning"
    RENDERING = "rendering"
    CHECKING = "checking"
    KEEPING = "keeping"
    PUBLISHING = "publishing"


Progress = Callable[[Stage, int, int], None]
"""Is told the stage, how much of it is done, and how much there is; 0 of 0 where that is not counted."""


def no_progress(stage: Stage, done: int, total: int) -> None:
    """Shows nothing."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pieces of one kind of work were done, and how many were known from earlier builds."""

    made: int
    remembered: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project's documents: the site that they make, drafts included, its theme, and what is wrong."""

    sources: Sources
    site: Site | None
    theme: Theme
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A site made ready for publishing, in memory.

    Where a gate stopped the build, or nothing had changed since the last one, `site` and `plan` are None and
    `outputs` is empty.
    """

    sources: Sources
    site: Site | None
    plan: BuildPlan | None
    outputs: Mapping[str, bytes]
    stopped_at: Gate | None
    diagnostics: tuple[Diagnostic, ...]
    counts: Counts
    as_of: PartialDate | None

    def fails(self, *, strict: bool = False) -> bool:
        """Returns whether the site may not be published; with `strict` a warning is enough."""
        warned = any(each.severity is Severity.WARNING for each in self.diagnostics)
        return has_errors(self.diagnostics) or (strict and warned)


@dataclass(frozen=True, slots=True)
class Built:
    """A build. `published` is None where nothing was written: the site is then as it was.

    `explanation` says why each file was made, where that was asked for and the site was published; `tally`
    how much of each kind of work was done.
    """

    checked: Checked
    published: Published | None
    diagnostics: tuple[Diagnostic, ...]
    counts: Counts
    explanation: Explanation | None = None
    tally: Mapping[str, Tally] = field(default_factory=dict)


def count_severity(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """Returns how many of the diagnostics are of this severity."""
    return sum(each.severity is severity for each in diagnostics)
