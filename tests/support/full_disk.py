"""Publishing onto a small disk with too little room; started in a space of its own, where it may mount.

    unshare --mount python full_disk.py FOLDER STEPS

Mounts a small tmpfs at FOLDER and publishes with 0 to 100 per cent of the room that the next site needs. The mount
goes with the process. Prints, for each step, the per cent and the code that was told ("" if it was published).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sfwgen.publish import EnvironmentFault, RealDisk, publish
from tests.support.trees import check_clean, seen

PAGE = 4096
OLD = {f"pages/{number}.html": b"old" * 9000 for number in range(30)}
NEW = dict.fromkeys(OLD, b"new" * 9000)
# Folders, the journal, the manifest and the draft of each.
RECORDS = 12 * PAGE
NEEDED = sum(-(-len(data) // PAGE) * PAGE for data in NEW.values()) + RECORDS


def main(folder: str, steps: str) -> int:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs", folder], check=True)
    told = [step(Path(folder) / f"{percent}", percent) for percent in percents(int(steps))]
    print(json.dumps(told))
    return 0


def percents(steps: int) -> list[int]:
    return [100 * number // (steps - 1) for number in range(steps)]


def step(project: Path, percent: int) -> tuple[int, str]:
    project.mkdir()
    publish(RealDisk(), str(project), OLD)
    old = seen(project / "site")
    ballast = fill(project.parent, NEEDED * percent // 100)
    try:
        # A disk without any room is no obstacle to a site that is right already.
        assert not publish(RealDisk(), str(project), OLD).swapped
        publish(RealDisk(), str(project), NEW)
        code = ""
        check_clean(project / "site", NEW)
    except EnvironmentFault as refused:
        code = refused.diagnostic.code
        assert refused.diagnostic.location.file, refused.diagnostic
        assert "ENOSPC" in refused.diagnostic.message("zh")
        assert seen(project / "site") == old
        assert {path.name for path in project.iterdir()} == {"site", ".sfwgen"}
    ballast.unlink()
    publish(RealDisk(), str(project), NEW)
    check_clean(project / "site", NEW)
    subprocess.run(["rm", "-r", str(project)], check=True)
    return percent, code


def fill(disk: Path, room: int) -> Path:
    """Writes a file that leaves just so much room, in whole pages."""
    free = os.statvfs(disk)
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_frsize - room // PAGE * PAGE)
    return ballast


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
