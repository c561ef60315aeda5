"""The fonts that a project brings along: whether they are the same as at the last build."""

from __future__ import annotations

import hashlib
from contextlib import suppress

from sfwgen.publish import Disk

FONTS = "fonts"
"""The folder of a project for the files of its fonts."""


def digest_fonts(disk: Disk, root: str) -> str:
    """Returns a digest of the files in a project's folder of fonts; "" where there is none."""
    folder = f"{root}/{FONTS}"
    if disk.look(folder) is None:
        return ""
    digest = hashlib.sha256()
    # A file that cannot be read is told of by the typesetter, which then lacks a font.
    with suppress(OSError):
        for entry in disk.entries(folder):
            digest.update(f"{entry.name}\0".encode() + disk.read(f"{folder}/{entry.name}"))
    return digest.hexdigest()
