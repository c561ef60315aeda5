"""Reading a project's files: each once, plain files only, everything suspicious told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sfwgen.diagnostics import Diagnostic, Location, fault, sort_diagnostics
from sfwgen.publish.disk import Disk, Entry, Kind
from sfwgen.publish.faults import describe
from sfwgen.publish.names import NameFault, folded, is_copy, is_junk, name_fault, path_fault, printable

MIB = 1 << 20
_LIMITS = {
    MIB: ("md",),
    4 * MIB: ("yaml", "yml", "json"),
    20 * MIB: ("csv", "xlsx"),
    25 * MIB: ("jpg", "jpeg", "png", "webp", "gif"),
}
_LIMIT_BY_ENDING = {ending: limit for limit, endings in _LIMITS.items() for ending in endings}
OTHER_LIMIT = 50 * MIB
_DOCUMENTS = frozenset({"md", "yaml", "csv", "xlsx"})


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sources(Mapping[str, bytes]):
    """The bytes of each source file by its path (relative to the project, `/`), in order of the paths."""

    files: Mapping[str, bytes]
    digests: Mapping[str, str]

    def __getitem__(self, path: str) -> bytes:
        return self.files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)

    def digest(self, path: str) -> str:
        """Returns the SHA-256 of the file's bytes in hexadecimal."""
        return self.digests[path]

    def same_as(self, other: Sources) -> bool:
        """Returns whether both hold the same files with the same bytes."""
        return self.digests == other.digests


def make_sources(files: Mapping[str, bytes]) -> Sources:
    """Returns sources made of these files, as if they had been read from a disk."""
    ordered = dict(sorted(files.items()))
    return Sources(ordered, {path: hashlib.sha256(data).hexdigest() for path, data in ordered.items()})


def size_limit(name: str) -> int:
    """Returns the largest size, in bytes, that a source file of this name may have."""
    return _LIMIT_BY_ENDING.get(_ending(name), OTHER_LIMIT)


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def read_tree(
    disk: Disk, root: str, *, folders: Sequence[str], files: Sequence[str]
) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """Returns the files of the named folders, and the named files, with what is wrong about others there.

    Names are relative to `root`; one that does not exist is left out. Links are not followed, only plain
    files are read, hidden files and what systems leave behind are passed over.
    """
    reader = _Reader(disk, root)
    for name in sorted({*folders, *files}):
        reader.visit_named(name)
    return make_sources(reader.files), sort_diagnostics(reader.faults)


class _Reader:
    """Collects files and faults while it walks the tree."""

    def __init__(self, disk: Disk, root: str) -> None:
        self.disk = disk
        self.root = root
        self.files: dict[str, bytes] = {}
        self.faults: list[Diagnostic] = []

    def visit_named(self, path: str) -> None:
        try:
            entry = self.disk.look(f"{self.root}/{path}")
        except OSError as error:
            self.faults.append(describe(error, self.root))
            return
        if entry is not None:
            self.visit(path, entry)

    def visit(self, path: str, entry: Entry) -> None:
        found = name_fault(entry.name) or path_fault(path)
        if found:
            self.blame(path, found.code, found)
        elif is_copy(entry.name):
            self.blame(path, "file-copy", NameFault("file-copy", (("name", entry.name),)))
        elif entry.kind is Kind.FOLDER and _ending(entry.name) in _DOCUMENTS:
            # Also an empty one: what should stand in the file of this name is not there.
            self.blame(path, "document-is-folder", NameFault("", (("name", entry.name),)))
        elif entry.kind is Kind.FOLDER:
            self.visit_folder(path)
        elif entry.kind is Kind.FILE:
            self.read(path, entry)
        else:
            self.blame(path, "file-is-link" if entry.kind is Kind.LINK else "file-is-special")

    def visit_folder(self, path: str) -> None:
        try:
            entries = self.disk.entries(f"{self.root}/{path}")
        except OSError as error:
            self.faults.append(describe(error, self.root))
            return
        first_by_form: dict[str, str] = {}
        for entry in entries:
            if is_junk(entry.name):
                continue
            below = f"{path}/{entry.name}"
            first = first_by_form.setdefault(folded(entry.name), entry.name)
            if first != entry.name:
                self.blame_collision(path, first, entry.name)
            else:
                self.visit(below, entry)

    def read(self, path: str, entry: Entry) -> None:
        limit = size_limit(entry.name)
        data = b""
        if entry.size <= limit:
            try:
                data = self.disk.read(f"{self.root}/{path}", limit)
            except OSError as error:
                self.faults.append(describe(error, self.root))
                return
        size = max(entry.size, len(data))
        if size > limit:
            words = (("size", f"{size:,}"), ("limit", f"{limit:,}"))
            self.blame(path, "file-too-large", NameFault("file-too-large", words))
        else:
            self.files[path] = data

    def blame(self, path: str, code: str, found: NameFault | None = None) -> None:
        words = found.words if found else ()
        self.faults.append(replace(fault(code, Location(printable(path))), words=words))

    def blame_collision(self, folder: str, first: str, second: str) -> None:
        place, other = (Location(printable(f"{folder}/{name}")) for name in (second, first))
        collision = fault(
            "file-name-collision", place, related=(other,), name=printable(second), other=printable(first)
        )
        self.faults.append(collision)
