"""Slips put into clean passages by rule: one figure, in one language, in one way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sfwgen.figures import Found, Kind, Qualifier, find
from tests.comparing.passages import Passage

QUALIFIER: Final = frozenset(
    {
        Kind.QUALIFIER_DROPPED,
        Kind.QUALIFIER_ADDED,
        Kind.QUALIFIER_STRONGER,
        Kind.QUALIFIER_WEAKER,
        Kind.QUALIFIER_SWAPPED,
    }
)
MAGNITUDE: Final = frozenset({Kind.MAGNITUDE, Kind.MILLION_FOR_YI})
UNIT: Final = frozenset({Kind.UNIT})
MISSING: Final = frozenset({Kind.MISSING_EN, Kind.MISSING_ZH})


@dataclass(frozen=True, slots=True)
class Seed:
    """A passage with one slip: the rule that made it and the kinds by which it may be named."""

    rule: str
    passage: Passage
    kinds: frozenset[Kind]


Rewrite = Callable[[str, Found], Iterator[str]]


def seeds(passage: Passage) -> Iterator[Seed]:
    """Yields every slip that the rules can put into a passage."""
    for rule, kinds, rewrite in _EN_RULES:
        for text in _rewritten(passage.en, "en", rewrite):
            yield Seed(rule, Passage(passage.zh, text), kinds)
    for rule, kinds, rewrite in _ZH_RULES:
        for text in _rewritten(passage.zh, "zh", rewrite):
            yield Seed(rule, Passage(text, passage.en), kinds)
    for text in _millions_for_yi(passage):
        yield Seed("million for 亿", Passage(passage.zh, text), frozenset({Kind.MILLION_FOR_YI}))


def _rewritten(text: str, lang: str, rewrite: Rewrite) -> Iterator[str]:
    made: set[str] = {text}
    for found in find(text, lang):
        for other in rewrite(text, found):
            if other not in made:
                made.add(other)
                yield other


def _with(text: str, found: Found, figure: str) -> str:
    return text[: found.start] + figure + text[found.end :]


def _swapped(pairs: dict[str, str]) -> Rewrite:
    """Replaces a word within a figure, the first of the table that is there."""

    def rewrite(text: str, found: Found) -> Iterator[str]:
        for old, new in pairs.items():
            if _is_aside(text, found) and " " in old:
                continue
            if re.search(rf"(?<![a-z方]){re.escape(old)}(?![a-z])", found.text, re.IGNORECASE):
                yield _with(
                    text,
                    found,
                    re.sub(rf"(?<!方){re.escape(old)}", new, found.text, count=1, flags=re.IGNORECASE),
                )
                return

    return rewrite


def _swapped_before(pairs: dict[str, str], reach: int) -> Rewrite:
    """Replaces the last of the words that stands before a figure in its clause, after the figure before it."""
    words = re.compile(
        "|".join(rf"(?<![a-z])(?<!made ){re.escape(word)}(?![a-z值率点雨水雪])" for word in pairs)
    )

    def rewrite(text: str, found: Found) -> Iterator[str]:
        head = re.split(r"[，。；,;.\d]", text[max(0, found.start - reach) : found.start])[-1]
        matches = list(words.finditer(head))
        if matches and not head.endswith("from "):
            start = found.start - len(head) + matches[-1].start()
            yield text[:start] + pairs[matches[-1][0]] + text[start + len(matches[-1][0]) :]

    return rewrite


def _is_aside(text: str, found: Found) -> bool:
    """Whether a figure in brackets is a conversion that the other text need not have."""
    return text[: found.start].endswith("(")


def _transposed(text: str, found: Found) -> Iterator[str]:
    for match in re.finditer(r"(?=(\d)(\d))", found.text):
        one, other = match[1], match[2]
        at = match.start()
        leads = at == 0 or not (found.text[at - 1].isdigit() or found.text[at - 1] in ".,")
        if one != other and not (other == "0" and leads):
            yield _with(text, found, found.text[:at] + other + one + found.text[at + 2 :])
            return


def _another_digit(text: str, found: Found) -> Iterator[str]:
    digits = [match.start() for match in re.finditer(r"[1-9]", found.text)]
    if digits:
        at = digits[-1]
        digit = str((int(found.text[at]) + 2) % 9 + 1)
        yield _with(text, found, found.text[:at] + digit + found.text[at + 1 :])


def _lost_figure(word: str) -> Rewrite:
    """Takes a figure away. A one, a two and 100% may be said in words, several says nothing: these stay."""

    def rewrite(text: str, found: Found) -> Iterator[str]:
        sayable = found.quantity.value in (1, 2, 100) or found.quantity.qualifier is Qualifier.NONE
        if (
            not sayable
            and not _is_aside(text, found)
            and found.quantity.qualifier is not Qualifier.INDEFINITE
        ):
            yield _with(text, found, word)

    return rewrite


def _english_magnitude(text: str, found: Found) -> Iterator[str]:
    for word, other in (("million", "billion"), ("billion", "million"), ("trillion", "billion")):
        if re.search(rf"\b{word}\b", found.text):
            yield _with(text, found, found.text.replace(word, other))
            return
    if ",000" in found.text:
        yield _with(text, found, found.text.replace(",000", "", 1))
    elif match := re.search(r"(?<![\d.,])\d{2,3}(?![\d.,%-])", found.text):
        yield _with(text, found, f"{found.text[: match.end()]},000{found.text[match.end() :]}")


def _chinese_magnitude(text: str, found: Found) -> Iterator[str]:
    for word, other in (("万亿", "亿"), ("亿", "万"), ("万", "")):
        if re.search(rf"\d{word}", found.text):
            yield _with(text, found, found.text.replace(word, other, 1))
            return
    if (match := re.search(r"\d{2,}(?:\.\d+)?", found.text)) and found.unit not in ("%", "ratio"):
        yield _with(text, found, f"{found.text[: match.end()]}万{found.text[match.end() :]}")


def _millions_for_yi(passage: Passage) -> Iterator[str]:
    for found in find(passage.zh, "zh"):
        match = re.search(r"([\d.]+)亿", found.text)
        if match is None:
            continue
        for other in find(passage.en, "en"):
            if other.quantity.value == Decimal(match[1]) * 10**8:
                number = re.sub(r"[\d.,]+ (?:m|b|tr)illion", f"{match[1]} million", other.text)
                yield _with(passage.en, other, number)


_EN_QUALIFIERS: Final = (
    "no more than",
    "no higher than",
    "no longer than",
    "more than",
    "less than",
    "fewer than",
    "at least",
    "nearly",
    "about",
)


def _english_rules() -> Iterator[tuple[str, frozenset[Kind], Rewrite]]:
    yield "English magnitude", MAGNITUDE, _english_magnitude
    yield "English digits transposed", frozenset({Kind.TRANSPOSED}), _transposed
    yield "another English digit", frozenset({Kind.VALUE, Kind.ROUNDING}), _another_digit
    yield "English figure lost", MISSING, _lost_figure("these")
    yield "English qualifier dropped", QUALIFIER, _swapped({f"{word} ": "" for word in _EN_QUALIFIERS})
    yield (
        "English qualifier changed",
        QUALIFIER,
        _swapped(
            {
                "no more than": "less than",
                "no higher than": "lower than",
                "no longer than": "at least",
                "more than": "at least",
                "less than": "nearly",
                "fewer than": "about",
                "at least": "more than",
                "nearly": "about",
                "about": "nearly",
            }
        ),
    )
    yield (
        "English qualifier reversed",
        QUALIFIER,
        _swapped(
            {
                "no more than": "more than",
                "more than": "nearly",
                "less than": "more than",
                "at least": "up to",
                "nearly": "more than",
                "about": "at least",
            }
        ),
    )
    yield (
        "English unit",
        UNIT,
        _swapped(
            {
                "households": "people",
                "families": "residents",
                "residents": "households",
                "people": "households",
                "students": "families",
                "attendances": "people",
                "percentage points": "%",
                "%": " percentage points",
                "square metres": "mu",
                "cubic metres": "litres",
                "kilometres": "metres",
                "metres": "kilometres",
                "millimetres": "centimetres",
                "working days": "days",
                "days": "hours",
                "hours": "minutes",
                "minutes": "hours",
                "months": "weeks",
                "years": "months",
                "tonnes": "kilograms",
                "mu": "hectares",
                "yuan": "dollars",
                "visits": "people",
                "enterprises": "households",
                "kilowatt-hours": "kilowatts",
            }
        ),
    )
    yield (
        "English statistic",
        frozenset({Kind.STATISTIC}),
        _swapped_before({"an average of": "a peak of", "average": "peak", "on average": "at its peak"}, 40),
    )
    yield (
        "English direction",
        frozenset({Kind.DIRECTION}),
        _swapped_before(
            {
                "up": "down",
                "down": "up",
                "rose": "fell",
                "fell": "rose",
                "cut": "raised",
                "grew": "shrank",
                "an increase of": "a decrease of",
                "raised": "reduced",
                "narrowed": "widened",
            },
            60,
        ),
    )


def _chinese_rules() -> Iterator[tuple[str, frozenset[Kind], Rewrite]]:
    yield "Chinese magnitude", MAGNITUDE, _chinese_magnitude
    yield "Chinese digits transposed", frozenset({Kind.TRANSPOSED}), _transposed
    yield "another Chinese digit", frozenset({Kind.VALUE, Kind.ROUNDING}), _another_digit
    yield "Chinese figure lost", MISSING, _lost_figure("这些")
    dropped = ("不超过", "不高于", "不少于", "不低于", "超过", "突破", "余", "多", "近", "约", "以上", "左右")
    yield "Chinese qualifier dropped", QUALIFIER, _swapped(dict.fromkeys(dropped, ""))
    yield (
        "Chinese qualifier changed",
        QUALIFIER,
        _swapped(
            {
                "不超过": "超过",
                "不高于": "低于",
                "不少于": "超过",
                "不到": "约",
                "不足": "近",
                "超过": "不超过",
                "突破": "近",
                "以上": "左右",
                "左右": "以上",
                "近": "约",
                "约": "近",
            }
        ),
    )
    yield (
        "Chinese unit",
        UNIT,
        _swapped(
            {
                "户": "人",
                "人次": "户",
                "个百分点": "%",
                "%": "个百分点",
                "平方米": "亩",
                "公里": "米",
                "米": "公里",
                "个工作日": "天",
                "天": "小时",
                "小时": "分钟",
                "分钟": "小时",
                "吨": "公斤",
                "亩": "公顷",
                "元": "美元",
                "名": "户",
                "人": "户",
            }
        ),
    )
    yield (
        "Chinese statistic",
        frozenset({Kind.STATISTIC}),
        _swapped_before({"平均": "最高", "最高时": "平均"}, 20),
    )
    yield (
        "Chinese direction",
        frozenset({Kind.DIRECTION}),
        _swapped_before(
            {
                "增长": "下降",
                "下降": "增长",
                "提高": "降低",
                "上调": "下调",
                "减少": "增加",
                "增加": "减少",
                "缩短": "延长",
                "降": "升",
            },
            20,
        ),
    )


_EN_RULES: Final = tuple(_english_rules())
_ZH_RULES: Final = tuple(_chinese_rules())
