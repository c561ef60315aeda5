"""Charts of the figures page: made where the data supports them, as long as the numbers, honest about hedges."""

from __future__ import annotations

import re

import pytest

from sfwgen.plan.views import BarChart, FiguresView
from tests.registers.projects import ROWS, SCHEMA, SCHEMA_TEXT, check
from tests.support.example import changed, views_of

TALLY = "content/tallies/2019-04.yaml"
ISSUE = "content/bulletins/issue-000.yaml"


def tally(value: str, as_of: str = "2019-04") -> str:
    return f"""\
as_of: {as_of}
sources:
  - {{zh: 四月统计, en: April count}}
figures:
  - {{metric: visits_enterprises, value: {value}}}
"""


def history(value: str, lang: str = "") -> BarChart | None:
    """The totals of visits by issue: one of April that says `value`, and the 237 of mid-2019."""
    example = changed()
    first = example["content/bulletins/issue-001.yaml"].decode()
    files = {
        TALLY: tally(value).encode(),
        ISSUE: first.replace("number: 1", "number: 2").encode(),
        "content/bulletins/issue-001.yaml": first.replace("as_of: 2019-mid", "as_of: 2019-04").encode(),
    }
    view = views_of({**example, **files})[f"{lang}figures.html"]
    assert isinstance(view, FiguresView)
    return next(each for each in view.counters if each.id == "visits_enterprises").history


def test_a_total_of_one_issue_has_no_history() -> None:
    view = views_of()["figures.html"]
    assert isinstance(view, FiguresView)
    assert {each.history for each in view.counters} == {None}
    assert {each.breakdowns for each in view.counters} == {()}


def test_a_total_is_followed_from_issue_to_issue() -> None:
    chart = history("79次")
    assert chart is not None and chart.drawn
    assert [(row.label, row.text, row.value) for row in chart.rows] == [
        ("第1期，2019年4月", "79次", "79"),
        ("第2期，2019年年中", "237次", "237"),
    ]
    assert [(row.solid, row.until) for row in chart.rows] == [(333, 333), (1000, 1000)]
    assert chart.total == "", "what was known at two dates does not add up"
    assert chart.note == "单位：次。条形从0起，长短与数字成正比。"
    assert chart.summary == "第1期，2019年4月：79次；第2期，2019年年中：237次"
    english = history("79次", "en/")
    assert english is not None and english.title == "Visits to enterprises, by issue"
    assert english.summary == "Issue 1, April 2019: 79 visits. Issue 2, mid-2019: 237 visits"


def test_a_total_is_followed_through_the_newest_issues_only() -> None:
    example = changed()
    first = example["content/bulletins/issue-001.yaml"].decode()
    months = [f"{2014 + n // 12}-{n % 12 + 1:02}" for n in range(30)]
    files = dict(example)
    for number, month in enumerate(months, 2):
        issue = first.replace("number: 1", f"number: {number}").replace("as_of: 2019-mid", f"as_of: {month}")
        files[f"content/bulletins/issue-{number:03}.yaml"] = issue.encode()
        files[f"content/tallies/{month}.yaml"] = tally(f"{number}次", month).encode()
    view = views_of(files)["figures.html"]
    assert isinstance(view, FiguresView)
    chart = next(each for each in view.counters if each.id == "visits_enterprises").history
    assert chart is not None and len(chart.rows) == 24
    assert chart.title == "走访企业，最近24期"
    assert chart.rows[-1].label == "第31期，2016年6月"


@pytest.mark.parametrize(
    ("value", "drawn"),
    [
        ("79余次", "solid, then open beyond"),
        ("至少79次", "solid, then open beyond"),
        ("约79次", "open around its end"),
        ("近79次", "open from the start"),
        ("不足79次", "open from the start"),
        ("60至79次", "solid to the lower end, open to the upper"),
    ],
)
def test_a_bar_claims_no_more_than_its_figure(value: str, drawn: str) -> None:
    chart = history(value)
    assert chart is not None
    row, whole = chart.rows
    assert whole.solid == whole.until == 1000
    full = round(1000 * 79 / 237)
    expected = {
        "solid, then open beyond": (full, full + 40),
        "open around its end": (full - 20, full + 20),
        "open from the start": (0, full),
        "solid to the lower end, open to the upper": (round(1000 * 60 / 237), full),
    }
    assert (row.solid, row.until) == pytest.approx(expected[drawn], abs=1)
    assert "虚线" in chart.note
    assert row.value == row.text.removesuffix("次")


def test_a_number_that_is_only_known_in_words_makes_no_chart() -> None:
    assert history("数十次") is None


def test_a_true_zero_is_a_zero_without_a_bar() -> None:
    chart = history("0次")
    assert chart is not None
    assert (chart.rows[0].value, chart.rows[0].until) == ("0", 0)


def test_the_parts_of_a_register_are_sorted_by_size_and_what_it_lacks_is_a_part_of_its_own() -> None:
    rows = "日期,小分队,地点,次数,联系人\n2019-05-06,,象珠镇,30,甲\n2019-05-07,construction,西城街道,199,乙\n"
    checked = check({SCHEMA: f"publish: [team, place, month]\n{SCHEMA_TEXT}", ROWS: rows})
    html = checked.outputs["figures.html"].decode()
    by_team = html.partition('id="visits-team"')[2].partition("</table>")[0]
    assert re.findall(r'<th scope="row">([^<]+)</th><td class="num">([^<]+)<', by_team) == [
        ("建筑行业小分队", "199次"),
        ("未载明", "30次"),
        ("未分项", "8次"),
        ("合计", "237次"),
    ]
    assert "未分项：总数里没有逐条记录的部分。" in by_team


def test_a_single_part_is_a_table_without_bars() -> None:
    rows = "日期,小分队,地点,次数,联系人\n2019-05-06,construction,象珠镇,237,甲\n"
    checked = check({SCHEMA: f"publish: [team]\n{SCHEMA_TEXT}", ROWS: rows})
    chart = checked.outputs["figures.html"].decode().partition('<figure class="chart">')[2]
    assert "237次" in chart
    assert 'role="img"' not in chart
