"""A figure written as a value: what may stand before and behind it."""

from __future__ import annotations

import pytest

from sfwgen.figures import Qualifier, compare, find, print_quantity, read, total


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


@pytest.mark.parametrize(
    ("text", "lang"),
    [("每天约20至30户", "zh"), ("20～30户左右", "zh"), ("about 20 to 30 households", "en")],
)
def test_a_range_that_is_about_right_says_so_in_the_record_and_in_print(text: str, lang: str) -> None:
    (found,) = find(text, lang)
    assert (
        found.record() | {"qualifier": "range", "low": "20", "high": "30", "hedge": "about"} == found.record()
    )
    printed = {lang: print_quantity(found.quantity, lang, unit=unit, amount=False) for lang, unit in UNITS}
    assert {lang: "".join(part.text for part in parts) for lang, parts in printed.items()} == {
        "zh": "约20～30户",
        "en": "about 20 to 30 households",
    }


UNITS = (("zh", "户"), ("en", ("household", "households")))


def test_a_range_without_about_has_no_hedge_and_is_another_one() -> None:
    (plain,), (hedged,) = find("20至30户", "zh"), find("约20至30户", "zh")
    assert "hedge" not in plain.record()
    assert plain.quantity != hedged.quantity
    sum_ = total([plain.quantity, hedged.quantity])
    assert getattr(sum_, "hedged", None) is True


def test_about_before_a_range_is_missed_in_a_translation_that_drops_it() -> None:
    assert compare("每天约20至30户。", "about 20 to 30 households a day.").agrees
    (difference,) = compare("每天约20至30户。", "20 to 30 households a day.").differences
    assert difference.kind == "qualifier-dropped"
    (difference,) = compare("每天20至30户。", "about 20 to 30 households a day.").differences
    assert difference.kind == "qualifier-added"


@pytest.mark.parametrize(
    "text", ["约800余家", "近百余名", "超过300人左右", "about 800 or more", "nearly 50-odd", "约20多次"]
)
def test_two_qualifiers_that_exclude_each_other_are_noted(text: str) -> None:
    found = read(text, "any")
    assert found is not None
    assert found.two_ways


@pytest.mark.parametrize(
    "text",
    ["约800家", "800余家", "约30天左右", "超过800余家", "至少100户以上", "约十来个", "at least 20 or more"],
)
def test_one_qualifier_or_two_that_say_the_same_are_not_noted(text: str) -> None:
    found = read(text, "any")
    assert found is not None
    assert found.quantity.qualifier is not Qualifier.EXACT
    assert not found.two_ways
