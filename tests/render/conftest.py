"""The sample pages, once as texts and once as files, and one browser for all tests of a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.render.pages import open_browser, packaged_theme, render_pages, write_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def texts() -> Mapping[tuple[str, str], str]:
    """Every sample page's HTML by language and name."""
    return render_pages(packaged_theme())


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], Path]:
    """Every sample page's file by language and name, with the static files beside them."""
    return write_pages(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened
