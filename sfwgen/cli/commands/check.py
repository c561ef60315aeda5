"""`sfwgen check`: everything that a build checks, with the site left as it is."""

from __future__ import annotations

from sfwgen.build import check
from sfwgen.build.workers import count_processors
from sfwgen.cli import exits
from sfwgen.cli.console import Console, make_progress
from sfwgen.cli.inspection import fails_inspection, inspection_data, inspection_of, print_inspection
from sfwgen.cli.parsing import Arguments
from sfwgen.cli.processes import collect_seldom
from sfwgen.cli.projects import asked_day, count_data, count_words, epoch, next_due, project_root
from sfwgen.cli.reporting import Watch, print_result
from sfwgen.cli.words import say
from sfwgen.publish import RealDisk


def run(arguments: Arguments, console: Console) -> int:
    """Checks the project and prints what is wrong with it."""
    watch, form = Watch(), arguments.text("format")
    progress, clear = make_progress(console, shown=form == "text")
    collect_seldom()
    try:
        checked = check(
            RealDisk(),
            project_root(arguments),
            as_of=asked_day(arguments),
            epoch=epoch(console.lang),
            workers=count_processors(),
            progress=progress,
        )
    finally:
        clear()
    strict, official = arguments.switch("strict"), arguments.switch("official")
    items = inspection_of(checked) if official else ()
    fails = checked.fails(strict=strict) or fails_inspection(items, strict=strict)
    key = "summary-check-failed" if checked.fails(strict=strict) else "summary-checked"
    words = count_words(console.lang, checked.counts)
    summary = say(console.lang, key, **words, seconds=watch.seconds())
    data: dict[str, object] = {
        **count_data(checked.counts),
        "next_due": next_due(checked.diagnostics),
        "stopped_at": checked.stopped_at,
    }
    if official:
        data["inspection"] = inspection_data(items)
        summary = f"{print_inspection(items, checked, console.lang)}\n{summary}"
    print_result(console, form, checked.diagnostics, summary, data, stopped_at=checked.stopped_at)
    return (exits.exit_code(checked.diagnostics) or exits.CONTENT) if fails else exits.FINE
