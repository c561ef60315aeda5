"""Dates in running text, and dates that differ between a Chinese text and its translation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sfwgen.figures.dates import date_slips, dates_in

Said = tuple[int | None, tuple[int, int] | None, int | None, str | None]
CHINESE: list[tuple[str, list[Said]]] = [
    ("2019年6月27日召开会议", [(2019, (6, 6), 27, None)]),
    ("发布日期：2019-06-27", [(2019, (6, 6), 27, None)]),
    ("二〇一九年六月二十七日", [(2019, (6, 6), 27, None)]),
    ("6月下旬开工，年内完工", [(None, (6, 6), None, "late")]),
    ("1至9月，前三季度", [(None, (1, 9), None, None)] * 2),
    ("2019年上半年和三季度", [(2019, (1, 6), None, None), (None, (7, 9), None, None)]),
    ("2022年2月14日至28日", [(2022, (2, 2), 14, None), (2022, (2, 2), 28, None)]),
    ("2021年7月至2022年3月", [(2021, (7, 7), None, None), (2022, (3, 3), None, None)]),
    ("2018年底", [(2018, None, None, "late")]),
    ("历时3个月，用了6天，三年来", []),
    ("农历五月初五", []),
    ("13月45日", []),
]
ENGLISH: list[tuple[str, list[Said]]] = [
    ("on 27 June 2019, or June 27, 2019", [(2019, (6, 6), 27, None)] * 2),
    ("from 14 to 28 February 2022", [(2022, (2, 2), 14, None), (2022, (2, 2), 28, None)]),
    ("July 2021 to March 2022", [(2021, (7, 7), None, None), (2022, (3, 3), None, None)]),
    ("July to September 2021, the third quarter of 2021, Q3 2021", [(2021, (7, 9), None, None)] * 3),
    ("the first half of 2019", [(2019, (1, 6), None, None)]),
    ("in the first nine months, the first three quarters", [(None, (1, 9), None, None)] * 2),
    ("in late June; by the end of 2018", [(None, (6, 6), None, "late"), (2018, None, None, "late")]),
    ("2000 people came in 2019", [(2019, None, None, None)]),
    ("It may rain. They march on.", []),
    ("in May", [(None, (5, 5), None, None)]),
]


@pytest.mark.parametrize(("lang", "text", "said"), [
    *(("zh", *each) for each in CHINESE), *(("en", *each) for each in ENGLISH)
])  # fmt: skip
def test_dates_are_read_as_far_as_they_are_said(lang: str, text: str, said: list[Said]) -> None:
    found = dates_in(text, lang)
    assert [(each.year, each.months, each.day, each.part) for each in found] == said
    assert all(text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("6月27日开工", "Work began on 27 July"),
        ("6月27日开工", "Work began on 26 June"),
        ("2018年底完工", "done by the end of 2017"),
        ("三季度", "in the second quarter"),
        ("2019年上半年", "the first half of 2018"),
        ("6月下旬", "in early June"),
        ("2019年6月27日", "27 June 2018"),
    ],
)
def test_dates_that_differ_are_told_together(zh: str, en: str) -> None:
    assert len(_slips(zh, en)) == 1


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("6月27日开工", "Work began on 27 June 2019"),
        ("去年开工，2019年完工", "begun in 2018, done this year"),
        ("2019年，比2018年多", "more than in 2018 for 2019"),
        ("三季度", "from July to September"),
        ("截至6月底", "at the end of June"),
        ("6月27日开工，6月28日完工", "begun on 27 June and done the next day"),
    ],
)
def test_dates_that_may_be_the_same_are_not_told(zh: str, en: str) -> None:
    assert _slips(zh, en) == []


def _slips(zh: str, en: str) -> list[tuple[str, str]]:
    return [
        (one.text, other.text) for one, other in date_slips(dates_in(zh, "zh"), dates_in(en, "en"), (zh, en))
    ]


@given(
    st.sampled_from(("zh", "en")),
    st.lists(
        st.sampled_from("2019 年 6 月 27 日 至 - / 底 May  to  of  the end Q3 第 一 季度 上半年 first half 19 , 十 廿".split(" ")),
        max_size=20,
    ).map("".join) | st.text(max_size=60),
)  # fmt: skip
def test_dates_stand_where_they_say_in_any_text(lang: str, text: str) -> None:
    for each in dates_in(text, lang):
        assert text[each.start : each.end] == each.text != ""
