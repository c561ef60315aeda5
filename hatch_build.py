"""Puts the theme and the example into the wheel, so that the repository holds one copy of each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STARTER_PARTS = ("templates", "content", "config.yaml")
LEFT_OUT = (".", "~$", "share-font.")
"""How names begin of what stays out: hidden files, office lock files, the repository's own font."""


class StarterHook(BuildHookInterface):  # type: ignore[type-arg]  # its configuration type plays no part here
    """Adds each part of the starter to the wheel as `sfwgen/_starter/<part>`.

    An editable install gets none: there `sfwgen.resources` reads the repository itself.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Lists the files for the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        build_data["force_include"] |= {
            str(root / path): f"sfwgen/_starter/{path}"
            for part in STARTER_PARTS
            for path in _files(root, part)
        }


def _files(root: Path, part: str) -> list[str]:
    """All files of one part of the starter, relative to the root, sorted."""
    start = root / part
    found = [start] if start.is_file() else [path for path in start.rglob("*") if path.is_file()]
    relative = [path.relative_to(root) for path in found]
    return sorted(
        path.as_posix() for path in relative if not any(name.startswith(LEFT_OUT) for name in path.parts)
    )
