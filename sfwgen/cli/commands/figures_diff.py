"""`sfwgen figures diff`: what a change does to the public numbers, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sfwgen.changes import Change, Changes, CounterState, Delta, FigureState, StaleText, compare_states
from sfwgen.cli import exits
from sfwgen.cli.commands.figures_project import FaultyProject
from sfwgen.cli.commands.figures_states import NoGit, read_state
from sfwgen.cli.commands.figures_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments

State = FigureState | CounterState
Deltas = Sequence[Delta[FigureState]] | Sequence[Delta[CounterState]]


def run(arguments: Arguments, console: Console) -> int:
    """Prints the changes from the old state to the new one; changes are no fault."""
    names = arguments.text("first"), arguments.text("second")
    try:
        old, new = (read_state(name, arguments, console) for name in names)
    except FaultyProject as fault:
        return fault.code
    except NoGit as trouble:
        console.print_aside(str(trouble))
        return exits.ENVIRONMENT
    changes = compare_states(old, new)
    shown_names = shown(names[0]), shown(names[1] or ".")
    match arguments.text("format"):
        case "json":
            console.write(json.dumps(changes_data(changes), ensure_ascii=False, indent=2) + "\n")
        case "markdown":
            console.write("".join(f"{line}\n" for line in markdown(changes, shown_names, console.lang)))
        case _:
            console.write("".join(f"{line}\n" for line in lines(changes, shown_names, console.lang)))
    return exits.FINE


def lines(changes: Changes, names: tuple[str, str], lang: str) -> Iterator[str]:
    """Yields the changes as plain text."""
    yield tell(lang, "diff-range", old=names[0], new=names[1])
    if not changes.any:
        yield tell(lang, "diff-none")
    for heading, deltas in (("diff-figures", changes.figures), ("diff-counters", changes.counters)):
        if deltas:
            yield f"{tell(lang, heading)}:" if lang != "zh" else f"{tell(lang, heading)}："
        for delta in deltas:
            yield from _delta_lines(delta, lang)
    for heading, entries in _lists(changes, lang):
        yield f"{heading}:" if lang != "zh" else f"{heading}："
        yield from (f"  {entry}" for entry in entries)
    if not changes.texts_known:
        yield tell(lang, "diff-texts-unknown")


def _delta_lines(delta: Delta[FigureState] | Delta[CounterState], lang: str) -> Iterator[str]:
    state = delta.state
    yield f"  {delta_said(delta, lang)}  {shown(state.id)}  {shown(label_of(state, lang))}"
    if delta.before is not None:
        yield f"    - {shown_state(delta.before)}"
    if delta.after is not None:
        yield f"    + {shown_state(delta.after)}"
    yield from (f"    {place.file}:{place.line}:{place.column}: {shown(place.text)}" for place in state.cited)


def markdown(changes: Changes, names: tuple[str, str], lang: str) -> Iterator[str]:
    """Yields the changes as Markdown, as a merge request shows it."""
    yield f"## {tell(lang, 'diff-title')}"
    yield ""
    yield tell(lang, "diff-range", old=f"`{names[0]}`", new=f"`{names[1]}`")
    if not changes.any:
        yield from ("", tell(lang, "diff-none"))
    for heading, deltas in (("diff-figures", changes.figures), ("diff-counters", changes.counters)):
        if deltas:
            yield from ("", f"### {tell(lang, heading)}", "")
            names_ = ("column-figure", "column-change", "column-before", "column-after")
            yield f"| {' | '.join(tell(lang, name) for name in names_)} |"
            yield "| --- | --- | --- | --- |"
            yield from (_row(delta, lang) for delta in deltas)
    for heading, entries in _lists(changes, lang):
        yield from ("", f"### {heading}", "")
        yield from (f"- {escaped(entry)}" for entry in entries)
    if not changes.texts_known:
        yield from ("", tell(lang, "diff-texts-unknown"))


def _row(delta: Delta[FigureState] | Delta[CounterState], lang: str) -> str:
    before = "" if delta.before is None else escaped(shown_state(delta.before))
    after = "" if delta.after is None else f"**{escaped(shown_state(delta.after))}**"
    label = escaped(shown(label_of(delta.state, lang)))
    return f"| {label} `{shown(delta.state.id)}` | {delta_said(delta, lang)} | {before} | {after} |"


def escaped(text: str) -> str:
    """Returns a text as Markdown shows it as it is; shown() has made it one line."""
    return "".join(f"\\{each}" if each in "\\`*_{}[]<>#|~" else each for each in text)


def delta_said(delta: Delta[FigureState] | Delta[CounterState], lang: str) -> str:
    """Returns what became of a number, and what of it changed."""
    said = tell(lang, delta.change.value)
    # What is printed changes with the value: it is news only where nothing else is.
    fields = [name for name in delta.fields if name != "printed" or delta.fields == ("printed",)]
    if delta.change is not Change.CHANGED or not fields:
        return said
    named = ("、" if lang == "zh" else ", ").join(tell(lang, f"field-{name}") for name in fields)
    return f"{said}（{named}）" if lang == "zh" else f"{said} ({named})"


def shown_state(state: State) -> str:
    """Returns a number as it is printed in each language, with its date."""
    printed = " | ".join(map(shown, state.printed.values())) or getattr(state, "refusal", "") or "–"
    return f"{printed}  [{shown(state.as_of)}]" if state.as_of else printed


def label_of(state: State, lang: str) -> str:
    """Returns what a number is called."""
    return state.label.get(lang) or next(iter(state.label.values()), "")


def _lists(changes: Changes, lang: str) -> Iterator[tuple[str, list[str]]]:
    if changes.pages:
        yield tell(lang, "diff-pages"), list(map(shown, changes.pages))
    if changes.translations:
        yield tell(lang, "diff-translations"), [_stale(each, lang) for each in changes.translations]


def _stale(stale: StaleText, lang: str) -> str:
    figures = ("、" if lang == "zh" else ", ").join(stale.figures)
    why = tell(lang, "stale-figures", figures=figures) if figures else tell(lang, "stale-wording")
    return f"{shown(stale.text.file)} ({why})" if lang != "zh" else f"{shown(stale.text.file)}（{why}）"


def changes_data(changes: Changes) -> dict[str, object]:
    """Returns the changes for programs."""
    return {
        "figures": [_delta_data(delta) for delta in changes.figures],
        "counters": [_delta_data(delta) for delta in changes.counters],
        "pages": list(changes.pages),
        "translations": (
            [
                {
                    "file": each.text.file,
                    "lang": each.text.lang,
                    "reason": "figures" if each.figures else "wording",
                    "figures": list(each.figures),
                }
                for each in changes.translations
            ]
            if changes.texts_known
            else None
        ),
    }


def _delta_data(delta: Delta[FigureState] | Delta[CounterState]) -> dict[str, object]:
    return {
        "id": delta.state.id,
        "change": delta.change.value,
        "fields": list(delta.fields),
        "before": None if delta.before is None else _state_data(delta.before),
        "after": None if delta.after is None else _state_data(delta.after),
        "pages": list(delta.state.pages),
        "cited": [
            {
                "file": each.file,
                "line": each.line,
                "column": each.column,
                "lang": each.lang,
                "text": each.text,
            }
            for each in delta.state.cited
        ],
    }


def _state_data(state: State) -> dict[str, object]:
    value, low, high, base, fraction = state.amount
    data: dict[str, object] = {
        "label": dict(state.label),
        "printed": dict(state.printed),
        "qualifier": state.qualifier or None,
        "value": value,
        "low": low,
        "high": high,
        "base": base,
        "fraction": fraction,
        "as_of": state.as_of or None,
    }
    if isinstance(state, FigureState):
        return {**data, "unit": state.unit, "statistic": state.statistic or None, "example": state.example}
    return {**data, "refusal": state.refusal or None, "contributions": list(state.parts)}
