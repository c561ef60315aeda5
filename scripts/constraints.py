"""Rewrites constraints.txt and what is in locked/: the exact versions of all packages, without any address.

Run with `make constraints`. pip resolves the project with all its extras in an empty environment, and
`name==version` lines are written; then uv, in an environment made for it, adds the digests of every file of
these versions, for all systems. An install from locked/ gets those bytes or none.

    python scripts/constraints.py --locked      adds the digests to the versions as they are
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = "hatchling\neditables\n"
"""What puts the package itself into an environment, as one that can be edited."""
LOCKS = {
    "site": (("images",), BUILD),
    "dev": (("dev",), BUILD),
    "full": (("images", "excel", "pdf", "translate", "word", "publish"), ""),
}
"""What stands in locked/: the extras that a file is for, and what it holds besides."""
LOCK_HEADER = (
    "# Every package of an install, with the digests of its files; rewritten by `make constraints`.\n"
)
HEADER = "# Exact versions for an install of sfwgen with its extras; rewritten by `make constraints`.\n"


def resolve(root: Path) -> dict[str, str]:
    """The version that pip chooses for each package of the project, by normalised name."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
    done = subprocess.run(
        [*command, "--report", "-", "--editable", ".[dev]"], cwd=root, check=True, stdout=subprocess.PIPE
    )
    packages = [item["metadata"] for item in json.loads(done.stdout)["install"]]
    return {normalise(package["name"]): package["version"] for package in packages}


def normalise(name: str) -> str:
    """The name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def render(version_by_name: dict[str, str]) -> str:
    """The text of constraints.txt, sorted; the project itself is left out."""
    lines = [f"{name}=={version}\n" for name, version in sorted(version_by_name.items()) if name != "sfwgen"]
    return HEADER + "".join(lines)


def lock(root: Path, uv: str, extras: tuple[str, ...], more: str) -> str:
    """The text of a file of locked/: what these extras take, and some more packages, with digests."""
    command = [uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-annotate"]
    command += [
        "--no-header",
        "--no-emit-index-url",
        "--constraints",
        "constraints.txt",
        "pyproject.toml",
        "-",
    ]
    options = [word for extra in extras for word in ("--extra", extra)]
    done = subprocess.run(
        [*command, *options], cwd=root, check=True, stdout=subprocess.PIPE, text=True, input=more
    )
    return LOCK_HEADER + done.stdout


def write_locks(root: Path) -> None:
    """Writes every file of locked/."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        subprocess.run([f"{folder}/bin/python", "-m", "pip", "install", "--quiet", "uv"], check=True)
        for name, (extras, more) in LOCKS.items():
            text = lock(root, f"{folder}/bin/uv", extras, more)
            (root / "locked" / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--locked"]:
        (ROOT / "constraints.txt").write_text(render(resolve(ROOT)), encoding="utf-8")
    write_locks(ROOT)
