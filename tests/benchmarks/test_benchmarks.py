"""What speed is measured with: the same stories for each program, edits without a fault, tables that can be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.cases import CASES, Round, edit_body, edit_figure, edit_title
from benchmarks.checks import CheckCost
from benchmarks.corpus import MadeUp, make_corpus, make_story
from benchmarks.documents import read_story
from benchmarks.equality import SiteCount, missing_sums, sums
from benchmarks.hugo import hugo_files
from benchmarks.measuring import Run, measure_memory, measure_time
from benchmarks.pelican import pelican_files
from benchmarks.programs import Project, sfwgen_program, write_project
from benchmarks.tables import BEGIN, END, Measured, put_tables
from sfwgen.build.pipeline import make_site
from sfwgen.diagnostics import Severity
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files

STORIES = 3


def faults(story: MadeUp) -> list[str]:
    files = dict(make_corpus(STORIES, characters=300, words=130))
    files |= {f"{story.folder}/index.zh.md": story.zh, f"{story.folder}/index.en.md": story.en}
    sources = make_sources({path: text.encode() for path, text in files.items()})
    told = make_site(sources, theme_files()).diagnostics
    return [each.code for each in told if each.severity is Severity.ERROR]


@pytest.mark.parametrize("edit", [edit_body, edit_figure, edit_title])
def test_every_edit_changes_the_story_and_passes_every_check(edit: Callable[[MadeUp, int], MadeUp]) -> None:
    story = make_story(1, characters=300, words=130)
    edited = [edit(story, number) for number in (0, 1)]
    assert len({story.zh, *(each.zh for each in edited)}) == 3
    assert faults(edited[1]) == []


def test_each_program_is_given_the_same_texts_and_figures() -> None:
    story = make_story(7)
    documents = {each.lang: each for each in read_story(story)}
    for files in (hugo_files, pelican_files):
        for path, text in files(story):
            document = documents[path.split("/")[1]]
            assert text.endswith(document.body)
            assert all(each.value in text for each in document.figures)
            assert document.title in text


def test_a_story_depends_on_its_number_and_the_seed_alone() -> None:
    files = dict(make_corpus(STORIES))
    assert files[f"{make_story(2).folder}/index.zh.md"] == make_story(2).zh
    assert make_story(2) != make_story(2, seed=2)


def test_the_cases_go_round_on_a_project(tmp_path: Path) -> None:
    """Every case leaves a project that the next one can go on with; a clone has a cache and no site."""
    project = write_project(sfwgen_program(), tmp_path / "p", STORIES, 1)
    (project.folder / "site").mkdir()
    (project.folder / ".sfwgen").mkdir()
    seen = [texts(project)]
    for number in range(2):
        for case, step in CASES.items():
            project = step(project, Round(2 * number, STORIES, 1))
            seen.append(texts(project))
            assert (seen[-1] == seen[-2]) is (case in ("cold", "nothing changed"))
    assert not (project.folder / "site").exists()


def texts(project: Project) -> dict[str, str]:
    paths = (path for path in project.folder.rglob("*") if path.suffix in {".md", ".html", ".yaml"})
    return {path.relative_to(project.folder).as_posix(): path.read_text("utf-8") for path in paths}


def test_a_home_page_that_lacks_a_total_is_found_out(tmp_path: Path) -> None:
    totals = sums(STORIES, 1)
    project = write_project(sfwgen_program(), tmp_path / "p", 0, 1)
    for home in ("site/index.html", "site/en/index.html"):
        (project.folder / home).parent.mkdir(parents=True, exist_ok=True)
        (project.folder / home).write_text(" ".join(f"<b>{total:,}</b>" for total in totals), "utf-8")
    assert missing_sums(project, totals) == []
    assert missing_sums(project, (*totals, 7)) == [7]


def test_memory_counts_what_helpers_share_once_and_time_their_processors(tmp_path: Path) -> None:
    work = "import os, time; data = bytearray(30 << 20); os.fork(); time.sleep(0.3); sum(range(3_000_000))"
    python = sfwgen_program().command[0]
    assert 30 < measure_memory((python, "-c", work), tmp_path) < 60
    run = measure_time((python, "-c", work), tmp_path)
    assert run.seconds > 0.3
    assert run.cpu > 0


def test_tables_take_the_place_of_those_in_a_document(tmp_path: Path) -> None:
    document = tmp_path / "performance.md"
    document.write_text(f"# Speed\n\n{BEGIN}\nfirst\n{END}\n\nThe end.\n", encoding="utf-8")
    times = {"cold": {"sfwgen": [Run(1, 2), Run(3, 4)], "Hugo": [Run(2, 3), Run(2, 3)]}}
    memory = {"cold": {"sfwgen": 50.0, "Hugo": 100.0}}
    counts = {name: SiteCount(2000, 100, 9000, 12.5, 60) for name in ("sfwgen", "Hugo")}
    checks = CheckCost(10.0, (("privacy", 1.0),), 2.0)
    put_tables(document, [Measured(1000, "2 processors", times, memory, counts, checks)])
    text = document.read_text(encoding="utf-8")
    assert "first" not in text
    assert "| cold | sfwgen | 2.00 (1.00 to 3.00) | **1.00** (0.50 to 1.50) | 1.00 |" in text
    assert "ratio **0.50**, to be reached 0.60" in text
    assert text.endswith("The end.\n")
