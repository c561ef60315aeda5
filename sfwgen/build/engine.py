"""What makes a site besides its sources: this program, its theme, its libraries and the Python they run on.

Packages that add to it, named in config.yaml or not, count by every file of theirs.

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
from importlib.util import find_spec
from pathlib import Path

from sfwgen.extensions import GROUPS
from sfwgen.resources import theme_files

_OFFERS = b"[sfwgen."


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
    libraries = _libraries()
    python = f"{platform.python_version()} {sys.platform}"
    # sfwgen is among the installed libraries too, by a version that says nothing of an edited module.
    return {**libraries, "Python": python, "sfwgen": own.hexdigest()}


def _libraries() -> dict[str, str]:
    """The versions of the installed libraries, as their folders say it: metadata takes longer to read.

    Those that offer something to sfwgen have a digest of their modules besides.
    """
    found: dict[str, Path] = {}
    for folder in filter(None, sys.path):
        place = Path(folder)
        if place.is_dir():
            ours = (entry for entry in place.iterdir() if entry.suffix in (".dist-info", ".egg-info"))
            found |= {entry.stem: entry for entry in ours if entry.stem not in found}
    versions: dict[str, str] = {}
    for stem in sorted(found):
        name, _, version = stem.partition("-")
        version += _digest_extension(found[stem])
        versions[name] = f"{versions[name]} {version}" if name in versions else version
    return versions


def _digest_extension(metadata: Path) -> str:
    """A digest of all files of a package's modules if it offers something to sfwgen, else nothing."""
    entries = metadata / "entry_points.txt"
    if not entries.is_file() or _OFFERS not in entries.read_bytes():
        return ""
    from importlib.metadata import Distribution

    offered = (each for each in Distribution.at(metadata).entry_points if each.group in GROUPS)
    digest = hashlib.sha256()
    for name in sorted({each.module.partition(".")[0] for each in offered}):
        for path, file in _files_of(name):
            digest.update(path.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return f" {digest.hexdigest()}"


def _files_of(module: str) -> Iterator[tuple[str, Path]]:
    """The files of a module or package by their paths in it, wherever it is installed; it is not run."""
    spec = find_spec(module)
    folders = sorted(spec.submodule_search_locations or ()) if spec else []
    if spec and spec.origin and not folders:
        yield module, Path(spec.origin)
    for folder in map(Path, folders):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file.relative_to(folder).as_posix(), file


def _modules(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        below = f"{path}/{entry.name}"
        if entry.name.endswith((".py", ".json", ".yaml", ".typ")):
            yield below, entry.read_bytes()
        elif entry.is_dir() and not entry.name.startswith(("_", ".")):
            yield from _modules(entry, below)
