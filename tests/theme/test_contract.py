"""The contract with templates has a number, its names are on record, and a theme says for which one it is."""

from __future__ import annotations

import json
import re

import pytest

from scripts.reference.contract import PAGE, ROOT, make_contract, taken_away
from sfwgen.theme import CONTRACT, load_theme


def test_the_record_has_every_name_that_templates_may_rely_on() -> None:
    recorded = (ROOT / PAGE).read_text(encoding="utf-8")
    assert recorded == make_contract(), "run make docs"
    contract = json.loads(recorded)
    assert contract["contract"] == CONTRACT
    assert {"title", "body", "panel"} <= set(contract["views"]["StoryView"])
    assert {"head", "main", "footer"} <= set(contract["blocks"]["base.html"])
    assert "nav_home" in contract["strings"]


@pytest.mark.parametrize("name", ["docs/templates.md", "docs/templates.zh.md"])
def test_the_blocks_that_the_guide_names_are_on_record(name: str) -> None:
    blocks = json.loads((ROOT / PAGE).read_text(encoding="utf-8"))["blocks"]
    text = (ROOT / name).read_text(encoding="utf-8")
    (told,) = re.findall(r"^.*`base\.html`.*(?:\n.+)*?`related`", text, re.MULTILINE)
    base, story = told.partition("`story.html`")[::2]
    assert set(re.findall(r"`(\w+)`", base)) == set(blocks["base.html"])
    assert set(re.findall(r"`(\w+)`", story)) == set(blocks["story.html"]) - set(blocks["base.html"])


@pytest.mark.parametrize("name", ["docs/templates.md", "docs/templates.zh.md"])
def test_each_custom_property_is_listed_with_what_it_is_for(name: str) -> None:
    rows = re.findall(r"^\| (`--.+?`) \| .+ \|$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    listed = [token for row in rows for token in re.findall(r"`(--[a-z0-9-]+)`", row)]
    assert sorted(listed) == json.loads((ROOT / PAGE).read_text(encoding="utf-8"))["tokens"]


def test_a_name_that_goes_needs_a_new_number() -> None:
    recorded = make_contract()
    contract = json.loads(recorded)
    contract["views"]["StoryView"].remove("body")
    assert taken_away(recorded, json.dumps(contract)) == [" views StoryView body"]
    assert taken_away(json.dumps(contract), recorded) == []
    contract["contract"] += 1
    assert taken_away(recorded, json.dumps(contract)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"contract: {CONTRACT}\n", []),
        ("contract: 99\n", [("theme-contract", 1)]),
        ("# ours\ncontract: [1]\nauthor: us\n", [("theme-contract", 2), ("theme-field-unknown", 3)]),
    ],
)
def test_a_theme_says_for_which_contract_it_was_written(text: str, told: list[tuple[str, int]]) -> None:
    _, faults = load_theme({}, {"theme.yaml": text.encode()})
    assert [(each.code, each.location.line) for each in faults] == told
