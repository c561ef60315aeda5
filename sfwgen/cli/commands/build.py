"""`sfwgen build`: the site made and put in place."""

from __future__ import annotations

from sfwgen.build import Built, build
from sfwgen.build.workers import count_processors
from sfwgen.cli import exits
from sfwgen.cli.console import Console, make_progress
from sfwgen.cli.explanation import explanation_data, print_explanation
from sfwgen.cli.parsing import Arguments
from sfwgen.cli.processes import collect_seldom
from sfwgen.cli.profile import StageClock, StageCost, print_profile, profile_data
from sfwgen.cli.projects import asked_day, count_data, count_words, epoch, file_data, next_due, project_root
from sfwgen.cli.reporting import Watch, print_result
from sfwgen.cli.words import say
from sfwgen.publish import RealDisk

Costs = tuple[StageCost, ...]


def run(arguments: Arguments, console: Console) -> int:
    """Builds the site and prints what is wrong with it and what was done."""
    watch, form = Watch(), arguments.text("format")
    progress, clear = make_progress(console, shown=form == "text")
    clock = StageClock(progress) if arguments.switch("profile") else None
    collect_seldom()
    try:
        built = build(
            RealDisk(),
            project_root(arguments),
            strict=arguments.switch("strict"),
            as_of=asked_day(arguments),
            epoch=epoch(console.lang),
            output=arguments.text("output"),
            allow_shrink=arguments.switch("allow_shrink"),
            wait=arguments.switch("wait"),
            workers=count_processors(),
            explain=arguments.switch("explain"),
            progress=clock.show if clock else progress,
        )
    finally:
        clear()
    costs = clock.costs() if clock else ()
    summary = _summary(console.lang, built, watch.seconds(), strict=arguments.switch("strict"))
    print_result(
        console,
        form,
        built.diagnostics,
        _told(console.lang, built, costs) + summary,
        _data(built) | _told_data(built, costs),
        stopped_at=built.checked.stopped_at,
    )
    code = exits.exit_code(built.diagnostics)
    return code if built.published else code or exits.CONTENT


def _summary(lang: str, built: Built, seconds: str, *, strict: bool) -> str:
    words = count_words(lang, built.counts)
    if built.published is None:
        only_strict = strict and not built.counts.errors
        reason = say(lang, "strict") + "\n" if only_strict else ""
        return reason + say(lang, "summary-failed", told=words["told"], seconds=seconds)
    key = "summary-built" if built.published.swapped else "summary-same"
    did = file_data(built.published)
    return say(lang, key, **words, files=say(lang, "count-files", **did), seconds=seconds, **did)


def _told(lang: str, built: Built, costs: Costs) -> str:
    """What was asked for besides the summary, as text."""
    why = print_explanation(built.explanation, lang) if built.explanation else ""
    return why + (print_profile(costs, built.tally, lang) if costs else "")


def _told_data(built: Built, costs: Costs) -> dict[str, object]:
    """What was asked for besides the summary, for JSON."""
    data: dict[str, object] = {}
    if built.explanation:
        data["explanation"] = explanation_data(built.explanation)
    if costs:
        data["profile"] = profile_data(costs, built.tally)
    return data


def _data(built: Built) -> dict[str, object]:
    published = built.published
    return {
        **count_data(built.counts),
        "next_due": next_due(built.diagnostics),
        "stopped_at": built.checked.stopped_at,
        "published": published is not None,
        **(file_data(published) if published else {}),
    }
