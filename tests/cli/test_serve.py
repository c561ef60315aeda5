"""When the preview opens in the browser by itself."""

from __future__ import annotations

import threading
import webbrowser
from pathlib import Path

import pytest

from sfwgen.cli.commands import serve as command
from sfwgen.cli.console import Console
from tests.cli.conftest import Command

ADDRESS = "http://127.0.0.1:8000/"


@pytest.mark.parametrize(
    ("terminal", "screen", "options", "opens"),
    [
        (True, True, (), True),
        (True, True, ("--no-open",), False),
        (True, False, (), False),
        (False, True, (), False),
        (False, False, ("--open",), True),
    ],
)
def test_the_preview_opens_in_the_browser_for_whoever_sits_before_it(
    project: Path,
    sfwgen: Command,
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,
    screen: bool,
    options: tuple[str, ...],
    opens: bool,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr(command, "serve", lambda *_, ready, **__: ready(ADDRESS))
    monkeypatch.setattr(Console, "can_ask", lambda _: terminal)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if screen:
        monkeypatch.setenv("DISPLAY", ":0")
    others = set(threading.enumerate())
    assert sfwgen("serve", *options).code == 0
    for thread in set(threading.enumerate()) - others:
        thread.join(5)
    assert opened == ([ADDRESS] if opens else [])
