"""Numbers of a text that are no figures there, but may be figures in its translation: 三孩, 百日攻坚."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sfwgen.figures.en.numerals import read_numeral as read_english
from sfwgen.figures.found import Found
from sfwgen.figures.scanning import BLANK
from sfwgen.figures.zh.numerals import read_numeral as read_chinese

_STARTS: Final = {
    "zh": re.compile(r"\d|[一二两三四五六七八九十百千万]"),
    "en": re.compile(
        r"(?<![\w.,])(?:\d|(?:first|second|third|[a-z]{3,7}th|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|"
        r"a hundred|a thousand|a million)\b)"
    ),
}
_ROW: Final = re.compile(r"\d{20}\d*+|[〇零一二三四五六七八九]{20}[〇零一二三四五六七八九]*+")
"""A row of digits too long to be a number; its tails are no numbers either."""
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ORDINAL: Final = re.compile(
    rf"(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))(?![a-z])"
)
_MONTHS: Final = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATES: Final = {
    "zh": re.compile(
        r"(?<!\d)\d{1,6}(?:[-—～~至]\d{1,6})?[年月日号时点]\d{0,6}|(?<![\d.])\d{1,2}[:：]\d\d(?![\d.])"
        r"|(?<=第)[\d一二三四五六七八九十百]+(?=[期号章条款版])"
    ),
    "en": re.compile(
        rf"(?<!\w)\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?|(?:{_MONTHS}) \d{{1,4}}(?!\w)|"
        r"(?<![\w,.])(?:19|20)\d\d(?![\w,]|\.\d)|(?<!\d)\d{1,4}[ap]m|(?<!\d)\d{1,4}:\d{1,4}"
    ),
}


def plain_numbers(text: str, figures: Sequence[Found], lang: str) -> frozenset[Fraction]:
    """Returns the numbers that a text prints outside its figures and dates."""
    rest = _DATES[lang].sub(lambda match: BLANK * len(match[0]), _without(text.casefold(), figures))
    return frozenset(_numbers(rest, lang))


def _without(text: str, figures: Sequence[Found]) -> str:
    pieces: list[str] = []
    position = 0
    for found in figures:
        pieces += (text[position : found.start], BLANK * (found.end - found.start))
        position = found.end
    return "".join((*pieces, text[position:]))


def _numbers(text: str, lang: str) -> Iterator[Fraction]:
    position = 0
    while match := _STARTS[lang].search(text, position):
        start = match.start()
        row = _ROW.match(text, start)
        position = row.end() if row else start + 1
        if row:
            continue
        if lang == "zh":
            chinese = read_chinese(text, start)
            if chinese is not None:
                position = max(position, chinese.end)
                yield Fraction(chinese.low)
            continue
        if ordinal := _ORDINAL.match(text, start):
            position = ordinal.end()
            yield Fraction(
                int(ordinal["digits"]) if ordinal["digits"] else _ORDINALS.index(ordinal["word"]) + 1
            )
            continue
        english = read_english(text, start)
        if english is not None:
            position = max(position, english.end)
            if isinstance(english.value, Decimal):
                yield Fraction(english.value)
