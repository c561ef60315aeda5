"""Makes a release of the commit that is checked out, in dist/: `python -m scripts.release` (docs/release.md).

    --python PATH   an interpreter to try besides those that are found; may be given again
    --all           fail if one of the supported Pythons is not here
    --quick         build, check and describe, but try nothing in clean environments

Nothing is written to dist/ unless everything has passed.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

from scripts.release.building import (
    ROOT,
    Commit,
    Failed,
    build_packages,
    digest,
    is_clean,
    read_commit,
    take_sources,
)
from scripts.release.notes import changes_of, render_notes, render_sums
from scripts.release.pythons import SUPPORTED, find_pythons
from scripts.release.sbom import gather, read_lock, write_sbom
from scripts.release.trial import HIGHEST, LOWEST, make_environment, try_out

Tried = list[tuple[str, str, str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Does it all; returns 1 and says why where something does not hold."""
    parser = argparse.ArgumentParser(prog="python -m scripts.release")
    parser.add_argument("--python", action="append", default=[])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        try:
            _release(Path(folder), asked)
        except Failed as failure:
            print(f"no release: {failure}", file=sys.stderr)
            return 1
    return 0


def _release(work: Path, asked: argparse.Namespace) -> None:
    commit = read_commit()
    _say(f"sfwgen {commit.version}, commit {commit.digest[:12]}")
    if not is_clean():
        _say("what is not committed is left out")
    pythons = find_pythons(asked.python)
    missing = [version for version in SUPPORTED if version not in pythons]
    if missing:
        _say(f"not here: Python {', '.join(missing)}")
    if missing and asked.all:
        raise Failed("--all asks for each supported Python")
    sources = work / "sources"
    take_sources(sources, commit)
    changes, named = changes_of((sources / "CHANGELOG.md").read_text(encoding="utf-8"), commit.version)
    if not named:
        _say(f"CHANGELOG.md does not name {commit.version} yet: these are notes of what is not released")
    packages = build_packages(work, commit)
    _say(f"built twice, the same bytes: {', '.join(path.name for path in packages)}")
    _run("twine", "check", "--strict", *packages)
    _say("descriptions are sound (twine)")
    bill = _describe(work, commit, packages, sources)
    tried = [] if asked.quick else _try_all(work, pythons, packages, sources)
    _lay_out(commit, packages, bill, render_notes(commit, changes, tried, missing))


def _describe(work: Path, commit: Commit, packages: tuple[Path, ...], sources: Path) -> Path:
    project = tomllib.loads((sources / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    parts = gather(project, read_lock((sources / "locked" / "dev.txt").read_text(encoding="utf-8")))
    bill = work / f"sfwgen-{commit.version}.cdx.json"
    write_sbom(bill, commit, packages, parts)
    _say(f"{bill.name}: {len(parts)} packages")
    return bill


def _try_all(
    work: Path, pythons: dict[str, tuple[str, str]], packages: tuple[Path, ...], sources: Path
) -> Tried:
    """What was tried, and that it passed; every environment is tried before the first failure ends it all."""
    (wheel,) = (path for path in packages if path.suffix == ".whl")
    tried: Tried = []
    failures, sites = [], set()
    for version, (full, path) in pythons.items():
        for dependencies in (LOWEST, HIGHEST):
            try:
                made = make_environment(work, (version, full, path), dependencies, wheel, sources)
                outcome = try_out(made, work, sources)
            except Failed as failure:
                failures.append(f"Python {full}, {dependencies} dependencies")
                _say(f"Python {full}, {dependencies} dependencies: FAILED\n{failure}")
                continue
            sites.add(outcome.site)
            tried.append((full, dependencies, str(outcome.passed)))
            _say(
                f"Python {full}, {dependencies} dependencies: {outcome.passed} tests passed,"
                f" {len(outcome.installed)} packages"
            )
    if failures:
        raise Failed(f"it does not work with {'; '.join(failures)}")
    if len(sites) > 1:
        raise Failed("the site built from this repository is not the same bytes in each environment")
    _say("the site is the same bytes in each environment")
    return tried


def _lay_out(commit: Commit, packages: tuple[Path, ...], bill: Path, notes: str) -> None:
    """Puts the files of the release into dist/, with their digests."""
    folder = ROOT / "dist"
    folder.mkdir(exist_ok=True)
    told = bill.with_name(f"sfwgen-{commit.version}-notes.md")
    told.write_text(notes, encoding="utf-8")
    files = (*packages, bill, told)
    for path in files:
        shutil.copyfile(path, folder / path.name)
    sums = render_sums({path.name: digest(path) for path in files})
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    _say(f"in dist/: {', '.join(path.name for path in files)}, SHA256SUMS")


def _run(*command: str | Path) -> None:
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, encoding="utf-8")
    if done.returncode:
        raise Failed(f"{command[0]}: {done.stdout}{done.stderr}")


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
