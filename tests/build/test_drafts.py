"""A draft is nowhere on the site, and everywhere in the preview."""

from __future__ import annotations

from sfwgen.build import build, check
from sfwgen.build.drafts import hold_back_drafts
from tests.build.projects import BULLETIN, ROOT, STORY, disk_with, site_of, small_project, with_second_story

CANARY = "canary-7f3a"


def project_with_draft() -> dict[str, str]:
    files = with_second_story(small_project(), more=f"draft: true\naliases: [old/{CANARY}.html]\n")
    path = "content/stories/second-road/index.zh.md"
    files[path] = files[path].replace("另一段路也已经", f"{CANARY} 另一段路也已经")
    files[BULLETIN] = files[BULLETIN].replace("[feifeng-road]", "[feifeng-road, second-road]")
    files["config.yaml"] = files["config.yaml"].replace("[feifeng-road]", "[feifeng-road, second-road]")
    return files


def test_nothing_of_a_draft_is_in_any_file_of_the_site() -> None:
    disk = disk_with(project_with_draft())
    built = build(disk, ROOT)
    assert built.published is not None
    for path, data in site_of(disk).items():
        assert CANARY.encode() not in data, path
        assert b"second-road" not in data, path
        assert "second-road" not in path
        assert CANARY not in path


def test_each_draft_is_told_as_a_note_and_counted() -> None:
    built = build(disk_with(project_with_draft()), ROOT)
    (told,) = built.diagnostics
    assert (told.code, told.severity) == ("draft-held", "note")
    assert told.location.file == "content/stories/second-road/index.zh.md"
    assert (built.counts.stories, built.counts.held) == (1, 1)


def test_the_preview_shows_drafts() -> None:
    checked = check(disk_with(project_with_draft()), ROOT, drafts=True)
    assert checked.diagnostics == ()
    assert CANARY.encode() in checked.outputs["stories/second-road.html"]


def test_a_draft_s_figures_are_in_no_counter() -> None:
    files = project_with_draft()
    path = "content/stories/second-road/index.zh.md"
    figures = "figures:\n  - {metric: road_length, value: 300米, period: 2019-03/2019-04}\n"
    files[path] = files[path].replace("sources:", f"{figures}sources:").replace("也已经", "300米也已经")
    disk = disk_with(files)
    build(disk, ROOT)
    assert "300" not in site_of(disk)["figures.html"].decode()
    assert "500" not in site_of(disk)["figures.html"].decode()


def test_an_issue_whose_stories_are_all_drafts_is_held_back_with_them() -> None:
    files = with_second_story(small_project())
    files[STORY] = files[STORY].replace("line:", "draft: true\nline:")
    files["config.yaml"] = files["config.yaml"].replace("span_chart: [feifeng-road]\n", "")
    disk = disk_with(files)
    built = build(disk, ROOT)
    assert {each.code for each in built.diagnostics} >= {"draft-held", "bulletin-held"}
    assert "bulletins/1.html" not in site_of(disk)


def test_a_draft_is_named_nowhere_in_what_is_left() -> None:
    site = check(disk_with(project_with_draft()), ROOT, drafts=True).site
    assert site is not None
    assert "second-road" in site.config.span_chart
    public, told = hold_back_drafts(site)
    assert [story.slug for story in public.stories] == ["feifeng-road"]
    assert public.config.span_chart == ("feifeng-road",)
    assert [bulletin.stories for bulletin in public.bulletins] == [("feifeng-road",)]
    assert len(told) == 1


def test_a_site_without_drafts_is_left_as_it_is() -> None:
    site = check(disk_with(small_project()), ROOT).site
    assert site is not None
    assert hold_back_drafts(site) == (site, ())


def test_a_link_to_a_draft_is_a_broken_link() -> None:
    files = project_with_draft()
    files[STORY] += "\n见[另一段路](../second-road/index.zh.md)。\n"
    built = build(disk_with(files), ROOT)
    assert built.published is None
    assert "link-target-missing" in {each.code for each in built.diagnostics}
