"""`sfwgen import report.docx`: a draft that passes every check, and a list of what is to be looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from sfwgen.cli import exits
from sfwgen.cli.commands.import_words import tell
from sfwgen.word import Loss
from tests.cli.conftest import Command, tree
from tests.word.files import report

FOLDER = "content/stories/new-road"


@pytest.fixture
def word(project: Path) -> Path:
    path = project / "报告.docx"
    path.write_bytes(report())
    return path


def test_a_word_file_becomes_a_draft_that_passes(sfwgen: Command, project: Path, word: Path) -> None:
    run = sfwgen("import", word.name, "new-road", "--date", "2019-06")
    assert run.code == exits.FINE, run.both
    assert {path.name for path in (project / FOLDER).iterdir()} == {
        "index.zh.md",
        "index.en.md",
        "image-1.png",
    }
    text = (project / FOLDER / "index.zh.md").read_text(encoding="utf-8")
    assert "title: 飞凤社区道路整修完成\n" in text
    assert "\n## 走访时看到的\n" in text
    assert sfwgen("check", "--strict").code == exits.FINE


def test_figures_are_offered_as_metrics_and_losses_listed_on_screen_and_in_the_draft(
    sfwgen: Command, project: Path, word: Path
) -> None:
    out = sfwgen("import", word.name, "new-road").out
    text = (project / FOLDER / "index.zh.md").read_text(encoding="utf-8")
    for line in (
        "- {metric: road_length, value: 200米}    # road_length 道路长度",
        "- {id: figure_2, label: {zh: …, en: …}, unit: household, value: 30余户}",
        "800m²    # 词表里没有单位“m²”",
        "修订：已删除的文字：删掉的。",
        "页眉、页脚：内部资料",
        "加粗、斜体、下划线等（处）：1",
    ):
        assert f"  {line}\n" in out
        assert f"#   {line}\n" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nothing.docx", "new-road"), "找不到文件“nothing.docx”"),
        (("config.yaml", "new-road"), "不是 .docx 文件"),
        (("报告.docx", "新路"), "不能用作案例的短名"),
        (("报告.docx", "feifeng-road"), "已经有名为“feifeng-road”的案例"),
    ],
)
def test_what_cannot_be_imported_is_said_and_nothing_written(
    sfwgen: Command, project: Path, word: Path, words: tuple[str, str], said: str
) -> None:
    before = tree(project / "content")
    run = sfwgen("import", *words)
    assert run.code == exits.USAGE
    assert said in run.err
    assert tree(project / "content") == before


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("loss", Loss)
def test_each_kind_of_loss_has_its_words(loss: Loss, lang: str) -> None:
    assert tell(lang, loss)


def test_a_file_that_word_has_open_is_said_to_be(
    sfwgen: Command, project: Path, word: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.suffix == ".docx":
            raise PermissionError(13, "Permission denied", str(self))
        return plain(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    run = sfwgen("import", word.name, "new-road")
    assert run.code == exits.USAGE
    assert "可能正在 Word 或 WPS 里打开着" in run.err
