"""The preview makes the same site as a build from nothing, whatever came before, and the page in view first."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sfwgen.build import check
from sfwgen.build.live import LiveMemory, Superseded
from sfwgen.build.looking import Material
from sfwgen.build.memory import Memory
from sfwgen.diagnostics import Location
from sfwgen.model import Unit
from sfwgen.serve.making import Maker, Show
from tests.build.projects import ROOT, STORY, disk_with, save, small_project
from tests.support.disk import MemoryDisk

PAGE = "stories/feifeng-road.html"
METRICS = "content/vocabulary/metrics.yaml"
TEXT = small_project()[STORY]


def nothing(material: Material, pages: Mapping[str, bytes]) -> None:
    """Looks at nothing."""


def made(maker: Maker, show: Show = nothing) -> dict[str, bytes]:
    """What the preview shows of a project without faults."""
    result = maker.make((PAGE, "index.html"), show)
    assert not result.checked.fails(), result.checked.diagnostics
    return {**result.checked.outputs}


def from_nothing(disk: MemoryDisk) -> dict[str, bytes]:
    """What a build makes that remembers nothing."""
    return {**check(disk, ROOT, drafts=True, memory=Memory()).outputs}


def test_after_any_save_the_site_is_that_of_a_build_from_nothing() -> None:
    disk = disk_with(small_project())
    maker = Maker(disk, ROOT)
    metrics = small_project()[METRICS]
    english = (
        next(line for line in metrics.splitlines() if "label:" in line).partition("en: ")[2].split("}")[0]
    )
    saves = [
        (STORY, TEXT),
        (STORY, f"{TEXT}\n再补一段。\n"),
        # A word that every story refers to, while no story changes.
        (METRICS, metrics.replace(english, f"{english} anew", 1)),
        (STORY, TEXT.replace("line:", "draft: true\nline:")),
        (METRICS, metrics),
        (STORY, TEXT),
    ]
    for path, text in saves:
        save(disk, path, text)
        assert made(maker) == from_nothing(disk), text[:300]


def test_a_fault_in_between_spoils_nothing() -> None:
    disk = disk_with(small_project())
    maker = Maker(disk, ROOT, first_look_seconds=0)
    sound = made(maker)
    for faulty in (
        TEXT.replace("title:", "titel:"),
        f"{TEXT}\n[哪里](../nowhere/index.zh.md)\n",
        "没有文件头\n",
    ):
        save(disk, STORY, faulty)
        assert maker.make((PAGE,), nothing).checked.fails()
        save(disk, STORY, TEXT)
        assert made(maker) == sound


def test_where_a_site_takes_long_the_pages_in_view_are_shown_first_as_they_will_be() -> None:
    disk = disk_with(small_project())
    maker = Maker(disk, ROOT, first_look_seconds=0)
    shown: list[dict[str, bytes]] = []

    def show(_: Material, pages: Mapping[str, bytes]) -> None:
        shown.append({**pages})

    made(maker, show)
    assert shown == [], "there is nothing to be compared with yet"
    save(disk, STORY, f"{TEXT}\n再补一段。\n")
    finished = made(maker, show)
    assert shown == [{path: finished[path] for path in (PAGE, "index.html")}]
    assert "再补一段。" in shown[0][PAGE].decode()


def test_a_save_ends_what_is_being_made_of_the_one_before_once_that_has_been_shown() -> None:
    disk = disk_with(small_project())
    maker = Maker(disk, ROOT, first_look_seconds=0)
    made(maker)
    seen: list[str] = []

    def show(_: Material, pages: Mapping[str, bytes]) -> None:
        seen.append(pages[PAGE].decode())
        maker.give_up()

    save(disk, STORY, f"{TEXT}\n第一稿。\n")
    with pytest.raises(Superseded):
        maker.make((PAGE,), show)
    assert "第一稿。" in seen[0]
    save(disk, STORY, f"{TEXT}\n第二稿。\n")
    assert made(maker) == from_nothing(disk)


def test_a_small_site_needs_no_first_look() -> None:
    disk = disk_with(small_project())
    maker = Maker(disk, ROOT, first_look_seconds=60)
    shown: list[Mapping[str, bytes]] = []
    made(maker)
    save(disk, STORY, f"{TEXT}\n再补一段。\n")
    made(maker, lambda _, pages: shown.append(pages))
    assert shown == []


def test_what_is_remembered_refers_to_the_words_of_the_project_as_they_are_now() -> None:
    memory = LiveMemory({}, lambda: False)
    found: list[Unit] = []

    def remember(unit: Unit) -> None:
        found.extend(memory.each("kind", ["key"], lambda _: unit, {("Unit", unit.id): unit}))
        memory.settle()

    for name in ("米", "公尺"):
        remember(Unit("metre", name, (), ("metre", "metres"), "length", "1", False, Location("units.yaml")))
    assert [unit.zh for unit in found] == ["米", "公尺"]
