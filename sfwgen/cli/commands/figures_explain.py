"""`sfwgen figures explain`: what a figure or a counter means, rests on, and where it is used."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sfwgen.cli import exits
from sfwgen.cli.commands.figures_diff import escaped
from sfwgen.cli.commands.figures_list import record_data
from sfwgen.cli.commands.figures_project import (
    FaultyProject,
    Project,
    citation_data,
    is_draft,
    place_of,
    read_project,
)
from sfwgen.cli.commands.figures_words import quantity_words, statistic_words, tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault, join, nearest
from sfwgen.counters import Counter, LeftOut, Reason, Record
from sfwgen.model import Localized, Metric
from sfwgen.plan.figures import figure_label
from sfwgen.stated import figure_text

Entry = tuple[str, str]
"""A heading, by its key, and a text."""


def run(arguments: Arguments, console: Console) -> int:
    """Prints everything that is known of a figure (`story#figure`, `tally#figure`) or of a counter."""
    try:
        project = read_project(arguments, console)
    except FaultyProject as fault:
        return fault.code
    id_ = arguments.text("first")
    record = next((each for each in project.records() if each.ref == id_), None)
    counter = project.counters.get(id_)
    if record is not None:
        entries, data = _figure(project, record, console.lang), _figure_data(project, record)
    elif counter is not None:
        entries, data = _counter(project, counter, console.lang), _counter_data(project, counter)
    else:
        raise RefusedFault(_unknown(project, id_, console.lang), arguments.command)
    if arguments.text("format") == "json":
        console.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    elif arguments.text("format") == "markdown":
        console.write("\n".join(_markdown(id_, entries, console.lang)) + "\n")
    else:
        _print(id_, entries, console)
    return exits.FINE


def _unknown(project: Project, id_: str, lang: str) -> str:
    known = [*(record.ref for record in project.records()), *project.counters]
    return join(lang, tell(lang, "id-unknown", id=shown(id_)), nearest(id_, known, lang))


def _print(id_: str, entries: Iterator[Entry], console: Console) -> None:
    colon = "：" if console.lang == "zh" else ": "
    console.write(f"{id_}\n")
    for key, text in entries:
        if text:
            console.write(f"  {tell(console.lang, key)}{colon}{shown(text)}\n")


def _markdown(id_: str, entries: Iterator[Entry], lang: str) -> Iterator[str]:
    """Yields a heading and a list of what is known."""
    colon = "：" if lang == "zh" else ": "
    yield from (f"## `{id_}`", "")
    yield from (f"- **{tell(lang, key)}**{colon}{escaped(shown(text))}" for key, text in entries if text)


def _figure(project: Project, record: Record, lang: str) -> Iterator[Entry]:
    figure, read = record.figure, _reader(project, lang)
    yield "label", figure_label(figure, read) + (tell(lang, "draft") if is_draft(record) else "")
    yield "metric", figure.metric.id
    yield "definition", figure.metric.description.get(read, "")
    yield "printed", " | ".join(project.printed(figure).values())
    yield "meaning", quantity_words(lang, figure.quantity)
    yield "statistic", statistic_words(lang, figure.statistic)
    yield "scope", figure.scope.get(read, "")
    yield "example", tell(lang, "example-text") if figure.example else ""
    yield "note", figure.note.get(read, "")
    yield "as-of", str(record.when) if record.when else tell(lang, "as-of-unknown")
    for source in record.owner.sources:
        yield "source", " ".join(filter(None, (source.text.get(read, ""), source.url)))
    yield "stated", f"{figure.location.file}:{figure.location.line}"
    yield from _citations(project, record.ref, lang)
    for text in _counters(project, record, lang):
        yield "counters", text


def _citations(project: Project, key: str, lang: str) -> Iterator[Entry]:
    citations = project.citations.get(key, ())
    for each in citations:
        yield "cited", f"{place_of(each)}: {each.text}"
    if not citations:
        yield "cited", tell(lang, "cited-nowhere")


def _counters(project: Project, record: Record, lang: str) -> Iterator[str]:
    """Yields, for each counter of the metric, that the figure enters it or why it does not."""
    if is_draft(record):
        yield tell(lang, "counter-draft")
        return
    found = False
    for counter in project.counters.values():
        entered, reason = _part(counter, record, lang)
        if entered or reason:
            found = True
            label = counter.definition.label.get(_reader(project, lang), "")
            key = "counter-enters" if entered else "counter-without"
            yield tell(lang, key, id=counter.definition.id, label=label, reason=reason)
    if not found:
        yield tell(lang, "counter-none")


def _part(counter: Counter, record: Record, lang: str) -> tuple[bool, str]:
    """Whether a record enters a counter, else the reason why not; neither where it is not of its metric."""
    if any(each.ref == record.ref for each in counter.contributions):
        if counter.refusal is None:
            return True, ""
        return False, tell(lang, "reason-refused", code=counter.refusal.code)
    left = next((each for each in counter.left_out if each.record.ref == record.ref), None)
    return False, "" if left is None else _reason(left, lang)


def _reason(left: LeftOut, lang: str) -> str:
    if left.reason is Reason.NAMED:
        return left.text.get(lang) or next(iter(left.text.values()), "")
    return tell(lang, f"reason-{left.reason.value}")


def _counter(project: Project, counter: Counter, lang: str) -> Iterator[Entry]:
    definition, read = counter.definition, _reader(project, lang)
    yield "label", definition.label.get(read, "")
    yield "metric", definition.metric.id
    yield "counted", definition.counted.get(read, "")
    yield "not-counted", definition.not_counted.get(read, "")
    yield "total", _total(project, counter, lang)
    yield "as-of", str(counter.as_of) if counter.as_of else tell(lang, "as-of-unknown")
    for source in counter.sources:
        yield "source", " ".join(filter(None, (source.text.get(read, ""), source.url)))
    yield "stated", f"{definition.location.file}:{definition.location.line}"
    yield from _citations(project, definition.id, lang)
    for record in counter.contributions:
        yield "goes-in", f"{record.ref}  {' | '.join(project.printed(record.figure).values())}"
    for left in counter.left_out:
        yield "left-out", f"{left.record.ref}  {_reason(left, lang)}"


def _total(project: Project, counter: Counter, lang: str) -> str:
    if counter.quantity is not None:
        return " | ".join(_printed_total(project, counter, counter.definition.metric).values())
    if counter.refusal is not None:
        return tell(lang, "total-refused", text=counter.refusal.message("zh" if lang == "zh" else "en"))
    return tell(lang, "total-none")


def _printed_total(project: Project, counter: Counter, metric: Metric) -> Localized:
    if counter.quantity is None:
        return {}
    return {each.id: figure_text(counter.quantity, metric, each.id) for each in project.site.config.languages}


def _reader(project: Project, lang: str) -> str:
    """The language of the site in which texts are quoted to the reader of messages."""
    known = [each.id for each in project.site.config.languages]
    return lang if lang in known else known[0]


def _figure_data(project: Project, record: Record) -> dict[str, object]:
    counters = []
    for counter in () if is_draft(record) else project.counters.values():
        entered, reason = _part(counter, record, "en")
        if entered or reason:
            reasons = {lang: _part(counter, record, lang)[1] for lang in ("zh", "en")}
            entry = {
                "counter": counter.definition.id,
                "enters": entered,
                "reason": None if entered else reasons,
            }
            counters.append(entry)
    return {
        "kind": "figure",
        **record_data(project, record),
        "definition": dict(record.figure.metric.description),
        "note": dict(record.figure.note),
        "scope": dict(record.figure.scope),
        "source": [dict(each.text) for each in record.owner.sources],
        "counters": counters,
    }


def _counter_data(project: Project, counter: Counter) -> dict[str, object]:
    definition = counter.definition
    return {
        "kind": "counter",
        "id": definition.id,
        "label": dict(definition.label),
        "metric": definition.metric.id,
        "counted": dict(definition.counted),
        "not_counted": dict(definition.not_counted),
        "printed": dict(_printed_total(project, counter, definition.metric)),
        "refusal": counter.refusal.code if counter.refusal else None,
        "as_of": str(counter.as_of) if counter.as_of else None,
        "source": [dict(each.text) for each in counter.sources],
        "file": definition.location.file,
        "line": definition.location.line,
        "cited": [citation_data(each) for each in project.citations.get(definition.id, ())],
        "contributions": [each.ref for each in counter.contributions],
        "left_out": [
            {"figure": each.record.ref, "reason": {lang: _reason(each, lang) for lang in ("zh", "en")}}
            for each in counter.left_out
        ],
    }
