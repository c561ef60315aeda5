"""What may stand in the repository: no address of a machine or a registry, no second copy, no lock file."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.conftest import ROOT

# Put together from parts, so that this file does not hold what it looks for.
MACHINE_PATHS = ["/" + folder + "/" for folder in ("root", "work", "home/[a-z]+", "Users/[A-Za-z]+")]
REGISTRY_HOSTS = [
    name.replace("_", "\\.") for name in ("pypi_org", "pythonhosted_org", "npmjs_org", "deb_debian_org")
]
LOCK_FILES = {
    "uv.lock",
    "poetry.lock",
    "package-lock.json",
    "npm-shrinkwrap.json",
    "yarn.lock",
    "pnpm-lock.yaml",
}


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [name for name in listed.stdout.decode().split("\0") if (ROOT / name).is_file()]


def requirements() -> list[Requirement]:
    """Every dependency, those of the extras too; an extra may stand for others of this package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    found = [Requirement(line) for line in (*project["dependencies"], *extras)]
    return [each for each in found if each.name != project["name"]]


def test_no_file_names_a_machine_s_folders_or_a_package_registry() -> None:
    forbidden = re.compile(
        "|".join(rf"(?<![\w.]){path}" for path in MACHINE_PATHS) + "|" + "|".join(REGISTRY_HOSTS)
    )
    found = [
        f"{name}: {match[0]}"
        for name in tracked()
        if (match := forbidden.search((ROOT / name).read_bytes().decode("utf-8", "replace")))
    ]
    assert found == []


def test_no_lock_file_with_download_addresses_is_kept() -> None:
    assert [name for name in tracked() if name.rpartition("/")[2] in LOCK_FILES] == []


def test_theme_and_example_stand_once_in_the_repository() -> None:
    digests: dict[str, list[str]] = {}
    for name in tracked():
        if name.startswith(("templates/", "content/", "sfwgen/")) and (data := (ROOT / name).read_bytes()):
            digests.setdefault(hashlib.sha256(data).hexdigest(), []).append(name)
    assert [names for names in digests.values() if len(names) > 1] == []


def test_every_dependency_is_pinned_to_a_version_that_its_bounds_allow() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    for requirement in requirements():
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), requirement


def test_every_dependency_has_a_lower_bound() -> None:
    assert [str(each) for each in requirements() if ">=" not in str(each.specifier)] == []


def locked(name: str) -> dict[str, tuple[str, int]]:
    """The packages of a file of locked/: their versions, and how many digests they have."""
    text = (ROOT / "locked" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.partition("\n")[2])
    found = {}
    for entry in entries:
        package, version = re.match(r"([a-z0-9-]+)==(\S+)", entry).groups()  # type: ignore[union-attr]  # else the file is wrong
        found[package] = version, len(re.findall(r"--hash=sha256:[0-9a-f]{64}(?: |$)", entry, re.MULTILINE))
    return found


def test_an_install_takes_only_files_whose_digests_are_known() -> None:
    pins = dict(
        line.split("==") for line in (ROOT / "constraints.txt").read_text().splitlines() if "#" not in line
    )
    for name in ("site", "dev", "full"):
        found = locked(name)
        assert [package for package, (_, digests) in found.items() if not digests] == []
        assert {package: version for package, (version, _) in found.items() if package in pins} == {
            package: pins[package] for package in found if package in pins
        }, "make constraints renews both"
    wanted = {canonicalize_name(each.name) for each in requirements()}
    assert wanted - locked("dev").keys() == set()
    assert {"jinja2", "markdown", "pydantic", "nh3", "pillow", "hatchling"} <= locked("site").keys()
    setup = (ROOT / "scripts" / "setup-venv").read_text(encoding="utf-8")
    assert setup.count("--require-hashes --no-deps -r") == 2
    assert len(re.findall(r"install --quiet", setup)) == 4


FLOORS = {
    "markdown": "3.11.3",
    "jinja2": "3.1.6",
    "tornado": "6.5.10",
    "pillow": "12.3",
}
"""The oldest releases without a fault known to concern us; SECURITY.md says which."""


def test_no_release_with_a_known_fault_is_allowed() -> None:
    by_name = {canonicalize_name(each.name): each.specifier for each in requirements()}
    for name, floor in FLOORS.items():
        assert f">={floor}" in str(by_name[canonicalize_name(name)])
        assert f"| {name} | {floor} |" in (ROOT / "SECURITY.md").read_text(encoding="utf-8").lower(), name


@pytest.mark.parametrize("name", ["build.yml", "release.yml"])
def test_actions_of_the_workflows_are_pinned_to_a_commit(name: str) -> None:
    workflow = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.*)", workflow)
    assert uses
    assert [use for use in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", use)] == []
