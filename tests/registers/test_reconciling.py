"""A register against its tally: equal, fewer, more, or not to be judged; and what of it is published."""

from __future__ import annotations

import json

import pytest

from sfwgen.build.quotes import quote_lines
from sfwgen.model import Facet
from sfwgen.reconcile import break_down, reconcile_registers
from tests.checks.projects import FILES
from tests.registers.projects import (
    ROWS,
    ROWS_TEXT,
    SCHEMA,
    SCHEMA_TEXT,
    TALLY,
    Files,
    check,
    codes,
    faults,
    project,
    rows,
    said,
    site,
    told,
)

PUBLISHED = f"publish: [team, place, month]\n{SCHEMA_TEXT}"


def tally(value: str, **fields: str) -> Files:
    text = FILES[TALLY].replace("value: 237次", f"value: {value}")
    return {TALLY: text + "".join(f"{name}: {text}\n" for name, text in fields.items())}


def test_a_register_that_comes_to_its_tally_agrees() -> None:
    assert codes({}) == ["register-agrees"]
    assert "有 3 行，合计237次，与汇总“2019-mid”的237次相符" in said({}, "register-agrees", "zh")
    assert "237 visits in all" in said({}, "register-agrees", "en")


def test_fewer_records_than_reported_is_said_with_what_is_left_unexplained() -> None:
    files = rows("2019-05-06,,,229,")
    assert codes(files) == ["register-fewer"]
    assert "还有8次没有逐条记录" in said(files, "register-fewer", "zh")
    assert "8 visits are without records" in said(files, "register-fewer", "en")


def test_fewer_is_an_error_where_nothing_is_to_be_missing() -> None:
    files = {**rows("2019-05-06,,,229,"), SCHEMA: f"complete: true\n{SCHEMA_TEXT}"}
    assert codes(files) == ["register-falls-short"]
    assert check(files).outputs == {}


def test_more_records_than_reported_is_an_error() -> None:
    files = rows("2019-05-06,,,238,")
    assert codes(files) == ["register-exceeds"]
    assert "多出1次" in said(files, "register-exceeds", "zh")
    assert check(files).outputs == {}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("200余次", "register-agrees"),
        ("约240次", "register-agrees"),
        ("至少200次", "register-agrees"),
        ("不超过240次", "register-agrees"),
        ("230至240次", "register-agrees"),
        ("数百次", "register-unjudged"),
        ("100余次", "register-unlikely"),
        ("约100次", "register-unlikely"),
        ("300余次", "register-fewer"),
        ("不足200次", "register-exceeds"),
        ("200至230次", "register-exceeds"),
    ],
)
def test_qualifiers_decide_what_can_be_judged(value: str, code: str) -> None:
    assert codes(tally(value)) == [code]


def test_a_register_of_something_that_no_tally_states_is_not_wrong() -> None:
    files = {
        TALLY: FILES[TALLY].replace(
            "{metric: visits, value: 237次}", "{metric: enterprises_supplied, value: 3家}"
        )
    }
    assert "register-unreported" in codes(files)


def test_rows_later_than_the_tally_are_not_counted_and_named() -> None:
    files = {ROWS: f"{ROWS_TEXT}2019-08-01,,,5,\n2019-08-02,,,5,\n"}
    assert codes(files) == ["register-agrees", "register-rows-later"]
    assert "第 5-6 行" in said(files, "register-rows-later", "zh")


def test_the_latest_tally_is_the_one_compared_unless_another_is_named() -> None:
    older = FILES[TALLY].replace("2019-mid", "2019-05").replace("237次", "100次")
    newer: Files = {"content/tallies/2019-05.yaml": older}
    assert "与汇总“2019-mid”" in said(newer, "register-agrees", "zh")
    named: Files = {**newer, SCHEMA: f"tally: 2019-05\n{SCHEMA_TEXT}"}
    assert "register-exceeds" in codes(named)


def test_statuses_count_towards_metrics_of_their_own() -> None:
    metrics = FILES["content/vocabulary/metrics.yaml"]
    half = (
        metrics[metrics.index("visits:") :].replace("visits:\n", "repeat_visits:\n").replace("走访", "回访")
    )
    schema = SCHEMA_TEXT.replace("{name: 联系人, field: private}", "{name: 情况, field: status}") + (
        "statuses:\n  first: {zh: 首次, en: First}\n  again: {zh: 回访, en: Repeated, metric: repeat_visits}\n"
    )
    text = "日期,小分队,地点,次数,情况\n2019-05-06,,,200,首次\n2019-05-07,,,37,Repeated\n"
    tally_text = FILES[TALLY] + "  - {metric: repeat_visits, value: 37次}\n"
    files: Files = {
        "content/vocabulary/metrics.yaml": metrics + half,
        SCHEMA: schema,
        ROWS: text,
        TALLY: tally_text,
    }
    found = reconcile_registers(site(files))
    assert [(each.metric.id, int(each.count.quantity.value or 0)) for each in found] == [
        ("visits", 237),
        ("repeat_visits", 37),
    ]
    assert {each.judgement.verdict.value for each in found} == {"ok"}


def test_rows_may_each_have_a_metric_and_a_unit() -> None:
    units = FILES["content/vocabulary/units.yaml"] + "tens: {zh: 十次, dimension: visit, factor: 10}\n"
    schema = (
        SCHEMA_TEXT.replace("metric: visits\n", "")
        .replace("{name: 小分队, field: team}", "{name: 指标, field: metric}")
        .replace("{name: 地点, field: place}", "{name: 单位, field: unit}")
    )
    text = "日期,指标,单位,次数,联系人\n2019-05-06,走访,十次,23,\n2019-05-07,visits,次,7,\n"
    assert codes({"content/vocabulary/units.yaml": units, SCHEMA: schema, ROWS: text}) == ["register-agrees"]
    wrong = text.replace("visits,次", "visits,家")
    assert told({SCHEMA: schema, ROWS: wrong.replace("十次", "次")}) == ["register-unit 3:19"]


def test_counts_by_facet_make_up_the_whole_and_cite_their_rows() -> None:
    (recorded,) = reconcile_registers(site({}))
    for facet in Facet:
        counts = break_down(recorded, facet)
        assert sum(int(each.quantity.value or 0) for each in counts) == 237
        assert sorted(row for each in counts for row in each.rows) == [2, 3, 4]
    by_team = {each.key: each.ref for each in break_down(recorded, Facet.TEAM)}
    assert by_team == {"construction": "visits#2,4", "": "visits#3"}
    by_month = {each.key: int(each.quantity.value or 0) for each in break_down(recorded, Facet.MONTH)}
    assert by_month == {"2019-05": 230, "2019-06": 7}


def page(files: Files, path: str = "figures.html") -> str:
    return check(files).outputs[path].decode()


def test_the_figures_page_says_of_how_much_there_are_records() -> None:
    assert "来自3条记录" in page({})
    assert "From 3 records" in page({}, "en/figures.html")
    fewer = rows("2019-05-06,,,229,")
    assert "报告237次，台账有其中229次的记录" in page(fewer)
    assert "237 visits reported; 229 visits on record" in page(fewer, "en/figures.html")


def test_only_the_breakdowns_that_are_named_are_published() -> None:
    assert "按小分队" not in page({})
    shown = page({SCHEMA: PUBLISHED})
    for text in ("按小分队", "按地点", "按月份", "建筑行业小分队", "207次", "2019年5月", "未载明"):
        assert text in shown
    assert "By month" in page({SCHEMA: PUBLISHED}, "en/figures.html")


def test_nothing_else_of_a_row_reaches_the_site_or_a_message() -> None:
    secret = "某某先生"
    files: Files = {SCHEMA: PUBLISHED, ROWS: ROWS_TEXT.replace("甲", secret)}
    checked = check(files)
    assert checked.outputs
    assert not [path for path, data in checked.outputs.items() if secret.encode() in data]
    broken: Files = {ROWS: ROWS_TEXT.replace("甲", secret).replace("象珠镇", "象珠乡15400000001")}
    told = quote_lines(faults(broken), project(broken))
    assert [each.code for each in told] == ["register-name-unknown"]
    for each in told:
        shown = json.dumps([each.quote, each.words, each.message("zh"), each.hint("en")], ensure_ascii=False)
        assert secret not in shown
        assert "15400000001" not in shown
        assert "象珠乡" in shown


def test_the_number_of_rows_is_part_of_the_result() -> None:
    counts = check({}).counts
    assert (counts.registers, counts.rows) == (1, 3)


def test_files_of_a_register_without_its_description_or_the_other_way_round() -> None:
    assert told({SCHEMA: None}) == ["register-undescribed"]
    assert codes({ROWS: None}) == ["register-missing"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("metric: visits\n", ""), "register-metric"),
        (("metric: visits", "metric: visit"), "metric-unknown"),
        (("columns:", "tally: 2019-end\ncolumns:"), "register-tally-unknown"),
        (("columns:", "publish: [status]\ncolumns:"), "register-publish-column"),
        (("field: private", "field: date"), "register-field-twice"),
        (("name: 联系人", "name: 地点"), "register-column-declared-twice"),
        (("field: private", "field: status"), "register-statuses-missing"),
    ],
)
def test_slips_in_the_description_are_told(change: tuple[str, str], code: str) -> None:
    assert code in {each.code for each in faults({SCHEMA: SCHEMA_TEXT.replace(*change)})}


def test_a_name_that_two_places_have_has_to_be_written_as_an_id() -> None:
    places = FILES["content/vocabulary/places.yaml"] + (
        "other: {name: {zh: 象珠镇, en: Xiangzhu Old Town}, kind: town}\n"
    )
    files: Files = {"content/vocabulary/places.yaml": places, SCHEMA: SCHEMA_TEXT}
    assert told({**files, **rows("2019-05-06,,象珠镇,1,")}) == ["register-name-unknown 2:13"]
    assert told({**files, **rows("2019-05-06,,other,1,")}) == []


def test_a_figure_with_a_label_of_its_own_is_not_that_of_the_metric() -> None:
    own = "{id: visits, label: {zh: 别的走访, en: Other visits}, unit: visit, value: 100次}"
    files = {TALLY: FILES[TALLY].replace("{metric: visits, value: 237次}", own)}
    assert codes(files) == ["register-unreported"]


def test_long_numbers_in_a_message_are_masked_where_it_is_made() -> None:
    (found,) = faults(rows("2019-05-06,,象珠乡0579-87000000,1,"))
    assert dict(found.words)["value"] == "象珠乡" + "*" * len("0579-87000000")
