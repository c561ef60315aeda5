"""`sfwgen --help` answers at once: no library is loaded before a command needs it."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"jinja2", "markdown", "pydantic", "yaml", "frontmatter", "tornado", "livereload", "nh3"}


def modules_imported_by(*arguments: str) -> set[str]:
    """The top-level packages that a run of sfwgen imports, as the interpreter itself reports them."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "sfwgen", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names = [
        line.rpartition("|")[2].strip()
        for line in done.stderr.splitlines()
        if line.startswith("import time:")
    ]
    return {name.partition(".")[0] for name in names}


def test_help_and_version_load_none_of_the_libraries() -> None:
    for option in ("--help", "--version"):
        imported = modules_imported_by(option)
        assert "sfwgen" in imported or "argparse" in imported
        assert not imported & HEAVY, option
