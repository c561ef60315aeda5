"""Ordinary stories pass; the scan costs little, and never more than its share for hostile texts."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from sfwgen.privacy.finds import Kind
from sfwgen.privacy.scan import scan
from tests.conftest import Reached
from tests.privacy.stories import make_story

pytestmark = pytest.mark.no_cover  # what others scan, by the thousand, and the time it takes

STORIES = 2_000
ROOT = Path(__file__).resolve().parent.parent.parent


def test_fewer_than_one_ordinary_story_in_a_thousand_gives_a_false_alarm(
    long: bool, reached: Reached
) -> None:
    alarms = {}
    stories = STORIES * (10 if long else 1)
    reached("ordinary stories scanned", stories)
    for number in range(stories):
        found = [
            (each.kind, each.written)
            for each in scan(make_story(number))
            if each.kind is not Kind.CREDIT_CODE
        ]
        if found:
            alarms[number] = found
    reached("of them with a false alarm", len(alarms))
    assert len(alarms) < stories / 1000, list(alarms.items())[:20]


def test_an_ordinary_story_with_one_number_more_is_caught() -> None:
    for number in range(0, STORIES, 40):
        chance = random.Random(number)
        story = make_story(number)
        at = chance.choice([place for place, sign in enumerate(story) if sign == "。"]) + 1
        for secret, kind in (("33079919000101003X", Kind.ID18), ("15400000001", Kind.MOBILE)):
            told = {each.kind for each in scan(f"{story[:at]}联系张三{secret}，{story[at:]}")}
            assert kind in told, (number, secret)


def test_the_example_and_the_theme_hold_nothing_personal() -> None:
    looked_at = 0
    for folder in ("content", "templates"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".md", ".yaml", ".html", ".css", ".js", ".svg", ".csv"):
                assert scan(path.read_text(encoding="utf-8")) == (), path
                looked_at += 1
    assert looked_at > 40


UNITS = [
    *(
        "1 ",
        "1.",
        "12345678901 ",
        "<a '",
        '<a "',
        "<!--",
        "<a ",
        "&#",
        "@",
        "a@",
        "a@a.",
        "x" * 60 + "@",
        "*",
        "1*",
    ),
    *(
        "330799 19000101 003",
        "1 5 4 0 0 ",
        "身份证",
        "姓名|",
        "户主",
        "王某",
        "低保",
        "浙G",
        "0579-",
        "A1",
        "微信",
        "name|",
    ),
    *(
        "路1",
        "3幢",
        "\n",
        " ",
        "\u200b",
        "３",
        "①",
        "%3",
        "\\u00",
        "6200 ",
        "4 4 4 4 ",
        "×",
        "[0] ",
        "Ms Wang ",
    ),
]


@pytest.mark.no_cover
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        scan(text)
        return time.process_time() - start

    # Half a second for 100 kB of the worst is far from quadratic, and far from what a busy machine may add.
    small = max(min(cost(12_500) for _ in range(2)), 0.01)
    assert min(cost(100_000) for _ in range(2)) < small * 8 * 3 + 0.1


def test_finished_pages_take_about_a_millisecond_for_ten_kilobytes() -> None:
    pages = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("tests/cases/*/site/**/*.html"))]
    size = sum(len(page.encode()) for page in pages)
    assert size > 100_000

    def once() -> float:
        start = time.process_time()
        for page in pages:
            scan(page)
        return time.process_time() - start

    # 0.7 ms as measured; the rest is for machines that are slower or do other things meanwhile.
    assert min(once() for _ in range(5)) / size * 10_240 < 0.003
