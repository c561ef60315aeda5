"""All faults of a gate are told in one run; days and addresses do not depend on where and when that is."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from sfwgen.build import Gate, make_site
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.build.projects import SECOND_STORY, SECOND_STORY_EN, small_project

ZONES = ("UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati")
BREAKS = (
    ("title: ", "title："),
    ("summary: ", "sumary: "),
    ("line: grassroots", "line: nowhere"),
    ("---\n", "----\n"),
    ("sources:\n", "sources: [\n"),
    ("date: 2019-05", "date: 2019-13"),
)
HALF_HOURS = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30)]


def with_stories(texts: list[str]) -> dict[str, bytes]:
    files = small_project()
    for number, text in enumerate(texts):
        files[f"content/stories/s{number:02}/index.zh.md"] = text
        files[f"content/stories/s{number:02}/index.en.md"] = SECOND_STORY_EN
    return {path: text.encode() for path, text in files.items()}


def test_sixty_broken_files_are_told_in_one_run_in_the_order_of_their_names() -> None:
    texts = [
        SECOND_STORY.format(more="date: 2019-05\n").replace(*BREAKS[number % len(BREAKS)], 1)
        for number in range(60)
    ]
    checked = make_site(make_sources(with_stories(texts)), theme_files())
    assert checked.stopped_at is Gate.DOCUMENTS
    told = [each.location.file for each in checked.diagnostics]
    assert [*dict.fromkeys(told)] == [f"content/stories/s{number:02}/index.zh.md" for number in range(60)]
    assert len(told) <= 66, "one slip does not come back as several"


@pytest.fixture
def anywhere() -> Iterator[None]:
    """Puts the time zone of the process back."""
    yield
    os.environ.pop("TZ", None)
    time.tzset()


@pytest.mark.usefixtures("anywhere")
def test_no_time_shifts_a_day_or_an_address_in_any_zone(long: bool) -> None:
    times = HALF_HOURS if long else [*HALF_HOURS[:4], *HALF_HOURS[-4:]]
    texts = [
        SECOND_STORY.format(more=f"date: 2019-06-30\npublished: 2019-06-30 {at}\nupdated: 2019-07-01 {at}\n")
        for at in times
    ]
    sources = make_sources(with_stories(texts))
    made = []
    for zone in ZONES if long else ZONES[2:]:
        os.environ["TZ"] = zone
        time.tzset()
        made.append(make_site(sources, theme_files()).outputs)
    assert all(each == made[0] for each in made)
    for number, at in enumerate(times):
        page = made[0][f"stories/s{number:02}.html"].decode()
        assert f"2019-06-30T{at}:00+08:00" in page
        assert f"2019-07-01T{at}:00+08:00" in page
        assert "2019-06-29" not in page
