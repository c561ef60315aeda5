"""Publishing as far as it can be tried elsewhere the way it goes on Windows: no fork, no exchange, msvcrt's lock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.trees import files, whole

ROOT = Path(__file__).resolve().parents[2]
_START = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.support.windows import pretend
pretend()
from pathlib import Path
from sfwgen.publish import Busy, RealDisk, publish, rollback
disk, project = RealDisk(), sys.argv[1]
"""
ONE = {"index.html": b"one", "stories/a.html": b"a"}
TWO = {"index.html": b"two", "stories/a.html": b"a"}


def script(text: str, project: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-I", "-S", "-B", "-c", _START + text, str(project)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def run(text: str, project: Path) -> str:
    process = script(text, project)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return output


def test_site_is_published_and_replaced_and_brought_back(tmp_path: Path) -> None:
    run(f"publish(disk, project, {ONE})", tmp_path)
    assert files(tmp_path / "site") == whole(ONE)
    run(f"publish(disk, project, {TWO})", tmp_path)
    assert files(tmp_path / "site") == whole(TWO)
    run("rollback(disk, project)", tmp_path)
    assert files(tmp_path / "site") == whole(ONE)
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".sfwgen"}


def test_folders_are_not_exchanged_but_renamed(tmp_path: Path) -> None:
    assert run("print(disk.exchange(project, project))", tmp_path) == "False\n"


def test_modes_are_not_compared(tmp_path: Path) -> None:
    assert run(f"publish(disk, project, {ONE}); print(disk.look(project).mode)", tmp_path) == "None\n"
    (tmp_path / "site" / "index.html").chmod(0o600)
    assert run(f"print(publish(disk, project, {ONE}).swapped)", tmp_path) == "False\n"


def test_second_publication_is_told_who_is_at_work_and_can_wait(tmp_path: Path) -> None:
    run(f"publish(disk, project, {ONE})", tmp_path)
    hold = 'lock = project + "/.sfwgen/lock"\nwith disk.lock(lock, wait=False): print("held", flush=True); input()'
    with script(hold, tmp_path) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        act = f"publish(disk, project, {TWO})"
        told = run(
            f"try: {act}\nexcept Busy as busy: print(dict(busy.diagnostic.words)['pid'])",
            tmp_path,
        )
        assert told == f"{holder.pid}\n"
        with script(f"publish(disk, project, {TWO}, wait=True); print('done')", tmp_path) as waiting:
            assert holder.stdin is not None
            holder.stdin.write("\n")
            holder.stdin.flush()
            assert waiting.communicate(timeout=60)[0] == "done\n"
    assert files(tmp_path / "site") == whole(TWO)


def test_lock_is_let_go_at_once_and_by_the_death_of_its_holder(tmp_path: Path) -> None:
    run(f"publish(disk, project, {ONE}); publish(disk, project, {TWO})", tmp_path)
    hold = 'lock = project + "/.sfwgen/lock"\nwith disk.lock(lock, wait=False): print("held", flush=True); input()'
    with script(hold, tmp_path) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.kill()
    run(f"publish(disk, project, {ONE})", tmp_path)
    assert files(tmp_path / "site") == whole(ONE)


# What a virus scanner or a preview does: it has the folder open for a moment.
_SCANNER = """
plain, held = Path.replace, []
def replace(path, target):
    if path.name == "site" and len(held) < {times}:
        held.append(path)
        raise PermissionError(13, "a scanner has it open", str(path))
    return plain(path, target)
Path.replace = replace
import sfwgen.publish.real_disk as real
real.time.sleep = lambda seconds: None
"""


def test_folder_that_is_open_elsewhere_for_a_moment_is_tried_again(tmp_path: Path) -> None:
    run(f"publish(disk, project, {ONE})", tmp_path)
    run(_SCANNER.format(times=5) + f"publish(disk, project, {TWO})", tmp_path)
    assert files(tmp_path / "site") == whole(TWO)


def test_folder_that_stays_open_elsewhere_is_told_and_the_site_is_as_it_was(tmp_path: Path) -> None:
    run(f"publish(disk, project, {ONE})", tmp_path)
    told = run(
        _SCANNER.format(times=1000)
        + f"try: publish(disk, project, {TWO})\nexcept Exception as error: print(error.diagnostic.code)",
        tmp_path,
    )
    assert told == "disk-forbidden\n"
    assert files(tmp_path / "site") == whole(ONE)
    run(f"publish(disk, project, {TWO})", tmp_path)
    assert files(tmp_path / "site") == whole(TWO)


def test_site_is_not_made_for_its_owner_alone(tmp_path: Path) -> None:
    """Windows takes a folder's mode of 0700, and no other, for an order to shut everyone else out."""
    text = """
import os
made, plain = [], os.mkdir
os.mkdir = lambda path, mode=0o777: (made.append((Path(path).name, oct(mode))), plain(path, mode))[1]
"""
    act = f"publish(disk, project, {ONE}); publish(disk, project, {TWO}); print(sorted(set(made)))"
    made = [(".sfwgen", "0o755"), ("generations", "0o700"), ("site.next", "0o755"), ("stories", "0o755")]
    assert run(text + act, tmp_path) == f"{made}\n"
