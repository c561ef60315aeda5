"""Projects that are wrong in one way: the sound project of `_base`, and over it the files of one folder.

Beside its files each folder has a `case.yaml`:

    about: what the author did
    expect:                     # everything that is reported, in order
      - "line-unknown content/stories/feifeng-road/index.zh.md:4:7"
    remove: [paths]             # files of the base that are not there
    rename: {path: new name}    # for names that git cannot hold
    encode: {path: encoding}    # the file is kept as UTF-8 and handed over in another encoding
    kind: {path: link}          # or `special`: no plain file

In files, and in the new names, `⟦U+200B⟧` stands for a character that cannot be seen, `⟦hex B6 AB⟧` for
bytes, and `⟦字 × 500⟧` for a text five hundred times (`\\n` is a line end in it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from sfwgen.content import load_site
from sfwgen.diagnostics import Diagnostic, Severity, sort_diagnostics
from sfwgen.publish.disk import Kind
from sfwgen.publish.sources import Sources, read_tree
from tests.support.disk import MemoryDisk
from tests.support.memory import MEMORY

FOLDER = Path(__file__).parent
BASE = FOLDER / "_base"
ROOT = "/project"

_ESCAPE = re.compile(
    r"⟦(?:U\+(?P<point>[0-9A-F]{4,6})|hex (?P<hex>[0-9A-F ]+)|(?P<text>.+?) × (?P<times>\d+))⟧"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One folder: the code it is about, what is expected, and the project on its disk at `ROOT`."""

    name: str
    about: str
    expected: tuple[str, ...]
    disk: MemoryDisk

    @property
    def code(self) -> str:
        """The code that the folder is named after; further cases of one have `.` and a word behind it."""
        return self.name.partition(".")[0]

    def read(self) -> tuple[Sources, tuple[Diagnostic, ...]]:
        """Returns the sources and all that is wrong with the project, from its files to its site."""
        sources, faults = read_tree(self.disk, ROOT, folders=["content"], files=["config.yaml"])
        unread = [each.location.file for each in faults if each.severity is Severity.ERROR]
        _, found = load_site(sources, unread=unread, each=MEMORY.each)
        return sources, sort_diagnostics((*faults, *found))


def case_names() -> list[str]:
    """Returns the names of all cases."""
    return sorted(path.parent.name for path in FOLDER.glob("*/case.yaml"))


def read_base() -> Case:
    """Returns the sound project."""
    return Case("_base", "", (), _disk(_files(BASE)))


def read_case(name: str) -> Case:
    """Returns the case of a folder."""
    folder = FOLDER / name
    told = yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8"))
    own = {path: data for path, data in _files(folder).items() if path != "case.yaml"}
    files = _files(BASE) | {path: expand(data) for path, data in own.items()}
    for path in told.get("remove", ()):
        del files[path]
    for path, encoding in told.get("encode", {}).items():
        files[path] = files[path].decode().encode(encoding)
    for path, new in told.get("rename", {}).items():
        above = path.rpartition("/")[0]
        files[f"{above}/{expand(new.encode()).decode(errors='surrogateescape')}"] = files.pop(path)
    return Case(name, told["about"], tuple(told["expect"]), _disk(files, told.get("kind", {})))


def written(diagnostic: Diagnostic) -> str:
    """Returns a diagnostic as cases expect it: `code file:line:column`, or `code file` for a whole file."""
    place = diagnostic.location
    numbers = f":{place.line}:{place.column}" if place.line else ""
    return f"{diagnostic.code} {place.file}{numbers}"


def expand(data: bytes) -> bytes:
    """Returns a file's bytes with everything between `⟦` and `⟧` replaced by what it stands for."""
    text = data.decode()
    if "⟦" not in text:
        return data
    return b"".join(_expanded(text))


def _expanded(text: str) -> Iterator[bytes]:
    position = 0
    for match in _ESCAPE.finditer(text):
        yield text[position : match.start()].encode()
        if match["point"]:
            yield chr(int(match["point"], 16)).encode()
        elif match["hex"]:
            yield bytes.fromhex(match["hex"])
        else:
            yield (match["text"].replace("\\n", "\n") * int(match["times"])).encode()
        position = match.end()
    yield text[position:].encode()


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _disk(files: dict[str, bytes], kinds: dict[str, str] | None = None) -> MemoryDisk:
    disk = MemoryDisk()
    for path, data in files.items():
        disk.put(f"{ROOT}/{path}", data, kind=Kind((kinds or {}).get(path, "file")))
    return disk
