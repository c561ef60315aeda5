"""A state of the public numbers, as the command line names it: a folder, a published file, a git revision."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from collections.abc import Mapping
from pathlib import Path

from sfwgen.build.quotes import quote_lines
from sfwgen.build.schedule import hold_back_all
from sfwgen.build.sources import SOURCE_FILES, SOURCE_FOLDERS, read_sources
from sfwgen.build.stages import read_documents
from sfwgen.changes import PublishedFault, Snapshot, read_published, take_snapshot
from sfwgen.cli import exits
from sfwgen.cli.commands.figures_project import FaultyProject
from sfwgen.cli.commands.figures_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.cli.projects import asked_day, epoch, project_root
from sfwgen.counters import aggregate
from sfwgen.diagnostics import Diagnostic, has_errors
from sfwgen.prose import read_prose
from sfwgen.prose.citations import find_citations
from sfwgen.publish import RealDisk
from sfwgen.resources import theme_files

CONFIG, FIGURES, COUNTERS = "config.yaml", "figures.json", "counters.json"
_GIT_SECONDS = 120


class NoGit(Exception):
    """A git revision is wanted, and this machine has no git."""


def read_state(name: str, arguments: Arguments, console: Console) -> Snapshot:
    """Returns the numbers of a state; raises RefusedFault, FaultyProject or NoGit where there are none."""
    path = Path(name) if name else Path(project_root(arguments))
    if (path / CONFIG).is_file():
        sources, unread = read_sources(RealDisk(), path.absolute().as_posix())
        return _of_project(name, sources, unread, arguments, console)
    published = path / "data" / FIGURES if path.is_dir() else path
    if published.is_file():
        return _of_published(name, published, arguments, console)
    if path.exists() or not name:
        raise RefusedFault(
            tell(console.lang, "not-a-state", name=shown(name or str(path))), arguments.command
        )
    return _of_project(name, read_revision(name, arguments, console), (), arguments, console)


def _of_project(
    name: str,
    sources: Mapping[str, bytes],
    unread: tuple[Diagnostic, ...],
    arguments: Arguments,
    console: Console,
) -> Snapshot:
    read = read_documents(sources, theme_files(), unread)
    site, told = read.site, (*unread, *read.faults)
    if site is None or has_errors(told):
        console.print_aside(tell(console.lang, "state-faulty", name=shown(name or ".")))
        console.report(quote_lines(told, sources))
        raise FaultyProject(exits.exit_code(told) or exits.CONTENT)
    # Without a day everything that is scheduled counts as public.
    public = hold_back_all(site, asked_day(arguments), epoch(console.lang))[0]
    counters = aggregate(public)[0]
    prose = read_prose(public, counters)
    return take_snapshot(public, counters, prose, find_citations(prose, sources))


def _of_published(name: str, path: Path, arguments: Arguments, console: Console) -> Snapshot:
    beside = path.with_name(COUNTERS)
    try:
        return read_published(path.read_bytes(), beside.read_bytes() if beside.is_file() else None)
    except PublishedFault:
        raise RefusedFault(tell(console.lang, "not-published", name=shown(name)), arguments.command) from None


def read_revision(name: str, arguments: Arguments, console: Console) -> dict[str, bytes]:
    """The project's files as they are in a revision of its git repository, read without a checkout."""
    root, lang = project_root(arguments), console.lang
    if shutil.which("git") is None:
        raise NoGit(tell(lang, "no-git", name=shown(name)))
    inside, said = _ask_git(root, "rev-parse", "--git-dir")
    if inside is None:
        raise RefusedFault(tell(lang, "no-repository", name=shown(name), text=shown(said)), arguments.command)
    # What is typed as a revision is never taken for an option: it is looked up, and its hash used.
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit is None:
        raise RefusedFault(tell(lang, "not-a-state", name=shown(name)), arguments.command)
    hash_ = commit.decode().strip()
    listed = _git(root, "ls-tree", "-z", "--name-only", hash_) or b""
    wanted = {*SOURCE_FILES, *SOURCE_FOLDERS} & set(listed.decode(errors="replace").split("\0"))
    archive = _git(root, "archive", "--format=tar", hash_, "--", *sorted(wanted)) if wanted else None
    if archive is None:
        text = CONFIG if not wanted else "git archive"
        raise RefusedFault(tell(lang, "git-failed", name=shown(name), text=text), arguments.command)
    return _files(archive)


def _git(root: str, *words: str) -> bytes | None:
    """What git prints when it is asked in a folder; None where it says no."""
    return _ask_git(root, *words)[0]


def _ask_git(root: str, *words: str) -> tuple[bytes | None, str]:
    """What git prints, and the first line of what it says beside it."""
    command = ["git", "-c", "core.quotepath=off", *words]
    try:
        done = subprocess.run(
            command,
            cwd=root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_GIT_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return None, f"{_GIT_SECONDS} s"
    said = done.stderr.decode(errors="replace").partition("\n")[0]
    return (done.stdout if done.returncode == 0 else None), said


def _files(archive: bytes) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            content = tar.extractfile(member) if member.isreg() else None
            if content is not None:
                files[member.name] = content.read()
    return dict(sorted(files.items()))
