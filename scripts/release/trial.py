"""A release tried as it will be used: the wheel in clean environments, with old and new dependencies."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.release.building import Failed

EXTRAS = ("images", "excel", "pdf", "translate", "word", "publish", "cluster")
LOWEST, HIGHEST = "oldest", "newest"
TESTERS = (
    "pytest>=8.3",
    "pytest-cov>=6.1",
    "pytest-xdist>=3.6",
    "hypothesis>=6.130",
    "jsonschema>=4.23",
    "moto[s3,server]>=5.1",
)
TESTS = (
    "tests/test_cases.py",
    "tests/test_dates.py",
    "tests/test_images.py",
    "tests/content",
    "tests/counters",
    "tests/figures",
    "tests/registers",
    "tests/translations",
    "tests/word",
    "tests/export/test_command.py",
    "tests/export/test_pdf.py",
    "tests/transfer/test_planning.py",
    "tests/transfer/test_publish.py",
)
"""The tests that meet each dependency; what takes a browser or the repository is left to `make test`."""
_PASSED = re.compile(r"(\d+) passed")


@dataclass(frozen=True, slots=True)
class Environment:
    """A clean environment: the version of its Python, which dependencies it has, where it is."""

    python: str
    dependencies: str
    folder: Path

    @property
    def interpreter(self) -> Path:
        """Its Python."""
        return self.folder / "bin" / "python"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a trial went: the tests passed, a digest of the site that was built, the versions installed."""

    passed: int
    site: str
    installed: tuple[str, ...]


def make_environment(
    work: Path, python: tuple[str, str, str], dependencies: str, wheel: Path, sources: Path
) -> Environment:
    """An environment with the wheel, its extras and what tests need, with old or new dependencies."""
    version, full, interpreter = python
    made = Environment(full, dependencies, work / f"python-{full}-{dependencies}")
    _uv("venv", "--python", interpreter, made.folder)
    pins = work / f"{full}-{dependencies}.txt"
    resolution = "lowest-direct" if dependencies == LOWEST else "highest"
    # Named in pyproject.toml they are direct ones; as those of a wheel they would not be.
    wanted = [word for extra in EXTRAS for word in ("--extra", extra)]
    chosen = ("--python-version", version, "--resolution", resolution, "--only-binary", ":all:")
    _uv("pip", "compile", "--output-file", pins, *chosen, *wanted, sources / "pyproject.toml")
    into = ("pip", "install", "--python", made.interpreter, "--only-binary", ":all:")
    _uv(*into, "--requirement", pins)
    _uv(*into, "--no-deps", wheel)
    _uv(*into, "--constraints", pins, *TESTERS)
    return made


def _uv(*arguments: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "uv", "--quiet", "--no-config", *arguments],
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise Failed(f"uv {arguments[0]} {arguments[1]}: {done.stderr.strip()}")


def try_out(environment: Environment, work: Path, sources: Path) -> Outcome:
    """Uses the wheel as its users do, and runs the tests of what rests on its dependencies."""
    place = work / f"trial-{environment.folder.name}"
    place.mkdir()
    run = Runner(environment, place)
    run("sfwgen", "--version")
    project = place / "project"
    for name in ("config.yaml", "content", "templates"):
        _copy(sources / name, project / name)
    run("sfwgen", "check", "--project", project)
    run("sfwgen", "build", "--project", project)
    run("sfwgen", "figures", "find", sources / "README.zh-CN.md")
    run("sfwgen", "init", place / "demo")
    titles = ("--title-zh", "老街翻修", "--title-en", "An old street")
    run("sfwgen", "new", "story", "old-street", "--project", place / "demo", *titles)
    run("sfwgen", "build", "--project", place / "demo")
    passed = _test(run, place / "tests", sources)
    installed = run(sys.executable, "-m", "uv", "pip", "freeze", "--python", environment.interpreter)
    return Outcome(passed, tree_digest(project / "site"), tuple(_packages(installed)))


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs programs of an environment, away from the repository and from the settings of whoever releases."""

    environment: Environment
    place: Path

    def __call__(self, *command: str | Path, cwd: Path | None = None) -> str:
        """What a program prints; it has to succeed."""
        folder = self.environment.folder / "bin"
        path = os.pathsep.join((str(folder), os.environ["PATH"]))
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        done = subprocess.run(
            command,
            cwd=cwd or self.place,
            env=kept | {"PATH": path, "HOME": str(self.place), "LC_ALL": "C.UTF-8"},
            capture_output=True,
            encoding="utf-8",
        )
        if done.returncode:
            told = (done.stdout + done.stderr)[-4000:]
            raise Failed(f"{' '.join(map(str, command))} ends with {done.returncode}:\n{told}")
        return done.stdout


def _test(run: Runner, place: Path, sources: Path) -> int:
    """How many tests passed; they meet the wheel, since no other sfwgen is there."""
    shutil.copytree(sources, place, ignore=shutil.ignore_patterns("sfwgen"))
    where = "import sfwgen; print(sfwgen.__file__)"
    if not Path(run("python", "-c", where, cwd=place).strip()).is_relative_to(run.environment.folder):
        raise Failed("the tests would not meet the wheel")
    command = ("python", "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", "-p", "no:cacheprovider")
    told = run(*command, *TESTS, cwd=place)
    found = _PASSED.search(told)
    return int(found[1]) if found else 0


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    if source.is_dir():
        # The font of share pictures asks for Pillow, which not every environment has.
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("share-font.*"))
    else:
        shutil.copyfile(source, target)


def _packages(frozen: str) -> Iterator[str]:
    """Names and versions, without the place of the wheel."""
    return (line for line in frozen.splitlines() if re.fullmatch(r"[\w.-]+==\S+", line))


def tree_digest(folder: Path) -> str:
    """One SHA-256 of the names and bytes of all files in a folder."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()
