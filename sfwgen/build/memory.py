"""What earlier builds worked out, so that what has not changed costs nothing again.

Each result is kept under a digest of all that it depends on: the engine, its kind, its key. The record is
data only and may be lost, deleted or copied to another machine at any time: what is not in it is worked out
anew. Nothing is kept of a build that had errors, and only what the last build used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import suppress
from typing import TypeVar, cast

from sfwgen.build.engine import engine_digest
from sfwgen.build.results import Tally
from sfwgen.build.state import read_state, write_state
from sfwgen.build.workers import run_work
from sfwgen.each import NOTHING, Shared
from sfwgen.publish import Disk
from sfwgen.values import UnreadableValue, freeze, thaw

NAME = "results"
_KEY_BYTES = 16
_SIZE_BYTES = 4

Result = TypeVar("Result")


class Memory:
    """Does pure work, remembers what came of it, and uses all processors where there is much to do."""

    def __init__(self, known: Mapping[bytes, bytes] | None = None, *, workers: int = 1) -> None:
        self._known = dict(known or {})
        self._used: dict[bytes, bytes] = {}
        self._workers = workers
        self._made: dict[str, set[str]] = {}
        self._asked: dict[str, int] = {}
        self._engine = engine_digest()

    @property
    def known(self) -> Mapping[bytes, bytes]:
        """What was known from earlier builds, by digest."""
        return self._known

    @property
    def entries(self) -> Mapping[bytes, bytes]:
        """What was used, by digest."""
        return self._used

    @property
    def made(self) -> Mapping[str, Set[str]]:
        """The keys of what was worked out, not remembered, by kind."""
        return self._made

    @property
    def tally(self) -> Mapping[str, Tally]:
        """How much was worked out and how much was remembered, by kind."""
        made = {kind: len(self._made[kind]) for kind in self._asked}
        return {kind: Tally(made[kind], asked - made[kind]) for kind, asked in self._asked.items()}

    @property
    def changed(self) -> bool:
        """Whether what was used is other than what was known."""
        return self._used.keys() != self._known.keys()

    def each(
        self, kind: str, keys: Sequence[str], work: Callable[[int], Result], shared: Shared = NOTHING
    ) -> list[Result]:
        """Returns what `work` gives for each key; see `sfwgen.each.Each`."""
        names = [self._name(kind, key) for key in keys]
        results: dict[int, Result] = {}
        missing: list[int] = []
        for number, name in enumerate(names):
            data = self._used.get(name) or self._known.get(name)
            if data is None or not self._recall(results, number, name, data, shared):
                missing.append(number)

        self._made.setdefault(kind, set()).update(keys[number] for number in missing)
        self._asked[kind] = self._asked.get(kind, 0) + len(keys)

        def frozen(number: int) -> bytes:
            return freeze(work(number), shared)

        for number, data in run_work(frozen, missing, self._workers):
            results[number] = cast("Result", thaw(data, shared))
            self._used[names[number]] = data
        return [results[number] for number in range(len(keys))]

    def _name(self, kind: str, key: str) -> bytes:
        text = f"{self._engine}\0{kind}\0{key}"
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest()

    def _recall(
        self, results: dict[int, Result], number: int, name: bytes, data: bytes, shared: Shared
    ) -> bool:
        # What another version or another hand has written in another form counts as none.
        with suppress(UnreadableValue):
            results[number] = cast("Result", thaw(data, shared))
            self._used[name] = data
            return True
        return False


def read_memory(disk: Disk, root: str, *, workers: int = 1) -> Memory:
    """Returns what earlier builds of a project remembered; nothing where there is no sound record."""
    return Memory(_decode(read_state(disk, root, NAME) or b""), workers=workers)


def write_memory(disk: Disk, root: str, memory: Memory) -> None:
    """Keeps what a build has used, for the next one. A disk that refuses it costs time, not the build."""
    if memory.changed:
        write_state(disk, root, NAME, _encode(memory.entries))


def _encode(entries: Mapping[bytes, bytes]) -> bytes:
    sized = ((name, len(data).to_bytes(_SIZE_BYTES, "little"), data) for name, data in entries.items())
    return b"".join(part for parts in sized for part in parts)


def _decode(data: bytes) -> dict[bytes, bytes]:
    known: dict[bytes, bytes] = {}
    start = 0
    while start < len(data):
        head = start + _KEY_BYTES + _SIZE_BYTES
        end = head + int.from_bytes(data[start + _KEY_BYTES : head], "little")
        known[data[start : start + _KEY_BYTES]] = data[head:end]
        start = end
    return known
