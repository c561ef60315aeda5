"""Files in the site that sfwgen did not make: told and left behind, or kept because config.yaml names them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sfwgen.diagnostics import Severity
from tests.publish.sites import NEXT, SITE, issue, site, told
from tests.support.trees import check_clean, files, put, whole


def test_file_that_sfwgen_did_not_make_is_told_and_not_carried_over(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    put(site(tmp_path), {"notes.txt": b"mine", "stories/扫描件.pdf": b"scan"})
    (site(tmp_path) / "current").symlink_to("stories")
    done = issue(tmp_path, NEXT)
    check_clean(site(tmp_path), NEXT)
    assert done.strangers == ("current", "notes.txt", "stories/扫描件.pdf")
    assert told(done) == [
        ("output-stranger", "site/current"),
        ("output-stranger", "site/notes.txt"),
        ("output-stranger", "site/stories/扫描件.pdf"),
    ]
    assert {each.severity for each in done.diagnostics} == {Severity.WARNING}
    assert done.removed == 1


def test_stranger_stays_with_the_version_before(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    put(site(tmp_path), {"notes.txt": b"mine"})
    issue(tmp_path, NEXT)
    kept = list((tmp_path / ".sfwgen" / "generations").rglob("notes.txt"))
    assert [path.read_bytes() for path in kept] == [b"mine"]


def test_page_of_an_earlier_version_is_no_stranger(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    issue(tmp_path, NEXT)
    put(site(tmp_path), {"stories/b.html": b"put back by hand"})
    assert issue(tmp_path, NEXT).strangers == ()


def test_stranger_whose_name_is_not_utf8_is_told_and_not_carried_over(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    Path(os.fsdecode(os.fsencode(site(tmp_path)) + b"/\xb9\xa9.txt")).write_bytes(b"x")
    done = issue(tmp_path, NEXT)
    assert told(done) == [("output-stranger", "site/\\xb9\\xa9.txt")]
    check_clean(site(tmp_path), NEXT)


@pytest.mark.parametrize(
    ("keep", "path"),
    [
        ("CNAME", "CNAME"),
        ("verify_*.txt", "verify_1a2b.txt"),
        ("uploads", "uploads/2019/form.pdf"),
        ("uploads/", "uploads/form.pdf"),
        ("./uploads/*.pdf", "uploads/form.pdf"),
        (".well-known", ".well-known/security.txt"),
        ("下载/*", "下载/表格.xlsx"),
    ],
)
def test_file_that_is_to_be_kept_is_carried_over_every_time(keep: str, path: str, tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    put(site(tmp_path), {path: b"kept"})
    for outputs in (NEXT, SITE, NEXT):
        done = issue(tmp_path, outputs, keep=[keep])
        assert (done.strangers, done.diagnostics) == ((), ())
        assert files(site(tmp_path)) == {**whole(outputs), path: b"kept"}
    assert not issue(tmp_path, NEXT, keep=[keep]).swapped


def test_kept_file_is_not_counted_and_keeps_its_time(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    put(site(tmp_path), {"CNAME": b"kept"})
    os.utime(site(tmp_path) / "CNAME", (1_000_000_000, 1_000_000_000))
    done = issue(tmp_path, NEXT, keep=["CNAME"])
    assert (done.new, done.changed, done.unchanged, done.removed) == (1, 1, 2, 1)
    assert (site(tmp_path) / "CNAME").stat().st_mtime == 1_000_000_000


def test_file_no_longer_to_be_kept_becomes_a_stranger(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    put(site(tmp_path), {"CNAME": b"kept"})
    issue(tmp_path, NEXT, keep=["CNAME"])
    assert issue(tmp_path, SITE).strangers == ("CNAME",)
    check_clean(site(tmp_path), SITE)


def test_page_of_sfwgen_goes_even_if_a_keep_pattern_names_it(tmp_path: Path) -> None:
    """A withdrawn page must not stay public because of a broad pattern."""
    issue(tmp_path, SITE)
    issue(tmp_path, NEXT, keep=["stories/*", "*"])
    check_clean(site(tmp_path), NEXT)


@pytest.mark.parametrize("path", ["INDEX.HTML", "stories/Ａ.html", "Stories"])
def test_kept_file_that_some_machine_takes_for_an_output_is_not_carried_over(
    path: str, tmp_path: Path
) -> None:
    issue(tmp_path, SITE)
    put(site(tmp_path), {path: b"other"})
    done = issue(tmp_path, SITE, keep=["*"])
    assert done.strangers == (path,)
    check_clean(site(tmp_path), SITE)


def test_kept_file_never_replaces_an_output(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    put(site(tmp_path), {"CNAME": b"by hand"})
    done = issue(tmp_path, {**SITE, "CNAME": b"by sfwgen"}, keep=["CNAME"])
    assert (site(tmp_path) / "CNAME").read_bytes() == b"by sfwgen"
    assert done.changed == 1
