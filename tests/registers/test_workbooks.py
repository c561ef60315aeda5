"""A register in Excel: values are read as they look, and what a spreadsheet can hide is told."""

from __future__ import annotations

import io
import zipfile

import pytest

from sfwgen.content import workbooks
from tests.registers.projects import BOOK, ROWS, SCHEMA, SCHEMA_TEXT, faults, register, told
from tests.registers.workbooks import DATE, workbook

HEADER = ("日期", "小分队", "地点", "次数", "联系人")
ROW = ("2019-05-06", "construction", "象珠镇", 3, "甲")


def with_book(data: bytes, **others: str) -> dict[str, str | bytes | None]:
    return {ROWS: None, BOOK: data, **others}


def words(data: bytes) -> dict[str, str]:
    (found,) = faults(with_book(data))
    return dict(found.words)


def test_texts_numbers_and_dates_are_read() -> None:
    may_sixth = (f's="{DATE}"', "<v>43591</v>")
    rows = register(with_book(workbook(HEADER, ROW, (may_sixth, None, "xicheng", 4.0, None)))).rows
    assert [(row.number, int(row.count), str(row.date)) for row in rows] == [
        (2, 3, "2019-05-06"),
        (3, 4, "2019-05-06"),
    ]


def test_a_column_that_is_formatted_and_empty_is_no_column() -> None:
    assert register(with_book(workbook((*HEADER, None, ""), ROW))).rows


def test_a_number_of_more_than_15_digits_is_refused_by_row_and_column() -> None:
    found = words(workbook(HEADER, ("2019-05-06", None, None, 330799190001010000, None)))
    assert (found["row"], found["column"]) == ("2", "次数")


def test_a_formula_that_was_never_calculated_is_no_zero() -> None:
    formula = ("", "<f>SUM(A1:A9)</f>")
    assert words(workbook(HEADER, (*ROW[:3], formula, None)))["cells"] == "D2"
    assert told(with_book(workbook(HEADER, (*ROW[:3], formula, None)))) == ["register-formula"]


def test_the_result_of_a_formula_is_read() -> None:
    formula = ("", "<f>1+2</f><v>3</v>")
    assert int(register(with_book(workbook(HEADER, (*ROW[:3], formula, None)))).rows[0].count) == 3


def test_an_error_of_excel_is_told() -> None:
    failed = ('t="e"', "<f>A1/0</f><v>#DIV/0!</v>")
    assert told(with_book(workbook(HEADER, (*ROW[:3], failed, None)))) == ["register-cell-failed"]


def test_hidden_rows_columns_and_sheets_are_told() -> None:
    assert told(with_book(workbook(HEADER, ROW, ROW, hidden_rows=[3]))) == ["register-rows-hidden"]
    hidden = '<cols><col min="5" max="5" hidden="1"/></cols>'
    assert words(workbook(HEADER, ROW, columns=hidden))["cells"] == "E"
    sheets = {"走访": "visible", "底稿": "veryHidden"}
    assert told(with_book(workbook(HEADER, ROW, sheets=sheets))) == ["register-sheet-hidden"]


def test_merged_cells_are_told() -> None:
    assert words(workbook(HEADER, ROW, ROW, merged="A2:A3"))["cells"] == "A2:A3"


def test_of_several_sheets_one_has_to_be_named() -> None:
    data = workbook(HEADER, ROW, sheets={"走访": "visible", "说明": "visible"})
    assert told(with_book(data)) == ["register-sheets"]
    assert register(with_book(data, **{SCHEMA: f"sheet: 走访\n{SCHEMA_TEXT}"})).rows
    assert told(with_book(data, **{SCHEMA: f"sheet: 走坊\n{SCHEMA_TEXT}"})) == ["register-sheet-missing"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        "日期,次数\n".encode(),
        b"\xd0\xcf\x11\xe0" + bytes(600),
        workbook(HEADER, ROW)[:400],
    ],
    ids=["empty", "truncated-at-once", "csv", "xls", "truncated"],
)
def test_what_is_no_workbook_is_told_in_one_sentence(data: bytes) -> None:
    assert told(with_book(data)) == ["register-not-workbook"]


def test_a_workbook_that_unpacks_to_too_much_is_not_read() -> None:
    bomb = workbook(HEADER, ROW, extra={"xl/media/image1.bin": bytes(201 << 20)})
    assert len(bomb) < 1 << 20
    assert told(with_book(bomb)) == ["register-inflated"]


def test_a_workbook_that_declares_too_much_is_not_even_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def inflate(*_: object) -> bytes:
        raise AssertionError("unpacked")

    monkeypatch.setattr(workbooks, "_inflate", inflate)
    monkeypatch.setattr(workbooks, "MAX_INFLATED", 1000)
    assert told(with_book(workbook(HEADER, ROW))) == ["register-inflated"]


def test_a_workbook_that_lies_about_its_size_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytearray(workbook(HEADER, ROW, extra={"x.bin": bytes(100_000)}))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.rfind(mark)
        data[at + offset : at + offset + 4] = (10).to_bytes(4, "little")
    assert told(with_book(bytes(data))) == ["register-not-workbook"]


def test_one_cell_at_the_far_end_of_a_sheet_does_not_fill_the_memory() -> None:
    far = workbook(HEADER, ROW)
    with zipfile.ZipFile(io.BytesIO(far)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert told(with_book(buffer.getvalue())) == ["register-too-large"]


def test_entities_are_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(HEADER, ROW))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = b'<!DOCTYPE w [<!ENTITY a "aaaa">]>' + parts["xl/workbook.xml"]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert told(with_book(buffer.getvalue())) == ["register-not-workbook"]


def test_without_python_calamine_one_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    assert told(with_book(workbook(HEADER, ROW))) == ["register-needs-calamine"]


def test_a_register_in_two_files_is_refused() -> None:
    assert told({BOOK: workbook(HEADER, ROW)}) == ["register-two-files"]


@pytest.mark.parametrize(("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_named_as_a_spreadsheet_names_them(number: int, name: str) -> None:
    assert workbooks.letters(number) == name
