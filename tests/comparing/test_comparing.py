"""Two texts: what counts as the same figure in both languages, and how a difference is named."""

from __future__ import annotations

import random
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sfwgen.figures import Kind, compare
from tests.comparing.passages import HALVES, load_clean

AGREE = [
    ("完成投资3.2亿元", "investment of 320 million yuan"),
    ("增长两成", "up 20%"),
    ("播种面积12.5万亩", "sown area of 125,000 mu"),
    ("播种面积12.5万亩", "125,000 mu (8,333 hectares)"),
    ("播种面积12.5万亩", "sown area of 8,333 hectares"),
    ("三分之一的企业", "a third of the enterprises"),
    ("五分之四的企业", "four in five enterprises"),
    ("历时半年", "it took half a year"),
    ("历时半年", "it took six months"),
    ("产量翻一番", "output doubled"),
    ("产量增加了2倍", "output tripled"),
    ("产量增加了2倍", "output grew by 200%"),
    ("产量增加到3倍", "output tripled"),
    ("3天内办结", "settled within 72 hours"),
    ("800余家企业", "more than 800 enterprises"),
    ("20多次", "more than 20 times"),
    ("近300户", "nearly 300 households"),
    ("约1.5公里", "some 1.5 kilometres"),
    ("约1.5公里", "approximately 1,500 metres"),
    ("惠及1.23万人", "it benefits 12,300 people"),
    ("8.4万名群众", "84,000 residents"),
    ("两镇居民", "residents of both towns"),
    ("一户困难家庭", "a household in difficulty"),
    ("零投诉", "no complaints"),
    ("多名群众", "a number of residents"),
    ("数百名志愿者", "hundreds of volunteers"),
    ("十几户", "more than 10 households"),
    ("上百家企业", "a hundred or more enterprises"),
    ("运送旅客12.6万人次", "126,000 passenger trips"),
    ("平均每户增收4500元", "each household earned 4,500 yuan more"),
    ("最高补助3万元", "a grant of up to 30,000 yuan"),
    ("负增长1.2%", "fell by 1.2%"),
    ("打八折", "20% off"),
    ("提前半个月完工", "finished two weeks early"),
    ("租金不高于市场价的七成", "rent no higher than 70% of the market rate"),
    ("总投资650万元", "a total of 6.5 million yuan (about 930,000 US dollars)"),
]

DIFFER = [
    ("完成投资3.2亿元", "investment of 3.2 million yuan", Kind.MILLION_FOR_YI),
    ("惠及8.4万名群众", "it benefits 84 residents", Kind.MAGNITUDE),
    ("惠及8.4万名群众", "it benefits 48,000 residents", Kind.TRANSPOSED),
    ("8600人就业", "8,060 people found work", Kind.TRANSPOSED),
    ("全县共有12345户", "about 12,000 households", Kind.ROUNDING),
    ("走访237次", "237 people were visited", Kind.UNIT),
    ("接待游客4.8万人次", "48,000 people came", Kind.UNIT),
    ("走访40户", "40 people were visited", Kind.UNIT),
    ("走访40人", "40 households were visited", Kind.UNIT),
    ("下降0.5个百分点", "down 0.5%", Kind.UNIT),
    ("全长3公里", "3 metres long", Kind.UNIT),
    ("捐款6500元", "a gift of 6,500 dollars", Kind.UNIT),
    ("5个工作日内", "within 5 days", Kind.UNIT),
    ("800余家企业", "800 enterprises", Kind.QUALIFIER_DROPPED),
    ("800家企业", "more than 800 enterprises", Kind.QUALIFIER_ADDED),
    ("60%以上", "more than 60%", Kind.QUALIFIER_STRONGER),
    ("超过60%", "at least 60%", Kind.QUALIFIER_WEAKER),
    ("近300户", "more than 300 households", Kind.QUALIFIER_SWAPPED),
    ("整改45处", "55 sites were put right", Kind.VALUE),
    ("播种面积12.5万亩", "125,000 mu (83,333 hectares)", Kind.MISSING_ZH),
    ("走访237次，解决问题35个", "they paid 237 visits", Kind.MISSING_EN),
    ("解决问题35个", "237 visits, 35 problems resolved", Kind.MISSING_ZH),
    ("日均客运量21万人次", "at peak 210,000 passengers a day", Kind.STATISTIC),
    ("平均补助2000元", "the grant is 2,000 yuan", Kind.STATISTIC),
    ("出口增长4.5%", "exports fell by 4.5%", Kind.DIRECTION),
]


@pytest.mark.parametrize(("zh", "en"), AGREE)
def test_what_is_rightly_translated_or_converted_agrees(zh: str, en: str) -> None:
    assert compare(zh, en).differences == ()


@pytest.mark.parametrize(("zh", "en", "kind"), DIFFER)
def test_a_difference_is_named_with_both_places(zh: str, en: str, kind: Kind) -> None:
    (difference,) = compare(zh, en).differences
    assert difference.kind is kind
    assert (difference.zh is None) is (kind is Kind.MISSING_ZH)
    assert (difference.en is None) is (kind is Kind.MISSING_EN)
    for text, found in ((zh, difference.zh), (en, difference.en)):
        assert found is None or text[found.start : found.end] == found.text


def test_another_order_and_other_sentence_breaks_do_not_matter() -> None:
    zh = "全镇走访237次，收集问题35个，惠及800余家企业和8.4万名群众。"
    en = "More than 800 enterprises and 84,000 residents benefit. From 237 visits came 35 problems."
    comparison = compare(zh, en)
    assert comparison.agrees
    assert [(pair.zh.text, pair.en.text) for pair in comparison.pairs] == [
        ("237次", "237 visits"),
        ("35个", "35 problems"),
        ("800余家", "More than 800 enterprises"),
        ("8.4万名", "84,000 residents"),
    ]


def test_a_slip_is_told_at_its_place_among_figures_of_the_same_number() -> None:
    zh = "先后走访40名业主，有40余名业主送来锦旗，另有40户签约。"
    en = "They called on 40 owners; 40 owners brought a banner, and 40 households signed."
    (difference,) = compare(zh, en).differences
    assert difference.kind is Kind.QUALIFIER_DROPPED
    assert difference.zh is not None
    assert difference.en is not None
    assert (difference.zh.text, difference.en.start) == ("40余名", en.index("40 owners brought"))


def test_a_figure_said_once_more_in_one_text_is_no_difference() -> None:
    assert compare("800余家企业通气。800余家企业受益。", "More than 800 enterprises have gas.").agrees


def test_texts_without_figures_agree() -> None:
    assert compare("工作扎实推进。", "Work is going ahead.") == compare("", "")


@pytest.mark.parametrize("seed", range(5))
def test_whole_bulletins_agree_with_their_paragraphs_in_any_order(seed: int) -> None:
    passages = [passage for half in HALVES for passage in load_clean(half)]
    order = passages.copy()
    random.Random(seed).shuffle(order)
    comparison = compare("\n".join(each.zh for each in passages), "\n".join(each.en for each in order))
    assert len(comparison.pairs) > 200
    assert len(comparison.differences) <= 0.02 * len(comparison.pairs)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("3户，", "3 homes, "),
        ("3户，", "4 homes, "),
        ("走访237次，", "237 visits, "),
        ("一户，两镇，三成，", "no homes, "),
        ("1234567890", "first "),
        ("一二三四五六七八九", "1234567890"),
    ],
)
def test_the_time_grows_with_the_length_only(zh: str, en: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        compare(zh * times, en * times)
        return time.process_time() - start

    seconds(200)
    assert seconds(4000) < 16 * max(min(seconds(500) for _ in range(3)), 0.02)


@pytest.mark.no_cover
def test_numbers_that_all_differ_take_no_longer() -> None:
    zh = "，".join(f"{number}户" for number in range(1000, 5000))
    en = ", ".join(f"{number} homes" for number in range(11000, 15000))
    start = time.process_time()
    assert len(compare(zh, en).differences) >= 4000
    assert time.process_time() - start < 10


PIECES = st.lists(
    st.sampled_from(
        re.findall(
            r"\S+",
            "800 余 家 8.4 万 名 1/3 % 成 多 近 约 million thousand more than about 亿 半 二 ( ) 。 , . households 元 yuan 0 -",
        )
    ),
    max_size=14,
)


@given(PIECES, PIECES)
def test_any_two_texts_can_be_compared(zh: list[str], en: list[str]) -> None:
    comparison = compare("".join(zh), " ".join(en))
    linked = [each.zh for each in comparison.pairs]
    assert len(linked) == len(set(linked))


@given(st.text(max_size=60), st.text(max_size=60))
def test_texts_of_any_characters_can_be_compared(zh: str, en: str) -> None:
    compare(zh, en)
