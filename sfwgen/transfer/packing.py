"""Files packed beforehand, so that a web server need not pack them for each reader."""

from __future__ import annotations

import gzip

ENDING = ".gz"
_PACKED = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv")
_LEAST = 1000
"""Below so many bytes packing saves nothing that is worth a second file."""


def is_packed(path: str, size: int) -> bool:
    """Returns whether a file has a packed one beside it."""
    return path.endswith(_PACKED) and size >= _LEAST and not path.startswith(".")


def pack(data: bytes) -> bytes:
    """Returns the bytes as gzip has them, the same each time."""
    return gzip.compress(data, 9, mtime=0)
