"""Packages as they are installed: a wheel is made of their folder and unpacked where Python looks."""

from __future__ import annotations

import importlib
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from sfwgen.build.engine import engine_digest, engine_parts
from sfwgen.figures.languages import language
from sfwgen.languages import writing

FOLDER = Path(__file__).parent


def install(name: str, target: Path) -> None:
    """Installs a package that stands beside this file into a folder, without any network."""
    (wheel,) = WheelBuilder(str(FOLDER / name)).build(directory=str(target / "wheels"), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)


def write_package(target: Path, name: str, entries: str, modules: dict[str, str]) -> None:
    """Writes a package as an installer leaves it: its modules by file name, and what it offers."""
    metadata = target / f"{name.replace('-', '_')}-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(entries)
    for path, text in modules.items():
        (target / path).write_text(text, encoding="utf-8")


@contextmanager
def installed(target: Path) -> Iterator[None]:
    """Python finds what is in the folder; afterwards nothing remembers it."""
    modules = set(sys.modules)
    sys.path.insert(0, str(target))
    forget()
    try:
        yield
    finally:
        sys.path.remove(str(target))
        for name in set(sys.modules) - modules:
            if str(target) in str(getattr(sys.modules[name], "__file__", "")):
                del sys.modules[name]
        forget()


def forget() -> None:
    """Has everything looked up again that is looked up once in a process."""
    importlib.invalidate_caches()
    for looked_up in (engine_parts, engine_digest, writing, language):
        looked_up.cache_clear()
