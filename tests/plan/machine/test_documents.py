"""docs/open-data.md and docs/open-data.zh.md say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sfwgen.content import load_site
from sfwgen.counters import Reason
from sfwgen.figures import Qualifier
from sfwgen.plan.open_data import DATASETS
from sfwgen.plan.open_data.fields import Field, Kind
from tests.plan.machine.published import data_files
from tests.support.example import example_files

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = {"en": "docs/open-data.md", "zh": "docs/open-data.zh.md"}
KINDS = {
    "en": {
        Kind.TEXT: "text",
        Kind.NUMBER: "number",
        Kind.FLAG: "true or false",
        Kind.DAY: "date",
        Kind.TIME: "time",
        Kind.LIST: "list",
    },
    "zh": {
        Kind.TEXT: "文字",
        Kind.NUMBER: "数",
        Kind.FLAG: "true或false",
        Kind.DAY: "日期",
        Kind.TIME: "时间",
        Kind.LIST: "列表",
    },
}
TABLE = re.compile(r"<!-- columns: (?P<name>\S+) -->\n\n\|.*\n\|.*\n(?P<rows>(?:\|.*\n)+)")


def document(lang: str) -> str:
    return (ROOT / DOCUMENTS[lang]).read_text(encoding="utf-8")


def row(field: Field, lang: str) -> str:
    """The row of a document's table that describes a field."""
    name = f"`{field.name}_zh` `{field.name}_en`" if field.localized else f"`{field.name}`"
    title, text = (field.zh, field.zh_text) if lang == "zh" else (field.en, field.en_text)
    kind = KINDS[lang][field.kind]
    if field.nested:
        kind = "仅JSON" if lang == "zh" else "JSON only"
    joint = "：" if lang == "zh" else ": "
    return f"| {name} | {kind} | {title}{joint + text if text else ''} |"


@pytest.mark.parametrize("lang", DOCUMENTS)
def test_every_column_is_described_as_the_code_has_it(lang: str) -> None:
    tables = {match["name"]: match["rows"].splitlines() for match in TABLE.finditer(document(lang))}
    assert list(tables) == [dataset.name for dataset in DATASETS]
    for dataset in DATASETS:
        assert tables[dataset.name] == [row(field, lang) for field in dataset.fields], dataset.name


@pytest.mark.parametrize("lang", DOCUMENTS)
def test_every_file_is_named(lang: str) -> None:
    text = document(lang)
    for path in data_files():
        plain = re.sub(r"^en/", "", path)
        plain = re.sub(r"lines/\w+\.", "lines/<line>.", plain)
        plain = re.sub(r"counters/\w+-excel", "counters/<counter>-excel", plain)
        assert f"`{plain}`" in text, path


@pytest.mark.parametrize("lang", DOCUMENTS)
def test_every_qualifier_and_every_reason_is_explained(lang: str) -> None:
    text = document(lang)
    for word in (*Qualifier, *Reason):
        assert f"| `{word.value}` |" in text, word


@pytest.mark.parametrize("lang", DOCUMENTS)
def test_the_example_of_working_out_a_total_is_that_of_the_bulletin(lang: str) -> None:
    site, _ = load_site(example_files())
    assert site is not None
    assert "relief_money" in site.vocabulary.counters
    assert "`housing-support#relief_money`" in document(lang)
    assert "`housing-support#households_visited_feifeng`" in document(lang)


def test_the_two_documents_have_the_same_sections() -> None:
    levels = {lang: re.findall(r"^(#+) ", document(lang), re.MULTILINE) for lang in DOCUMENTS}
    assert levels["en"] == levels["zh"]
