"""What was published: the manifest of a tree, and the journal of a swap under way.

Both are data only. They tell what sfwgen made, for roll-back and for naming strangers; what the next site
holds is never taken from them. A record that is not understood counts as absent.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sfwgen.publish.names import is_safe, stays_below

FORMAT = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")
_GENERATION = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class FileRecord:
    """Size in bytes and SHA-256 of one published file."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """One published tree."""

    output: str
    """The output folder, relative to the project."""
    files: Mapping[str, FileRecord]
    """Every file of the tree, by path."""
    kept: tuple[str, ...] = ()
    """Those of the files that sfwgen did not make but was told to keep."""
    previous: tuple[str, ...] = ()
    """The generations before this one that can be restored, the latest first."""

    @property
    def generation(self) -> str:
        """Returns the identity of the tree: a digest of its paths and bytes."""
        lines = (f"{path}\0{record.sha256}\n" for path, record in sorted(self.files.items()))
        return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Journal:
    """A swap that has begun: enough to carry it through, or back, at the next start."""

    folder: int
    """The inode of the next tree's folder: where that stands as the site, the swap has been made."""
    next: Manifest
    before: Manifest | None
    """The tree that is replaced; None where there was none."""
    before_folder: int | None
    """The inode of the replaced tree's folder: only that folder may be kept as this generation."""


def record_file(data: bytes) -> FileRecord:
    """Returns size and digest of a file's bytes."""
    return FileRecord(len(data), hashlib.sha256(data).hexdigest())


def encode_manifest(manifest: Manifest) -> bytes:
    """Returns the manifest as canonical JSON: the same tree gives the same bytes."""
    return _encode(_manifest_data(manifest))


def encode_journal(journal: Journal) -> bytes:
    """Returns the journal as canonical JSON."""
    before = None if journal.before is None else _manifest_data(journal.before)
    data = {"before": before, "before_folder": journal.before_folder, "folder": journal.folder}
    return _encode({"format": FORMAT, "next": _manifest_data(journal.next), **data})


def decode_manifest(data: bytes) -> Manifest | None:
    """Returns the manifest, or None for anything that this version did not write in full."""
    return _manifest(_decode(data))


def decode_journal(data: bytes) -> Journal | None:
    """Returns the journal, or None for anything that this version did not write in full."""
    value = _decode(data)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        return None
    upcoming, before = _manifest(value.get("next")), _manifest(value.get("before"))
    folder, replaced = value.get("folder"), value.get("before_folder")
    if upcoming is None or (before is None) != (value.get("before") is None):
        return None
    if not isinstance(folder, int) or not isinstance(replaced, int | None):
        return None
    return Journal(folder, upcoming, before, replaced)


def with_previous(
    manifest: Manifest, before: Manifest | None, earlier: tuple[str, ...], keep: int
) -> Manifest:
    """Returns the manifest with the generations that stay restorable after it: `keep` of them at most."""
    ids = () if before is None else (before.generation,)
    others = dict.fromkeys(each for each in ids + earlier if each != manifest.generation)
    return replace(manifest, previous=tuple(others)[:keep])


def _encode(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def _decode(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _manifest_data(manifest: Manifest) -> dict[str, object]:
    files = {path: {"sha256": each.sha256, "size": each.size} for path, each in manifest.files.items()}
    return {
        "files": files,
        "format": FORMAT,
        "kept": sorted(manifest.kept),
        "output": manifest.output,
        "previous": list(manifest.previous),
    }


def _manifest(value: object) -> Manifest | None:
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        return None
    files, output = _files(value.get("files")), value.get("output")
    kept, previous = _texts(value.get("kept")), _texts(value.get("previous"))
    if (
        files is None
        or kept is None
        or previous is None
        or not isinstance(output, str)
        or not is_safe(output)
    ):
        return None
    if not all(_GENERATION.fullmatch(each) for each in previous):
        return None
    return Manifest(output, files, kept, previous)


def _files(value: object) -> dict[str, FileRecord] | None:
    if not isinstance(value, dict):
        return None
    records = {path: _file_record(each) for path, each in value.items()}
    sound = {path: record for path, record in records.items() if record is not None and stays_below(path)}
    return sound if len(sound) == len(records) else None


def _file_record(value: object) -> FileRecord | None:
    if not isinstance(value, dict) or type(value.get("size")) is not int:
        return None
    digest = value.get("sha256")
    known = isinstance(digest, str) and _DIGEST.fullmatch(digest)
    return FileRecord(value["size"], digest) if known and isinstance(digest, str) else None


def _texts(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return None
    return tuple(value)
