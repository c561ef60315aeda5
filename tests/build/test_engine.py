"""What earlier builds worked out counts for the same program only, to the last letter of its modules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version

import pytest

from sfwgen.build import build
from sfwgen.build.engine import engine_digest, engine_parts
from sfwgen.build.memory import read_memory
from sfwgen.resources import theme_files
from tests.build.projects import ROOT, disk_with, small_project


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    """The engine is looked at once in a process; here it changes meanwhile."""
    yield
    engine_parts.cache_clear()
    engine_digest.cache_clear()


def changed_theme() -> Mapping[str, bytes]:
    return {**theme_files(), "story.html": theme_files()["story.html"] + b"\n"}


def test_sfwgen_itself_counts_by_its_modules_though_it_is_installed_as_a_library() -> None:
    assert version("sfwgen")
    assert re.fullmatch("[0-9a-f]{64}", engine_parts()["sfwgen"])
    assert engine_parts()["jinja2"] == version("jinja2")


def test_another_theme_or_module_is_another_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    digests = {engine_digest()}
    for name, change in (
        ("theme_files", changed_theme),
        ("_modules", lambda _folder, _path: iter([("sfwgen/a.py", b"")])),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(f"sfwgen.build.engine.{name}", change)
            engine_parts.cache_clear()
            engine_digest.cache_clear()
            digests.add(engine_digest())
    assert len(digests) == 3


def test_nothing_that_another_engine_worked_out_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    disk = disk_with(small_project())
    build(disk, ROOT)
    monkeypatch.setattr("sfwgen.build.engine.theme_files", changed_theme)
    engine_parts.cache_clear()
    engine_digest.cache_clear()
    memory = read_memory(disk, ROOT)
    assert memory.each("story page", ["any"], lambda _: 1) == [1]
    assert memory.tally["story page"].made == 1
    built = build(disk, ROOT)
    assert built.published is not None
    assert built.tally["page"].remembered == 0
