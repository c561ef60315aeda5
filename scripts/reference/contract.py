"""The template contract as data: all names that a theme may rely on, under the number of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from jinja2 import nodes

from scripts.reference.templates import view_types
from scripts.reference.texts import views
from sfwgen.render.renderer import make_environment, parse_template
from sfwgen.resources import theme_files
from sfwgen.theme import CONTRACT, load_theme

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = "docs/template-contract.json"
_RULE = re.compile(r"(?P<selector>[^{}]+)\{(?P<text>[^{}]*)\}")
_TOKEN = re.compile(r"(--[a-z0-9-]+):")
_RELEASED = re.compile(r"^## \[?\d", re.MULTILINE)


def make_contract() -> str:
    """Returns the contract as JSON."""
    theme, _ = load_theme(theme_files())
    trees = {name: parse_template(name, text) for name, text in sorted(theme.templates.items())}
    environment = make_environment({})
    contract = {
        "contract": CONTRACT,
        "templates": {name: told["view"] for name, told in views()["templates"].items()},
        "views": {name: [field.name for field in fields(view)] for name, view in view_types().items()},
        "blocks": {name: _blocks(tree) for name, tree in trees.items() if _blocks(tree)},
        "filters": sorted(environment.filters),
        "functions": sorted((*environment.globals, "t")),
        "strings": sorted(theme.strings["zh"]),
        "tokens": sorted(set(_tokens(theme.static["style.css"].decode()))),
    }
    return json.dumps(contract, ensure_ascii=False, indent=1) + "\n"


def _tokens(css: str) -> Iterator[str]:
    """The custom properties that hold for a whole page, or for what is in one language."""
    for rule in _RULE.finditer(css):
        if ":root" in rule["selector"] or rule["selector"].startswith(":lang"):
            yield from _TOKEN.findall(rule["text"])


def _blocks(tree: nodes.Template) -> list[str]:
    return [block.name for block in tree.find_all(nodes.Block)]


def taken_away(recorded: str, present: str) -> list[str]:
    """Returns the names that the recorded contract has and the present one, of the same number, has not."""
    before, now = json.loads(recorded), json.loads(present)
    return [] if before["contract"] != now["contract"] else sorted(set(_names(before)) - set(_names(now)))


def _names(value: object, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _names(each, f"{path} {key}")
    elif isinstance(value, list):
        yield from (f"{path} {each}" for each in value)
    else:
        yield f"{path} {value}"


def is_released() -> bool:
    """Returns whether any version was released: from then on a contract keeps its names."""
    return _RELEASED.search((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")) is not None
