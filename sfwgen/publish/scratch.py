"""Data that lies aside, in a file without a name, until it is asked for again: it need not be in memory."""

from __future__ import annotations

import os
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_SHORT = 512
"""What is as short takes no less memory where it is kept track of than where it is kept."""
_LITTLE = 4 << 20
"""So many bytes stay in memory before there is a file: most projects need none."""


@dataclass(frozen=True, slots=True)
class InMemory:
    """Data that lies in memory."""

    data: bytes | memoryview

    def __len__(self) -> int:
        return len(self.data)

    def read(self) -> bytes | memoryview:
        """Returns the data."""
        return self.data


class NamelessFile:
    """A file that has no name and is gone when nobody refers to it any more."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        weakref.finalize(self, os.close, descriptor)

    def append(self, data: memoryview) -> int:
        """Writes some of the data behind what was written before; returns how much."""
        return os.write(self._descriptor, data)

    def read(self, size: int, start: int) -> bytes:
        """Returns so many bytes from a place on. Copies of this process may read at the same time."""
        if hasattr(os, "pread"):
            return os.pread(self._descriptor, size, start)
        # Without it (Windows) there are no copies, and all that is written is written before.
        os.lseek(self._descriptor, start, os.SEEK_SET)
        data = os.read(self._descriptor, size)
        os.lseek(self._descriptor, 0, os.SEEK_END)
        return data


def open_nameless(folder: str) -> NamelessFile | None:
    """Returns a new file on the disk of a folder, which is made if need be; None where there can be none."""
    import tempfile

    try:
        Path(folder).mkdir(exist_ok=True)
        with tempfile.TemporaryFile(buffering=0, prefix="scratch-", dir=folder) as file:
            return NamelessFile(os.dup(file.fileno()))
    except OSError:
        return None


@dataclass(frozen=True, slots=True)
class InFile:
    """Data that lies in a file, from a place on."""

    file: NamelessFile
    start: int
    size: int

    def __len__(self) -> int:
        return self.size

    def __reduce__(self) -> tuple[type[InMemory], tuple[bytes]]:
        """Travels to other processes as what it is."""
        return InMemory, (self.read(),)

    def read(self) -> bytes:
        """Returns the data."""
        return self.file.read(self.size, self.start)


Lying = InMemory | InFile


class Scratch:
    """Takes data into a file that nobody else sees; where that is full or cannot be had, into memory."""

    def __init__(self, open_file: Callable[[], NamelessFile | None] = lambda: None) -> None:
        self._open = open_file
        self._file: NamelessFile | None = None
        self._in_memory = 0
        self._end = 0

    def put(self, data: bytes | memoryview) -> Lying:
        """Returns the data as it lies now."""
        if self._file is None and self._in_memory > _LITTLE:
            self._file, self._open = self._open(), lambda: None
        if self._file is None or len(data) <= _SHORT:
            self._in_memory += len(data)
            return InMemory(data)
        start, rest = self._end, memoryview(data)
        try:
            while rest:
                rest = rest[self._file.append(rest) :]
        except OSError:
            self._file = None
            return InMemory(data)
        self._end = start + len(data)
        return InFile(self._file, start, len(data))
