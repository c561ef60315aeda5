"""What sfwgen asks of a disk: few operations, so that a disk in memory can stand in and fail on purpose.

Paths are text with `/`. A system's refusal is an `OSError` that names the path (`filename`).
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sfwgen.publish.scratch import Scratch

FILE_MODE = 0o644
FOLDER_MODE = 0o755
PRIVATE_MODE = 0o700


class Kind(StrEnum):
    """What an entry of a folder is; a link is never followed."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the system says about one name in a folder."""

    name: str
    kind: Kind
    size: int
    mode: int | None
    """Permission bits, or None where the system has none."""
    device: int
    number: int
    """The inode: on one device it stays with the file or folder when that is renamed."""
    mtime: int
    """Nanoseconds; only ever handed on to a copy, never compared."""

    def has_mode(self, mode: int) -> bool:
        """Returns whether the permission bits are these; true where the system has none."""
        return self.mode is None or self.mode == mode


class HeldError(Exception):
    """The lock is held by another process; `pid` is its number, or None if that is not known."""

    def __init__(self, pid: int | None) -> None:
        super().__init__(f"held by {pid}")
        self.pid = pid


class Disk(Protocol):
    """The file operations that reading a project and publishing a site need."""

    def look(self, path: str) -> Entry | None:
        """Returns what stands at the path itself, or None if nothing does."""

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """Returns what the folder holds, by name."""

    def read(self, path: str, limit: int | None = None) -> bytes:
        """Returns the bytes of a plain file, at most `limit` + 1 of them; refuses anything else."""

    def write(
        self,
        path: str,
        data: bytes | Iterable[bytes | memoryview],
        *,
        mtime: int | None = None,
        durable: bool = False,
    ) -> None:
        """Makes a new file of mode 0644 of the data, or of its parts; an existing one is never written into.

        The file gets the modification time `mtime` if given, and is safe against a power cut if `durable`.
        """

    def scratch(self, folder: str) -> Scratch:
        """Returns where data can lie that need not be in memory: a nameless file on the disk of a folder."""

    def make_folder(self, path: str, mode: int = FOLDER_MODE) -> None:
        """Makes a folder of exactly this mode, whatever the umask."""

    def link(self, old: str, new: str) -> bool:
        """Gives the file `old` the second name `new`; returns False where that cannot be had."""

    def rename(self, old: str, new: str) -> None:
        """Renames a file or a folder in one step; a file at `new` is replaced."""

    def exchange(self, one: str, other: str) -> bool:
        """Swaps the names of two folders in one step; returns False, with nothing done, where it cannot."""

    def remove_file(self, path: str) -> None:
        """Removes one name of a file, link or special file."""

    def remove_folder(self, path: str) -> None:
        """Removes an empty folder."""

    def sync(self, folder: str) -> None:
        """Returns once everything below the folder is safe against a power cut."""

    def sync_folder(self, folder: str) -> None:
        """Returns once the names in the folder are safe against a power cut."""

    def lock(self, path: str, *, wait: bool) -> AbstractContextManager[None]:
        """Holds the lock file; freed by the system when the process dies. Raises HeldError unless `wait`."""
