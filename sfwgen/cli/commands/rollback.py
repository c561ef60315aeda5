"""`sfwgen rollback`: an earlier site put back."""

from __future__ import annotations

from sfwgen.build import load
from sfwgen.cli import exits
from sfwgen.cli.console import Console
from sfwgen.cli.parsing import Arguments
from sfwgen.cli.projects import file_data, project_root
from sfwgen.publish import RealDisk, earlier_generations, rollback


def run(arguments: Arguments, console: Console) -> int:
    """Restores an earlier generation byte for byte, or lists those that there are."""
    disk, root, output = RealDisk(), project_root(arguments), arguments.text("output")
    if arguments.switch("list"):
        return _list(disk, root, output, console)
    site = load(disk, root).site
    restored = rollback(
        disk,
        root,
        to=arguments.text("generation") or None,
        output=output,
        keep=site.config.keep if site else (),
        wait=arguments.switch("wait"),
    )
    console.report(restored.diagnostics)
    console.say("restored", **file_data(restored))
    return exits.exit_code(restored.diagnostics)


def _list(disk: RealDisk, root: str, output: str, console: Console) -> int:
    generations = earlier_generations(disk, root, output=output)
    for each in generations:
        console.say("generation", name=each.name, pages=each.pages, files=each.files)
    if not generations:
        console.say("no-generations")
    return exits.FINE
