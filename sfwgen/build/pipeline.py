"""The pipeline: from the bytes of a project to the bytes of its site.

    read -> documents -> site -> counters -> plan -> outputs

Three gates stand on the way (documents, site, outputs). Each tells all of its faults together; an error there
ends the build, so that one fault does not echo in the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sfwgen.build.as_of import AsOf, find_as_of
from sfwgen.build.decided import check_decided, judge_recorded, mark_stale
from sfwgen.build.extending import extend
from sfwgen.build.fonts import FONTS
from sfwgen.build.looking import Look, Material, look_at_nothing
from sfwgen.build.memory import Memory, read_memory
from sfwgen.build.placeholders import check_placeholders
from sfwgen.build.placing import place_words
from sfwgen.build.prints import set_prints
from sfwgen.build.quotes import quote_lines
from sfwgen.build.rendering import Rendered, render_outputs
from sfwgen.build.results import (
    Checked,
    Gate,
    Loaded,
    Progress,
    Stage,
    count_severity,
    no_progress,
)
from sfwgen.build.schedule import hold_back_all
from sfwgen.build.sources import Faults, read_sources
from sfwgen.build.stages import images_of, read_documents, theme_sources
from sfwgen.checks import check_outputs, check_site
from sfwgen.checks.privacy import SourceScan, scan_outputs, scan_sources
from sfwgen.counters import aggregate
from sfwgen.diagnostics import Counts, Diagnostic, Severity, has_errors
from sfwgen.each import Each
from sfwgen.model import Site
from sfwgen.plan import make_plan
from sfwgen.plan.outputs import BuildPlan, PageOutput
from sfwgen.prose import check_prose, count_bindings, read_prose
from sfwgen.publish import Disk, Sources
from sfwgen.reconcile import reconcile
from sfwgen.resources import theme_files


def load(disk: Disk, root: str) -> Loaded:
    """Returns the site that a project's documents make, drafts included, and all that is wrong with them."""
    sources, unread = read_sources(disk, root)
    packaged = theme_files()
    read = read_documents(sources, packaged, unread)
    told = quote_lines((*unread, *read.faults), theme_sources(packaged) | {**sources})
    return Loaded(sources, read.site, read.theme, told)


def check(
    disk: Disk,
    root: str,
    *,
    drafts: bool = False,
    as_of: AsOf | None = None,
    epoch: int | None = None,
    progress: Progress = no_progress,
    memory: Memory | None = None,
    workers: int = 1,
    look: Look = look_at_nothing,
) -> Checked:
    """Returns the site as it would be published, in memory, and everything that is wrong with it.

    With `drafts` these are part of it. `as_of`, else `epoch` (seconds), else config.yaml says for which day.
    Nothing is written; what earlier builds remembered of texts is used, or `memory` in its place. `look` is
    shown what pages are made from before they all are.
    """
    progress(Stage.READING, 0, 0)
    sources, unread = read_sources(disk, root)
    memory = memory or read_memory(disk, root, workers=workers)
    return check_sources(
        sources,
        unread,
        drafts=drafts,
        as_of=as_of,
        epoch=epoch,
        progress=progress,
        memory=memory,
        fonts=f"{root}/{FONTS}",
        look=look,
    )


def check_sources(
    sources: Sources,
    unread: Faults,
    *,
    drafts: bool = False,
    as_of: AsOf | None = None,
    epoch: int | None = None,
    progress: Progress = no_progress,
    memory: Memory | None = None,
    fonts: str = "",
    look: Look = look_at_nothing,
) -> Checked:
    """Returns what `check` does, of sources that have been read; `unread` tells which could not be."""
    checked = make_site(
        sources,
        theme_files(),
        unread,
        drafts=drafts,
        as_of=as_of,
        epoch=epoch,
        progress=progress,
        memory=memory,
        fonts=fonts,
        look=look,
    )
    if checked.site is None:
        return checked
    day, unknown = find_as_of(checked.site.config, as_of, epoch)
    if unknown:
        return _stopped(Gate.SITE, sources, quote_lines((*checked.diagnostics, *unknown), sources))
    return replace(checked, as_of=day)


def make_site(
    sources: Sources,
    packaged: Mapping[str, bytes],
    unread: Faults = (),
    *,
    drafts: bool = False,
    as_of: AsOf | None = None,
    epoch: int | None = None,
    progress: Progress = no_progress,
    memory: Memory | None = None,
    fonts: str = "",
    look: Look = look_at_nothing,
) -> Checked:
    """Returns the finished site: every stage in its order, with the three gates between them.

    `memory` spares texts that are known from earlier builds; it changes nothing in what is returned. `fonts`
    is the path of the project's own fonts. `look` is as in `check`.
    """
    memory = memory or Memory()
    files = theme_sources(packaged) | {**sources}
    progress(Stage.DOCUMENTS, 0, 0)
    read = read_documents(sources, packaged, unread, memory.each)
    site, theme = read.site, read.theme
    progress(Stage.PRIVACY, 0, 0)
    scanned = scan_sources(sources, None if site is None else site.config, memory.each, read.faults)
    told: Faults = (*unread, *read.faults, *scanned.faults)
    if site is None or has_errors(told):
        return _stopped(Gate.DOCUMENTS, sources, quote_lines(told, files))

    progress(Stage.FIGURES, 0, 0)
    public, held = (site, ()) if drafts else hold_back_all(site, as_of, epoch)
    standings = judge_recorded(public, sources, memory.each)
    public = mark_stale(public, standings)
    counters, refused = aggregate(public)
    prose, images = read_prose(public, counters, memory.each), images_of(sources)
    in_texts = check_prose(public, prose, sources)
    progress(Stage.RULES, 0, 0)
    _, reconciled = reconcile(public)
    unwritten = () if drafts else check_placeholders(public)
    decided = () if drafts else check_decided(site, public, standings, sources, memory.each)
    found = place_words(check_site(public, counters, images=images, each=memory.each), sources)
    told = (*told, *held, *refused, *found, *in_texts, *reconciled, *unwritten, *decided)
    if has_errors(told):
        return _stopped(Gate.SITE, sources, quote_lines(told, files))
    look(Material(sources, public, counters, prose, theme, images))
    progress(Stage.PLANNING, 0, 0)
    plan, unplanned = make_plan(public, counters, prose, theme, images, memory.each)
    plan, added = extend(plan, read.extensions, sources)
    told = (*told, *unplanned, *added)
    if has_errors(told):
        return _stopped(Gate.SITE, sources, quote_lines(told, files))

    plan, unset = set_prints(plan, public.config, fonts, sources)
    told = (*told, *unset)
    if has_errors(told):
        return _stopped(Gate.OUTPUTS, sources, quote_lines(told, files))
    rendered = render_outputs(plan, theme, read.closures, progress, memory.each, read.filters, memory.scratch)
    progress(Stage.CHECKING, 0, 0)
    told = (*told, *(rendered.faults or _check_finished(plan, rendered, public, scanned, memory.each)))
    if has_errors(told):
        return _stopped(Gate.OUTPUTS, sources, quote_lines(told, files))
    told = quote_lines(told, files)
    counts = replace(_count(told, public, plan), figures=count_bindings(prose))
    return Checked(sources, public, plan, rendered.outputs, None, told, counts, None)


def _check_finished(
    plan: BuildPlan, rendered: Rendered, site: Site, scanned: SourceScan, each: Each
) -> Iterator[Diagnostic]:
    yield from check_outputs(plan, rendered.outputs, rendered.facts, each)
    yield from scan_outputs(plan, rendered.outputs, site.config, scanned.seen, rendered.clean, each)


def _stopped(gate: Gate, sources: Sources, told: Faults) -> Checked:
    return Checked(sources, None, None, {}, gate, told, _count(told), None)


def _count(told: Faults, site: Site | None = None, plan: BuildPlan | None = None) -> Counts:
    return Counts(
        stories=0 if site is None else len(site.stories),
        pages=0 if plan is None else sum(isinstance(each, PageOutput) for each in plan.outputs),
        held=sum(each.code == "draft-held" for each in told),
        registers=0 if site is None else len(site.registers),
        rows=0 if site is None else sum(len(each.rows) for each in site.registers),
        errors=count_severity(told, Severity.ERROR),
        warnings=count_severity(told, Severity.WARNING),
    )
