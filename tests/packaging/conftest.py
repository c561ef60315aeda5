"""The wheel, built once from the repository, and an environment in which nothing but the wheel is sfwgen."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from email import message_from_string
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

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


def lend_dependencies(wheel: Path, folder: Path) -> None:
    """Links all that the wheel requires, and what that requires, from this environment into another one.

    Without the network this is as near as can be to installing them: one that the wheel forgets is not there.
    """
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        required = message_from_string(archive.read(name).decode()).get_all("Requires-Dist", [])
    lent: set[str] = set()
    waiting = [Requirement(line) for line in required]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in lent or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        lent.add(name)
        found = distribution(name)
        waiting += [Requirement(line) for line in found.requires or ()]
        for top in {file.parts[0] for file in found.files or ()} - {"..", "__pycache__"}:
            (folder / top).symlink_to(str(found.locate_file(top)))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment of its own, with the dependencies that it names and nothing else."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home / "venv", with_pip=False)
    binaries = home / "venv" / "bin"
    site_packages = sysconfig.get_path("purelib", vars={"base": str(home / "venv")})
    lend_dependencies(wheel, Path(site_packages))
    _run_module(
        "pip", "--python", binaries / "python", "install", "--quiet", "--no-deps", "--no-index", wheel
    )
    return Installed(wheel, binaries, home)
