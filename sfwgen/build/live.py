"""What a process remembers of its own builds: the values themselves, so that the next one reads none anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar, cast

from sfwgen.build.memory import Bytes, Memory
from sfwgen.each import NOTHING, Shared

Result = TypeVar("Result")


class Superseded(Exception):
    """A build has been given up, as another one is to follow it."""


class LiveMemory(Memory):
    """A memory for build after build in one process, which keeps what the last finished one used.

    `give_up` is asked before each kind of work; where it says yes, the build ends with Superseded.
    """

    def __init__(self, known: Mapping[bytes, Bytes], give_up: Callable[[], bool]) -> None:
        super().__init__(known)
        self._give_up = give_up
        self._last: dict[tuple[str, str], object] = {}
        self._now: dict[tuple[str, str], object] = {}
        self._shared: dict[str, Shared] = {}

    def each(
        self, kind: str, keys: Sequence[str], work: Callable[[int], Result], shared: Shared = NOTHING, /
    ) -> list[Result]:
        """Returns what `work` gives for each key; see `sfwgen.each.Each`."""
        if self._give_up():
            raise Superseded
        if self._shared.get(kind, shared) != shared:
            # They refer to words of the project that are no longer what they were.
            self._forget(kind)
        self._shared[kind] = shared
        missing = [at for at, key in enumerate(keys) if not self._recalled(kind, key)]
        asked = [keys[at] for at in missing]
        made = super().each(kind, asked, lambda number: work(missing[number]), shared)
        self._now.update(((kind, key), value) for key, value in zip(asked, made, strict=True))
        return [cast("Result", self._now[kind, key]) for key in keys]

    def settle(self) -> None:
        """Forgets what the build that has just been finished did not use."""
        self._last, self._now = self._now, {}
        names = {self._name(kind, key) for kind, key in self._last}
        self._known = {name: data for name, data in {**self._known, **self.entries}.items() if name in names}
        self._used = {}

    def _recalled(self, kind: str, key: str) -> bool:
        name = (kind, key)
        if name not in self._now and name in self._last:
            self._now[name] = self._last[name]
        return name in self._now

    def _forget(self, kind: str) -> None:
        for values in (self._last, self._now):
            for name in [each for each in values if each[0] == kind]:
                del values[name]
