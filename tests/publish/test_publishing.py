"""Publishing a site into a real folder: what is counted, kept, told, refused, and left alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from sfwgen.publish import (
    MARKER,
    EnvironmentFault,
    InputsChanged,
    OutputShrinks,
)
from sfwgen.publish.places import MARKER_BYTES
from tests.publish.sites import NEXT, SITE, issue, site
from tests.support.trees import check_clean, files, put, seen, whole

# What is counted


def test_first_site_is_all_new(tmp_path: Path) -> None:
    done = issue(tmp_path, SITE)
    assert (done.new, done.changed, done.unchanged, done.removed) == (4, 0, 0, 0)
    assert done.swapped
    assert done.diagnostics == ()
    check_clean(site(tmp_path), SITE)


def test_new_changed_unchanged_and_removed_files_are_counted(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    done = issue(tmp_path, NEXT)
    assert (done.new, done.changed, done.unchanged, done.removed) == (1, 1, 2, 1)
    check_clean(site(tmp_path), NEXT)


def test_same_site_has_the_same_generation_whatever_was_there(tmp_path: Path) -> None:
    one = issue(tmp_path, SITE)
    two = issue(tmp_path, NEXT)
    assert issue(tmp_path, SITE).generation == one.generation != two.generation


# What is left alone


def test_publishing_the_same_site_again_writes_nothing_to_it(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    before, inode = seen(site(tmp_path)), site(tmp_path).stat().st_ino
    state = seen(tmp_path / ".sfwgen")
    done = issue(tmp_path, SITE)
    assert not done.swapped
    assert (done.new, done.changed, done.unchanged, done.removed) == (0, 0, 4, 0)
    assert seen(site(tmp_path)) == before
    assert site(tmp_path).stat().st_ino == inode
    assert {
        path: each.data for path, each in (seen(tmp_path / ".sfwgen") or {}).items() if path != "lock"
    } == {path: each.data for path, each in (state or {}).items() if path != "lock"}


def test_unchanged_files_keep_their_times_and_are_not_copied(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    before = (site(tmp_path) / "stories" / "a.html").stat()
    issue(tmp_path, NEXT)
    after = (site(tmp_path) / "stories" / "a.html").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_changed_file_is_a_new_file_and_the_old_one_is_not_written_into(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    with (site(tmp_path) / "index.html").open("rb") as reader:
        issue(tmp_path, NEXT)
        assert reader.read() == b"home"
    assert (site(tmp_path) / "index.html").read_bytes() == b"new home"


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_modes_are_fixed_whatever_the_umask(umask: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        issue(tmp_path, SITE)
    finally:
        os.umask(before)
    check_clean(site(tmp_path), SITE)


def test_modes_that_someone_changed_are_put_right(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    (site(tmp_path) / "index.html").chmod(0o600)
    (site(tmp_path) / "stories").chmod(0o700)
    time = (site(tmp_path) / "index.html").stat().st_mtime_ns
    assert issue(tmp_path, SITE).swapped
    check_clean(site(tmp_path), SITE)
    assert (site(tmp_path) / "index.html").stat().st_mtime_ns == time


def edit(root: Path) -> None:
    # As many editors save: into the file that is there, with the same size and time.
    file = root / "index.html"
    found = file.stat()
    file.write_bytes(b"HOME")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))


def delete(root: Path) -> None:
    (root / "stories" / "a.html").unlink()


def add_folder(root: Path) -> None:
    (root / "empty" / "folders").mkdir(parents=True)


def replace_by_folder(root: Path) -> None:
    (root / "index.html").unlink()
    put(root, {"index.html/x": b"x"})


def replace_by_link(root: Path) -> None:
    (root / "index.html").unlink()
    (root / "index.html").symlink_to("stories/a.html")


def replace_by_pipe(root: Path) -> None:
    (root / "index.html").unlink()
    os.mkfifo(root / "index.html")


def link_out(root: Path) -> None:
    (root / "stories" / "more").symlink_to("/etc")


def lose_marker(root: Path) -> None:
    (root / MARKER).write_bytes(b"")


@pytest.mark.parametrize(
    "change",
    [edit, delete, add_folder, replace_by_folder, replace_by_link, replace_by_pipe, link_out, lose_marker],
)
def test_site_that_someone_changed_is_made_as_a_clean_one_again(
    change: Callable[[Path], None], tmp_path: Path
) -> None:
    issue(tmp_path, SITE)
    change(site(tmp_path))
    issue(tmp_path, SITE)
    check_clean(site(tmp_path), SITE)


def test_edit_in_place_of_the_old_site_does_not_reach_the_new_one(tmp_path: Path) -> None:
    """Generations share unchanged files: an edit of one is found, and never published."""
    issue(tmp_path, SITE)
    issue(tmp_path, NEXT)
    kept = next(path for path in (tmp_path / ".sfwgen" / "generations").iterdir() if path.is_dir())
    (kept / "stories" / "a.html").write_bytes(b"!")
    issue(tmp_path, NEXT)
    check_clean(site(tmp_path), NEXT)


# Refusals


def pages(count: int) -> dict[str, bytes]:
    return {"css/site.css": b"", **{f"{number}.html": b"page" for number in range(count)}}


def test_site_that_would_lose_more_than_a_third_of_its_pages_is_not_replaced(tmp_path: Path) -> None:
    issue(tmp_path, pages(10))
    before = seen(site(tmp_path))
    with pytest.raises(OutputShrinks) as refused:
        issue(tmp_path, pages(6))
    diagnostic = refused.value.diagnostic
    assert diagnostic.code == "output-shrinks"
    assert dict(diagnostic.words) == {"before": "10", "after": "6"}
    assert "--allow-shrink" in diagnostic.hint("zh")
    assert seen(site(tmp_path)) == before


def test_small_fall_or_one_that_is_meant_goes_through(tmp_path: Path) -> None:
    issue(tmp_path, pages(10))
    issue(tmp_path, pages(7))
    issue(tmp_path, pages(1), allow_shrink=True)
    check_clean(site(tmp_path), pages(1))
    issue(tmp_path, {}, max_shrink=Decimal(1))
    check_clean(site(tmp_path), {})


def test_empty_site_does_not_replace_a_full_one(tmp_path: Path) -> None:
    issue(tmp_path, pages(1))
    with pytest.raises(OutputShrinks):
        issue(tmp_path, {})


def test_strangers_pages_do_not_count_as_pages_of_the_site(tmp_path: Path) -> None:
    issue(tmp_path, pages(3))
    put(site(tmp_path), {f"old-site/{number}.html": b"" for number in range(50)})
    issue(tmp_path, pages(3))
    check_clean(site(tmp_path), pages(3))


def test_site_is_as_it_was_if_the_sources_have_changed_meanwhile(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    before = seen(site(tmp_path))
    with pytest.raises(InputsChanged):
        issue(tmp_path, NEXT, confirm=lambda: False)
    assert seen(site(tmp_path)) == before
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".sfwgen"}
    with pytest.raises(InputsChanged):
        issue(tmp_path, SITE, confirm=lambda: False)


def test_no_first_site_appears_if_the_sources_have_changed_meanwhile(tmp_path: Path) -> None:
    with pytest.raises(InputsChanged):
        issue(tmp_path, SITE, confirm=lambda: False)
    assert {path.name for path in tmp_path.iterdir()} == {".sfwgen"}
    issue(tmp_path, NEXT)
    check_clean(site(tmp_path), NEXT)


def test_sources_are_looked_at_last_before_the_swap(tmp_path: Path) -> None:
    issue(tmp_path, SITE)

    def confirm() -> bool:
        assert files(tmp_path / "site.next") == whole(NEXT)
        assert files(site(tmp_path)) == whole(SITE)
        return True

    issue(tmp_path, NEXT, confirm=confirm)


def test_ctrl_c_before_the_swap_leaves_the_site_and_nothing_beside_it(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    before = seen(site(tmp_path))

    def confirm() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        issue(tmp_path, NEXT, confirm=confirm)
    assert seen(site(tmp_path)) == before
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".sfwgen"}


@pytest.mark.parametrize(
    "paths",
    [
        ["../x.html"],
        ["/etc/x.html"],
        ["a\\b.html"],
        ["con.html"],
        ["a.html", "A.html"],
        ["a", "a/b.html"],
        ["A", "a/b.html"],
        [MARKER],
        [f"{MARKER}/x"],
        [""],
    ],
)
def test_plan_with_impossible_paths_is_a_bug_and_nothing_is_written(paths: list[str], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"output"):
        issue(tmp_path, dict.fromkeys(paths, b""))
    assert list(tmp_path.iterdir()) == []


# Leftovers


def test_what_a_killed_run_left_beside_the_site_is_cleared_away(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    put(tmp_path / "site.next", {MARKER: b"", "half/a.html": b"ha"})
    put(tmp_path / "site.prev", {MARKER: MARKER_BYTES})
    put(tmp_path / ".sfwgen", {"manifest.json.next": b"{", "journal.json.next": b""})
    issue(tmp_path, NEXT)
    check_clean(site(tmp_path), NEXT)
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".sfwgen"}
    assert {path.name for path in (tmp_path / ".sfwgen").iterdir()} == {
        "generations",
        "lock",
        "manifest.json",
    }


def test_folder_in_the_way_that_is_not_of_sfwgen_is_left_alone(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    put(tmp_path / "site.next", {"thesis.docx": b"years of work"})
    with pytest.raises(EnvironmentFault) as refused:
        issue(tmp_path, NEXT)
    assert refused.value.diagnostic.code == "output-not-ours"
    assert refused.value.diagnostic.location.file == "site.next"
    assert files(tmp_path / "site.next") == {"thesis.docx": b"years of work"}
    check_clean(site(tmp_path), SITE)


def test_only_the_wanted_number_of_versions_is_kept(tmp_path: Path) -> None:
    for number in range(6):
        issue(tmp_path, {**SITE, "index.html": f"{number}".encode()}, generations=3)
    kept = [path for path in (tmp_path / ".sfwgen" / "generations").iterdir() if path.is_dir()]
    assert len(kept) == 3
    issue(tmp_path, SITE, generations=0)
    assert list((tmp_path / ".sfwgen" / "generations").iterdir()) == []


def test_kept_versions_are_not_readable_by_others(tmp_path: Path) -> None:
    """A withdrawn page must not be served from a shared machine's state folder."""
    issue(tmp_path, SITE)
    issue(tmp_path, NEXT)
    assert stat.S_IMODE((tmp_path / ".sfwgen" / "generations").stat().st_mode) == 0o700


def test_nested_output_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    issue(tmp_path, SITE, output="public/www")
    check_clean(tmp_path / "public" / "www", SITE)
    issue(tmp_path, NEXT, output="public/www")
    check_clean(tmp_path / "public" / "www", NEXT)
    assert [path.name for path in (tmp_path / "public").iterdir()] == ["www"]


def test_two_output_folders_do_not_disturb_each_other(tmp_path: Path) -> None:
    issue(tmp_path, SITE)
    issue(tmp_path, NEXT, output="trial")
    check_clean(site(tmp_path), SITE)
    check_clean(tmp_path / "trial", NEXT)
    issue(tmp_path, NEXT)
    check_clean(site(tmp_path), NEXT)
    check_clean(tmp_path / "trial", NEXT)
