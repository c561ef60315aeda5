from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sfwgen.dates import PARTS, PartialDate, parse_date, parse_period, print_date, print_period


@pytest.mark.parametrize(
    ("written", "zh", "en", "start", "end"),
    [
        ("2019", "2019年", "2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-mid", "2019年年中", "mid-2019", date(2019, 6, 1), date(2019, 7, 31)),
        ("2019-05", "2019年5月", "May 2019", date(2019, 5, 1), date(2019, 5, 31)),
        ("2019-06-early", "2019年6月上旬", "early June 2019", date(2019, 6, 1), date(2019, 6, 10)),
        ("2019-06-mid", "2019年6月中旬", "mid-June 2019", date(2019, 6, 11), date(2019, 6, 20)),
        ("2019-06-late", "2019年6月下旬", "late June 2019", date(2019, 6, 21), date(2019, 6, 30)),
        ("2019-06-27", "2019年6月27日", "27 June 2019", date(2019, 6, 27), date(2019, 6, 27)),
        ("2019-07-01~", "2019年7月1日前后", "around 1 July 2019", date(2019, 7, 1), date(2019, 7, 1)),
        ("2020-02-late", "2020年2月下旬", "late February 2020", date(2020, 2, 21), date(2020, 2, 29)),
    ],
)
def test_a_date_is_kept_at_the_precision_that_is_known(
    written: str, zh: str, en: str, start: date, end: date
) -> None:
    value = parse_date(written)
    assert value is not None
    assert (str(value), print_date(value, "zh"), print_date(value, "en")) == (written, zh, en)
    assert (value.start, value.end) == (start, end)


@pytest.mark.parametrize(
    "written",
    [
        *("2019-02-30", "2019-13", "2019-00", "2019-6-27", "2019/06/27", "2019年6月27日", "19-06-27", "0000"),
        *(
            "2019-06-27 ",
            " 2019",
            "2019-",
            "2019-late",
            "2019-06-27T00:00",
            "２０１９",
            "2０19",
            "2019-06-2７",
            "",
        ),
    ],
)
def test_what_is_no_date_is_none(written: str) -> None:
    assert parse_date(written) is None


def test_a_period_runs_from_the_first_day_of_one_to_the_last_of_the_other() -> None:
    period = parse_period("2019-02/2019-05")
    assert period is not None
    assert (period.start, period.end) == (date(2019, 2, 1), date(2019, 5, 31))
    assert print_period(period, "zh") == "2019年2月至2019年5月"
    assert print_period(period, "en") == "February 2019 to May 2019"


@pytest.mark.parametrize("written", ["2019-05/2019-02", "2019-05", "2019-05/", "/2019-05", "a/b"])
def test_what_is_no_period_is_none(written: str) -> None:
    assert parse_period(written) is None


dates = st.one_of(
    st.builds(PartialDate, st.integers(1900, 2100), around=st.booleans()),
    st.builds(PartialDate, st.integers(1900, 2100), st.just(None), st.just("mid"), around=st.booleans()),
    st.builds(
        PartialDate,
        st.integers(1900, 2100),
        st.integers(1, 12),
        st.sampled_from([None, *PARTS]),
        around=st.booleans(),
    ),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(
        lambda day: PartialDate(day.year, day.month, None, day.day)
    ),
)


@given(dates)
def test_a_date_is_read_as_it_is_written(value: PartialDate) -> None:
    assert parse_date(str(value)) == value
    assert value.start <= value.end


@given(dates, dates)
def test_a_date_that_ends_later_is_later(one: PartialDate, other: PartialDate) -> None:
    if one.end < other.end:
        assert one < other
        assert not other < one
