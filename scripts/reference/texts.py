"""The hand-written texts of the generated documents, read from `text/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "text"


@cache
def introduction(lang: str) -> str:
    """Returns what stands before the list of codes; `@@` is the place of an example."""
    return (_FOLDER / f"diagnostics.{lang}.md").read_text(encoding="utf-8")


@cache
def template_text(lang: str) -> str:
    """Returns the hand-written part of the page on templates; `@@…@@` are places of lists."""
    return (_FOLDER / f"templates.{lang}.md").read_text(encoding="utf-8")


@cache
def views() -> dict[str, Any]:
    """Returns which template gets which view, and what each field of each view means."""
    found: dict[str, Any] = yaml.safe_load((_FOLDER / "views.yaml").read_text(encoding="utf-8"))
    return found


@cache
def reasons() -> dict[str, Any]:
    """Returns the titles of the groups of codes, and the reasons of single codes, by language."""
    found: dict[str, Any] = yaml.safe_load((_FOLDER / "reasons.yaml").read_text(encoding="utf-8"))
    return found
