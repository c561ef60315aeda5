"""The wheel works alone: whoever has only `pip install sfwgen` can start a project and build it."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

from sfwgen.cli import main
from tests.packaging.conftest import ROOT, Installed
from tests.support.trees import files


def tracked(*paths: str) -> set[str]:
    """The files of the repository below the paths but those that are no part of a project to start from.

    Hidden ones belong to git and editors, the font of share pictures to the repository's own site.
    """
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *paths], cwd=ROOT, capture_output=True, check=True
    )
    names = listed.stdout.decode().split("\0")
    return {name for name in names if name and not Path(name).name.startswith((".", "share-font."))}


def test_a_new_project_can_be_started_and_built_from_the_wheel_alone(
    installed: Installed, tmp_path: Path
) -> None:
    installed.run("sfwgen", "init", "demo", cwd=tmp_path)
    installed.run("sfwgen", "build", cwd=tmp_path / "demo")
    site = tmp_path / "demo" / "site"
    assert '<html lang="zh' in (site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en' in (site / "en" / "index.html").read_text(encoding="utf-8")


def test_the_wheel_makes_the_same_project_and_the_same_site_as_the_repository(
    installed: Installed, tmp_path: Path
) -> None:
    (tmp_path / "wheel").mkdir()
    installed.run("sfwgen", "init", "demo", cwd=tmp_path / "wheel")
    installed.run("sfwgen", "build", cwd=tmp_path / "wheel" / "demo")
    here = tmp_path / "repository" / "demo"
    here.parent.mkdir()
    for arguments in (["init", str(here)], ["build", "--project", str(here)]):
        assert main(arguments) == 0
    for folder in ("site", "content"):
        assert files(tmp_path / "wheel" / "demo" / folder) == files(here / folder)
    assert len(files(here / "site") or {}) > 90


def test_only_what_the_wheel_requires_is_installed_with_it(installed: Installed, tmp_path: Path) -> None:
    absent = ("pytest", "PIL", "hypothesis", "playwright")
    probe = f"from importlib.util import find_spec; print([name for name in {absent} if find_spec(name)])"
    assert installed.run("python", "-c", probe, cwd=tmp_path).stdout.strip() == "[]"


def test_the_installed_package_is_the_wheel_and_not_the_repository(
    installed: Installed, tmp_path: Path
) -> None:
    done = installed.run("python", "-c", "import sfwgen; print(sfwgen.__file__)", cwd=tmp_path)
    assert Path(done.stdout.strip()).is_relative_to(installed.home)


def test_the_wheel_carries_theme_and_example_as_they_are_in_the_repository(wheel: Path) -> None:
    prefix = "sfwgen/_starter/"
    with zipfile.ZipFile(wheel) as archive:
        packed = {name.removeprefix(prefix) for name in archive.namelist() if name.startswith(prefix)}
        assert packed == tracked("templates", "content", "config.yaml")
        for name in packed:
            assert archive.read(prefix + name) == (ROOT / name).read_bytes(), name


def test_the_wheel_carries_its_types_and_both_licences_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "sfwgen/py.typed" in names
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "LICENSE-content"}
    assert not [name for name in names if name.startswith(("tests/", "site/", "docs/"))]
