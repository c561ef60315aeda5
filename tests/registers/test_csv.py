"""A register as CSV: what would silently lose a row or a digit is told, by the number of its row."""

from __future__ import annotations

import pytest

from tests.registers.projects import (
    HEADER,
    ROWS,
    ROWS_TEXT,
    SCHEMA,
    SCHEMA_TEXT,
    Files,
    faults,
    register,
    rows,
    told,
)

DECLARED = f"encoding: gb18030\n{SCHEMA_TEXT}"


def counts(files: Files) -> list[int]:
    return [int(row.count) for row in register(files).rows]


def test_rows_are_read_with_names_in_either_language_or_ids() -> None:
    first, second, third = register({}).rows
    assert (first.number, int(first.count), str(first.date)) == (2, 200, "2019-05-06")
    assert first.team is not None and first.team is third.team
    assert first.place is not None and first.place.id == "xiangzhu"
    assert second.team is None
    assert third.place is None


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_bom_and_windows_line_ends_are_fine(start: bytes, end: str) -> None:
    data = start + ROWS_TEXT.replace("\n", end).encode()
    assert counts({ROWS: data}) == [200, 30, 7]


def test_line_ends_of_the_old_mac_are_refused() -> None:
    assert told({ROWS: ROWS_TEXT.replace("\n", "\r")}) == ["register-line-ends"]


def test_gbk_is_refused_at_its_first_line_unless_declared() -> None:
    data = ROWS_TEXT.encode("gb18030")
    assert told({ROWS: data}) == ["register-encoding 1:1"]
    assert counts({ROWS: data, SCHEMA: DECLARED}) == [200, 30, 7]


def test_a_register_that_declares_gbk_and_is_utf_8_is_not_read_as_gibberish() -> None:
    assert told({SCHEMA: DECLARED}) == ["register-encoding-declared"]
    assert told({SCHEMA: DECLARED, ROWS: b"\xef\xbb\xbf" + ROWS_TEXT.encode()}) == [
        "register-encoding-declared"
    ]


def test_bytes_that_are_neither_are_told_at_their_line() -> None:
    data = ROWS_TEXT.encode("gb18030") + b"\xff\xff\n"
    assert told({SCHEMA: DECLARED, ROWS: data}) == ["register-not-gb18030 5:1"]


def test_a_nul_is_refused() -> None:
    assert told({ROWS: ROWS_TEXT.replace("甲", "\0")}) == ["character-control 2:28"]


def test_an_unclosed_quote_is_told_at_the_row_where_it_begins() -> None:
    assert told(rows("2019-05-06,,,1,甲", '2019-05-07,,,1,"乙', "2019-05-08,,,1,丙")) == [
        "register-quote 3:1"
    ]


def test_a_quote_that_is_closed_rows_later_has_swallowed_them() -> None:
    lines = ('2019-05-06,,,1,"甲', "2019-05-07,,,1,乙", '2019-05-08,,,1,丙"')
    assert told(rows(*lines)) == ["register-quote 2:1"]


def test_text_behind_a_closing_quote_is_a_slip() -> None:
    assert told(rows('2019-05-06,,"象珠镇"东,1,甲')) == ["register-quote 2:1"]


def test_a_note_of_two_lines_in_one_cell_is_fine() -> None:
    assert counts(rows('2019-05-06,,,1,"甲\n不在"', "2019-05-07,,,2,乙")) == [1, 2]


def test_rows_that_are_too_short_or_too_long_are_told_by_their_numbers() -> None:
    found = faults(rows("2019-05-06,,,1", "2019-05-07,,,1,乙,丙"))
    assert [(each.code, each.location.line) for each in found] == [
        ("register-ragged", 2),
        ("register-ragged", 3),
    ]
    assert "第 2 行有 4 格，第一行有 5 列" in found[0].message("zh")


def test_many_ragged_rows_are_not_told_one_by_one() -> None:
    found = faults(rows(*["2019-05-06,,,1"] * 50))
    assert len(found) == 20
    assert "另有 30 行" in found[-1].message("zh")


def test_blank_rows_are_passed_over_and_keep_their_numbers() -> None:
    text = rows("2019-05-06,,,1,", ",,,,", "", "2019-05-07,,,2,")
    assert [row.number for row in register(text).rows] == [2, 5]


def test_a_file_divided_by_semicolons_is_told_once() -> None:
    assert told({ROWS: ROWS_TEXT.replace(",", ";")}) == ["register-separator 1:1"]


def test_an_empty_file_and_one_without_rows() -> None:
    assert told({ROWS: ""}) == ["register-no-header"]
    assert told({ROWS: HEADER}) == ["register-no-rows"]


def test_columns_are_unknown_missing_and_repeated_with_the_nearest_name() -> None:
    header = HEADER.replace("小分队", "小分對").replace("次数", "地点")
    found = faults({ROWS: header})
    assert [each.code for each in found] == [
        "register-column-missing",
        "register-column-missing",
        "register-column-unknown",
        "register-column-repeated",
    ]
    assert "是不是“小分队”？" in found[2].hint("zh")


def test_a_column_without_a_name_is_told() -> None:
    assert told({ROWS: f"{HEADER.strip()},\n"}) == ["register-column-unnamed 1:18"]


def test_what_is_wrong_with_a_cell_is_told_at_its_column() -> None:
    assert told(rows("2019-02-30,,,1,")) == ["register-date-impossible 2:1"]
    assert told(rows("五月六日,,,1,")) == ["register-date 2:1"]
    assert told(rows("2019-05-06,建筑行业小分對,,1,")) == ["register-name-unknown 2:12"]
    assert told(rows("2019-05-06,,象珠乡,1,")) == ["register-name-unknown 2:13"]
    assert told(rows("2019-05-06,,,三次,")) == ["register-number 2:14"]
    assert told(rows("2019-05-06,,,-3,")) == ["register-number 2:14"]
    assert told(rows("2019-05-06,,,,")) == ["register-cell-empty 2:14"]


@pytest.mark.parametrize("written", ["3.3E+17", "330799190001010000", "1e5"])
def test_numbers_that_a_spreadsheet_has_cut_are_refused(written: str) -> None:
    assert told(rows(f"2019-05-06,,,{written},")) == ["register-digits-lost 2:14"]


def test_numbers_with_commas_in_quotes_are_read() -> None:
    assert counts(rows('2019-05-06,,,"1,234",')) == [1234]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2019/5/6", "2019-05-06"),
        ("2019.05.06", "2019-05-06"),
        ("2019年5月6日", "2019-05-06"),
        ("2019年5月", "2019-05"),
        ("2019-05-late", "2019-05-late"),
        ("2019/5/6 09:30", "2019-05-06"),
    ],
)
def test_dates_are_read_as_spreadsheets_write_them(written: str, read: str) -> None:
    assert str(register(rows(f"{written},,,1,")).rows[0].date) == read


def test_a_row_entered_twice_is_told_where_names_or_notes_tell_rows_apart() -> None:
    twice = "2019-05-06,,,1,甲"
    assert told(rows(twice, twice)) == ["register-row-repeated 3:1"]
    assert told(rows("2019-05-06,,,1,", "2019-05-06,,,1,")) == []


def test_a_register_beyond_the_limits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sfwgen.content.tables.MAX_ROWS", 2)
    found = faults({})
    assert [each.code for each in found] == ["register-too-large"]
    assert "台账有 3 行，上限是 2 行" in found[0].message("zh")


def test_a_cell_longer_than_a_spreadsheet_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sfwgen.content.tables.MAX_CELL", 10)
    assert told({}) == ["register-cell-too-long 4:1"]
