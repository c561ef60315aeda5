"""What a change of the content does to the public numbers: two states of a site, compared as plain values."""

from sfwgen.changes.diff import Change, Changes, Delta, StaleText, compare_states
from sfwgen.changes.published import PublishedFault, read_published
from sfwgen.changes.snapshot import CounterState, FigureState, Place, Snapshot, TextState, take_snapshot

__all__ = [
    "Change",
    "Changes",
    "CounterState",
    "Delta",
    "FigureState",
    "Place",
    "PublishedFault",
    "Snapshot",
    "StaleText",
    "TextState",
    "compare_states",
    "read_published",
    "take_snapshot",
]
