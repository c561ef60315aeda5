"""Figures are read in Chinese and in English as a reader of official texts understands them.

Each line is a sentence in the notation of `labelled/README.md`: [[text|amount|unit|flags]].
"""

from __future__ import annotations

import pytest

from sfwgen.figures import find
from tests.figures.labelled import Language, parse_line

EXPRESSIONS = {
    1: ("[[5个|5|个]]服务小分队", "[[5|5|teams]] service teams"),
    2: ("累计走访企业[[237次|237|次]]", "[[237 visits|237|visits]] to enterprises so far"),
    3: ("走访群众[[20户|20|户]]", "[[20 households|20|households]] visited"),
    4: (
        "收集并解决本职问题[[35个|35|个]]",
        "[[35 problems|35|problems]] within its own remit collected and resolved",
    ),
    5: ("象珠、唐先[[两镇|2|镇]]", "the [[two towns|2|towns]] of Xiangzhu and Tangxian"),
    6: ("[[800余家|>800|家]]企业", "[[more than 800 enterprises|>800|enterprises]]"),
    7: ("[[8.4万名|84000|名]]群众", "[[84,000 residents|84000|residents]]"),
    8: (
        "[[大约0.2元/方|~0.2|元/方]]",
        "[[about 0.2 yuan per cubic metre|~0.2|yuan per cubic metre]]",
    ),
    9: (
        "[[超过1元/方|>1|元/方]]",
        "[[more than 1 yuan per cubic metre|>1|yuan per cubic metre]]",
    ),
    10: (
        "平均每天可节约成本[[2000元|2000|元|avg]]",
        "could save an average of [[2,000 yuan a day|2000|yuan a day|avg]]",
    ),
    11: ("[[40名|40|名]]业主", "[[40 owners|40|owners]]"),
    12: ("[[40余名|>40|名]]业主", "[[more than 40 owners|>40|owners]]"),
    13: ("[[200米|200|米]]长", "a [[200-metre|200|metre]] stretch, [[200 metres|200|metres]] long"),
    14: (
        "[[三户|3|户]]住房困难家庭",
        "[[3 households|3|households]] in housing difficulty",
    ),
    15: ("慰问金[[6500元|6500|元]]", "[[6,500 yuan|6500|yuan]] in relief money"),
    16: ("[[近300户|~<300|户]]", "[[nearly 300 households|~<300|households]]"),
    17: ("[[将近50%|~<50|%]]", "[[nearly 50%|~<50|%]]"),
    18: ("[[约1.5公里|~1.5|公里]]", "[[about 1.5 kilometres|~1.5|kilometres]]"),
    19: ("[[30天左右|~30|天]]", "[[about 30 days|~30|days]]"),
    20: ("[[50岁上下|~50|岁]]", "[[about 50 years old|~50|years old]]"),
    21: ("[[至少3次|>=3|次]]", "[[at least 3 times|>=3|times]]"),
    22: ("[[不少于20人|>=20|人]]", "[[at least 20 people|>=20|people]]"),
    23: ("[[不低于95%|>=95|%]]", "[[at least 95%|>=95|%]]"),
    24: ("[[100户以上|>=100|户]]", "[[100 households or more|>=100|households]]"),
    25: ("[[3年以上|>=3|年]]", "[[3 years or more|>=3|years]]"),
    26: ("[[超过60%|>60|%]]", "[[more than 60%|>60|%]]"),
    27: ("[[逾2万平方米|>20000|平方米]]", "[[more than 20,000 square metres|>20000|square metres]]"),
    28: ("[[突破1亿元|>100000000|元]]", "[[more than 100 million yuan|>100000000|yuan]]"),
    29: ("[[不足10天|<10|天]]", "[[less than 10 days|<10|days]]"),
    30: ("[[不到100户|<100|户]]", "[[fewer than 100 households|<100|households]]"),
    31: ("[[不满18周岁|<18|周岁]]", "[[under 18|<18]]"),
    32: ("[[不超过5个工作日|<=5|个工作日]]", "[[no more than 5 working days|<=5|working days]]"),
    33: ("[[3日以内|<=3|日]]", "[[within 3 days|<=3|days]]"),
    34: ("[[最多30万元|<=300000|元]]", "[[up to 300,000 yuan|<=300000|yuan]]"),
    35: ("[[1000元以下|<=1000|元]]", "[[1,000 yuan or less|<=1000|yuan]]"),
    36: ("[[三四个月|3..4|个月]]", "[[3 or 4 months|3..4|months]]"),
    37: ("[[五六十户|50..60|户]]", "[[50 to 60 households|50..60|households]]"),
    38: ("[[5至7天|5..7|天]]", "[[5 to 7 days|5..7|days]]"),
    39: ("[[63%～68%|63..68|%]]", "[[63% to 68%|63..68|%]]"),
    40: ("[[100～150千克|100..150|千克]]", "[[100 to 150 kilograms|100..150|kilograms]]"),
    41: ("[[十几户|?10|户]]", "[[more than 10 households|>10|households]]"),
    42: ("[[几十名|?10|名]]党员", "[[dozens of|?12|members]] party members"),
    43: ("[[数百家|?100|家]]企业", "[[hundreds of enterprises|?100|enterprises]]"),
    44: ("[[多名|?|名]]群众", "[[several residents|?|residents]]"),
    45: ("[[20多次|>20|次]]", "[[more than 20 times|>20|times]]"),
    46: (
        "[[十余万平方米|>100000|平方米]]",
        "[[more than 100,000 square metres|>100000|square metres]]",
    ),
    47: (
        "[[十万余平方米|>100000|平方米]]",
        "[[more than 100,000 square metres|>100000|square metres]]",
    ),
    48: ("[[1.2万余元|>12000|元]]", "[[more than 12,000 yuan|>12000|yuan]]"),
    49: ("[[3年多|>3|年]]", "[[more than 3 years|>3|years]]"),
    50: ("[[30多年|>30|年]]", "[[more than 30 years|>30|years]]"),
    51: ("[[3.5亿元|350000000|元]]", "[[350 million yuan|350000000|yuan]]"),
    52: ("[[1.2万亿元|1200000000000|元]]", "[[1.2 trillion yuan|1200000000000|yuan]]"),
    53: ("[[45.6万元|456000|元]]", "[[456,000 yuan|456000|yuan]]"),
    54: (
        "[[2200余亩|>2200|亩]]",
        "[[more than 2,200 mu|>2200|mu]] ([[about 147 hectares|~147|hectares]])",
    ),
    55: ("[[两个半小时|2.5|小时]]", "[[two and a half hours|2.5|hours]]"),
    56: ("[[半年|0.5|年]]", "[[half a year|0.5|year]]"),
    57: ("[[1480人次|1480|人次]]", "[[1,480 attendances|1480|attendances]]"),
    58: ("[[20户|20|户]]全部", "all [[20 households|20|households]]"),
    59: ("[[零投诉|0!|投诉]]", "[[zero complaints|0!|complaints]]"),
    60: (
        "平均每月[[4次|4|次|avg]]",
        "an average of [[4 times a month|4|times a month|avg]]",
    ),
    61: ("[[九成以上|>=90|%]]", "[[90% or more|>=90|%]]"),
    62: ("同比增长[[7.2%|7.2|%|up]]", "up [[7.2%|7.2|%|up]] year on year"),
    63: (
        "下降[[0.5个百分点|0.5|个百分点|down]]",
        "down [[0.5 percentage points|0.5|percentage points|down]]",
    ),
    64: ("增加了[[2倍|2|倍|up]]", "[[tripled|3|times|up]] (grew by [[200%|200|%|up]])"),
    65: ("增加到[[2倍|2|倍|up]]", "[[doubled|2|times|up]]"),
    66: ("[[翻一番|2|倍|up]]", "[[doubled|2|times|up]]"),
    67: ("[[翻两番|4|倍|up]]", "[[quadrupled|4|times|up]]"),
    68: ("减少[[三成|30|%|down]]", "down [[30%|30|%|down]]"),
}
"""By the number of the row in the table of expressions; the Chinese and the English of each."""

TRAPS_ZH = (
    # 约 and 近 inside words
    "节约成本[[2000元|2000|元]]，合约[[3份|3|份]]",
    "预约[[12人|12|人]]，违约[[2起|2|起]]，签约[[8个|8|个]]项目",
    "条约[[2个|2|个]]，特约[[3名|3|名]]，制约[[2项|2|项]]",
    "附近[[3家|3|家]]，最近[[5天|5|天]]，临近[[2个|2|个]]村",
    # 余 and 多
    "其余[[5户|5|户]]已签约，业余时间和劳动之余",
    "[[多名|?|名]]群众[[多次|?|次]]反映",
    "众多家庭受益，多渠道筹资，多部门联动，多元化发展",
    # the longest qualifier counts
    "[[不超过5个工作日|<=5|个工作日]]，[[3个工作日内|<=3|个工作日]]，[[百分之三|3|%]]，[[不少于3人|>=3|人]]，[[不高于2%|<=2|%]]，[[不满1年|<1|年]]",
    # 以上 is a limit only after a number with its unit
    "以上问题[[3个|3|个]]，以下单位[[2家|2|家]]，[[5人以上|>=5|人]]",
    # the place where 余 and 多 stand
    "[[十余万|>100000]]，[[十万余|>100000]]，[[20多万|>200000]]，[[20万多|>200000]]",
    "[[3年多|>3|年]]，[[30多年|>30|年]]，[[三个多月|>3|月]]，[[两倍多|>2|倍]]",
    # growth, falls, percent and points
    "增加了[[2倍|2|倍|up]]，增加到[[2倍|2|倍|up]]",
    "下降[[0.5个百分点|0.5|个百分点|down]]，下降[[0.5%|0.5|%|down]]",
    # 两, 二, 俩 and 半
    "[[两镇|2|镇]]建成二次供气站，夫妻[[俩人|2|人]]",
    "[[半年|0.5|年]]，[[两个半小时|2.5|小时]]，任务[[过半|>50|%]]，票数[[近半|~<50|%]]",
    # spaces between digits and characters, full width
    "走访 [[800 余家|>800|家]] 企业，增长 [[7.2 %|7.2|%|up]]，[[5 成以上|>=50|%]]，[[2.4 亿元|240000000|元]]",
    "[[８５人|85|人]]，[[３．５亿元|350000000|元]]，[[５０％|50|%]]，[[１～２天|1..2|天]]",
    # verbs of one character count right before the figure; comparing is no change, and no average
    "增[[5.2%|5.2|%|up]]，降了[[2元|2|元|down]]，增设[[3处|3|处]]，减负[[2亿元|200000000|元]]",
    "高于全省平均水平[[1.2个百分点|1.2|个百分点]]，比上年多[[800元|800|元]]",
    "由平均[[25分钟|25|分钟|avg]]缩短到[[8分钟|8|分钟|avg down]]",
    # below zero
    "[[零下8℃|-8|℃]]，[[-2℃～5℃|-2..5|℃]]，[[-8～-5℃|-8..-5|℃]]，[[零下2℃到5℃|-2..5|℃]]，负增长[[3%|-3|%]]",
    # people are no households
    "[[40户|40|户]]共[[120人|120|人]]",
)

NO_FIGURES_ZH = (
    "2019年6月27日，2019年5月，6月下旬，6月21日至27日，1至5月，2020.3.1，2018—2020年，十三五期间",
    "2019 年 6 月 27 日，第 12 期，下午 3 点，前 7 个月，第 3 季度，12345 热线",
    "20世纪90年代，上世纪八十年代，二十一世纪，二〇一九年，今年上半年，前三季度，第二季度，前7个月，一季度",
    "上午9时30分，9:00—17:00，晚上八点半，凌晨两点，14时许",
    "第3期，第十四届，第一名，前十名，前3名，第二产业，二楼，3楼会议室，1号楼，12幢3单元502室，一是，二是",
    "一级资质，5A级景区，三甲医院，二类费用，一等奖，三级甲等",
    "浙建〔2021〕3号，12345热线，0579-87000000，13800000000，拨打110，330国道，G60高速，东永二线，5G基站",
    "五方责任主体，一包四联，二次供气，三服务，“最多跑一次”改革，七一前夕，两学一做，四好农村路",
    "一心一意，三番五次，千方百计，千家万户，万无一失，举一反三，事半功倍，一举两得，四面八方，接二连三",
    "统一标准，逐一排查，同一天，这一年，进一步，一方面，一系列，一户一策，一条条，一线职工，万一，唯一",
    "几乎，数据，数字，多数，多元，几何，半山腰，半成品",
    "对半，零星，零售，零距离，归零，十分满意，百姓，千岛湖",
    "两岸，两侧，两会，双方，三方，一行，各地，两手抓，七上八下，一刀切，一把手，一次性，一揽子",
)

TRAPS_EN = (
    "[[Up to 60 growers|<=60|growers]] signed up to the scheme, and [[5|5|teams]] new teams were set up.",
    "[[Not more than 5 days|<=5|days]], [[no fewer than 3 people|>=3|people]], [[not exceeding 2%|<=2|%]]",
    "[[Some 300 residents|~300|residents]] came, and some stayed.",
    "[[35|35|owners]] of [[40 owners|40|owners]]; of the [[28 villages|28|villages]], [[21|21]] earn more.",
    "",
    "[[One in five|1/5|ratio]] homes, [[nine out of ten|9/10|ratio]] drivers",
    "[[two-thirds|2/3|ratio]] of the land",
    "It rose from [[2.4|2400000]] to [[3.1 million|3100000||up]].",
    "Costs fell from [[30 minutes|30|minutes]] to [[8 minutes|8|minutes|down]].",
    "[[Half a dozen leaks|6|leaks]], [[half a million yuan|500000|yuan]], [[half an hour|0.5|hour]]",
    "a fall of [[5%|5|%|down]], a [[7 percentage point|7|percentage point|up]] rise",
    "It lasted [[over 2 hours|>2|hours]]; over the past [[three years|3|years]] the fund grew.",
    "[[At least one doctor|>=1|doctor]] was there, and one of them stayed.",
    "Each pupil costs [[2.3 yuan|2.3|yuan]] per 1,000 sheets; firms with [[20 or fewer|<=20|workers]] workers pay less.",
    "[[-8 to -5 degrees|-8..-5|degrees]], [[minus 3 degrees|-3|degrees]], from [[$3 to $5 million|3000000..5000000|$]]",
    "The average wait fell from [[25 minutes|25|minutes|avg]] to [[8 minutes|8|minutes|avg down]].",
    "[[1,500 pupils|1500|pupils]] in 1500; [[1500 pupils|1500|pupils]] in 2023",
)

NO_FIGURES_EN = (
    "On 27 June 2019, in May 2019, from 14 to 28 February 2022, on June 3, 2020, in 2018-2020, in the 1990s.",
    "In the first half of 2019, in the second quarter, in the first 11 months, in the twenty-first century.",
    "Between 9am and 5pm, at 10:30, at 6.45 a.m., at 5 o'clock, at half past nine.",
    "",
    "The 3rd, Issue 12, Article 15, No. 2, Room 302, page 12",
    "Chapter 3, Phase 2, phase 2, Building 3, Line 2.",
    "",
    "Highway 330, bus No. 18, version 3.0, 5G, PM2.5",
    "the 12345 hotline, 0579-87000000, COVID-19, GB/T 15835-2011.",
    "",
    "The Three Services campaign, the Fourteenth Five-Year Plan, the Two Sessions",
    "a one-stop desk, a two-way street.",
    "One another, no one, on the one hand, one of the pumps, each one, at first glance, one by one.",
    "The top ten, the first ten to arrive, half-built sheds, the other half.",
)


@pytest.mark.parametrize("row", EXPRESSIONS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_expression_of_the_table_is_read_as_it_is_meant(row: int, language: Language) -> None:
    _assert_found_as_labelled(EXPRESSIONS[row][0 if language == "zh" else 1], language)


def test_the_table_is_complete() -> None:
    assert list(EXPRESSIONS) == list(range(1, 69))


@pytest.mark.parametrize("line", TRAPS_ZH)
def test_a_trap_in_chinese_is_seen(line: str) -> None:
    _assert_found_as_labelled(line, "zh")


@pytest.mark.parametrize("line", TRAPS_EN)
def test_a_trap_in_english_is_seen(line: str) -> None:
    _assert_found_as_labelled(line, "en")


@pytest.mark.parametrize("text", [part for line in NO_FIGURES_ZH for part in line.split("，")])
def test_what_only_looks_like_a_figure_in_chinese_is_none(text: str) -> None:
    assert find(text, "zh") == ()
    assert find(f"会上提到{text}，请各单位知悉。", "zh") == ()


@pytest.mark.parametrize("text", NO_FIGURES_EN)
def test_what_only_looks_like_a_figure_in_english_is_none(text: str) -> None:
    assert find(text, "en") == ()


def _assert_found_as_labelled(line: str, language: Language) -> None:
    sentence = parse_line(line)
    found = [figure.record() for figure in find(sentence.text, language)]
    names = [name for name in found[0] if name != "text"] if found else []
    assert [(record["text"], *(record[name] for name in names)) for record in found] == [
        (label.text, *(getattr(label, name) for name in names)) for label in sentence.labels
    ]
