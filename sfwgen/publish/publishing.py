"""Publishing a site, going back to an earlier one, and clearing up after an interruption."""

from __future__ import annotations

import glob
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from decimal import Decimal

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.publish import swap
from sfwgen.publish.disk import Disk
from sfwgen.publish.extras import Extras, count_pages, known_paths, refuse_shrink, sort_extras, tell
from sfwgen.publish.faults import InputsChanged, describe_unfinished, refusal, told
from sfwgen.publish.names import is_safe, printable
from sfwgen.publish.places import MARKER, MARKER_BYTES, Places, check_places, check_state, places_of
from sfwgen.publish.record import FileRecord, Journal, Manifest, encode_manifest, record_file, with_previous
from sfwgen.publish.tree import (
    Layers,
    Standing,
    build,
    check_outputs,
    folders_above,
    is_current,
    read_verified,
    survey,
)

SOURCES = ("content", "templates", "config.yaml")
GENERATIONS = 2
MAX_SHRINK = Decimal("0.3")


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a site by what a publication did to them; the unchanged ones were left alone."""

    new: frozenset[str]
    changed: frozenset[str]
    unchanged: frozenset[str]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did. The counts are of files that sfwgen made; its marker is not counted."""

    generation: str
    """The identity of the tree: a digest of its paths and bytes."""
    swapped: bool
    """False if the site already was as it should be; then nothing was written to it."""
    written: Written
    strangers: tuple[str, ...]
    """Files in the replaced tree that sfwgen did not make and was not told to keep."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def new(self) -> int:
        """How many files there are where none was."""
        return len(self.written.new)

    @property
    def changed(self) -> int:
        """How many files have other bytes than before."""
        return len(self.written.changed)

    @property
    def unchanged(self) -> int:
        """How many files are as they were."""
        return len(self.written.unchanged)

    @property
    def removed(self) -> int:
        """How many files there are no more."""
        return len(self.written.removed)


@dataclass(frozen=True, slots=True)
class Finished:
    """A published site to be read: its files with their sizes and digests, without the marker."""

    disk: Disk
    folder: str
    manifest: Manifest

    @property
    def files(self) -> Mapping[str, FileRecord]:
        """Every file that readers may have, by path."""
        return {path: record for path, record in self.manifest.files.items() if path != MARKER}

    def read(self, path: str) -> bytes | None:
        """Returns the bytes of a file, or None where they are not those that were published."""
        return read_verified(self.disk, self.folder, path, self.manifest)


@dataclass(frozen=True, slots=True)
class Generation:
    """An earlier site that can be restored."""

    name: str
    pages: int
    files: int


def publish(
    disk: Disk,
    project: str,
    outputs: Mapping[str, bytes],
    *,
    output: str = "site",
    sources: Sequence[str] = SOURCES,
    keep: Sequence[str] = (),
    generations: int = GENERATIONS,
    max_shrink: Decimal = MAX_SHRINK,
    allow_shrink: bool = False,
    wait: bool = False,
    confirm: Callable[[], bool] = lambda: True,
    records: Mapping[str, FileRecord] | None = None,
) -> Published:
    """Makes the output folder hold these outputs, and nothing else but what `keep` names, in one swap.

    `records` are those of the outputs where they are known: the bytes of files that already stand are not
    asked for then. `confirm` is asked right before the swap. Raises a PublishError, with the site as it was:
    Busy, EnvironmentFault, OutputShrinks (more than the share `max_shrink` of the pages would go),
    InputsChanged (`confirm` said no). Raises ValueError for output paths that no plan should hold. What the
    system refuses once the new site stands is an error among the diagnostics that are returned.
    """
    check_outputs(outputs)
    with _turn(disk, project, output, sources, wait=wait) as places:
        tree = Layers({MARKER: MARKER_BYTES}, outputs)
        known = records or {path: record_file(data) for path, data in outputs.items()}
        files = {**known, MARKER: record_file(MARKER_BYTES)}
        limit = Decimal(1) if allow_shrink else max_shrink
        return _publish(
            disk, places, tree, files, keep, generations=generations, max_shrink=limit, confirm=confirm
        )


def find_standing(
    disk: Disk,
    project: str,
    generation: str,
    *,
    output: str = "site",
    sources: Sequence[str] = SOURCES,
    wait: bool = False,
) -> Published | None:
    """Returns what `publish` says where nothing changes, if the site is that generation to the last byte.

    Every file, folder and mode is looked at; whatever is missing, other or beside them gives None.
    """
    with _turn(disk, project, output, sources, wait=wait) as places:
        manifest = swap.read_manifest(disk, places)
        if manifest is None or manifest.generation != generation:
            return None
        standing = survey(disk, places, manifest.files)
        if not is_current(standing, manifest.files):
            return None
        made = manifest.files.keys() - set(manifest.kept)
        return _published(manifest, made, standing, Extras(manifest.kept, (), ()), (), swapped=False)


def rollback(
    disk: Disk,
    project: str,
    *,
    to: str | None = None,
    output: str = "site",
    sources: Sequence[str] = SOURCES,
    keep: Sequence[str] = (),
    generations: int = GENERATIONS,
    wait: bool = False,
) -> Published:
    """Restores an earlier generation byte for byte: the one whose name starts with `to`, else the latest.

    Every file of it is verified first. What `keep` names, or was kept so far, stays as it is now. The site
    that is replaced becomes the latest generation, so that a second call goes forward again. Raises like
    `publish`.
    """
    with _turn(disk, project, output, sources, wait=wait) as places:
        wanted = _wanted_generation(disk, places, to)
        tree = _read_generation(disk, places, wanted)
        present = swap.read_manifest(disk, places)
        kept = () if present is None else map(glob.escape, present.kept)
        files = {path: record_file(data) for path, data in tree.items()}
        return _publish(disk, places, tree, files, (*keep, *kept), generations=generations)


def read_finished(
    disk: Disk, project: str, *, output: str = "site", sources: Sequence[str] = SOURCES, wait: bool = False
) -> Finished | None:
    """Returns the site that stands, as it was published; None where there is none on record.

    An interrupted swap is carried through or back first. Raises like `publish`.
    """
    with _turn(disk, project, output, sources, wait=wait) as places:
        manifest = swap.read_manifest(disk, places)
        return None if manifest is None else Finished(disk, places.site, manifest)


def recover(
    disk: Disk, project: str, *, output: str = "site", sources: Sequence[str] = SOURCES, wait: bool = False
) -> None:
    """Carries an interrupted swap through, or back, and removes leftovers; all publications begin so."""
    with _turn(disk, project, output, sources, wait=wait):
        pass


def earlier_generations(
    disk: Disk, project: str, *, output: str = "site", sources: Sequence[str] = SOURCES
) -> tuple[Generation, ...]:
    """Returns the generations that `rollback` can restore, the latest first."""
    with told(project):
        return tuple(
            Generation(each.generation, count_pages(each.files), len(each.files))
            for each in swap.read_generations(disk, places_of(project, output, sources))
        )


def _read_generation(disk: Disk, places: Places, manifest: Manifest) -> dict[str, bytes]:
    folder = places.generation(manifest.generation)
    tree = {}
    for path in sorted(manifest.files.keys() - set(manifest.kept)):
        data = read_verified(disk, folder, path, manifest)
        if data is None:
            shown = f"{places.output}/{path}"
            raise refusal("generation-damaged", shown, generation=manifest.generation)
        tree[path] = data
    return tree


@contextmanager
def _turn(disk: Disk, project: str, output: str, sources: Sequence[str], *, wait: bool) -> Iterator[Places]:
    """Holds the lock over a project that has been checked and cleared up."""
    with told(project):
        places = places_of(project, output, sources)
        check_state(disk, places)
        with disk.lock(places.lock, wait=wait):
            check_places(disk, places)
            swap.settle(disk, places)
            swap.tidy(disk, places)
            yield places


def _publish(
    disk: Disk,
    places: Places,
    tree: Mapping[str, bytes],
    records: Mapping[str, FileRecord],
    keep: Sequence[str],
    *,
    generations: int,
    max_shrink: Decimal = Decimal(1),
    confirm: Callable[[], bool] = lambda: True,
) -> Published:
    manifest = swap.read_manifest(disk, places)
    standing = survey(disk, places, records)
    extras = sort_extras(standing, tree, keep, known_paths(disk, places, manifest))
    refuse_shrink(places, standing, extras, tree, max_shrink)
    kept = {path: disk.read(f"{places.site}/{path}") for path in extras.kept}
    standing = replace(standing, same=standing.same | kept.keys())
    wanted = Layers(tree, kept)
    files = {**records, **{path: record_file(data) for path, data in kept.items()}}
    upcoming = Manifest(places.output, dict(sorted(files.items())), extras.kept)
    earlier = () if manifest is None else manifest.previous
    unfinished: tuple[Diagnostic, ...] = ()
    if current := is_current(standing, wanted):
        _confirm(confirm)
        _mend_manifest(disk, places, manifest, with_previous(upcoming, None, earlier, generations))
    else:
        before = _present(disk, places, manifest, standing)
        upcoming = with_previous(upcoming, before, earlier, generations)
        journal = _prepare(disk, places, wanted, standing, upcoming, before, confirm)
        unfinished = _replace(disk, places, journal)
    unfinished = unfinished or _collect(disk, places)
    told_of = (*tell(places, extras, unrecorded=manifest is None), *unfinished)
    return _published(upcoming, tree, standing, extras, told_of, swapped=not current)


def _prepare(
    disk: Disk,
    places: Places,
    wanted: Mapping[str, bytes],
    standing: Standing,
    upcoming: Manifest,
    before: Manifest | None,
    confirm: Callable[[], bool],
) -> Journal:
    """Builds the next tree and writes the journal of its swap; after a refusal, clears up."""
    try:
        for folder in reversed(list(folders_above(places.output))):
            if disk.look(f"{places.project}/{folder}") is None:
                disk.make_folder(f"{places.project}/{folder}")
        build(disk, places.site, places.upcoming, wanted, standing)
        journal = swap.begin(disk, places, upcoming, before)
        _confirm(confirm)
    except (OSError, InputsChanged, KeyboardInterrupt):
        # What cannot be cleared up now is cleared up by the next publication.
        with suppress(OSError):
            swap.drop_journal(disk, places)
            swap.tidy(disk, places)
        raise
    return journal


def _replace(disk: Disk, places: Places, journal: Journal) -> tuple[Diagnostic, ...]:
    """Makes the swap; returns what went wrong after it. A refusal of the swap itself is raised."""
    try:
        swap.swap(disk, places)
        swap.settle(disk, places)
        swap.tidy(disk, places)
    except (OSError, KeyboardInterrupt) as error:
        with suppress(OSError):
            swap.settle(disk, places)
            swap.tidy(disk, places)
        if isinstance(error, KeyboardInterrupt) or not swap.is_made(disk, places, journal):
            raise
        return (describe_unfinished(error, places.project),)
    return ()


def _collect(disk: Disk, places: Places) -> tuple[Diagnostic, ...]:
    """Removes the generations that are no longer wanted; returns what kept them from going."""
    try:
        swap.collect(disk, places)
    except OSError as error:
        return (describe_unfinished(error, places.project),)
    return ()


def _confirm(confirm: Callable[[], bool]) -> None:
    if not confirm():
        raise InputsChanged(fault("inputs-changed", Location("")))


def _mend_manifest(disk: Disk, places: Places, found: Manifest | None, right: Manifest) -> None:
    """Writes the manifest of a site that is as it should be only if the record is missing or wrong."""
    if found != right:
        swap.write_state(disk, places.manifest, encode_manifest(right))


def _present(disk: Disk, places: Places, manifest: Manifest | None, standing: Standing) -> Manifest | None:
    """Returns the record of the tree that is replaced: as published, else as it stands."""
    if not standing.files:
        return None
    if manifest is not None:
        return manifest
    paths = (path for path in sorted(standing.files) if is_safe(path))
    return Manifest(places.output, {path: record_file(disk.read(f"{places.site}/{path}")) for path in paths})


def _wanted_generation(disk: Disk, places: Places, to: str | None) -> Manifest:
    for each in swap.read_generations(disk, places):
        if each.generation.startswith(to or ""):
            return each
    raise refusal("generation-missing", places.output, wanted=printable(to or places.output))


def _published(
    upcoming: Manifest,
    tree: Collection[str],
    standing: Standing,
    extras: Extras,
    diagnostics: tuple[Diagnostic, ...],
    *,
    swapped: bool,
) -> Published:
    made = set(tree) - {MARKER}
    return Published(
        generation=upcoming.generation,
        swapped=swapped,
        written=Written(
            new=frozenset(made - standing.files.keys()),
            changed=frozenset((made & standing.files.keys()) - standing.same),
            unchanged=frozenset(made & standing.same),
            removed=tuple(path for path in extras.removed if path != MARKER),
        ),
        strangers=extras.strangers,
        diagnostics=diagnostics,
    )
