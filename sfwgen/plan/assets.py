"""Files that are published as they are: those of the theme, under names that change with their content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from posixpath import splitext

from sfwgen.plan.outputs import AssetOutput
from sfwgen.plan.share import is_share_font

_FOLDER = "static/"


def asset_outputs(static: Mapping[str, bytes]) -> tuple[AssetOutput, ...]:
    """Returns the theme's static files, each under a name that holds a digest of its bytes."""
    return tuple(
        AssetOutput(hashed_path(name, content), content)
        for name, content in static.items()
        if not is_share_font(name)
    )


def asset_paths(static: Mapping[str, bytes]) -> dict[str, str]:
    """Returns the published path of each static file by its name."""
    return {name: hashed_path(name, content) for name, content in static.items()}


def hashed_path(name: str, content: bytes) -> str:
    """Returns the published path of a static file: a page never meets another version of it."""
    stem, ending = splitext(name)
    return f"{_FOLDER}{stem}.{hashlib.sha256(content).hexdigest()[:8]}{ending}"
