"""Results as SARIF: valid by the standard's own schema, complete, in both languages, and without a number."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from sfwgen.build import make_site
from sfwgen.diagnostics import Diagnostic, Location, Severity, fault
from sfwgen.diagnostics.codes import CODES
from sfwgen.diagnostics.sarif import BASE, print_sarif
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.build.projects import STORY, small_project

SCHEMA = (
    Path(__file__).parents[1] / "npm/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
)
"""OASIS's schema, as an npm package has it."""
MOBILE = "15400000001"


@cache
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def read(text: str) -> dict[str, Any]:
    """The one run of a log that the schema allows."""
    log = json.loads(text)
    assert [f"{list(each.path)}: {each.message}" for each in validator().iter_errors(log)] == []
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def told(**files: str) -> tuple[Diagnostic, ...]:
    every = small_project() | {STORY: files["story"]}
    return make_site(
        make_sources({path: text.encode() for path, text in every.items()}), theme_files()
    ).diagnostics


def test_a_log_of_nothing_is_valid_and_says_which_program_it_was() -> None:
    run = read(print_sarif([], "zh", {"stories": 1}))
    assert run["results"] == []
    assert run["tool"]["driver"]["name"] == "sfwgen"
    assert run["tool"]["driver"]["rules"] == []
    assert run["properties"] == {"stories": 1}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_faults_of_a_project_are_results_at_their_places_in_both_languages(lang: str) -> None:
    story = small_project()[STORY].replace("title:", "titel:").replace("value: 200米", "value: 200户")
    faults = told(story=story)
    run = read(print_sarif(faults, lang))
    assert len(run["results"]) == len(faults) >= 2
    result = next(each for each in run["results"] if each["ruleId"] == "field-unknown")
    assert result["level"] == "error"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "field-unknown"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": STORY, "uriBaseId": BASE}
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (2, 1)
    assert place["region"]["snippet"]["text"].startswith("titel:")
    assert result["message"]["text"].startswith(result["properties"]["message"][lang])
    assert result["properties"]["message"]["zh"] != result["properties"]["message"]["en"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_code_makes_a_valid_rule_without_open_places(lang: str) -> None:
    every = [Diagnostic(code, entry.severity, Location("a b/文.md", 3, 1)) for code, entry in CODES.items()]
    run = read(print_sarif(every, lang))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == sorted(CODES)
    assert {each["level"] for each in run["results"]} == {str(level) for level in Severity}
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"]
        assert "[[" not in rule["shortDescription"]["text"]
    assert (
        run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == "a%20b/%E6%96%87.md"
    )


@pytest.mark.parametrize(
    "file",
    ["", "content", "con\x1b[2J\n::error::.md", "a\udcff.md", "%2e%2e/#x?y.md", 'a"b\\c.md', "\u202egpj.md"],
)
def test_odd_names_and_texts_keep_a_log_valid_and_silent(file: str) -> None:
    one = replace(fault("file-unknown", Location(file), names="\x1b]0;x\x07\u2028"), quote="\x1b[31m\u202e")
    related = replace(
        fault("yaml-duplicate-key", Location(file, 2, 1), key="a", first=1), related=(Location(file, 1, 1),)
    )
    text = print_sarif([one, related], "en")
    run = read(text)
    assert len(run["results"]) == 2
    assert not {"\x1b", "\x07", "\u2028", "\u202e", "\udcff"} & set(text)
    assert ("relatedLocations" in run["results"][1]) or file == "" or "relatedLocations" in run["results"][0]


def test_a_personal_number_is_masked() -> None:
    faults = told(story=small_project()[STORY] + f"\n联系人的号码是{MOBILE}。\n")
    text = print_sarif(faults, "zh")
    assert MOBILE not in text
    assert "154****0001" in text


def test_the_command_line_prints_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from sfwgen.cli import main

    for path, text in small_project().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    arguments = ["--project", str(tmp_path), "--format", "sarif"]
    assert main(["check", *arguments]) == 0
    assert read(capsys.readouterr().out)["properties"]["errors"] == 0
    assert main(["build", *arguments, "--lang", "en"]) == 0
    built = read(capsys.readouterr().out)
    assert built["properties"]["published"] is True
    assert built["language"] == "en"
    (tmp_path / STORY).write_text("没有文件头", encoding="utf-8")
    assert main(["build", *arguments]) == 1
    broken = read(capsys.readouterr().out)
    assert [each["ruleId"] for each in broken["results"]] == ["header-missing"]


def test_a_log_that_is_not_valid_would_be_noticed() -> None:
    log = json.loads(print_sarif([], "en"))
    log["runs"][0]["results"] = [{"level": "error"}]
    with pytest.raises(AssertionError):
        read(json.dumps(log))
