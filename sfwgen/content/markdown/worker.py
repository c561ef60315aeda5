"""The other process for texts that may take long: one text in, one result out, within its limits."""

from __future__ import annotations

import json
import sys
from contextlib import suppress

from sfwgen.content.markdown.heavy import MAX_SECONDS
from sfwgen.values import freeze

MAX_MEMORY = 400 << 20
"""Bytes of address space. A text of the greatest length takes a third of it."""


def main() -> None:
    """Reads a request of `parse_heavy` from standard input and writes the result to standard output."""
    _limit()
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))


def answer(request: bytes) -> bytes:
    """Returns what `parse_body` gives for a request, as bytes."""
    from sfwgen.content.markdown.body import parse_body

    source, file, line, folder = json.loads(request)
    return freeze(parse_body(source, file=file, line=line, folder=folder))


def _limit() -> None:
    """Ends this process of itself where memory or time run out, even if nobody waits for it any more."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS + 2, MAX_SECONDS + 2))
