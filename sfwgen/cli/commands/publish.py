"""`sfwgen publish`: the finished site taken to where readers find it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sfwgen.cli import exits
from sfwgen.cli.commands.publish_words import tell
from sfwgen.cli.console import Console
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.cli.projects import project_root
from sfwgen.publish import Finished, RealDisk, read_finished
from sfwgen.transfer.planning import Transfer
from sfwgen.transfer.stores import StoreError
from sfwgen.transfer.targets import Target, UnknownTarget, open_store, parse_target
from sfwgen.transfer.transferring import Choices, Refused, transfer


class _Changed(Exception):
    """A file is not the one that was published."""


def run(arguments: Arguments, console: Console) -> int:
    """Sends what has changed, removes what is gone; says what was done, or would be."""
    target = _read_target(arguments, console.lang)
    root = project_root(arguments)
    site = read_finished(RealDisk(), root, output=arguments.text("output"), wait=arguments.switch("wait"))
    say = partial(tell, console.lang)
    if site is None:
        console.print_aside(say("no-site"))
        return exits.CONTENT
    try:
        done = _transfer(target, Path(root), site, _choices(arguments))
    except ModuleNotFoundError as missing:
        console.print_aside(say("no-library", library=missing.name, extra=target.extra))
        return exits.ENVIRONMENT
    except Refused as refused:
        console.print_aside(say(refused.why, **refused.words))
        return exits.CONTENT
    except _Changed as changed:
        console.print_aside(say("changed", file=changed))
        return exits.BUSY
    except StoreError as error:
        console.print_aside(say("store", why=error))
        return exits.ENVIRONMENT
    _report(done, arguments, console)
    return exits.FINE


def _read_target(arguments: Arguments, lang: str) -> Target:
    try:
        return parse_target(arguments.text("target"))
    except UnknownTarget as unknown:
        raise RefusedFault(tell(lang, unknown.why, target=arguments.text("target"))) from unknown


def _choices(arguments: Arguments) -> Choices:
    return Choices(
        dry_run=arguments.switch("dry_run"),
        adopt=arguments.switch("adopt"),
        anew=arguments.switch("anew"),
        allow_shrink=arguments.switch("allow_shrink"),
        packed=arguments.switch("gzip"),
    )


def _transfer(target: Target, project: Path, site: Finished, choices: Choices) -> Transfer:
    def read(path: str) -> bytes:
        data = site.read(path)
        if data is None:
            raise _Changed(path)
        return data

    store = open_store(target, project)
    try:
        return transfer(store, site.files, read, choices)
    finally:
        store.close()


def _report(done: Transfer, arguments: Arguments, console: Console) -> None:
    counts = {"sent": len(done.sent), "removed": len(done.removed), "unchanged": done.unchanged}
    if done.is_nothing:
        console.write(tell(console.lang, "nothing", **counts) + "\n")
        return
    if not arguments.switch("dry_run"):
        console.write(tell(console.lang, "done", **counts) + "\n")
        return
    for key, paths in (("send", done.sent), ("remove", done.removed)):
        for path in paths:
            console.write(tell(console.lang, key, path=path) + "\n")
    console.write(tell(console.lang, "would", **counts) + "\n")
