"""What the standard library leaves out: swapping two folders, syncing a file system, locking a file.

Each function says where it works; where it does not, it says so by its result.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache

from sfwgen.publish.disk import FILE_MODE, HeldError

AT_FDCWD = -100
RENAME_EXCHANGE = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


@contextmanager
def naming(path: str) -> Iterator[None]:
    """Names the path in an error of a call that was given a handle only."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = path
        raise


@cache
def _libc() -> ctypes.CDLL | None:
    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def exchange(one: str, other: str) -> bool:
    """Swaps two names by `renameat2(RENAME_EXCHANGE)`; returns False where kernel or file system lack it.

    A refusal names the first path.
    """
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
    handle = os.open(folder, os.O_RDONLY)
    try:
        return call(handle) == 0 or _refused(ctypes.get_errno(), folder)
    finally:
        os.close(handle)


def sync_names(folder: str) -> None:
    """Writes out the names in the folder; does nothing on Windows, where a folder cannot be opened."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
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
        with naming(path):
            while not _take(handle, wait=wait):
                if not wait:
                    raise HeldError(_holder(handle))
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        _release(handle)
        # What was done under the lock is done, whatever the system says now.
        with suppress(OSError):
            os.close(handle)


def _open_lock(path: str) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), FILE_MODE)


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
        except OSError as error:
            # Held by another: at once EACCES, after ten seconds of trying EDEADLK.
            if error.errno in {errno.EACCES, errno.EDEADLK}:
                return False
            raise
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

    def _release(handle: int) -> None:
        # Windows frees the lock of a closed file too, but takes its time.
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        with suppress(OSError):
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True

    def _release(handle: int) -> None:
        """Does nothing: closing the file frees the lock."""
