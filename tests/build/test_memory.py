"""What a build remembers of texts makes the next one quicker, and changes nothing else."""

from __future__ import annotations

import io
import os
import pickle
import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from sfwgen.build import build, check
from sfwgen.build.memory import NAME, Memory, read_memory
from sfwgen.build.rendering import render_outputs
from sfwgen.build.results import no_progress
from sfwgen.build.workers import run_work
from sfwgen.content import load_site
from sfwgen.diagnostics import Location
from sfwgen.figures import Kind, Qualifier, find
from sfwgen.plan.outputs import BuildPlan, ImageOutput
from sfwgen.publish import MARKER
from sfwgen.values import UnreadableValue, digest_of, freeze, thaw
from tests.build.projects import ROOT, STORY, disk_with, site_of, small_project
from tests.support.disk import MemoryDisk
from tests.support.example import packaged_theme

RECORD = f"{ROOT}/.sfwgen/{NAME}"


def published(disk: MemoryDisk) -> dict[str, bytes]:
    return {path: data for path, data in site_of(disk).items() if path != MARKER}


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


def test_a_second_build_remembers_every_story() -> None:
    disk = disk_with(small_project())
    build(disk, ROOT)
    memory = read_memory(disk, ROOT)
    assert memory.changed
    check(disk, ROOT, memory=memory)
    assert not memory.changed


@pytest.mark.no_cover
def test_what_is_remembered_gives_the_same_site_after_any_edits() -> None:
    chance = random.Random(1)
    disk = disk_with(small_project())
    for number in range(12):
        text = small_project()[STORY] + "\n\n补充。" * chance.randrange(3) + f"\n\n第{number}段。"
        disk.remove_file(f"{ROOT}/{STORY}")
        disk.write(f"{ROOT}/{STORY}", text.encode())
        build(disk, ROOT, allow_shrink=True)
        assert published(disk) == without_memory(disk)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data[33:],
        lambda data: data[:32] + b"[" * len(data),
        lambda data: data[:0],
    ],
)
def test_a_damaged_record_counts_as_none(damage: object) -> None:
    disk = disk_with(small_project())
    build(disk, ROOT)
    before = published(disk)
    data = damage(disk.read(RECORD))  # type: ignore[operator]  # a function of bytes
    disk.remove_file(RECORD)
    disk.write(RECORD, data)
    assert read_memory(disk, ROOT).known == {}
    build(disk, ROOT, reuse=True)
    assert published(disk) == before


def test_an_entry_in_another_form_is_worked_out_anew() -> None:
    first = Memory()
    expected = first.each("figures zh", ["正文有3户。"], lambda _: find("正文有3户。", "zh"))
    for nonsense in (b"", b"x", b"\x80\x05.", freeze(expected)[:-9], pickle.dumps(print)):
        memory = Memory(dict.fromkeys(first.entries, nonsense))
        assert memory.each("figures zh", ["正文有3户。"], lambda _: find("正文有3户。", "zh")) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("约0.2元/立方米，三分之二，五六十户，几十名，零投诉，增长1.5倍，平均每天2000元", "zh"),
        ("about 0.2 yuan, two thirds, 5 to 7 days, dozens of homes, eight out of ten, up 3.5%", "en"),
    ],
)
def test_figures_are_remembered_as_they_were_found(text: str, lang: str) -> None:
    found = find(text, lang)
    again = thaw(freeze(found))
    assert again == found
    assert [each.record() for each in again] == [each.record() for each in found]


def test_a_site_is_remembered_as_it_was_read_and_its_words_stay_one() -> None:
    files = {path: text.encode() for path, text in small_project().items()}
    site, _ = load_site(files)
    assert site is not None
    memory = Memory()
    load_site(files, each=memory.each)
    again, _ = load_site(files, each=Memory(memory.entries).each)
    assert again == site
    metrics = {id(figure.metric) for story in again.stories for figure in story.figures}
    assert metrics <= {id(metric) for metric in again.vocabulary.metrics.values()}


def test_equal_values_have_one_digest_whether_their_parts_are_shared_or_not() -> None:
    long = "走访企业" * 40
    again = "".join(list(long))
    assert long is not again
    shared, apart = (
        (Location(long, 1, 1), Location(long, 2, 2)),
        (Location(long, 1, 1), Location(again, 2, 2)),
    )
    assert digest_of(shared) == digest_of(apart)
    assert digest_of(shared) != digest_of((Location(long, 1, 1), Location(long, 2, 3)))


def test_a_member_of_an_enumeration_is_written_as_its_class_and_its_value() -> None:
    """As members of enumerations are written by themselves, by name through `getattr`, no record may name them."""
    for member in (*Kind, *Qualifier):
        assert thaw(freeze(member)) is member
        assert b"getattr" not in freeze(member)


def test_a_picture_is_made_once() -> None:
    photo = Path("tests/cases/image/project/content/stories/road/road.jpg")
    data = (Path(__file__).resolve().parents[2] / photo).read_bytes()
    output = ImageOutput("images/road.webp", data, Location("content/stories/a/road.jpg"), "WEBP", (8, 8))
    plan = BuildPlan((output,))
    memory = Memory()
    first = render_outputs(plan, packaged_theme(), {}, no_progress, memory.each).outputs
    again = Memory(memory.entries)
    second = render_outputs(plan, packaged_theme(), {}, no_progress, again.each).outputs
    assert not again.changed
    assert second["images/road.webp"] == first["images/road.webp"]
    other = BuildPlan((replace(output, size=(9, 9)),))
    assert render_outputs(other, packaged_theme(), {}, no_progress, again.each).outputs != second


class Harmful:
    """What somebody might put into a record that is handed around."""

    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return (eval, ("__import__('os').abort()",))


@pytest.mark.parametrize(
    "value",
    [Harmful(), print, eval, io.BytesIO, pickle.Unpickler, type, [Harmful()], Memory, build],
    ids=lambda value: type(value).__name__,
)
def test_a_record_can_name_nothing_but_values(value: object) -> None:
    """It may come from a cache that others can write to: reading it must run nothing."""
    with pytest.raises(UnreadableValue):
        thaw(pickle.dumps(value))


def test_functions_of_our_own_cannot_be_named_either() -> None:
    for module, name in (
        ("sfwgen.build.building", "build"),
        ("sfwgen.build.memory", "Memory"),
        ("os", "abort"),
    ):
        with pytest.raises(UnreadableValue):
            thaw(f"c{module}\n{name}\n.".encode())


def test_work_comes_back_whole_from_all_processors_even_if_one_dies() -> None:
    def work(number: int) -> bytes:
        if number == 57 and os.getpid() != parent:
            os._exit(9)
        if number == 58 and os.getpid() != parent:
            raise RuntimeError
        return b"x" * (number * 1000)

    parent = os.getpid()
    for workers in (1, 2, 3):
        found = dict(run_work(work, range(120), workers))
        assert found == {number: b"x" * (number * 1000) for number in range(120)}


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
    with_extra = disk.read(RECORD).decode(errors="ignore")
    disk.remove_file(f"{ROOT}/{STORY}")
    disk.write(f"{ROOT}/{STORY}", small_project()[STORY].encode())
    build(disk, ROOT)
    assert "独一无二的一段" in with_extra
    assert "独一无二的一段" not in disk.read(RECORD).decode(errors="ignore")


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
