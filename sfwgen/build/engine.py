"""What makes a site besides its sources: this program, its theme, its libraries and the Python they run on.

Whatever an earlier build has worked out counts only for the same engine, so that a new version of anything
begins anew.
"""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from sfwgen.resources import theme_files


@cache
def engine_digest() -> str:
    """Returns a digest of all parts of the engine."""
    lines = (f"{name}\0{what}\n" for name, what in engine_parts().items())
    return hashlib.sha256("".join(lines).encode()).hexdigest()


@cache
def engine_parts() -> Mapping[str, str]:
    """Returns what each part of the engine is: the Python, sfwgen with its theme, the installed libraries.

    That a library counts which sfwgen does not use costs a build from scratch at most.
    """
    own = hashlib.sha256()
    for path, data in (*sorted(_modules(files("sfwgen"), "sfwgen")), *theme_files().items()):
        own.update(path.encode() + b"\0" + hashlib.sha256(data).digest())
    python = f"{platform.python_version()} {sys.platform}"
    # sfwgen is among the installed libraries too, by a version that says nothing of an edited module.
    return {**_libraries(), "Python": python, "sfwgen": own.hexdigest()}


def _libraries() -> dict[str, str]:
    """The versions of the installed libraries, as their folders say it: metadata takes longer to read."""
    found: set[str] = set()
    for folder in filter(None, sys.path):
        place = Path(folder)
        if place.is_dir():
            found |= {entry.stem for entry in place.iterdir() if entry.suffix in (".dist-info", ".egg-info")}
    versions: dict[str, str] = {}
    for name, _, version in (stem.partition("-") for stem in sorted(found)):
        versions[name] = f"{versions[name]} {version}" if name in versions else version
    return versions


def _modules(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        below = f"{path}/{entry.name}"
        if entry.name.endswith((".py", ".json", ".yaml", ".typ")):
            yield below, entry.read_bytes()
        elif entry.is_dir() and not entry.name.startswith(("_", ".")):
            yield from _modules(entry, below)
