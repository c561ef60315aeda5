from __future__ import annotations

from sfwgen.plan.views import HomeView, SpanRow, View
from tests.support.example import changed, example_files, views_of

SECOND_ISSUE = """\
number: 2
title: {zh: 服务不停步, en: The services go on}
lede: {zh: 道路和村庄。, en: A road and a village.}
stories: [feifeng-road, taxiu-village]
"""


def home(views: dict[str, View], lang: str = "zh") -> HomeView:
    view = views["index.html" if lang == "zh" else f"{lang}/index.html"]
    assert isinstance(view, HomeView)
    return view


def text(row: SpanRow) -> tuple[str, str]:
    return "".join(each.text for each in row.start_text), "".join(each.text for each in row.end_text)


def test_the_first_story_of_the_newest_issue_leads() -> None:
    view = home(views_of())
    assert view.lead is not None
    assert view.lead.href == "stories/gas-pipeline.html"
    files = changed({"content/bulletins/issue-002.yaml": SECOND_ISSUE})
    lead = home(views_of(files)).lead
    assert lead is not None
    assert lead.href == "stories/feifeng-road.html"


def test_the_figures_of_the_lead_say_what_they_are_about_and_an_example_comes_last() -> None:
    lead = home(views_of(), "en").lead
    assert lead is not None
    assert [(figure.label, figure.scope) for figure in lead.figures] == [
        ("Enterprises", "Area supplied: Xiangzhu and Tangxian"),
        ("Residents", "Area supplied: Xiangzhu and Tangxian"),
        ("Average fall", "Production costs of one enterprise in Tangxian"),
    ]


def test_an_example_is_never_the_key_figure_of_a_story() -> None:
    only = ("figures: [enterprises_supplied, residents_supplied]", "figures: [saving_average]")
    lead = home(views_of(changed(panel=only))).lead
    assert lead is not None
    assert [figure.label for figure in lead.figures] == ["平均下降", "平均下降", "最高时下降"]
    assert lead.key is None


def test_an_older_issue_points_to_the_newest() -> None:
    files = changed({"content/bulletins/issue-002.yaml": SECOND_ISSUE})
    notices = views_of(files)["bulletins/1.html"].frame.notices
    assert [(notice.kind, notice.links[0].href) for notice in notices] == [("newer", "2.html")]


def test_the_other_stories_follow_the_latest_first() -> None:
    assert [row.href for row in home(views_of()).rows] == [
        "stories/housing-support.html",
        "stories/shanshui-yuyuan.html",
        "stories/feifeng-road.html",
        "stories/taxiu-village.html",
    ]


def test_the_span_chart_runs_from_the_first_known_date_to_the_result() -> None:
    span = home(views_of()).span
    assert span is not None
    gas, estate, road = span.rows
    assert text(gas) == ("2月仍停工", "5月全线贯通")
    assert not gas.start_known
    assert gas.end_known
    assert text(estate) == ("4月业主反映", "6月下旬交付")
    assert estate.start_known
    assert text(road) == ("3月走访发现", "施工完成，月份未载明")
    assert not road.end_known


def test_a_bar_without_a_known_end_runs_to_the_as_of_line() -> None:
    span = home(views_of()).span
    assert span is not None
    assert span.rows[2].end == span.as_of


def test_the_chart_has_whole_months_at_one_scale() -> None:
    span = home(views_of(), "en").span
    assert span is not None
    assert [name for name, _ in span.months] == ["Feb", "Mar", "Apr", "May", "Jun", "Jul"]
    assert span.months[0][1] == 0
    assert all(0 <= row.start <= row.end <= 1000 for row in span.rows)


def test_the_chart_reads_as_sentences() -> None:
    span = home(views_of(), "en").span
    assert span is not None
    assert span.rows[0].summary == (
        "Dongyong No. 2 natural gas line: Feb still at a standstill; May connected end to end"
    )


def test_a_site_without_bulletins_and_tallies_still_has_a_home_page() -> None:
    files = {
        path: data
        for path, data in changed().items()
        if not path.startswith(("content/bulletins/", "content/tallies/"))
    }
    views = views_of(files)
    assert home(views).frame.site.issue is None
    assert "bulletins/index.html" not in views


def test_a_total_that_the_newest_tally_lacks_says_its_own_date() -> None:
    tally = (
        "as_of: 2019-12-31\nsources:\n  - {zh: 年末统计, en: Year-end count}\n"
        "figures:\n  - {metric: visits_enterprises, value: 300次}\n"
    )
    files = {**example_files(), "content/tallies/2019-end.yaml": tally.encode()}
    files["config.yaml"] = files["config.yaml"].replace(b"as_of: 2019-mid", b"as_of: 2019-12-31")
    newer, older = home(views_of(files)).counters[:2]
    assert older.provenance.startswith("截至2019年年中；")
    assert not newer.provenance.startswith("截至")
    assert home(views_of(files), "en").counters[1].provenance.startswith("As of mid-2019. ")
