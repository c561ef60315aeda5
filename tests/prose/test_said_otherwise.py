"""What staff write of a figure in other words is no fault; what is another figure is one."""

from __future__ import annotations

import pytest

from sfwgen.prose import check_prose
from tests.prose.projects import load, read
from tests.support.example import example_files

ZH = "content/stories/made-up/index.zh.md"
EN = "content/stories/made-up/index.en.md"
UNITS = "content/vocabulary/units.yaml"
METRICS = "content/vocabulary/metrics.yaml"
PAGE = "content/pages/about/index.en.md"
MORE_UNITS = """
percent: {zh: '%', en: {one: '%', many: '%'}, dimension: share, amount: true}
fold: {zh: 倍, en: {one: times, many: times}, dimension: multiple, amount: true}
discount: {zh: 折, dimension: discount, amount: true}
month: {zh: 个月, en: {one: month, many: months}, dimension: months, amount: true}
"""


def told(figures: str, zh: str, en: str, more: dict[str, str] | None = None) -> list[str]:
    """The codes of what is told of a story with these figures and texts, and of the rest of the project."""
    files = dict(example_files())
    files[UNITS] += MORE_UNITS.encode()
    for path, text in (more or {}).items():
        files[path] += text.encode()
    files[ZH] = (
        f"---\ntitle: 一件实事\nsummary: 虚构的案例。\nline: residents\nfigures:\n  - {{id: one, {figures}}}\n"
        f"sources:\n  - {{zh: 虚构内容, en: Made up}}\n---\n{zh}\n"
    ).encode()
    files[EN] = f"---\ntitle: One thing done\nsummary: A story that is made up.\n---\n{en}\n".encode()
    site, prose = read(files)
    return [each.code for each in check_prose(site, prose, files)]


SAID_OTHERWISE = {
    "half for 50%": (
        "label: {zh: 还款, en: Repaid}, unit: percent, value: 50%",
        "已还50%。",
        "Half of it is repaid.",
    ),
    "一半 for 50%": (
        "label: {zh: 还款, en: Repaid}, unit: percent, value: 50%",
        "已还一半。",
        "50% is repaid.",
    ),
    "doubled for 增加一倍": (
        "label: {zh: 产量, en: Output}, unit: fold, value: 1倍",
        "产量增加一倍。",
        "Output doubled.",
    ),
    "翻一番 for 2倍": (
        "label: {zh: 产量, en: Output}, unit: fold, value: 翻一番",
        "产量翻一番。",
        "Output doubled.",
    ),
    "20% off for 八折": (
        "label: {zh: 优惠, en: Discount}, unit: discount, value: 八折",
        "打八折。",
        "There is 20% off.",
    ),
    "突破 for more than": (
        "label: {zh: 产值, en: Output}, unit: yuan, value: 超过30亿元",
        "产值突破30亿元大关。",
        "Output has passed 3 billion yuan.",
    ),
    "a month for 一个月": (
        "label: {zh: 工期, en: Time}, unit: month, value: 一个月",
        "工期一个月。",
        "It took a month.",
    ),
    "per person in the name": (
        "label: {zh: 每人节省, en: Saved per person}, unit: yuan, value: 180元",
        "每人节省180元。",
        "It saves 180 yuan per person.",
    ),
    "of which a rate counts so many": (
        "label: {zh: 汽车, en: Cars}, unit: household, value: 68户",
        "每100户中有68户有车。",
        "For every 100 households, 68 households have a car.",
    ),
}


@pytest.mark.parametrize("case", SAID_OTHERWISE)
def test_a_figure_said_in_other_words_is_that_figure(case: str) -> None:
    assert told(*SAID_OTHERWISE[case]) == []


OTHER_FIGURES = {
    "a third for 50%": (
        "label: {zh: 还款, en: Repaid}, unit: percent, value: 50%",
        "已还50%。",
        "A third of it is repaid.",
    ),
    "tripled for 增加一倍": (
        "label: {zh: 产量, en: Output}, unit: fold, value: 1倍",
        "产量增加一倍。",
        "Output tripled.",
    ),
    "about 20% off for 八折": (
        "label: {zh: 优惠, en: Discount}, unit: discount, value: 八折",
        "打八折。",
        "There is about 20% off.",
    ),
    "a qualifier lost": (
        "label: {zh: 产值, en: Output}, unit: yuan, value: 超过30亿元",
        "产值超过30亿元。",
        "Output is 3 billion yuan.",
    ),
    "per person in no name": (
        "label: {zh: 慰问金, en: Relief money}, unit: yuan, value: 180元",
        "慰问金180元。",
        "Relief money of 180 yuan per person.",
    ),
    "another currency": (
        "label: {zh: 气价, en: Price of gas}, unit: yuan_per_cubic_metre, value: 3元/立方米",
        "气价3元/立方米。",
        "Gas costs 3 dollars per cubic metre.",
    ),
}


@pytest.mark.parametrize("case", OTHER_FIGURES)
def test_another_figure_in_like_words_is_told(case: str) -> None:
    assert [code for code in told(*OTHER_FIGURES[case]) if code.startswith("figure-")]


def test_words_between_two_figures_of_a_clause_name_the_second() -> None:
    fares = (
        "label: {zh: 原票价, en: Old fare}, unit: yuan, value: 2元}\n"
        "  - {id: two, label: {zh: 调整后票价, en: New fare}, unit: yuan, value: 1元"
    )
    assert told(fares, "票价由2元调整为1元。", "The fare goes from 2 yuan to 1 yuan.") == []
    phases = (
        "label: {zh: 前期投资, en: Cost of the first phase}, unit: yuan, value: 4亿元}\n"
        "  - {id: two, label: {zh: 后期投资, en: Cost of the second phase}, unit: yuan, value: 6亿元"
    )
    said = "The first phase costs 400 million yuan and the second phase 600 million yuan."
    assert told(phases, "前期投资4亿元，后期投资6亿元。", said) == []


APPLICATIONS = (
    "label: {zh: 受理申请, en: Applications}, unit: household, value: 120户}\n"
    "  - {id: two, label: {zh: 通过, en: Approved}, unit: household, value: 96户"
)
TIMES = (
    "label: {zh: 原办理时间, en: Time before}, unit: month, value: 20个月}\n"
    "  - {id: two, label: {zh: 现办理时间, en: Time now}, unit: month, value: 5个月"
)
WORKED_OUT = {
    "what is left of a whole": (
        APPLICATIONS,
        "120户中通过96户，另有24户补正。",
        "Of 120 households 96 households passed, 24 households did not.",
    ),
    "a sum of both": (
        APPLICATIONS.replace("120户", "62户").replace("96户", "58户"),
        "受理62户，通过58户，共120户。",
        "62 households applied and 58 households passed, 120 households in all.",
    ),
    "by how much one is above the other": (
        TIMES,
        "由20个月缩短到5个月，缩短75%。",
        "It was cut from 20 months to 5, or by 75%.",
    ),
    "a year and a half of 18 months": (
        "label: {zh: 工期, en: Time}, unit: month, value: 18个月",
        "工期18个月，也就是一年半。",
        "It took 18 months, that is a year and a half.",
    ),
}


@pytest.mark.parametrize("case", WORKED_OUT)
def test_what_a_text_works_out_from_figures_beside_it_is_derived(case: str) -> None:
    assert told(*WORKED_OUT[case]) == []


@pytest.mark.parametrize(
    ("case", "right", "wrong"),
    [
        ("what is left of a whole", "24", "25"),
        ("a sum of both", "120", "121"),
        ("by how much one is above the other", "75%", "85%"),
        ("a year and a half of 18 months", "一年半", "两年半"),
    ],
)
def test_what_is_worked_out_wrongly_is_told(case: str, right: str, wrong: str) -> None:
    figures, zh, en = WORKED_OUT[case]
    assert [code for code in told(figures, zh.replace(right, wrong), en) if code.startswith("figure-")]


def test_numbers_in_the_name_of_what_is_counted_are_that_name() -> None:
    named = "label: {zh: 65岁以上老人, en: Residents aged 65 or over}, unit: resident, value: 300名"
    zh, en = "65岁以上老人300名参加体检。", "There were 300 residents aged 65 or over."
    assert told(named, zh, en) == []
    assert "figure-unexplained" in told(named, zh.replace("65", "56"), en)
    assert "figure-unexplained" in told(named.replace("aged 65", "aged 56"), zh, en)


def test_a_metric_whose_names_disagree_in_their_numbers_is_told_at_the_metric() -> None:
    files = dict(example_files())
    files[METRICS] += (
        "\nelderly: {label: {zh: 65岁以上老人, en: Residents aged 56 or over}, unit: resident, kind: stock,"
        " description: {zh: 老人。, en: Older residents.}, total: never}\n"
    ).encode()
    site, prose = read(files)
    assert {(each.code, each.location.file) for each in check_prose(site, prose, files)} == {
        ("figure-unexplained", METRICS)
    }


def test_a_bare_number_is_that_of_a_total_named_in_full() -> None:
    files = dict(example_files())
    files[PAGE] += b"\nOf the problems, 5 were submitted to the level above.\n"
    site, prose = read(files)
    assert [each.code for each in check_prose(site, prose, files)] == []
    files[PAGE] = files[PAGE].replace(b", 5 were", b", 6 were")
    site, prose = read(files)
    assert [each.code for each in check_prose(site, prose, files)] == ["figure-unexplained"]


def test_a_figure_in_the_note_of_a_figure_is_checked() -> None:
    figure = "label: {zh: 企业, en: Enterprises}, unit: enterprise, value: 20家, note: {zh: 共37家, en: 37 enterprises}"
    assert "figure-value-differs" in told(figure, "企业20家。", "There are 20 enterprises.")


def test_the_scope_of_a_figure_may_hold_numbers_on_which_its_languages_agree() -> None:
    figure = (
        "label: {zh: 企业, en: Enterprises}, unit: enterprise, value: 20家, scope: {zh: 37人以上企业, en: %s}"
    )
    zh, en = "企业20家。", "There are 20 enterprises."
    assert told(figure % "those of 37 people or more", zh, en) == []
    assert "figure-unexplained" in told(figure % "those of 73 people or more", zh, en)


def test_the_facts_of_a_story_without_a_translation_are_read_in_every_language() -> None:
    files = dict(example_files())
    gas = "content/stories/gas-pipeline/index"
    del files[f"{gas}.en.md"]
    files[f"{gas}.zh.md"] = files[f"{gas}.zh.md"].replace(
        b"The line was built and connected end to end.", b"The line was built for 700 enterprises.", 1
    )
    site, prose = read(files)
    (told_of,) = [each for each in check_prose(site, prose, files) if each.code == "figure-value-differs"]
    assert "700 enterprises" in told_of.message("en")


def test_the_project_of_these_tests_is_sound() -> None:
    assert load(example_files())[1] == ()
