"""The Pythons of this machine on which a release is tried."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
_TELL = "import sys, venv; print('%d.%d' % sys.version_info[:2], '%d.%d.%d' % sys.version_info[:3])"


def find_pythons(more: Iterable[str] = (), versions: Iterable[str] = SUPPORTED) -> dict[str, tuple[str, str]]:
    """Full version and interpreter for each version that is here, those named in `more` first."""
    named = [found for path in more if (found := _ask(path))]
    pythons: dict[str, tuple[str, str]] = {}
    for version in versions:
        candidates = (found for path in _candidates(version) if (found := _ask(path)))
        for told, full, path in (*(each for each in named if each[0] == version), *candidates):
            if told == version:
                pythons[version] = full, path
                break
    return pythons


def _candidates(version: str) -> Iterator[str]:
    """Where an interpreter may be: on the path, among those of pyenv, among those that uv has fetched."""
    if found := shutil.which(f"python{version}"):
        yield found
    home = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    fetched = Path.home() / ".local" / "share" / "uv" / "python"
    for folder in (*home.glob(f"versions/{version}.*"), *fetched.glob(f"cpython-{version}.*")):
        yield str(folder / "bin" / "python")


def _ask(path: str) -> tuple[str, str, str] | None:
    """Version, full version and path of an interpreter that runs; pyenv's stand-ins may not."""
    try:
        done = subprocess.run([path, "-c", _TELL], capture_output=True, encoding="utf-8", timeout=60)
    except OSError:
        return None
    told = done.stdout.split()
    return (told[0], told[1], path) if done.returncode == 0 and len(told) == 2 else None
