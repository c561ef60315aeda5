"""Machines that differ in all that must not matter, and programs run on them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STRANGE = Path(__file__).parent / "strange"


@dataclass(frozen=True, slots=True)
class Machine:
    """What may differ from one machine to another."""

    seed: str = "0"
    zone: str = "UTC"
    locale: str = "C.UTF-8"
    umask: int = 0o022
    folder: str = "bulletin"
    clock: str = ""
    """Seconds; the machine's own clock if empty."""
    order: str = ""
    """By which number folders are shuffled; not at all if empty."""
    processors: str = ""
    """How many it seems to have; its own number if empty."""
    user: int | None = None
    """The number of the user who builds; oneself if None."""

    def run(self, *arguments: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
        """Runs Python on this machine; `more` is added to the environment, of which nothing else is kept."""
        environment = {
            "PATH": os.defpath,
            "PYTHONPATH": f"{STRANGE}{os.pathsep}{ROOT}",
            "PYTHONHASHSEED": self.seed,
            "TZ": self.zone,
            "LC_ALL": self.locale,
            "STRANGE_CLOCK": self.clock,
            "STRANGE_ORDER": self.order,
            "STRANGE_PROCESSORS": self.processors,
            **more,
        }
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=cwd,
            env=environment,
            umask=self.umask,
            user=self.user,
            capture_output=True,
            check=False,
        )
