"""A small project on a disk in memory, as its staff would change it, and the site that is built from it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.support.disk import MemoryDisk

ROOT = "/srv/staff/bulletin"
SITE = f"{ROOT}/site"
STORY = "content/stories/feifeng-road/index.zh.md"
STORY_EN = "content/stories/feifeng-road/index.en.md"
BULLETIN = "content/bulletins/issue-001.yaml"

_BASE = Path(__file__).resolve().parent.parent / "bad" / "_base"

SECOND_STORY = """\
---
title: 小区道路整修完成
summary: 另一段路也整修完成。
line: grassroots
{more}sources:
  - {{zh: 2019年年中报纸报道, en: A newspaper report of mid-2019}}
---
另一段路也已经整修完成。
"""
SECOND_STORY_EN = """\
---
title: Another road is repaired
summary: Another road has been repaired as well.
---
Another road has been repaired as well.
"""


@cache
def _base_files() -> dict[str, bytes]:
    files = (path for path in _BASE.rglob("*") if path.is_file())
    return {path.relative_to(_BASE).as_posix(): path.read_bytes() for path in files}


def small_project() -> dict[str, str]:
    """The files of a small project without any fault, as text by path."""
    return {path: data.decode() for path, data in _base_files().items()}


def with_second_story(files: dict[str, str], *, more: str = "") -> dict[str, str]:
    """The project with a story more, whose header has these further lines."""
    folder = "content/stories/second-road"
    return {
        **files,
        f"{folder}/index.zh.md": SECOND_STORY.format(more=more),
        f"{folder}/index.en.md": SECOND_STORY_EN,
    }


def disk_with(files: dict[str, str]) -> MemoryDisk:
    """A disk that holds the project."""
    disk = MemoryDisk()
    disk.put_all(ROOT, {path: text.encode() for path, text in files.items()})
    return disk


def save(disk: MemoryDisk, path: str, text: str) -> None:
    """Saves a file of the project."""
    disk.put(f"{ROOT}/{path}", text.encode())


def site_of(disk: MemoryDisk) -> dict[str, bytes]:
    """Every file of the published site."""
    files = disk.files(SITE)
    assert files is not None
    return files
