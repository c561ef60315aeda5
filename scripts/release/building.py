"""The two packages of a commit, the same bytes wherever they are made."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
UMASKS = (0o022, 0o077)
"""Two machines that differ in what they let others read: the packages must not show it."""


class Failed(Exception):
    """The release cannot be made; the text says why."""


@dataclass(frozen=True, slots=True)
class Commit:
    """What is released: a commit, its time in seconds since 1970, its version and its tags."""

    digest: str
    time: int
    version: str
    tags: tuple[str, ...]


def read_commit(root: Path = ROOT) -> Commit:
    """The commit that is checked out; what is not committed is no part of a release."""
    digest, time = _git(root, "log", "-1", "--format=%H %ct").split()
    source = _git(root, "show", f"{digest}:sfwgen/__init__.py")
    found = re.search(r'^__version__ = "(.+)"$', source, re.MULTILINE)
    if found is None:
        raise Failed("sfwgen/__init__.py states no __version__")
    tags = tuple(_git(root, "tag", "--points-at", digest).split())
    commit = Commit(digest, int(time), found[1], tags)
    check_tags(commit)
    return commit


def check_tags(commit: Commit) -> None:
    """A commit tagged as a version has to be that version."""
    versions = [tag for tag in commit.tags if re.fullmatch(r"v\d+\..*", tag)]
    if versions and f"v{commit.version}" not in versions:
        raise Failed(f"the commit is tagged {', '.join(versions)}, but its version is {commit.version}")


def is_clean(root: Path = ROOT) -> bool:
    """Whether every tracked file is as it was committed."""
    return not _git(root, "status", "--porcelain", "--untracked-files=no").strip()


def take_sources(folder: Path, commit: Commit, root: Path = ROOT) -> None:
    """Puts the files of the commit into a new folder."""
    folder.mkdir(parents=True)
    packed = subprocess.run(
        ["git", "archive", commit.digest], cwd=root, check=True, stdout=subprocess.PIPE
    ).stdout
    archive = folder.with_suffix(".tar")
    archive.write_bytes(packed)
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    archive.unlink()


def build_packages(work: Path, commit: Commit) -> tuple[Path, ...]:
    """The sdist, and the wheel that was made from it; made twice, in two folders, they are the same bytes."""
    made = [_build(work / f"build-{number}", commit, umask) for number, umask in enumerate(UMASKS)]
    first, second = ({path.name: digest(path) for path in packages} for packages in made)
    if first != second:
        raise Failed(f"two builds of one commit differ: {first} and {second}")
    return made[0]


def _build(folder: Path, commit: Commit, umask: int) -> tuple[Path, ...]:
    take_sources(folder / "sources", commit)
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", folder / "sources"],
        env=os.environ | {"SOURCE_DATE_EPOCH": str(commit.time)},
        umask=umask,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise Failed(f"the packages cannot be built:\n{done.stdout}{done.stderr}")
    shutil.rmtree(folder / "sources")
    return tuple(sorted((folder / "dist").iterdir()))


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=root, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout
