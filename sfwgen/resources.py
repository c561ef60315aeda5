"""The files that come with sfwgen: the theme, and the example that a new project starts from.

A wheel carries them as package data in `_starter/`. In a checkout (an editable install) the same files are
read from the repository, beside the package, so that there is one copy of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

_STARTER_PARTS = ("config.yaml", "content")
_THEME_PART = "templates"
_FONT = "share-font."


def starter_files() -> Mapping[str, bytes]:
    """What a new project is given: `config.yaml` and `content/…`, bytes by path, sorted by path."""
    root = _root()
    return dict(sorted(pair for part in _STARTER_PARTS for pair in _walk(root / part, part)))


def theme_files() -> Mapping[str, bytes]:
    """The packaged theme: bytes by path relative to `templates/`, sorted by path.

    The font of share pictures is the repository's own: a project without one has no such pictures.
    """
    folder = _root() / _THEME_PART
    entries = (entry for entry in folder.iterdir() if not entry.name.startswith(_FONT))
    return dict(sorted(pair for entry in entries for pair in _walk(entry, entry.name)))


def _root() -> Traversable:
    """The folder that holds `config.yaml`, `content/` and `templates/`."""
    package = files("sfwgen")
    packaged = package / "_starter"
    return packaged if packaged.is_dir() else package / ".."


def _walk(entry: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """Yields each file at or below an entry; what editors and systems leave behind is passed over."""
    if entry.name.startswith((".", "~$")):
        return
    if entry.is_file():
        yield path, entry.read_bytes()
        return
    for child in entry.iterdir():
        yield from _walk(child, f"{path}/{child.name}")
