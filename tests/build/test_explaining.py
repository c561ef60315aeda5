"""`sfwgen build --explain`: each file with the reason why it was made, from what is on record of the last build."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest

from sfwgen.build import build
from sfwgen.build.engine import engine_parts
from sfwgen.build.explaining import Did, Explanation, InputChanges, Made, Reason
from sfwgen.build.recipes import PARTS
from tests.build.projects import (
    ROOT,
    SITE,
    STORY,
    STORY_EN,
    disk_with,
    save,
    site_of,
    small_project,
    with_second_story,
)
from tests.support.disk import MemoryDisk

SECOND = "content/stories/second-road/index.zh.md"
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PAGE, PAGE_EN = "stories/feifeng-road.html", "en/stories/feifeng-road.html"


def built() -> MemoryDisk:
    """A project of two stories whose site stands."""
    return deepcopy(_built_once())


@cache
def _built_once() -> MemoryDisk:
    disk = disk_with(with_second_story(small_project(), more="date: 2019-05\n"))
    build(disk, ROOT)
    return disk


def explained(disk: MemoryDisk) -> Explanation:
    """What the next build says; what it says of bytes is held against them."""
    before = site_of(disk)
    done = build(disk, ROOT, explain=True, allow_shrink=True)
    assert done.explanation is not None, done.diagnostics
    agrees(done.explanation, before, site_of(disk))
    return done.explanation


def agrees(explanation: Explanation, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """What is told of each file is what became of its bytes, and every file is told of once."""
    told = [*(each.path for each in explanation.made), *explanation.kept]
    assert len(told) == len(set(told))
    dids = {each.path: each.did for each in explanation.made}
    for path in (before.keys() | after.keys()) - {".sfwgen-site"}:
        now, then = after.get(path), before.get(path)
        did = dids.get(path)
        if now is None:
            assert did is Did.REMOVED
        elif then is None:
            assert did in (Did.NEW, Did.RESTORED)
        elif now != then:
            assert did in (Did.CHANGED, Did.RESTORED)
        else:
            assert did in (None, Did.SAME)


def reasons(explanation: Explanation, path: str) -> set[str]:
    return {reason.value for each in of(explanation.made, path) for reason in each.reasons}


def of(made: Iterable[Made], path: str) -> list[Made]:
    return [each for each in made if each.path == path]


def edit(disk: MemoryDisk, path: str, old: str, new: str) -> None:
    text = disk.read(f"{ROOT}/{path}").decode()
    assert old in text
    save(disk, path, text.replace(old, new))


def test_the_first_build_makes_everything_as_new() -> None:
    disk = disk_with(small_project())
    explanation = build(disk, ROOT, explain=True).explanation
    assert explanation is not None
    assert explanation.inputs is None
    assert {each.reasons for each in explanation.made} == {(Reason.NEW,)}
    assert explanation.kept == ()


def test_where_nothing_changed_every_file_is_taken_over() -> None:
    disk = built()
    explanation = explained(disk)
    assert explanation.made == ()
    assert set(explanation.kept) == site_of(disk).keys() - {".sfwgen-site"}


def test_an_edited_text_is_named_with_its_file() -> None:
    disk = built()
    edit(disk, STORY, "已经整修完成。\n", "已经整修完成。\n\n又看了一次。\n")
    explanation = explained(disk)
    (page,) = of(explanation.made, PAGE)
    assert page == Made(PAGE, Did.CHANGED, (Reason.TEXT,), (STORY,))
    assert PAGE_EN in explanation.kept
    assert "index.html" in explanation.kept


def test_an_edited_figure_reaches_the_counters_and_no_neighbour() -> None:
    disk = built()
    edit(disk, STORY, "200米", "300米")
    edit(disk, STORY_EN, "200 metres", "300 metres")
    explanation = explained(disk)
    for page in (PAGE, PAGE_EN):
        assert {"figure", "text"} <= reasons(explanation, page)
    for home in ("index.html", "en/index.html"):
        (made,) = of(explanation.made, home)
        assert Reason.COUNTER in made.reasons
        assert made.sources == (STORY_EN, STORY)
    assert reasons(explanation, "data/figures.csv") == {"data"}
    assert "about.html" in explanation.kept


def test_an_edited_title_reaches_lists_and_neighbours() -> None:
    disk = built()
    edit(disk, SECOND, "title: 小区", "title: 老小区")
    explanation = explained(disk)
    assert reasons(explanation, "stories/index.html") == {"list"}
    (neighbour,) = of(explanation.made, PAGE)
    assert set(neighbour.reasons) == {Reason.NEIGHBOUR, Reason.RELATED}
    assert neighbour.sources == (SECOND,)
    assert PAGE_EN in explanation.kept


def test_a_story_more_is_new_and_a_story_less_is_gone() -> None:
    disk = built()
    for path in (SECOND, SECOND.replace(".zh.", ".en.")):
        disk.delete(f"{ROOT}/{path}")
    explanation = explained(disk)
    assert explanation.inputs is not None
    assert SECOND in explanation.inputs.removed
    assert reasons(explanation, "stories/second-road.html") == {"gone"}
    assert "list" in reasons(explanation, "stories/index.html")
    for path, text in with_second_story({}, more="date: 2019-05\n").items():
        save(disk, path, text)
    again = explained(disk)
    (page,) = of(again.made, "stories/second-road.html")
    assert page.did is Did.NEW
    assert SECOND in page.sources


def test_a_template_is_named_on_the_pages_that_draw_on_it() -> None:
    disk = built()
    save(disk, "templates/list.html", (TEMPLATES / "list.html").read_text("utf-8").replace("<h1>", "<h1 >"))
    explanation = explained(disk)
    (page,) = of(explanation.made, "stories/index.html")
    assert page == Made("stories/index.html", Did.CHANGED, (Reason.TEMPLATE,), ("templates/list.html",))
    assert PAGE in explanation.kept


@pytest.mark.parametrize(
    ("path", "text", "reason", "page"),
    [
        ("templates/strings/en.yaml", "nav_home: Start\n", "strings", "en/index.html"),
        ("templates/static/site.js", "console.log(1);\n", "static", "index.html"),
    ],
)
def test_what_reaches_every_page_is_named(path: str, text: str, reason: str, page: str) -> None:
    disk = built()
    save(disk, path, text)
    assert reasons(explained(disk), page) == {reason}


def test_configuration_and_vocabulary_are_named_where_they_show() -> None:
    disk = built()
    edit(disk, "config.yaml", "走访、解题、办实事。", "走访、解题。")
    explanation = explained(disk)
    assert reasons(explanation, "index.html") == {"config"}
    assert "en/index.html" in explanation.kept
    edit(disk, "content/vocabulary/counters.yaml", "zh: 整修道路", "zh: 修好道路")
    assert reasons(explained(disk), "index.html") == {"vocabulary"}


def test_what_other_hands_changed_in_the_site_is_put_back() -> None:
    disk = built()
    disk.put(f"{SITE}/index.html", b"changed by hand")
    disk.remove_file(f"{SITE}/en/index.html")
    explanation = explained(disk)
    assert of(explanation.made, "index.html") == [Made("index.html", Did.RESTORED, (Reason.OTHERWISE,))]
    assert of(explanation.made, "en/index.html") == [Made("en/index.html", Did.RESTORED, (Reason.OTHERWISE,))]
    assert len(explanation.made) == 2


@pytest.mark.parametrize(("lost", "kept"), [("results", True), ("reasons", False)])
def test_where_nothing_is_remembered_that_is_the_reason(lost: str, kept: bool) -> None:
    disk = built()
    for name in (lost, "last.json"):
        disk.remove_file(f"{ROOT}/.sfwgen/{name}")
    explanation = explained(disk)
    assert (explanation.inputs is not None) is kept
    (page,) = of(explanation.made, PAGE)
    assert page == Made(PAGE, Did.SAME, (Reason.FORGOTTEN,))


def test_another_engine_is_a_reason_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    disk = built()
    newer = {**engine_parts(), "jinja2": "9.9.9"}
    monkeypatch.setattr("sfwgen.build.building.engine_parts", lambda: newer)
    for module in ("memory", "last"):
        monkeypatch.setattr(f"sfwgen.build.{module}.engine_digest", lambda: "a newer one")
    explanation = explained(disk)
    assert explanation.inputs == InputChanges(engine=("jinja2",))
    (page,) = of(explanation.made, PAGE)
    assert page == Made(PAGE, Did.SAME, (Reason.ENGINE,))


def test_every_part_is_a_reason() -> None:
    assert {part.value for part in PARTS} <= {reason.value for reason in Reason}
