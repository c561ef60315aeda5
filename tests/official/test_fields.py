"""What an official site has to state: each field's faults at their line, and none of it on any other site."""

from __future__ import annotations

import pytest

from sfwgen.content import load_site
from sfwgen.content.official import is_placeholder, official_fields
from tests.official.projects import CODE, HOST, ICP, NAME, POLICE, faults, official_project
from tests.support.example import changed
from tests.support.memory import MEMORY

NEEDED = ["name", "domain", "code", "host", "contact", "icp", "police", "marks", "columns"]


def told(old: str, new: str) -> list[str]:
    """What is told of the official project once config.yaml says something else."""
    return faults(official_project(change=(old, new)))


def test_an_official_site_with_every_field_has_no_fault() -> None:
    assert faults(official_project()) == []


@pytest.mark.parametrize(
    "code", ["9900000007", "bm99000007", "N990000007"], ids=["local", "ministry", "outside"]
)
def test_a_site_code_has_one_of_three_forms(code: str) -> None:
    files = official_project()
    files["config.yaml"] = files["config.yaml"].replace(CODE.encode(), code.encode())
    assert faults(files) == []


@pytest.mark.parametrize("icp", ["测ICP备90000008号", "测ICP备90000008号-12", "测ICP备2099000008号-1"])
def test_an_icp_filing_may_have_a_number_behind_it(icp: str) -> None:
    assert told(ICP, icp) == []


@pytest.mark.parametrize("police", ["测公网安备 99000002000009号", "测公网安备99000002000009"])
def test_a_police_filing_is_read_with_a_space_and_without_its_last_word(police: str) -> None:
    assert told(POLICE, police) == []


@pytest.mark.parametrize(
    ("field", "wrong", "code"),
    [
        ("code", "990000000", "official-code-form"),
        ("code", "990000000777", "official-code-form"),
        ("code", "BM99000007", "official-code-form"),
        ("code", "n990000007", "official-code-form"),
        ("code", "99 0000 0007", "official-code-form"),
        ("domain", f"https://{HOST}", "official-domain-form"),
        ("domain", f"{HOST}/ztzl", "official-domain-form"),
        ("domain", f"{HOST}:8080", "official-domain-form"),
        ("domain", "WWW.ceshi-shi.example", "official-domain-form"),
        ("domain", "ceshi-shi.example", "official-domain-differs"),
        ("icp", "ICP备90000008号", "official-icp-form"),
        ("icp", "测ICP备9000008号", "official-icp-form"),
        ("icp", "测ICP证90000008号", "official-icp-form"),
        ("police", "测公网安备9900000200009号", "official-police-form"),
        ("police", "公网安备99000002000009号", "official-police-form"),
    ],
)
def test_what_has_a_form_is_held_to_it(field: str, wrong: str, code: str) -> None:
    right = {"code": CODE, "domain": HOST, "icp": ICP, "police": POLICE}[field]
    assert told(f"  {field}: {right}\n", f"  {field}: {wrong}\n") == [
        f"{code} {field}: {wrong}"[: len(code) + 25]
    ]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("code", "××××××××××"),
        ("code", "XXXXXXXXXX"),
        ("code", "0000000000"),
        ("code", "1234567890"),
        ("icp", "测ICP备××××××××号"),
        ("icp", "测ICP备XXXXXXXX号-1"),
        ("icp", "测ICP备12345678号"),
        ("police", "测公网安备00000000000000号"),
        ("name", "待补"),
        ("name", "XX市人民政府门户网站"),
        ("name", "某某市人民政府门户网站"),
        ("name", "TODO"),
        ("name", "……"),
        ("name", "暂无"),
    ],
)
def test_a_placeholder_never_passes(field: str, wrong: str) -> None:
    right = {"code": CODE, "icp": ICP, "police": POLICE, "name": NAME}[field]
    (fault,) = told(f"  {field}: {right}\n", f"  {field}: {wrong}\n")
    assert fault.startswith(f"official-placeholder {field}: ")


@pytest.mark.parametrize(
    "text", ["永康市建设局", "Max Xu, Office 20", "0579-87100000", "Exxon", "市民中心1号楼3楼", "N990000007"]
)
def test_an_ordinary_text_is_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize("field", NEEDED)
def test_each_field_is_needed(field: str) -> None:
    lines = official_project()["config.yaml"].decode().splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if line.startswith(f"  {field}:"))
    end = start + 1
    while lines[end].startswith("   "):
        end += 1
    files = official_project()
    files["config.yaml"] = "".join(lines[:start] + lines[end:]).encode()
    _, found = load_site(files, each=MEMORY.each)
    assert [(each.code, dict(each.words)["field"]) for each in found] == [("field-missing", field)]


@pytest.mark.parametrize("part", ["file: party.png", "width: 60", "url: https://marks.example/party?id=7"])
def test_each_part_of_a_mark_is_needed(part: str) -> None:
    (fault,) = told(f"      {part}\n", "")
    assert fault.startswith("field-missing ")


@pytest.mark.parametrize("column", ["home", "stories", "figures", "pages", "contact"])
def test_each_column_is_described(column: str) -> None:
    codes = [each.partition(" ")[0] for each in told(f"    {column}: {{", f"    x{column}: {{")]
    # What is only misspelt is told once.
    assert codes == ["field-unknown"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("en: Office of the Ceshi City Government", "fr: Bureau", "text-language-missing host: {zh:"),
        ("type: {zh: 首页, en: Home}", "type: {zh: 首页}", "text-language-missing home: {desc"),
        ("update: 2w", "update: 2周", "value-not-allowed stories: {"),
        ("file: party.png", "file: ../party.png", "official-mark-file file: ../p"),
        ("file: party.png", "file: 标识.png", "official-mark-file file: 标识"),
        ("https://marks.example/party?id=7", "http://marks.example/", "official-mark-link url: http"),
        ("https://marks.example/party?id=7", f"https://{HOST}/jiucuo", "official-mark-home-made url:"),
    ],
)
def test_slips_within_a_field_are_told_at_their_line(old: str, new: str, expected: str) -> None:
    assert told(old, new)[0].startswith(expected)


def test_a_column_of_a_service_line_that_does_not_exist_is_told() -> None:
    line = "    lines: {resident: {description: {zh: 走访, en: Visits}, keywords: {zh: [走访], en: [visits]}, type: {zh: 工作动态, en: News}}}\n"
    (fault,) = told("  columns:\n", f"  columns:\n{line}")
    assert fault.startswith("line-unknown lines: {resident")


@pytest.mark.parametrize(
    ("gone", "code"),
    [("official_site", "official-site-missing"), ("publisher", "official-publisher-missing")],
)
def test_an_official_site_needs_its_block_and_its_publisher(gone: str, code: str) -> None:
    files = official_project()
    lines = files["config.yaml"].decode().splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{gone}:"))
    end = start + 1
    while lines[end].startswith(" "):
        end += 1
    files["config.yaml"] = "".join(lines[:start] + lines[end:]).encode()
    assert faults(files) == [f"{code} official: true"]


def test_an_official_site_cannot_say_that_it_is_not() -> None:
    notice = "notice: {zh: 非官方演示, en: Unofficial preview}\n"
    (fault,) = told("official: true\n", f"official: true\n{notice}")
    assert fault.startswith("official-notice-left notice: ")


def test_what_belongs_to_official_sites_is_refused_on_any_other() -> None:
    notice = "notice: {zh: 非官方演示, en: Unofficial preview}\n"
    found = told("official: true\n", f"official: false\n{notice}")
    assert [each.partition(" ")[0] for each in found] == [
        "config-publisher-unofficial",
        "official-site-unofficial",
    ]
    assert found[1] == "official-site-unofficial official_site:"


def test_a_faulty_block_on_an_unofficial_site_is_refused_as_well() -> None:
    files = changed(None, add=("official: false\n", "official: false\nofficial_site: {code: 待补}\n"))
    codes = {each.partition(" ")[0] for each in faults(files)}
    assert {"official-placeholder", "official-site-unofficial"} <= codes


def test_several_faults_are_told_at_once() -> None:
    files = official_project(
        code=(f"code: {CODE}", "code: 待补"), icp=(ICP, "XX"), host=(f"domain: {HOST}", "domain: x")
    )
    assert [each.partition(" ")[0] for each in faults(files)] == [
        "official-domain-form",
        "official-placeholder",
        "official-placeholder",
    ]


def test_the_list_of_needed_fields_is_that_of_the_decoder() -> None:
    paths = {path for path, _, _ in official_fields()}
    assert {path.split(".")[1] for path in paths if "." in path} == set(NEEDED)
    assert "publisher" in paths
    assert all(zh and en for _, zh, en in official_fields())
