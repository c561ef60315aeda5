"""A page in view is shown before its site is finished, loads anew once, and goes back where the site has a fault."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from benchmarks.corpus import write_corpus
from sfwgen.publish import RealDisk
from sfwgen.serve.making import Maker
from sfwgen.serve.pages import answer
from sfwgen.serve.preview import Preview
from sfwgen.serve.server import LOOK_SECONDS, QUIET_SECONDS, Server
from tests.build.projects import ROOT, STORY, disk_with, save, small_project

PAGE = "/stories/feifeng-road.html"
TEXT = small_project()[STORY]


@dataclass(eq=False)
class Window:
    """A browser's window on the page: what it showed each time it was told to load it anew."""

    server: Server
    seen: list[str] = field(default_factory=list)

    def reload(self) -> None:
        self.seen.append(seen(self.server.preview))
        self.server.remember(PAGE, self.server.preview)


def seen(preview: Preview) -> str:
    """What the page says: of the draft that it is of, of the checks, of faults."""
    page = answer(preview, PAGE, lang="zh", port=8000).body.decode()
    words = ("第一稿", "第二稿", "全站还在检查", "预览没有更新")
    return " ".join(word for word in words if word in page)


def after(*texts: str) -> list[list[str]]:
    """What the window is made to show by each of these saves."""
    disk = disk_with(small_project())
    server = Server(disk, ROOT, "zh", lambda _: None, str)
    server.maker = Maker(disk, ROOT, first_look_seconds=0)
    window, found = Window(server), []

    async def go() -> None:
        with ThreadPoolExecutor(max_workers=1) as builder:
            await server.rebuild(builder)
            server.remember(PAGE, server.preview)
            server.viewers[cast("Any", window)] = PAGE
            for text in texts:
                save(disk, STORY, text)
                await server.rebuild(builder)
                found.append([*window.seen])
                window.seen.clear()

    # In a thread of its own: a browser of other tests may keep a loop running in this one.
    with ThreadPoolExecutor(max_workers=1) as aside:
        aside.submit(asyncio.run, go()).result()
    return found


def test_a_change_is_shown_at_once_and_the_page_loads_anew_only_then() -> None:
    assert after(f"{TEXT}\n第一稿。\n", f"{TEXT}\n第二稿。\n") == [
        ["第一稿 全站还在检查"],
        ["第二稿 全站还在检查"],
    ]


def test_a_fault_that_only_the_whole_site_shows_brings_the_last_good_page_back() -> None:
    taken = TEXT.replace("line:", "aliases: [about.html]\nline:")
    assert after(f"{TEXT}\n第一稿。\n", f"{taken}\n第二稿。\n", f"{TEXT}\n第二稿。\n") == [
        ["第一稿 全站还在检查"],
        ["第二稿 全站还在检查", "第一稿 预览没有更新"],
        ["第二稿 全站还在检查"],
    ]


def test_a_fault_in_the_document_itself_never_replaces_the_page() -> None:
    (shown,) = after(TEXT.replace("title:", "titel:"))
    assert shown == ["预览没有更新"]


@pytest.mark.long
@pytest.mark.no_cover
def test_with_a_thousand_stories_a_saved_page_is_shown_within_a_second_of_computing(tmp_path: Path) -> None:
    write_corpus(tmp_path, 1000)
    story = sorted((tmp_path / "content" / "stories").glob("**/index.zh.md"))[500]
    page, text = f"stories/{story.parent.name}.html", story.read_text(encoding="utf-8")
    maker, taken = Maker(RealDisk(), str(tmp_path)), []
    maker.make((), lambda *_: None)
    for number in range(3):
        story.write_text(f"{text}\n又去看了{'看' * (number + 1)}。\n", encoding="utf-8")
        started = time.process_time()

        def show(
            _: object, pages: Mapping[str, bytes], number: int = number, started: float = started
        ) -> None:
            assert f"又去看了{'看' * (number + 1)}。" in pages[page].decode()
            taken.append(time.process_time() - started)

        assert not maker.make({page}, show).checked.fails()
    assert len(taken) == 3
    # What comes before it, until the save is noticed and has settled, is half a second at the very most.
    assert min(taken) + LOOK_SECONDS + 2 * QUIET_SECONDS < 1, taken
