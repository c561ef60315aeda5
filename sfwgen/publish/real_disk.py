"""The disk of this machine."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager, suppress
from functools import partial
from pathlib import Path

from sfwgen.publish import system
from sfwgen.publish.disk import FILE_MODE, FOLDER_MODE, Entry, Kind
from sfwgen.publish.scratch import Scratch, open_nameless

_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
# Without it, opening a pipe that took a file's place would wait for ever.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
# Windows says EINVAL where a drive has no second names (FAT) or a file has too many.
_NO_LINKS_HERE = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
# The bit of a reparse tag that says: this stands for another path (link, junction, mount point).
_LEADS_ELSEWHERE = 0x2000_0000
_RENAME_TRIES = 20
_RENAME_PAUSE_SECONDS = 0.1


class RealDisk:
    """Does what the `Disk` protocol says with the operating system's own calls."""

    def look(self, path: str) -> Entry | None:
        """Returns what stands at the path itself, or None if nothing does."""
        try:
            # A build looks at every file of a project and of its site: a Path for each takes longer.
            found = os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        return _entry(path.rpartition("/")[2].rpartition(os.sep)[2], found)

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """Returns what the folder holds, by name."""
        with system.naming(folder), os.scandir(folder) as names:
            # On Windows the listing's own figures lack the inode, hence a look at each. What an editor has
            # removed since the listing is not there.
            found = [entry for each in names if (entry := self.look(each.path)) is not None]
        return tuple(sorted(found, key=lambda each: each.name))

    def read(self, path: str, limit: int | None = None) -> bytes:
        """Returns the bytes of a plain file, at most `limit` + 1 of them; refuses anything else."""
        with system.naming(path):
            handle = os.open(path, os.O_RDONLY | _AS_IT_IS | _AT_ONCE)
            with io.FileIO(handle, "rb") as file:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    raise OSError(errno.EINVAL, "no plain file", path)
                return file.readall() if limit is None else _read_up_to(file.fileno(), limit + 1)

    def write(
        self,
        path: str,
        data: bytes | Iterable[bytes | memoryview],
        *,
        mtime: int | None = None,
        durable: bool = False,
    ) -> None:
        """Makes a new file of mode 0644 of the data or its parts; an existing one is never written into."""
        with system.naming(path):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_IT_IS, FILE_MODE)
            with io.FileIO(handle, "wb") as file:
                for part in (data,) if isinstance(data, bytes) else data:
                    rest = memoryview(part)
                    while rest:
                        rest = rest[file.write(rest) :]
                if sys.platform != "win32":
                    os.fchmod(handle, FILE_MODE)
                if durable:
                    os.fsync(handle)
            if mtime is not None:
                os.utime(path, ns=(mtime, mtime))

    def scratch(self, folder: str) -> Scratch:
        """Returns where data can lie that need not be in memory: a nameless file on the disk of a folder."""
        return Scratch(partial(open_nameless, folder))

    def make_folder(self, path: str, mode: int = FOLDER_MODE) -> None:
        """Makes a folder of exactly this mode, whatever the umask."""
        # Windows takes 0700 only, and shuts everyone else out then; otherwise rights are inherited.
        Path(path).mkdir(mode)
        if sys.platform != "win32":
            Path(path).chmod(mode)

    def link(self, old: str, new: str) -> bool:
        """Gives the file `old` the second name `new`; returns False where that cannot be had."""
        try:
            os.link(old, new, follow_symlinks=False)
        except NotImplementedError:
            return False
        except OSError as error:
            if error.errno in _NO_LINKS_HERE:
                return False
            raise
        return True

    def rename(self, old: str, new: str) -> None:
        """Renames a file or a folder in one step; a file at `new` is replaced.

        On Windows a virus scanner or the preview may have a file open for a moment: tries for two seconds.
        """
        for _ in range(_RENAME_TRIES if sys.platform == "win32" else 0):
            with suppress(PermissionError):
                Path(old).replace(new)
                return
            time.sleep(_RENAME_PAUSE_SECONDS)
        Path(old).replace(new)

    def exchange(self, one: str, other: str) -> bool:
        """Swaps the names of two folders in one step; returns False, with nothing done, where it cannot."""
        return system.exchange(one, other)

    def remove_file(self, path: str) -> None:
        """Removes one name of a file, link or special file."""
        Path(path).unlink()

    def remove_folder(self, path: str) -> None:
        """Removes an empty folder."""
        Path(path).rmdir()

    def sync(self, folder: str) -> None:
        """Returns once everything below the folder is safe against a power cut."""
        with system.naming(folder):
            if not system.sync_file_system(folder):
                self._sync_each(folder)

    def _sync_each(self, folder: str) -> None:
        for entry in self.entries(folder):
            path = f"{folder}/{entry.name}"
            if entry.kind is Kind.FOLDER:
                self._sync_each(path)
            elif entry.kind is Kind.FILE:
                _sync_file(path)
        system.sync_names(folder)

    def sync_folder(self, folder: str) -> None:
        """Returns once the names in the folder are safe against a power cut."""
        with system.naming(folder):
            system.sync_names(folder)

    def lock(self, path: str, *, wait: bool) -> AbstractContextManager[None]:
        """Holds the lock file; freed by the system when the process dies. Raises HeldError unless `wait`."""
        return system.locked(path, wait=wait)


def _entry(name: str, found: os.stat_result) -> Entry:
    return Entry(
        name=name,
        kind=_kind(found),
        size=found.st_size,
        mode=None if sys.platform == "win32" else stat.S_IMODE(found.st_mode),
        device=found.st_dev,
        number=found.st_ino,
        mtime=found.st_mtime_ns,
    )


def _kind(found: os.stat_result) -> Kind:
    # Junctions of Windows are links in all but the mode; a file that is kept in the cloud is a file.
    if getattr(found, "st_reparse_tag", 0) & _LEADS_ELSEWHERE or stat.S_ISLNK(found.st_mode):
        return Kind.LINK
    if stat.S_ISREG(found.st_mode):
        return Kind.FILE
    return Kind.FOLDER if stat.S_ISDIR(found.st_mode) else Kind.SPECIAL


def _read_up_to(handle: int, count: int) -> bytes:
    parts = []
    while count > 0 and (part := os.read(handle, min(count, 1 << 20))):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _sync_file(path: str) -> None:
    # Windows syncs only what is open for writing; nothing is written.
    handle = os.open(path, os.O_RDWR | _AS_IT_IS)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
