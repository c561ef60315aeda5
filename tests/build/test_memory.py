"""What a build remembers of texts makes the next one quicker, and changes nothing else."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping

import pytest

from sfwgen.build import build, check
from sfwgen.build.memory import FILE, Memory, read_memory
from sfwgen.content.load import BodySource
from sfwgen.figures import find
from tests.build.projects import ROOT, STORY, disk_with, small_project
from tests.support.disk import MemoryDisk

RECORD = f"{ROOT}/{FILE}"


def outputs(disk: MemoryDisk) -> Mapping[str, bytes]:
    return build(disk, ROOT, allow_shrink=True).checked.outputs


def without_memory(disk: MemoryDisk) -> Mapping[str, bytes]:
    fresh = disk_with(
        {
            path.removeprefix(f"{ROOT}/"): disk.read(path).decode()
            for path in disk_paths(disk)
            if "/.sfwgen/" not in path and "/site/" not in path
        }
    )
    return check(fresh, ROOT).outputs


def disk_paths(disk: MemoryDisk) -> list[str]:
    found: list[str] = []
    waiting = [ROOT]
    while waiting:
        folder = waiting.pop()
        for entry in disk.entries(folder):
            path = f"{folder}/{entry.name}"
            (waiting if entry.kind == "folder" else found).append(path)
    return found


def test_a_second_build_remembers_every_text() -> None:
    disk = disk_with(small_project())
    build(disk, ROOT)
    memory = read_memory(disk, ROOT)
    build(disk, ROOT)
    assert not memory.changed or memory.entries == {}
    assert json.loads(disk.read(RECORD).partition(b"\n")[2])


def test_what_is_remembered_gives_the_same_site_after_any_edits() -> None:
    chance = random.Random(1)
    disk = disk_with(small_project())
    for number in range(12):
        text = small_project()[STORY] + "\n\n补充。" * chance.randrange(3) + f"\n\n第{number}段。"
        disk.remove_file(f"{ROOT}/{STORY}")
        disk.write(f"{ROOT}/{STORY}", text.encode())
        assert outputs(disk) == without_memory(disk)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"<p>", b"<P>", 1),
        lambda data: data[65:],
        lambda data: data[:65] + b"[" * len(data),
    ],
)
def test_a_damaged_record_counts_as_none(damage: object) -> None:
    disk = disk_with(small_project())
    before = outputs(disk)
    data = damage(disk.read(RECORD))  # type: ignore[operator]  # a function of bytes
    disk.remove_file(RECORD)
    disk.write(RECORD, data)
    assert read_memory(disk, ROOT).entries == {}
    assert outputs(disk) == before


def test_an_entry_in_another_form_is_worked_out_anew() -> None:
    source = BodySource("正文有3户。", "content/stories/a/index.zh.md", 5, "content/stories/a")
    first = Memory()
    expected = first.convert([source])
    figures = first.find("正文有3户。", "zh")
    for nonsense in (None, 1, "x", {"parts": [1]}, [["a"]]):
        memory = Memory(dict.fromkeys(first.entries, nonsense))
        assert memory.convert([source]) == expected
        assert memory.find("正文有3户。", "zh") == figures


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("约0.2元/立方米，三分之二，五六十户，几十名，零投诉，增长1.5倍，平均每天2000元", "zh"),
        ("about 0.2 yuan, two thirds, 5 to 7 days, dozens of homes, eight out of ten, up 3.5%", "en"),
    ],
)
def test_figures_are_remembered_as_they_were_found(text: str, lang: str) -> None:
    memory = Memory()
    memory.find(text, lang)
    again = Memory(json.loads(json.dumps(dict(memory.entries)))).find(text, lang)
    assert again == find(text, lang)
    assert [each.record() for each in again] == [each.record() for each in find(text, lang)]
    assert [each.quantity.step for each in again] == [each.quantity.step for each in find(text, lang)]


def test_nothing_is_kept_of_a_project_with_errors() -> None:
    disk = disk_with({**small_project(), STORY: small_project()[STORY].replace("title:", "titel:")})
    build(disk, ROOT)
    assert disk.look(RECORD) is None


def test_texts_that_are_gone_are_forgotten() -> None:
    disk = disk_with(small_project())
    build(disk, ROOT)
    disk.remove_file(f"{ROOT}/{STORY}")
    disk.write(f"{ROOT}/{STORY}", small_project()[STORY].encode() + "\n\n独一无二的一段。".encode())
    build(disk, ROOT)
    with_extra = disk.read(RECORD).decode()
    disk.remove_file(f"{ROOT}/{STORY}")
    disk.write(f"{ROOT}/{STORY}", small_project()[STORY].encode())
    build(disk, ROOT)
    assert "独一无二的一段" in with_extra
    assert "独一无二的一段" not in disk.read(RECORD).decode()


def test_a_build_publishes_the_same_whether_it_remembers_or_not() -> None:
    disk = disk_with(small_project())
    first = build(disk, ROOT)
    second = build(disk, ROOT)
    assert first.published is not None
    assert second.published is not None
    assert first.published.generation == second.published.generation
    assert not second.published.swapped


def test_a_check_writes_nothing_down() -> None:
    disk = disk_with(small_project())
    check(disk, ROOT)
    assert disk.look(f"{ROOT}/.sfwgen") is None
