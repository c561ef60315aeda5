"""Building: the sources are read, the site is made, and it is put in the place of the old one.

Where nothing has changed since the last build, that is seen from digests of everything it was made from and
of every file that it left; nothing else is loaded then.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sfwgen.build.engine import engine_parts
from sfwgen.build.fonts import FONTS, digest_fonts
from sfwgen.build.last import LastBuild, digest_request, read_last, write_last
from sfwgen.build.results import Built, Checked, Progress, Stage, count_severity, no_progress
from sfwgen.build.sources import Faults, read_sources
from sfwgen.build.state import FOLDER
from sfwgen.diagnostics import Diagnostic, Severity, sort_diagnostics
from sfwgen.publish import Disk, InputsChanged, Published, PublishError, Sources, find_standing, publish
from sfwgen.publish.publishing import GENERATIONS

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from sfwgen.build.as_of import AsOf
    from sfwgen.build.memory import Memory

OUTPUT = "site"
TRIES = 3
"""How often a build starts anew because a source was changed under it."""


def build(
    disk: Disk,
    root: str,
    *,
    strict: bool = False,
    as_of: AsOf | None = None,
    epoch: int | None = None,
    output: str = OUTPUT,
    generations: int = GENERATIONS,
    allow_shrink: bool = False,
    wait: bool = False,
    reuse: bool = True,
    workers: int = 1,
    executor: Executor | None = None,
    explain: bool = False,
    progress: Progress = no_progress,
) -> Built:
    """Makes the site and puts it in the place of the old one, unless there are errors.

    With `strict` a warning, too, leaves the old site as it is. Where a source is changed meanwhile the build
    begins anew, a few times at most. Without `reuse` nothing that earlier builds worked out is used. Much
    work is shared among up to `workers` processes, where the system can make copies of this one, or given to
    an `executor`, which may have other machines (docs/scaling.md). With `explain` the build says why it made
    each file.
    """
    for tries_left in reversed(range(TRIES)):
        progress(Stage.READING, 0, 0)
        sources, unread = read_sources(disk, root)
        fonts = digest_fonts(disk, root)
        request = digest_request(sources, as_of, epoch, output, generations, fonts)
        last = read_last(disk, root) if reuse and not unread else None
        if last is not None and last.request == request:
            same = _unchanged(disk, root, last, sources, output, strict=strict, wait=wait)
            if same is not None:
                return _explained_standing(same) if explain else same
        checked, memory = _check(
            disk,
            root,
            sources,
            unread,
            as_of,
            epoch,
            progress,
            reuse=reuse,
            workers=workers,
            executor=executor,
        )
        if checked.site is None or checked.fails(strict=strict):
            break
        progress(Stage.PUBLISHING, 0, 0)
        from sfwgen.build.rendering import Outputs

        try:
            published = publish(
                disk,
                root,
                checked.outputs,
                output=output,
                keep=checked.site.config.keep,
                generations=generations,
                allow_shrink=allow_shrink,
                wait=wait,
                confirm=partial(_still_the_same, disk, root, sources),
                records=checked.outputs.records if isinstance(checked.outputs, Outputs) else None,
            )
        except InputsChanged as refused:
            if not tries_left:
                return _built(checked, None, (refused.diagnostic,))
        except PublishError as refused:
            return _built(checked, None, (refused.diagnostic,))
        else:
            built = _built(checked, published, published.diagnostics)
            if not published.diagnostics:
                write_last(
                    disk, root, LastBuild(request, published.generation, built.diagnostics, built.counts)
                )
            return _recorded(disk, root, built, memory, repr((as_of, epoch, fonts)), explain=explain)
    return replace(_built(checked, None, ()), tally=memory.tally)


def _check(
    disk: Disk,
    root: str,
    sources: Sources,
    unread: Faults,
    as_of: AsOf | None,
    epoch: int | None,
    progress: Progress,
    *,
    reuse: bool,
    workers: int,
    executor: Executor | None,
) -> tuple[Checked, Memory]:
    """The site as it is to be published; what a build without errors has worked out is kept."""
    progress(Stage.LOADING, 0, 0)
    from sfwgen.build.memory import Memory, read_memory, write_memory
    from sfwgen.build.pipeline import check_sources

    progress(Stage.RECALLING, 0, 0)
    checked_with = partial(
        check_sources,
        sources,
        unread,
        as_of=as_of,
        epoch=epoch,
        progress=progress,
        fonts=f"{root}/{FONTS}",
    )
    scratch = disk.scratch(f"{root}/{FOLDER}")
    fresh = Memory(workers=workers, executor=executor, scratch=scratch)
    memory = fresh
    if reuse:
        memory = read_memory(disk, root, workers=workers, executor=executor, scratch=scratch)
    try:
        checked = checked_with(memory=memory)
    except Exception:
        # What another hand has put on record may be values of any kind: then nothing of it is used.
        if not memory.known:
            raise
        memory = fresh
        checked = checked_with(memory=memory)
    if checked.site is not None:
        progress(Stage.KEEPING, 0, 0)
        write_memory(disk, root, memory)
    return checked, memory


def _recorded(disk: Disk, root: str, built: Built, memory: Memory, options: str, *, explain: bool) -> Built:
    """The build, on record for the next one, and explained by the record of the last if that is asked for."""
    from sfwgen.build.recording import explain_build, make_record, read_record, write_record

    record = make_record(engine_parts(), options, built.checked)
    earlier = read_record(disk, root) if explain else None
    write_record(disk, root, record)
    explanation = explain_build(earlier, record, built, memory) if explain else None
    return replace(built, explanation=explanation, tally=memory.tally)


def _explained_standing(same: Built) -> Built:
    from sfwgen.build.recording import explain_standing

    assert same.published is not None
    return replace(same, explanation=explain_standing(same.published))


def _unchanged(
    disk: Disk, root: str, last: LastBuild, sources: Sources, output: str, *, strict: bool, wait: bool
) -> Built | None:
    """The last build once more, if its site stands as it was left; None where anything is to be done."""
    if strict and last.counts.warnings:
        return None
    # Whatever the system refuses here it refuses again when the site is published, and is told then.
    with suppress(PublishError):
        standing = find_standing(disk, root, last.generation, output=output, wait=wait)
        if standing is not None:
            checked = Checked(sources, None, None, {}, None, last.diagnostics, last.counts, None)
            return Built(checked, standing, last.diagnostics, last.counts)
    return None


def _still_the_same(disk: Disk, root: str, sources: Sources) -> bool:
    return sources.same_as(read_sources(disk, root)[0])


def _built(checked: Checked, published: Published | None, told: tuple[Diagnostic, ...]) -> Built:
    if not told:
        return Built(checked, published, checked.diagnostics, checked.counts)
    from sfwgen.build.quotes import quote_lines

    nothing: Mapping[str, bytes] = {}
    diagnostics = sort_diagnostics((*checked.diagnostics, *quote_lines(told, nothing)))
    errors, warnings = (count_severity(diagnostics, each) for each in (Severity.ERROR, Severity.WARNING))
    return Built(checked, published, diagnostics, replace(checked.counts, errors=errors, warnings=warnings))
