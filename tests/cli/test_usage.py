"""Help and wrong usage, in the user's language from the first word to the last."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sfwgen.cli.exits import CONTENT, USAGE
from sfwgen.cli.table import COMMANDS
from sfwgen.diagnostics.width import display_width
from tests.cli.conftest import Command

HAN = re.compile("[\u4e00-\u9fff]")
NAMES = [command.name for command in COMMANDS]
# What a Chinese text may hold of English: names of things that are written so.
KEPT = re.compile(
    r"sfwgen|--?[a-z-]+|config\.yaml|SOURCE_DATE_EPOCH|JSON Schema|[A-Z]{3,}|zh\|en|text\|json\|github\|sarif|"
    r"figures\.json|\b(pdf|wechat|find|compare|list|explain|diff|git|markdown|confirm|import|PO|html|Word|docx|sftp|npm|admin|VS Code|Hugo|Hexo|hugo|hexo)\b|"
    r"\b(zh|en|text|json|github|sarif|site|story|" + "|".join(NAMES) + r")\b"
)


@pytest.mark.parametrize("command", ["", *NAMES])
def test_help_is_all_chinese_or_all_english_and_fits_a_terminal(
    sfwgen: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    chinese = sfwgen(*command.split(), "--help", "--lang", "zh")
    english = sfwgen(*command.split(), "--help", "--lang=en")
    assert chinese.code == english.code == 0
    assert not HAN.search(english.out)
    assert not re.search("[A-Za-z]{2,}", KEPT.sub("", chinese.out)), KEPT.sub("", chinese.out)
    for line in (*chinese.out.splitlines(), *english.out.splitlines()):
        assert display_width(line) <= 79


@pytest.mark.parametrize("name", NAMES)
def test_every_command_and_each_of_its_options_is_in_the_help(sfwgen: Command, name: str) -> None:
    assert f"  {name} " in sfwgen("--help").out
    command = next(each for each in COMMANDS if each.name == name)
    text = sfwgen(name, "-h").out
    for option in command.options:
        assert f"  {option.name}" in text
        for lang in ("zh", "en"):
            assert option.about(lang)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("biuld", "没有“biuld”这个命令。是不是“build”？"),
        ("xyzzy", "没有“xyzzy”这个命令。"),
        ("build --stirct", "没有“--stirct”这个选项。是不是“--strict”？"),
        ("build -x", "没有“-x”这个选项。"),
        ("serve --prot 8000", "没有“--prot”这个选项。是不是“--port”？"),
        ("serve --port", "“--port”后面要写一个值（PORT）。"),
        ("serve --port --open", "“--port”后面要写一个值（PORT）。"),
        ("serve --port http", "“--port”不能是“http”。写 0 到 65535 之间的整数。"),
        ("serve --port 70000", "“--port”不能是“70000”。写 0 到 65535 之间的整数。"),
        ("build --strict=yes", "“--strict”后面不带值。"),
        ("check --format jsn", "“--format”不能是“jsn”。可用的值：text、json、github、sarif。是不是“json”？"),
        (
            "check --as-of 2019-13-01",
            '“--as-of”不能是“2019-13-01”。写成年-月-日，例如 2019-07-02，或带时间，例如 "2019-07-02 09:30"。',
        ),
        (
            "check --as-of 2019",
            '“--as-of”不能是“2019”。写成年-月-日，例如 2019-07-02，或带时间，例如 "2019-07-02 09:30"。',
        ),
        ("build extra", "多出了“extra”。"),
        ("init", "缺少 DIR（新文件夹）。"),
        ("new story", "缺少 SLUG（英文短名，用作网址）。"),
        ("new page about", "“KIND”不能是“page”。可用的值：story。"),
        ("new story a --date 2019年5月", "“--date”不能是“2019年5月”。"),
        ("schema stry", "“KIND”不能是“stry”。"),
        ("--lang fr build", "“--lang”不能是“fr”。可用的值：zh、en。"),
        ("--debug", "没有写命令。"),
        ("--strict", "没有“--strict”这个选项。"),
    ],
)
def test_wrong_usage_is_told_in_words_with_the_nearest_that_exists(
    sfwgen: Command, project: Path, arguments: str, told: str
) -> None:
    run = sfwgen(*arguments.split())
    assert run.code == USAGE
    assert run.out == ""
    first, *rest = run.err.splitlines()
    assert first.startswith(told)
    assert rest[0].startswith("用法：sfwgen")
    assert rest[1].startswith("用法见：sfwgen")
    for english in ("usage", "error", "invalid", "argument", "expected"):
        assert english not in run.err


def test_without_a_word_it_lists_the_commands(sfwgen: Command, project: Path) -> None:
    run = sfwgen()
    assert (run.code, run.out) == (USAGE, "")
    assert run.err == sfwgen("--help").out


def test_wrong_usage_in_english(sfwgen: Command, project: Path) -> None:
    run = sfwgen("--lang", "en", "biuld")
    assert run.err == (
        "There is no command “biuld”. Did you mean “build”?\n"
        "usage: sfwgen COMMAND [options]\n"
        "For help: sfwgen --help\n"
    )


def test_a_hostile_word_is_shown_and_not_obeyed(sfwgen: Command) -> None:
    assert "<U+001B>[2J" in sfwgen("\x1b[2J").err


def test_common_options_stand_before_or_after_the_command(sfwgen: Command, project: Path) -> None:
    before = sfwgen("--lang", "en", "check")
    after = sfwgen("check", "--lang", "en")
    assert before.code == after.code == 0
    assert "Checked, no errors" in before.last
    assert "Checked, no errors" in after.last


@pytest.mark.parametrize(
    ("config", "locale", "arguments", "chinese"),
    [
        ("languages:\n  - {id: en, tag: en, name: English}\n", "zh_CN.UTF-8", "", False),
        ("languages:\n  - {id: zh, tag: zh-Hans, name: 中文}\n", "en_GB.UTF-8", "", True),
        ("languages: [{tag: en, id: 'en'}]\n", "zh_CN.UTF-8", "", False),
        ("title: x\n", "zh_CN.UTF-8", "", True),
        (None, "zh_CN.UTF-8", "", True),
        (None, "fr_FR.UTF-8", "", False),
        (None, "C", "", False),
        ("languages:\n  - {id: zh, tag: zh-Hans, name: 中文}\n", "zh_CN.UTF-8", "--lang en", False),
        (None, "C", "--lang=zh", True),
        (None, "zh_CN.UTF-8", "--lang xx", True),
    ],
)
def test_the_language_is_that_of_lang_else_of_the_project_else_of_the_machine(
    sfwgen: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    config: str | None,
    locale: str,
    arguments: str,
    chinese: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", locale)
    if config is not None:
        Path("config.yaml").write_text(config, encoding="utf-8")
    run = sfwgen("--help", *arguments.split())
    assert bool(HAN.search(run.both)) is chinese


def test_a_pipe_in_place_of_config_yaml_is_not_waited_for(sfwgen: Command, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "config.yaml")
    run = sfwgen("check", "--project", str(tmp_path))
    assert (run.code, "file-is-special" in run.out) == (CONTENT, True)


@pytest.mark.parametrize(
    ("locale", "chinese"),
    [("C", True), ("C.UTF-8", True), ("POSIX", True), ("", True), ("en_GB.UTF-8", False)],
)
def test_where_the_machine_names_no_language_a_new_project_is_spoken_of_in_its_own(
    sfwgen: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: str, chinese: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", locale)
    assert bool(HAN.search(sfwgen("init", "demo").both)) is chinese


def test_the_project_may_be_named_from_elsewhere(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.parent)
    assert sfwgen("build", "--project", "bulletin").code == 0
    assert (project / "site" / "index.html").is_file()


def test_version(sfwgen: Command) -> None:
    assert re.fullmatch(r"sfwgen \d+\.\d+\.\d+\n", sfwgen("--version").out)


def test_a_reader_that_has_gone_is_no_trouble(tmp_path: Path) -> None:
    """As in `sfwgen --help | head -0`."""
    command = f"{sys.executable} -m sfwgen --help --lang en; echo $? >&3"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{{ {{ {command}; }} | true; }} 3>code"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    assert (tmp_path / "code").read_text() == "0\n"
