"""The folder of another generator's site as it is read: documents and settings whole, all else by name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sfwgen.cli.commands.import_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.posts import Tree, is_settings

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_PASSED_OVER = frozenset(
    {"node_modules", "public", "resources", "themes", "scaffolds", "layouts", "__pycache__"}
)
_LARGEST = 4 << 20


def read_folder(arguments: Arguments, console: Console, root: str) -> Tree:
    """Returns the folder that the command line names; links out of it are not followed.

    Raises RefusedFault where it is the project itself.
    """
    name = arguments.text("file")
    top, project = Path(name).resolve(), Path(root).resolve()
    if top == project or top.is_relative_to(project / "content") or top.is_relative_to(project / "templates"):
        raise RefusedFault(tell(console.lang, "folder-own", folder=shown(name)), arguments.command)
    texts: dict[str, bytes] = {}
    others: set[str] = set()
    for path in _files(top, project):
        place = path.relative_to(top).as_posix()
        if path.suffix.lower() in _MARKDOWN or is_settings(place):
            with path.open("rb") as file:
                texts[place] = file.read(_LARGEST)
        else:
            others.add(place)
    return Tree(Path(name).as_posix(), texts, frozenset(others))


def read_picture(arguments: Arguments, place: str) -> bytes:
    """Returns the bytes of an image of the folder."""
    return (Path(arguments.text("file")) / place).read_bytes()


def _files(top: Path, project: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(top):
        names[:] = sorted(
            each
            for each in names
            if each not in _PASSED_OVER
            and not each.startswith(".")
            and (Path(folder) / each).resolve() != project
        )
        for each in sorted(files):
            path = Path(folder) / each
            if not each.startswith(".") and path.resolve().is_relative_to(top) and path.is_file():
                yield path
