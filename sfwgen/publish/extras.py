"""What stands in the present site beside the outputs: kept, removed or a stranger; how far the site falls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.publish import swap
from sfwgen.publish.disk import Disk
from sfwgen.publish.faults import OutputShrinks
from sfwgen.publish.names import folded, is_safe, printable
from sfwgen.publish.places import Places
from sfwgen.publish.record import Manifest
from sfwgen.publish.tree import Standing, folders_above, is_kept


@dataclass(frozen=True, slots=True)
class Extras:
    """The files of the present tree that are not among the outputs."""

    kept: tuple[str, ...]
    """Not made by sfwgen, and carried over as the user asked."""
    removed: tuple[str, ...]
    """Made by sfwgen, as far as is known, and no longer wanted."""
    strangers: tuple[str, ...]
    """Not made by sfwgen and not carried over; links, special files and empty folders too."""


def known_paths(disk: Disk, places: Places, manifest: Manifest | None) -> frozenset[str] | None:
    """Returns the paths that sfwgen is known to have made, or None if there is no record."""
    if manifest is None:
        return None
    made = [manifest, *swap.read_generations(disk, places)]
    return frozenset(path for each in made for path in each.files.keys() - set(each.kept))


def sort_extras(
    standing: Standing, tree: Mapping[str, bytes], keep: Sequence[str], known: frozenset[str] | None
) -> Extras:
    """Returns what becomes of everything in the present site that is not to be published.

    Without a record (`known` is None) a file is taken for one of sfwgen's own, unless `keep` names it.
    """
    others = sorted(standing.files.keys() - tree.keys())
    folders = {folder for path in tree for folder in folders_above(path)}
    taken = {folded(path) for path in {*tree, *folders}}
    strange = [path for path in others if known is None or path not in known]
    kept = [path for path in strange if is_kept(path, keep) and _fits(path, tree, taken)]
    unwanted = set() if known is None else set(strange) - set(kept)
    filled = {folder for path in (*standing.files, *standing.odd) for folder in folders_above(path)}
    empty = standing.folders.keys() - filled - folders - {""}
    removed = [path for path in others if path not in kept and path not in unwanted]
    return Extras(tuple(kept), tuple(removed), tuple(sorted({*standing.odd, *unwanted, *empty})))


def _fits(path: str, tree: Mapping[str, bytes], taken: set[str]) -> bool:
    """Returns whether a file can stand beside the outputs on every machine."""
    blocked = any(above in tree for above in folders_above(path))
    return is_safe(path) and folded(path) not in taken and not blocked


def refuse_shrink(
    places: Places, standing: Standing, extras: Extras, tree: Mapping[str, bytes], max_shrink: Decimal
) -> None:
    """Raises OutputShrinks if more than the share `max_shrink` of the present pages would go."""
    others = {*extras.kept, *extras.strangers}
    before, after = count_pages(standing.files.keys() - others), count_pages(tree)
    if before - after > max_shrink * before:
        raise OutputShrinks(fault("output-shrinks", Location(places.output), before=before, after=after))


def count_pages(paths: Iterable[str]) -> int:
    """Returns how many of the files are pages."""
    return sum(path.endswith(".html") for path in paths)


def tell(places: Places, extras: Extras, *, unrecorded: bool) -> tuple[Diagnostic, ...]:
    """Returns the warnings and notes about what is not carried over."""
    strangers = (
        fault("output-stranger", Location(printable(f"{places.output}/{path}")), name=printable(path))
        for path in extras.strangers
    )
    if not (unrecorded and extras.removed):
        return tuple(strangers)
    count, name = len(extras.removed), printable(extras.removed[0])
    return (*strangers, fault("output-record-missing", Location(places.output), count=count, name=name))
