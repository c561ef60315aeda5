"""Theme and example are found wherever sfwgen runs from, and are the same files."""

from __future__ import annotations

import json
from pathlib import Path

from sfwgen.resources import starter_files, theme_files
from tests.packaging.conftest import ROOT, Installed

LISTING = """
import hashlib, json
from sfwgen.resources import starter_files, theme_files
digest = lambda files: [[path, hashlib.sha256(data).hexdigest()] for path, data in files.items()]
print(json.dumps([digest(starter_files()), digest(theme_files())]))
"""


def test_in_a_checkout_the_example_is_the_repository_s_own_content() -> None:
    files = starter_files()
    assert files["config.yaml"] == (ROOT / "config.yaml").read_bytes()
    assert {path.split("/")[0] for path in files} == {"config.yaml", "content"}
    assert all((ROOT / path).read_bytes() == data for path, data in files.items())


def test_theme_files_are_named_relative_to_the_templates_folder() -> None:
    files = theme_files()
    assert files["base.html"] == (ROOT / "templates" / "base.html").read_bytes()
    assert "static/style.css" in files


def test_files_come_sorted_by_path_and_without_hidden_ones() -> None:
    for files in (starter_files(), theme_files()):
        assert list(files) == sorted(files)
        assert not [path for path in files if any(part.startswith(".") for part in path.split("/"))]


def test_an_installed_wheel_gives_the_same_files_as_a_checkout(installed: Installed, tmp_path: Path) -> None:
    packaged = installed.run("python", "-c", LISTING, cwd=tmp_path).stdout
    checkout = installed.run(
        "python", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{LISTING}", cwd=tmp_path
    )
    assert json.loads(packaged) == json.loads(checkout.stdout)
