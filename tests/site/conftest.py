"""The example's site, built once with the library, and a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from sfwgen.build import build
from sfwgen.publish import RealDisk
from sfwgen.resources import starter_files
from tests.site.reading import BuiltSite, make_site
from tests.support.trees import files, put

URL = "https://sfw.yongkang.example/"
"""The address in the example's config.yaml."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    project = tmp_path_factory.mktemp("built") / "bulletin"
    put(project, starter_files())
    built = build(RealDisk(), str(project))
    assert built.published is not None, built.diagnostics
    assert built.diagnostics == ()
    return project / "site"


@pytest.fixture(scope="session")
def site(folder: Path) -> BuiltSite:
    """The built site, read."""
    return make_site(URL, files(folder) or {})
