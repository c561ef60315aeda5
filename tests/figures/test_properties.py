"""What holds of every figure and of every text."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from time import process_time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sfwgen.figures import Qualifier, Quantity, find, print_quantity, read
from tests.figures.labelled import Language, load_half

UNHURRIED = settings(deadline=None)
"""The machine may be busy; how the work grows is tested apart."""
UNITS_ZH = (
    "",
    "家",
    "户",
    "名",
    "人次",
    "个",
    "元",
    "立方米",
    "元/立方米",
    "平方米",
    "%",
    "个百分点",
    "年",
    "小时",
)
UNITS_EN = (
    ("household", "households"),
    ("enterprise", "enterprises"),
    ("visit", "visits"),
    ("attendance", "attendances"),
    ("yuan", "yuan"),
    ("square metre", "square metres"),
    ("yuan per cubic metre", "yuan per cubic metre"),
    ("percentage point", "percentage points"),
    ("year", "years"),
    ("%", "%"),
    ("", ""),
)
ONE_SIDED = (
    Qualifier.EXACT,
    Qualifier.ABOUT,
    Qualifier.MORE_THAN,
    Qualifier.AT_LEAST,
    Qualifier.NEARLY,
    Qualifier.LESS_THAN,
    Qualifier.AT_MOST,
)
BASES = tuple(Decimal(10**power) for power in range(1, 10))
BASES_EN = (12, 20, 10**2, 10**3, 10**4, 10**5, 10**6, 10**7, 10**8, 10**9)


def _numbers() -> st.SearchStrategy[Decimal]:
    """Numbers as they stand in texts: counts, rounded millions, decimals."""
    counts = st.integers(1, 10**9).map(Decimal)
    rounded = st.builds(lambda n, power: Decimal(n * 10**power), st.integers(1, 9999), st.integers(0, 9))
    decimals = st.builds(
        lambda n, places: Decimal(n).scaleb(-places), st.integers(1, 99999), st.integers(1, 4)
    )
    return st.one_of(counts, rounded, decimals)


def _quantities() -> st.SearchStrategy[Quantity]:
    single = st.builds(Quantity, st.sampled_from(ONE_SIDED), _numbers())
    ranges = (
        st.tuples(_numbers(), _numbers())
        .filter(lambda ends: ends[0] != ends[1])
        .map(lambda ends: Quantity(Qualifier.RANGE, low=min(ends), high=max(ends)))
    )
    return st.one_of(single, ranges, st.just(Quantity(Qualifier.NONE, Decimal(0))))


def _fractions() -> st.SearchStrategy[Fraction]:
    return st.builds(Fraction, st.integers(1, 400), st.integers(2, 999)).filter(lambda f: f < 1)


def _is_a_year(quantity: Quantity, unit: str) -> bool:
    """Whether what is printed reads as a year: 1800年 is no count of years."""
    value = quantity.value or quantity.low or 0
    return unit == "年" and 1000 <= value < 3000


@UNHURRIED
@given(_quantities(), st.sampled_from(UNITS_ZH), st.booleans())
def test_what_is_printed_in_chinese_reads_back_as_equal(quantity: Quantity, unit: str, amount: bool) -> None:
    assume(not _is_a_year(quantity, unit))
    _assert_reads_back(quantity, "zh", unit, unit, amount=amount)


@UNHURRIED
@given(_quantities(), st.sampled_from(UNITS_EN), st.booleans())
def test_what_is_printed_in_english_reads_back_as_equal(
    quantity: Quantity, unit: tuple[str, str], amount: bool
) -> None:
    wanted = unit[0] if quantity.value == 1 else unit[1]
    _assert_reads_back(quantity, "en", unit, wanted, amount=amount)


@UNHURRIED
@given(st.sampled_from(ONE_SIDED), _fractions(), st.sampled_from(["zh", "en"]))
def test_a_fraction_reads_back_as_equal(qualifier: Qualifier, value: Fraction, lang: str) -> None:
    _assert_reads_back(Quantity(qualifier, value), lang, "", "ratio", amount=True)


@UNHURRIED
@given(st.sampled_from(["-2.6", "-0.3", "-18", "-1200"]), st.sampled_from(["zh", "en"]))
def test_a_number_below_zero_reads_back_as_equal(value: str, lang: str) -> None:
    _assert_reads_back(Quantity(Qualifier.EXACT, Decimal(value)), lang, "%", "%", amount=True)
    ends = Quantity(Qualifier.RANGE, low=Decimal(value), high=Decimal(value) + 1)
    _assert_reads_back(ends, lang, "%", "%", amount=True)


@pytest.mark.parametrize("base", [*BASES, None])
def test_an_order_of_magnitude_reads_back_in_chinese(base: Decimal | None) -> None:
    _assert_reads_back(Quantity(Qualifier.INDEFINITE, base=base), "zh", "名", "名", amount=False)


@pytest.mark.parametrize("base", [*BASES_EN, None])
def test_an_order_of_magnitude_reads_back_in_english(base: int | None) -> None:
    quantity = Quantity(Qualifier.INDEFINITE, base=None if base is None else Decimal(base))
    _assert_reads_back(quantity, "en", ("resident", "residents"), "residents", amount=False)


@UNHURRIED
@given(_quantities(), st.sampled_from(UNITS_ZH[1:]))
def test_a_printed_figure_is_found_in_the_middle_of_a_chinese_sentence(quantity: Quantity, unit: str) -> None:
    assume(not _is_a_year(quantity, unit))
    printed = "".join(part.text for part in print_quantity(quantity, "zh", unit=unit, amount=True))
    found = find(f"据介绍，共有{printed}，情况良好。", "zh")
    assert [(figure.quantity, figure.text) for figure in found] == [(quantity, printed)]


@UNHURRIED
@given(_quantities().filter(lambda q: q.qualifier is not Qualifier.NONE), st.sampled_from(UNITS_EN[:-2]))
def test_a_printed_figure_is_found_in_the_middle_of_an_english_sentence(
    quantity: Quantity, unit: tuple[str, str]
) -> None:
    printed = "".join(part.text for part in print_quantity(quantity, "en", unit=unit, amount=True))
    found = find(f"The bureau reported {printed}, which is good.", "en")
    assert [(figure.quantity, figure.text) for figure in found] == [(quantity, printed)]


def _assert_reads_back(
    quantity: Quantity, lang: str, unit: str | tuple[str, str], wanted: str, *, amount: bool
) -> None:
    printed = "".join(part.text for part in print_quantity(quantity, lang, unit=unit, amount=amount))
    figure = read(printed, lang)
    assert figure is not None, printed
    assert (figure.quantity, figure.unit) == (quantity, wanted), printed
    assert (figure.start, figure.end) == (0, len(printed))


PIECES_ZH = st.sampled_from(
    "0 1 2 9 12 2019 ０ ９ 一 二 两 三 九 十 百 千 万 亿 零 〇 "
    "几 数 多 余 来 半 成 折 倍 番 翻 分之 百分之 第 约 近 超 不 以上 以下 "
    "左右 至 到 ～ — - − . , ， 。 、 ： “ ” 《 》 （ ） 年 月 日 "
    "时 分 点 期 号 楼 级 家 户 个 人次 元 元/立方米 % ‰ ℃ 米 km A G60 "
    "增长 下降 平均 最高 零下 负 每 / · \0 \n \u3000 \u00a0 中 的 了 在 ٣ ² ① \ud800 😀".split(" ")
)
PIECES_EN = st.sampled_from(
    "0|1|9|12|2019|1,000|3.5|0.|one|two|twenty|-five|hundred|"
    " and |thousand|million|m|bn|half|a |an |third|quarter|dozen|dozens|"
    "several| of |in |out of |to |or |between |-|–|−|%| per cent| "
    "per |/|$|¥|RMB |no |more than |over |up to |at least |from |by |"
    "rose |fell |up |down |average |at peak, |No. |Room |page |May |"
    "June |am|pm|st|th|'s|s|people |households |years |km/h|°C|.|,|;|"
    "\n|\t|\u00a0|(|)|“|”|Three |Services |I|İ|ß|ﬁ|٣|²|\ud800|😀".split("|")
)
TEXTS: dict[Language, st.SearchStrategy[str]] = {
    "zh": st.one_of(st.lists(PIECES_ZH, max_size=40).map("".join), st.text(max_size=80)),
    "en": st.one_of(st.lists(PIECES_EN, max_size=40).map("".join), st.text(max_size=80)),
}
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@settings(deadline=None, max_examples=600)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_figures_stand_where_they_say_in_any_text(data: st.DataObject, language: Language) -> None:
    text = data.draw(TEXTS[language])
    position = 0
    for figure in find(text, language):
        assert position <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        position = figure.end
        _assert_well_formed(figure.quantity)
    read(text, "any")


def _assert_well_formed(quantity: Quantity) -> None:
    present = {name for name in ("value", "low", "high", "base") if getattr(quantity, name) is not None}
    match quantity.qualifier:
        case Qualifier.RANGE:
            assert present == {"low", "high"}
            assert quantity.low is not None
            assert quantity.high is not None
            assert quantity.low < quantity.high
        case Qualifier.INDEFINITE:
            assert present <= {"base"}
        case _:
            assert present == {"value"}


@UNHURRIED
@given(st.sampled_from(LANGUAGES), st.integers(0, 400), st.integers(0, 400))
def test_what_is_found_does_not_depend_on_the_sentences_around(
    language: Language, first: int, second: int
) -> None:
    sentences = load_half(language, "dev")
    one, other = sentences[first % len(sentences)].text, sentences[second % len(sentences)].text
    alone = [figure.record() for figure in find(one, language)]
    together = [figure.record() for figure in find(f"{one}\n\n{other}", language)]
    moved = len(one) + len("\n\n")
    after = [
        figure.record() | {"start": figure.start + moved, "end": figure.end + moved}
        for figure in find(other, language)
    ]
    assert together == alone + after


def test_an_average_that_opens_a_paragraph_belongs_to_the_figure_after_it() -> None:
    text = "The bureau paid 1,482 visits.\n\nOn average, each grower earned 4,600 yuan from the spring crop."
    assert [figure.record()["statistic"] for figure in find(text, "en")] == [None, "average"]


HOSTILE: tuple[tuple[Language, str], ...] = (
    ("zh", "1"),
    ("zh", "一"),
    ("zh", "万"),
    ("zh", "1万"),
    ("zh", "三千"),
    ("zh", "数"),
    ("zh", "“一"),
    ("zh", "《"),
    ("zh", "1,000"),
    ("zh", "3个"),
    ("zh", "近"),
    ("zh", "约1"),
    ("zh", "5～"),
    ("zh", "百分之"),
    ("zh", "元/"),
    ("zh", "3元/元"),
    ("zh", "A1"),
    ("zh", "1月1日"),
    ("zh", "增长"),
    ("zh", "1:"),
    ("zh", " "),
    ("zh", "1-"),
    ("en", "1"),
    ("en", "1,"),
    ("en", "one "),
    ("en", "one hundred and "),
    ("en", "million "),
    ("en", "half a "),
    ("en", "a "),
    ("en", "1 in "),
    ("en", "1 to "),
    ("en", "1 of "),
    ("en", "more than "),
    ("en", "rose "),
    ("en", "$1"),
    ("en", "a-"),
    ("en", "tens of "),
    ("en", "1 per "),
    ("en", "Three "),
    ("en", "12 May "),
    ("en", "1 long word "),
    ("en", " "),
    ("en", "3-day-"),
)


@pytest.mark.no_cover
@pytest.mark.parametrize(("language", "piece"), HOSTILE)
def test_a_text_ten_times_as_long_takes_about_ten_times_the_work(language: Language, piece: str) -> None:
    most = 4_000 if find(piece * 10, language) else 20_000  # what holds no figure is soon read
    short, long = (piece * (size // len(piece)) for size in (most // 10, most))
    assert _work(lambda: find(long, language)) < 25 * max(_work(lambda: find(short, language)), 2e-3)


def _work(action: Callable[[], object]) -> float:
    """Return the least processor time of a few runs; it grows a hundredfold where the work is quadratic."""
    times = []
    for _ in range(2):
        start = process_time()
        action()
        times.append(process_time() - start)
    return min(times)


def test_numbers_in_a_record_are_plain_decimal_strings() -> None:
    texts = {
        "zh": "约8.40万名、三分之二、五六十户、几十家、100.0%",
        "en": "about 84,000, 8 out of 10, 50 to 60, dozens",
    }
    for language, text in texts.items():
        for figure in find(text, language):
            numbers = [figure.record()[name] for name in ("value", "low", "high", "base")]
            assert all(
                number is None or re.fullmatch(r"-?\d+(\.\d*[1-9])?(/\d+)?", str(number))
                for number in numbers
            )
