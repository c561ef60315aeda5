"""The recipes for CI in docs/ci/: their steps, run one after the other as scripts in a project under git."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.build.projects import small_project

CI = Path(__file__).parents[2] / "docs" / "ci"
STORY = "content/stories/feifeng-road/index.zh.md"


def recipe(name: str) -> Any:  # noqa: ANN401 - YAML holds anything
    """The recipe as its service reads it."""
    return yaml.safe_load((CI / name).read_text(encoding="utf-8"))


def github_steps() -> Iterator[str]:
    action = recipe("bulletin-action/action.yml")
    yield from (step["run"] for step in action["runs"]["steps"] if "run" in step)
    jobs = recipe("github.yml")["jobs"]
    for job in jobs.values():
        yield from (step["run"] for step in job["steps"] if "run" in step and "gh pr" not in step["run"])


def gitlab_steps() -> Iterator[str]:
    whole = recipe("gitlab-ci.yml")
    yield from whole["default"]["before_script"]
    for job in ("check", "changes", "pages", "outside-links"):
        yield from (line for line in whole[job]["script"] if not line.startswith("apt-get"))


def gitee_steps() -> Iterator[str]:
    for stage in recipe("gitee.yml")["stages"]:
        for step in stage["steps"]:
            yield from step["commands"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project under git with a change since `origin/main`, and a pip that only says what it is asked for."""
    root = tmp_path / "bulletin"
    for path, text in small_project().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / ".gitignore").write_text("/site/\n/.sfwgen/\n/public/\n", encoding="utf-8")
    git = ("git", "-c", "user.name=Press", "-c", "user.email=press@made-up.example", "-C", str(root))
    for command in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "before")):
        subprocess.run([*git, *command], check=True)
    subprocess.run([*git, "update-ref", "refs/remotes/origin/main", "HEAD"], check=True)
    story = root / STORY
    story.write_text(story.read_text(encoding="utf-8") + "\n\n补充一段。\n", encoding="utf-8")
    return root


@pytest.fixture
def run(project: Path, tmp_path: Path) -> Callable[[str], str]:
    """Runs a step as the service does, and gives what it printed."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("python", "python3"):
        asked = f'#!/bin/sh\n[ "$2" = pip ] && echo "$@" && exit\nexec {sys.executable} "$@"\n'
        (programs / name).write_text(asked, encoding="utf-8")
        (programs / name).chmod(0o755)
    (programs / "sfwgen").write_text(f'#!/bin/sh\nexec {sys.executable} -m sfwgen "$@"\n', encoding="utf-8")
    (programs / "sfwgen").chmod(0o755)
    environment: Mapping[str, str] = {
        **os.environ,
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PYTHONPATH": str(CI.parents[1]),
        "SFWGEN_INSTALL": "sfwgen[images]",
        "SFWGEN_PUBLISHED": "origin/main",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "BULLETIN_TARGET": str(tmp_path / "target"),
    }

    def step(script: str) -> str:
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=project,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout

    return step


def test_the_recipe_for_github_checks_tells_and_builds(
    project: Path, run: Callable[[str], str], tmp_path: Path
) -> None:
    for step in github_steps():
        run(step)
    assert '"2.1.0"' in (project / "sfwgen.sarif").read_text(encoding="utf-8")
    assert "feifeng-road" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert (project / "site" / "index.html").is_file()


def test_the_recipe_for_gitlab_checks_tells_and_builds(project: Path, run: Callable[[str], str]) -> None:
    for step in gitlab_steps():
        run(step)
    assert "feifeng-road" in (project / "sfwgen-changes.md").read_text(encoding="utf-8")
    assert (project / "public" / "index.html.gz").is_file()


def test_the_recipe_for_gitee_builds_and_publishes(
    project: Path, run: Callable[[str], str], tmp_path: Path
) -> None:
    for step in gitee_steps():
        run(step)
    assert (tmp_path / "target" / "index.html").is_file()


def test_only_the_main_branch_is_published_and_only_after_a_clean_build() -> None:
    jobs = recipe("github.yml")["jobs"]
    assert jobs["publish"]["needs"] == "build"
    assert "refs/heads/main" in jobs["publish"]["if"]
    assert jobs["outside-links"]["continue-on-error"] is True
    whole = recipe("gitlab-ci.yml")
    assert "PROTECTED" in whole["pages"]["rules"][0]["if"]
    assert whole["outside-links"]["allow_failure"] is True
    for steps in (github_steps, gitlab_steps, gitee_steps):
        assert any("build --strict" in step for step in steps())


def test_a_fault_in_the_content_stops_every_recipe(project: Path, run: Callable[[str], str]) -> None:
    story = project / STORY
    story.write_text(story.read_text(encoding="utf-8").replace("200米", "20米", 1), encoding="utf-8")
    checks = [
        next(step for step in steps() if "sfwgen check --strict" in step)
        for steps in (github_steps, gitlab_steps, gitee_steps)
    ]
    with pytest.raises(subprocess.CalledProcessError):
        run(checks[0])
