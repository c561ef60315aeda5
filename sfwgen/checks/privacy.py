"""The privacy gate: no personal data in the sources, none in any byte that is published.

Which kinds stop a build and which may be let through stands here; how they are found, in `privacy`. A
diagnostic holds a masked echo only: the value itself goes nowhere.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sfwgen.diagnostics import Diagnostic, Location, fault, sort_diagnostics
from sfwgen.each import Each, one_by_one
from sfwgen.model import SiteConfig
from sfwgen.plan.outputs import BuildPlan, PageOutput
from sfwgen.plan.prints.text import printed_text
from sfwgen.privacy.files import UnreadableError, find_metadata, read_texts
from sfwgen.privacy.finds import Find, Kind
from sfwgen.privacy.masks import disagree, mask
from sfwgen.privacy.scan import mask_text, plain, scan

CODES: Mapping[Kind, str] = {
    Kind.ID18: "privacy-id",
    Kind.ID15: "privacy-id",
    Kind.ID18_ALTERED: "privacy-id-altered",
    Kind.ID_MASK: "privacy-id-masked",
    Kind.ID_WIDE_MASK: "privacy-id-masked",
    Kind.ID_THIN_MASK: "privacy-id-thin-mask",
    Kind.CREDIT_CODE: "privacy-credit-code",
    Kind.SOLE_TRADER: "privacy-sole-trader",
    Kind.CARD: "privacy-card",
    Kind.CARD_POSSIBLE: "privacy-card-possible",
    Kind.ACCOUNT: "privacy-account",
    Kind.MOBILE: "privacy-mobile",
    Kind.PHONE: "privacy-phone",
    Kind.PLATE: "privacy-vehicle",
    Kind.FRAME: "privacy-vehicle",
    Kind.PASSPORT: "privacy-passport",
    Kind.EMAIL: "privacy-email",
    Kind.CHAT: "privacy-chat",
    Kind.NAME_LIST: "privacy-name-list",
    Kind.ADDRESS: "privacy-address",
    Kind.PERSON: "privacy-person",
}
"""The code of each kind; its severity is that of the code table."""
NEVER_ALLOWED = frozenset(
    {Kind.ID18, Kind.ID15, Kind.ID_MASK, Kind.ID_WIDE_MASK, Kind.ID_THIN_MASK, Kind.CARD, Kind.MOBILE}
)
"""The kinds that nobody can let through."""
CONTACTS = frozenset({Kind.PHONE, Kind.EMAIL})
"""The kinds of which an office makes its own public."""

_NAMES_AT_ONCE = 200
TOO_LARGE = frozenset({"file-too-large", "line-too-long", "register-too-large"})
"""Errors about a file as a whole: it is not looked into, as nothing of it is read on, quoted or published."""

_INDEX = re.compile(r'sfwSearch\("(?:head|[pwf][0-9]+)",')
"""How the lists of the search index begin: codes of letters and digits, in which only whole numbers mean
anything. The texts that they lead to stand in files of their own."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What config.yaml lets through, as it is scanned. `known` is False where config.yaml cannot be read."""

    contacts: frozenset[str]
    overrides: Mapping[str, Location]
    known: bool

    def lets(self, find: Find) -> bool:
        """Returns whether a find may stand. What only a readable config.yaml could allow waits for it."""
        if find.kind in NEVER_ALLOWED:
            return False
        if not self.known or find.written in self.overrides:
            return True
        return find.kind in CONTACTS and find.written in self.contacts


@dataclass(frozen=True, slots=True)
class SourceScan:
    """What the scan of the sources found: diagnostics, and the texts that were seen, let through or not."""

    faults: tuple[Diagnostic, ...]
    seen: frozenset[str]


def allowed_by(config: SiteConfig | None) -> Allowed:
    """Returns what a project lets through."""
    if config is None:
        return Allowed(frozenset(), {}, known=False)
    overrides = {plain(each.text): each.location for each in config.privacy_overrides}
    return Allowed(frozenset(map(plain, config.contacts)), overrides, known=True)


def scan_sources(
    sources: Mapping[str, bytes],
    config: SiteConfig | None,
    each: Each = one_by_one,
    told: Iterable[Diagnostic] = (),
) -> SourceScan:
    """Returns what is in the texts and names of all sources, drafts and files that are not used included.

    Files that are `told` to be too large, each of which ends the build, are named only.
    """
    allowed = allowed_by(config)
    refused = {each.location.file for each in told if each.code in TOO_LARGE}
    paths = [path for path in sources if path not in refused]
    keys = [f"{path.rpartition('.')[2]} {_digest(sources[path])}" for path in paths]
    # What is remembered is that a file holds nothing: what one holds goes nowhere.
    clean = each("clean file", keys, lambda number: holds_nothing(paths[number], sources[paths[number]]))
    found = [
        (path, find, place)
        for path, fine in zip(paths, clean, strict=True)
        if not fine
        for find, place in _finds(path, sources[path])
    ]
    faults = [_fault(each, place) for _, each, place in found if not allowed.lets(each)]
    faults += _names(sources, allowed, each)
    faults += _masks_differ((each, place) for _, each, place in found)
    seen = frozenset(each.written for path, each, _ in found)
    used = {each.written for path, each, _ in found if path != "config.yaml"}
    faults += [
        fault("privacy-override-unused", place, shown=mask_text(text))
        for text, place in allowed.overrides.items()
        if text not in used and not refused
    ]
    return SourceScan(sort_diagnostics(faults), seen)


def holds_nothing(path: str, data: bytes) -> bool:
    """Returns whether nothing at all is in the bytes of a file, whatever a project lets through."""
    try:
        return find_metadata(path, data) is None and not any(map(scan, read_texts(path, data)))
    except UnreadableError:
        return False


def scan_outputs(
    plan: BuildPlan,
    outputs: Mapping[str, bytes],
    config: SiteConfig,
    seen: frozenset[str],
    clean: Collection[str] = (),
    each: Each = one_by_one,
) -> tuple[Diagnostic, ...]:
    """Returns what is in the bytes and names of the finished files.

    What was `seen` in the sources is not told twice; files that are known to be `clean` hold nothing.
    """
    allowed = allowed_by(config)
    sources = {each.path: getattr(each, "source", Location(each.path)) for each in plan.outputs}
    sources |= {each.path: each.source for each in plan.prints}
    pages = {each.path for each in plan.outputs if isinstance(each, PageOutput)}
    # The bytes of a PDF cannot be looked into; its words are those of the document that it is set from.
    printed = {each.path: printed_text(each.document).encode() for each in plan.prints}
    faults: dict[tuple[str, str], Diagnostic] = {}
    # Pages first: a feed or a table repeats what stands on one.
    for path in sorted(set(outputs) - set(clean), key=lambda each: (each not in pages, each)):
        source = sources.get(path, Location(path))
        for found in _output_faults(path, printed.get(path, outputs[path]), source, allowed, seen):
            faults.setdefault((found.code, dict(found.words).get("shown", path)), found)
    return sort_diagnostics((*faults.values(), *_names(outputs, allowed, each)))


def _output_faults(
    path: str, data: bytes, source: Location, allowed: Allowed, seen: frozenset[str]
) -> Iterator[Diagnostic]:
    if found := find_metadata(path, data):
        yield fault("privacy-image-metadata", source, page=mask_text(path), found=found)
    try:
        for text in read_texts(path, data):
            coded = _INDEX.match(text) is not None
            for each in scan(text):
                fine = coded or each.kind is Kind.CREDIT_CODE or each.written in seen
                if not (fine and each.kind not in NEVER_ALLOWED) and not allowed.lets(each):
                    yield _fault(each, source, page=f"{mask_text(path)}:{_numbers(text, each.start)}")
    except UnreadableError:
        yield fault("privacy-unreadable", source, page=mask_text(path))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _finds(path: str, data: bytes) -> Iterator[tuple[Find, Location]]:
    """What is in a source, with its place; what cannot be read is no document and is told elsewhere."""
    try:
        texts = list(read_texts(path, data))
    except UnreadableError:
        return
    packed = len(texts) != 1 or data.startswith(b"PK")
    for text in texts:
        for each in scan(text):
            yield each, Location(path) if packed else _place(path, text, each.start)


def _place(path: str, text: str, offset: int) -> Location:
    start = text.rfind("\n", 0, offset) + 1
    return Location(path, text.count("\n", 0, offset) + 1, offset - start + 1)


def _numbers(text: str, offset: int) -> str:
    place = _place("", text, offset)
    return f"{place.line}:{place.column}"


def _fault(find: Find, place: Location, page: str = "") -> Diagnostic:
    return fault(CODES[find.kind], place, shown=mask(find.kind, find.value), page=page)


def _names(paths: Iterable[str], allowed: Allowed, each: Each) -> list[Diagnostic]:
    """What is in the names of files: in a name a number needs no word beside it."""
    names = sorted(paths)
    blocks = [names[start : start + _NAMES_AT_ONCE] for start in range(0, len(names), _NAMES_AT_ONCE)]
    # As with files, what is remembered is that nothing is in any of these names.
    keys = [_digest("\0".join(block).encode("utf-8", "surrogateescape")) for block in blocks]
    clean = each("clean names", keys, lambda number: not any(map(scan, blocks[number])))
    return [
        fault("privacy-file-name", Location(path), shown=mask_text(path))
        for block, fine in zip(blocks, clean, strict=True)
        for path in (() if fine else block)
        if any(not allowed.lets(find) and find.kind is not Kind.CREDIT_CODE for find in scan(path))
    ]


def _masks_differ(finds: Iterable[tuple[Find, Location]]) -> Iterator[Diagnostic]:
    """Two masks of what may be one number: each alone hides enough, both together do not."""
    masks = (Kind.ID_MASK, Kind.ID_WIDE_MASK, Kind.ID_THIN_MASK)
    by_ends: dict[str, dict[str, Location]] = {}
    for each, place in finds:
        if each.kind in masks:
            by_ends.setdefault(each.value[0] + each.value[-2:], {}).setdefault(each.value, place)
    for shown in by_ends.values():
        (first, place), *others = shown.items()
        for other, where in others:
            if disagree(first, other):
                yield fault("privacy-masks-differ", where, related=(place,), shown=mask(Kind.ID_MASK, first))
