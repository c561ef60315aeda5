"""`sfwgen translations`: how they stand, and what confirms, exports and imports them."""

from __future__ import annotations

from sfwgen.cli.commands.documents_project import Project, read_project
from sfwgen.cli.commands.figures_project import FaultyProject
from sfwgen.cli.console import Console
from sfwgen.cli.exits import FINE
from sfwgen.cli.parsing import Arguments

_ACTIONS = ("confirm", "export", "import")


def run(arguments: Arguments, console: Console) -> int:
    """Lists the translations, or does with them what the first word says."""
    first, *rest = arguments.texts("name") or ("",)
    action, names = (first, tuple(rest)) if first in _ACTIONS else ("", arguments.texts("name"))
    try:
        project = read_project(arguments, console)
    except FaultyProject as fault:
        return fault.code
    match action:
        case "confirm":
            from sfwgen.cli.commands.translations_confirm import run_confirm

            return run_confirm(project, names, arguments, console)
        case "export" | "import":
            from sfwgen.cli.commands.translations_exchange import run_export, run_import

            return (run_export if action == "export" else run_import)(project, names, arguments, console)
    return _list(project, names, arguments, console)


def _list(project: Project, names: tuple[str, ...], arguments: Arguments, console: Console) -> int:
    from sfwgen.cli.commands.translations_list import print_data, print_lines, print_markdown

    standings = project.standings(names, arguments, console)
    match arguments.text("format"):
        case "json":
            console.write(print_data(standings))
        case "markdown":
            console.write(print_markdown(standings, console.lang))
        case _:
            console.write(print_lines(standings, console.lang))
    return FINE
