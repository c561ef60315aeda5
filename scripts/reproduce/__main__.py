"""The same sources give the same bytes, on any machine and after any history.

    python -m scripts.reproduce machines [--count 40]
    python -m scripts.reproduce histories [--count 10] [--edits 10] [--first 0]

`machines` takes this repository's own project out of a full and a shallow clone, builds it under many
combinations of day, zone, locale, hash seed, folder, umask, directory order, number of processors and user,
and prints one digest of the site's names, modes and bytes. `histories` edits the example again and again,
builds after every edit into the same folder, and compares with a clean build. Says with 1 where anything
differs.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from sfwgen.resources import starter_files
from tests.fuzz.edits import EDITS, Files
from tests.site.machines import ROOT, Machine
from tests.support.trees import put, seen

SOURCES = ("config.yaml", "content", "templates")
DAY = 86_400
NOW = 1_561_910_399
"""2019-06-30 23:59:59 at +08:00."""
CLOCKS = ("", str(NOW), str(NOW + DAY), str(NOW + 400 * DAY), "1709164800", "0", "2145916799")
ZONES = ("UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "")
LOCALES = ("C", "C.UTF-8", "zh_CN.UTF-8", "zh_CN.GBK", "tr_TR.UTF-8", "")
FOLDERS = (
    "bulletin",
    "三服务 简报",
    "with spaces",
    "/".join(["a-folder-whose-name-is-rather-long"] * 5),
    "%s {x} 'q' & co",
)
UMASKS = (0o022, 0o077, 0o002, 0o027, 0o000)
NOBODY = 65_534


def main() -> int:
    """Does what is asked for on the command line; returns 1 where anything differs."""
    parser = argparse.ArgumentParser(prog="python -m scripts.reproduce")
    parser.add_argument("what", choices=("machines", "histories"))
    parser.add_argument("--count", type=int)
    parser.add_argument("--edits", type=int, default=10)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # Another user has to be able to go through it.
        Path(folder).chmod(0o755)
        if asked.what == "machines":
            return compare_machines(Path(folder), asked.count or 40)
        return compare_histories(Path(folder), asked.first, asked.count or 10, asked.edits)


# Machines.


def machine(number: int, user: int | None) -> Machine:
    """The machine of a number: every kind of each thing comes up, in ever other company."""
    chance = random.Random(number)

    def turn(kinds: tuple[str, ...], step: int) -> str:
        return kinds[(number + chance.randrange(step)) % len(kinds)]

    return Machine(
        seed=str(number),
        zone=turn(ZONES, 1),
        locale=turn(LOCALES, 2),
        umask=UMASKS[number // 2 % len(UMASKS)],
        folder=turn(FOLDERS, 3),
        clock=turn(CLOCKS, 2),
        order=str(number) if number % 3 else "",
        processors=("", "1", "2", "4")[number % 4],
        user=user if number % 2 else None,
    )


def compare_machines(folder: Path, count: int) -> int:
    """Builds on so many machines; prints the digest, or the machines that differ."""
    clones = [clone(folder / "full"), clone(folder / "shallow", "--depth", "1")]
    user = other_user(folder)
    by_digest: dict[str, list[str]] = {}
    for number in range(count):
        one = machine(number, user)
        project = folder / str(number) / one.folder
        copy_project(clones[number % 2], project)
        if one.user is not None:
            give_away(folder / str(number), one.user)
        done = one.run("-m", "sfwgen", "build", cwd=project)
        if done.returncode:
            print((done.stdout + done.stderr).decode("utf-8", "replace"))
            return 1
        by_digest.setdefault(digest(project / "site"), []).append(str(one))
        shutil.rmtree(folder / str(number))
    print(f"{count} machines, {len(by_digest)} digest{'s' * (len(by_digest) > 1)}")
    for found, machines in by_digest.items():
        print(f"{found}  {len(machines)} of {count} machines")
    if len(by_digest) > 1:
        print("\n".join(sorted(by_digest.values(), key=len)[0]))
    print(
        "the other user was tried"
        if user
        else "no other user was tried: it takes root, and a Python that all may run"
    )
    return int(len(by_digest) > 1)


def clone(folder: Path, *options: str) -> Path:
    """A clone of this repository."""
    command = ["git", "clone", "--quiet", *options, ROOT.as_uri(), str(folder)]
    subprocess.run(command, check=True)
    return folder


def copy_project(repository: Path, project: Path) -> None:
    """Takes the project out of the repository that it shares with the program."""
    project.mkdir(parents=True)
    for name in SOURCES:
        source = repository / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, project / name)


def other_user(folder: Path) -> int | None:
    """A user who can build here besides oneself, or None."""
    if os.geteuid() != 0:
        return None
    try:
        done = Machine(user=NOBODY).run("-m", "sfwgen", "--version", cwd=folder)
    except OSError:
        return None
    return NOBODY if done.returncode == 0 else None


def give_away(folder: Path, user: int) -> None:
    """Makes a user the owner of a folder and of all that is in it."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user, -1)


def digest(site: Path) -> str:
    """A digest of the names, modes and bytes below a folder."""
    found = hashlib.sha256()
    for path, (mode, data) in sorted(tree(site).items()):
        found.update(f"{path}\0{mode}\0{hashlib.sha256(data).hexdigest()}\n".encode())
    return found.hexdigest()


def tree(site: Path) -> Mapping[str, tuple[str, bytes]]:
    """Every path below a folder with its mode and its bytes; nothing for a folder that is not there."""
    return {path: (stat.filemode(each.mode), each.data) for path, each in (seen(site) or {}).items()}


# Histories.


def compare_histories(folder: Path, first: int, count: int, edits: int) -> int:
    """Takes the example through so many histories; prints where a build after edits is not a clean build."""
    differ, published = [], 0
    for seed in range(first, first + count):
        for step, (ended, difference) in enumerate(history(folder / str(seed), seed, edits)):
            published += ended == 0
            differ += [f"history {seed}, edit {step}: {difference}"] if difference else []
        shutil.rmtree(folder / str(seed))
    print(
        "\n".join(differ)
        or f"{count} histories of {edits} edits, {published} sites: each that of a clean build"
    )
    return int(bool(differ))


def history(folder: Path, seed: int, edits: int) -> Iterator[tuple[int, str]]:
    """Yields, after each edit, how the build ended, and what differs from a clean one."""
    chance, files, before = random.Random(seed), dict(starter_files()), dict(starter_files())
    project, site = folder / "edited", folder / "edited" / "site"
    put(project, files)
    run(project)
    for step in range(edits):
        # What has been made wrong is put right before it goes on, as people do.
        edit(files, chance)
        write_changes(project, before, files)
        standing, clean = tree(site), folder / str(step)
        ended = run(project)
        put(clean, files)
        wanted = run(clean)
        if ended != wanted:
            yield ended, f"ends with {ended}, a clean build with {wanted}"
        elif ended:
            yield ended, "" if tree(site) == standing else "a refused build changed the site"
            write_changes(project, files, before)
            files = dict(before)
        else:
            yield ended, "" if tree(site) == tree(clean / "site") else "the site differs"
            before = dict(files)
        shutil.rmtree(clean)


def edit(files: Files, chance: random.Random) -> None:
    """Makes one edit; a file cannot stand where a folder has to be."""
    chance.choice(EDITS)(files, chance)
    for path in [path for path in files if any(other.startswith(f"{path}/") for other in files)]:
        del files[path]


def write_changes(project: Path, before: Files, files: Files) -> None:
    """Writes what has changed between two states of the sources, and takes away what is gone."""
    for path in before.keys() - files.keys():
        (project / path).unlink(missing_ok=True)
    put(project, {path: data for path, data in files.items() if before.get(path) != data})


def run(project: Path) -> int:
    """Builds through the command line; returns how that ended."""
    command = [sys.executable, "-m", "sfwgen", "build", "--allow-shrink", "--project", str(project)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
