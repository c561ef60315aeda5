"""A third language: configuration, strings and a small module in a package; nothing of sfwgen is changed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from sfwgen.build import Checked, check
from sfwgen.build.memory import Memory
from sfwgen.dates import parse_date, print_date
from sfwgen.figures import find, print_quantity, read
from sfwgen.model import Language
from sfwgen.resources import starter_files, theme_files
from tests.build.projects import ROOT, STORY_EN, small_project
from tests.extensions.installing import installed, write_package
from tests.extensions.three_languages import in_three_languages, with_language
from tests.support.disk import MemoryDisk

STORY = "content/stories/gas-pipeline/index.zh-hant.md"
OTHER = "content/stories/feifeng-road/index.zh-hant.md"


def built(files: Mapping[str, bytes], memory: Memory) -> Checked:
    """What becomes of a project; texts that are as they were are not read again."""
    disk = MemoryDisk()
    disk.put_all(ROOT, dict(files))
    return check(disk, ROOT, memory=memory)


@pytest.fixture(scope="module")
def memory(traditional: Path) -> Memory:
    """What is known of texts once the package is there."""
    return Memory()


@pytest.fixture(scope="module")
def files(traditional: Path) -> dict[str, bytes]:
    """The example of this repository in three languages."""
    return in_three_languages(starter_files(), theme_files()["strings/zh.yaml"])


@pytest.fixture(scope="module")
def site(files: dict[str, bytes], memory: Memory) -> Checked:
    """The site in three languages."""
    return built(files, memory)


def page(site: Checked, path: str) -> str:
    return site.outputs[path].decode()


def test_the_example_stands_in_three_languages_without_a_fault(site: Checked) -> None:
    assert site.diagnostics == ()
    assert site.counts.figures is not None
    assert site.counts.figures.unexplained == 0
    pages = {path for path in site.outputs if path.endswith(".html")}
    default = {path for path in pages if not path.startswith(("en/", "zh-hant/"))}
    assert {f"zh-hant/{path}" for path in default} == {path for path in pages if path.startswith("zh-hant/")}


def test_each_page_leads_to_its_two_other_languages(site: Checked) -> None:
    for folder, others in (
        ("", ("en", "zh-Hant")),
        ("en/", ("zh-Hans", "zh-Hant")),
        ("zh-hant/", ("zh-Hans", "en")),
    ):
        text = page(site, f"{folder}stories/gas-pipeline.html")
        (switch,) = re.findall(r'<ul class="langs".*?</ul>', text, re.DOTALL)
        assert tuple(re.findall('hreflang="([^"]+)"', switch)) == others
        alternates = re.findall('rel="alternate" hreflang="([^"]+)"', text)
        assert sorted(alternates) == ["en", "x-default", "zh-Hans", "zh-Hant"]
        tools = text[text.index('class="tools"') :].partition("</div>")[0]
        assert tuple(re.findall('hreflang="([^"]+)"', tools)) == others
    assert '<html lang="zh-Hant">' in page(site, "zh-hant/stories/gas-pipeline.html")


def test_figures_units_and_dates_are_printed_in_its_characters(site: Checked) -> None:
    text = page(site, "zh-hant/stories/gas-pipeline.html")
    for printed in ("800餘家", "8.4萬名", "約0.2元/立方米", "超過1元/立方米"):
        assert re.search(rf'<data value="[0-9.]+">{printed}</data>', text), printed
    assert not re.search(
        "[万余约过]", re.sub("<[^>]*>", "", text[text.index("<main") :].partition("</main>")[0])
    )


def test_feed_search_and_data_have_the_language_too(site: Checked) -> None:
    assert json.loads(page(site, "zh-hant/feed.json"))["language"] == "zh-Hant"
    assert "zh-hant/search.html" in site.outputs
    assert any(path.startswith("zh-hant/search/") for path in site.outputs)
    assert "printed_zh-hant" in page(site, "data/figures.csv").splitlines()[0]
    assert "84000" in page(site, "data/figures.csv")
    assert "8.4萬名" in page(site, "data/figures.csv")
    assert "zh-hant/stories/gas-pipeline.html" in page(site, "sitemap.xml")


def test_a_slip_in_the_third_language_is_told_at_its_place(files: dict[str, bytes], memory: Memory) -> None:
    slips = {
        STORY: [("8.4萬", "4.8萬"), ("2019年5月", "2019年6月"), ("約0.2元", "0.2元")],
        OTHER: [("200米", "一段")],
    }
    wrong = dict(files)
    for path, replacements in slips.items():
        text = wrong[path].decode()
        for right, slip in replacements:
            assert right in text, right
            text = text.replace(right, slip)
        wrong[path] = text.encode()
    told = built(wrong, memory).diagnostics
    assert {each.location.file for each in told} == {STORY, OTHER}
    assert {each.code for each in told if each.location.file == OTHER} == {"translation-figure-missing"}
    transposed, dated, bare = (
        next(each for each in told if each.code == code)
        for code in ("figure-digits-transposed", "date-translation-differs", "figure-qualifier-differs")
    )
    assert "4.8萬" in transposed.message("zh")
    assert "8.4萬" in transposed.message("zh") + transposed.hint("zh")
    lines = wrong[STORY].decode().splitlines()
    assert "4.8萬" in lines[transposed.location.line - 1][transposed.location.column - 1 :]
    assert "2019年5月" in dated.message("zh") + dated.hint("zh")
    assert lines[bare.location.line - 1][bare.location.column - 1 :].startswith("0.2元")


def test_a_place_is_called_by_its_name_in_each_language(files: dict[str, bytes], memory: Memory) -> None:
    text = files[STORY].decode()
    assert "象珠鎮" in text
    told = built({**files, STORY: text.replace("象珠", "該").encode()}, memory).diagnostics
    found = {(each.location.file, each.code, each.message("zh")) for each in told}
    assert (STORY, "place-name-untold", "原文里有地点“象珠镇”，译文里却没有。") in found
    assert {file for file, _, _ in found} == {STORY}


def test_values_may_be_given_in_its_words(traditional: Path) -> None:
    for written, number, unit in (("8.4萬名", 84_000, "名"), ("800餘家", 800, "家"), ("兩個", 2, "个")):
        found = read(written, "zh-hant")
        assert found is not None, written
        assert found.quantity.value == number
        assert found.unit == unit
        printed = "".join(part.text for part in print_quantity(found.quantity, "zh-hant", unit=unit))
        again = read(printed, "zh-hant")
        assert again is not None
        assert again.quantity == found.quantity
    (found,) = find("走訪約1,200戶。", "zh-hant")
    assert (found.text, found.start, found.unit) == ("約1,200戶", 2, "户")
    around = parse_date("2019-06-late~")
    assert around is not None
    assert print_date(around, "zh-hant") == "2019年6月下旬前後"


# --- modules ------------------------------------------------------------------------------------------------

_OFFER = "[sfwgen.languages]\nja = sfwgen_ja\n"
_JAPANESE = """
from dataclasses import replace

from sfwgen.figures import find as find_in
from sfwgen.figures import print_quantity as print_in
from sfwgen.languages import plain

FAMILY = "zh"
CHARACTERS = "円元 戸户 約约 区区"
UNITS = {"メートル": "米", "世帯": "户"}


def find(text):
    read = plain(text, "ja")
    for own, unit in UNITS.items():
        read = read.replace(own, unit.ljust(len(own)))
    return tuple(_whole(each, text) for each in find_in(read, "zh"))


def _whole(found, text):
    longer = next((len(own) - 1 for own in UNITS if text.startswith(own, found.end - 1)), 0)
    return replace(found, end=found.end + longer)


def print_quantity(quantity, *, unit, amount):
    words = {unit: own for own, unit in UNITS.items()}
    parts = print_in(quantity, "zh", unit=unit, amount=amount)
    return tuple(replace(each, text=words.get(each.text, each.text)) for each in parts)


def print_date(value):
    return f"{value.year}年ごろ"
"""
_JAPANESE_STORY = """---
title: 飛鳳社区の道路整備が完了
summary: 200メートルの土の道路の整備が完了した。
---
飛鳳社区では、200メートルの土の道路の整備が完了した。
"""


def config(more: str = "") -> dict[str, bytes]:
    """A configuration with Japanese as its third language, and nothing else."""
    text = starter_files()["config.yaml"].decode()
    name = "name: English}\n"
    return {
        "config.yaml": (text.replace(name, f"{name}  - {{id: ja, tag: ja, name: 日本語}}\n") + more).encode()
    }


def told_of(files: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """What is told of config.yaml: what is wrong and what to do, by code."""
    found = built(files, Memory()).diagnostics
    return {
        each.code: (each.message("en"), each.hint("en")) for each in found if each.code.startswith("lang")
    }


def test_a_language_without_a_module_is_told_at_its_place_alone() -> None:
    found = built(config(), Memory()).diagnostics
    assert [each.code for each in found if each.location.file == "config.yaml"] == ["language-module-missing"]


def test_a_package_that_is_not_named_does_not_run(tmp_path: Path) -> None:
    write_package(tmp_path, "sfwgen-ja", _OFFER, {"sfwgen_ja.py": "raise SystemExit('it ran')"})
    with installed(tmp_path):
        assert set(told_of(config())) == {"language-not-listed"}


@pytest.mark.parametrize(
    ("module", "problem"),
    [
        ("FAMILY = 'ja'", "FAMILY = 'ja'"),
        ("CHARACTERS = ''", "FAMILY = None"),
        ("FAMILY = 'zh'\nCHARACTERS = '円元 戸戸户'", "CHARACTERS: '戸戸户'"),
        ("import no_such_thing", "ModuleNotFoundError: No module named 'no_such_thing'"),
    ],
)
def test_a_module_that_does_not_work_is_told_with_its_package(
    tmp_path: Path, module: str, problem: str
) -> None:
    write_package(tmp_path, "sfwgen-ja", _OFFER, {"sfwgen_ja.py": module})
    with installed(tmp_path):
        told = told_of(config("extensions: [sfwgen-ja]\n"))
    message, _ = told["language-module-broken"]
    assert "sfwgen-ja" in message
    assert problem in message


def test_two_packages_for_one_language_are_told(tmp_path: Path) -> None:
    for name in ("sfwgen-ja", "sfwgen-nihongo"):
        write_package(tmp_path, name, _OFFER, {"sfwgen_ja.py": _JAPANESE})
    with installed(tmp_path):
        told = told_of(config("extensions: [sfwgen-ja, sfwgen-nihongo]\n"))
    assert "sfwgen-ja, sfwgen-nihongo" in told["language-module-twice"][0]


def in_japanese(story: str) -> dict[str, bytes]:
    """The small project with Japanese as its third language; all but its story is left in Chinese words."""
    files = {path: text.encode() for path, text in small_project().items()}
    made = with_language(
        files,
        Language("ja", "ja", "日本語"),
        "sfwgen-ja",
        theme_files()["strings/zh.yaml"],
        lambda text: text.replace("飞凤社区", "飛鳳社区"),
    )
    return {**made, STORY_EN.replace(".en.", ".ja."): story.encode()}


def test_a_language_in_other_words_is_read_by_its_own_module(tmp_path: Path) -> None:
    write_package(tmp_path, "sfwgen-ja", _OFFER, {"sfwgen_ja.py": _JAPANESE})
    with installed(tmp_path):
        (found,) = find("約300世帯に", "ja")
        assert (found.text, found.unit) == ("約300世帯", "户")
        day = parse_date("2019-06-27")
        assert day is not None
        assert print_date(day, "ja") == "2019年ごろ"
        site = built(in_japanese(_JAPANESE_STORY), Memory())
        assert site.diagnostics == ()
        assert re.search(r'<data value="200">200メートル</data>', page(site, "ja/stories/feifeng-road.html"))
        wrong = built(in_japanese(_JAPANESE_STORY.replace("では、200", "では、300")), Memory())
    assert [(each.code, each.location.line) for each in wrong.diagnostics] == [("figure-value-differs", 5)]
    assert "“300メートル”" in wrong.diagnostics[0].message("zh")
    assert "200メートル" in wrong.diagnostics[0].message("zh") + wrong.diagnostics[0].hint("zh")
