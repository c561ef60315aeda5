"""Dates of posts in all their forms, on the calendar of the site."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from sfwgen.posts.moments import read_moment

CHINA = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("written", "date", "time"),
    [
        ("2019-06-27", "2019-06-27", ""),
        ("2019/6/7", "2019-06-07", ""),
        ("2019年6月7日", "2019-06-07", ""),
        ("2019-06", "2019-06", ""),
        ("2019/6/27 8:05:00", "2019-06-27", "08:05"),
        ("2019-06-27 08:05", "2019-06-27", "08:05"),
        ("2019-06-27T08:05:00+08:00", "2019-06-27", "08:05"),
        ("2019-06-27T20:05:00Z", "2019-06-28", "04:05"),
        ("2019-06-27 08:05:00.123 -0500", "2019-06-27", "21:05"),
        ("2019-06-27 08:05:00 +0800 CST", "2019-06-27", "08:05"),
        ("27 Jun 2019 08:05 UTC", "2019-06-27", "16:05"),
        ("Thu, 27 June 2019 08:05:00 GMT", "2019-06-27", "16:05"),
        ("June 27, 2019", "2019-06-27", ""),
        ("Jun 27th, 2019 8:05 pm", "2019-06-27", "20:05"),
    ],
)
def test_a_date_is_that_of_the_sites_own_calendar(written: str, date: str, time: str) -> None:
    moment = read_moment(written, CHINA)
    assert moment is not None
    assert (str(moment.date), moment.time.partition(" ")[2]) == (date, time)


@pytest.mark.parametrize(
    "written", ["", "完工以后", "2019-02-30", "0001-01-01T00:00:00Z", "2019-06-27 25:00", "27/06/2019", "12"]
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert read_moment(written, CHINA) is None
