"""The same sources give the same bytes and modes on any machine, on any day."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from sfwgen.resources import starter_files
from tests.site.machines import Machine
from tests.support.trees import put, seen

LONG = "/".join(["a-folder-whose-name-is-rather-long"] * 5)
LAST_SECOND_IN_CHINA = "1561910399"  # 2019-06-30 23:59:59 +08:00
LEAP_DAY = "1709164800"  # 2024-02-29 00:00 UTC
NEW_YEAR_2038 = "2145916799"
MACHINES = (
    Machine(seed="1"),
    Machine(seed="random", zone="Asia/Shanghai", locale="zh_CN.UTF-8", folder="三服务 简报"),
    Machine(seed="4242", zone="America/New_York", locale="C", umask=0o077),
    Machine(seed="7", zone="Pacific/Kiritimati", locale="tr_TR.UTF-8", umask=0o002, folder="with spaces"),
    Machine(seed="11", locale="zh_CN.GBK", umask=0o000, order="1", processors="1"),
    Machine(seed="12", locale="C", folder="三服务 简报", order="2", processors="4"),
    Machine(seed="13", zone="Asia/Shanghai", locale="zh_CN.GBK", folder="三服务", clock=LAST_SECOND_IN_CHINA),
    Machine(seed="14", zone="America/New_York", locale="zh_CN.UTF-8", clock=LEAP_DAY, umask=0o027),
    Machine(seed="15", zone="Pacific/Kiritimati", locale="C.UTF-8", clock=NEW_YEAR_2038, order="3"),
    Machine(seed="16", zone="Asia/Shanghai", locale="tr_TR.UTF-8", folder=LONG, clock="0", order="4"),
    Machine(seed="17", zone="America/New_York", locale="tr_TR.UTF-8", folder="%s {x} 'q' & co", order="5"),
    Machine(seed="18", zone="", locale="", umask=0o077, folder="-strange", order="6", clock=LEAP_DAY),
)


def tree(folder: Path) -> Mapping[str, tuple[str, bytes]]:
    """Every path below a folder with its mode and its bytes."""
    return {path: (stat.filemode(each.mode), each.data) for path, each in (seen(folder) or {}).items()}


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: f"machine-{machine.seed}")
def test_the_site_is_the_same_on_every_machine(machine: Machine, folder: Path, tmp_path: Path) -> None:
    project = tmp_path / machine.folder
    put(project, starter_files())
    done = machine.run("-m", "sfwgen", "build", cwd=project)
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")
    expected, found = tree(folder), tree(project / "site")
    assert found.keys() == expected.keys()
    assert [path for path in expected if found[path] != expected[path]] == []


def test_the_machines_differ_in_every_way(tmp_path: Path) -> None:
    """A locale that is not installed, or a clock that was not set, would test nothing."""
    probe = (
        "import datetime, locale, os, time; locale.setlocale(locale.LC_ALL, ''); "
        "print(locale.getlocale()[0], locale.nl_langinfo(locale.CODESET), time.timezone, "
        "int(time.time()), datetime.datetime.now().timestamp() == time.time(), *os.listdir())"
    )
    for name in "abcdefgh":
        (tmp_path / name).touch()
    told = []
    for machine in MACHINES:
        done = machine.run("-c", probe, cwd=tmp_path)
        assert done.returncode == 0, (machine, done.stderr)
        told.append(done.stdout.decode().split())
    assert {line[0] for line in told} >= {"zh_CN", "tr_TR"}
    assert {line[1] for line in told} >= {"UTF-8", "GBK"}
    assert {line[2] for line in told} == {"0", "-28800", "18000", "-50400"}
    for machine, line in zip(MACHINES, told, strict=True):
        assert line[3:5] == ([machine.clock, "True"] if machine.clock else [line[3], "False"])
    shuffled = {tuple(line[5:]) for machine, line in zip(MACHINES, told, strict=True) if machine.order}
    assert len(shuffled) == sum(bool(machine.order) for machine in MACHINES)
