"""`sfwgen check --official`: what staff are told before an inspection, in both languages and for machines."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sfwgen.checks.inspection import Item, Verdict, inspect
from sfwgen.checks.inspection_words import MANUAL
from sfwgen.cli import exits, main
from sfwgen.dates import parse_date
from tests.official.projects import built, official_project
from tests.support.example import changed, example_files
from tests.support.trees import put

Run = Callable[..., tuple[int, str]]


def items(files: Mapping[str, bytes], day: str = "2019-07-10") -> dict[str, Item]:
    """What an inspection on a day finds, by item; no day where it is empty."""
    checked = built(files)
    assert checked.site is not None, checked.diagnostics
    assert checked.plan is not None
    found = inspect(checked.site, checked.plan, checked.outputs, parse_date(day) if day else None)
    assert len({item.id for item in found}) == len(found)
    return {item.id: item for item in found}


def verdict(files: Mapping[str, bytes], id_: str, day: str = "2019-07-10") -> str:
    return str(items(files, day)[id_].verdict)


# --- the items ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-07-08", "passed"),
        ("2019-07-17", "passed"),
        ("2019-07-18", "warning"),
        ("2019-07-21", "warning"),
        ("2019-07-22", "failed"),
        ("2019-07-01", "failed"),
    ],
)
def test_the_home_page_has_to_have_news_within_two_weeks(day: str, expected: str) -> None:
    # The newest story is of 8 July; on 1 July there is none yet.
    assert verdict(official_project(), "home-updated", day) == expected


@pytest.mark.parametrize(("day", "expected"), [("2019-07-22", "passed"), ("2019-07-23", "failed")])
def test_a_column_goes_by_the_time_it_is_allowed(day: str, expected: str) -> None:
    found = items(official_project(), day)
    assert found["column-updated:stories"].verdict == expected
    assert found["column-updated:figures"].verdict == "passed"


def test_a_service_line_has_to_have_news_once_config_yaml_says_so() -> None:
    line = "    lines: {residents: {description: {zh: 走访, en: Visits}, keywords: {zh: [走访], en: [visits]}, type: {zh: 工作动态, en: News}, update: 2w}}\n"
    files = official_project(add=("  columns:\n", f"  columns:\n{line}"))
    idle = items(files, "2019-07-25")["column-updated:residents"]
    assert idle.verdict == "failed"
    assert "服务群众" in idle.zh
    assert "Residents" in idle.en
    assert [place.file for place in idle.places] == ["config.yaml"]
    assert "column-updated:enterprises" not in items(files)


def test_a_closed_campaign_needs_no_news() -> None:
    files = official_project(
        home=("type: {zh: 首页, en: Home}}", "type: {zh: 首页, en: Home}, update: none}"),
        stories=("update: 2w", "update: none"),
        figures=("update: 6m", "update: none"),
    )
    found = items(files, "2026-01-01")
    assert found["home-updated"].verdict == "passed"
    assert not [id_ for id_ in found if id_.startswith("column-updated")]


def test_without_a_day_nothing_is_said_of_time_but_what_is_needed() -> None:
    found = items(official_project(), "")
    for id_ in ("home-updated", "columns-updated", "dated-later"):
        assert found[id_].verdict is Verdict.UNKNOWN
        assert "--as-of" in found[id_].zh
        assert "--as-of" in found[id_].en
    assert items(official_project(), "2019-mid")["home-updated"].verdict is Verdict.UNKNOWN


def test_a_service_line_without_a_story_is_an_empty_column() -> None:
    line = "  media: {name: {zh: 服务媒体, en: Media}, motto: {zh: 有问必答, en: Every question answered}}\n"
    files = official_project(add=("  grassroots:\n    name", f"{line}  grassroots:\n    name"))
    empty = items(files)["column-empty:media"]
    assert (empty.verdict, empty.places[0].file) == ("failed", "config.yaml")
    assert "columns-filled" not in items(files)
    assert verdict(official_project(), "columns-filled") == "passed"


def test_undated_items_are_listed_with_their_files() -> None:
    undated = items(dict(example_files()))["undated"]
    assert undated.verdict == "failed"
    assert len(undated.places) == 5
    assert all(place.file.endswith("index.zh.md") for place in undated.places)
    issues = items(official_project())["undated-issues"]
    assert (issues.verdict, issues.places[0].file) == ("warning", "content/bulletins/issue-001.yaml")


def test_an_issue_with_its_date_is_no_undated_item() -> None:
    files = official_project(date=("number: 1\n", "number: 1\ndate: 2019-07-08\n"))
    assert verdict(files, "undated") == "passed"


@pytest.mark.parametrize(("day", "expected"), [("2019-07-08", "passed"), ("2019-07-07", "failed")])
def test_a_time_of_publication_in_the_future_is_told(day: str, expected: str) -> None:
    later = items(official_project(), day)["dated-later"]
    assert later.verdict == expected
    assert [place.file.split("/")[2] for place in later.places] == (
        ["taxiu-village"] if expected == "failed" else []
    )


def test_a_missing_contact_page_is_told() -> None:
    # The page on accessibility leads to the contact page and has to go with it.
    gone = {
        f"content/pages/{page}/index.{lang}.md": None
        for page in ("contact", "accessibility")
        for lang in ("zh", "en")
    }
    files = official_project(gone)
    assert verdict(files, "contact") == "failed"
    assert verdict(official_project(), "contact") == "passed"
    assert verdict(dict(example_files()), "contact") == "warning"


def test_a_heavy_page_is_told_with_its_weight() -> None:
    noise = "".join(f"{number * 7919 % 1_000_003:x}" for number in range(60_000))
    heavy = {"templates/static/site.js": f'const x = "{noise}";'}
    weight = items(official_project(heavy))["weight"]
    assert weight.verdict == "warning"
    assert any(" KB" in detail.en for detail in weight.details)
    assert verdict(official_project(), "weight") == "passed"


def test_addresses_in_numbers_are_told_and_outside_links_listed_for_a_person() -> None:
    body = "content/stories/feifeng-road/index.zh.md"
    text = official_project()[body].decode()
    linked = text.replace(
        "\nsources:\n", "\nsources:\n  - {zh: 另一处, en: Elsewhere, url: 'http://10.1.2.3/x'}\n", 1
    )
    assert linked != text
    found = items(official_project({body: linked}))
    assert [detail.zh for detail in found["ip-addresses"].details] == ["http://10.1.2.3/x"]
    assert "http://10.1.2.3/x" in {detail.en for detail in found["outside-links"].details}
    assert "ip-addresses" not in items(official_project())


def test_a_host_outside_gov_cn_is_to_be_watched() -> None:
    assert verdict(official_project(), "domain") == "warning"
    files = official_project()
    files["config.yaml"] = files["config.yaml"].replace(b"www.ceshi-shi.example", b"www.ceshi-shi.gov.cn")
    assert verdict(files, "domain") == "passed"


def test_an_unofficial_site_is_told_which_fields_it_would_need() -> None:
    fields = items(dict(example_files()))["fields"]
    assert fields.verdict is Verdict.UNKNOWN
    named = {detail.en.partition(":")[0] for detail in fields.details}
    assert {"publisher", "official_site.code", "official_site.icp", "official_site.marks.party"} <= named
    assert verdict(official_project(), "fields") == "passed"


def test_what_a_person_has_to_look_at_is_always_on_the_list() -> None:
    found = items(official_project())
    assert {id_ for id_, item in found.items() if item.verdict is Verdict.MANUAL} == set(MANUAL)


def test_every_sentence_stands_in_both_languages() -> None:
    for files in (official_project(), dict(example_files())):
        for item in items(files).values():
            assert item.zh
            assert item.en
            assert item.zh != item.en
            assert not {"{", "}"} & set(item.zh + item.en)


# --- the command --------------------------------------------------------------------------------------------


@pytest.fixture
def sfwgen(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `sfwgen check --official` on the files of a project, in Chinese unless told otherwise."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def run(files: Mapping[str, bytes], *arguments: str) -> tuple[int, str]:
        put(tmp_path / "project", dict(files))
        monkeypatch.chdir(tmp_path / "project")
        code = main(["check", "--official", *arguments])
        return code, capsys.readouterr().out

    return run


def dated() -> dict[str, bytes]:
    return official_project(date=("number: 1\n", "number: 1\ndate: 2019-07-08\n"))


def test_the_list_begins_with_what_fails_and_ends_with_what_a_person_looks_at(sfwgen: Run) -> None:
    code, out = sfwgen(official_project(), "--as-of", "2019-08-01", "--lang", "zh")
    lines = out.splitlines()
    assert code == exits.CONTENT
    assert lines[0] == "迎检清单（截至 2019-08-01）："
    assert lines[1].startswith("  [不合格] 首页最近更新于 2019-07-08，到 2019-08-01 已有 24 天")
    verdicts = [line.partition("]")[0] for line in lines if line.startswith("  [")]
    assert list(dict.fromkeys(verdicts)) == ["  [不合格", "  [注意", "  [合格", "  [人工检查"]
    assert lines[-2].startswith("清单：不合格 2 项")


def test_a_site_that_passes_ends_with_zero(sfwgen: Run) -> None:
    code, out = sfwgen(dated(), "--as-of", "2019-07-10", "--lang", "en")
    assert code == exits.FINE
    assert out.startswith("Inspection list (as of 2019-07-10):\n")
    assert "List: 0 failed" in out
    # The host is made up and does not end in .gov.cn.
    assert sfwgen(dated(), "--as-of", "2019-07-10", "--strict")[0] == exits.CONTENT


def test_the_list_for_machines_is_in_both_languages(sfwgen: Run) -> None:
    code, out = sfwgen(official_project(), "--as-of", "2019-08-01", "--format", "json")
    found = {item["id"]: item for item in json.loads(out)["summary"]["inspection"]}
    assert code == exits.CONTENT
    assert found["home-updated"]["verdict"] == "failed"
    assert found["undated-issues"]["places"][0]["file"] == "content/bulletins/issue-001.yaml"
    assert all(item["zh"] and item["en"] for item in found.values())


def test_the_day_may_come_from_the_environment(sfwgen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    files = official_project()
    _, without = sfwgen(files, "--lang", "zh")
    assert without.startswith("迎检清单（没有给出日期）：")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1564617600")
    assert sfwgen(files, "--lang", "zh")[1].startswith("迎检清单（截至 2019-08-01）：")


def test_errors_come_first_and_the_list_for_a_person_all_the_same(sfwgen: Run) -> None:
    files = official_project(code=("code: 9900000007", "code: 待补"))
    code, out = sfwgen(files, "--lang", "zh")
    assert code == exits.CONTENT
    assert out.index("official-placeholder") < out.index("先改正上面的错误") < out.index("[人工检查]")
    assert "[合格]" not in out


def test_an_ordinary_check_has_no_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "project", changed())
    monkeypatch.chdir(tmp_path / "project")
    assert main(["check", "--lang", "zh"]) == exits.FINE
    assert "清单" not in capsys.readouterr().out
