"""Texts that may take long are converted in a process of their own, which is ended when they do.

The converter's time grows with the square of some shapes, and not all of them can be told beforehand. A text
with few marks is quick whatever it says: only the others, which are rare, cost a process.
"""

from __future__ import annotations

import json
import subprocess
import sys

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import Body
from sfwgen.values import thaw

MAX_SECONDS = 6
MAX_LENGTH = 100_000
"""Longer texts are heavy, in characters: several times the length of the longest bulletin."""
MAX_MARKS = 4_000
"""Texts with more characters that may be markup are heavy; fewer take two seconds at the very worst."""

_MARKS = dict.fromkeys(map(ord, "[](){}<>*_`&\\!^~\"'|#=:+-"))
_START = "import sys; sys.path[:] = sys.argv[1:]; from sfwgen.content.markdown.worker import main; main()"

Result = tuple[Body, tuple[Diagnostic, ...]]


def is_heavy(source: str) -> bool:
    """Returns whether a text is so long, or so full of marks, that its conversion has to be watched."""
    if len(source) <= MAX_MARKS:
        return False
    return len(source) > MAX_LENGTH or len(source) - len(source.translate(_MARKS)) > MAX_MARKS


def parse_heavy(
    source: str, *, file: str, line: int, folder: str, seconds: float = MAX_SECONDS
) -> Result | None:
    """Returns what `parse_body` does, worked out in another process; an error after so many seconds.

    None where no other process can be started.
    """
    request = json.dumps([source, file, line, folder]).encode()
    try:
        done = subprocess.run(
            _command(),
            input=request,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        slow = fault("markdown-too-slow", Location(file, line, 1), seconds=f"{seconds:g}")
        return Body((), (), source, file, line), (slow,)
    except OSError:
        return None
    if done.returncode or not done.stdout:
        complex_ = fault("markdown-too-complex", Location(file, line, 1))
        return Body((), (), source, file, line), (complex_,)
    return _read(done.stdout)


def _command() -> list[str]:
    # Isolated, so that neither the environment nor the folder decides what is imported; found where we were.
    return [sys.executable, "-I", "-c", _START, *sys.path]


def _read(data: bytes) -> Result:
    result = thaw(data)
    assert isinstance(result, tuple)
    body, faults = result
    assert isinstance(body, Body)
    return body, faults
