"""Two editions of a small site, and publishing them into a real folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sfwgen.publish import Published, RealDisk, publish

SITE = {"index.html": b"home", "stories/a.html": b"a", "stories/b.html": b"b", "css/site.css": b"css"}
NEXT = {"index.html": b"new home", "stories/a.html": b"a", "lines/c.html": b"c", "css/site.css": b"css"}


def issue(project: Path, outputs: Mapping[str, bytes], **options: object) -> Published:
    return publish(RealDisk(), str(project), outputs, **options)  # type: ignore[arg-type]  # handed on


def site(project: Path) -> Path:
    return project / "site"


def told(published: Published) -> list[tuple[str, str]]:
    return [(each.code, each.location.file) for each in published.diagnostics]
