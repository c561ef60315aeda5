"""Going back to an earlier site, forward again, and what happens when records or versions are damaged."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sfwgen.publish import (
    EnvironmentFault,
    Generation,
    Published,
    RealDisk,
    earlier_generations,
    publish,
    recover,
    rollback,
)
from tests.support.trees import check_clean, files, put, seen, whole

ONE = {"index.html": b"one", "stories/a.html": b"a", "css/site.css": b"css"}
TWO = {"index.html": b"two", "stories/a.html": b"a", "stories/b.html": b"b", "css/site.css": b"css"}
THREE = {"index.html": b"three", "stories/b.html": b"b", "css/site.css": b"css 3"}


def issue(project: Path, outputs: Mapping[str, bytes], keep: tuple[str, ...] = ()) -> Published:
    return publish(RealDisk(), str(project), outputs, keep=keep, allow_shrink=True)


def back(project: Path, to: str | None = None, keep: tuple[str, ...] = ()) -> Published:
    return rollback(RealDisk(), str(project), to=to, keep=keep)


def names(project: Path) -> list[str]:
    return [each.name for each in earlier_generations(RealDisk(), str(project))]


def kept_folders(project: Path) -> list[Path]:
    return sorted(path for path in (project / ".sfwgen" / "generations").iterdir() if path.is_dir())


def refused(project: Path, to: str | None = None) -> tuple[str, str]:
    before = seen(project / "site")
    with pytest.raises(EnvironmentFault) as told:
        back(project, to)
    assert seen(project / "site") == before
    return told.value.diagnostic.code, told.value.diagnostic.location.file


def test_site_before_comes_back_byte_for_byte_and_the_later_one_again(tmp_path: Path) -> None:
    issue(tmp_path, ONE)
    two = issue(tmp_path, TWO)
    done = back(tmp_path)
    check_clean(tmp_path / "site", ONE)
    assert (done.new, done.changed, done.unchanged, done.removed) == (0, 1, 2, 1)
    assert back(tmp_path).generation == two.generation
    check_clean(tmp_path / "site", TWO)
    back(tmp_path)
    check_clean(tmp_path / "site", ONE)


def test_any_kept_version_can_be_named_by_the_start_of_its_name(tmp_path: Path) -> None:
    one, two = issue(tmp_path, ONE), issue(tmp_path, TWO)
    issue(tmp_path, THREE)
    assert names(tmp_path) == [two.generation, one.generation]
    back(tmp_path, to=one.generation[:6])
    check_clean(tmp_path / "site", ONE)


def test_versions_are_listed_with_their_pages_and_files(tmp_path: Path) -> None:
    two = issue(tmp_path, TWO)
    issue(tmp_path, THREE)
    listed = earlier_generations(RealDisk(), str(tmp_path))
    assert listed == (Generation(two.generation, pages=3, files=5),)


def test_unchanged_files_are_not_touched_by_going_back(tmp_path: Path) -> None:
    issue(tmp_path, ONE)
    issue(tmp_path, TWO)
    before = (tmp_path / "site" / "stories" / "a.html").stat()
    back(tmp_path)
    after = (tmp_path / "site" / "stories" / "a.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_publishing_after_going_back_works_as_ever(tmp_path: Path) -> None:
    issue(tmp_path, ONE)
    two = issue(tmp_path, TWO)
    back(tmp_path)
    issue(tmp_path, THREE)
    check_clean(tmp_path / "site", THREE)
    back(tmp_path, to=two.generation)
    check_clean(tmp_path / "site", TWO)


def test_there_is_nothing_to_go_back_to_at_first(tmp_path: Path) -> None:
    assert earlier_generations(RealDisk(), str(tmp_path)) == ()
    issue(tmp_path, ONE)
    assert refused(tmp_path)[0] == "generation-missing"
    issue(tmp_path, TWO)
    assert refused(tmp_path, to="ffffffffffffffff") == ("generation-missing", "site")


@pytest.mark.parametrize("path", ["index.html", "stories/a.html"])
def test_version_that_was_changed_since_is_not_restored(path: str, tmp_path: Path) -> None:
    issue(tmp_path, ONE)
    issue(tmp_path, TWO)
    damaged = kept_folders(tmp_path)[0] / path
    data = damaged.read_bytes()
    damaged.unlink()
    damaged.write_bytes(data.swapcase())
    assert refused(tmp_path) == ("generation-damaged", f"site/{path}")


def test_version_that_misses_a_file_is_not_restored(tmp_path: Path) -> None:
    issue(tmp_path, ONE)
    issue(tmp_path, TWO)
    (kept_folders(tmp_path)[0] / "index.html").unlink()
    assert refused(tmp_path) == ("generation-damaged", "site/index.html")


def test_edit_in_place_of_a_shared_file_is_found_before_anything_is_restored(tmp_path: Path) -> None:
    issue(tmp_path, ONE)
    issue(tmp_path, TWO)
    (tmp_path / "site" / "stories" / "a.html").write_bytes(b"A")
    assert refused(tmp_path) == ("generation-damaged", "site/stories/a.html")
    issue(tmp_path, TWO)
    check_clean(tmp_path / "site", TWO)


def test_stranger_put_into_a_kept_version_does_not_come_back_with_it(tmp_path: Path) -> None:
    issue(tmp_path, ONE)
    issue(tmp_path, TWO)
    put(kept_folders(tmp_path)[0], {"evil.html": b"<script>"})
    back(tmp_path)
    check_clean(tmp_path / "site", ONE)


def test_version_whose_folder_was_deleted_is_no_longer_offered(tmp_path: Path) -> None:
    one = issue(tmp_path, ONE)
    issue(tmp_path, TWO)
    issue(tmp_path, THREE)
    latest = next(path for path in kept_folders(tmp_path) if path.name != one.generation)
    latest.rename(tmp_path / "gone")
    assert names(tmp_path) == [one.generation]
    back(tmp_path)
    check_clean(tmp_path / "site", ONE)


@pytest.mark.parametrize("named", [True, False], ids=["named in config.yaml", "config.yaml cannot be read"])
def test_kept_files_stay_as_they_are_when_going_back(named: bool, tmp_path: Path) -> None:
    issue(tmp_path, ONE)
    put(tmp_path / "site", {"CNAME": b"first", "a[1].txt": b"odd name"})
    keep = ("CNAME", "a*.txt")
    issue(tmp_path, TWO, keep)
    (tmp_path / "site" / "CNAME").unlink()
    put(tmp_path / "site", {"CNAME": b"second"})
    issue(tmp_path, THREE, keep)
    back(tmp_path, keep=keep if named else ())
    assert files(tmp_path / "site") == {**whole(TWO), "CNAME": b"second", "a[1].txt": b"odd name"}


def test_large_site_is_back_within_a_second(tmp_path: Path) -> None:
    large = {f"stories/{number}.html": bytes(8000) for number in range(1000)}
    issue(tmp_path, {**large, "index.html": b"one"})
    issue(tmp_path, {**large, "index.html": b"two"})
    start = time.process_time()
    back(tmp_path)
    assert time.process_time() - start < 1
    check_clean(tmp_path / "site", {**large, "index.html": b"one"})


# Records


def lose_state(project: Path) -> None:
    # As on a new machine that was given the site but not the state folder.
    (project / ".sfwgen").rename(project.parent / "state")


def lose_manifest(project: Path) -> None:
    (project / ".sfwgen" / "manifest.json").unlink()


def garble(data: bytes) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        (project / ".sfwgen" / "manifest.json").write_bytes(data)

    return change


def truncate(project: Path) -> None:
    file = project / ".sfwgen" / "manifest.json"
    file.write_bytes(file.read_bytes()[:-20])


def lead_out(project: Path) -> None:
    file = project / ".sfwgen" / "manifest.json"
    file.write_bytes(file.read_bytes().replace(b"stories/", b"../../"))


def spoil(**fields: object) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        file = project / ".sfwgen" / "manifest.json"
        file.write_text(json.dumps(json.loads(file.read_bytes()) | fields))

    return change


LOSSES = {
    "state folder lost": lose_state,
    "manifest lost": lose_manifest,
    "manifest empty": garble(b""),
    "manifest truncated": truncate,
    "manifest of another kind": garble(b"[1, 2]"),
    "manifest too deep": garble(b"[" * 100_000),
    "manifest no text": garble(b"\xff\xfe\x00"),
    "manifest of a later format": garble(b'{"format": 99, "files": {}}'),
    "manifest that leads out": lead_out,
    "manifest without files": spoil(files=None),
    "manifest with a file without digest": spoil(files={"index.html": {"size": 3, "sha256": "abc"}}),
    "manifest with a file without size": spoil(files={"index.html": {"size": True, "sha256": "0" * 64}}),
    "manifest with a list as file": spoil(files={"index.html": [3]}),
    "manifest of an impossible folder": spoil(output="../site"),
    "manifest with versions elsewhere": spoil(previous=["../../home"]),
    "manifest with kept files that are no names": spoil(kept=[1]),
}


@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES)
def test_lost_or_garbled_record_ends_in_a_clean_site(lose: Callable[[Path], None], tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    issue(project, ONE)
    issue(project, TWO)
    lose(project)
    done = issue(project, THREE)
    check_clean(project / "site", THREE)
    assert [each.code for each in done.diagnostics] == ["output-record-missing"]
    assert dict(done.diagnostics[0].words) == {"count": "1", "name": "stories/a.html"}
    back(project)
    check_clean(project / "site", TWO)


@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES)
def test_record_of_a_site_that_is_right_is_written_anew(lose: Callable[[Path], None], tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    issue(project, ONE)
    before = seen(project / "site")
    lose(project)
    assert not issue(project, ONE).swapped
    assert seen(project / "site") == before
    put(project / "site", {"notes.txt": b"mine"})
    assert issue(project, TWO).strangers == ("notes.txt",)


@pytest.mark.parametrize(
    "journal", [b"", b"{", b"null", b'{"format": 1}', b'{"format": 1, "folder": true, "next": {}}', b"\xff"]
)
def test_garbled_journal_is_dropped(journal: bytes, tmp_path: Path) -> None:
    issue(tmp_path, ONE)
    put(tmp_path / ".sfwgen", {"journal.json": journal})
    issue(tmp_path, TWO)
    check_clean(tmp_path / "site", TWO)
    assert not (tmp_path / ".sfwgen" / "journal.json").exists()


@pytest.mark.parametrize("fields", [{"folder": "1"}, {"before_folder": "1"}, {"before": {}}, {"next": []}])
def test_journal_with_a_wrong_field_is_dropped(fields: dict[str, object], tmp_path: Path) -> None:
    issue(tmp_path, ONE)
    manifest = json.loads((tmp_path / ".sfwgen" / "manifest.json").read_bytes())
    journal = {"format": 1, "folder": 1, "next": manifest, "before": None, "before_folder": None}
    put(tmp_path / ".sfwgen", {"journal.json": json.dumps(journal | fields).encode()})
    issue(tmp_path, TWO)
    check_clean(tmp_path / "site", TWO)
    assert not (tmp_path / ".sfwgen" / "journal.json").exists()


def test_recovering_a_project_without_trouble_changes_nothing(tmp_path: Path) -> None:
    issue(tmp_path, ONE)
    issue(tmp_path, TWO)
    before = seen(tmp_path / "site")
    recover(RealDisk(), str(tmp_path))
    assert seen(tmp_path / "site") == before
    back(tmp_path)
    check_clean(tmp_path / "site", ONE)
