"""The wheel, built once from the repository, and an environment in which nothing but the wheel is sfwgen."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment with the wheel installed, outside the repository."""

    wheel: Path
    bin: Path
    home: Path

    def run(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Runs a program of the environment and returns what it printed; it must succeed."""
        program, *arguments = command
        done = subprocess.run(
            [self.bin / program, *arguments],
            cwd=cwd,
            env={"PATH": str(self.bin), "HOME": str(self.home), "LC_ALL": "C.UTF-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        return done


def _run_module(*arguments: str | Path) -> None:
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be published, built without the network."""
    folder = tmp_path_factory.mktemp("dist")
    _run_module("build", "--no-isolation", "--wheel", "--outdir", folder, ".")
    (found,) = folder.glob("sfwgen-*.whl")
    return found


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own; its dependencies are borrowed from this one."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home / "venv", with_pip=False)
    binaries = home / "venv" / "bin"
    site_packages = sysconfig.get_path("purelib", vars={"base": str(home / "venv")})
    # A path in a .pth file is searched, but .pth files in it are not read: the editable sfwgen stays out.
    Path(site_packages, "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    _run_module(
        "pip", "--python", binaries / "python", "install", "--quiet", "--no-deps", "--no-index", wheel
    )
    return Installed(wheel, binaries, home)
