"""Dates at their precision, numbers, addresses and figures, as written in a document."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sfwgen.diagnostics import Diagnostic, Location
from sfwgen.figures import Qualifier
from sfwgen.model import Alias
from tests.content.projects import STORY, UNITS, good, load, places, sound, story


def _only(*lines: str) -> Diagnostic:
    (found,) = load({STORY: story(*lines)})[1]
    return found


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019-mid", "2019-06-01", "2019-07-31"),
        ("2019-05", "2019-05-01", "2019-05-31"),
        ("2019-06-early", "2019-06-01", "2019-06-10"),
        ("2019-06-mid", "2019-06-11", "2019-06-20"),
        ("2019-02-late", "2019-02-21", "2019-02-28"),
        ("2020-02-29", "2020-02-29", "2020-02-29"),
        ("2019-05~", "2019-05-01", "2019-05-31"),
        ('"2019"', "2019-01-01", "2019-12-31"),
        (" 2019 ", "2019-01-01", "2019-12-31"),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_known(written: str, first: str, last: str) -> None:
    date = good({STORY: story(f"date: {written}")}).stories[0].date
    assert date is not None
    assert (str(date.start), str(date.end)) == (first, last)
    assert str(date) == written.strip(' "')


@pytest.mark.parametrize(
    "written", ["2019-02-30", "2019-02-29", "2019-13", "2019-00", "2019-04-31", "2019-06-00", "2019-13-01~"]
)
def test_a_date_that_there_is_not_is_told(written: str) -> None:
    assert (_only(f"date: {written}").code, _only(f"date: {written}").location.column) == (
        "date-impossible",
        7,
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2019年6月27日", "2019-06-27"),
        ("2019年6月", "2019-06"),
        ("2019年6月下旬", "2019-06-late"),
        ("2019年中", "2019-mid"),
        ("2019年5月前后", "2019-05~"),
        ("2019-6-27", "2019-06-27"),
        ("2019/06/27", "2019-06-27"),
        ("2019.6.27", "2019-06-27"),
        ("2019-6", "2019-06"),
        ("二〇一九年", ""),
        ("19年6月", ""),
        ("June 2019", ""),
        ("2019-06-27 09:30", "2019-06-27"),
        ("20190627", "2019-06-27"),
        ("２０１９", "2019"),
    ],
)
def test_another_way_of_writing_a_date_is_told_with_the_right_one(written: str, meant: str) -> None:
    found = _only(f"date: {written}")
    assert found.code == "date-invalid"
    assert dict(found.words)["suggestion"] == meant
    if meant:
        assert f"改成 {meant}。" in found.hint("zh")
        good({STORY: story(f"date: {meant}")})


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2019-01/2019-06", ""),
        ("2019-mid/2019-07", ""),
        ("2019-06/2019-01", "period-reversed"),
        ("2019-01", "period-invalid"),
        ("2019-01/", "period-invalid"),
        ("2019-01/2019-02-30", "period-invalid"),
        ("2019-01至2019-06", "period-invalid"),
    ],
)
def test_periods(written: str, code: str) -> None:
    figure = f"figures: [{{metric: road_length, value: 200米, period: {written}}}]"
    assert [each.partition(" ")[0] for each in places({STORY: story(figure)})] == list(filter(None, [code]))


@pytest.mark.parametrize("written", ["2019-07-02 09:30", '"2019-07-02 23:59"'])
def test_a_time_of_publication_is_kept_as_written(written: str) -> None:
    assert good({STORY: story(f"published: {written}")}).stories[0].published == written.strip('"')


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2019-07-02", "time-invalid"),
        ("2019-07-02 9:30", "time-invalid"),
        ("2019-07-02 24:00", "time-invalid"),
        ("2019-07-02T09:30", "time-invalid"),
        ("2019-07-02 09:30:00+08:00", "time-invalid"),
        ("2019-02-30 09:30", "date-impossible"),
        ("0000-01-01 09:30", "time-invalid"),
    ],
)
def test_another_way_of_writing_a_time_is_told(written: str, code: str) -> None:
    assert _only(f"published: {written}").code == code


@pytest.mark.parametrize("factor", ["1000", "0.5", "666.67", "0001"])
def test_factors_are_decimal(factor: str) -> None:
    text = sound()[UNITS].decode().replace("factor: 1000", f"factor: {factor}")
    assert Decimal(good({UNITS: text}).vocabulary.units["kilometre"].factor) == Decimal(factor)


@pytest.mark.parametrize(
    "factor", ["1_000", "1,000", "NaN", "inf", "1e3", "一千", "１０００", "0x10", "+5", "0", "0.0", "-1"]
)
def test_what_only_a_program_takes_for_a_number_is_none(factor: str) -> None:
    text = sound()[UNITS].decode().replace("factor: 1000", f"factor: {factor}")
    assert places({UNITS: text})[0].startswith("value-not-")


@pytest.mark.parametrize(
    "path", ["../x.html", "a/../b", "a b.html", "http://x/", "a?b", "a#b", "C:/a", "a\\b", "/", "a//b", "."]
)
def test_an_old_address_must_be_a_path_within_the_site(path: str) -> None:
    assert _only(f"aliases: ['{path}']").code == "path-invalid"


@pytest.mark.parametrize("path", ["old/gas", "old.pdf", "2019"])
def test_an_old_address_must_be_that_of_a_page(path: str) -> None:
    assert _only(f"aliases: ['{path}']").code == "alias-outside"


@pytest.mark.parametrize("path", ["old/gas.html", "/old/gas.html", "旧址/天然气.html", "old/"])
def test_sound_old_addresses(path: str) -> None:
    assert good({STORY: story(f"aliases: ['{path}']")}).stories[0].aliases == (
        Alias(path, Location(STORY, 2, 11)),
    )


@pytest.mark.parametrize(
    ("written", "qualifier", "value"),
    [
        ("200米", Qualifier.EXACT, "200"),
        ("200余米", Qualifier.MORE_THAN, "200"),
        ("约1.2公里", Qualifier.ABOUT, "1200"),
        ("1.2千米", Qualifier.EXACT, "1200"),
        ("200 metres", Qualifier.EXACT, "200"),
        ('"1,200 metres"', Qualifier.EXACT, "1200"),
        ("about 1.2 kilometres", Qualifier.ABOUT, "1200"),
        ("近两百米", Qualifier.NEARLY, "200"),
    ],
)
def test_a_figure_is_read_in_the_unit_of_its_metric(written: str, qualifier: Qualifier, value: str) -> None:
    site = good({STORY: story(f"figures: [{{metric: road_length, value: {written}}}]")})
    (figure,) = site.stories[0].figures
    assert (figure.quantity.qualifier, figure.quantity.value) == (qualifier, Decimal(value))
    assert figure.as_printed == written.strip('"')
    assert figure.id == "road_length"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("米", "figure-number-missing"),
        ("metres", "figure-number-missing"),
        ("XX米", "figure-placeholder"),
        ("××米", "figure-placeholder"),
        ("____米", "figure-placeholder"),
        ("？？米", "figure-placeholder"),
        ("0000米", "figure-placeholder"),
        ("待补", "figure-placeholder"),
        ("待核实", "figure-placeholder"),
        ("TBD", "figure-placeholder"),
        ("……", "figure-placeholder"),
        ("200米和300米", "figure-unreadable"),
        ("200户", "metric-unit-mismatch"),
        ("200 households", "metric-unit-mismatch"),
    ],
)
def test_a_value_that_is_no_figure_of_the_metric_is_told(written: str, code: str) -> None:
    found = _only(f"figures: [{{metric: road_length, value: {written}}}]")
    assert (found.code, found.location.column) == (code, 40)


@pytest.mark.parametrize(
    ("quantity", "code"),
    [
        ("qualifier: exact, value: 200", ""),
        ("qualifier: none", ""),
        ("qualifier: none, value: 0", ""),
        ("qualifier: none, value: 5", "quantity-parts"),
        ("qualifier: range, low: 5, high: 7", ""),
        ("qualifier: range, low: 7, high: 5", "quantity-reversed"),
        ("qualifier: range, value: 5", "quantity-parts"),
        ("qualifier: indefinite, base: 10", ""),
        ("qualifier: indefinite, value: 10", "quantity-parts"),
        ("qualifier: exact", "quantity-parts"),
        ("qualifier: exact, value: 5, low: 4", "quantity-parts"),
        ("qualifier: exakt, value: 5", "value-not-allowed"),
        ("qualifier: exact, value: 五", "value-not-number"),
        ("qualifier: exact, value: ", "value-empty"),
        ("value: 5", "field-missing"),
    ],
)
def test_a_quantity_spelled_out(quantity: str, code: str) -> None:
    text = story(f"figures: [{{metric: road_length, quantity: {{{quantity}}}}}]")
    assert [each.partition(" ")[0] for each in places({STORY: text})] == list(filter(None, [code]))


def test_a_figure_that_occurs_once_in_the_world_is_its_own_definition() -> None:
    text = story("figures: [{id: width, label: {zh: 路宽, en: Width}, unit: metre, value: 6米}]")
    (figure,) = good({STORY: text}).stories[0].figures
    assert (figure.metric.id, figure.metric.total) == ("width", "never")
