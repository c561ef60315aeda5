"""Two states of a site compared: which public numbers changed, on which pages, in which translations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Generic, TypeVar

from sfwgen.changes.snapshot import CounterState, FigureState, Snapshot, TextState

State = TypeVar("State", FigureState, CounterState)


class Change(StrEnum):
    """What became of a number."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Delta(Generic[State]):
    """A figure or counter before and after; `fields` names what changed, empty where it is new or gone."""

    change: Change
    before: State | None
    after: State | None
    fields: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """The later state, or the last one of what is gone."""
        state = self.after or self.before
        assert state is not None
        return state


@dataclass(frozen=True, slots=True)
class StaleText:
    """A translation to look at again: the wording of its original changed, or figures that it cites did."""

    text: TextState
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change does to the public numbers.

    `texts_known` is false where only published data was compared, which tells nothing of translations.
    """

    figures: tuple[Delta[FigureState], ...]
    counters: tuple[Delta[CounterState], ...]
    pages: tuple[str, ...]
    translations: tuple[StaleText, ...]
    texts_known: bool

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return bool(self.figures or self.counters or self.translations)


def compare_states(old: Snapshot, new: Snapshot) -> Changes:
    """Returns what is different in the later of two states."""
    figures = tuple(_deltas(old.figures, new.figures))
    counters = tuple(_deltas(old.counters, new.counters))
    pages = {page for delta in figures for page in _pages(delta)}
    pages |= {page for delta in counters for page in _pages(delta)}
    known = old.texts is not None and new.texts is not None
    stale = tuple(_stale(old, new, figures)) if known else ()
    return Changes(figures, counters, tuple(sorted(pages)), stale, known)


def _pages(delta: Delta[State]) -> Iterator[str]:
    for state in (delta.before, delta.after):
        yield from state.pages if state is not None else ()


def _deltas(old: Mapping[str, State], new: Mapping[str, State]) -> Iterator[Delta[State]]:
    for id_ in sorted({*old, *new}):
        before, after = old.get(id_), new.get(id_)
        if before is None or after is None:
            yield Delta(Change.REMOVED if after is None else Change.ADDED, before, after)
        elif before != after:
            changed = (
                each.name
                for each in fields(before)
                if each.compare and getattr(before, each.name) != getattr(after, each.name)
            )
            yield Delta(Change.CHANGED, before, after, tuple(changed))


def _stale(old: Snapshot, new: Snapshot, figures: tuple[Delta[FigureState], ...]) -> Iterator[StaleText]:
    before, after = old.texts or {}, new.texts or {}
    originals = {text.document: text for text in after.values() if text.default}
    earlier = {text.document: text for text in before.values() if text.default}
    for (document, lang), text in sorted(after.items()):
        was = before.get((document, lang))
        if text.default or was is None or was.whole != text.whole:
            continue
        original, original_was = originals.get(document), earlier.get(document)
        reworded = original and original_was and original.wording != original_was.wording
        cited = tuple(delta.state.id for delta in figures if _cites(delta, text))
        if reworded or cited:
            yield StaleText(text, cited)


def _cites(delta: Delta[FigureState], text: TextState) -> bool:
    """Whether a text prints in words a figure that is not any more what it was."""
    return delta.before is not None and any(
        place.file == text.file and not place.filled_in for place in delta.before.cited
    )
