"""Ordinary stories made by script: full of numbers, and without anything personal."""

from __future__ import annotations

import random
from collections.abc import Callable

Chance = random.Random

PLACES = ("飞凤社区", "象珠镇", "唐先镇", "山水御苑", "丽州中路", "金城路", "望春东路", "某小区", "下里溪村")
OFFICES = (
    "市建设局",
    "街道办事处",
    "项目指挥部",
    "供水公司",
    "第3会议室",
    "3号楼502办公室",
    "行政服务中心2楼",
)


def make_story(number: int) -> str:
    """Returns one story with its header, text, a table and its English text; the same for the same number."""
    chance = random.Random(number)
    lines = [chance.choice(SENTENCES)(chance) for _ in range(chance.randint(8, 20))]
    english = [chance.choice(ENGLISH)(chance) for _ in range(chance.randint(3, 8))]
    paragraphs = "\n\n".join("".join(lines[at : at + 4]) for at in range(0, len(lines), 4))
    return f"{_header(chance)}\n{paragraphs}\n\n{_table(chance)}\n\n{' '.join(english)}\n"


def _header(chance: Chance) -> str:
    value = f"{_amount(chance)}"
    return (
        f"---\ntitle: {chance.choice(PLACES)}第{chance.randint(1, 40)}号工程完成\ndate: {_iso(chance)}\n"
        f"figures:\n  - {{metric: m{chance.randint(1, 9)}, value: {value}米}}\nextra: {{code: {_project(chance)}}}\n---"
    )


def _table(chance: Chance) -> str:
    heads = chance.choice(
        (
            "项目 | 金额 | 日期",
            "编号 | 长度（米） | 完成时间",
            "小区 | 户数 | 负责单位",
            "名称 | 电表号 | 桩号",
        )
    )
    rows = "\n".join(
        f"| {chance.choice(PLACES)}{chance.randint(1, 99)}号线 | {_amount(chance)} | {_date(chance)} |"
        for _ in range(chance.randint(2, 6))
    )
    return f"| {heads} |\n| --- | --- | --- |\n{rows}"


def _digits(chance: Chance, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def _amount(chance: Chance) -> str:
    form = chance.randint(0, 7)
    # Nobody writes eleven digits bare: with commas or with 万 and 亿.
    whole = chance.randint(1, 10 ** chance.randint(1, 11 if form < 3 else 10) - 1)
    if form < 3:
        return f"{whole:,}" if form else f"{whole:,}.{_digits(chance, 2)}"
    return f"{whole}" if form < 6 else f"{chance.uniform(0.1, 9999):.2f}万"


def _iso(chance: Chance) -> str:
    sign = chance.choice("-./")
    return f"{chance.randint(1998, 2025)}{sign}{chance.randint(1, 12):02}{sign}{chance.randint(1, 28):02}"


def _date(chance: Chance) -> str:
    if chance.random() < 0.5:
        return _iso(chance)
    return f"{chance.randint(1998, 2025)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"


def _stamp(chance: Chance) -> str:
    return _iso(chance).replace("-", "").replace(".", "").replace("/", "") + _digits(
        chance, chance.choice((4, 6, 8, 10))
    )


def _project(chance: Chance) -> str:
    industry = chance.randint(10, 99)
    return f"{chance.randint(2016, 2024)}-330784-{industry}-{chance.choice(('01', '02', '03'))}-{_digits(chance, 6)}-000"


def _phone_like(chance: Chance) -> str:
    return f"1{chance.choice('3456789')}{_digits(chance, 9)}"


SENTENCES: tuple[Callable[[Chance], str], ...] = (
    lambda c: f"{_date(c)}，{c.choice(PLACES)}完成管线{_amount(c)}米。",
    lambda c: f"根据永建〔{c.randint(2010, 2024)}〕{c.randint(1, 400)}号文件，总投资{_amount(c)}元。",
    lambda c: f"项目代码{_project(c)}，总投资{_phone_like(c)}元。",
    lambda c: f"合同编号YKZB{_stamp(c)}-{_digits(c, 3)}，流水号{_stamp(c)}{_phone_like(c)}。",
    lambda c: f"坐标为东经120.{_digits(c, c.randint(4, 8))}，北纬28.{_digits(c, c.randint(4, 8))}。",
    lambda c: (
        f"东经120°{c.randint(0, 59):02}′{c.randint(0, 59):02}.{_digits(c, 2)}″，高程{_amount(c)}.{_digits(c, 3)}米。"
    ),
    lambda _: "居民可以拨打12345热线，火警119，急救120，报警110。",
    lambda c: (
        f"公告见 /art/{c.randint(2010, 2024)}/{c.randint(1, 12)}/{c.randint(1, 28)}/art_{_digits(c, 10)}_{_digits(c, 8)}.html。"
    ),
    lambda c: (
        f"桩号K{c.randint(0, 99)}+{_digits(c, 3)}至K{c.randint(0, 99)}+{_digits(c, 3)}，国道G330、省道S{_digits(c, 3)}。"
    ),
    lambda c: (
        f"按GB 50{_digits(c, 3)}-{c.randint(2001, 2024)}、JGJ 59-2011验收，备案号浙ICP备{_digits(c, 8)}号-{c.randint(1, 9)}。"
    ),
    lambda c: f"{c.choice(PLACES)}{c.randint(1, 300)}号前的路面已经修好，{c.choice(OFFICES)}现场办公。",
    lambda c: f"低保户{_digits(c, 2)}户、残疾人{c.randint(1, 99)}人已全部走访，患者就医的路通了。",
    lambda _: "某企业反映用气难，某村、某街道的申请人可以网上办理，户主签字即可。",
    lambda c: f"微信公众号“三服务”发布通知，微信群里反映问题{c.randint(1, 99)}件，QQ群同步。",
    lambda c: f"供水量{_amount(c)}吨，用电{_amount(c)}千瓦时，同比增长{c.randint(1, 99)}.{_digits(c, 2)}%。",
    lambda c: f"时间为8:30—17:{c.randint(0, 59):02}，邮编3213{_digits(c, 2)}，第{c.randint(1, 400)}期。",
    lambda c: f"不动产单元号330784{_digits(c, 6)}GB{_digits(c, 5)}F{_digits(c, 8)}。",
    lambda c: f"网站标识码3307840001，浙公网安备33078402{_digits(c, 6)}号。",
    lambda c: f"新增车位{_amount(c)}个，新A级景区{c.randint(1, 9)}个，新G20国道绕城段{_amount(c)}米。",
    lambda c: (
        f"版本{c.randint(1, 9)}.{c.randint(0, 20)}.{c.randint(0, 99)}，校验值{c.getrandbits(128):032x}。"
    ),
    lambda c: (
        f"{c.randint(2001, 2018)}-{c.randint(2019, 2024)}年共完成{_amount(c)}、{_amount(c)}和{_amount(c)}平方米。"
    ),
    lambda c: (
        f"雨水井{_digits(c, 3)}-{_digits(c, 4)}号，电表编号{_digits(c, 10)}，设备型号E{_digits(c, 8)}。"
    ),
    lambda _: "姓名、电话、住址等内容一律不公开。",
    lambda c: f"分别为{' '.join(str(c.randint(1, 9999)) for _ in range(c.randint(2, 5)))}米。",
    lambda c: (
        f"住建部门{c.randint(1, 30)}日在山水御苑{c.randint(1, 30)}幢、{c.randint(31, 60)}幢之间开挖，3单元门前恢复。"
    ),
)
ENGLISH: tuple[Callable[[Chance], str], ...] = (
    lambda c: f"On {c.randint(1, 28)} June {c.randint(2000, 2024)} a total of {_amount(c)} metres was laid.",
    lambda c: f"The project ({_project(c)}) cost {_phone_like(c)} yuan, of which {_amount(c)} yuan was paid.",
    lambda c: f"See GB/T {_digits(c, 5)}-{c.randint(2000, 2024)} and contract No. {_stamp(c)}.",
    lambda c: f"At 28.{_digits(c, 6)} N, 120.{_digits(c, 6)} E; call 12345 for help.",
    lambda _: "The name of the road, its length and the amount are in the table.",
    lambda c: (
        f"Residents of {c.randint(2, 400)} low-income households and {c.randint(1, 50)} patients were visited."
    ),
    lambda c: (
        f"Version {c.randint(1, 9)}.{c.randint(0, 99)}.{c.randint(0, 999)}; ISBN 978-7-{_digits(c, 4)}-{_digits(c, 4)}-{c.randint(0, 9)}."
    ),
    lambda c: f"Photo IMG_{_stamp(c)}.jpg shows the site; WeChat groups were told.",
)
