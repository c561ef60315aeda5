"""`sfwgen serve`: the preview."""

from __future__ import annotations

import sys
import threading
import webbrowser

from sfwgen.build import Checked
from sfwgen.cli import exits
from sfwgen.cli.bugs import write_bug_report
from sfwgen.cli.console import Console
from sfwgen.cli.language import environment
from sfwgen.cli.parsing import Arguments
from sfwgen.cli.projects import count_words, project_root
from sfwgen.cli.words import say
from sfwgen.diagnostics import Diagnostic
from sfwgen.publish import RealDisk
from sfwgen.serve import PortFault, serve


def run(arguments: Arguments, console: Console) -> int:
    """Serves the preview until Ctrl-C."""
    root = project_root(arguments)
    reported: list[Diagnostic] = []

    def ready(address: str) -> None:
        console.say("serve-ready", address=address)
        if arguments.switch("open") or (_is_watched(console) and not arguments.switch("no_open")):
            # A browser that starts may take its time; pages are served meanwhile.
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    def told(checked: Checked) -> None:
        if [*checked.diagnostics] != reported:
            console.report(checked.diagnostics)
            reported[:] = checked.diagnostics
        key = "serve-failed" if checked.fails() else "serve-updated"
        console.say(key, **count_words(console.lang, checked.counts))

    def failed(error: Exception) -> str:
        text = _bug(error, root, console.lang)
        console.write(f"{text}\n")
        return text

    port = int(arguments.text("port"))
    try:
        serve(RealDisk(), root, port=port, lang=console.lang, ready=ready, told=told, failed=failed)
    except PortFault as fault:
        key = "port-busy" if fault.busy else "port-forbidden"
        console.warn(key, port=port, cause=fault.cause, other=port + 1 if 1024 <= port < 65535 else 8001)
        return exits.ENVIRONMENT
    except KeyboardInterrupt:
        console.warn("serve-stopped")
    return exits.FINE


def _is_watched(console: Console) -> bool:
    """Whether a person sits before the terminal, with a screen on which a browser can open."""
    has_screen = sys.platform != "linux" or any(map(environment().get, ("DISPLAY", "WAYLAND_DISPLAY")))
    return console.can_ask() and has_screen


def _bug(error: Exception, root: str, lang: str) -> str:
    kind, report = type(error).__name__, write_bug_report(error, root, "serve")
    return say(lang, "bug", kind=kind, report=report) if report else say(lang, "bug-unreported", kind=kind)
