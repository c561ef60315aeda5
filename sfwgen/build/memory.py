"""What earlier builds worked out, so that what has not changed costs nothing again.

Each result is kept under a digest of all that it depends on: the engine, its kind, its key. The record is
data only and may be lost, deleted or copied to another machine at any time: what is not in it is worked out
anew. Nothing is kept of a build that had errors, and little but what the last build used.

A large record is two files: what a build of everything used, and what later builds have added. After an edit
only the second one is written; once it has grown, or much of the first is out of use, both become one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar, cast

from sfwgen.build.engine import engine_digest
from sfwgen.build.results import Tally
from sfwgen.build.state import read_state, write_state
from sfwgen.build.workers import Work, run_work
from sfwgen.each import NOTHING, Shared
from sfwgen.publish import Disk
from sfwgen.publish.scratch import InMemory, Lying, Scratch
from sfwgen.values import UnreadableValue, freeze, thaw

if TYPE_CHECKING:
    from concurrent.futures import Executor

NAME = "results"
NEWER = "results-newer"
_LARGE = 4 << 20
"""From how many bytes on a record is not written as a whole for every edit."""
_SHARE = 8
"""What part of a large record may be in its second file, and what part of it out of use."""
_KEY_BYTES = 16
_SIZE_BYTES = 4
_SHORT = 1 << 10

Result = TypeVar("Result")
Bytes = bytes | memoryview


class Memory:
    """Does pure work, remembers what came of it, and uses all processors where there is much to do."""

    def __init__(
        self,
        known: Mapping[bytes, Bytes] | None = None,
        newer: Mapping[bytes, Bytes] | None = None,
        *,
        workers: int = 1,
        executor: Executor | None = None,
        scratch: Scratch | None = None,
    ) -> None:
        self._base = dict(known or {})
        self._newer = dict(newer or {})
        self._known = {**self._base, **self._newer}
        self._used: dict[bytes, Lying] = {}
        self.scratch = scratch or Scratch()
        self._workers = workers
        self._executor = executor
        self._made: dict[str, set[str]] = {}
        self._asked: dict[str, int] = {}
        self._engine = engine_digest()

    def __reduce__(self) -> tuple[type[Memory], tuple[()]]:
        """Travels to other processes empty: no work asks for what other work has worked out."""
        return Memory, ()

    @property
    def known(self) -> Mapping[bytes, Bytes]:
        """What was known from earlier builds, by digest."""
        return self._known

    @property
    def entries(self) -> Mapping[bytes, Bytes]:
        """What was used, by digest."""
        return {name: lying.read() for name, lying in self._used.items()}

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
        """Whether what was used is other than what is on record, as far as that is to be written."""
        return self.added.keys() != self._newer.keys() or self.outdated

    @property
    def outdated(self) -> bool:
        """Whether the record is small and not as it should be, or one of its parts is too large."""
        whole = sum(map(len, self._base.values()))
        unused = sum(len(self._base[name]) for name in self._base.keys() - self._used.keys())
        added = sum(map(len, self.added.values()))
        return (
            max(added, unused) * _SHARE > whole if whole > _LARGE else self._used.keys() != self._base.keys()
        )

    @property
    def used(self) -> Mapping[bytes, Lying]:
        """What was used, by digest, as it lies."""
        return self._used

    @property
    def added(self) -> Mapping[bytes, Lying]:
        """What was used that the first file does not have."""
        return {name: self._used[name] for name in self._used.keys() - self._base.keys()}

    def each(
        self, kind: str, keys: Sequence[str], work: Callable[[int], Result], shared: Shared = NOTHING
    ) -> list[Result]:
        """Returns what `work` gives for each key; see `sfwgen.each.Each`."""
        names = [self._name(kind, key) for key in keys]
        results: dict[int, Result] = {}
        missing: list[int] = []
        for number, name in enumerate(names):
            if not self._recall(results, number, name, shared):
                missing.append(number)

        self._made.setdefault(kind, set()).update(keys[number] for number in missing)
        self._asked[kind] = self._asked.get(kind, 0) + len(keys)

        here, made_here = os.getpid(), dict[int, Result]()

        def frozen(number: int) -> bytes:
            made = work(number)
            if os.getpid() == here:
                made_here[number] = made
            return freeze(made, shared)

        for number, data in self._run(frozen, missing):
            # What was made in this process need not be read again.
            found = made_here.pop(number) if number in made_here else thaw(data, shared)
            results[number] = cast("Result", found)
            self._used[names[number]] = self.scratch.put(data)
        return [results[number] for number in range(len(keys))]

    def _run(self, work: Work, numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        if self._executor is None:
            return run_work(work, numbers, self._workers)
        from sfwgen.build.executors import run_on

        return run_on(self._executor, work, numbers)

    def _name(self, kind: str, key: str) -> bytes:
        text = f"{self._engine}\0{kind}\0{key}"
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest()

    def _recall(self, results: dict[int, Result], number: int, name: bytes, shared: Shared) -> bool:
        lying = self._used.get(name)
        if lying is None:
            known = self._known.get(name)
            if known is None:
                return False
            lying = InMemory(known)
        # What another version or another hand has written in another form counts as none.
        with suppress(UnreadableValue):
            results[number] = cast("Result", thaw(lying.read(), shared))
            self._used[name] = lying
            return True
        return False


def read_memory(
    disk: Disk,
    root: str,
    *,
    workers: int = 1,
    executor: Executor | None = None,
    scratch: Scratch | None = None,
) -> Memory:
    """Returns what earlier builds of a project remembered; nothing where there is no sound record."""
    base, newer = (_decode(read_state(disk, root, name) or memoryview(b"")) for name in (NAME, NEWER))
    return Memory(base, newer, workers=workers, executor=executor, scratch=scratch)


def write_memory(disk: Disk, root: str, memory: Memory) -> None:
    """Keeps what a build has used, for the next one. A disk that refuses it costs time, not the build."""
    if not memory.changed:
        return
    if memory.outdated:
        write_state(disk, root, NAME, _encode(memory.used))
        write_state(disk, root, NEWER, ())
    else:
        write_state(disk, root, NEWER, _encode(memory.added))


def _encode(entries: Mapping[bytes, Lying]) -> Iterator[Bytes]:
    """Yields what is to be written, the short parts together: each of them is a call of the system."""
    short: list[Bytes] = []
    for name in sorted(entries):
        data = entries[name].read()
        short += (name, len(data).to_bytes(_SIZE_BYTES, "little"))
        if len(data) < _SHORT:
            short.append(data)
        else:
            yield from (b"".join(short), data)
            short = []
    yield b"".join(short)


def _decode(data: memoryview) -> dict[bytes, Bytes]:
    known: dict[bytes, Bytes] = {}
    start = 0
    while start < len(data):
        head = start + _KEY_BYTES + _SIZE_BYTES
        end = head + int.from_bytes(data[start + _KEY_BYTES : head], "little")
        known[bytes(data[start : start + _KEY_BYTES])] = data[head:end]
        start = end
    return known
