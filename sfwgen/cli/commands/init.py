"""`sfwgen init`: a new project with the whole example in it."""

from __future__ import annotations

from pathlib import Path

from sfwgen.cli import exits
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.cli.words import say
from sfwgen.publish import RealDisk
from sfwgen.scaffold import is_unused, project_files, write_files


def run(arguments: Arguments, console: Console) -> int:
    """Writes the example into a folder that is new or empty."""
    given = arguments.text("dir")
    folder = Path(arguments.text("project") or ".", given).absolute().as_posix()
    disk = RealDisk()
    if not is_unused(disk, folder):
        raise RefusedFault(say(console.lang, "init-used", folder=given), arguments.command)
    write_files(disk, folder, project_files())
    console.say("init-done", folder=shown(given))
    return exits.FINE
