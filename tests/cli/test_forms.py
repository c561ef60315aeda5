"""`sfwgen forms`: what is installed is exactly what is meant, or nothing."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import tarfile
from pathlib import Path

import pytest

from sfwgen.cli import exits
from sfwgen.cli.commands import forms
from sfwgen.forms.packages import PACKAGES, Package
from tests.cli.conftest import Command, tree


def archive(files: dict[str, str]) -> bytes:
    """An archive as npm makes them."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as tar:
        for path, text in files.items():
            member = tarfile.TarInfo(path)
            member.size = len(text.encode())
            tar.addfile(member, io.BytesIO(text.encode()))
    return data.getvalue()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the archive of the one package that is wanted here."""
    data = archive(
        {"package/a.js": "1", "package/LICENSE": "MIT", "package/../../b.js": "2", "package/big.map": "3"}
    )
    digest = base64.b64encode(hashlib.sha512(data).digest()).decode()
    small = Package("@some/thing", "1.2.3", digest, "thing", re.compile(r"[a-z]+\.js|LICENSE"))
    monkeypatch.setattr(forms, "PACKAGES", (small,))
    place = tmp_path / "archives"
    place.mkdir()
    (place / "some-thing-1.2.3.tgz").write_bytes(data)
    return place


def test_the_archives_in_a_folder_are_installed_with_their_licence(
    sfwgen: Command, project: Path, folder: Path
) -> None:
    done = sfwgen("forms", "--from", str(folder))
    assert done.code == exits.FINE
    assert "@some/thing@1.2.3" in done.out
    installed = tree(project / ".sfwgen")
    assert installed["forms/thing/a.js"] == b"1"
    assert installed["forms/thing/LICENSE"] == b"MIT"
    assert {*installed} == {"forms/thing/a.js", "forms/thing/LICENSE", "forms/versions.txt"}


@pytest.mark.parametrize(("lang", "said"), [("zh", "校验码不符"), ("en", "nothing was installed")])
def test_an_archive_with_other_bytes_is_refused(
    sfwgen: Command, project: Path, folder: Path, lang: str, said: str
) -> None:
    (folder / "some-thing-1.2.3.tgz").write_bytes(archive({"package/a.js": "evil"}))
    done = sfwgen("forms", "--from", str(folder), "--lang", lang)
    assert done.code == exits.ENVIRONMENT
    assert said in done.err
    assert not (project / ".sfwgen").exists()


def test_an_archive_that_is_not_there_is_named(sfwgen: Command, project: Path, tmp_path: Path) -> None:
    done = sfwgen("forms", "--from", str(tmp_path))
    assert done.code == exits.ENVIRONMENT
    assert "sveltia-cms-0.221.1.tgz" in done.err


def test_without_npm_it_says_how_to_get_the_files_elsewhere(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    done = sfwgen("forms", "--lang", "zh")
    assert done.code == exits.ENVIRONMENT
    assert "没有 npm" in done.err
    assert "npm pack @sveltia/cms@0.221.1 yaml@2.9.1" in done.err


def test_what_npm_says_against_it_is_passed_on(
    sfwgen: Command, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho 'npm error network is unreachable' >&2\nexit 1\n", encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    done = sfwgen("forms")
    assert done.code == exits.ENVIRONMENT
    assert "network is unreachable" in done.err
    assert "Traceback" not in done.both


def test_each_package_is_pinned_to_a_version_and_a_digest() -> None:
    for package in PACKAGES:
        assert re.fullmatch(r"\d+\.\d+\.\d+", package.version)
        assert len(base64.b64decode(package.sha512)) == hashlib.sha512().digest_size
