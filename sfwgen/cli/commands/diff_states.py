"""The two states of a site that `sfwgen diff` compares: what is published, and what would be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sfwgen.build import Checked, check, make_site
from sfwgen.build.sources import Faults, read_sources
from sfwgen.build.workers import count_processors
from sfwgen.changes import PublishedFault, take_snapshot
from sfwgen.changes.site import FIGURES, SiteState, published_state
from sfwgen.cli import exits
from sfwgen.cli.commands.diff_words import tell
from sfwgen.cli.commands.figures_project import FaultyProject
from sfwgen.cli.commands.figures_states import CONFIG, read_revision
from sfwgen.cli.console import Console, shown
from sfwgen.cli.fetching import Unreachable, fetch_site, is_address
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.cli.projects import asked_day, epoch, project_root
from sfwgen.counters import aggregate
from sfwgen.prose import read_prose
from sfwgen.prose.citations import find_citations
from sfwgen.publish import RealDisk, Sources, make_sources
from sfwgen.resources import theme_files


class NoAnswer(Exception):
    """The published site does not answer; the text says so."""


def read_new(arguments: Arguments, console: Console) -> tuple[SiteState, tuple[str, ...]]:
    """Returns the site as it would be published now, and its stale translations; raises FaultyProject."""
    checked = check(
        RealDisk(),
        project_root(arguments),
        as_of=asked_day(arguments),
        epoch=epoch(console.lang),
        workers=count_processors(),
    )
    if checked.site is None:
        console.report(checked.diagnostics)
        raise FaultyProject(exits.exit_code(checked.diagnostics) or exits.CONTENT)
    codes = ("translation-stale", "translation-outdated")
    stale = {each.location.file for each in checked.diagnostics if each.code in codes}
    return _state_of(checked), tuple(sorted(stale))


def read_old(new: SiteState, arguments: Arguments, console: Console) -> SiteState:
    """Returns the state that --published names.

    Raises RefusedFault, FaultyProject, NoAnswer, or NoGit where there is none.
    """
    name = arguments.text("published") or "site"
    if is_address(name):
        return _of_address(name, new, arguments, console)
    path = Path(name) if Path(name).is_absolute() else _nearest(name, arguments)
    if (path / FIGURES).is_file():
        return _of_files(name, _files_below(path), arguments, console)
    if (path / CONFIG).is_file():
        sources, unread = read_sources(RealDisk(), path.absolute().as_posix())
        return _of_sources(name, sources, unread, arguments, console)
    if path.exists() or not arguments.text("published"):
        key = "not-a-state" if arguments.text("published") else "no-site"
        raise RefusedFault(tell(console.lang, key, name=shown(name)), arguments.command)
    return _of_sources(name, make_sources(read_revision(name, arguments, console)), (), arguments, console)


def _nearest(name: str, arguments: Arguments) -> Path:
    """A folder as it is typed, else one of the project."""
    own = Path(project_root(arguments), name)
    return own if own.exists() and not Path(name).exists() else Path(name)


def _of_address(name: str, new: SiteState, arguments: Arguments, console: Console) -> SiteState:
    try:
        outputs = fetch_site(name, new.outputs)
    except Unreachable as error:
        raise NoAnswer(tell(console.lang, "unreachable", name=shown(name), why=shown(str(error)))) from None
    return _of_files(name, outputs, arguments, console, pages_only=True)


def _of_files(
    name: str,
    outputs: Mapping[str, bytes],
    arguments: Arguments,
    console: Console,
    *,
    pages_only: bool = False,
) -> SiteState:
    try:
        return published_state(outputs, pages_only=pages_only)
    except PublishedFault:
        raise RefusedFault(tell(console.lang, "not-ours", name=shown(name)), arguments.command) from None


def _of_sources(
    name: str, sources: Sources, unread: Faults, arguments: Arguments, console: Console
) -> SiteState:
    checked = make_site(sources, theme_files(), unread, as_of=asked_day(arguments), epoch=epoch(console.lang))
    if checked.site is None:
        console.print_aside(tell(console.lang, "old-faulty", name=shown(name)))
        console.report(checked.diagnostics)
        raise FaultyProject(exits.exit_code(checked.diagnostics) or exits.CONTENT)
    return _state_of(checked)


def _files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _state_of(checked: Checked) -> SiteState:
    assert checked.site is not None
    counters = aggregate(checked.site)[0]
    prose = read_prose(checked.site, counters)
    citations = find_citations(prose, checked.sources)
    return SiteState(checked.outputs, take_snapshot(checked.site, counters, prose, citations))
