"""A bug in sfwgen: a report for its maintainers that names no folder of the machine and holds no content."""

from __future__ import annotations

import hashlib
import platform
import sys
import traceback
from pathlib import Path

from sfwgen import __version__

STATE = ".sfwgen"


def write_bug_report(error: BaseException, project: str, command: str) -> str | None:
    """Writes the report into the project's state folder; returns its path, or None if it cannot be written.

    The same bug makes the same report.
    """
    text = make_bug_report(error, command)
    name = f"bug-{hashlib.sha256(text.encode()).hexdigest()[:8]}.txt"
    folder = Path(project, STATE)
    try:
        if not Path(project, "config.yaml").is_file() or folder.is_symlink():
            return None
        folder.mkdir(exist_ok=True)
        Path(folder, name).write_text(text, encoding="utf-8")
    except OSError:
        return None
    return f"{STATE}/{name}"


def make_bug_report(error: BaseException, command: str) -> str:
    """Returns what is needed to find a bug: the versions, the command and where in the code it happened.

    Values are left out, as they may hold content: of the message of the exception only its kind is told.
    """
    frames = [
        f"  {_module_path(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    lines = [
        f"sfwgen {__version__}",
        f"Python {platform.python_version()}, {sys.platform}",
        f"command: {command if command.isalpha() else ''}",
        f"exception: {type(error).__module__}.{type(error).__qualname__}",
        *frames,
    ]
    return "".join(f"{line}\n" for line in lines)


def _module_path(filename: str) -> str:
    """A file of code from its package on, without the folders of the machine above it."""
    parts = Path(filename).parts
    for top in ("site-packages", "sfwgen"):
        if top in parts:
            at = len(parts) - 1 - parts[::-1].index(top)
            return "/".join(parts[at + (top == "site-packages") :])
    return parts[-1] if parts else filename
