"""Files for machines: the same data gives the same bytes, and no reader is harmed by them."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest

from sfwgen.plan.data import Element, Json, JsonData, TableData, TextData, XmlData
from sfwgen.plan.writing import JSON_WIDTH, neutralise, write_document
from sfwgen.render.data import render_data


def test_json_is_utf8_keeps_its_order_and_puts_a_record_on_a_line() -> None:
    records: tuple[Json, ...] = tuple(
        {"id": f"figure_{n}", "label": "供气企业", "value": "800"} for n in range(5)
    )
    text = render_data(JsonData({"title": "数据", "as_of": None, "figures": records})).decode()
    assert json.loads(text) == {"title": "数据", "as_of": None, "figures": list(records)}
    assert '    {"id": "figure_0", "label": "供气企业", "value": "800"},\n' in text
    assert text.endswith("}\n")
    assert max(map(len, text.splitlines())) <= JSON_WIDTH + 1


def test_small_json_stands_on_one_line() -> None:
    assert render_data(JsonData({"a": ("1", True, 2)})) == b'{"a": ["1", true, 2]}\n'
    assert render_data(JsonData(())) == b"[]\n"


def test_a_table_is_read_back_with_commas_quotes_and_line_ends_in_its_cells() -> None:
    rows = (("供气企业", '说"好", 真的'), ("a\nb", ""))
    data = render_data(TableData(("名称", "说明"), rows))
    assert data.startswith("名称,说明\r\n".encode())
    assert data.count(b"\r\n") == 3
    assert tuple(map(tuple, csv.reader(io.StringIO(data.decode(), newline="")))) == (("名称", "说明"), *rows)


def test_a_table_for_spreadsheets_begins_with_a_bom() -> None:
    assert render_data(TableData(("名称",), (), bom=True)) == "\ufeff名称\r\n".encode()


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", "-", "+86 579"]
)
def test_what_a_spreadsheet_would_run_is_made_text(cell: str) -> None:
    assert neutralise(cell) == f"'{cell}"
    table = render_data(TableData((cell,), ((cell,),), bom=True)).decode()
    assert cell not in table.replace(f"'{cell}", "")


def test_a_plain_table_holds_no_formula_either_and_all_other_cells_as_they_are() -> None:
    """Whoever opens it with a spreadsheet is as safe; the JSON beside it has every value exactly."""
    table = TableData(("a",), (("-2+3",), ("=1",), ("-12",), ("800余家",)))
    assert render_data(table) == "a\r\n'-2+3\r\n'=1\r\n-12\r\n800余家\r\n".encode()


def test_a_document_has_each_of_its_records_on_a_line() -> None:
    records: tuple[Json, ...] = tuple({"id": str(n), "text": "长" * 200} for n in range(3))
    text = write_document({"title": {"zh": "数据"}, "none": (), "figures": records})
    assert json.loads(text) == {"title": {"zh": "数据"}, "none": [], "figures": list(records)}
    assert len(text.splitlines()) == 2 + 3 + len(records) + 1


@pytest.mark.parametrize("cell", ["-12", "+0.5", "-1,234.5", "-3%", "800余家", "", "a=b", "84000"])
def test_numbers_and_plain_texts_stay_as_they_are(cell: str) -> None:
    assert neutralise(cell) == cell


ATOM = (("xmlns", "http://www.w3.org/2005/Atom"), ("xmlns:x", "http://www.w3.org/1999/xhtml"))


def test_xml_is_read_back_whatever_stands_in_it() -> None:
    entry = Element("entry", (("title", 'a "b" <c>\n'),), "“三服务” & <简报> ]]>")
    link = Element("x:link", (("href", "https://sfw.example/?a=1&b=2"),))
    data = render_data(XmlData(Element("feed", ATOM, children=(entry, link))))
    root = ET.fromstring(data)
    assert data.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n')
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert root[0].text == "“三服务” & <简报> ]]>"
    assert root[0].attrib["title"] == 'a "b" <c>\n'
    assert root[1].tag == "{http://www.w3.org/1999/xhtml}link"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_characters_that_xml_does_not_have_are_never_written(character: str) -> None:
    with pytest.raises(ValueError, match=f"U\\+{ord(character):04X}"):
        render_data(XmlData(Element("feed", text=f"a{character}b")))


def test_a_prefix_that_no_one_declared_is_never_written() -> None:
    with pytest.raises(ValueError, match="xhtml"):
        render_data(XmlData(Element("feed", ATOM, children=(Element("xhtml:link"),))))


def test_plain_text_is_written_as_it_is() -> None:
    assert render_data(TextData("User-agent: *\nAllow: /\n")) == b"User-agent: *\nAllow: /\n"
