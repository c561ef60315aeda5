"""Everything that the public will see change between two states of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sfwgen.changes.diff import Changes, compare_states
from sfwgen.changes.pages import OutputChanges, compare_outputs
from sfwgen.changes.published import PublishedFault, read_published
from sfwgen.changes.snapshot import Snapshot

FIGURES, COUNTERS = "data/figures.json", "data/counters.json"


@dataclass(frozen=True, slots=True)
class SiteState:
    """The files of a site and its public numbers. `pages_only` where other files are not known."""

    outputs: Mapping[str, bytes]
    numbers: Snapshot
    pages_only: bool = False


@dataclass(frozen=True, slots=True)
class SiteChanges:
    """What is different in the later of two states. `stale` are the files of translations that are stale."""

    outputs: OutputChanges
    numbers: Changes
    stale: tuple[str, ...]
    pages_only: bool

    @property
    def any(self) -> bool:
        """Whether the public sees anything change."""
        return bool(self.outputs.pages or self.outputs.files or self.numbers.figures or self.numbers.counters)


def published_state(outputs: Mapping[str, bytes], *, pages_only: bool = False) -> SiteState:
    """Returns the state of a published site; raises PublishedFault where it publishes no figures."""
    if FIGURES not in outputs:
        raise PublishedFault
    return SiteState(outputs, read_published(outputs[FIGURES], outputs.get(COUNTERS)), pages_only)


def compare_sites(old: SiteState, new: SiteState, stale: tuple[str, ...]) -> SiteChanges:
    """Returns what is different in the later state; `stale` are its stale translations."""
    before, after = old.outputs, new.outputs
    if old.pages_only:
        before, after = (
            {path: data for path, data in each.items() if path.endswith(".html")} for each in (before, after)
        )
    numbers = compare_states(old.numbers, new.numbers)
    return SiteChanges(compare_outputs(before, after), numbers, stale, old.pages_only)
