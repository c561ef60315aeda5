"""`sfwgen export`, as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sfwgen.cli import main
from tests.support.example import example_files


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example in a folder, in which commands are given."""
    for path, data in example_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_command_writes_a_pdf_in_each_language_and_an_article(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "pdf", "1", "--lang", "zh"]) == 0
    names = sorted(path.name for path in (project / "export").iterdir())
    assert names == ["bulletin-1-en.pdf", "bulletin-1-zh.pdf"]
    assert "NotoSerifCJK" in capsys.readouterr().out
    assert main(["export", "wechat", "gas-pipeline", "--lang", "zh"]) == 0
    assert "上限 20000" in capsys.readouterr().out
    folder = project / "export" / "wechat" / "gas-pipeline"
    assert sorted(path.name for path in folder.iterdir()) == [
        *("article.html", "article.txt", "copy.html", "images.json", "meta.json"),
    ]


def test_an_unknown_issue_story_or_language_is_a_slip_of_the_command_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["pdf", "7"], ["wechat", "gas-pipelin"], ["pdf", "1", "--language", "fr"]):
        assert main(["export", *command, "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert "Did you mean “gas-pipeline”?" in told
    assert not (project / "export").exists()


def test_a_project_with_errors_exports_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = project / "content/stories/gas-pipeline/index.zh.md"
    story.write_text(story.read_text("utf-8").replace("800余家企业", "900余家企业"), "utf-8")
    assert main(["export", "pdf", "1", "--lang", "zh"]) == 1
    told = capsys.readouterr().out
    assert "content/stories/gas-pipeline/index.zh.md" in told
    assert "先改正上面的错误" in told
    assert not (project / "export").exists()
