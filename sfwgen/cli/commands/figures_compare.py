"""`sfwgen figures compare`: a Chinese text and its English translation, figure by figure."""

from __future__ import annotations

import json

from sfwgen.cli import exits
from sfwgen.cli.commands.figures_input import STDIN, Lines, Unreadable, read_text, running_text
from sfwgen.cli.commands.figures_words import in_words, kind_words, tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, UsageFault
from sfwgen.figures import Comparison, Difference, Found, compare
from sfwgen.figures.dates import DateMention


def run(arguments: Arguments, console: Console) -> int:
    """Prints what agrees and what does not; ends with 1 if anything does not."""
    names = arguments.text("first"), arguments.text("second")
    if names == (STDIN, STDIN):
        raise UsageFault(tell(console.lang, "stdin-twice"), arguments.command)
    try:
        zh, en = (read_text(name, arguments, console) for name in names)
    except Unreadable as fault:
        console.report(fault.diagnostics)
        return exits.CONTENT
    comparison = compare(running_text(zh), running_text(en))
    if arguments.text("format") == "json":
        console.write(json.dumps(_data(comparison, zh, en), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(comparison, names, (Lines(zh), Lines(en)), console)
    return exits.FINE if comparison.agrees else exits.CONTENT


def _print(
    comparison: Comparison, names: tuple[str, str], lines: tuple[Lines, Lines], console: Console
) -> None:
    lang = console.lang
    for pair in comparison.pairs:
        zh, en = (_in_text(*each) for each in zip((pair.zh, pair.en), lines, strict=True))
        console.write(
            tell(lang, "pair", zh=shown(pair.zh.text), en=shown(pair.en.text), at=f"{zh} = {en}") + "\n"
        )
    for difference in comparison.differences:
        console.write(tell(lang, "difference", what=_said(difference, lang)) + "\n")
        for found, name, text in zip((difference.zh, difference.en), names, lines, strict=True):
            if found is not None:
                place = _place(found, name, text)
                meaning = f"  {in_words(lang, found)}" if isinstance(found, Found) else ""
                console.write(f"    {place}: {shown(found.text)}{meaning}\n")
    pairs, differences = len(comparison.pairs), len(comparison.differences)
    if not pairs and not differences:
        console.write(tell(lang, "compared-nothing") + "\n")
    else:
        console.write(tell(lang, "compared", pairs=pairs, differences=differences) + "\n")


def _place(found: Found | DateMention, name: str, lines: Lines) -> str:
    return f"{shown(name)}:{_in_text(found, lines)}"


def _in_text(found: Found | DateMention, lines: Lines) -> str:
    line, column = lines.place(found.start)
    return f"{line}:{column}"


def _said(difference: Difference, lang: str) -> str:
    zh = shown(difference.zh.text) if difference.zh else ""
    en = shown(difference.en.text) if difference.en else ""
    return kind_words(lang, difference.kind, zh, en)


def _data(comparison: Comparison, zh: str, en: str) -> dict[str, object]:
    lines = Lines(zh), Lines(en)
    return {
        "agrees": comparison.agrees,
        "pairs": [
            {"zh": _record(each.zh, lines[0]), "en": _record(each.en, lines[1])} for each in comparison.pairs
        ],
        "differences": [
            {
                "kind": each.kind.value,
                "message": {lang: _said(each, lang) for lang in ("zh", "en")},
                "zh": _record(each.zh, lines[0]),
                "en": _record(each.en, lines[1]),
            }
            for each in comparison.differences
        ],
    }


def _record(found: Found | DateMention | None, lines: Lines) -> dict[str, object] | None:
    if found is None:
        return None
    line, column = lines.place(found.start)
    return {**found.record(), "line": line, "column": column}
