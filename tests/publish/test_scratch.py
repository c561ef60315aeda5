"""What a build puts aside comes back as it was: from a file without a name, or from memory where there is none."""

from __future__ import annotations

import errno
import os
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sfwgen.publish import RealDisk
from sfwgen.publish.scratch import InFile, InMemory

if TYPE_CHECKING:
    from collections.abc import Callable

WRITE = os.write
LONG = [bytes([number]) * (1000 + number) for number in range(40)]


def full_after(writes: int) -> Callable[[int, memoryview], int]:
    """What writes to a disk that is full after some writes, and takes less than it is given."""
    left = iter(range(writes))

    def write(descriptor: int, data: memoryview) -> int:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, "full")
        return WRITE(descriptor, data[:700])

    return write


def test_what_is_put_aside_comes_back_in_any_order() -> None:
    scratch = RealDisk().scratch()
    lying = [scratch.put(data) for data in LONG]
    assert all(isinstance(each, InFile) for each in lying)
    assert [each.read() for each in reversed(lying)] == LONG[::-1]
    assert [len(each) for each in lying] == [len(data) for data in LONG]


def test_nothing_of_it_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    lying = RealDisk().scratch().put(LONG[0])
    assert list(tmp_path.iterdir()) == []
    assert lying.read() == LONG[0]


def test_where_the_disk_is_full_memory_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = RealDisk().scratch()
    monkeypatch.setattr(os, "write", full_after(5))
    lying = [scratch.put(data) for data in LONG]
    assert [type(each) for each in lying[:3]] == [InFile, InFile, InMemory]
    assert [each.read() for each in lying] == LONG


def test_where_no_file_can_be_had_memory_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    lying = RealDisk().scratch().put(LONG[0])
    assert isinstance(lying, InMemory)
    assert lying.read() == LONG[0]


@pytest.mark.parametrize("hide", [lambda _: None, lambda patch: patch.delattr(os, "pread")])
def test_short_and_long_pieces_are_read_on_every_system(
    hide: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = RealDisk().scratch()
    pieces = [b"short", LONG[1], b"", LONG[2]]
    lying = [scratch.put(data) for data in pieces]
    hide(monkeypatch)
    assert [each.read() for each in lying] == pieces


def test_a_piece_travels_to_other_processes_as_what_it_is() -> None:
    lying = RealDisk().scratch().put(LONG[3])
    assert pickle.loads(pickle.dumps(lying)).read() == LONG[3]
