"""`sfwgen figures`: figures in any text, in two texts, in a project, and between two states of it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sfwgen.cli import exits
from sfwgen.cli.commands.figures_input import running_text
from sfwgen.cli.commands.figures_words import _KINDS, _WORDS
from sfwgen.figures import Kind
from tests.build.projects import STORY, STORY_EN
from tests.cli.conftest import Command

ZH = "全镇800余家企业用上天然气。\n惠及8.4万名群众。\n"
EN = "More than 800 enterprises have gas.\nIt reaches 84,000 residents.\n"


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a text and its translation, and no project."""
    (tmp_path / "zh.md").write_text(ZH, encoding="utf-8")
    (tmp_path / "en.md").write_text(EN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    stdin = SimpleNamespace(buffer=io.BytesIO(data), isatty=lambda: False)
    monkeypatch.setattr(sys, "stdin", stdin)


# --- find ---------------------------------------------------------------------------------------------------


def test_find_tells_each_figure_with_its_place_and_what_it_says(sfwgen: Command, texts: Path) -> None:
    run = sfwgen("figures", "find", "zh.md", "--lang", "zh")
    assert run.code == exits.FINE
    assert run.out == "1:3: 800余家  多于 800，单位 家\n2:3: 8.4万名  84,000，单位 名\n共找到数字 2 个。\n"
    english = sfwgen("figures", "find", "en.md", "--lang", "en")
    assert english.out.startswith("1:1: More than 800 enterprises  more than 800, unit enterprises\n")


def test_find_gives_records_as_json(sfwgen: Command, texts: Path) -> None:
    (first, second) = json.loads(sfwgen("figures", "find", "zh.md", "--format", "json").out)["figures"]
    assert first == {
        "text": "800余家",
        "start": 2,
        "end": 7,
        "value": "800",
        "low": None,
        "high": None,
        "base": None,
        "qualifier": "more_than",
        "unit": "家",
        "statistic": None,
        "direction": None,
    }
    assert ZH[second["start"] : second["end"]] == "8.4万名"


@pytest.mark.parametrize("form", ["text", "json"])
def test_each_line_gives_one_json_record_a_line(
    sfwgen: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str
) -> None:
    monkeypatch.chdir(tmp_path)
    type_in(monkeypatch, "走访237次\n\n没有数字\n近300户".encode())
    run = sfwgen("figures", "find", "-", "--lang", "zh", "--each-line", "--format", form)
    found = [json.loads(line)["figures"] for line in run.out.splitlines()]
    assert [[each["value"] for each in figures] for figures in found] == [["237"], [], [], ["300"]]
    assert [each["start"] for figures in found for each in figures] == [2, 0]


def test_standard_input_is_read_where_no_file_is_named(
    sfwgen: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    type_in(monkeypatch, b"\xef\xbb\xbf5 teams\r\n")
    assert sfwgen("figures", "find", "--lang", "en").out.startswith("1:1: 5 ")


def test_nothing_typed_is_no_line(sfwgen: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    type_in(monkeypatch, b"")
    assert sfwgen("figures", "find", "--each-line").out == ""


def test_a_text_in_gbk_is_refused_with_a_hint(sfwgen: Command, texts: Path) -> None:
    (texts / "zh.md").write_bytes(ZH.encode("gb18030"))
    run = sfwgen("figures", "find", "zh.md")
    assert run.code == exits.CONTENT
    assert "error[encoding-gbk]" in run.out


def test_what_is_marked_as_no_figure_is_left_out(sfwgen: Command, texts: Path) -> None:
    (texts / "zh.md").write_text("{~五家单位~}走访3户", encoding="utf-8")
    found = json.loads(sfwgen("figures", "find", "zh.md", "--format", "json").out)["figures"]
    assert [(each["text"], each["start"]) for each in found] == [("3户", 10)]


# --- compare ------------------------------------------------------------------------------------------------


def test_texts_that_agree_end_with_0(sfwgen: Command, texts: Path) -> None:
    run = sfwgen("figures", "compare", "zh.md", "en.md")
    assert run.code == exits.FINE
    assert "agrees: 800余家 = More than 800 enterprises (1:3 = 1:1)\n" in run.out
    assert run.last == "2 agree, 0 differ."


def test_a_difference_is_told_with_both_places_and_ends_with_1(sfwgen: Command, texts: Path) -> None:
    (texts / "en.md").write_text(EN.replace("84,000", "48,000"), encoding="utf-8")
    run = sfwgen("figures", "compare", "zh.md", "en.md", "--lang", "zh")
    assert run.code == exits.CONTENT
    assert "不一致：“8.4万名”和“48,000 residents”的数字顺序颠倒了\n    zh.md:2:3: 8.4万名" in run.out
    assert "    en.md:2:12: 48,000 residents  48,000，单位 residents\n" in run.out
    assert run.last == "一致 1 处，不一致 1 处。"


def test_compare_gives_kinds_and_both_languages_as_json(sfwgen: Command, texts: Path) -> None:
    (texts / "en.md").write_text("800 enterprises have gas.", encoding="utf-8")
    run = sfwgen("figures", "compare", "zh.md", "en.md", "--format", "json")
    report = json.loads(run.out)
    assert run.code == exits.CONTENT
    assert report["agrees"] is False
    assert [each["kind"] for each in report["differences"]] == ["qualifier-dropped", "missing-en"]
    assert set(report["differences"][0]["message"]) == {"zh", "en"}
    assert report["differences"][0]["zh"]["text"] == "800余家"
    assert (report["differences"][1]["zh"]["line"], report["differences"][1]["en"]) == (2, None)


def test_of_a_story_the_title_summary_and_text_are_compared(sfwgen: Command, project: Path) -> None:
    run = sfwgen("figures", "compare", STORY, STORY_EN, "--lang", "en")
    assert run.code == exits.FINE
    story = (project / STORY).read_text(encoding="utf-8")
    (project / STORY).write_text(story.replace("summary: 200米", "summary: 300米"), encoding="utf-8")
    changed = sfwgen("figures", "compare", STORY, STORY_EN, "--lang", "en")
    assert changed.code == exits.CONTENT
    assert f"    {STORY}:3:10: 300米" in changed.out


def test_one_of_the_texts_may_come_from_standard_input(
    sfwgen: Command, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, ZH.encode())
    assert sfwgen("figures", "compare", "-", "en.md").code == exits.FINE
    assert sfwgen("figures", "compare", "-", "-").code == exits.USAGE


def test_a_comparison_that_found_nothing_says_so(sfwgen: Command, texts: Path) -> None:
    (texts / "zh.md").write_text("没有", encoding="utf-8")
    (texts / "en.md").write_text("nothing", encoding="utf-8")
    assert sfwgen("figures", "compare", "zh.md", "en.md").last == "There are no figures in either text."


@given(
    st.lists(
        st.sampled_from(
            ["---\n", "title: 3\n", "summary: >-\n", "  5户\n", "figures:\n", "- 8\n", "\n", "{~3~}", "3户"]
        ),
        max_size=12,
    )
)
def test_reading_a_document_leaves_every_place_what_it_was(pieces: list[str]) -> None:
    text = "".join(pieces)
    read = running_text(text)
    assert len(read) == len(text)
    assert all(one in (other, "\0") for one, other in zip(read, text, strict=True))


# --- list and explain ---------------------------------------------------------------------------------------


def test_list_shows_each_figure_in_both_languages_and_where_it_is_cited(
    sfwgen: Command, project: Path
) -> None:
    run = sfwgen("figures", "list", "--lang", "en")
    assert run.code == exits.FINE
    assert "feifeng-road#road_length  " in run.out
    assert "    200米 | 200 metres\n" in run.out
    assert f"    {STORY}:3:10: 200米\n" in run.out
    assert f"    {STORY_EN}:" in run.out
    assert "2019-mid#households" in run.out
    assert "    not cited in any text\n" in run.out
    assert run.last == "2 figures, 1 of them cited in the texts."


def test_list_gives_every_field_as_json(sfwgen: Command, project: Path) -> None:
    figures = json.loads(sfwgen("figures", "list", "--format", "json").out)["figures"]
    by_id = {each["id"]: each for each in figures}
    road = by_id["feifeng-road#road_length"]
    assert (road["story"], road["tally"], road["value"], road["qualifier"]) == (
        "feifeng-road",
        None,
        "200",
        "exact",
    )
    assert {"file": STORY, "line": 3, "column": 10, "lang": "zh", "text": "200米"} in road["cited"]
    assert by_id["2019-mid#households"]["tally"] == "2019-mid"


def test_a_draft_is_listed_as_one(sfwgen: Command, project: Path) -> None:
    story = (project / STORY).read_text(encoding="utf-8")
    (project / STORY).write_text(story.replace("line:", "draft: true\nline:"), encoding="utf-8")
    assert "road_length" in sfwgen("figures", "list", "--lang", "en").out
    assert "(draft, not public)" in sfwgen("figures", "list", "--lang", "en").out
    assert (
        "a draft enters no counter"
        in sfwgen("figures", "explain", "feifeng-road#road_length", "--lang", "en").out
    )


def test_explain_tells_what_a_figure_rests_on_and_where_it_goes(sfwgen: Command, project: Path) -> None:
    run = sfwgen("figures", "explain", "feifeng-road#road_length", "--lang", "en")
    assert run.code == exits.FINE
    assert "  printed: 200米 | 200 metres\n" in run.out
    assert "  source: A newspaper report of mid-2019\n" in run.out
    assert f"  stated: {STORY}:7\n" in run.out
    assert f"  cited: {STORY}:3:10: 200米\n" in run.out
    assert "  counters: " in run.out
    data = json.loads(sfwgen("figures", "explain", "feifeng-road#road_length", "--format", "json").out)
    assert data["kind"] == "figure"
    assert all(set(each) == {"counter", "enters", "reason"} for each in data["counters"])


def test_explain_tells_what_goes_into_a_counter(sfwgen: Command, project: Path) -> None:
    listed = json.loads(sfwgen("figures", "list", "--format", "json").out)["figures"]
    counters = (project / "content" / "vocabulary" / "counters.yaml").read_text(encoding="utf-8")
    id_ = next(line.partition(":")[0] for line in counters.splitlines() if line and line[0].isalpha())
    run = sfwgen("figures", "explain", id_, "--lang", "en")
    assert run.code == exits.FINE
    data = json.loads(sfwgen("figures", "explain", id_, "--format", "json").out)
    assert (data["kind"], data["id"]) == ("counter", id_)
    assert {*data["contributions"]} <= {each["id"] for each in listed}
    for ref in data["contributions"]:
        assert f"  goes in: {ref}  " in run.out


def test_an_unknown_id_is_answered_with_the_nearest(sfwgen: Command, project: Path) -> None:
    run = sfwgen("figures", "explain", "feifeng-road#road_lenght", "--lang", "en")
    assert run.code == exits.USAGE
    assert "Did you mean “feifeng-road#road_length”?" in run.err


@pytest.mark.parametrize("words", [("list",), ("explain", "a#b"), ("diff", ".")])
def test_a_project_with_errors_is_told_them(sfwgen: Command, project: Path, words: tuple[str, ...]) -> None:
    story = (project / STORY).read_text(encoding="utf-8")
    (project / STORY).write_text(story.replace("title:", "titel:"), encoding="utf-8")
    run = sfwgen("figures", *words)
    assert run.code == exits.CONTENT
    assert "error[field-unknown]" in run.out


# --- diff ---------------------------------------------------------------------------------------------------


def lengthen(root: Path, new: str = "300米") -> None:
    story = (root / STORY).read_text(encoding="utf-8")
    (root / STORY).write_text(story.replace("200米", new), encoding="utf-8")


def git(root: Path, *words: str) -> None:
    names = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *words], cwd=root, check=True, capture_output=True)


def committed(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "first")


def test_diff_of_a_revision_tells_what_the_working_folder_changes(sfwgen: Command, project: Path) -> None:
    committed(project)
    assert "No public number changes.\n" in sfwgen("figures", "diff", "HEAD", "--lang", "en").out
    lengthen(project)
    run = sfwgen("figures", "diff", "HEAD", "--lang", "en")
    assert run.code == exits.FINE
    assert "  changed (value)  feifeng-road#road_length" in run.out
    assert "    - 200米 | 200 metres\n    + 300米 | 300 metres\n" in run.out
    assert "  stories/feifeng-road.html\n" in run.out
    assert f"  {STORY_EN} (still says feifeng-road#road_length as it was)\n" in run.out


def test_diff_of_two_revisions_of_a_project_below_the_top_of_its_repository(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(project.parent)
    lengthen(project)
    git(project.parent, "commit", "-qam", "second")
    monkeypatch.chdir(project.parent)
    run = sfwgen("figures", "diff", "HEAD~1", "HEAD", "--project", project.name, "--format", "json")
    (delta,) = json.loads(run.out)["figures"]
    assert (delta["id"], delta["change"]) == ("feifeng-road#road_length", "changed")
    assert (delta["before"]["value"], delta["after"]["value"]) == ("200", "300")


def test_list_and_explain_are_markdown_too(sfwgen: Command, project: Path) -> None:
    listed = sfwgen("figures", "list", "--format", "markdown", "--lang", "en").out.splitlines()
    assert listed[:2] == ["| figure | zh | en | stated | cited |", "| --- | --- | --- | --- | --- |"]
    (row,) = [line for line in listed if "`feifeng-road#road_length`" in line]
    assert " `feifeng-road#road_length` | 200米 | 200 metres | " in row
    assert "`<br>`content/stories/feifeng-road/index.en.md:3:23`" in row
    assert all(line.count("|") == 6 for line in listed[:-2])
    explained = sfwgen(
        "figures", "explain", "feifeng-road#road_length", "--format", "markdown", "--lang", "zh"
    )
    assert explained.out.startswith("## `feifeng-road#road_length`\n\n- **名称**：")
    assert "- **写法**：200米 \\| 200 metres\n" in explained.out


def test_diff_as_markdown_is_a_table_that_shows_names_as_they_are(sfwgen: Command, project: Path) -> None:
    committed(project)
    lengthen(project, "约300米")
    run = sfwgen("figures", "diff", "HEAD", "--format", "markdown", "--lang", "zh")
    rows = [line for line in run.out.splitlines() if line.startswith("| ")]
    assert run.out.startswith("## 公开数字的变化\n\n从 `HEAD` 到 `.`\n")
    assert rows[0] == "| 数字 | 变化 | 原来 | 现在 |"
    assert rows[2].endswith("| 200米 \\| 200 metres | **约300米 \\| about 300 metres** |")


def test_diff_of_published_data_needs_no_project(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sfwgen("build").code == exits.FINE
    (project / "site").rename(project.parent / "old")
    lengthen(project)
    run = sfwgen("figures", "diff", "../old/data/figures.json", ".", "--lang", "en")
    assert "  changed (value)  feifeng-road#road_length" in run.out
    assert run.last == "Only published data was compared, which does not tell of translations."
    monkeypatch.chdir(project.parent)
    same = sfwgen("figures", "diff", "old", "old/data/figures.json", "--lang", "en")
    assert "No public number changes.\n" in same.out


def test_without_git_a_revision_is_refused_and_folders_are_still_compared(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    run = sfwgen("figures", "diff", "HEAD", "--lang", "en")
    assert run.code == exits.ENVIRONMENT
    assert "git has to be installed" in run.err
    assert sfwgen("figures", "diff", ".").code == exits.FINE


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD~9", "HEAD:content"])
def test_what_is_neither_a_folder_nor_a_revision_is_refused(
    sfwgen: Command, project: Path, name: str
) -> None:
    committed(project)
    run = sfwgen("figures", "diff", name, "--lang", "en")
    assert run.code == exits.USAGE
    assert not (project / "x").exists()


def test_outside_a_repository_there_are_no_revisions(
    sfwgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    run = sfwgen("figures", "diff", "HEAD", "--lang", "en")
    assert run.code == exits.USAGE
    assert "in no git repository" in run.err


def test_other_files_are_not_taken_for_published_data(sfwgen: Command, project: Path) -> None:
    (project / "figures.json").write_text("[]", encoding="utf-8")
    run = sfwgen("figures", "diff", "figures.json", "--lang", "en")
    assert (run.code, run.err) == (
        exits.USAGE,
        "“figures.json” is no figures.json of a published site.\n",
    )


# --- usage --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("compare zh.md", "compare takes two files"),
        ("find zh.md en.md", "find takes one file"),
        ("list zh.md", "list takes no argument"),
        ("explain", "explain takes the id"),
        ("diff", "diff takes the old state"),
        ("find zh.md --format markdown", "find has no format “markdown”."),
        ("list --each-line", "--each-line goes with find only."),
        ("find nowhere.md", "There is no file “nowhere.md”."),
        ("find .", "“.” is a folder; name a file in it."),
        ("fnid zh.md", "Did you mean “find”?"),
    ],
)
def test_wrong_usage_is_told(sfwgen: Command, texts: Path, words: str, told: str) -> None:
    run = sfwgen("figures", *words.split(), "--lang", "en")
    assert run.code == exits.USAGE
    assert told in run.err


def test_every_sentence_and_every_kind_is_said_in_both_languages() -> None:
    assert set(_KINDS) == set(Kind)
    for zh, en in (*_WORDS.values(), *_KINDS.values()):
        assert zh
        assert en
        assert not any(
            "\u4e00" <= character <= "\u9fff" for character in en.replace("万", "").replace("亿", "")
        )
