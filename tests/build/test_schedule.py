"""What is due later or has expired is nowhere on the site, to the last byte; the next due moment is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import pytest

from sfwgen.build import Checked, build, check
from sfwgen.build.as_of import AsOf
from sfwgen.build.memory import Memory
from sfwgen.dates import PartialDate
from tests.build.projects import BULLETIN, ROOT, disk_with, site_of, small_project, with_second_story

MEMORY = Memory()
SECOND = "content/stories/second-road/index.zh.md"
CANARY = "canary-7f3a"
PAGE = "---\ntitle: {title}\n{more}---\n{text}\n"
ISSUE = """\
number: 2
title: {{zh: 第二期{canary}, en: Second {canary}}}
lede: {{zh: 导语{canary}。, en: Lede {canary}.}}
stories: [feifeng-road]
{more}"""
FIGURE = "figures:\n  - {metric: road_length, value: 300米, period: 2019-03/2019-04}\n"
DUE, EXPIRES = "publish_at: 2019-07-02 09:30\n", "expires_at: 2019-12-31 18:00\n"


def day(text: str) -> PartialDate:
    year, month, number = map(int, text.split("-"))
    return PartialDate(year, month, None, number)


def at(moment: str) -> datetime:
    """A moment in the site's own zone."""
    return datetime.fromisoformat(moment)


def scheduled(more: str) -> dict[str, str]:
    """A story with a figure, a page and an issue, all with these times; their texts hold a canary."""
    files = with_second_story(small_project(), more=f"aliases: [old/{CANARY}.html]\n{FIGURE}{more}")
    files[SECOND] += f"\n{CANARY}，长{{=road_length}}。\n"
    files[SECOND.replace("zh.md", "en.md")] += f"\n{CANARY}, {{=road_length}} long.\n"
    files[BULLETIN] = files[BULLETIN].replace("[feifeng-road]", "[feifeng-road, second-road]")
    files["config.yaml"] = files["config.yaml"].replace("[feifeng-road]", "[feifeng-road, second-road]")
    files["content/bulletins/issue-002.yaml"] = ISSUE.format(canary=CANARY, more=more)
    for lang, own in (("zh", more), ("en", "")):
        page = PAGE.format(title=CANARY, more=own, text=f"{CANARY}。")
        files[f"content/pages/{CANARY}/index.{lang}.md"] = page
    return files


def site_as_of(files: Mapping[str, str], as_of: AsOf | None) -> Mapping[str, bytes]:
    checked = check(disk_with(dict(files)), ROOT, as_of=as_of, memory=MEMORY)
    assert checked.site is not None, [each.message("en") for each in checked.diagnostics]
    return checked.outputs


def codes(checked: Checked) -> set[str]:
    return {each.code for each in checked.diagnostics}


@pytest.mark.parametrize(
    ("more", "as_of"),
    [
        (DUE, day("2019-07-02")),
        (DUE, at("2019-07-02 09:29")),
        (EXPIRES, at("2019-12-31 18:00")),
        (DUE + EXPIRES, day("2020-01-01")),
    ],
    ids=["a day begins at midnight", "a minute early", "at the minute it expires", "after both"],
)
def test_the_site_is_to_the_byte_as_if_what_is_not_public_were_not_there(more: str, as_of: AsOf) -> None:
    outputs = site_as_of(scheduled(more), as_of)
    assert dict(outputs) == dict(site_as_of(small_project(), as_of))
    for path, data in outputs.items():
        assert CANARY not in path
        assert "second-road" not in path
        assert CANARY.encode() not in data, path


@pytest.mark.parametrize(
    ("more", "as_of"),
    [
        (DUE, at("2019-07-02 09:30")),
        (EXPIRES, at("2019-12-31 17:59")),
        (DUE + EXPIRES, day("2019-07-03")),
    ],
    ids=["at the minute it is due", "a minute before it expires", "between"],
)
def test_at_its_time_it_is_on_the_site_in_full(more: str, as_of: AsOf) -> None:
    outputs = site_as_of(scheduled(more), as_of)
    with_canary = {path for path, data in outputs.items() if CANARY.encode() in data}
    assert {
        "stories/second-road.html",
        "en/stories/second-road.html",
        "bulletins/2.html",
        f"{CANARY}.html",
    } <= with_canary
    assert {"feed.xml", "sitemap.xml", f"old/{CANARY}.html"} & (with_canary | outputs.keys())
    assert b"500" in outputs["figures.html"]


def test_each_is_told_with_its_time_and_the_next_moment_once() -> None:
    checked = check(disk_with(scheduled(DUE + EXPIRES)), ROOT, memory=MEMORY, as_of=day("2019-07-01"))
    assert codes(checked) == {"schedule-held", "schedule-next"}
    assert len([each for each in checked.diagnostics if each.code == "schedule-held"]) == 3
    (due,) = (each for each in checked.diagnostics if each.code == "schedule-next")
    assert due.severity == "note"
    assert "2019-07-02 09:30" in due.message("zh")
    later = check(disk_with(scheduled(DUE + EXPIRES)), ROOT, memory=MEMORY, as_of=day("2019-07-03"))
    assert [each.code for each in later.diagnostics] == ["schedule-next"]
    assert "2019-12-31 18:00" in later.diagnostics[0].message("en")
    assert "schedule-next" not in codes(
        check(disk_with(scheduled(EXPIRES)), ROOT, memory=MEMORY, as_of=day("2020-01-01"))
    )


def test_a_moment_in_seconds_is_taken_in_the_zone_of_the_site() -> None:
    disk = disk_with(scheduled(DUE))
    half_past_nine = 1562031000  # 2019-07-02 01:30 UTC, 09:30 in Shanghai
    assert (
        CANARY.encode()
        in check(disk, ROOT, memory=MEMORY, epoch=half_past_nine).outputs["stories/second-road.html"]
    )
    assert (
        "stories/second-road.html" not in check(disk, ROOT, memory=MEMORY, epoch=half_past_nine - 60).outputs
    )


def test_without_a_day_nothing_scheduled_is_published_or_left_out_by_guessing() -> None:
    built = build(disk_with(scheduled(DUE)), ROOT)
    assert built.published is None
    assert {each.code for each in built.diagnostics} == {"schedule-unjudged"}
    assert build(disk_with(small_project()), ROOT).published is not None


def test_the_day_of_config_yaml_will_do_where_it_is_a_day() -> None:
    files = scheduled(DUE)
    files["config.yaml"] += "as_of: 2019-07-03\n"
    assert check(disk_with(files), ROOT, memory=MEMORY).site is not None
    files["config.yaml"] = files["config.yaml"].replace("2019-07-03", "2019-07")
    assert "schedule-unjudged" in codes(check(disk_with(files), ROOT, memory=MEMORY))


def test_a_draft_needs_no_day_whatever_its_times() -> None:
    files = with_second_story(small_project(), more=f"draft: true\n{DUE}")
    assert codes(check(disk_with(files), ROOT, memory=MEMORY)) == {"draft-held"}


def test_the_preview_shows_what_is_due_later() -> None:
    checked = check(disk_with(scheduled(DUE)), ROOT, memory=MEMORY, drafts=True)
    assert CANARY.encode() in checked.outputs["stories/second-road.html"]


def test_a_story_says_the_time_it_came_out_unless_it_gives_another() -> None:
    files = scheduled(DUE)
    assert b"2019-07-02 09:30" in site_as_of(files, day("2019-07-03"))["stories/second-road.html"]


def test_the_next_build_at_the_due_moment_publishes_it_and_one_before_leaves_all_as_it_was() -> None:
    disk = disk_with(scheduled(DUE))
    build(disk, ROOT, as_of=day("2019-07-01"))
    before = site_of(disk)
    again = build(disk, ROOT, as_of=day("2019-07-02"))
    assert site_of(disk) == before
    assert "schedule-next" in {each.code for each in again.diagnostics}
    build(disk, ROOT, as_of=day("2019-07-03"))
    assert CANARY.encode() in site_of(disk)["stories/second-road.html"]
