"""Where a publication keeps its things, and which folders may be the output."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from sfwgen.publish.disk import Disk, Kind
from sfwgen.publish.faults import refusal
from sfwgen.publish.names import folded, is_safe

MARKER = ".sfwgen-site"
MARKER_BYTES = (
    "sfwgen site, format 1\n"
    "本文件夹由 sfwgen 生成，每次发布时整体替换，请勿在此修改。\n"
    "This folder is made by sfwgen and replaced as a whole at each publication; do not edit it.\n"
).encode()
STATE = ".sfwgen"
NEXT = ".next"
FORMER = ".prev"


@dataclass(frozen=True, slots=True)
class Places:
    """The paths that a publication of one output folder uses."""

    project: str
    output: str

    @property
    def site(self) -> str:
        """The published tree."""
        return f"{self.project}/{self.output}"

    @property
    def upcoming(self) -> str:
        """The next tree while it is made; after an exchange, the tree that was replaced."""
        return f"{self.site}{NEXT}"

    @property
    def former(self) -> str:
        """The tree that was replaced, where two folders cannot be exchanged."""
        return f"{self.site}{FORMER}"

    @property
    def parent(self) -> str:
        """The folder that holds the published tree."""
        return self.site.rpartition("/")[0]

    @property
    def state(self) -> str:
        """The folder of records, beside the sources."""
        return f"{self.project}/{STATE}"

    @property
    def lock(self) -> str:
        """The file whose lock makes publications take turns."""
        return f"{self.state}/lock"

    @property
    def manifest(self) -> str:
        """What the published tree holds."""
        return f"{self.state}/manifest.json"

    @property
    def journal(self) -> str:
        """Exists only while a swap is under way."""
        return f"{self.state}/journal.json"

    @property
    def generations(self) -> str:
        """The trees that were replaced, each with its manifest."""
        return f"{self.state}/generations"

    def generation(self, name: str) -> str:
        """The kept tree of one generation; its manifest has the same name with `.json`."""
        return f"{self.generations}/{name}"


def places_of(project: str, output: str, sources: Sequence[str]) -> Places:
    """Returns the places for an output folder; refuses one among the sources or outside the project."""
    cleaned = output.replace("\\", "/").removeprefix("./").rstrip("/")
    taken = cleaned.startswith(".") or cleaned.endswith((NEXT, FORMER))
    if not is_safe(cleaned) or taken or _overlaps(cleaned, sources):
        raise refusal("output-place", output)
    return Places(project.rstrip("/"), cleaned)


def _overlaps(output: str, sources: Sequence[str]) -> bool:
    mine = folded(output).split("/")
    others = [folded(source).strip("/").split("/") for source in sources]
    return any(mine[: len(other)] == other[: len(mine)] for other in others)


def check_state(disk: Disk, places: Places) -> None:
    """Makes the state folder; refuses one that is a link, and links on the way to the output folder."""
    parts = places.output.split("/")[:-1]
    above = [f"{places.project}/{'/'.join(parts[:end])}" for end in range(1, len(parts) + 1)]
    for path in [places.state, places.generations, *above]:
        entry = disk.look(path)
        if entry is not None and entry.kind is not Kind.FOLDER:
            raise refusal("output-link", _relative(places, path))
    if disk.look(places.state) is None:
        # Another build may just have done the same.
        with suppress(FileExistsError):
            disk.make_folder(places.state)


def check_places(disk: Disk, places: Places) -> None:
    """Refuses an output folder that cannot be replaced as a whole, or that sfwgen did not make."""
    for path in (places.site, places.upcoming, places.former):
        entry = disk.look(path)
        if entry is None:
            continue
        name = _relative(places, path)
        if entry.kind is not Kind.FOLDER:
            raise refusal("output-link", name)
        above = disk.look(places.parent)
        if above is not None and above.device != entry.device:
            raise refusal("output-mount-point", name)
        if not is_ours(disk, path):
            raise refusal("output-not-ours", name)


def is_ours(disk: Disk, folder: str) -> bool:
    """Returns whether the folder is empty or carries sfwgen's marker.

    The marker's name decides: a power cut may have taken the bytes of one that was just written.
    """
    entry = disk.look(f"{folder}/{MARKER}")
    return entry.kind is Kind.FILE if entry is not None else not disk.entries(folder)


def _relative(places: Places, path: str) -> str:
    return path.removeprefix(f"{places.project}/")
