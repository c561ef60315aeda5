"""A release says truly what it holds; nothing is released that differs from what it says."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest

from scripts.release.building import Commit, Failed, check_tags
from scripts.release.notes import changes_of, render_notes, render_sums
from scripts.release.pythons import find_pythons
from scripts.release.sbom import gather, read_lock, write_sbom
from scripts.release.trial import EXTRAS, TESTS, tree_digest
from tests.packaging.conftest import ROOT

COMMIT = Commit("0123456789abcdef0123456789abcdef01234567", 1_561_910_399, "0.2.0", ())
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("dist")
    paths = (folder / "sfwgen-0.2.0-py3-none-any.whl", folder / "sfwgen-0.2.0.tar.gz")
    for path in paths:
        path.write_bytes(path.name.encode())
    return paths


@pytest.fixture(scope="module")
def bill(packages: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    parts = gather(PROJECT, read_lock((ROOT / "locked" / "dev.txt").read_text(encoding="utf-8")))
    path = tmp_path_factory.mktemp("bill") / "bill.json"
    write_sbom(path, COMMIT, packages, parts)
    first = path.read_bytes()
    write_sbom(path, COMMIT, packages, parts)
    assert path.read_bytes() == first
    return first


def test_the_bill_names_all_that_an_install_brings_with_licence_and_digests(bill: bytes) -> None:
    told = json.loads(bill)
    components = {each["name"]: each for each in told["components"]}
    assert {"jinja2", "markupsafe", "pydantic-core", "tornado"} <= {
        name for name, each in components.items() if each["scope"] == "required"
    }
    assert {"boto3", "botocore", "lxml", "pillow"} <= {
        name for name, each in components.items() if each["scope"] == "optional"
    }
    assert not {"pytest", "mypy", "hatchling", "twine"} & components.keys()
    versions = dict(
        line.split("==") for line in (ROOT / "constraints.txt").read_text().splitlines() if line[0] != "#"
    )
    for name, each in components.items():
        assert each["version"] == versions[name]
        assert each["licenses"], name
        assert all(len(digest["content"]) == 64 for digest in each["externalReferences"][0]["hashes"])


def test_the_bill_says_what_requires_what_and_for_which_extra_it_comes(bill: bytes) -> None:
    told = json.loads(bill)
    requires = {each["ref"].split("@")[0]: each.get("dependsOn", []) for each in told["dependencies"]}
    assert any(ref.startswith("pkg:pypi/markupsafe@") for ref in requires["pkg:pypi/jinja2"])
    direct = {ref.split("@")[0].removeprefix("pkg:pypi/") for ref in requires["sfwgen"]}
    assert {re.split(r"[>=]", line)[0] for line in PROJECT["dependencies"]} <= direct
    (pillow,) = (each for each in told["components"] if each["name"] == "pillow")
    assert pillow["properties"] == [{"name": "sfwgen:extra", "value": "images"}]


def test_the_bill_belongs_to_the_files_of_the_release_and_names_no_address(
    bill: bytes, packages: tuple[Path, ...]
) -> None:
    told = json.loads(bill)
    files = {
        each["url"]: each["hashes"][0]["content"]
        for each in told["metadata"]["component"]["externalReferences"]
    }
    assert files == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in packages}
    assert told["metadata"]["timestamp"] == "2019-06-30T15:59:59+00:00"
    assert re.findall(rb"https?://[^\"]*", bill) == [b"http://cyclonedx.org/schema/bom-1.6.schema.json"]


def test_a_package_without_digests_ends_the_release() -> None:
    with pytest.raises(Failed, match="jinja2"):
        gather({"dependencies": ["jinja2>=3"], "optional-dependencies": {}}, {})


def test_a_tag_that_is_not_the_version_ends_the_release() -> None:
    check_tags(Commit("0" * 40, 0, "0.2.0", ("v0.2.0", "before-the-move")))
    with pytest.raises(Failed, match=r"tagged v0\.3\.0, but its version is 0\.2\.0"):
        check_tags(Commit("0" * 40, 0, "0.2.0", ("v0.3.0",)))


def test_the_notes_hold_the_changes_of_their_version_and_what_was_not_tried() -> None:
    changelog = "# C\n\n## Unreleased\n\n- later\n\n## 0.2.0 (2026-12-01)\n\n- now\n\n## 0.1.0\n\n- before\n"
    changes, named = changes_of(changelog, "0.2.0")
    assert (changes, named) == ("- now", True)
    assert changes_of(changelog, "0.9.0") == ("- later", False)
    notes = render_notes(COMMIT, changes, [("3.11.7", "oldest", "2300")], ["3.14"])
    assert "| 3.11.7 | oldest | 2300 |" in notes
    assert notes.endswith("Not tried, because it was not there: Python 3.14.\n")
    assert "Not tried" not in render_notes(COMMIT, changes, [], [])
    assert changes_of((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), PROJECT["name"])[0]


def test_digests_are_written_as_sha256sum_reads_them() -> None:
    assert render_sums({"b": "22", "a": "11"}) == "11  a\n22  b\n"


def test_an_interpreter_that_does_not_run_is_not_counted_as_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "python3.11"
    broken.write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("PYENV_ROOT", raising=False)
    assert find_pythons(versions=["3.11"]) == {}
    broken.write_text("#!/bin/sh\necho 3.11 3.11.9\n", encoding="utf-8")
    assert find_pythons(versions=["3.11"]) == {"3.11": ("3.11.9", str(broken))}


def test_a_site_with_another_name_or_byte_has_another_digest(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", encoding="utf-8")
    first = tree_digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = tree_digest(tmp_path)
    (tmp_path / "b").write_text("2", encoding="utf-8")
    assert len({first, second, tree_digest(tmp_path)}) == 3


def test_every_extra_for_users_is_tried_and_every_test_named_exists() -> None:
    assert set(EXTRAS) == PROJECT["optional-dependencies"].keys() - {"dev"}
    assert [name for name in TESTS if not (ROOT / name).exists()] == []


def containerfile() -> list[tuple[str, str]]:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    lines = re.sub(r"(?m)^#.*\n", "", text).replace("\\\n", " ").splitlines()
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in lines if line.strip()]


def test_the_container_takes_only_files_with_digests_and_runs_without_rights() -> None:
    steps = containerfile()
    *_, last_user = (text for word, text in steps if word == "USER")
    assert last_user.split(":")[0].isdigit()
    assert last_user.split(":")[0] != "0"
    installs = [
        part
        for word, text in steps
        if word == "RUN"
        for part in text.split("&&")
        if "pip " in part and " venv " not in part
    ]
    assert installs
    assert [
        part
        for part in installs
        if "--require-hashes --no-deps" not in part and "--no-deps --no-index" not in part
    ] == []
    assert [text for word, text in steps if word == "ADD"] == []


def test_everything_that_the_container_copies_is_in_the_repository_and_suffices_for_the_wheel() -> None:
    copied = [
        name
        for word, text in containerfile()
        if word == "COPY" and "--from" not in text
        for name in text.split()[:-1]
    ]
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert {"pyproject.toml", "hatch_build.py", "sfwgen", "templates", "content", "config.yaml"} <= set(
        copied
    )


def test_the_full_lock_holds_what_users_may_want_and_nothing_of_developers() -> None:
    full = read_lock((ROOT / "locked" / "full.txt").read_text(encoding="utf-8"))
    dev = read_lock((ROOT / "locked" / "dev.txt").read_text(encoding="utf-8"))
    assert {"jinja2", "pillow", "typst", "boto3", "paramiko", "python-docx", "babel"} <= full.keys()
    assert not {"pytest", "hatchling", "dask"} & full.keys()
    assert full == {name: dev[name] for name in full}
