"""Which folder may be the output: refusals are told, and nothing in the folder is touched."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sfwgen.publish import MARKER, Disk, EnvironmentFault, RealDisk, publish
from sfwgen.publish.disk import Kind
from tests.support.disk import MemoryDisk
from tests.support.trees import check_clean, put, seen

SITE = {"index.html": b"home", "stories/a.html": b"a"}


def refused(disk: Disk, project: Path | str, output: str = "site") -> tuple[str, str]:
    with pytest.raises(EnvironmentFault) as told:
        publish(disk, str(project), SITE, output=output)
    diagnostic = told.value.diagnostic
    assert diagnostic.message("zh") != diagnostic.message("en")
    return diagnostic.code, diagnostic.location.file


@pytest.mark.parametrize(
    "output",
    [
        *("", ".", "./", "..", "../site", "site/../..", "/srv/www", "C:/www", "C:\\www", "a//b"),
        *("content", "Content", "content/site", "templates", "templates/", "config.yaml"),
        *(".sfwgen", ".git", ".", ".hidden/site", "con", "site.", "si*te", "site.next", "site.prev"),
    ],
)
def test_output_folder_outside_the_project_or_among_the_sources_is_refused(
    output: str, tmp_path: Path
) -> None:
    put(tmp_path, {"content/a.md": b"a", "config.yaml": b"x"})
    before = seen(tmp_path)
    assert refused(RealDisk(), tmp_path, output)[0] == "output-place"
    assert seen(tmp_path) == before


@pytest.mark.parametrize(
    "output", ["site", "./site", "site/", "public/www", "网站", "contents", "public\\www"]
)
def test_folder_of_its_own_inside_the_project_is_fine(output: str, tmp_path: Path) -> None:
    publish(RealDisk(), str(tmp_path), SITE, output=output)
    check_clean(tmp_path / output.replace("\\", "/"), SITE)


def test_folder_with_other_files_is_not_replaced(tmp_path: Path) -> None:
    put(tmp_path, {"site/thesis.docx": b"years of work"})
    before = seen(tmp_path / "site")
    assert refused(RealDisk(), tmp_path) == ("output-not-ours", "site")
    assert seen(tmp_path / "site") == before


def test_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir(mode=0o700)
    publish(RealDisk(), str(tmp_path), SITE)
    check_clean(tmp_path / "site", SITE)


def test_folder_with_the_marker_is_taken_even_without_any_record(tmp_path: Path) -> None:
    put(tmp_path, {f"site/{MARKER}": b"", "site/old.html": b"old"})
    publish(RealDisk(), str(tmp_path), SITE)
    check_clean(tmp_path / "site", SITE)


def test_marker_has_to_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "site" / MARKER).mkdir(parents=True)
    assert refused(RealDisk(), tmp_path)[0] == "output-not-ours"


def link_site(project: Path) -> str:
    put(project, {f"elsewhere/{MARKER}": b"", "elsewhere/a.txt": b"a"})
    (project / "site").symlink_to("elsewhere")
    return "site"


def file_as_site(project: Path) -> str:
    put(project, {"site": b"a file"})
    return "site"


def link_state(project: Path) -> str:
    put(project, {"elsewhere/a.txt": b"a"})
    (project / ".sfwgen").symlink_to("elsewhere")
    return ".sfwgen"


def link_generations(project: Path) -> str:
    put(project, {"elsewhere/a.txt": b"a", ".sfwgen/x": b""})
    (project / ".sfwgen" / "generations").symlink_to("../elsewhere")
    return ".sfwgen/generations"


def link_lock(project: Path) -> str:
    put(project, {"elsewhere/a.txt": b"a", ".sfwgen/x": b""})
    (project / ".sfwgen" / "lock").symlink_to("../elsewhere/a.txt")
    return ".sfwgen/lock"


def link_next(project: Path) -> str:
    put(project, {"elsewhere/a.txt": b"a"})
    (project / "site.next").symlink_to("elsewhere")
    return "site.next"


@pytest.mark.parametrize(
    "place", [link_site, file_as_site, link_state, link_generations, link_lock, link_next]
)
def test_link_or_file_in_the_place_of_a_folder_is_refused_and_not_followed(
    place: Callable[[Path], str], tmp_path: Path
) -> None:
    name = place(tmp_path)
    target = tmp_path / ("elsewhere" if (tmp_path / "elsewhere").exists() else name)
    before = seen(target)
    assert refused(RealDisk(), tmp_path) == ("output-link", name)
    assert seen(target) == before


def test_link_on_the_way_to_the_output_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "public").symlink_to("elsewhere")
    assert refused(RealDisk(), tmp_path, "public/www") == ("output-link", "public")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_project_that_is_reached_by_a_link_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    publish(RealDisk(), str(tmp_path / "link"), SITE)
    check_clean(tmp_path / "real" / "site", SITE)


@pytest.mark.parametrize("path", ["site", "site/uploads"])
def test_mount_point_cannot_be_replaced(path: str) -> None:
    disk = MemoryDisk()
    disk.put(f"/p/site/{MARKER}")
    disk.put(f"/p/{path}/a.txt", b"a")
    disk.node(f"/p/{path}").device = 2
    before = disk.everything("/p/site")
    assert refused(disk, "/p") == ("output-mount-point", path)
    assert disk.everything("/p/site") == before


def test_records_on_another_disk_are_fine_but_no_version_can_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = RealDisk.rename

    def rename(disk: RealDisk, old: str, new: str) -> None:
        if ("/.sfwgen/" in old) != ("/.sfwgen/" in new):
            raise OSError(18, "another device", old)
        plain(disk, old, new)

    monkeypatch.setattr(RealDisk, "rename", rename)
    publish(RealDisk(), str(tmp_path), SITE)
    done = publish(RealDisk(), str(tmp_path), {"index.html": b"new"}, allow_shrink=True)
    assert done.diagnostics == ()
    check_clean(tmp_path / "site", {"index.html": b"new"})
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".sfwgen"}


def test_special_file_beside_the_site_is_refused() -> None:
    disk = MemoryDisk()
    disk.put("/p/site.prev", kind=Kind.SPECIAL)
    assert refused(disk, "/p") == ("output-link", "site.prev")


def test_project_that_was_moved_publishes_as_before(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    publish(RealDisk(), str(tmp_path / "here"), SITE)
    shutil.move(tmp_path / "here", tmp_path / "there")
    done = publish(RealDisk(), str(tmp_path / "there"), SITE)
    assert not done.swapped
