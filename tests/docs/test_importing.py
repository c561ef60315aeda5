"""The documents on importing posts: their example gives what they print, each line of their tables is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sfwgen.build import make_site
from sfwgen.cli import exits, main
from sfwgen.cli.parsing import parse_arguments
from sfwgen.content import load_site
from sfwgen.diagnostics import has_errors
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from sfwgen.scaffold import project_files
from tests.build.projects import small_project
from tests.docs.blocks import blocks_of, read_document
from tests.posts.grammar import PNG
from tests.posts.support import body_of, import_files

DOCUMENTS = {"zh": "docs/importing.zh.md", "en": "docs/importing.md"}
_ROW = re.compile(r"^\| `(?P<written>[^\n]+?)` \| `(?P<said>[^\n]+?)` \|$", re.MULTILINE)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "bulletin"
    for path, text in small_project().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("lang", DOCUMENTS)
def test_the_example_is_printed_and_written_as_the_document_says(
    project: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = blocks_of(read_document(DOCUMENTS[lang]))
    for block in blocks:
        if block.words and block.words[0].startswith("old-site/"):
            file = project.parent / block.words[0]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
    (project.parent / "old-site/content/news/feifeng/site.png").write_bytes(PNG)
    [printed] = [block.text for block in blocks if block.language == "text"]
    [draft] = [block for block in blocks if "draft" in block.words]
    dry, real, other = [block.text.split()[1:] for block in blocks if "import" in block.words]
    for words in (dry, other):
        assert main([*words, "--lang", lang]) == exits.FINE
    assert not (project / draft.path).exists()
    capsys.readouterr()
    assert main([*real, "--lang", lang]) == exits.FINE
    assert capsys.readouterr().out == printed
    assert (project / draft.path).read_text(encoding="utf-8") == draft.text
    assert main(["check", "--strict"]) == exits.FINE


@pytest.mark.parametrize("lang", DOCUMENTS)
def test_each_line_of_the_tables_of_the_text_is_so(lang: str) -> None:
    rows = [(match["written"], match["said"]) for match in _ROW.finditer(read_document(DOCUMENTS[lang]))]
    assert len(rows) == 18
    hugo: dict[str, bytes | str] = {
        "hugo.toml": "",
        "content/news/other.md": "甲\n",
        "static/images/road.png": PNG,
    }
    hexo: dict[str, bytes | str] = {"_config.yml": "language: zh\n", "source/_posts/other.md": "甲\n"}
    for number, (written, _) in enumerate(rows[:13]):
        hugo |= {
            f"content/news/row-{number}/index.md": f"{written}\n",
            f"content/news/row-{number}/site.png": PNG,
        }
    for number, (written, _) in enumerate(rows[13:], 13):
        hexo |= {
            f"source/_posts/row-{number}.md": f"{written}\n",
            f"source/_posts/row-{number}/site.png": PNG,
        }
    files = {**import_files(hugo).files, **import_files(hexo).files}
    made = [body_of(files[f"content/stories/row-{number}/index.zh.md"]).strip() for number in range(18)]
    assert made == [said for _, said in rows]


def test_both_documents_show_the_same_example_and_the_same_tables() -> None:
    zh, en = (read_document(DOCUMENTS[lang]) for lang in ("zh", "en"))
    assert _ROW.findall(zh) == _ROW.findall(en)
    for one, other in zip(blocks_of(zh), blocks_of(en), strict=True):
        assert (one.language, one.words) == (other.language, other.words)
        assert one.language == "text" or one.text == other.text


@pytest.mark.parametrize("lang", DOCUMENTS)
def test_every_option_of_the_command_that_posts_take_is_named(lang: str) -> None:
    text = read_document(DOCUMENTS[lang])
    command = parse_arguments(["import", "x"], lang).command
    assert command is not None
    assert [
        each.name for each in command.options if each.name.startswith("--") and each.name not in text
    ] == ["--date"]


@pytest.mark.parametrize("lang", DOCUMENTS)
def test_the_example_can_be_emptied_as_the_document_says(lang: str) -> None:
    text = read_document(DOCUMENTS[lang])
    listed = tuple(re.findall(r"^   - `(content/[^`]+)`$", text, re.MULTILINE))
    assert len(listed) == 4
    files = {path: data for path, data in project_files().items() if not path.startswith(listed)}
    config = files["config.yaml"].decode()
    files["config.yaml"] = re.sub(r"^span_chart:.*\n", "", config, flags=re.MULTILINE).encode()
    _, told = load_site(
        {path: data for path, data in files.items() if path.startswith(("content/", "config.yaml"))}
    )
    assert not has_errors(told)
    if lang == "zh":
        checked = make_site(make_sources(files), theme_files())
        assert not has_errors(checked.diagnostics)
