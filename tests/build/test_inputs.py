"""What a build reads: every file that it opens, as the system saw it, counts among its recorded inputs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sfwgen.build.recording import read_record
from sfwgen.publish import RealDisk
from sfwgen.resources import theme_files
from tests.build.projects import STORY, small_project
from tests.support import strace

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "sfwgen"
SYSTEM = ("/etc/", "/usr/lib", "/lib", "/proc/", "/sys/", "/dev/", "/usr/share/zoneinfo/Etc/UTC")
"""What the loader and the C library read as any program starts."""
OWN = (".sfwgen", "site", "site.next", "site.prev")
"""What builds themselves leave in a project: it may be lost, and changes nothing."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "bulletin"
    files = small_project() | {
        "templates/page.html": (REPOSITORY / "templates" / "page.html").read_text(encoding="utf-8"),
        "templates/strings/en.yaml": "nav_home: Start\n",
        "notes.txt": "Not part of the site.\n",
        "content/stories/feifeng-road/~$index.zh.md": "Left behind by an editor.\n",
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def read_by_a_build(project: Path, log: Path) -> set[Path]:
    command = [sys.executable, "-m", "sfwgen", "build", "--explain", "--project", str(project)]
    return {path for path in map(Path, strace.opened(command, log)) if not path.is_dir()}


def recorded(project: Path) -> set[str]:
    record = read_record(RealDisk(), str(project))
    assert record is not None
    return set(record.sources)


def belongs_to_the_engine(path: Path) -> bool:
    """Whether the digest of the engine covers a file: sfwgen, its theme, a library, or Python itself."""
    if path.is_relative_to(PACKAGE):
        return path.suffix in {".py", ".pyc", ".json", ".yaml", ".typ"}
    if path.is_relative_to(REPOSITORY / "templates"):
        return path.relative_to(REPOSITORY / "templates").as_posix() in theme_files()
    return any(path.is_relative_to(Path(place).resolve()) for place in (sys.prefix, sys.base_prefix))


def test_every_file_that_a_build_reads_is_among_its_inputs(project: Path, tmp_path: Path) -> None:
    for edit in ("", "\n\n又看了一次。"):
        with (project / STORY).open("a", encoding="utf-8") as file:
            file.write(edit)
        seen = read_by_a_build(project, tmp_path / "log")
        inside = {path.relative_to(project) for path in seen if path.is_relative_to(project)}
        read = {path.as_posix() for path in inside if path.parts[0] not in OWN}
        assert read == recorded(project)
        assert "content/stories/feifeng-road/index.zh.md" in read
        assert "templates/page.html" in read
        others = {path for path in seen if not path.is_relative_to(project)}
        stray = {path for path in others if not belongs_to_the_engine(path)}
        assert [path for path in stray if not str(path).startswith(SYSTEM)] == []
