from __future__ import annotations

from sfwgen.plan.views import BulletinView, CounterView, FiguresView, HomeView, View
from tests.support.example import changed, views_of

LATER_TALLY = """\
as_of: 2019-12-31
sources:
  - {zh: 年末统计, en: Year-end count}
figures:
  - {metric: visits_enterprises, value: 300次}
"""


def counters(views: dict[str, View], path: str) -> dict[str, CounterView]:
    view = views[path]
    assert isinstance(view, HomeView | FiguresView | BulletinView)
    return {counter.id: counter for counter in view.counters}


def totals(views: dict[str, View], path: str) -> dict[str, str]:
    return {id_: counter.figure.text for id_, counter in counters(views, path).items() if counter.figure}


def test_the_six_totals_of_the_report_stand_on_the_home_page_as_printed() -> None:
    views = views_of()
    assert totals(views, "index.html") == {
        "visits_enterprises": "237次",
        "visits_grassroots": "18次",
        "visits_households": "20户",
        "problems_resolved": "35个",
        "problems_escalated": "5个",
        "problems_hard": "2个",
    }
    assert totals(views, "en/index.html") == {
        "visits_enterprises": "237 visits",
        "visits_grassroots": "18 visits",
        "visits_households": "20 households",
        "problems_resolved": "35 problems",
        "problems_escalated": "5 problems",
        "problems_hard": "2 problems",
    }


def test_one_square_is_one_visit_household_or_problem() -> None:
    for counter in counters(views_of(), "index.html").values():
        assert counter.squares is not None
        assert counter.figure is not None
        assert counter.squares.full * 5 + counter.squares.rest == int(counter.figure.value)


def test_a_total_with_a_qualifier_is_not_drawn_in_squares() -> None:
    views = views_of(changed(about=("value: 237次", "value: 约237次")))
    assert counters(views, "index.html")["visits_enterprises"].squares is None


def test_a_counter_lists_what_it_rests_on_and_what_was_left_out_and_why() -> None:
    counter = counters(views_of(), "en/figures.html")["visits_households"]
    assert [each.figure.text for each in counter.contributions] == ["20 households"]
    assert counter.contributions[0].source.text == "A newspaper report of mid-2019"
    (left_out,) = counter.left_out
    assert left_out.figure.text == "3 households"
    assert left_out.source.href == "stories/housing-support.html#fig-households_visited_feifeng"
    assert "is not stated" in left_out.reason


def test_a_total_without_records_names_its_source() -> None:
    views = views_of()
    zh = counters(views, "index.html")["visits_enterprises"].provenance
    en = counters(views, "en/index.html")["visits_enterprises"].provenance
    assert zh == "据2019年年中报纸报道，暂无逐条记录"
    assert en == "From a newspaper report of mid-2019; no records yet"


def test_a_total_over_stories_counts_its_records() -> None:
    assert counters(views_of(), "figures.html")["relief_money"].provenance == "来自1条记录"


def test_a_later_tally_replaces_the_earlier_one_and_the_old_issue_keeps_its_numbers() -> None:
    views = views_of(changed({"content/tallies/2019-end.yaml": LATER_TALLY}))
    assert totals(views, "index.html")["visits_enterprises"] == "300次"
    assert counters(views, "index.html")["visits_enterprises"].as_of == "2019年12月31日"
    (older,) = counters(views, "figures.html")["visits_enterprises"].left_out
    assert (older.figure.text, older.reason) == ("237次", "已有更新的数。")
    assert totals(views, "bulletins/1.html")["visits_enterprises"] == "237次"


def test_a_counter_without_any_record_says_so() -> None:
    views = views_of(changed(none=("  - {metric: problems_hard, value: 2个}", "")))
    counter = counters(views, "figures.html")["problems_hard"]
    assert counter.figure is None
    assert counter.refusal == "目前没有可以计入的记录。"


def test_a_total_on_the_figures_page_can_be_cited_as_in_the_data() -> None:
    views = views_of()
    cited = {
        path: counters(views, path)["visits_grassroots"].citation
        for path in ("figures.html", "en/figures.html")
    }
    assert cited == {
        "figures.html": "《三服务工作简报》：走访基层，18次（截至2019年年中）。来源：2019年年中报纸报道。"
        "https://sfw.yongkang.example/figures.html#visits_grassroots",
        "en/figures.html": "Three Services Bulletin: Visits to grassroots units, 18 visits (as of mid-2019). "
        "Source: A newspaper report of mid-2019. https://sfw.yongkang.example/en/figures.html#visits_grassroots",
    }
    assert {each.citation for each in counters(views, "index.html").values()} == {""}
