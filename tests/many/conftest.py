"""The site of three hundred stories, built once for a whole run, whichever process is the first to need it."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from sfwgen.build import build
from sfwgen.publish import RealDisk
from tests.many.stories import many_files
from tests.site.reading import BuiltSite, make_site
from tests.support.trees import files, put

URL = "https://made-up.example/"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the built site."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "many"
    shared.mkdir(exist_ok=True)
    project, done = shared / "project", shared / "done"
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            put(project, many_files())
            built = build(RealDisk(), str(project))
            assert built.published is not None, built.diagnostics
            done.touch()
    return project / "site"


@pytest.fixture(scope="session")
def site(folder: Path) -> BuiltSite:
    """The built site, read."""
    return make_site(URL, files(folder) or {})
