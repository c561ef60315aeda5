"""The figures of a project with the places that cite them, for the commands that list and explain them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sfwgen.build import load
from sfwgen.build.schedule import hold_back_all
from sfwgen.cli import exits
from sfwgen.cli.console import Console
from sfwgen.cli.parsing import Arguments
from sfwgen.cli.projects import asked_day, epoch, project_root
from sfwgen.counters import Counters, Owner, Record, aggregate
from sfwgen.diagnostics import has_errors
from sfwgen.model import Figure, Site, Story
from sfwgen.prose import read_prose
from sfwgen.prose.citations import Citation, Citations, find_citations
from sfwgen.publish import RealDisk
from sfwgen.stated import figure_text


class FaultyProject(Exception):
    """The documents have errors, which have been printed; `code` is what the command ends with."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


@dataclass(frozen=True, slots=True)
class Project:
    """A project whose documents are sound, drafts included; `counters` are those of what is public."""

    site: Site
    counters: Counters
    citations: Citations

    def records(self) -> Iterator[Record]:
        """Yields every figure with the story or tally that states it."""
        owners: tuple[Owner, ...] = (*self.site.stories, *self.site.tallies)
        return (Record(owner, figure) for owner in owners for figure in owner.figures)

    def printed(self, figure: Figure) -> dict[str, str]:
        """Returns a figure as it is printed in each language."""
        return {
            each.id: figure_text(figure.quantity, figure.metric, each.id)
            for each in self.site.config.languages
        }


def read_project(arguments: Arguments, console: Console) -> Project:
    """Returns the project of the command line; raises FaultyProject, its faults printed, if it has errors."""
    loaded = load(RealDisk(), project_root(arguments))
    if loaded.site is None or has_errors(loaded.diagnostics):
        console.report(loaded.diagnostics)
        raise FaultyProject(exits.exit_code(loaded.diagnostics) or exits.CONTENT)
    public = hold_back_all(loaded.site, asked_day(arguments), epoch(console.lang))[0]
    counters = aggregate(public)[0]
    prose = read_prose(loaded.site, counters)
    return Project(loaded.site, counters, find_citations(prose, loaded.sources))


def is_draft(record: Record) -> bool:
    """Returns whether a figure stands in a draft, which is not public."""
    return isinstance(record.owner, Story) and record.owner.draft


def citation_data(citation: Citation) -> dict[str, object]:
    """Returns a place that cites a figure, for JSON."""
    return {
        "file": citation.location.file,
        "line": citation.location.line,
        "column": citation.location.column,
        "lang": citation.lang,
        "text": citation.text,
    }


def place_of(citation: Citation) -> str:
    """Returns a place that cites a figure, for people and editors."""
    at = citation.location
    return f"{at.file}:{at.line}:{at.column}"
