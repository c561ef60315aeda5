"""Slips with one safe remedy are corrected, nothing is lost by it, and everything else is left alone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sfwgen.content import load_site
from sfwgen.fixes import FixedFile, fix
from sfwgen.fixes.fixing import LINE_ENDS, RECODED
from sfwgen.fixes.remedies import CODES
from tests.bad.cases import case_names, read_base, read_case
from tests.build.projects import STORY, small_project

WHOLE = {"encoding-gbk", "encoding-gbk-hidden", "encoding-utf16", "file-ending-yml"}
# What was meant is not known: a field by another name, and what correcting the first slip shows.
LEFT = {"field-unknown", "field-unknown.beside", "field-unknown.inside", "field-unknown.required",
        "yaml-character-reserved.block", "yaml-colon-fullwidth.indented", "yaml-colon-space.flow"}  # fmt: skip
CASES = [name for name in case_names() if name.partition(".")[0] in CODES | WHOLE and name not in LEFT]


PIECES = [
    *(
        "：",
        ":",
        "，",
        "、",
        "- ",
        "-",
        "\t",
        "\u3000",
        "  ",
        "• ",
        "＃＃ ",
        "# ",
        "---",
        "———",
        "「",
        "{",
        "}",
        "[",
        "］",
    ),
    *('"', "\u200b", "title", "places", "200米", "甲", "\n", "\n\n", "\u2028", "|", ">"),
]


def fixed(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], tuple[FixedFile, ...]]:
    """The project after everything was corrected, and what was corrected."""
    changed, _ = fix(files)
    after = {path: data for path, data in files.items() if path not in {file.path for file in changed}}
    return after | {file.new_path: file.after for file in changed}, changed


def small(**texts: str) -> dict[str, bytes]:
    return {path: text.encode() for path, text in {**small_project(), **texts}.items()}


def story(*replacements: tuple[str, str]) -> dict[str, bytes]:
    text = small_project()[STORY]
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return small(**{STORY: text})


@pytest.mark.parametrize("name", CASES)
def test_each_slip_of_these_is_gone_and_no_other_has_come(name: str) -> None:
    sources, _ = read_case(name).read()
    files, changed = fixed(sources)
    assert changed
    assert load_site(files)[1] == ()


def test_what_has_no_safe_remedy_is_left_to_a_person() -> None:
    for name in (
        "field-unknown",
        "yaml-value-cut",
        "yaml-quote-unclosed",
        "date-impossible",
        "character-control",
    ):
        sources, _ = read_case(name).read()
        assert fixed(sources)[1] == ()


def test_a_sound_project_is_left_alone() -> None:
    assert fix(read_base().read()[0]) == ((), ())


def test_a_file_with_many_slips_behind_one_another_is_put_right() -> None:
    text = small_project()[STORY]
    text = text.replace("---\n", "———\n").replace("line: ", "line：").replace("[feifeng]", "feifeng")
    text = text.replace("value: 200米", "value：200米").replace("places: ", "地点：") + "\n• 甲\n• 乙\n"
    files, (changed,) = fixed({**small(), STORY: text.replace("\n", "\r\n").encode("gb18030")})
    assert load_site(files)[1] == ()
    assert [each.code for each in changed.fixes[:2]] == [RECODED, LINE_ENDS]
    assert "places: [feifeng]\n" in files[STORY].decode()


def test_each_correction_says_its_line_with_what_stood_there_and_what_stands_there_now() -> None:
    (changed,) = fix(story(("line: grassroots", "line：grassroots")))[0]
    (only,) = changed.fixes
    assert (only.code, only.line, only.before, only.after) == (
        "yaml-colon-fullwidth", 4, "line：grassroots", "line: grassroots",
    )  # fmt: skip
    assert changed.before.decode().replace("line：", "line: ") == changed.after.decode()


def test_a_bom_stays_and_only_files_that_are_wanted_are_touched() -> None:
    files = story(("line: grassroots", "line：grassroots"))
    files[STORY] = b"\xef\xbb\xbf" + files[STORY]
    (changed,) = fix(files, {STORY})[0]
    assert changed.after.startswith(b"\xef\xbb\xbf---\n")
    assert fix(files, {"config.yaml"})[0] == ()


def test_rows_in_gbk_that_a_register_does_not_declare_are_recoded_and_declared_ones_left() -> None:
    schema = (
        "title: {zh: 台账, en: Register}\nmetric: road_length\ncolumns:\n  - {name: 米数, field: count}\n"
    )
    rows = "米数\n200\n".encode("gb18030")
    files = {**small(), "content/registers/roads.yaml": schema.encode(), "content/registers/roads.csv": rows}
    assert fixed(files)[0]["content/registers/roads.csv"] == "米数\n200\n".encode()
    files["content/registers/roads.yaml"] = f"encoding: gb18030\n{schema}".encode()
    assert fixed(files)[1] == ()


def test_a_file_that_is_not_for_sure_in_gbk_is_left_alone() -> None:
    for data in (b"---\ntitle: \xff\xfe\xfa\n---\n", "---\ntitle: caf\xe9\n---\n".encode("latin-1")):
        assert fixed({**small(), STORY: data})[1] == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=30,
    )
)
def test_whatever_stands_in_a_file_no_letter_and_no_digit_of_it_is_lost(pieces: list[str]) -> None:
    text = f"---\n{''.join(pieces)}\n---\n正文\n"
    files = fixed({**small(), STORY: text.encode()})[0]
    before, after = ("".join(filter(str.isalnum, each)) for each in (text, files[STORY].decode()))
    assert after == before
    # A second run has nothing to do.
    assert fixed(files)[1] == ()
