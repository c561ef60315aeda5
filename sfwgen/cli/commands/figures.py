"""`sfwgen figures`: figures in any text, in two texts, and in a project."""

from __future__ import annotations

from importlib import import_module

from sfwgen.cli.commands.figures_words import tell
from sfwgen.cli.console import Console
from sfwgen.cli.parsing import Arguments, UsageFault

_WANTED = {"find": (0, 1), "compare": (2, 2), "list": (0, 0), "explain": (1, 1), "diff": (1, 2)}
"""How many arguments each action needs, and how many it takes."""
_OF_A_PROJECT = ("list", "explain", "diff")
"""Actions whose result may go into a report, and so may be Markdown."""


def run(arguments: Arguments, console: Console) -> int:
    """Does one of the actions; each stands in a module of its own."""
    action = arguments.text("action")
    given = [arguments.text(name) for name in ("first", "second") if arguments.text(name)]
    least, most = _WANTED[action]
    if not least <= len(given) <= most:
        raise UsageFault(tell(console.lang, f"usage-{action}"), arguments.command)
    form = arguments.text("format")
    if form == "markdown" and action not in _OF_A_PROJECT:
        raise UsageFault(tell(console.lang, "form-invalid", action=action, form=form), arguments.command)
    if arguments.switch("each_line") and action != "find":
        raise UsageFault(tell(console.lang, "each-line-invalid"), arguments.command)
    code = import_module(f"sfwgen.cli.commands.figures_{action}").run(arguments, console)
    assert isinstance(code, int)
    return code
