"""`sfwgen fix`: shows first, writes only when told to, and keeps the files as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from sfwgen.cli import exits
from sfwgen.cli.console import Console
from tests.cli.conftest import Command, tree

STORY = "content/stories/feifeng-road/index.zh.md"
PAGE = "content/pages/about/index.zh.md"


@pytest.fixture
def slips(project: Path) -> dict[str, bytes]:
    """The project with a full-width colon in a story and a page in GBK; the content as it was."""
    story, page = project / STORY, project / PAGE
    story.write_bytes(story.read_bytes().replace(b"line: ", "line：".encode()))
    page.write_bytes(page.read_text(encoding="utf-8").encode("gb18030"))
    return tree(project / "content")


def test_without_write_everything_is_shown_and_nothing_changed(
    sfwgen: Command, project: Path, slips: dict[str, bytes]
) -> None:
    run = sfwgen("fix")
    assert run.code == exits.FINE
    assert (
        f"{STORY}\n  第 4 行，“line”后面是中文冒号“：”。\n    - line：grassroots\n    + line: grassroots"
        in run.out
    )
    assert f"{PAGE}\n  编码 GBK 改成 UTF-8，读出来是：\n      title: 关于本站" in run.out
    assert "共 2 处，2 个文件，还没有写入" in run.last
    assert tree(project / "content") == slips


def test_with_write_the_project_passes_and_the_old_files_are_kept(
    sfwgen: Command, project: Path, slips: dict[str, bytes]
) -> None:
    run = sfwgen("fix", "--write", "--lang", "en")
    assert run.code == exits.FINE
    assert "2 corrections are written into 2 files" in run.last
    assert sfwgen("check", "--strict").code == exits.FINE
    (kept,) = (project / ".sfwgen" / "before-fix").iterdir()
    assert tree(kept) == {path: slips[path.removeprefix("content/")] for path in (STORY, PAGE)}
    assert "没有可以自动改正的地方" in sfwgen("fix", "--write").out


def test_only_the_files_named_are_looked_at(sfwgen: Command, project: Path, slips: dict[str, bytes]) -> None:
    assert PAGE not in sfwgen("fix", STORY).out
    assert STORY not in sfwgen("fix", "content/pages").out
    run = sfwgen("fix", "content/nothing.md")
    assert run.code == exits.USAGE
    assert "没有“content/nothing.md”这个文件" in run.err


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("", False), ("n", False)])
def test_on_a_terminal_the_user_is_asked(
    sfwgen: Command,
    project: Path,
    slips: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    written: bool,
) -> None:
    monkeypatch.setattr(Console, "can_ask", lambda _: True)
    monkeypatch.setattr(Console, "read_line", lambda _: answer)
    run = sfwgen("fix")
    assert "写入吗？" in run.err
    assert (tree(project / "content") != slips) is written


def test_what_is_left_for_a_person_is_counted(
    sfwgen: Command, project: Path, slips: dict[str, bytes]
) -> None:
    story = project / STORY
    story.write_bytes(story.read_bytes().replace(b"places:", b"plaecs:"))
    run = sfwgen("fix")
    assert "改好以后还有 1 处错误要自己改" in run.out


def test_a_file_in_yml_is_renamed(sfwgen: Command, project: Path) -> None:
    old = project / "content/bulletins/issue-001.yaml"
    old.rename(old.with_suffix(".yml"))
    run = sfwgen("fix", "--write")
    assert "文件改名为 content/bulletins/issue-001.yaml" in run.out
    assert old.is_file()
    assert not old.with_suffix(".yml").exists()
