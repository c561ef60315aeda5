"""The sample pages, once as texts and once as files, and one browser for all tests of a run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.render.pages import packaged_theme, render_pages, write_pages


@pytest.fixture(scope="session")
def texts() -> Mapping[tuple[str, str], str]:
    """Every sample page's HTML by language and name."""
    return render_pages(packaged_theme())


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], Path]:
    """Every sample page's file by language and name, with the static files beside them."""
    return write_pages(tmp_path_factory.mktemp("site"))
