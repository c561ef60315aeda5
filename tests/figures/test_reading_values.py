"""A figure written as a value: what may stand before and behind it."""

from __future__ import annotations

import pytest

from sfwgen.figures import read


@pytest.mark.parametrize(
    ("written", "statistic"),
    [
        ("平均200米", "average"),
        ("最高时超过1元/立方米", "peak"),
        ("共35个", None),
        ("累计237次", None),
        ("an average of 200 metres", "average"),
        ("a total of 35 problems", None),
    ],
)
def test_words_that_say_what_kind_of_number_it_is_may_stand_before_it(
    written: str, statistic: str | None
) -> None:
    found = read(written, "any")
    assert found is not None
    assert found.statistic == statistic
    assert written[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "written", ["走访200次", "去年200米", "visited 20 homes", "200米和300米", "平均", ""]
)
def test_other_words_make_it_a_sentence_and_no_value(written: str) -> None:
    assert read(written, "any") is None
