"""The command line: arguments, printing, exit codes. What a command does stands in `cli.commands`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sfwgen.cli import exits
from sfwgen.cli.language import choose_language, environment, option_value
from sfwgen.cli.parsing import Arguments, RefusedFault, UsageFault, parse_arguments, split_command
from sfwgen.cli.words import say

if TYPE_CHECKING:
    from sfwgen.cli.console import Console


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code. No exception leaves it, and no traceback is printed."""
    from sfwgen.cli.console import make_console

    given = list(sys.argv[1:] if arguments is None else arguments)
    plain = "NO_COLOR" in environment() or environment().get("TERM") == "dumb"
    console = make_console(choose_language(given, environment()), plain=plain)
    try:
        return _run(given, console)
    except UsageFault as fault:
        return _tell_usage(fault, console)
    except KeyboardInterrupt:
        console.warn("interrupted")
        return exits.INTERRUPTED
    except Exception as error:  # Whatever else gets here is a bug: its user is told so in one line.
        return _tell_trouble(error, given, console)


def _run(given: Sequence[str], console: Console) -> int:
    if not given:
        from sfwgen.cli.help import print_help

        console.print_aside(print_help(console.lang, None).rstrip())
        return exits.USAGE
    arguments = parse_arguments(given, console.lang)
    if arguments.switch("version"):
        return _print_version(console)
    if arguments.switch("help") or arguments.command is None:
        return _print_help(arguments, console)
    from importlib import import_module

    run = import_module(f"sfwgen.cli.commands.{arguments.command.module}").run
    code = run(arguments, console)
    assert isinstance(code, int)
    return code


def _print_version(console: Console) -> int:
    from sfwgen import __version__

    console.write(f"sfwgen {__version__}\n")
    return exits.FINE


def _print_help(arguments: Arguments, console: Console) -> int:
    from sfwgen.cli.help import print_help

    console.write(print_help(console.lang, arguments.command))
    return exits.FINE


def _tell_usage(fault: UsageFault, console: Console) -> int:
    from sfwgen.cli.console import shown
    from sfwgen.cli.help import command_name, usage

    see = say(console.lang, "see-help", command=command_name(fault.command))
    about = () if isinstance(fault, RefusedFault) else (usage(console.lang, fault.command), see)
    for line in (shown(fault.text), *about):
        console.print_aside(line)
    return exits.USAGE


def _tell_trouble(error: Exception, given: Sequence[str], console: Console) -> int:
    from sfwgen.cli.bugs import write_bug_report
    from sfwgen.publish import PublishError
    from sfwgen.publish.faults import describe

    project = option_value(given, "--project") or "."
    if isinstance(error, PublishError):
        console.report((error.diagnostic,))
        return exits.exit_code((error.diagnostic,))
    if isinstance(error, OSError) and error.filename is not None:
        diagnostic = describe(error, project)
        console.report((diagnostic,))
        return exits.ENVIRONMENT
    if "--debug" in given:
        import traceback

        console.print_aside("".join(traceback.format_exception(error)).rstrip("\n"))
    report = write_bug_report(error, project, split_command(given)[0] or "")
    kind = type(error).__name__
    if report is None:
        console.warn("bug-unreported", kind=kind)
    else:
        console.warn("bug", kind=kind, report=report)
    return exits.BUG
