"""Every parser takes every input: it gives a value or a fault at a place, never an exception, and soon.

Inputs are put together from what the form is made of, and damaged; `--long` takes a million of them.
"""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable

import pytest

from sfwgen.content.frontmatter import parse_document
from sfwgen.content.markdown import parse_body
from sfwgen.content.tables import read_csv
from sfwgen.content.workbooks import read_xlsx
from sfwgen.content.yaml import parse_yaml
from sfwgen.dates import parse_date, parse_period
from sfwgen.figures.reading import find, read
from sfwgen.privacy.scan import mask_text, scan
from tests.conftest import Reached
from tests.fuzz.edits import BLOCKS, KEYS, VALUES
from tests.registers.workbooks import workbook

pytestmark = pytest.mark.no_cover
Chance = random.Random
FILE = "content/stories/x/index.zh.md"
FEW, MANY = 150, 125_000
SECONDS = 5
NUMERALS = (
    *"0 1 2 9 10 84,000 8.4 0.2 1/3 50% 3-5 ３ ① 〇 零 一 两 三 十 百 千 万 亿 几 半 廿 余 多 近 约 超过 至少 不足 左右 以上 至 到 的 和".split(),
    *"户 次 家 个 元 米 公里 平方米 元/立方米 年 月 日 % ‰ 倍 成 分之 第 号 期".split(),
    *"a an one two twelve twenty hundred thousand million half third dozen more than about nearly at least to and per of no".split(),
    *(
        "households",
        "metres",
        "yuan",
        "per cent",
        "-",
        "–",
        " ",
        "，",
        "。",
        ",",
        ".",
        "(",
        ")",
        "/",
        "2019",
        "No.",
    ),
)
WORKBOOK = workbook(("日期", "户数"), ("2019-05-06", 3), ("2019-05-07", 4.5), ("", ("1+1", "str")))


def put_together(chance: Chance, pieces: tuple[str, ...], most: int, joint: str = "") -> str:
    return joint.join(chance.choices(pieces, k=chance.randint(0, most)))


def front_matter(chance: Chance) -> None:
    lines = [f"{chance.choice(KEYS)}: {chance.choice(VALUES)}" for _ in range(chance.randint(0, 8))]
    fences = chance.choices(("---", "---", "----", "——", " ---", "...", ""), k=2)
    parse_document("\n".join((fences[0], *lines, fences[1], chance.choice(BLOCKS))), FILE)


def yaml(chance: Chance) -> None:
    pieces = (
        *VALUES,
        *KEYS,
        ": ",
        "\n",
        "\n  ",
        "- ",
        ", ",
        "{",
        "}",
        "[",
        "]",
        "#",
        "'",
        '"',
        "|",
        ">",
        "\t",
        "：",
    )
    parse_yaml(put_together(chance, pieces, 30), FILE)


def markdown(chance: Chance) -> None:
    pieces = (*BLOCKS, *VALUES, *NUMERALS, "\n", "\n\n", "  \n", "    ", "> ", "- ", "1. ", "| ")
    parse_body(put_together(chance, pieces, 25), file=FILE, line=3, folder="content/stories/x")


def figures(chance: Chance) -> None:
    text = put_together(chance, NUMERALS, 14, chance.choice(("", " ")))
    for lang in ("zh", "en"):
        for found in find(text, lang):
            assert 0 <= found.start < found.end <= len(text)
        read(text, lang)


def dates(chance: Chance) -> None:
    text = put_together(chance, ("2019", "-", "/", "~", "05", "31", "mid", "late", "00", "年", "1"), 7)
    parse_date(text)
    parse_period(text)


def registers(chance: Chance) -> None:
    pieces = (*VALUES[:60], ",", ",", "\n", "\r\n", "\r", '"', '""', ";", "\t", "\ufeff", "\0", "甲", "1")
    data = put_together(chance, pieces, 40).encode("utf-8", "surrogatepass")
    read_csv(data, "content/registers/a.csv", chance.choice(("utf-8", "gb18030")))


def workbooks(chance: Chance) -> None:
    """A workbook with damaged bytes, in the package or in the parts that are packed in it."""
    if chance.random() < 0.5:
        read_xlsx(damaged(WORKBOOK, chance), "content/registers/a.xlsx", None)
        return
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as archive, zipfile.ZipFile(packed, "w") as other:
        for name in archive.namelist():
            data = archive.read(name)
            other.writestr(name, damaged(data, chance) if chance.random() < 0.4 else data)
    read_xlsx(packed.getvalue(), "content/registers/a.xlsx", None)


def personal_data(chance: Chance) -> None:
    pieces = (
        *NUMERALS,
        *VALUES,
        "330799",
        "19000101",
        "003X",
        "154",
        "0000",
        "0001",
        "<b>",
        "</td>",
        "&#51;",
        "\\n",
        "身份证",
        "电话",
    )
    text = put_together(chance, pieces, 30)
    assert len(mask_text(text)) == len(text)
    for each in scan(text):
        assert 0 <= each.start < each.end <= len(text)


def damaged(data: bytes, chance: Chance) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed))
        changed[at : at + chance.randint(0, 5)] = bytes(chance.choices(range(256), k=chance.randint(0, 5)))
        changed = changed or bytearray(b"x")
    return bytes(changed)


PARSERS = (front_matter, yaml, markdown, figures, dates, registers, workbooks, personal_data)


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.__name__)
def test_any_input_is_read_or_has_a_fault(
    parser: Callable[[Chance], None], long: bool, reached: Reached
) -> None:
    count = MANY if long else FEW
    reached(f"inputs of {parser.__name__}", count)
    for number in range(count):
        start = time.process_time()
        try:
            parser(random.Random(number))
        except Exception as error:
            raise AssertionError(f"{parser.__name__} number {number}") from error
        assert time.process_time() - start < SECONDS, (parser.__name__, number)
