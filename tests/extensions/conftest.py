"""The example packages, installed once; tests that use them begin with nothing remembered of any others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extensions.installing import install, installed


@pytest.fixture(scope="module")
def plain_words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The package sfwgen-plain-words is installed."""
    target = tmp_path_factory.mktemp("plain-words")
    install("sfwgen-plain-words", target)
    with installed(target):
        yield target


@pytest.fixture(scope="module")
def traditional(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The package sfwgen-hant is installed."""
    target = tmp_path_factory.mktemp("hant")
    install("sfwgen-hant", target)
    with installed(target):
        yield target
