"""Starting a project and a story: what is written passes every check, and nothing is ever overwritten."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest

from sfwgen.build.placeholders import PLACEHOLDERS
from sfwgen.cli import exits
from sfwgen.cli.console import Console
from sfwgen.publish import Kind
from sfwgen.resources import starter_files
from sfwgen.scaffold import StoryDraft, story_files, write_files
from tests.build.projects import small_project
from tests.cli.conftest import Command, tree
from tests.support.disk import MemoryDisk, Trouble

FOLDER = "content/stories/new-road"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_then_build_gives_the_example_as_a_site(
    sfwgen: Command, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = sfwgen("init", "my-bulletin", "--lang", "zh")
    assert run.code == exits.FINE
    assert "cd my-bulletin" in run.out
    monkeypatch.chdir(desk / "my-bulletin")
    assert sfwgen("build", "--strict").code == exits.FINE
    assert (desk / "my-bulletin" / "site" / "en" / "index.html").is_file()


def test_init_writes_the_example_and_what_git_leaves_out(sfwgen: Command, desk: Path) -> None:
    sfwgen("init", "a/b/c")
    files = tree(desk / "a" / "b" / "c")
    assert "/site/\n" in files.pop(".gitignore").decode()
    assert files == dict(starter_files())


def test_init_refuses_a_folder_with_anything_in_it(sfwgen: Command, desk: Path) -> None:
    (desk / "notes.txt").write_text("mine", encoding="utf-8")
    before = tree(desk)
    for folder in (".", "notes.txt"):
        run = sfwgen("init", folder, "--lang", "zh")
        assert run.code == exits.USAGE
        assert "已经有文件，没有改动它" in run.err
        assert "用法" not in run.err
    assert tree(desk) == before


def test_init_takes_an_empty_folder_and_a_fresh_repository(sfwgen: Command, desk: Path) -> None:
    (desk / "repository" / ".git").mkdir(parents=True)
    assert sfwgen("init", "repository").code == exits.FINE
    (desk / "empty").mkdir()
    assert sfwgen("init", "empty").code == exits.FINE


def test_a_new_story_passes_check_at_once_and_stays_off_the_site(sfwgen: Command, project: Path) -> None:
    assert sfwgen("check", "--strict").code == exits.FINE
    run = sfwgen("new", "story", "new-road")
    assert run.code == exits.FINE
    assert f"{FOLDER}/index.zh.md、{FOLDER}/index.en.md" in run.out
    check = sfwgen("check", "--strict")
    assert check.code == exits.FINE
    assert "另有草稿 1 篇" in check.last
    sfwgen("build")
    assert not (project / "site" / "stories" / "new-road.html").exists()


@pytest.mark.parametrize("slug", ["con", "nul", "com1", "a" * 201, "New", "新路"])
def test_a_name_that_works_not_everywhere_begins_no_story(sfwgen: Command, project: Path, slug: str) -> None:
    run = sfwgen("new", "story", slug)
    assert run.code == exits.USAGE
    assert "con、nul 这类 Windows 保留的名称" in run.err
    assert not (project / "content" / "stories" / slug).exists()


def publish_draft(project: Path, replaced: dict[str, str]) -> None:
    """Takes the draft mark away and writes these texts in place of what stands there."""
    for path in (project / FOLDER).iterdir():
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        text = "".join(line for line in lines if not line.startswith("draft:"))
        for old, new in replaced.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")


def test_a_new_story_is_published_once_it_is_written_and_its_draft_line_removed(
    sfwgen: Command, project: Path
) -> None:
    sfwgen("new", "story", "new-road", "--title-zh", "新路", "--title-en", "A new road")
    written = {
        **dict.fromkeys(PLACEHOLDERS["zh"].values(), "路已修好。"),
        **dict.fromkeys(PLACEHOLDERS["en"].values(), "The road is repaired."),
    }
    publish_draft(project, written)
    assert sfwgen("build").code == exits.FINE
    assert "新路" in (project / "site" / "stories" / "new-road.html").read_text(encoding="utf-8")


def test_a_text_that_nobody_has_written_never_reaches_the_site(sfwgen: Command, project: Path) -> None:
    sfwgen("new", "story", "new-road")
    publish_draft(project, {})
    run = sfwgen("check")
    assert run.code == exits.CONTENT
    for lang in ("zh", "en"):
        for text in PLACEHOLDERS[lang].values():
            assert f"“{text}”还没有换成正式的文字。" in run.out
    assert f"{FOLDER}/index.zh.md:2:9: error[placeholder-left]" in run.out


def test_options_fill_in_the_facts_by_id_or_by_name(sfwgen: Command, project: Path) -> None:
    run = sfwgen(
        *("new", "story", "new-road", "--title-zh", "新路：飞凤社区 #3 路", "--title-en", "- A road: “new”"),
        *("--line", "服务基层", "--date", "2019-06-late", "--place", "feifeng", "--place", "西城街道"),
    )
    assert run.code == exits.FINE, run.both
    text = (project / FOLDER / "index.zh.md").read_text(encoding="utf-8")
    assert 'title: "新路：飞凤社区 #3 路"\n' in text
    assert "date: 2019-06-late\nline: grassroots\nplaces: [feifeng, xicheng]\n" in text
    assert 'title: "- A road: “new”"\n' in (project / FOLDER / "index.en.md").read_text(encoding="utf-8")
    assert sfwgen("check", "--strict").code == exits.FINE


@pytest.mark.parametrize(
    "title",
    [
        "true",
        "2019",
        "~",
        "第#3期",
        "a: b",
        "- x",
        "'单引号",
        '"双引号',
        "{花括号",
        "[方括号]",
        "a  b",
        "100%",
        "*星*",
    ],
)
def test_any_title_is_read_back_as_it_was_typed(title: str) -> None:
    from sfwgen.content import load_site

    base = {path: text.encode() for path, text in small_project().items()}
    site, _ = load_site(base)
    assert site is not None
    files = story_files(site.config, StoryDraft("new-road", "grassroots", {"zh": title}))
    together, faults = load_site({**base, **files})
    assert together is not None
    story = next(each for each in together.stories if each.slug == "new-road")
    assert story.texts["zh"].title.source == title
    assert not [each for each in faults if each.severity == "error"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("--line resident", "没有名为“resident”的服务线。可用：grassroots 服务基层。"),
        ("--place 飞风社区", "没有名为“飞风社区”的地点。"),
        ("--team 施工", "没有名为“施工”的小分队。"),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(
    sfwgen: Command, project: Path, arguments: str, told: str
) -> None:
    run = sfwgen("new", "story", "new-road", *arguments.split())
    assert run.code == exits.USAGE
    assert told in run.err
    assert not (project / FOLDER).exists()


def test_the_nearest_place_is_suggested(sfwgen: Command, project: Path) -> None:
    run = sfwgen("new", "story", "new-road", "--place", "飞风社区")
    assert "是不是“飞凤社区”？" in run.err


@pytest.mark.parametrize("slug", ["新路", "New-Road", "new_road", "new road", "../x", "-", "a/b", "con/x"])
def test_a_name_that_cannot_be_an_address_is_refused(sfwgen: Command, project: Path, slug: str) -> None:
    before = tree(project)
    assert sfwgen("new", "story", f"{slug}").code == exits.USAGE
    assert tree(project) == before


def test_an_existing_story_is_never_overwritten(sfwgen: Command, project: Path) -> None:
    nested = project / "content" / "stories" / "2019" / "old-road"
    nested.mkdir(parents=True)
    (nested / "index.zh.md").write_text("mine", encoding="utf-8")
    before = tree(project)
    for slug in ("feifeng-road", "old-road"):
        run = sfwgen("new", "story", slug)
        assert run.code == exits.USAGE
        assert f"已经有名为“{slug}”的案例" in run.err
    assert tree(project) == before


def test_a_title_that_would_be_wrong_is_told_and_nothing_is_made(sfwgen: Command, project: Path) -> None:
    run = sfwgen("new", "story", "new-road", "--title-zh", "看不见的\u202e字")
    assert run.code == exits.CONTENT
    assert "没有建立文件" in run.out
    assert not (project / FOLDER).exists()


def test_without_a_sound_config_there_is_nothing_to_begin_with(sfwgen: Command, project: Path) -> None:
    (project / "config.yaml").write_text("title: x\n", encoding="utf-8")
    run = sfwgen("new", "story", "new-road", "--lang", "zh")
    assert run.code == exits.CONTENT
    assert "config.yaml 有错误" in run.out


def test_other_faulty_stories_do_not_stand_in_the_way(sfwgen: Command, project: Path) -> None:
    (project / "content" / "stories" / "feifeng-road" / "index.en.md").write_text(
        "no header", encoding="utf-8"
    )
    assert sfwgen("new", "story", "new-road").code == exits.FINE


def test_on_a_terminal_it_asks_for_what_was_not_given_until_it_exists(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Console, "can_ask", lambda _: True)
    answers = "新路\n基层\n服务基层\n去年\n2019-06\nfeifeng 西城\nfeifeng 西城街道\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    run = sfwgen("new", "story", "new-road", "--title-en", "A new road")
    assert run.code == exits.FINE, run.both
    for question in ("标题（中文", "没有名为“基层”的服务线", "写成 2019、2019-05", "没有名为“西城”的地点"):
        assert question in run.err
    assert "标题（English" not in run.err
    text = (project / FOLDER / "index.zh.md").read_text(encoding="utf-8")
    assert "title: 新路\n" in text
    assert "date: 2019-06\nline: grassroots\nplaces: [feifeng, xicheng]\n" in text


def test_whoever_skips_every_question_gets_a_draft_all_the_same(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Console, "can_ask", lambda _: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert sfwgen("new", "story", "new-road").code == exits.FINE
    assert sfwgen("check", "--strict").code == exits.FINE


@pytest.mark.parametrize("at", range(1, 6))
def test_files_are_made_all_or_none(at: int) -> None:
    disk = MemoryDisk()
    disk.put("/p/config.yaml", b"")
    before = disk.files("/p")
    disk.recount(Trouble(at, errno.ENOSPC))
    with pytest.raises(OSError, match="No space"):
        write_files(disk, "/p", {"a/b/x.md": b"x", "a/c/y.md": b"y"})
    assert disk.files("/p") == before
    assert set(disk.node("/p").children) == {"config.yaml"}


def test_nothing_is_written_through_a_link() -> None:
    disk = MemoryDisk()
    disk.put("/p/content/stories", kind=Kind.LINK)
    with pytest.raises(NotADirectoryError):
        write_files(disk, "/p", {"content/stories/a/index.zh.md": b"x"})
    assert set(disk.node("/p/content").children) == {"stories"}


def test_a_file_that_exists_is_left_alone_and_so_is_its_folder() -> None:
    disk = MemoryDisk()
    disk.put("/p/a/y.md", b"mine")
    with pytest.raises(FileExistsError):
        write_files(disk, "/p", {"a/x.md": b"x", "a/y.md": b"y"})
    assert disk.files("/p") == {"a/y.md": b"mine"}
