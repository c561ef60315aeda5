"""Folders on a real disk, seen as values."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sfwgen.publish import MARKER
from sfwgen.publish.places import MARKER_BYTES


class Seen(NamedTuple):
    """What a file or folder is: all that a reader, a web server or a copying program could notice."""

    mode: int
    """Kind and permission bits."""
    data: bytes
    """A file's bytes, a link's target."""
    mtime: int


def put(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes files as a person or another program would, whatever stands there."""
    for path, data in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def seen(root: Path) -> dict[str, Seen] | None:
    """Returns everything at and below the folder, itself under `.`; None if there is nothing."""
    if not _there(root):
        return None
    return {path.relative_to(root).as_posix(): _seen(path) for path in [root, *root.rglob("*")]}


def files(root: Path) -> dict[str, bytes] | None:
    """Returns the bytes of every file below the folder; None if there is no folder."""
    if not _there(root):
        return None
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def whole(outputs: Mapping[str, bytes]) -> dict[str, bytes]:
    """Returns the files of a clean publication of these outputs."""
    return {**outputs, MARKER: MARKER_BYTES}


def check_clean(root: Path, outputs: Mapping[str, bytes]) -> None:
    """Asserts that the folder is what a clean publication makes: these files, no others, and the modes."""
    assert files(root) == whole(outputs)
    found = seen(root) or {}
    folders = {"."} | {parent.as_posix() for path in outputs for parent in Path(path).parents}
    assert found.keys() == folders | whole(outputs).keys()
    for path, each in found.items():
        assert oct(each.mode) == oct(stat.S_IFDIR | 0o755 if path in folders else stat.S_IFREG | 0o644), path


def _there(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _seen(path: Path) -> Seen:
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        data = str(path.readlink()).encode()
    else:
        data = path.read_bytes() if stat.S_ISREG(found.st_mode) else b""
    return Seen(found.st_mode, data, found.st_mtime_ns)
