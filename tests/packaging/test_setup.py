"""Set-up on a machine that lacks something says in both languages what to do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT

TOOLS = ("sh", "dirname", "cat", "sed", "rm", "id", "env", "tr", "grep", "mkdir", "touch", "chmod", "printf")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A copy of the set-up scripts on a machine that has the plainest tools and nothing else."""
    unneeded = shutil.ignore_patterns("node_modules", "__pycache__")
    shutil.copytree(ROOT / "scripts", tmp_path / "project" / "scripts", ignore=unneeded)
    programs = tmp_path / "bin"
    programs.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (programs / tool).symlink_to(found)
    return tmp_path


def add_program(machine: Path, name: str, script: str) -> None:
    path = machine / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def run_script(machine: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(machine / "project" / "scripts" / command[0]), *command[1:]],
        env={"PATH": str(machine / "bin"), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_without_a_python_that_is_new_enough_it_names_the_version_needed(machine: Path) -> None:
    add_program(machine, "python3", "exit 1")
    done = run_script(machine, "setup-venv")
    assert done.returncode == 1
    assert "需要 Python 3.11 或更高版本" in done.stderr
    assert "Python 3.11 or newer is needed" in done.stderr


def test_without_ensurepip_and_pip_it_names_the_debian_package(machine: Path) -> None:
    # It names itself as the interpreter, and knows neither venv nor pip.
    cases = '"-m "*) exit 1 ;; *"print(sys.executable)"*) echo "$0"; exit ;;'
    add_program(machine, "python3", f'case "$*" in {cases} esac; exec {sys.executable} "$@"')
    add_program(machine, "python", "exit 1")
    done = run_script(machine, "setup-venv")
    assert done.returncode == 1
    assert "sudo apt-get install python3-venv" in done.stderr
    assert "无法建立虚拟环境" in done.stderr


def test_test_programs_that_cannot_be_installed_are_listed(machine: Path) -> None:
    done = run_script(machine, "setup-system")
    assert done.returncode == 1
    assert "chromium" in done.stderr
    assert "default-jre-headless" in done.stderr
    assert "make setup-system" in done.stderr
    assert "生成网站不需要它们" in done.stderr
