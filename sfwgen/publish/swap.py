"""Replacing the site by the next tree in one swap, and carrying an interrupted swap through.

The order of the steps is the guarantee, and all of it happens under the lock:

1. the next tree is built beside the site;
2. the journal is written, and everything so far made safe against a power cut (`begin`);
3. the trees are exchanged (`swap`): from here on the site is the new one;
4. the names are made safe, the replaced tree becomes a generation, the manifest is written (`settle`);
5. the journal goes, then leftovers and generations that nothing names any more.

Whoever comes next finds a journal if a run died in between. Where the next tree stands as the site, step 4 is
done again. Where none stands, between the two renames of a system that cannot exchange folders, one of the
trees is put back. Else the site is still the old one, and the next tree is a leftover.
"""

from __future__ import annotations

import errno
from contextlib import suppress

from sfwgen.publish.disk import PRIVATE_MODE, Disk, Kind
from sfwgen.publish.places import Places, is_ours
from sfwgen.publish.record import (
    Journal,
    Manifest,
    decode_journal,
    decode_manifest,
    encode_journal,
    encode_manifest,
)
from sfwgen.publish.tree import damaged, remove


def read_manifest(disk: Disk, places: Places) -> Manifest | None:
    """Returns the record of what was last published to this output folder, if there is one."""
    data = _read_state(disk, places.manifest)
    manifest = None if data is None else decode_manifest(data)
    return manifest if manifest is not None and manifest.output == places.output else None


def read_generation(disk: Disk, places: Places, name: str) -> Manifest | None:
    """Returns the record of a kept generation, if that is kept and is what its name says."""
    data = _read_state(disk, f"{places.generation(name)}.json")
    manifest = None if data is None else decode_manifest(data)
    there = disk.look(places.generation(name))
    if manifest is None or there is None or there.kind is not Kind.FOLDER:
        return None
    return manifest if manifest.generation == name else None


def read_generations(disk: Disk, places: Places) -> list[Manifest]:
    """Returns the records of the generations that can be restored, the latest first."""
    manifest = read_manifest(disk, places)
    names = () if manifest is None else manifest.previous
    found = (read_generation(disk, places, name) for name in names)
    return [each for each in found if each is not None]


def write_state(disk: Disk, path: str, data: bytes) -> None:
    """Puts a file of the state folder in place in one step."""
    draft = _draft(path)
    if disk.look(draft) is not None:
        disk.remove_file(draft)
    disk.write(draft, data, durable=True)
    disk.rename(draft, path)


def _draft(path: str) -> str:
    return f"{path}.next"


def begin(disk: Disk, places: Places, upcoming: Manifest, before: Manifest | None) -> Journal:
    """Writes the journal of the swap and makes it and the next tree safe against a power cut."""
    folder, site = disk.look(places.upcoming), disk.look(places.site)
    if folder is None:
        raise FileNotFoundError(errno.ENOENT, "the next tree is gone", places.upcoming)
    journal = Journal(folder.number, upcoming, before, None if site is None else site.number)
    write_state(disk, places.journal, encode_journal(journal))
    disk.sync(places.upcoming)
    disk.sync_folder(places.state)
    return journal


def swap(disk: Disk, places: Places) -> None:
    """Makes the next tree the site: by one exchange, else by the two renames that the journal covers."""
    if disk.look(places.site) is None:
        disk.rename(places.upcoming, places.site)
    elif not disk.exchange(places.site, places.upcoming):
        disk.rename(places.site, places.former)
        disk.rename(places.upcoming, places.site)


def is_made(disk: Disk, places: Places, journal: Journal) -> bool:
    """Returns whether the swap of the journal has been made: its tree stands as the site."""
    site = disk.look(places.site)
    return site is not None and site.number == journal.folder


def settle(disk: Disk, places: Places) -> None:
    """Carries the swap of the journal, if there is one, through if it was made; drops it otherwise."""
    data = _read_state(disk, places.journal)
    if data is None:
        return
    journal = decode_journal(data)
    if journal is not None:
        _settle(disk, Places(places.project, journal.next.output), journal)
    drop_journal(disk, places)


def _settle(disk: Disk, places: Places, journal: Journal) -> None:
    if disk.look(places.site) is None:
        _restore(disk, places, journal)
    if is_made(disk, places, journal):
        _finish(disk, places, journal)


def drop_journal(disk: Disk, places: Places) -> None:
    """Ends the swap in the records: from here on, what stands beside the site is a leftover."""
    if disk.look(places.journal) is not None:
        disk.remove_file(places.journal)
        disk.sync_folder(places.state)


def _restore(disk: Disk, places: Places, journal: Journal) -> None:
    """Puts a site back that a pair of renames was cut in the middle of: the next one, else the former."""
    if disk.look(places.upcoming) is not None and damaged(disk, places.upcoming, journal.next) is None:
        with suppress(OSError):
            disk.rename(places.upcoming, places.site)
            return
    if disk.look(places.former) is not None:
        disk.rename(places.former, places.site)


def _finish(disk: Disk, places: Places, journal: Journal) -> None:
    """Puts the replaced tree among the generations and writes the manifest; may be repeated at any point."""
    disk.sync_folder(places.parent)
    for path in (places.former, places.upcoming):
        tree = disk.look(path)
        if journal.before is not None and tree is not None and tree.number == journal.before_folder:
            _keep_generation(disk, places, path, journal.before)
    write_state(disk, places.manifest, encode_manifest(journal.next))


def _keep_generation(disk: Disk, places: Places, tree: str, manifest: Manifest) -> None:
    folder = places.generation(manifest.generation)
    if disk.look(places.generations) is None:
        disk.make_folder(places.generations, PRIVATE_MODE)
    if disk.look(folder) is not None:
        remove(disk, folder)
    write_state(disk, f"{folder}.json", encode_manifest(manifest))
    try:
        disk.rename(tree, folder)
    except OSError as error:
        # The records lie on another file system: the site is right, but this generation cannot be kept.
        if error.errno != errno.EXDEV:
            raise


def tidy(disk: Disk, places: Places) -> None:
    """Removes what an interrupted publication left beside the site."""
    if disk.look(places.site) is None and disk.look(places.former) is not None:
        # The journal is lost, but the site is not.
        disk.rename(places.former, places.site)
    for leftover in (places.upcoming, places.former):
        if disk.look(leftover) is not None and is_ours(disk, leftover):
            remove(disk, leftover)
    for draft in (_draft(places.journal), _draft(places.manifest)):
        if disk.look(draft) is not None:
            disk.remove_file(draft)


def collect(disk: Disk, places: Places) -> None:
    """Removes the generations that the manifest does not name."""
    if disk.look(places.generations) is None:
        return
    data = _read_state(disk, places.manifest)
    current = None if data is None else decode_manifest(data)
    wanted = set() if current is None else set(current.previous)
    for entry in disk.entries(places.generations):
        if entry.name.removesuffix(".json") in wanted:
            continue
        path = f"{places.generations}/{entry.name}"
        if entry.kind is Kind.FOLDER:
            remove(disk, path)
        else:
            disk.remove_file(path)


def _read_state(disk: Disk, path: str) -> bytes | None:
    entry = disk.look(path)
    return disk.read(path) if entry is not None and entry.kind is Kind.FILE else None
