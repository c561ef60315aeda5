"""What editors are given: schemas that fit the documents, snippets that pass, and nothing of others replaced."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from sfwgen.cli import exits
from sfwgen.content import load_site
from tests.build.projects import STORY, small_project
from tests.cli.conftest import Command

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def editor(sfwgen: Command, project: Path) -> Path:
    run = sfwgen("schema", "--editor")
    assert run.code == exits.FINE
    assert "YAML 扩展" in run.out
    return project / ".vscode"


def test_every_schema_that_the_settings_name_fits_the_files_it_is_for(editor: Path, project: Path) -> None:
    settings = json.loads((editor / "settings.json").read_text(encoding="utf-8"))
    checked = 0
    for schema, glob in settings["yaml.schemas"].items():
        rules = json.loads((project / schema).read_text(encoding="utf-8"))
        for path in project.glob(glob):
            jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), rules)
            checked += 1
    assert checked >= 5
    assert "标题" in (editor / "schema" / "bulletin.schema.json").read_text(encoding="utf-8")


def filled(body: list[str]) -> str:
    """A snippet with the texts that it proposes."""
    text = re.sub(
        r"\$\{\d+\|([^,|]+)[^}]*\}|\$\{\d+:([^}]*)\}", lambda match: match[1] or match[2], "\n".join(body)
    )
    return re.sub(r"\$\{\d+\}", "", text)


def test_the_snippet_of_a_story_is_a_sound_story_once_its_gaps_are_filled(editor: Path) -> None:
    snippets = json.loads((editor / "sfwgen.code-snippets").read_text(encoding="utf-8"))
    story = filled(snippets["案例 / story"]["body"])
    story = (
        story.replace("enterprises", "grassroots")
        .replace("metric: ,", "metric: road_length,")
        .replace("800余家", "200米")
    )
    files = {**small_project(), STORY: story.replace("[]", "[feifeng]") + "道路长{=road_length}。\n"}
    assert load_site({path: text.encode() for path, text in files.items()})[1] == ()


def test_settings_of_others_are_left_alone_and_what_to_add_is_printed(sfwgen: Command, project: Path) -> None:
    (project / ".vscode").mkdir()
    (project / ".vscode" / "settings.json").write_text("{}", encoding="utf-8")
    run = sfwgen("schema", "--editor")
    assert "没有改动它" in run.out
    assert '"yaml.schemas"' in run.out
    assert (project / ".vscode" / "settings.json").read_text(encoding="utf-8") == "{}"


def test_the_hook_for_commits_runs_a_command_that_exists(sfwgen: Command, project: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *words = hook["entry"].split()
    assert program == "sfwgen"
    assert sfwgen(*words).code == exits.FINE
    assert re.search(hook["files"], "content/stories/a/index.zh.md")
    assert not re.search(hook["files"], "README.md")
