"""What a build puts aside comes back as it was: from a file without a name, or from memory where there is none."""

from __future__ import annotations

import errno
import os
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sfwgen.publish import RealDisk
from sfwgen.publish.scratch import InFile, InMemory, Scratch

if TYPE_CHECKING:
    from collections.abc import Callable

WRITE = os.write
LONG = [bytes([number]) * (1000 + number) for number in range(40)]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is there from the first piece on."""
    monkeypatch.setattr("sfwgen.publish.scratch._LITTLE", -1)


def scratch_in(folder: Path) -> Scratch:
    return RealDisk().scratch(f"{folder}/state")


def full_after(writes: int) -> Callable[[int, memoryview], int]:
    """What writes to a disk that is full after some writes, and takes less than it is given."""
    left = iter(range(writes))

    def write(descriptor: int, data: memoryview) -> int:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, "full")
        return WRITE(descriptor, data[:700])

    return write


def test_what_is_put_aside_comes_back_in_any_order(tmp_path: Path) -> None:
    scratch = scratch_in(tmp_path)
    lying = [scratch.put(data) for data in LONG]
    assert all(isinstance(each, InFile) for each in lying)
    assert [each.read() for each in reversed(lying)] == LONG[::-1]
    assert [len(each) for each in lying] == [len(data) for data in LONG]


def test_nothing_of_it_has_a_name(tmp_path: Path) -> None:
    lying = scratch_in(tmp_path).put(LONG[0])
    assert isinstance(lying, InFile)
    assert list((tmp_path / "state").iterdir()) == []
    assert lying.read() == LONG[0]


def test_where_the_disk_is_full_memory_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = scratch_in(tmp_path)
    monkeypatch.setattr(os, "write", full_after(5))
    lying = [scratch.put(data) for data in LONG]
    assert [type(each) for each in lying[:3]] == [InFile, InFile, InMemory]
    assert [each.read() for each in lying] == LONG


def test_where_no_file_can_be_had_memory_serves(tmp_path: Path) -> None:
    lying = scratch_in(tmp_path / "gone").put(LONG[0])
    assert isinstance(lying, InMemory)
    assert lying.read() == LONG[0]


@pytest.mark.parametrize("hide", [lambda _: None, lambda patch: patch.delattr(os, "pread")])
def test_short_and_long_pieces_are_read_on_every_system(
    hide: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = scratch_in(tmp_path)
    pieces = [b"short", LONG[1], b"", LONG[2]]
    lying = [scratch.put(data) for data in pieces]
    hide(monkeypatch)
    assert [each.read() for each in lying] == pieces


def test_little_stays_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sfwgen.publish.scratch._LITTLE", 2000)
    scratch = scratch_in(tmp_path)
    assert [type(scratch.put(data)) for data in LONG[:4]] == [InMemory, InMemory, InFile, InFile]
    assert list(tmp_path.iterdir()) == [tmp_path / "state"]


def test_a_piece_travels_to_other_processes_as_what_it_is(tmp_path: Path) -> None:
    lying = scratch_in(tmp_path).put(LONG[3])
    assert pickle.loads(pickle.dumps(lying)).read() == LONG[3]
