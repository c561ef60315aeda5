"""Makes this process look like one on Windows to sfwgen: run it first, before anything of sfwgen is imported.

Gone are the calls that Python does not have there; `msvcrt` stands over the locks of this system. What is left of
the difference (names, shares, scanners) only a real Windows shows.
"""

from __future__ import annotations

import errno
import fcntl
import os
import sys
import types

_LK_UNLCK, _LK_LOCK, _LK_NBLCK = 0, 1, 2
_MISSING = ("fork", "fchmod", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_DIRECTORY", "geteuid", "statvfs")


def _locking(handle: int, mode: int, count: int) -> None:
    if mode == _LK_UNLCK:
        fcntl.lockf(handle, fcntl.LOCK_UN, count, 0, os.SEEK_CUR)
        return
    try:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, count, 0, os.SEEK_CUR)
    except OSError as error:
        number = errno.EACCES if mode == _LK_NBLCK else errno.EDEADLK
        raise OSError(number, "the lock is held") from error


def pretend() -> None:
    """Changes what sfwgen can see of the system."""
    msvcrt = types.ModuleType("msvcrt")
    for name, value in {
        "LK_UNLCK": _LK_UNLCK,
        "LK_LOCK": _LK_LOCK,
        "LK_NBLCK": _LK_NBLCK,
        "locking": _locking,
    }.items():
        setattr(msvcrt, name, value)
    sys.modules["msvcrt"] = msvcrt
    # An import of it fails from now on.
    sys.modules["fcntl"] = None  # type: ignore[assignment]  # how Python spells a module that is not there
    for name in _MISSING:
        if hasattr(os, name):
            delattr(os, name)
    sys.platform = "win32"
