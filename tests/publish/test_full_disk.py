"""A disk that is really full: the old site stays whole, the cause is told, and with room again all is well.

It takes the right to mount a small disk: as root, in a user's own name space, or by sudo without a password. Where
none of them is to be had the test fails on a CI machine (CI=true), which has to provide it; on a person's machine it
is skipped and says so. The full disk of tests/publish/test_failing_calls.py, where the system is made to refuse
calls, is tried everywhere.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import Reached

SCRIPT = Path(__file__).parent.parent / "support" / "full_disk.py"
_WAYS = (
    ["unshare", "--mount"],
    ["unshare", "--map-root-user", "--mount"],
    ["sudo", "-n", "unshare", "--mount"],
)


@cache
def way_to_mount() -> tuple[str, ...] | None:
    """Returns the command under which a disk can be mounted here, or None."""
    for way in _WAYS:
        trial = [*way, "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "/mnt"]
        try:
            done = subprocess.run(trial, capture_output=True, timeout=30, check=False)
        except FileNotFoundError:
            continue
        if done.returncode == 0:
            return tuple(way)
    return None


def test_full_disk_leaves_the_old_site_whole(tmp_path: Path, long: bool, reached: Reached) -> None:
    way = way_to_mount()
    if way is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no small disk can be mounted: run CI as root, with user name spaces, or with sudo")
        pytest.skip("no small disk can be mounted here: needs root, user name spaces, or sudo")
    steps = 21 if long else 6
    reached("steps of a disk that fills up", steps)
    command = [*way, sys.executable, "-I", "-S", "-B", str(SCRIPT), str(tmp_path), str(steps)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    told = dict(json.loads(done.stdout))
    assert len(told) == steps
    assert told.pop(100) == ""
    assert set(told.values()) == {"disk-full"}
