"""Long lists lie on pages; a new story moves no address but that of the first page."""

from __future__ import annotations

from functools import cache

import pytest

from sfwgen.plan.paging import Paging
from sfwgen.plan.views import ListView, View
from tests.support.example import changed, views_of

STORY = """\
---
title: 第{n}件事
summary: 办成了一件事。
date: {date}
line: {line}
places: [xiangzhu]
sources: [{{zh: 虚构, en: made up}}]
---
办成了一件事。
"""
TRANSLATION = "---\ntitle: The matter of case {n}\nsummary: It was done.\n---\nIt was done.\n"


def one_more(n: int, date: str) -> dict[str, str]:
    """The files of a made-up story."""
    letters = "".join("abcdefghij"[int(digit)] for digit in f"{n:03}")
    folder = f"content/stories/case-{letters}"
    zh = STORY.format(n=f"{{~{n}~}}", date=date, line="enterprises" if n % 2 else "residents")
    return {f"{folder}/index.zh.md": zh, f"{folder}/index.en.md": TRANSLATION.format(n=f"{{~{n}~}}")}


@cache
def views_with(more: int) -> dict[str, View]:
    """The pages of the example with this many stories more, one in each month, the last one the newest."""
    stories: dict[str, str | None] = {}
    for n in range(more):
        stories |= one_more(n, f"{2008 + n // 12}-{n % 12 + 1:02}")
    return views_of(changed(stories))


def the_list(views: dict[str, View], path: str) -> ListView:
    view = views[path]
    assert isinstance(view, ListView)
    return view


def listed(view: ListView) -> list[str]:
    return [card.href for month in view.months for card in month.stories]


@pytest.mark.parametrize("length", range(1, 130, 3))
def test_the_pages_of_a_list_hold_each_entry_once_in_order(length: int) -> None:
    paging = Paging(length, 25)
    parts = [paging.part(number) for number in range(1, paging.parts + 2)]
    bounds = [paging.bounds(part) for part in parts]
    assert [start for start, _ in bounds] == [0, *(end for _, end in bounds[:-1])]
    assert bounds[-1][1] == length
    assert all(end - start == 25 for start, end in bounds[1:])
    assert bounds[0][1] < 50
    assert [paging.number(part) for part in parts] == list(range(1, len(parts) + 1))


def test_a_short_list_has_one_page_and_no_pager() -> None:
    view = the_list(views_of(), "stories/index.html")
    assert view.pager is None
    assert not [path for path in views_of() if ".p1." in path]


def test_a_long_list_says_which_stories_it_shows_and_leads_to_the_others() -> None:
    views = views_with(130)
    first, second, last = (the_list(views, f"en/stories/index{part}.html") for part in ("", ".p4", ".p1"))
    assert [len(listed(each)) for each in (first, second, last)] == [35, 25, 25]
    assert [each.summary for each in (first, second, last)] == [
        "1–35 of 135 stories",
        "36–60 of 135 stories",
        "111–135 of 135 stories",
    ]
    assert the_list(views, "stories/index.p4.html").summary == "第36–60篇，共135篇"
    assert first.pager and second.pager and last.pager
    assert first.pager.newer is None and last.pager.older is None
    assert second.pager.newer and second.pager.newer.href == "index.html"
    assert second.pager.older and second.pager.older.href == "index.p3.html"
    numbers = [(page.text, page.href, page.current) for page in second.pager.pages if page]
    assert numbers == [
        ("1", "index.html", False),
        ("2", "index.p4.html", True),
        ("3", "index.p3.html", False),
        ("4", "index.p2.html", False),
        ("5", "index.p1.html", False),
    ]


def test_each_page_of_a_list_has_its_own_title_description_and_address_in_both_languages() -> None:
    views = views_with(130)
    pages = [the_list(views, f"lines/residents{part}.html") for part in ("", ".p1")]
    assert [page.frame.title.partition(" — ")[0] for page in pages] == [
        "服务群众",
        "服务群众，第2页",
    ]
    assert len({page.frame.description for page in pages}) == 2
    frame = pages[1].frame
    assert frame.canonical == "https://sfw.yongkang.example/lines/residents.p1.html"
    assert [each.url.removeprefix("https://sfw.yongkang.example/") for each in frame.alternates] == [
        "lines/residents.p1.html",
        "en/lines/residents.p1.html",
    ]
    assert frame.default_url == frame.canonical
    assert frame.indexed


def test_a_new_story_moves_no_story_from_one_page_to_another_but_for_the_first() -> None:
    before, after = views_with(130), views_with(131)
    for path, view in before.items():
        if isinstance(view, ListView) and ".p" in path:
            assert listed(view) == listed(the_list(after, path)), path
    assert listed(the_list(before, "stories/index.html")) != listed(the_list(after, "stories/index.html"))


def test_pages_after_the_first_stay_as_they_are_when_another_list_gets_a_story() -> None:
    before, after = views_with(130), views_with(131)
    for path in ("lines/enterprises.p1.html", "en/lines/enterprises.p1.html"):
        assert before[path] == after[path]
    assert before["lines/residents.p1.html"] != after["lines/residents.p1.html"]


def test_filters_stand_on_the_first_page_and_the_others_lead_there() -> None:
    views = views_with(130)
    (group,) = the_list(views, "lines/residents.p1.html").filters
    assert [link.href for link in group.links] == ["residents.html"]
    months = the_list(views, "stories/index.html").filters[-1]
    assert len(months.links) == 12
    assert len(months.more) > 60
    old = the_list(views, "months/2008-01.html").filters[-1]
    assert [link.text for link in old.more if link.current] == ["2008年1月"]
