"""Numbers left blank, figures that stood still, totals that fell, bounds that contradict each other."""

from __future__ import annotations

import pytest

from sfwgen.checks.project import Project
from sfwgen.checks.tallies import check_partial_tallies
from sfwgen.counters import aggregate
from tests.checks.projects import FILES, GAS_EN, GAS_ZH, METRICS, TALLY, edit, places, read
from tests.figures.labelled import load_half

ZH_BODY = "管道在象珠段停工，后来贯通。"
EN_BODY = "The line stood still at Xiangzhu and was then built."
LATER = "content/tallies/2019-09.yaml"


def zh(text: str) -> dict[str, str]:
    return edit(GAS_ZH, ZH_BODY, text)


def en(text: str) -> dict[str, str]:
    return edit(GAS_EN, EN_BODY, text)


@pytest.mark.parametrize(
    "blank", ["XX家", "××次", "待补户", "0000元", "____户", "（待补充）", "ＸＸ家", "○○万元", "00余家"]
)
def test_a_placeholder_before_a_measure_word_is_told_at_its_place(blank: str) -> None:
    assert places(zh(f"走访企业{blank}，解决问题。")) == [f"text-placeholder {GAS_ZH}:13:5"]


@pytest.mark.parametrize(
    ("text", "column"),
    [("收集问题共件，逐一交办。", 5), ("走访群众总共户。", 5), ("走访企业 家，走访群众。", 5)],
)
def test_a_measure_word_without_its_number_is_told(text: str, column: int) -> None:
    assert places(zh(text)) == [f"text-number-missing {GAS_ZH}:13:{column}"]


def test_english_texts_are_told_as_well() -> None:
    assert places(en("At Xiangzhu, XX enterprises were visited.")) == [f"text-placeholder {GAS_EN}:5:14"]
    assert places(en("In Xiangzhu there were a total of visits.")) == [f"text-number-missing {GAS_EN}:5:24"]


@pytest.mark.parametrize(
    "text",
    [
        "公共场所共处一室，合计次数、累计户数见表。",
        "见第XX号文，学习二十大，2000家和1,000户以及5 000户、0.00元。",
        "中共党员和全国共有户籍；[链接](https://example.org/0000家/XX)。",
        "`XX户`是占位的写法。",
    ],
)
def test_what_only_looks_like_a_blank_is_left_alone(text: str) -> None:
    assert places(zh(text)) == []


def test_no_labelled_sentence_is_taken_for_a_blank() -> None:
    for half in ("dev", "held"):
        chinese = "\n\n".join(each.text for each in load_half("zh", half))
        english = "\n\n".join(each.text for each in load_half("en", half))
        found = places({**zh(chinese), **en(english)})
        assert [each for each in found if each.startswith("text-")] == []


def two_tallies(first: str, second: str, *, running: bool = True, note: str = "") -> list[str]:
    metrics = FILES[METRICS].replace("走访次数。", "走访的累计次数。" if running else "走访次数。")
    earlier = FILES[TALLY].replace("237次", first)
    later = FILES[TALLY].replace("2019-mid", "2019-09").replace("237次}", f"{second}{note}}}")
    return places({METRICS: metrics, TALLY: earlier, LATER: later})


def test_a_running_total_that_fell_is_told() -> None:
    assert two_tallies("237次", "229次") == [f"figure-fell {LATER}:4:5"]
    assert two_tallies("800余次", "790次") == [f"figure-fell {LATER}:4:5"]


def test_a_running_total_that_stood_still_while_its_date_moved_is_told() -> None:
    assert two_tallies("237次", "237次") == [f"figure-unchanged {LATER}:4:5"]


def test_a_note_explains_it() -> None:
    note = ", note: {zh: 与上期相同, en: As before}"
    assert two_tallies("237次", "237次", note=note) == []
    assert two_tallies("237次", "229次", note=note) == []


def test_a_running_total_that_grew_or_is_within_its_bounds_is_fine() -> None:
    assert two_tallies("237次", "300次") == []
    assert two_tallies("800余次", "800余次") != []
    assert two_tallies("800余次", "850次") == []


def test_a_level_may_fall_and_stand_still() -> None:
    assert two_tallies("237次", "229次", running=False) == []
    assert two_tallies("237次", "237次", running=False) == []


def test_a_tally_in_which_nothing_changed_but_the_date_is_told() -> None:
    three = "figures:\n  - {metric: visits, value: 237次}\n" + "".join(
        f"  - {{id: {name}, metric: visits, value: {value}次, scope: {{zh: {name}, en: {name}}}}}\n"
        for name, value in (("a", 3), ("b", 4))
    )
    earlier = FILES[TALLY][: FILES[TALLY].index("figures:")] + three
    later = earlier.replace("2019-mid", "2019-09")
    found = places({TALLY: earlier, LATER: later})
    assert [each.split(":")[0] for each in found] == [f"figure-unchanged {LATER}"] * 3


def same_day(first: str, second: str) -> list[str]:
    return places(
        {
            TALLY: FILES[TALLY].replace("237次", first),
            "content/tallies/2019-other.yaml": FILES[TALLY].replace("237次", second),
        }
    )


def test_a_bound_that_the_exact_figure_of_the_same_day_contradicts_is_told() -> None:
    (found,) = same_day("800余次", "1,200次".replace(",", ""))
    assert found.startswith("tallies-contradict content/tallies/2019-other.yaml:4")
    assert same_day("800余次", "850次") == []
    assert same_day("约800次", "823次") == []


def test_two_exact_figures_of_one_day_in_two_tallies_contradict_each_other() -> None:
    assert len(same_day("237次", "229次")) == 1
    assert same_day("237次", "237次") == []


def test_figures_of_different_scopes_do_not_contradict_each_other() -> None:
    text = (
        FILES[TALLY] + "  - {id: part, metric: visits, value: 20次, scope: {zh: 象珠镇, en: Xiangzhu Town}}\n"
    )
    assert places({TALLY: text}) == []


def test_totals_that_the_newest_tally_lacks_are_named() -> None:
    later = FILES[TALLY][: FILES[TALLY].index("figures:")].replace("2019-mid", "2019-12-31")
    later += "figures:\n  - {metric: enterprises_supplied, value: 900余家}\n"
    site = read({"content/tallies/2019-end.yaml": later})
    project = Project(site, aggregate(site)[0], ())
    (note,) = check_partial_tallies(project)
    assert (note.code, note.location.file) == ("tally-partial", "content/tallies/2019-end.yaml")
    assert dict(note.words)["ids"] == "visits"
    assert [place.file for place in note.related] == [TALLY]
    assert list(check_partial_tallies(Project(read({}), aggregate(read({}))[0], ()))) == []
