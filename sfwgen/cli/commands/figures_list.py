"""`sfwgen figures list`: every figure of the project, as both languages print it, and where it is cited."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sfwgen.cli import exits
from sfwgen.cli.commands.figures_diff import escaped
from sfwgen.cli.commands.figures_project import (
    FaultyProject,
    Project,
    citation_data,
    is_draft,
    place_of,
    read_project,
)
from sfwgen.cli.commands.figures_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments
from sfwgen.counters import Record, owner_id
from sfwgen.model import Story
from sfwgen.plan.figures import figure_label
from sfwgen.plan.open_data.values import quantity_values


def run(arguments: Arguments, console: Console) -> int:
    """Prints the figures of stories and tallies."""
    try:
        project = read_project(arguments, console)
    except FaultyProject as fault:
        return fault.code
    records = list(project.records())
    if arguments.text("format") == "json":
        data = {"figures": [record_data(project, record) for record in records]}
        console.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return exits.FINE
    cited = sum(record.ref in project.citations for record in records)
    summary = tell(console.lang, "listed", n=len(records), cited=cited)
    if arguments.text("format") == "markdown":
        console.write("\n".join((*_markdown(project, records, console.lang), "", summary)) + "\n")
        return exits.FINE
    for record in records:
        _print(project, record, console)
    console.write(f"{summary}\n")
    return exits.FINE


def _markdown(project: Project, records: Sequence[Record], lang: str) -> Iterator[str]:
    """Yields the figures as a table with a row for each."""
    languages = [each.id for each in project.site.config.languages]
    heads = [tell(lang, "column-figure"), *languages, tell(lang, "stated"), tell(lang, "cited")]
    yield from (f"| {' | '.join(heads)} |", "| --- " * len(heads) + "|")
    for record in records:
        label = escaped(shown(figure_label(record.figure, _known(project, lang))))
        draft = tell(lang, "draft") if is_draft(record) else ""
        printed = (escaped(shown(text)) for text in project.printed(record.figure).values())
        places = [place_of(each) for each in project.citations.get(record.ref, ())]
        cited = "<br>".join(map(_code, places)) or tell(lang, "cited-nowhere")
        stated = _code(f"{record.figure.location.file}:{record.figure.location.line}")
        yield f"| {label}{draft} {_code(record.ref)} | {' | '.join(printed)} | {stated} | {cited} |"


def _code(text: str) -> str:
    return f"`{shown(text)}`"


def _print(project: Project, record: Record, console: Console) -> None:
    lang = console.lang
    label = shown(figure_label(record.figure, _known(project, lang)))
    draft = tell(lang, "draft") if is_draft(record) else ""
    console.write(f"{record.ref}  {label}{draft}\n")
    console.write("    " + " | ".join(map(shown, project.printed(record.figure).values())) + "\n")
    citations = project.citations.get(record.ref, ())
    for citation in citations:
        console.write(f"    {place_of(citation)}: {shown(citation.text)}\n")
    if not citations:
        console.write(f"    {tell(lang, 'cited-nowhere')}\n")


def _known(project: Project, lang: str) -> str:
    return (
        lang
        if any(each.id == lang for each in project.site.config.languages)
        else project.site.config.default.id
    )


def record_data(project: Project, record: Record) -> dict[str, object]:
    """Returns a figure with the places that cite it, for JSON."""
    figure, story = record.figure, isinstance(record.owner, Story)
    owner = owner_id(record.owner)
    return {
        "id": record.ref,
        "story": owner if story else None,
        "tally": None if story else owner,
        "metric": figure.metric.id,
        "label": {each.id: figure_label(figure, each.id) for each in project.site.config.languages},
        "printed": project.printed(figure),
        **quantity_values(figure.quantity),
        "unit": figure.metric.unit.id,
        "statistic": figure.statistic,
        "as_of": str(record.when) if record.when else None,
        "example": figure.example,
        "draft": is_draft(record),
        "file": figure.location.file,
        "line": figure.location.line,
        "cited": [citation_data(each) for each in project.citations.get(record.ref, ())],
    }
