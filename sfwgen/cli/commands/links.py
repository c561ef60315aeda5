"""`sfwgen links`: whether the addresses outside the site that its pages link to still answer."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from sfwgen.build import load
from sfwgen.cli import exits
from sfwgen.cli.commands.links_words import tell
from sfwgen.cli.console import Console
from sfwgen.cli.parsing import Arguments
from sfwgen.cli.probing import Answer, outside_links, probe
from sfwgen.cli.projects import project_root
from sfwgen.publish import RealDisk


def run(arguments: Arguments, console: Console) -> int:
    """Tries every outside link of the finished site and lists the dead ones.

    They are no fault of the site's: without `--strict` the exit code is 0, so that nothing waits for them.
    """
    root = project_root(arguments)
    folder = Path(root) / arguments.text("output")
    pages = {
        page.relative_to(folder).as_posix(): page.read_text(encoding="utf-8", errors="replace")
        for page in sorted(folder.rglob("*.html"))
    }
    if not pages:
        console.print_aside(tell(console.lang, "no-site"))
        return exits.CONTENT
    site = load(RealDisk(), root).site
    answers = probe(outside_links(pages, site.config.url if site else ""))
    if arguments.text("format") == "json":
        console.write(_as_json(answers))
    else:
        _print(answers, console)
    failed = arguments.switch("strict") and any(each.dead for each in answers)
    return exits.CONTENT if failed else exits.FINE


def _as_json(answers: list[Answer]) -> str:
    told = [
        {"address": each.address, "state": _state(each), "why": each.why, "pages": list(each.pages)}
        for each in answers
    ]
    return json.dumps({"links": told}, ensure_ascii=False, indent=2) + "\n"


def _print(answers: list[Answer], console: Console) -> None:
    say = partial(tell, console.lang)
    for each in answers:
        if each.dead or each.shut:
            where = say("separator").join(each.pages)
            console.write(say(_state(each), address=each.address, why=each.why, pages=where) + "\n")
    counts = {state: sum(_state(each) == state for each in answers) for state in ("dead", "shut")}
    console.write(say("counts", n=len(answers), **counts) + "\n")


def _state(answer: Answer) -> str:
    if answer.dead:
        return "dead"
    return "shut" if answer.shut else "fine"
