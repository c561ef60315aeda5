from __future__ import annotations

import json
import re
from datetime import date
from fractions import Fraction
from hashlib import sha256
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from sfwgen.content import load_site
from sfwgen.counters import aggregate
from sfwgen.figures import Qualifier, Quantity
from sfwgen.plan import DataOutput, make_plan
from sfwgen.plan.open_data.values import quantity_values, unit_code
from sfwgen.plan.views import FiguresView, StoryView
from sfwgen.prose import read_prose
from sfwgen.render.data import render_data
from tests.plan.machine.published import (
    CORRECTION,
    HANDOVER,
    HOUSING,
    SITE,
    TIMES,
    data_files,
    read_json,
    read_rows,
    story,
    views_of,
    with_stories,
)
from tests.support.example import changed, example_files, packaged_theme, site_of

TABLES = ["figures", "counters", "counter-records", "stories"]
KEYS = {"figures": "id", "counters": "id", "stories": "id"}

MANY = story(
    "[{id: a, metric: relief_money, value: 约3500元}, "
    "{id: b, label: {zh: 户数, en: Households}, unit: household, value: 三四十户}, "
    "{id: c, label: {zh: 人数, en: People}, unit: resident, value: 几十名}, "
    "{id: d, label: {zh: 首批, en: First ones}, unit: household, value: 20户, as_of: 2019-08-01~}]"
)
"""A story with a range, a number that is not stated, and a date that is only around a day."""


def figures(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in read_json(files, "data/figures.json")["figures"]}


def test_every_figure_of_the_site_is_in_the_data() -> None:
    site = site_of(example_files())
    owners = [(each.slug, each.figures) for each in site.stories] + [
        (each.id, each.figures) for each in site.tallies
    ]
    expected = {f"{name}#{figure.id}" for name, found in owners for figure in found}
    assert set(figures(data_files())) == expected
    assert {row["id"] for row in read_rows(data_files(), "data/figures.csv")} == expected


def test_a_figure_says_all_that_is_known_of_it() -> None:
    assert figures(data_files())["gas-pipeline#saving_average"] == {
        "id": "gas-pipeline#saving_average",
        "story": "gas-pipeline",
        "tally": None,
        "line": "enterprises",
        "metric": "saving",
        "label": {"zh": "平均下降", "en": "Average fall"},
        "noun": None,
        "definition": {
            "zh": "通气后生产成本的下降，按每立方米天然气计。",
            "en": "Fall in production costs after gas was supplied, for each cubic metre of gas.",
        },
        "kind": "rate",
        "total": "never",
        "qualifier": "about",
        "value": "0.2",
        "low": None,
        "high": None,
        "base": None,
        "fraction": None,
        "step": "0.1",
        "unit": "yuan_per_cubic_metre",
        "unit_code": "CNY/m3",
        "printed": {"zh": "约0.2元/立方米", "en": "about 0.2 yuan per cubic metre"},
        "as_written": "约0.2元/立方米",
        "statistic": "average",
        "when": None,
        "when_start": None,
        "when_end": None,
        "scope": {"zh": "唐先镇某企业", "en": "one enterprise in Tangxian"},
        "example": True,
        "note": {
            "zh": "报道写作“大约0.2元/方”，本站统一写作元/立方米。",
            "en": "The report writes 元/方; this site writes yuan per cubic metre throughout.",
        },
        "counters": [],
        "source": {"zh": "2019年年中报纸报道", "en": "A newspaper report of mid-2019"},
        "source_url": [],
        "url": {
            "zh": f"{SITE}stories/gas-pipeline.html#fig-saving_average",
            "en": f"{SITE}en/stories/gas-pipeline.html#fig-saving_average",
        },
        "citation": {
            "zh": "《三服务工作简报》：平均下降，约0.2元/立方米（唐先镇某企业）。来源：2019年年中报纸报道。"
            f"{SITE}stories/gas-pipeline.html#fig-saving_average",
            "en": "Three Services Bulletin: Average fall, about 0.2 yuan per cubic metre (one enterprise in Tangxian). "
            f"Source: A newspaper report of mid-2019. {SITE}en/stories/gas-pipeline.html#fig-saving_average",
        },
    }


def test_a_total_is_cited_with_its_date_and_its_address() -> None:
    told = {each["id"]: each for each in read_json(data_files(), "data/counters.json")["counters"]}
    assert told["visits_enterprises"]["citation"] == {
        "zh": "《三服务工作简报》：走访企业，237次（截至2019年年中）。来源：2019年年中报纸报道。"
        f"{SITE}figures.html#visits_enterprises",
        "en": "Three Services Bulletin: Visits to enterprises, 237 visits (as of mid-2019). "
        f"Source: A newspaper report of mid-2019. {SITE}en/figures.html#visits_enterprises",
    }


def test_a_figure_that_no_longer_counts_leads_to_the_counter_that_says_why() -> None:
    later = (
        "as_of: 2019-12-31\nsources: [{zh: 年末统计, en: Year-end count}]\n"
        "figures: [{metric: visits_grassroots, value: 30次}]\n"
    )
    told = figures(data_files(changed({"content/tallies/2019-end.yaml": later})))
    assert told["2019-mid#visits_grassroots"]["counters"] == []
    assert told["2019-mid#visits_grassroots"]["url"]["zh"] == f"{SITE}figures.html#visits_grassroots"


@pytest.mark.parametrize("name", ["figures", "counters", "stories"])
def test_a_document_is_what_its_schema_says(name: str) -> None:
    files = data_files(with_stories({"many/index.zh.md": MANY}, times=(HANDOVER, f"{HANDOVER}\n{TIMES}")))
    document, schema = read_json(files, f"data/{name}.json"), read_json(files, f"data/{name}.schema.json")
    assert document["$schema"] == schema["$id"] == f"{SITE}data/{name}.schema.json"
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator(schema, format_checker=FormatChecker())
    assert not list(checker.iter_errors(document))
    del document[name][0]["url"]
    document[name][1]["surprise"] = "x"
    assert len(list(checker.iter_errors(document))) == 2


def test_every_file_has_its_checksum() -> None:
    files = {path: data for path, data in data_files().items() if path.startswith("data/")}
    lines = files.pop("data/SHA256SUMS").decode().splitlines()
    expected = {path.removeprefix("data/"): sha256(data).hexdigest() for path, data in files.items()}
    assert {name: digest for digest, name in (line.split("  ") for line in lines)} == expected


def test_without_a_licence_none_is_claimed() -> None:
    example = example_files()["config.yaml"].decode()
    start = example.index("licence:")
    files = data_files(changed(none=(example[start : example.index("time_zone:")], "")))
    assert read_json(files, "data/figures.json")["license"] is None
    assert "licenses" not in read_json(files, "data/datapackage.json")
    assert "dc:license" not in read_json(files, "data/csv-metadata.json")


def test_a_unit_goes_by_the_code_that_the_project_states() -> None:
    files = data_files(changed(unit=("team: {zh: 个, also: [支],", "team: {zh: 个, code: C62, also: [支],")))
    assert figures(files)["2019-mid#service_teams"]["unit_code"] == "C62"


def refuse_float(text: str) -> None:
    pytest.fail(f"a number with a fraction that is no text: {text}")


def test_numbers_are_decimal_texts_and_exact() -> None:
    found = figures(data_files())
    assert found["gas-pipeline#residents_supplied"]["value"] == "84000"
    assert found["gas-pipeline#residents_supplied"]["step"] == "1000"
    for path, data in data_files().items():
        if path.startswith("data/") and path.endswith(".json"):
            json.loads(data, parse_float=refuse_float)


def test_what_is_no_single_number_is_told_as_what_it_is() -> None:
    found = figures(data_files(with_stories({"many/index.zh.md": MANY})))
    households, people = found["many#b"], found["many#c"]
    assert [households[key] for key in ("qualifier", "low", "high", "value")] == ["range", "30", "40", None]
    assert [people[key] for key in ("qualifier", "base", "value")] == ["indefinite", "10", None]


def test_a_fraction_stays_one() -> None:
    told = quantity_values(Quantity(Qualifier.EXACT, Fraction(1, 3)))
    assert (told["value"], told["fraction"]) == (None, "1/3")


def test_a_date_that_is_only_around_a_day_has_no_first_and_last_day() -> None:
    found = figures(data_files(with_stories({"many/index.zh.md": MANY})))["many#d"]
    assert (found["when"], found["when_start"], found["when_end"]) == ("2019-08-01~", None, None)


def test_a_tally_gives_its_figures_their_date() -> None:
    found = figures(data_files())["2019-mid#visits_enterprises"]
    assert (found["tally"], found["story"]) == ("2019-mid", None)
    assert (found["when"], found["when_start"], found["when_end"]) == ("2019-mid", "2019-06-01", "2019-07-31")
    assert found["counters"] == ["visits_enterprises"]


def test_every_address_of_a_figure_exists() -> None:
    views = views_of()
    for figure in figures(data_files()).values():
        addresses = figure["url"]
        assert isinstance(addresses, dict)
        for lang, address in addresses.items():
            path, _, anchor = address.removeprefix(SITE).partition("#")
            view = views[path]
            assert view.frame.lang == lang
            shown = view.evidence if isinstance(view, StoryView) else getattr(view, "counters", ())
            assert anchor in {each.anchor for each in shown}


def test_a_counter_tells_what_went_in_and_what_was_left_out_and_why() -> None:
    [counter] = [
        each
        for each in read_json(data_files(), "data/counters.json")["counters"]
        if each["id"] == "visits_households"
    ]
    assert (counter["qualifier"], counter["value"], counter["unit"]) == ("exact", "20", "household")
    assert counter["printed"] == {"zh": "20户", "en": "20 households"}
    assert (counter["as_of"], counter["from"], counter["total"]) == ("2019-mid", "tallies", "latest")
    assert counter["counted"]["zh"].startswith("报道所载走访群众的户数")
    assert [each["figure"] for each in counter["contributions"]] == ["2019-mid#visits_households"]
    [left_out] = counter["left_out"]
    assert (left_out["figure"], left_out["reason"]) == ("housing-support#households_visited_feifeng", "named")
    assert left_out["reason_text"]["en"].startswith("Whether the households visited in Feifeng Community")
    assert (counter["records"], counter["left_out_records"]) == (1, 1)


def test_a_reason_that_the_rules_give_is_told_in_words_too() -> None:
    later = (
        "as_of: 2019-12-31\nsources: [{zh: 年末统计, en: Year-end count}]\n"
        "figures: [{metric: visits_grassroots, value: 30次}]\n"
    )
    files = data_files(changed({"content/tallies/2019-end.yaml": later}))
    rows = [
        row for row in read_rows(files, "data/counter-records.csv") if row["counter"] == "visits_grassroots"
    ]
    assert [(row["figure"], row["part"], row["reason"]) for row in rows] == [
        ("2019-end#visits_grassroots", "counted", ""),
        ("2019-mid#visits_grassroots", "left_out", "older"),
    ]
    assert rows[1]["reason_text_zh"]
    assert rows[1]["reason_text_en"] == "A newer number is known."


def test_a_total_that_is_refused_has_no_value_and_says_why() -> None:
    site, _ = load_site(
        with_stories(
            {
                "many/index.zh.md": story("[{metric: relief_money, value: 近3500元}]"),
                "more/index.zh.md": story("[{metric: relief_money, value: 500余元}]"),
            }
        )
    )
    assert site is not None
    counters, refused = aggregate(site)
    assert [each.code for each in refused] == ["counter-mixed-qualifiers"]
    plan, _ = make_plan(site, counters, read_prose(site, counters), packaged_theme(), {})
    files = {each.path: render_data(each.data) for each in plan.outputs if isinstance(each, DataOutput)}
    [counter] = [
        each for each in read_json(files, "data/counters.json")["counters"] if each["id"] == "relief_money"
    ]
    assert (counter["qualifier"], counter["value"], counter["printed"]) == (None, None, None)
    assert counter["refusal"] == "counter-mixed-qualifiers"
    assert len(counter["contributions"]) == 3


def test_a_story_is_told_without_its_prose() -> None:
    [found] = [
        each
        for each in read_json(data_files(), "data/stories.json")["stories"]
        if each["id"] == "gas-pipeline"
    ]
    assert found["languages"] == ["zh", "en"]
    assert found["title"]["zh"] == "2月仍停工，5月全线贯通：东永二线天然气管道接通象珠段"
    assert (found["line"], found["places"]) == ("enterprises", ["xiangzhu", "tangxian"])
    assert found["line_name"] == {"zh": "服务企业", "en": "Enterprises"}
    assert found["place_names"]["en"] == "Xiangzhu Town, Tangxian Town"
    assert (found["date"], found["date_start"], found["date_end"]) == ("2019-05", "2019-05-01", "2019-05-31")
    assert (found["published"], found["updated"], found["corrections"]) == (None, None, [])
    assert "gas-pipeline#saving_peak" in found["figures"]
    assert found["url"]["en"] == f"{SITE}en/stories/gas-pipeline.html"


def test_a_story_tells_when_it_was_published_and_what_was_corrected() -> None:
    files = data_files(
        changed(times=(HANDOVER, f"{HANDOVER}\n{TIMES}"), correction=(HOUSING, f"{HOUSING}\n{CORRECTION}"))
    )
    told = {each["id"]: each for each in read_json(files, "data/stories.json")["stories"]}
    assert told["shanshui-yuyuan"]["published"] == "2019-07-05T16:30:00+08:00"
    assert told["housing-support"]["corrections"] == [
        {
            "date": "2019-07-20",
            "figure": "relief_money",
            "wrong": {"zh": "6000元", "en": "6,000 yuan"},
            "right": {"zh": "6500元", "en": "6,500 yuan"},
        }
    ]


def test_a_text_that_lacks_in_a_language_is_missing_and_not_made_up() -> None:
    files = data_files(with_stories({"new-one/index.zh.md": story()}))
    [found] = [each for each in read_json(files, "data/stories.json")["stories"] if each["id"] == "new-one"]
    assert found["title"] == {"zh": "新的一篇"}
    [row] = [row for row in read_rows(files, "data/stories.csv") if row["id"] == "new-one"]
    assert (row["title_zh"], row["title_en"], row["languages"]) == ("新的一篇", "", "zh")


def in_a_cell(value: object) -> str:
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


@pytest.mark.parametrize("name", ["figures", "counters", "stories"])
def test_the_table_says_what_the_document_says(name: str) -> None:
    files = data_files()
    records = read_json(files, f"data/{name}.json")[name]
    rows = read_rows(files, f"data/{name}.csv")
    assert len(records) == len(rows)
    for record, row in zip(records, rows, strict=True):
        for column, cell in row.items():
            key, _, lang = column.rpartition("_")
            value = record[column] if column in record else (record[key] or {}).get(lang)
            assert in_a_cell(value) == cell, column


@pytest.mark.parametrize("name", TABLES)
def test_the_table_for_spreadsheets_is_the_same_with_a_mark_in_front(name: str) -> None:
    files = data_files()
    assert files[f"data/{name}-excel.csv"] == b"\xef\xbb\xbf" + files[f"data/{name}.csv"]
    assert not files[f"data/{name}.csv"].startswith(b"\xef\xbb\xbf")


def test_each_counter_has_a_table_of_its_own_records() -> None:
    files = data_files()
    rows = read_rows(files, "data/counters/visits_households-excel.csv")
    assert rows == [
        row for row in read_rows(files, "data/counter-records.csv") if row["counter"] == "visits_households"
    ]
    assert len(rows) == 2


def test_records_are_sorted() -> None:
    files = data_files()
    for name, key in KEYS.items():
        ids = [row[key] for row in read_rows(files, f"data/{name}.csv")]
        assert ids == sorted(ids)
    pairs = [
        (row["counter"], row["part"], row["figure"]) for row in read_rows(files, "data/counter-records.csv")
    ]
    assert pairs == sorted(pairs)


def test_the_order_of_files_and_the_day_of_the_build_change_no_byte() -> None:
    files = example_files()
    assert data_files(dict(reversed(list(files.items())))) == data_files()
    today = date.today().isoformat()  # noqa: DTZ011 (whatever the day is called here, it must not be there)
    assert not any(today.encode() in data for data in data_files().values())


def test_a_text_that_looks_like_a_formula_does_no_harm_in_a_spreadsheet() -> None:
    risky = with_stories({"new-one/index.zh.md": story(title='"=1+1"')})
    made = data_files(risky)
    for name in ("stories", "stories-excel"):
        rows = read_rows(made, f"data/{name}.csv")
        assert [row["title_zh"] for row in rows if row["id"] == "new-one"] == ["'=1+1"]
    exact = {each["id"]: each["title"]["zh"] for each in read_json(made, "data/stories.json")["stories"]}
    assert exact["new-one"] == "=1+1"


def test_the_documents_carry_their_licence_and_lead_to_the_package() -> None:
    for name in ("figures", "counters", "stories"):
        document = read_json(data_files(), f"data/{name}.json")
        assert document["license"]["name"] == "CC-BY-4.0"
        assert document["package"] == f"{SITE}data/datapackage.json"
        assert document["as_of"] == "2019-mid"


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("yuan", "CNY"),
        ("yuan_per_cubic_metre", "CNY/m3"),
        ("metre", "m"),
        ("kilometre", "km"),
        ("visit", "visit"),
    ],
)
def test_units_have_codes(unit: str, code: str) -> None:
    assert unit_code(site_of(example_files()).vocabulary.units[unit]) == code


def test_downloads_lead_to_files_that_exist_and_say_their_format() -> None:
    files = data_files()
    for path, up in (("figures.html", ""), ("en/figures.html", "../")):
        view = views_of()[path]
        counters = getattr(view, "counters", ())
        links = [*getattr(view, "downloads", ()), *(link for each in counters for link in each.downloads)]
        assert len(links) > len(counters)
        for link in links:
            assert link.href.startswith(up)
            assert link.href.removeprefix(up) in files
            assert re.search("CSV|JSON", link.text)


def test_a_download_says_its_format_and_size() -> None:
    view, files = views_of()["en/figures.html"], data_files()
    assert isinstance(view, FiguresView)
    links = [*view.downloads, *(link for counter in view.counters for link in counter.downloads)]
    assert len(links) > 10
    for link in links:
        size = max(1, round(len(files[link.href.removeprefix("../")]) / 1000))
        assert link.text.endswith(f"), {size}\u00a0KB"), link.text
        assert "CSV" in link.text or "JSON" in link.text
