"""A project in a folder, and the command line as its staff would use it there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sfwgen.cli import main
from tests.build.projects import small_project


@dataclass(frozen=True, slots=True)
class Run:
    """What a command printed and its exit code."""

    code: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """The last line of the results."""
        return self.out.splitlines()[-1]

    @property
    def both(self) -> str:
        """Everything that was printed."""
        return self.out + self.err


Command = Callable[..., Run]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project without faults, in which commands are given."""
    root = tmp_path / "bulletin"
    for path, text in small_project().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def sfwgen(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs the command line in this process, on a machine that speaks English."""
    for name in ("LC_ALL", "LC_MESSAGES", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    def run(*arguments: str) -> Run:
        capsys.readouterr()
        code = main(arguments)
        printed = capsys.readouterr()
        return Run(code, printed.out, printed.err)

    return run


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
