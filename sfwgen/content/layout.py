"""Which file of content/ is what, by its path alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import basename, dirname

from sfwgen.content.records import FOLDER as RECORDS
from sfwgen.content.registers import FOLDER as REGISTERS
from sfwgen.content.registers import data_files
from sfwgen.content.scalars import is_slug
from sfwgen.content.vocabulary import FOLDER as VOCABULARY
from sfwgen.content.vocabulary import KINDS
from sfwgen.diagnostics import Diagnostic, Location, fault

_TEXT = re.compile(r"index\.(?P<language>[A-Za-z][A-Za-z-]*)\.md")
_IMAGE = re.compile(r".+\.(?:jpe?g|png|webp|gif)", re.IGNORECASE)
_REGISTER = re.compile(r".+\.(?:csv|xlsx)")
CONTENT = "content/"
"""The folder of the documents, with its slash."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A story's or page's folder: its texts by the language that their names give."""

    path: str
    texts: Mapping[str, str]

    @property
    def slug(self) -> str:
        """The last part of the path."""
        return basename(self.path)


@dataclass(frozen=True, slots=True)
class Layout:
    """The documents of a project by what they are, in the order of their paths."""

    stories: tuple[Folder, ...]
    pages: tuple[Folder, ...]
    tallies: tuple[str, ...]
    bulletins: tuple[str, ...]
    registers: Mapping[str, tuple[str, ...]]
    vocabulary: Mapping[str, str]
    records: tuple[str, ...]
    faults: tuple[Diagnostic, ...]


def lay_out(paths: Iterable[str], *, unread: Iterable[str] = ()) -> Layout:
    """Returns what each path under content/ is, and which cannot be placed; those `unread` are not told."""
    passed_over = frozenset(unread)
    content = sorted(path for path in {*paths, *passed_over} if path.startswith(CONTENT))
    sorter = _Sorter(content, set(passed_over))
    stories, pages = sorter.folders("stories"), sorter.folders("pages")
    tallies, bulletins = sorter.files("tallies"), sorter.files("bulletins")
    vocabulary = {
        kind: f"{VOCABULARY}/{kind}.yaml" for kind in KINDS if f"{VOCABULARY}/{kind}.yaml" in content
    }
    sorter.known.update(vocabulary.values())
    registers, records = sorter.registers(), sorter.files(RECORDS.removeprefix(CONTENT))
    return Layout(stories, pages, tallies, bulletins, registers, vocabulary, records, sorter.faults())


class _Sorter:
    """Takes paths out as they are understood; what is left over is unknown."""

    def __init__(self, paths: list[str], known: set[str]) -> None:
        self.paths = paths
        self.known = known
        self.told: list[Diagnostic] = []

    def folders(self, section: str) -> tuple[Folder, ...]:
        top = f"{CONTENT}{section}"
        under = [path for path in self.paths if path.startswith(f"{top}/")]
        texts: dict[str, dict[str, str]] = {}
        for path in under:
            folder, name = dirname(path), basename(path)
            if not name.lower().endswith(".md"):
                continue
            if folder == top:
                self.tell("document-outside-folder", path, name=name, section=section)
                continue
            found = texts.setdefault(folder, {})
            match = _TEXT.fullmatch(name)
            if match:
                found[match["language"]] = path
                self.known.add(path)
            elif name.lower() in ("index.md", "index.markdown"):
                self.tell("document-language-missing", path, name=name)
        self.known.update(
            path
            for path in under
            if _IMAGE.fullmatch(path) and any(path.startswith(f"{each}/") for each in texts)
        )
        folders = tuple(Folder(path, found) for path, found in texts.items())
        self.check_slugs(folders)
        return folders

    def files(self, section: str) -> tuple[str, ...]:
        top = f"{CONTENT}{section}/"
        found = tuple(path for path in self.paths if path.startswith(top) and path.endswith(".yaml"))
        self.known.update(found)
        return found

    def registers(self) -> dict[str, tuple[str, ...]]:
        """The files with the rows of each register, by the document that says what its columns are."""
        found = {schema: data_files(self.paths, schema) for schema in self.files("registers")}
        described = {path for data in found.values() for path in data}
        for path in self.paths:
            if path.startswith(f"{REGISTERS}/") and _REGISTER.fullmatch(path):
                if path not in described and path not in self.known:
                    schema = f"{path.rpartition('.')[0]}.yaml"
                    self.tell("register-undescribed", path, schema=schema)
                self.known.add(path)
        return found

    def check_slugs(self, folders: tuple[Folder, ...]) -> None:
        first: dict[str, Folder] = {}
        for folder in folders:
            if not is_slug(folder.slug):
                self.told.append(fault("slug-invalid", Location(folder.path), value=folder.slug))
            same = first.setdefault(folder.slug.casefold(), folder)
            if same is not folder:
                related = (Location(same.path),)
                place = Location(folder.path)
                again = fault("slug-repeated", place, related=related, value=folder.slug, first=same.path)
                self.told.append(again)

    def tell(self, code: str, path: str, **words: str) -> None:
        self.known.add(path)
        self.told.append(fault(code, Location(path), related=(), **words))

    def faults(self) -> tuple[Diagnostic, ...]:
        by_folder: dict[str, list[str]] = {}
        for path in self.paths:
            if path in self.known:
                continue
            if path.endswith(".yml"):
                self.told.append(fault("file-ending-yml", Location(path), name=basename(path)))
            else:
                by_folder.setdefault(dirname(path), []).append(basename(path))
        unknown = (
            fault("file-unknown", Location(folder), names=", ".join(names))
            for folder, names in by_folder.items()
        )
        return (*self.told, *unknown)
