"""A disk in memory that can fail, or lose its power, at a chosen call."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from random import Random

from sfwgen.publish.disk import FILE_MODE, FOLDER_MODE, Entry, HeldError, Kind
from sfwgen.publish.scratch import Scratch

DEVICE = 1


class DiedError(BaseException):
    """The process was killed: no `except Exception` sees it, and the disk takes no further call."""


@dataclass(slots=True)
class Trouble:
    """What goes wrong, and at which writing call (from 1)."""

    at: int
    number: int | None
    """The system's error; None stands for the death of the process."""
    lasting: bool = False
    """Whether every later writing call fails too."""

    def strike(self, call: int, path: str) -> None:
        lasting = self.lasting or self.number is None
        if call != self.at and not (lasting and call > self.at):
            return
        if self.number is None:
            raise DiedError
        raise OSError(self.number, os.strerror(self.number), path)


@dataclass(slots=True)
class Node:
    """A file, folder, link or special file."""

    kind: Kind
    number: int
    mtime: int
    mode: int = FILE_MODE
    data: bytes = b""
    children: dict[str, Node] = field(default_factory=dict)
    safe: bool = False
    """Whether the data would survive a power cut."""
    device: int = DEVICE


@dataclass(slots=True)
class MemoryDisk:
    """The `Disk` protocol over nodes in memory. Every change makes its clock tick."""

    can_exchange: bool = True
    can_link: bool = True
    trouble: Trouble | None = None
    root: Node = field(default_factory=lambda: Node(Kind.FOLDER, 0, 0, FOLDER_MODE))
    calls: int = 0
    """Writing calls since the last `recount`."""
    ticks: int = 0
    held_by: int | None = None
    denied: dict[str, int] = field(default_factory=dict)
    """Paths that cannot be looked into or read, with the error."""
    counts_reading: bool = False
    history: list[Names] | None = None
    """What stood where before each change of names since the last sync, once somebody wants to know."""

    # What a user does: not counted, never fails.

    def put(self, path: str, data: bytes = b"", *, kind: Kind = Kind.FILE, mode: int = FILE_MODE) -> None:
        """Puts a file in place, with the folders above it; one that exists is written into."""
        folder, name = self._above(path, make=True)
        node = folder.children.get(name)
        if node is None:
            node = folder.children[name] = self._new(kind, FOLDER_MODE if kind is Kind.FOLDER else mode)
        node.data, node.mtime, node.safe = data, self._tick(), True

    def put_all(self, root: str, files: Mapping[str, bytes]) -> None:
        for path, data in files.items():
            self.put(f"{root}/{path}", data)

    def delete(self, path: str) -> None:
        folder, name = self._above(path)
        del folder.children[name]

    def node(self, path: str) -> Node:
        found = self._find(path)
        assert found is not None, path
        return found

    def files(self, root: str) -> dict[str, bytes] | None:
        """Returns every file below the folder with its bytes; None if there is no such folder."""
        top = self._find(root)
        if top is None:
            return None
        return {path: node.data for path, node in _below(top) if node.kind is not Kind.FOLDER}

    def everything(self, root: str) -> list[tuple[str, Kind, int, int, int, bytes]]:
        """Returns all that is visible of the tree: paths, kinds, modes, inodes, times and bytes."""
        top = self.node(root)
        return [
            (path, node.kind, node.mode, node.number, node.mtime, node.data)
            for path, node in [("", top), *_below(top)]
        ]

    def recount(self, trouble: Trouble | None = None) -> None:
        """Starts counting calls anew, with this trouble ahead."""
        self.calls, self.trouble, self.held_by = 0, trouble, None

    def cut_power(self, *, every: int = 1) -> None:
        """Takes the data of unsynced files away, or of every second, third … of them."""
        unsafe = [node for _, node in _below(self.root) if node.kind is Kind.FILE and not node.safe]
        for node in unsafe[::every]:
            node.data = b""

    def lose_power(self, chance: Random) -> None:
        """Loses what a cut may lose: names since the last sync, from some change on, and unsynced data, torn.

        Names go as a journalled file system loses them: what came before a change that lasts, lasts too.
        """
        if self.history:
            _restore(self.root, chance.choice([_names(self.root), *self.history]))
        for _, node in _below(self.root):
            if node.kind is Kind.FILE and not node.safe:
                node.data = node.data[: chance.choice((len(node.data), len(node.data) // 2, 0))]
        self.history = None

    # The protocol.

    def look(self, path: str) -> Entry | None:
        self._read(path)
        node = self._find(path)
        return None if node is None else _entry(path.rpartition("/")[2], node)

    def entries(self, folder: str) -> tuple[Entry, ...]:
        self._read(folder)
        node = self._there(folder)
        if node.kind is not Kind.FOLDER:
            raise _error(errno.ENOTDIR, folder)
        return tuple(_entry(name, child) for name, child in sorted(node.children.items()))

    def read(self, path: str, limit: int | None = None) -> bytes:
        self._read(path)
        node = self._there(path)
        if node.kind is not Kind.FILE:
            raise _error(errno.EINVAL, path)
        return node.data if limit is None else node.data[: limit + 1]

    def scratch(self, folder: str) -> Scratch:
        assert folder
        return Scratch()

    def write(
        self,
        path: str,
        data: bytes | Iterable[bytes | memoryview],
        *,
        mtime: int | None = None,
        durable: bool = False,
    ) -> None:
        # Two calls, so that a failure can leave an empty file behind.
        self._count(path)
        folder, name = self._above(path)
        if name in folder.children:
            raise _error(errno.EEXIST, path)
        node = folder.children[name] = self._new(Kind.FILE, FILE_MODE)
        self._count(path)
        node.data, node.safe = data if isinstance(data, bytes) else b"".join(data), durable
        node.mtime = self._tick() if mtime is None else mtime

    def make_folder(self, path: str, mode: int = FOLDER_MODE) -> None:
        self._count(path)
        folder, name = self._above(path)
        if name in folder.children:
            raise _error(errno.EEXIST, path)
        folder.children[name] = self._new(Kind.FOLDER, mode)

    def link(self, old: str, new: str) -> bool:
        if not self.can_link:
            return False
        self._count(new)
        folder, name = self._above(new)
        if name in folder.children:
            raise _error(errno.EEXIST, new)
        folder.children[name] = self._there(old)
        return True

    def rename(self, old: str, new: str) -> None:
        self._count(old)
        node = self._there(old)
        (source, source_name), (target, name) = self._above(old), self._above(new)
        present = target.children.get(name)
        if present is not None and (present.kind, node.kind) != (Kind.FILE, Kind.FILE):
            raise _error(errno.ENOTEMPTY, new)
        del source.children[source_name]
        target.children[name] = node

    def exchange(self, one: str, other: str) -> bool:
        if not self.can_exchange:
            return False
        self._count(one)
        first, second = self._there(one), self._there(other)
        (left, left_name), (right, right_name) = self._above(one), self._above(other)
        left.children[left_name], right.children[right_name] = second, first
        return True

    def remove_file(self, path: str) -> None:
        self._count(path)
        if self._there(path).kind is Kind.FOLDER:
            raise _error(errno.EISDIR, path)
        self.delete(path)

    def remove_folder(self, path: str) -> None:
        self._count(path)
        node = self._there(path)
        if node.kind is not Kind.FOLDER or node.children:
            raise _error(errno.ENOTEMPTY, path)
        self.delete(path)

    def sync(self, folder: str) -> None:
        self._count(folder)
        for _, node in _below(self.root):
            node.safe = True
        self._forget()

    def sync_folder(self, folder: str) -> None:
        self._count(folder)
        self._forget()

    def _forget(self) -> None:
        if self.history is not None:
            self.history.clear()

    def lock(self, path: str, *, wait: bool) -> AbstractContextManager[None]:
        return self._locked(path, wait=wait)

    @contextmanager
    def _locked(self, path: str, *, wait: bool) -> Iterator[None]:
        if self.held_by is not None:
            assert not wait, "would wait for ever"
            raise HeldError(self.held_by)
        self.put(path, b"1\n")
        self.held_by = 1
        try:
            yield
        finally:
            self.held_by = None

    def _count(self, path: str) -> None:
        self.calls += 1
        if self.history is not None:
            self.history.append(_names(self.root))
        if self.trouble is not None:
            self.trouble.strike(self.calls, path)

    def _read(self, path: str) -> None:
        if path in self.denied:
            raise _error(self.denied[path], path)
        if self.counts_reading:
            self._count(path)

    def _tick(self) -> int:
        self.ticks += 1
        return self.ticks

    def _new(self, kind: Kind, mode: int) -> Node:
        tick = self._tick()
        return Node(kind, tick, tick, mode)

    def _find(self, path: str) -> Node | None:
        node = self.root
        for part in path.strip("/").split("/"):
            if part not in node.children:
                return None
            node = node.children[part]
        return node

    def _there(self, path: str) -> Node:
        node = self._find(path)
        if node is None:
            raise _error(errno.ENOENT, path)
        return node

    def _above(self, path: str, *, make: bool = False) -> tuple[Node, str]:
        *folders, name = path.strip("/").split("/")
        node = self.root
        for part in folders:
            if part not in node.children:
                if not make:
                    raise _error(errno.ENOENT, path)
                node.children[part] = self._new(Kind.FOLDER, FOLDER_MODE)
            node = node.children[part]
        return node, name


Names = dict[str, tuple["Node", "Names"]]
"""What stands in a folder, by name, and what stands in that."""


def _names(folder: Node) -> Names:
    return {name: (node, _names(node)) for name, node in folder.children.items()}


def _restore(folder: Node, names: Names) -> None:
    folder.children = {name: node for name, (node, _) in names.items()}
    for node, below in names.values():
        _restore(node, below)


def _below(node: Node, prefix: str = "") -> Iterator[tuple[str, Node]]:
    for name, child in sorted(node.children.items()):
        yield f"{prefix}{name}", child
        yield from _below(child, f"{prefix}{name}/")


def _entry(name: str, node: Node) -> Entry:
    return Entry(name, node.kind, len(node.data), node.mode, node.device, node.number, node.mtime)


def _error(number: int, path: str) -> OSError:
    return OSError(number, os.strerror(number), path)
