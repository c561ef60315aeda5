"""`sfwgen figures find`: every figure of a text, with what it says and where it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from sfwgen.cli import exits
from sfwgen.cli.commands.figures_input import (
    STDIN,
    Lines,
    Unreadable,
    read_text,
    running_text,
    without_excused,
)
from sfwgen.cli.commands.figures_words import in_words, tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments
from sfwgen.figures import Found, find

_HAN = re.compile("[\u3400-\u9fff]")


def run(arguments: Arguments, console: Console) -> int:
    """Prints the figures of a text in its language: that of --lang, else Chinese if it has Han characters."""
    try:
        text = read_text(arguments.text("first") or STDIN, arguments, console)
    except Unreadable as fault:
        console.report(fault.diagnostics)
        return exits.CONTENT
    lang = arguments.text("lang") or ("zh" if _HAN.search(text) else "en")
    if arguments.switch("each_line"):
        for line in text.removesuffix("\n").split("\n") if text else ():
            console.write(_json(find(without_excused(line), lang), indent=None) + "\n")
        return exits.FINE
    figures = find(running_text(text), lang)
    if arguments.text("format") == "json":
        console.write(_json(figures) + "\n")
    else:
        _print(text, figures, console)
    return exits.FINE


def _json(figures: Sequence[Found], *, indent: int | None = 2) -> str:
    records = [figure.record() for figure in figures]
    return json.dumps({"figures": records}, ensure_ascii=False, indent=indent)


def _print(text: str, figures: Sequence[Found], console: Console) -> None:
    lines = Lines(text)
    for figure in figures:
        line, column = lines.place(figure.start)
        console.write(f"{line}:{column}: {shown(figure.text)}  {in_words(console.lang, figure)}\n")
    console.write(tell(console.lang, "found", n=len(figures)) + "\n")
