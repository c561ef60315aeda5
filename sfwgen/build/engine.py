"""What makes a site besides its sources: this program, its theme, its libraries and the Python they run on.

Whatever an earlier build has worked out counts only for the same engine, so that a new version of anything
begins anew.
"""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from sfwgen.resources import theme_files


@cache
def engine_digest() -> str:
    """Returns a digest of our own modules, the packaged theme, all installed libraries, and the Python.

    That a library counts which sfwgen does not use costs a build from scratch at most.
    """
    digest = hashlib.sha256(f"{platform.python_version()} {sys.platform}\0".encode())
    for name in sorted(_distributions()):
        digest.update(f"{name}\0".encode())
    for path, data in (*sorted(_modules(files("sfwgen"), "sfwgen")), *theme_files().items()):
        digest.update(path.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()


def _distributions() -> set[str]:
    """The installed libraries by name and version, as their folders say it: metadata takes longer to read."""
    found: set[str] = set()
    for folder in filter(None, sys.path):
        place = Path(folder)
        if place.is_dir():
            found |= {entry.name for entry in place.iterdir() if entry.suffix in (".dist-info", ".egg-info")}
    return found


def _modules(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        below = f"{path}/{entry.name}"
        if entry.name.endswith((".py", ".json", ".yaml", ".typ")):
            yield below, entry.read_bytes()
        elif entry.is_dir() and not entry.name.startswith(("_", ".")):
            yield from _modules(entry, below)
