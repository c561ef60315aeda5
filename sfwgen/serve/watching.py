"""What a save changes: the names, sizes, times and inodes of all sources.

Names tell more than times: a photo moved into a folder is older than the preview, an editor may write a new
file and rename it. Links are not followed; what editors and systems leave behind is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sfwgen.build.sources import SOURCE_FILES, SOURCE_FOLDERS
from sfwgen.publish import Disk, Entry, Kind
from sfwgen.publish.names import is_junk

Sight = Mapping[str, tuple[Kind, int, int, int]]
"""Kind, size, time and inode of every source, by path."""


def look_over(disk: Disk, root: str) -> Sight:
    """Returns what the sources look like; two looks differ if anything was saved between them."""
    found: dict[str, tuple[Kind, int, int, int]] = {}
    for name in (*SOURCE_FILES, *SOURCE_FOLDERS):
        entry = disk.look(f"{root}/{name}")
        if entry is not None:
            for path, each in _walk(disk, root, name, entry):
                found[path] = (each.kind, each.size, each.mtime, each.number)
    return found


def _walk(disk: Disk, root: str, path: str, entry: Entry) -> Iterator[tuple[str, Entry]]:
    yield path, entry
    if entry.kind is Kind.FOLDER:
        for child in disk.entries(f"{root}/{path}"):
            if not is_junk(child.name):
                yield from _walk(disk, root, f"{path}/{child.name}", child)
