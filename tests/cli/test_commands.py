"""What the commands do, what they print and the codes they end with."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from sfwgen import build as build_package
from sfwgen.build import pipeline
from sfwgen.cli import commands, exits
from sfwgen.cli.commands import build as build_command
from sfwgen.publish import RealDisk
from tests.build.projects import STORY, small_project
from tests.cli.conftest import Command, tree

NUMBER = r"\d+"
BUILT_ZH = re.compile(
    rf"网站已更新：案例 1 篇，网页 {NUMBER} 个，文中数字 4 个（有数据支持 4 个），错误 0 条，警告 0 条；"
    rf"文件新增 {NUMBER} 个、改动 0 个、删除 0 个、不变 0 个；版本 [0-9a-f]{{16}}；用时 \d+\.\d 秒。"
)
BUILT_EN = re.compile(
    rf"The site was up to date: 1 story, {NUMBER} pages, [^;]*, 0 errors, 0 warnings; "
    rf"0 new, 0 changed, 0 removed and {NUMBER} unchanged files; generation [0-9a-f]{{16}}; \d+\.\d s\."
)


def break_story(project: Path) -> None:
    (project / STORY).write_text(small_project()[STORY].replace("title:", "titel:"), encoding="utf-8")


def test_build_ends_with_the_summary(sfwgen: Command, project: Path) -> None:
    first = sfwgen("build")
    assert first.code == exits.FINE
    assert first.err == ""
    assert BUILT_ZH.fullmatch(first.out.rstrip("\n"))
    again = sfwgen("build", "--lang", "en")
    assert BUILT_EN.fullmatch(again.last)


def test_a_failed_build_says_so_and_leaves_the_old_site(sfwgen: Command, project: Path) -> None:
    sfwgen("build")
    before = tree(project / "site")
    break_story(project)
    run = sfwgen("build")
    assert run.code == exits.CONTENT
    assert re.fullmatch(r"网站没有更新：错误 \d 条，警告 0 条；用时 \d+\.\d 秒。", run.last)
    assert f"{STORY}:2:1: error[field-unknown]: " in run.out
    assert "    2 | titel: 飞凤社区黄土路整修完成\n      | ^\n" in run.out
    assert "文件本身有错误，其余的检查在改正之后才会进行。" in run.out
    assert tree(project / "site") == before


def test_check_changes_nothing(sfwgen: Command, project: Path) -> None:
    before = tree(project)
    assert sfwgen("check").code == exits.FINE
    break_story(project)
    assert sfwgen("check").code == exits.CONTENT
    (project / STORY).write_bytes(small_project()[STORY].encode())
    assert tree(project) == before


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_warning_fails_only_with_strict(sfwgen: Command, project: Path, command: str) -> None:
    (project / "content" / "notes.txt").write_text("…", encoding="utf-8")
    strict = sfwgen(command, "--strict")
    assert strict.code == exits.CONTENT
    assert not (project / "site").exists()
    plain = sfwgen(command)
    assert plain.code == exits.FINE
    assert "warning[file-unknown]" in plain.out
    assert "警告 1 条" in plain.last


def test_json_is_one_document_with_both_languages_and_the_summary(sfwgen: Command, project: Path) -> None:
    (project / "content" / "notes.txt").write_text("…", encoding="utf-8")
    report = json.loads(sfwgen("build", "--format", "json").out)
    assert set(report["diagnostics"][0]["message"]) == {"zh", "en"}
    summary = report["summary"]
    assert (summary["stories"], summary["warnings"], summary["errors"]) == (1, 1, 0)
    assert summary["published"] is True
    assert summary["stopped_at"] is None
    assert re.fullmatch("[0-9a-f]{16}", summary["generation"])
    break_story(project)
    failed = json.loads(sfwgen("build", "--format", "json").out)
    assert failed["summary"]["published"] is False
    assert failed["summary"]["stopped_at"] == "documents"
    assert failed["summary"]["errors"] >= 1


def test_annotations_name_file_line_and_column(sfwgen: Command, project: Path) -> None:
    break_story(project)
    run = sfwgen("check", "--format", "github")
    assert f"::error file={STORY},line=2,col=1,title=field-unknown::" in run.out


def test_nothing_printed_into_a_file_has_colours(sfwgen: Command, project: Path) -> None:
    break_story(project)
    assert "\x1b" not in sfwgen("build").both


def test_a_second_build_at_the_same_time_is_busy(sfwgen: Command, project: Path) -> None:
    (project / ".sfwgen").mkdir()
    with RealDisk().lock(f"{project}/.sfwgen/lock", wait=False):
        run = sfwgen("build")
    assert run.code == exits.BUSY
    assert f"sfwgen: error[build-busy]: 另一个 sfwgen（进程 {os.getpid()}）" in run.out


def test_a_folder_of_someone_else_is_not_replaced(sfwgen: Command, project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "thesis.doc").write_bytes(b"mine")
    run = sfwgen("build")
    assert run.code == exits.ENVIRONMENT
    assert "output-not-ours" in run.out
    assert (project / "site" / "thesis.doc").read_bytes() == b"mine"
    assert sfwgen("build", "--output", "public").code == exits.FINE
    assert (project / "public" / "index.html").is_file()


def test_interruption_ends_with_130_and_leaves_the_old_site(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sfwgen("build")
    before = tree(project / "site")
    (project / STORY).write_text(small_project()[STORY].replace("黄土", "泥"), encoding="utf-8")

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "render_outputs", interrupt)
    run = sfwgen("build")
    assert run.code == exits.INTERRUPTED
    assert run.err == "已中断；网站仍然完整。\n"
    assert tree(project / "site") == before


SECRET = "身份证号 330719190001010000"


def fail(*_: object, **__: object) -> None:
    raise RuntimeError(SECRET)


def test_a_bug_prints_one_line_and_leaves_a_report_without_content_or_folders(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_command, "build", fail)
    run = sfwgen("build", "--as-of", "2019-07-02")
    assert run.code == exits.BUG
    (line,) = run.both.splitlines()
    match = re.search(r"\.sfwgen/bug-[0-9a-f]{8}\.txt", line)
    assert match
    report = (project / match[0]).read_text(encoding="utf-8")
    assert "RuntimeError" in report
    assert "sfwgen/cli/__init__.py:" in report
    assert "command: build\n" in report
    for hidden in (SECRET, "330719", str(project), str(Path.home()), str(Path(pipeline.__file__).parents[2])):
        assert hidden not in report
    assert sfwgen("build", "--as-of", "2019-07-02").err == run.err


def test_a_bug_shows_its_traceback_only_on_request(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_command, "build", fail)
    assert "Traceback" not in sfwgen("build").both
    assert "Traceback" in sfwgen("build", "--debug").err


def test_a_bug_outside_a_project_writes_nothing(
    sfwgen: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(build_command, "build", fail)
    run = sfwgen("build")
    assert run.code == exits.BUG
    assert "--debug" in run.err
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_is_the_machine_s_fault(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: RealDisk, path: str, *_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", path)

    monkeypatch.setattr(RealDisk, "write", refuse)
    run = sfwgen("new", "story", "a-story")
    assert run.code == exits.ENVIRONMENT
    assert "disk-full" in run.out
    assert str(project) not in run.both


def test_source_date_epoch_must_be_a_number(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    run = sfwgen("build")
    assert run.code == exits.USAGE
    assert "SOURCE_DATE_EPOCH" in run.err
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1561910400")
    assert sfwgen("build").code == exits.FINE


def test_rollback_brings_the_site_before_back_and_forth(sfwgen: Command, project: Path) -> None:
    sfwgen("build")
    first = tree(project / "site")
    (project / STORY).write_text(small_project()[STORY].replace("黄土", "泥"), encoding="utf-8")
    sfwgen("build")
    second = tree(project / "site")
    assert re.fullmatch(r"[0-9a-f]{16}　网页 \d+ 个，文件 \d+ 个\n", sfwgen("rollback", "--list").out)
    run = sfwgen("rollback")
    assert run.code == exits.FINE
    assert "已恢复旧版网站" in run.out
    assert tree(project / "site") == first
    sfwgen("rollback")
    assert tree(project / "site") == second


def test_rollback_without_an_earlier_site_says_so(sfwgen: Command, project: Path) -> None:
    assert "没有可以恢复的旧版网站" in sfwgen("rollback", "--list").out
    assert sfwgen("rollback", "abcd").code == exits.ENVIRONMENT


def test_schema_is_printed_or_written(sfwgen: Command, project: Path) -> None:
    assert json.loads(sfwgen("schema", "story").out)["properties"]["title"]
    everything = json.loads(sfwgen("schema").out)
    assert {"config", "story", "tally", "metrics"} <= set(everything)
    for _ in range(2):
        assert sfwgen("schema", "--write", "editor/schemas").code == exits.FINE
    written = tree(project / "editor" / "schemas")
    assert set(written) == {f"{kind}.schema.json" for kind in everything}
    assert json.loads(written["story.schema.json"]) == everything["story"]


def test_every_command_of_the_table_has_its_module() -> None:
    from sfwgen.cli.table import COMMANDS

    files = {path.stem for path in Path(commands.__path__[0]).glob("*.py")} - {"__init__"}
    modules = {command.module for command in COMMANDS}
    assert modules <= files
    # `figures_find.py` is the part of `figures.py` for one of its own commands; what reads the documents of a
    # project serves several.
    names = {command.name for command in COMMANDS}
    others = {file for file in files - modules if file.partition("_")[0] not in names}
    assert others == {"documents_project"}


def test_the_library_offers_what_the_commands_use() -> None:
    for name in ("load", "check", "build"):
        assert callable(getattr(build_package, name))


def test_progress_is_shown_on_a_terminal_only(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sfwgen("build").err == ""
    import sys

    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True)
    run = sfwgen("check")
    assert "正在读取……" in run.err
    assert re.search(r"正在生成网页 0/\d+", run.err)
    assert run.err.endswith("\r")
    assert "正在" not in run.out
    assert sfwgen("check", "--format", "json").err == ""
