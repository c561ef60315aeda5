"""Every figure of the report stands on the site with its qualifier and unit, in both languages, and no other.

The table restates what the report says, apart from the content: a slip in the one is seen by the other.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import pytest

from tests.site.reading import BuiltSite, Page, squeezed


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the report: where it stands, its number, and how each language prints it."""

    owner: str
    id: str
    value: str
    qualifier: str
    unit: str
    zh: str
    en: str
    prose_zh: str = ""
    prose_en: str = ""
    statistic: str = ""
    example: bool = False


MID = "2019-mid"
GAS, OWNERS, ROAD, HOUSING = "gas-pipeline", "shanshui-yuyuan", "feifeng-road", "housing-support"
MORE = "more_than"
PER_CUBIC_METRE = "yuan_per_cubic_metre"
TOTALS = (
    Fact(MID, "service_teams", "5", "exact", "team", "5个", "5 service teams"),
    Fact(MID, "visits_enterprises", "237", "exact", "visit", "237次", "237 visits"),
    Fact(MID, "visits_grassroots", "18", "exact", "visit", "18次", "18 visits"),
    Fact(MID, "visits_households", "20", "exact", "household", "20户", "20 households"),
    Fact(MID, "problems_resolved", "35", "exact", "problem", "35个", "35 problems"),
    Fact(MID, "problems_escalated", "5", "exact", "problem", "5个", "5 problems"),
    Fact(MID, "problems_hard", "2", "exact", "problem", "2个", "2 problems"),
)
LABELS = {
    "service_teams": ("服务小分队", "Service teams"),
    "visits_enterprises": ("走访企业", "Visits to enterprises"),
    "visits_grassroots": ("走访基层", "Visits to grassroots units"),
    "visits_households": ("走访群众", "Households visited"),
    "problems_resolved": ("收集并解决本职问题", "Problems within its remit, resolved"),
    "problems_escalated": ("提交上级问题", "Submitted to the level above"),
    "problems_hard": ("解决疑难问题", "Knotty problems resolved"),
}
IN_STORIES = (
    Fact(GAS, "towns_supplied", "2", "exact", "town", "2个", "2 towns", "两镇", "two towns"),
    Fact(
        *(GAS, "enterprises_supplied", "800", MORE, "enterprise", "800余家", "more than 800 enterprises"),
        *("800余家企业", "more than 800 enterprises"),
    ),
    Fact(
        *(GAS, "residents_supplied", "84000", "exact", "resident", "8.4万名", "84,000 residents"),
        *("8.4万名群众", "84,000 residents"),
    ),
    Fact(
        *(GAS, "saving_average", "0.2", "about", PER_CUBIC_METRE),
        *("约0.2元/立方米", "about 0.2 yuan per cubic metre"),
        *("平均下降约0.2元/立方米", "an average of about 0.2 yuan per cubic metre"),
        statistic="average",
        example=True,
    ),
    Fact(
        *(GAS, "saving_peak", "1", MORE, PER_CUBIC_METRE),
        *("超过1元/立方米", "more than 1 yuan per cubic metre"),
        *("最高时下降超过1元/立方米", "at the peak by more than 1 yuan per cubic metre"),
        statistic="peak",
        example=True,
    ),
    Fact(
        *(GAS, "saving_daily", "2000", "exact", "yuan_per_day", "2000元/天", "2,000 yuan a day"),
        *("平均每天可节约成本2000元", "could save an average of 2,000 yuan a day"),
        statistic="average",
        example=True,
    ),
    Fact(
        *(OWNERS, "owners_reporting", "40", "exact", "owner", "40名", "40 owners"),
        *("40名业主共同反映", "40 owners together reported"),
    ),
    Fact(
        *(OWNERS, "owners_thanking", "40", MORE, "owner", "40余名", "more than 40 owners"),
        *("40余名业主给市建设局送来锦旗", "more than 40 owners brought the bureau a banner"),
    ),
    Fact(
        *(ROAD, "road_length", "200", "exact", "metre", "200米", "200 metres"),
        *("200米长的黄土路段", "yellow-earth road 200 metres long"),
    ),
    Fact(
        *(HOUSING, "households_visited_feifeng", "3", "exact", "household", "3户", "3 households"),
        *("3户住房困难家庭", "3 households in housing difficulty"),
    ),
    Fact(
        *(HOUSING, "relief_money", "6500", "exact", "yuan", "6500元", "6,500 yuan"),
        *("累计为困难群众送出慰问金6500元", "came to 6,500 yuan in total"),
    ),
)
LANGS = ("zh", "en")
EVERY_TOTAL = pytest.mark.parametrize("fact", TOTALS, ids=lambda fact: fact.id)
EVERY_FACT = pytest.mark.parametrize("fact", IN_STORIES, ids=lambda fact: fact.id)


def page_of(site: BuiltSite, lang: str, path: str) -> Page:
    return site.pages[path if lang == "zh" else f"en/{path}"]


def printed(fact: Fact, lang: str) -> str:
    return fact.zh if lang == "zh" else fact.en


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in a text, and are no part of a longer number."""
    return re.search(rf"(?<![\d.,]){re.escape(words)}(?![\d.,万亿]*\d)", text) is not None


@EVERY_TOTAL
@pytest.mark.parametrize("lang", LANGS)
def test_each_total_stands_under_its_name_on_the_figures_page(fact: Fact, lang: str, site: BuiltSite) -> None:
    section = squeezed(page_of(site, lang, "figures.html").text_by_id[fact.id])
    assert section.startswith(LABELS[fact.id][LANGS.index(lang)])
    assert stands_in(printed(fact, lang), section)
    assert ("截至2019年年中" if lang == "zh" else "As of mid-2019") in section
    assert ("2019年年中报纸报道" if lang == "zh" else "newspaper report of mid-2019") in section


@pytest.mark.parametrize("path", ["index.html", "bulletins/1.html"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_home_page_and_the_issue_show_the_totals(path: str, lang: str, site: BuiltSite) -> None:
    page = page_of(site, lang, path)
    text = squeezed(page.text)
    for fact in TOTALS[1:]:  # how many teams there are is told on the figures page
        assert LABELS[fact.id][LANGS.index(lang)] in text
        assert stands_in(printed(fact, lang), text), fact.id
        assert fact.value in page.values, fact.id


@EVERY_FACT
@pytest.mark.parametrize("lang", LANGS)
def test_each_figure_of_a_story_is_in_its_text_and_explained_below(
    fact: Fact, lang: str, site: BuiltSite
) -> None:
    page = page_of(site, lang, f"stories/{fact.owner}.html")
    explained = squeezed(page.text_by_id[f"fig-{fact.id}"])
    assert stands_in(printed(fact, lang), explained)
    assert ("2019年年中报纸报道" if lang == "zh" else "newspaper report of mid-2019") in explained
    assert (fact.prose_zh if lang == "zh" else fact.prose_en) in squeezed(page.text)
    assert fact.value in page.values
    if fact.example:
        assert ("唐先镇某企业" if lang == "zh" else "one enterprise in Tangxian") in explained
        assert ("不代表其他" if lang == "zh" else "does not stand for others") in explained


def test_the_open_data_hold_these_figures_and_no_other(site: BuiltSite) -> None:
    records = {each["id"]: each for each in json.loads(site.files["data/figures.json"])["figures"]}
    facts = {f"{fact.owner}#{fact.id}": fact for fact in (*TOTALS, *IN_STORIES)}
    assert records.keys() == facts.keys()
    for id_, fact in facts.items():
        record = records[id_]
        assert (record["value"], record["qualifier"], record["unit"]) == (
            fact.value,
            fact.qualifier,
            fact.unit,
        ), id_
        assert record["printed"] == {"zh": fact.zh, "en": fact.en}, id_
        assert record["example"] is fact.example, id_
        assert (record["statistic"] or "") == fact.statistic, id_


def test_no_counter_adds_what_the_report_keeps_apart(site: BuiltSite) -> None:
    counters = {each["id"]: each for each in json.loads(site.files["data/counters.json"])["counters"]}
    expected = {fact.id: fact.value for fact in TOTALS} | {"relief_money": "6500"}
    assert {id_: each["value"] for id_, each in counters.items()} == expected
    assert {each["records"] for each in counters.values()} == {1}


def test_a_story_without_figures_has_none(site: BuiltSite) -> None:
    for lang in LANGS:
        page = page_of(site, lang, "stories/taxiu-village.html")
        assert set(page.values) <= {"40", "200"}, "those in the titles of the stories that it leads to"
        assert not [id_ for id_ in page.ids if id_.startswith("fig-")]


def test_every_value_on_a_page_is_one_of_the_figures(site: BuiltSite) -> None:
    known = {fact.value for fact in (*TOTALS, *IN_STORIES)}
    assert {value for page in site.pages.values() for value in page.values} <= known
