"""A saved change to one of many stories is seen in the preview at once: the page in view first, then the site."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from sfwgen.build.looking import Material
from sfwgen.publish import RealDisk
from sfwgen.serve.making import Maker
from tests.many.stories import STORIES

pytestmark = pytest.mark.no_cover  # what it takes is the point

STORY_SECONDS = 0.0006
"""Of a processor, for each story of the site: so a thousand take well under one second."""
LOOKS = 0.05


class Edited(RealDisk):
    """The disk, with something more at the end of one file."""

    file = ""
    more = ""

    def read(self, path: str, limit: int | None = None) -> bytes:
        data = super().read(path, limit)
        return data + self.more.encode() if self.file and path.endswith(self.file) else data


def test_the_page_in_view_shows_a_change_long_before_the_site_is_finished(folder: Path) -> None:
    project = folder.parent
    story = sorted(project.glob("content/stories/**/index.zh.md"))[STORIES // 2]
    page = f"stories/{story.parent.name}.html"
    disk = Edited()
    maker = Maker(disk, str(project), first_look_seconds=0)
    assert not maker.make((), lambda *_: None).checked.fails()
    seconds: list[float] = []
    for number in range(3):
        disk.file, disk.more = f"{story.parent.name}/index.zh.md", f"\n\n这是第{number}次补充的一段。\n"
        start = time.process_time()

        def show(
            _: Material, pages: Mapping[str, bytes], *, start: float = start, more: str = disk.more
        ) -> None:
            seconds.append(time.process_time() - start)
            assert more.strip() in pages[page].decode()

        assert not maker.make((page,), show).checked.fails()
    assert min(seconds) < STORIES * STORY_SECONDS + LOOKS, seconds
