"""The files below `.sfwgen/` that only save time: each carries its own digest and may be lost at any time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress

from sfwgen.publish import Disk, Kind

FOLDER = ".sfwgen"
_LIMIT = 1 << 30
_DIGEST_BYTES = 32


def read_state(disk: Disk, root: str, name: str) -> memoryview | None:
    """Returns what was written under a name, or None where that is missing, damaged or over a gibibyte."""
    path = f"{root}/{FOLDER}/{name}"
    try:
        entry = disk.look(path)
        if entry is None or entry.kind is not Kind.FILE or entry.size > _LIMIT:
            return None
        data = memoryview(disk.read(path))
    except OSError:
        return None
    payload, digest = data[:-_DIGEST_BYTES], data[-_DIGEST_BYTES:]
    return payload if hashlib.sha256(payload).digest() == digest else None


def write_state(disk: Disk, root: str, name: str, payload: Iterable[bytes | memoryview]) -> None:
    """Puts a file of these parts in place in one step. A disk that refuses it costs time, not the build."""
    path = f"{root}/{FOLDER}/{name}"
    with suppress(OSError):
        if disk.look(f"{root}/{FOLDER}") is None:
            disk.make_folder(f"{root}/{FOLDER}")
        if disk.look(f"{path}.new") is not None:
            disk.remove_file(f"{path}.new")
        disk.write(f"{path}.new", _sealed(payload))
        disk.rename(f"{path}.new", path)


def _sealed(payload: Iterable[bytes | memoryview]) -> Iterator[bytes | memoryview]:
    """The parts, and at their end a digest of them all."""
    digest = hashlib.sha256()
    for part in payload:
        digest.update(part)
        yield part
    yield digest.digest()
