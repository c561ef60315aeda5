from __future__ import annotations

from sfwgen.plan.views import ListView, SiteMapView, View
from tests.support.example import changed, views_of


def the_list(views: dict[str, View], path: str) -> ListView:
    view = views[path]
    assert isinstance(view, ListView)
    return view


def filters(view: ListView) -> dict[str, list[tuple[str, int | None, bool]]]:
    return {
        group.heading: [(link.text, link.count, bool(link.href)) for link in group.links]
        for group in view.filters
    }


def test_the_list_begins_with_the_latest_event_and_ends_with_what_is_known_least() -> None:
    months = the_list(views_of(), "stories/index.html").months
    assert [month.heading for month in months] == [
        "2019年7月",
        "2019年6月",
        "2019年5月",
        "2019年3月",
        "2019年",
    ]
    assert months[-1].stories[0].href == "taxiu-village.html"


def test_filters_count_their_stories_and_name_what_is_not_stated() -> None:
    assert filters(the_list(views_of(), "en/stories/index.html")) == {
        "Service line": [
            ("All", 5, True),
            ("Enterprises", 1, True),
            ("Residents", 2, True),
            ("Grassroots", 2, True),
        ],
        "Town": [
            ("Xiangzhu Town", 1, True),
            ("Tangxian Town", 1, True),
            ("Xicheng Subdistrict", 3, True),
            ("Town not stated", 1, True),
        ],
        "Month": [
            ("July 2019", 1, True),
            ("June 2019", 1, True),
            ("May 2019", 1, True),
            ("March 2019", 1, True),
            ("Month not stated", 1, True),
        ],
    }


def test_every_filter_that_can_be_chosen_has_its_page() -> None:
    views = views_of()
    view = the_list(views, "stories/index.html")
    for group in view.filters:
        for link in group.links:
            target = link.href.removeprefix("../") if link.href.startswith("../") else f"stories/{link.href}"
            assert target in views


def test_a_filtered_list_marks_its_filter_and_leads_back_to_the_whole() -> None:
    view = the_list(views_of(), "lines/residents.html")
    current = [link.text for group in view.filters for link in group.links if link.current]
    assert current == ["服务群众"]
    assert view.heading == "服务群众，2篇"
    assert view.clear == "../stories/index.html"


def test_a_subdistrict_lists_the_stories_of_its_villages_and_communities() -> None:
    view = the_list(views_of(), "places/xicheng.html")
    slugs = sorted(card.href for month in view.months for card in month.stories)
    assert slugs == [
        "../stories/feifeng-road.html",
        "../stories/housing-support.html",
        "../stories/taxiu-village.html",
    ]


def test_a_list_exists_only_where_a_story_belongs_to_it() -> None:
    views = views_of()
    assert not any(path.startswith(("teams/", "en/teams/")) for path in views)
    assert "months/2019-04.html" not in views


def test_a_team_that_a_story_names_gets_a_list_and_the_others_stay_plain() -> None:
    files = changed(team=("line: enterprises\nplaces:", "line: enterprises\nteams: [construction]\nplaces:"))
    views = views_of(files)
    assert "teams/construction.html" in views
    teams = filters(the_list(views, "stories/index.html"))["服务小分队"]
    assert ("建筑行业", 1, True) in teams
    assert ("房地产行业", 0, False) in teams


def test_the_summary_gives_the_last_time_of_publication_only_if_there_is_one() -> None:
    assert the_list(views_of(), "stories/index.html").summary == "全部5篇"
    files = changed(time=("line: enterprises\n", "line: enterprises\npublished: 2019-07-05 16:30\n"))
    assert the_list(views_of(files), "stories/index.html").summary == "全部5篇，最近更新2019-07-05 16:30"


def test_the_site_map_names_every_page_of_its_language() -> None:
    views = views_of()
    for prefix in ("", "en/"):
        view = views[f"{prefix}sitemap.html"]
        assert isinstance(view, SiteMapView)
        named = {link.href for group in view.groups for link in group.links}
        own = {
            path.removeprefix(prefix)
            for path in views
            if path.startswith("en/") == bool(prefix) and not path.endswith(("sitemap.html", "404.html"))
        }
        assert own == named
