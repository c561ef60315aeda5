"""Trees of published files: what the present one holds, making the next, removing an old one."""

from __future__ import annotations

import fnmatch
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sfwgen.publish.disk import FILE_MODE, FOLDER_MODE, Disk, Entry, Kind
from sfwgen.publish.faults import refusal
from sfwgen.publish.names import folded, is_safe
from sfwgen.publish.places import MARKER, Places
from sfwgen.publish.record import FileRecord, Manifest, record_file


class Layers(Mapping[str, bytes]):
    """Several trees as one: a file is that of the first tree that holds its path. No bytes are copied."""

    def __init__(self, *trees: Mapping[str, bytes]) -> None:
        self._trees = trees

    def __getitem__(self, path: str) -> bytes:
        for tree in self._trees:
            if path in tree:
                return tree[path]
        raise KeyError(path)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(path for tree in self._trees for path in tree))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, path: object) -> bool:
        return any(path in tree for tree in self._trees)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the output folder, compared with the files that are to stand there."""

    files: Mapping[str, Entry]
    folders: Mapping[str, Entry]
    """By path; the output folder itself under the empty path, if it exists."""
    odd: tuple[str, ...]
    """Links and special files."""
    same: frozenset[str]
    """Files whose bytes are already those that are to be published."""


def check_outputs(outputs: Iterable[str]) -> None:
    """Raises ValueError for paths that leave the output folder, fail on some machine, or exclude one another.

    Such paths are a fault of the plan: names of sources are checked when they are read.
    """
    paths = list(outputs)
    forms: dict[str, str] = {folded(MARKER): MARKER}
    for path in paths:
        if not is_safe(path):
            raise ValueError(f"unsafe output path {path!r}")
        if (other := forms.setdefault(folded(path), path)) != path or path == MARKER:
            raise ValueError(f"output paths {other!r} and {path!r} are the same on some machine")
    for path in paths:
        for above in folders_above(path):
            if folded(above) in forms:
                raise ValueError(f"output {above!r} would have to be a file and a folder")


def folders_above(path: str) -> Iterator[str]:
    """Returns the folders of a relative path, the nearest first."""
    while path := path.rpartition("/")[0]:
        yield path


def walk(disk: Disk, root: str) -> Iterator[tuple[str, Entry]]:
    """Yields everything below the folder with its relative path, folders before what they hold."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        for entry in disk.entries(f"{root}/{folder}".rstrip("/")):
            path = f"{folder}/{entry.name}".lstrip("/")
            yield path, entry
            if entry.kind is Kind.FOLDER:
                waiting.append(path)


def survey(disk: Disk, places: Places, wanted: Mapping[str, FileRecord]) -> Standing:
    """Returns what stands in the output folder; reads each file that may be one of the wanted."""
    root = places.site
    top = disk.look(root)
    if top is None:
        return Standing({}, {}, (), frozenset())
    found = dict(walk(disk, root))
    files = {path: entry for path, entry in found.items() if entry.kind is Kind.FILE}
    same = frozenset(
        path for path, entry in files.items() if _holds(disk, f"{root}/{path}", entry, wanted.get(path))
    )
    odd = tuple(sorted(path for path, entry in found.items() if entry.kind in {Kind.LINK, Kind.SPECIAL}))
    folders = {path: entry for path, entry in found.items() if entry.kind is Kind.FOLDER}
    for path, entry in folders.items():
        if entry.device != top.device:
            raise refusal("output-mount-point", f"{places.output}/{path}")
    return Standing(files, {"": top, **folders}, odd, same)


def _holds(disk: Disk, path: str, entry: Entry, record: FileRecord | None) -> bool:
    return record is not None and entry.size == record.size and record_file(disk.read(path)) == record


def is_current(standing: Standing, wanted: Collection[str]) -> bool:
    """Returns whether the folder is what a clean build would make: same files, folders and modes."""
    folders = {"", *(folder for path in wanted for folder in folders_above(path))}
    return (
        standing.same == set(wanted) == standing.files.keys()
        and not standing.odd
        and folders == standing.folders.keys()
        and all(entry.has_mode(FILE_MODE) for entry in standing.files.values())
        and all(entry.has_mode(FOLDER_MODE) for entry in standing.folders.values())
    )


def is_kept(path: str, patterns: Sequence[str]) -> bool:
    """Returns whether a pattern names the file or a folder above it; `*` and `?` stand for any characters."""
    candidates = (path, *folders_above(path))
    return any(
        fnmatch.fnmatchcase(each, pattern.removeprefix("./").rstrip("/"))
        for pattern in patterns
        for each in candidates
    )


def build(disk: Disk, old: str, new: str, wanted: Mapping[str, bytes], standing: Standing) -> None:
    """Makes the complete next tree; what is unchanged keeps its inode, or at least its modification time."""
    disk.make_folder(new)
    # The marker comes first: whatever a killed build leaves behind can be told to be sfwgen's.
    _place(disk, old, new, MARKER, wanted, standing)
    for folder in sorted({folder for path in wanted for folder in folders_above(path)}):
        disk.make_folder(f"{new}/{folder}")
    for path in sorted(wanted.keys() - {MARKER}):
        _place(disk, old, new, path, wanted, standing)


def _place(
    disk: Disk, old: str, new: str, path: str, wanted: Mapping[str, bytes], standing: Standing
) -> None:
    entry = standing.files[path] if path in standing.same else None
    if entry is None:
        disk.write(f"{new}/{path}", wanted[path])
    elif not (entry.has_mode(FILE_MODE) and disk.link(f"{old}/{path}", f"{new}/{path}")):
        disk.write(f"{new}/{path}", wanted[path], mtime=entry.mtime)


def remove(disk: Disk, root: str) -> None:
    """Removes the folder and what it holds, the marker last, so that a rest is still known to be sfwgen's."""
    found = list(walk(disk, root))
    for path, entry in sorted(found, key=lambda each: each[0], reverse=True):
        if path == MARKER:
            continue
        if entry.kind is Kind.FOLDER:
            disk.remove_folder(f"{root}/{path}")
        else:
            disk.remove_file(f"{root}/{path}")
    if any(path == MARKER for path, _ in found):
        disk.remove_file(f"{root}/{MARKER}")
    disk.remove_folder(root)


def damaged(disk: Disk, root: str, manifest: Manifest) -> str | None:
    """Returns the first file of the manifest that is missing from the tree or differs, or None."""
    paths = sorted(manifest.files)
    return next((path for path in paths if read_verified(disk, root, path, manifest) is None), None)


def read_verified(disk: Disk, root: str, path: str, manifest: Manifest) -> bytes | None:
    """Returns the file's bytes, or None if they are not those that the manifest records."""
    entry, expected = disk.look(f"{root}/{path}"), manifest.files[path]
    if entry is None or entry.kind is not Kind.FILE or entry.size != expected.size:
        return None
    data = disk.read(f"{root}/{path}")
    return data if record_file(data) == expected else None
