"""The record of a large project is not written as a whole for every edit."""

from __future__ import annotations

import pytest

from sfwgen.build import build, check
from sfwgen.build.memory import read_memory
from tests.build.projects import ROOT, disk_with, small_project
from tests.build.test_memory import RECORD, published, without_memory


def test_after_an_edit_of_a_large_project_little_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sfwgen.build.memory._LARGE", 0)
    disk = disk_with(small_project())
    build(disk, ROOT)
    first = disk.read(RECORD)
    about = next(path for path in small_project() if "/pages/" in path)
    for addition in ("补充一句。", "再补充一句。"):
        disk.remove_file(f"{ROOT}/{about}")
        disk.write(f"{ROOT}/{about}", f"{small_project()[about]}\n\n{addition}".encode())
        build(disk, ROOT)
        assert disk.read(RECORD) == first
        newer = disk.read(f"{RECORD}-newer")
        assert 0 < len(newer) < len(first) / 4
        assert published(disk) == without_memory(disk)
    memory = read_memory(disk, ROOT)
    check(disk, ROOT, memory=memory)
    assert memory.tally["page"].made == 0


def test_a_large_record_is_made_anew_once_much_of_it_is_out_of_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sfwgen.build.memory._LARGE", 0)
    disk = disk_with(small_project())
    build(disk, ROOT)
    first = disk.read(RECORD)
    for path, text in small_project().items():
        if path.startswith("content/stories/"):
            disk.remove_file(f"{ROOT}/{path}")
            disk.write(f"{ROOT}/{path}", f"{text}\n\n补充。".encode())
    build(disk, ROOT)
    assert disk.read(RECORD) != first
    assert len(disk.read(f"{RECORD}-newer")) < 100
