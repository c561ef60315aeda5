"""The page on architecture names the floors that the import contract holds, and everything on them."""

from __future__ import annotations

import re
import tomllib

from tests.docs.blocks import ROOT, read_document

_ROW = re.compile(r"^\| (?P<floor>\d+) \| (?P<rooms>[^|]+) \|", re.MULTILINE)


def floors_of_the_contract() -> list[set[str]]:
    """The rooms of each floor that exist, from the ground up; `__main__` only starts the command line."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (floors,) = (each for each in project["tool"]["importlinter"]["contracts"] if each["name"] == "floors")
    layers = [set(re.findall(r"\w+", layer)) for layer in reversed(floors["layers"])]
    return [rooms for layer in layers if (rooms := {name for name in layer if _exists(name)})]


def _exists(name: str) -> bool:
    below = ROOT / "sfwgen" / name
    return name != "__main__" and (below.is_dir() or below.with_suffix(".py").is_file())


def test_the_floors_are_those_of_the_import_contract() -> None:
    rows = sorted(_ROW.finditer(read_document("ARCHITECTURE.md")), key=lambda row: int(row["floor"]))
    assert [set(re.findall(r"`(\w+)`", row["rooms"])) for row in rows] == floors_of_the_contract()
