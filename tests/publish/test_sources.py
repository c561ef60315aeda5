"""Reading a project from a real disk: plain files once each, and a word about everything else."""

from __future__ import annotations

import errno
import hashlib
import os
import socket
from pathlib import Path

import pytest

from sfwgen.diagnostics import Diagnostic, Severity
from sfwgen.publish import RealDisk, Sources, make_sources, read_tree
from sfwgen.publish.sources import MIB, size_limit
from tests.support.disk import MemoryDisk
from tests.support.trees import put

STORY = "content/stories/gas/index.zh.md"


def read(root: Path) -> tuple[Sources, tuple[Diagnostic, ...]]:
    return read_tree(RealDisk(), str(root), folders=("content", "templates"), files=("config.yaml",))


def codes(faults: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(each.code, each.location.file) for each in faults]


def test_files_of_a_project_are_read_by_path_in_order(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "config.yaml": b"site: {}\n",
            "content/vocabulary/units.yaml": b"- id: household\n",
            STORY: "---\ntitle: 供气\n---\n".encode(),
            "templates/page.html": b"<p>",
            "README.md": b"not a source",
            "site/index.html": b"not a source either",
        },
    )
    sources, faults = read(tmp_path)
    assert list(sources) == ["config.yaml", STORY, "content/vocabulary/units.yaml", "templates/page.html"]
    assert faults == ()
    assert sources[STORY] == "---\ntitle: 供气\n---\n".encode()
    assert sources.digest(STORY) == hashlib.sha256(sources[STORY]).hexdigest()


def test_project_without_templates_of_its_own_is_fine(tmp_path: Path) -> None:
    put(tmp_path, {"config.yaml": b"x"})
    assert list(read(tmp_path)[0]) == ["config.yaml"]
    assert read(tmp_path)[1] == ()


def test_sources_are_the_same_if_names_and_bytes_are(tmp_path: Path) -> None:
    put(tmp_path, {STORY: b"a", "config.yaml": b"x"})
    first = read(tmp_path)[0]
    (tmp_path / STORY).touch()
    assert first.same_as(read(tmp_path)[0])
    assert first.same_as(make_sources({"config.yaml": b"x", STORY: b"a"}))
    (tmp_path / STORY).write_bytes(b"b")
    assert not first.same_as(read(tmp_path)[0])


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "Thumbs.db", "~$x.docx", ".index.zh.md.swp", "index.zh.md~", "desktop.ini", ".git/config"],
)
def test_hidden_files_and_junk_are_passed_over_without_a_word(name: str, tmp_path: Path) -> None:
    put(tmp_path, {STORY: b"a", f"content/stories/gas/{name}": b"junk"})
    sources, faults = read(tmp_path)
    assert list(sources) == [STORY]
    assert faults == ()


@pytest.mark.parametrize(
    "name",
    [
        "index.zh - 副本.md",
        "index.zh (1).md",
        "index.zh.md.bak",
        "index.zh (王芳的冲突副本).md",
        "index.zh.md.txt",
    ],
)
def test_copy_is_not_used_and_a_warning_says_so(name: str, tmp_path: Path) -> None:
    put(tmp_path, {STORY: b"a", f"content/stories/gas/{name}": b"old"})
    sources, faults = read(tmp_path)
    assert list(sources) == [STORY]
    assert codes(faults) == [("file-copy", f"content/stories/gas/{name}")]
    assert faults[0].severity is Severity.WARNING
    assert name in faults[0].message("zh")


def test_copied_folder_of_a_story_is_not_used_as_a_whole(tmp_path: Path) -> None:
    put(tmp_path, {STORY: b"a", "content/stories/gas - 副本/index.zh.md": b"a"})
    sources, faults = read(tmp_path)
    assert list(sources) == [STORY]
    assert codes(faults) == [("file-copy", "content/stories/gas - 副本")]


def test_linked_file_is_refused_and_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"secret")
    put(tmp_path / "project", {"config.yaml": b"x"})
    link = tmp_path / "project" / "content" / "a.md"
    link.parent.mkdir()
    link.symlink_to(secret)
    sources, faults = read(tmp_path / "project")
    assert list(sources) == ["config.yaml"]
    assert codes(faults) == [("file-is-link", "content/a.md")]


def test_linked_folder_is_refused_and_not_entered(tmp_path: Path) -> None:
    put(tmp_path / "elsewhere", {"a.md": b"secret"})
    put(tmp_path / "project", {STORY: b"a"})
    (tmp_path / "project" / "content" / "pages").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "project" / "templates").symlink_to(tmp_path / "elsewhere")
    sources, faults = read(tmp_path / "project")
    assert list(sources) == [STORY]
    assert codes(faults) == [("file-is-link", "content/pages"), ("file-is-link", "templates")]


def test_link_that_leads_nowhere_or_in_a_circle_is_refused(tmp_path: Path) -> None:
    put(tmp_path, {STORY: b"a"})
    (tmp_path / "content" / "gone.md").symlink_to("nothing")
    (tmp_path / "content" / "round").symlink_to(".")
    assert codes(read(tmp_path)[1]) == [
        ("file-is-link", "content/gone.md"),
        ("file-is-link", "content/round"),
    ]


def test_pipe_or_socket_is_refused_and_waits_for_nobody(tmp_path: Path) -> None:
    put(tmp_path, {STORY: b"a"})
    os.mkfifo(tmp_path / "content" / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listener:
        # The path of a socket may not be long.
        here = Path.cwd()
        os.chdir(tmp_path / "content")
        try:
            listener.bind("socket.md")
        finally:
            os.chdir(here)
        sources, faults = read(tmp_path)
    assert list(sources) == [STORY]
    assert codes(faults) == [("file-is-special", "content/pipe.md"), ("file-is-special", "content/socket.md")]


def test_pipe_that_takes_the_place_of_a_file_at_the_last_moment_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(OSError, match="plain file") as refused:
        RealDisk().read(str(tmp_path / "a.md"))
    assert refused.value.filename == str(tmp_path / "a.md")


def test_link_that_takes_the_place_of_a_file_at_the_last_moment_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, {"secret": b"secret"})
    (tmp_path / "a.md").symlink_to(tmp_path / "secret")
    with pytest.raises(OSError) as refused:
        RealDisk().read(str(tmp_path / "a.md"))
    assert refused.value.errno == errno.ELOOP


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("index.zh.md", MIB),
        ("a.yaml", 4 * MIB),
        ("走访.csv", 20 * MIB),
        ("走访.XLSX", 20 * MIB),
        ("photo.JPG", 25 * MIB),
        ("form.pdf", 50 * MIB),
    ],
)
def test_each_kind_of_file_has_its_limit(name: str, limit: int, tmp_path: Path) -> None:
    assert size_limit(name) == limit
    file = tmp_path / "content" / name
    file.parent.mkdir()
    # Files with holes: they take no room.
    file.touch()
    os.truncate(file, limit)
    assert codes(read(tmp_path)[1]) == []
    os.truncate(file, limit + 1)
    sources, faults = read(tmp_path)
    assert list(sources) == []
    assert codes(faults) == [("file-too-large", f"content/{name}")]
    assert f"{limit:,}" in faults[0].message("zh")


def test_file_that_grows_while_it_is_read_is_not_read_beyond_its_limit(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x" * 5000)
    assert len(RealDisk().read(str(tmp_path / "a.md"), 100)) == 101


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Photo.jpg", "photo.jpg"),
        ("第1期.yaml", "第１期.yaml"),
        ("（一）.md", "(一).md"),
        ("É.md", "é.md"),
    ],
)
def test_names_that_differ_in_case_or_width_only_collide(first: str, second: str, tmp_path: Path) -> None:
    put(tmp_path, {f"content/{first}": b"1", f"content/{second}": b"2"})
    sources, faults = read(tmp_path)
    assert len(sources) == 1
    assert [each.code for each in faults] == ["file-name-collision"]
    named = {faults[0].location.file, *(each.file for each in faults[0].related)}
    assert named == {f"content/{first}", f"content/{second}"}
    assert first in faults[0].message("zh")
    assert second in faults[0].message("en")


def test_folders_that_differ_in_case_only_collide(tmp_path: Path) -> None:
    put(tmp_path, {"content/stories/Gas/index.zh.md": b"1", "content/stories/gas/index.zh.md": b"2"})
    assert [each.code for each in read(tmp_path)[1]] == ["file-name-collision"]


def test_decomposed_name_is_told_and_does_not_replace_its_twin(tmp_path: Path) -> None:
    put(tmp_path, {"content/caf\u00e9.md": b"1", "content/cafe\u0301.md": b"2"})
    faults = read(tmp_path)[1]
    assert {each.code for each in faults} <= {"file-name-collision", "file-name-form"}
    assert faults


def test_name_in_gbk_is_told_with_its_bytes(tmp_path: Path) -> None:
    put(tmp_path, {STORY: b"a"})
    raw = os.fsencode(tmp_path / "content") + b"/" + "供气".encode("gbk") + b".md"
    with open(os.open(raw, os.O_CREAT | os.O_WRONLY), "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(b"x")
    sources, faults = read(tmp_path)
    assert list(sources) == [STORY]
    assert codes(faults) == [("file-name-encoding", "content/\\xb9\\xa9\\xc6\\xf8.md")]
    faults[0].message("zh").encode("utf-8")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a:b.md", "file-name-characters"),
        ("con.md", "file-name-reserved"),
        ("标题 ", "file-name-ending"),
        ("a\u200bb.md", "file-name-invisible"),
        ("a\nb.md", "file-name-invisible"),
        ("字" * 70, "file-name-too-long"),
    ],
)
def test_name_that_fails_on_some_machine_is_refused_where_it_stands(
    name: str, code: str, tmp_path: Path
) -> None:
    put(tmp_path, {f"content/{name}": b"x", STORY: b"a"})
    sources, faults = read(tmp_path)
    assert list(sources) == [STORY]
    assert [each.code for each in faults] == [code]
    assert "\n" not in faults[0].location.file


def test_path_too_long_for_windows_is_told(tmp_path: Path) -> None:
    deep = "content/" + "/".join(["stories-of-the-year"] * 9) + "/index.zh.md"
    put(tmp_path, {deep: b"x"})
    sources, faults = read(tmp_path)
    assert list(sources) == []
    assert [each.code for each in faults] == ["file-path-too-long"]


def test_all_faults_are_told_together_in_order(tmp_path: Path) -> None:
    put(tmp_path, {"content/z.md.bak": b"", "content/b:b.md": b"", "content/a/con.md": b"", STORY: b"a"})
    (tmp_path / "content" / "m.md").symlink_to("nothing")
    assert codes(read(tmp_path)[1]) == [
        ("file-name-reserved", "content/a/con.md"),
        ("file-name-characters", "content/b:b.md"),
        ("file-is-link", "content/m.md"),
        ("file-copy", "content/z.md.bak"),
    ]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO])
@pytest.mark.parametrize("path", [STORY, "content/stories", "config.yaml", "content"])
def test_file_or_folder_that_cannot_be_read_is_told_and_the_rest_is_read(path: str, number: int) -> None:
    disk = MemoryDisk()
    disk.put_all("/p", {"config.yaml": b"x", STORY: b"a", "templates/page.html": b"t"})
    disk.denied[f"/p/{path}"] = number
    sources, faults = read_tree(disk, "/p", folders=("content", "templates"), files=("config.yaml",))
    assert "templates/page.html" in sources
    assert path not in sources
    assert [each.location.file for each in faults] == [path]
    assert errno.errorcode[number] in faults[0].message("zh")


def test_file_that_an_editor_removes_during_the_listing_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {STORY: b"a", "content/stories/gas/4913": b"the trial file of an editor"})
    plain_look = RealDisk.look

    def look(disk: RealDisk, path: str) -> object:
        if path.endswith("4913"):
            Path(path).unlink(missing_ok=True)
        return plain_look(disk, path)

    monkeypatch.setattr(RealDisk, "look", look)
    sources, faults = read(tmp_path)
    assert list(sources) == [STORY]
    assert faults == ()
