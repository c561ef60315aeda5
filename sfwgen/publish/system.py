"""What the standard library leaves out: swapping two folders, syncing a file system, locking a file.

Each function says where it works; where it does not, it says so by its result.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sfwgen.publish.disk import FILE_MODE, HeldError

AT_FDCWD = -100
RENAME_EXCHANGE = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


@cache
def _libc() -> ctypes.CDLL | None:
    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def exchange(one: str, other: str) -> bool:
    """Swaps two names by `renameat2(RENAME_EXCHANGE)`; returns False where kernel or file system lack it."""
    call = getattr(_libc(), "renameat2", None)
    if call is None:
        return False
    result = call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), ctypes.c_uint(RENAME_EXCHANGE))
    return result == 0 or _refused(ctypes.get_errno(), one)


def _refused(number: int, path: str) -> bool:
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), path)


def sync_file_system(folder: str) -> bool:
    """Writes out the file system that holds the folder (`syncfs`); returns False where there is no such call.

    Since Linux 5.8 an earlier failure to write any of its files is reported here too.
    """
    call = getattr(_libc(), "syncfs", None)
    if call is None:
        return False
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return call(handle) == 0 or _refused(ctypes.get_errno(), folder)
    finally:
        os.close(handle)


def sync_names(folder: str) -> None:
    """Writes out the names in the folder; does nothing on Windows, where a folder cannot be opened."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(path: str, *, wait: bool) -> Iterator[None]:
    """Holds an advisory lock on the file, which stands for as long as the project does.

    The holder's process number is in the file. The system frees the lock when the process ends in any way, so
    there is no stale lock to remove. Raises HeldError if another process has it and `wait` is false.
    """
    handle = _open_lock(path)
    try:
        while not _take(handle, wait=wait):
            if not wait:
                raise HeldError(_holder(handle))
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)


def _open_lock(path: str) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    return os.open(path, flags, FILE_MODE)


def _holder(handle: int) -> int | None:
    os.lseek(handle, 0, os.SEEK_SET)
    digits = os.read(handle, 20).strip()
    return int(digits) if digits.isdigit() else None


if sys.platform == "win32":
    import msvcrt

    # Windows keeps others from reading what is locked: the lock lies far behind the number in the file.
    _LOCKED_BYTE = 1 << 20

    def _take(handle: int, *, wait: bool) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _take(handle: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
