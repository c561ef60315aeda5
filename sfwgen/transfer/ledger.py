"""The ledger: what sfwgen has put at a target, kept there beside the site.

It is what makes a transfer send only what has changed, remove only what it once sent, and go on where it was
interrupted. Files of others are in no ledger and are never touched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from sfwgen.publish import FileRecord
from sfwgen.publish.names import is_safe

NAME = ".sfwgen-published.json"
UNSURE = FileRecord(-1, "")
"""Stands for a file that is being replaced: it is ours, but what it holds is not known."""

_FORMAT = 1
_DIGEST = re.compile(r"[0-9a-f]{64}|")

Ledger = Mapping[str, FileRecord]


class UnreadableLedger(ValueError):
    """What stands in the ledger's place is none."""


def encode_ledger(ledger: Ledger) -> bytes:
    """Returns a ledger as it is kept at the target: the same bytes for the same files."""
    files = {path: [record.size, record.sha256] for path, record in sorted(ledger.items())}
    text = json.dumps({"format": _FORMAT, "files": files}, ensure_ascii=False, separators=(",", ":"))
    return text.encode() + b"\n"


def decode_ledger(data: bytes) -> Ledger:
    """Returns the ledger that the bytes hold. Raises UnreadableLedger for anything else."""
    try:
        value = json.loads(data)
        if value["format"] != _FORMAT:
            raise UnreadableLedger(str(value["format"]))
        found = [(path, size, digest) for path, (size, digest) in value["files"].items()]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableLedger(str(error)) from error
    if not all(_is_sound(*each) for each in found):
        raise UnreadableLedger("files")
    return {path: FileRecord(size, digest) for path, size, digest in found}


def _is_sound(path: object, size: object, digest: object) -> bool:
    # A path from elsewhere must not lead out of the target: it may be removed there.
    named = isinstance(path, str) and is_safe(path) and isinstance(size, int)
    return named and isinstance(digest, str) and _DIGEST.fullmatch(digest) is not None
