"""What commands have in common: the project's folder, the day, the counts in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sfwgen.cli.language import environment
from sfwgen.cli.parsing import Arguments, UsageFault
from sfwgen.cli.words import number, say
from sfwgen.dates import parse_date

if TYPE_CHECKING:
    from sfwgen.build import Counts
    from sfwgen.build.as_of import AsOf
    from sfwgen.diagnostics import Diagnostic
    from sfwgen.publish import Published

_SECONDS = re.compile(r"[0-9]{1,11}")


def project_root(arguments: Arguments) -> str:
    """Returns the absolute path of the project's folder, with `/`."""
    return Path(arguments.text("project") or ".").absolute().as_posix()


def asked_day(arguments: Arguments) -> AsOf | None:
    """Returns the day of --as-of, or the moment."""
    day, _, time = arguments.text("as_of").partition(" ")
    return datetime.fromisoformat(f"{day} {time}") if time else parse_date(day)


def next_due(diagnostics: Iterable[Diagnostic]) -> str | None:
    """Returns the next moment at which scheduled content comes or goes, or None."""
    return next((dict(each.words)["time"] for each in diagnostics if each.code == "schedule-next"), None)


def epoch(lang: str) -> int | None:
    """Returns SOURCE_DATE_EPOCH; raises UsageFault if it is set to anything but a number of seconds."""
    value = environment().get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    if not _SECONDS.fullmatch(value):
        raise UsageFault(say(lang, "epoch-invalid"))
    return int(value)


def count_words(lang: str, counts: Counts) -> dict[str, str]:
    """Returns the numbers of a summary in words: stories, pages, and what was told."""
    stories = say(lang, "count-stories", n=counts.stories, stories=number(counts.stories, "story", "stories"))
    if counts.held:
        stories += say(lang, "count-held", n=counts.held, drafts=number(counts.held, "draft", "drafts"))
    if counts.registers:
        stories += _register_words(lang, counts)
    return {
        "stories": stories,
        "pages": say(lang, "count-pages", n=counts.pages, pages=number(counts.pages, "page", "pages")),
        "figures": _figure_words(lang, counts),
        "told": say(
            lang,
            "count-told",
            errors=counts.errors,
            warnings=counts.warnings,
            error_s=number(counts.errors, "error", "errors"),
            warning_s=number(counts.warnings, "warning", "warnings"),
        ),
    }


def _register_words(lang: str, counts: Counts) -> str:
    """How many registers there are, and how many rows were counted in them."""
    return say(
        lang,
        "count-registers",
        n=counts.registers,
        rows=counts.rows,
        register_s=number(counts.registers, "register", "registers"),
        row_s=number(counts.rows, "row", "rows"),
    )


def _figure_words(lang: str, counts: Counts) -> str:
    """What became of the figures in the texts; a check that found none says so."""
    figures = counts.figures
    if not figures.found:
        return say(lang, "count-no-figures")
    parts = (
        ("derived", figures.derived),
        ("excused", figures.excused),
        ("vague", figures.vague),
        ("unexplained", figures.unexplained),
    )
    details = "".join(say(lang, f"count-{key}", n=n) for key, n in parts if n)
    return say(lang, "count-figures", found=figures.found, bound=figures.bound, details=details)


def count_data(counts: Counts) -> dict[str, int]:
    """Returns the numbers of a summary for JSON."""
    return {
        "stories": counts.stories,
        "pages": counts.pages,
        "held": counts.held,
        "registers": counts.registers,
        "register_rows": counts.rows,
        "errors": counts.errors,
        "warnings": counts.warnings,
        "figures_found": counts.figures.found,
        "figures_bound": counts.figures.bound,
        "figures_derived": counts.figures.derived,
        "figures_excused": counts.figures.excused,
        "figures_vague": counts.figures.vague,
        "figures_unexplained": counts.figures.unexplained,
    }


def file_data(published: Published) -> dict[str, object]:
    """Returns what a publication did, for JSON and for the summary in words."""
    return {
        "generation": published.generation,
        "new": published.new,
        "changed": published.changed,
        "removed": published.removed,
        "unchanged": published.unchanged,
    }
