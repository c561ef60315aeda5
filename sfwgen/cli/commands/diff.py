"""`sfwgen diff`: what the public will see change, before it is published."""

from __future__ import annotations

from pathlib import Path

from sfwgen.changes.site import compare_sites
from sfwgen.cli import exits
from sfwgen.cli.commands.diff_report import print_report
from sfwgen.cli.commands.diff_states import NoAnswer, read_new, read_old
from sfwgen.cli.commands.diff_words import tell
from sfwgen.cli.commands.figures_project import FaultyProject
from sfwgen.cli.commands.figures_states import NoGit
from sfwgen.cli.console import Console
from sfwgen.cli.parsing import Arguments
from sfwgen.publish import RealDisk
from sfwgen.scaffold import replace_files


def run(arguments: Arguments, console: Console) -> int:
    """Prints the changes from what is published to what would be; changes are no fault."""
    try:
        new, stale = read_new(arguments, console)
        old = read_old(new, arguments, console)
    except FaultyProject as fault:
        return fault.code
    except (NoAnswer, NoGit) as trouble:
        console.print_aside(str(trouble))
        return exits.ENVIRONMENT
    names = arguments.text("published") or "site", arguments.text("project") or tell(console.lang, "now")
    text = print_report(arguments.text("format"), compare_sites(old, new, stale), names, console.lang)
    if not arguments.text("output"):
        console.write(text)
        return exits.FINE
    target = Path(arguments.text("output")).absolute()
    replace_files(RealDisk(), target.parent.as_posix(), {target.name: text.encode()})
    console.write(tell(console.lang, "written", file=arguments.text("output")) + "\n")
    return exits.FINE
