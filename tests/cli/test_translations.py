"""`sfwgen translations` as staff and translators use it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from sfwgen.cli import exits
from tests.cli.conftest import Command

STORY = "content/stories/feifeng-road/index.zh.md"
STORY_EN = "content/stories/feifeng-road/index.en.md"
RECORD = "content/records/stories/feifeng-road.yaml"


def edit(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def test_each_document_is_listed_until_it_is_confirmed(sfwgen: Command, project: Path) -> None:
    run = sfwgen("translations")
    assert run.code == exits.FINE
    assert "stories/feifeng-road  en  未确认" in run.out
    assert sfwgen("translations", "confirm", "feifeng-road", "pages/about").code == exits.FINE
    assert (project / RECORD).is_file()
    run = sfwgen("translations", "feifeng-road", "about", "--lang", "en")
    assert "stories/feifeng-road  en  confirmed" in run.out
    assert run.last == "Translations: 2; 2 confirmed, 0 not confirmed, 0 stale, 0 missing."


def test_a_changed_paragraph_is_listed_with_both_places_and_warned_of(sfwgen: Command, project: Path) -> None:
    sfwgen("translations", "confirm", "--all")
    edit(project, STORY, "已经整修完成", "已经全部整修完成")
    run = sfwgen("translations", "feifeng-road")
    assert f"原文改了，译文没改: {STORY_EN}:5:1 ← {STORY}:11:1" in run.out
    assert sfwgen("check").code == exits.FINE
    strict = sfwgen("check", "--strict")
    assert strict.code == exits.CONTENT
    assert "translation-stale" in strict.out
    sfwgen("translations", "confirm", "feifeng-road")
    assert sfwgen("check", "--strict").code == exits.FINE


def test_the_list_is_data_and_markdown_too(sfwgen: Command, project: Path) -> None:
    sfwgen("translations", "confirm", "feifeng-road")
    edit(project, STORY, "已经整修完成", "已经全部整修完成")
    data = json.loads(sfwgen("translations", "feifeng-road", "--format", "json").out)
    (entry,) = data["translations"]
    assert (entry["document"], entry["state"], entry["open"][0]["state"]) == (
        "stories/feifeng-road",
        "stale",
        "stale",
    )
    assert entry["open"][0]["translated"]["file"] == STORY_EN
    markdown = sfwgen("translations", "--format", "markdown").out
    assert f"| stories/feifeng-road | en | 过期（1 处，共 4 处） | `{STORY_EN}:5:1` |" in markdown


def test_confirming_twice_changes_nothing(sfwgen: Command, project: Path) -> None:
    sfwgen("translations", "confirm", "feifeng-road")
    before = (project / RECORD).read_bytes()
    assert "本来就已确认" in sfwgen("translations", "confirm", "feifeng-road").out
    assert (project / RECORD).read_bytes() == before


def test_what_is_not_there_cannot_be_confirmed(sfwgen: Command, project: Path) -> None:
    (project / STORY_EN).unlink()
    run = sfwgen("translations", "confirm", "feifeng-road")
    assert run.code == exits.CONTENT
    assert "没有译文" in run.out
    assert not (project / RECORD).exists()
    assert sfwgen("translations", "confirm", "--all").code == exits.FINE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("translations", "feifeng-raod"), "是不是“feifeng-road”？"),
        (("translations", "confirm"), "--all"),
        (("translations", "--language", "fr"), "可用：en"),
        (("translations", "import"), "写出要导入的文件"),
        (("translations", "import", "nothing.po"), "读不了“nothing.po”"),
    ],
)
def test_a_slip_in_the_command_is_explained(
    sfwgen: Command, project: Path, words: tuple[str, ...], said: str
) -> None:
    run = sfwgen(*words)
    assert run.code == exits.USAGE
    assert said in run.err


def test_a_translator_s_file_goes_out_and_comes_back(sfwgen: Command, project: Path) -> None:
    assert "没有要译的内容" in sfwgen("translations", "export").out
    (project / STORY_EN).unlink()
    run = sfwgen("translations", "export")
    assert "1 篇，3 处，其中要译的 3 处" in run.out
    po = project / "export" / "translations.en.po"
    english = iter(
        (
            "The earth road in Feifeng is repaired",
            "200 metres have been repaired.",
            "In Feifeng Community a stretch of earth road 200 metres long has been repaired.",
        )
    )
    head, text = po.read_text(encoding="utf-8").split("\n\n", 1)
    text = re.sub('msgstr ""', lambda _: f'msgstr "{next(english)}"', text)
    po.write_text(f"{head}\n\n{text}", encoding="utf-8")
    run = sfwgen("translations", "import", "export/translations.en.po")
    assert run.code == exits.FINE, run.both
    written = (project / STORY_EN).read_text(encoding="utf-8")
    assert written.startswith("---\ntitle: The earth road in Feifeng is repaired\nsummary: 200 metres")
    assert sfwgen("check", "--strict").code == exits.FINE
    assert "没有新的译文" in sfwgen("translations", "import", "export/translations.en.po").out


def test_a_file_whose_original_changed_since_is_refused_and_nothing_is_written(
    sfwgen: Command, project: Path
) -> None:
    sfwgen("translations", "export", "feifeng-road", "--output", "out.po")
    edit(project, "out.po", "200 metres long", "200 metres in length")
    edit(project, STORY, "已经整修完成", "全部整修完成")
    before = (project / STORY_EN).read_bytes()
    run = sfwgen("translations", "import", "out.po")
    assert run.code == exits.CONTENT
    assert "stories/feifeng-road（body-1）：原文改过了" in run.out
    assert (project / STORY_EN).read_bytes() == before


def test_without_babel_it_is_said_how_to_get_it(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "babel.core", None)
    run = sfwgen("translations", "export", "feifeng-road", "--lang", "en")
    assert run.code == exits.ENVIRONMENT
    assert "sfwgen[translate]" in run.err
