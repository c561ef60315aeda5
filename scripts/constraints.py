"""Rewrites constraints.txt: the exact version of every package, resolved afresh, without any address.

Run with `make constraints`. It asks pip to resolve the project with all its extras in an empty environment
and writes `name==version` lines, so that two installs of one commit get the same packages.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
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


if __name__ == "__main__":
    (ROOT / "constraints.txt").write_text(render(resolve(ROOT)), encoding="utf-8")
