"""The last build that succeeded: what it was made from, what it said, and which site it left."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from sfwgen.build.engine import engine_digest
from sfwgen.build.state import read_state, write_state
from sfwgen.diagnostics import Counts, Diagnostic, FigureCounts, Location, Severity
from sfwgen.publish import Disk, Sources

_NAME = "last.json"


@dataclass(frozen=True, slots=True)
class LastBuild:
    """A build: a digest of everything it was made from, its site's generation, and what it told."""

    request: str
    generation: str
    diagnostics: tuple[Diagnostic, ...]
    counts: Counts


def digest_request(sources: Sources, *options: object) -> str:
    """Returns a digest of everything that a build depends on: all sources, the engine, the options given."""
    digest = hashlib.sha256(f"{engine_digest()}\0{options!r}\0".encode())
    for path in sources:
        digest.update(f"{path}\0{sources.digest(path)}\0".encode())
    return digest.hexdigest()


def read_last(disk: Disk, root: str) -> LastBuild | None:
    """Returns what is on record, or None where there is no record, or not one of this form."""
    data = read_state(disk, root, _NAME)
    with suppress(ValueError, KeyError, TypeError, RecursionError):
        return None if data is None else _decode(json.loads(bytes(data)))
    return None


def write_last(disk: Disk, root: str, last: LastBuild) -> None:
    """Puts a build on record."""
    told = [_encode_diagnostic(each) for each in last.diagnostics]
    data = {
        "request": last.request,
        "generation": last.generation,
        "diagnostics": told,
        "counts": asdict(last.counts),
    }
    write_state(disk, root, _NAME, (json.dumps(data, ensure_ascii=False).encode(),))


def _decode(data: Mapping[str, Any]) -> LastBuild:
    counts = {**data["counts"], "figures": FigureCounts(**data["counts"]["figures"])}
    told = tuple(_decode_diagnostic(each) for each in data["diagnostics"])
    return LastBuild(data["request"], data["generation"], told, Counts(**counts))


def _encode_diagnostic(told: Diagnostic) -> list[Any]:
    place, *related = ([each.file, each.line, each.column] for each in (told.location, *told.related))
    return [told.code, told.severity.value, place, list(told.words), related, told.quote]


def _decode_diagnostic(data: Sequence[Any]) -> Diagnostic:
    code, severity, place, words, related, quote = data
    return Diagnostic(
        code,
        Severity(severity),
        Location(*place),
        tuple((name, word) for name, word in words),
        tuple(Location(*each) for each in related),
        quote,
    )
