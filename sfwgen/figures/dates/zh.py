"""Dates in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from sfwgen.figures.dates.mention import DateMention, Part

JOINTS: Final = frozenset(("至", "到", "-", "–", "—", "——", "~", "～"))
"""What stands between the ends of a span, of which the second takes the year of the first."""
ATTACHED: Final = frozenset(("", " ", "的"))
"""What stands between a year and the month or quarter of it."""
RELATIVE: Final = {
    "this": re.compile("[今当]年"),
    "last": re.compile("[去上]年"),
    "next": re.compile("[明次翌]年"),
}
"""Years said by where they lie: 去年 may be 2018 in English."""
_TO: Final = r"[ ]?(?:——|[—–~～\-至到])[ ]?"
_N: Final = r"(?:\d{1,2}|廿[一二三四五六七八九]?|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR: Final = r"(?:(?:1[89]|20)\d\d|[一二][九〇零○][〇零○一二三四五六七八九]{2})"
_PARTS: Final[dict[str, Part]] = {
    "上旬": "early",
    "初": "early",
    "中旬": "mid",
    "中": "mid",
    "下旬": "late",
    "底": "late",
    "末": "late",
}
_DIGITS: Final = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?![\d.])"
        rf"|(?<![\d〇零○一二三四五六七八九])(?P<year>{_YEAR})[ ]?(?:年?{_TO}(?P<year2>{_YEAR})[ ]?)?"
        rf"(?:年|(?=学年))(?![多余内]|以[上下内]|左右)(?P<yearpart>[初中底末])?"
        rf"|(?P<half>[上下])半年"
        rf"|(?<![前\d])(?P<quarter>[一二三四1-4])(?:(?:季度)?{_TO}第?(?P<quarter2>[一二三四2-4]))?季度"
        rf"|前(?P<quarters>[二三两23])个?季度|前(?P<months>{_N})个?月(?!前)"
        rf"|(?<![\d.一二三四五六七八九十])(?<![农阴]历)(?P<month>{_N})[ ]?(?:月?{_TO}(?P<month2>{_N})[ ]?)?月"
        rf"(?:份|(?P<monthpart>[上中下]旬|[初底末](?![一二三四五六七八九十]))"
        rf"|[ ]?(?P<day>{_N})[ ]?(?:[日号]?{_TO}(?P<day2>{_N})[ ]?)?[日号])?"
    )


def mentions(text: str) -> Iterator[DateMention]:
    """Yield the dates of a text in order; a year and what follows it are still apart."""
    for match in _pattern().finditer(text):
        yield from _mentions(match)


def _mentions(match: re.Match[str]) -> Iterator[DateMention]:
    said = match.groupdict()
    place = match[0], match.start(), match.end()
    if said["y"]:
        yield DateMention(*place, _number(said["y"]), _month(said["m"]), _number(said["d"]))
    elif said["year"]:
        part = _PARTS.get(said["yearpart"] or "")
        for year in filter(None, (said["year"], said["year2"])):
            yield DateMention(*place, _number(year), part=part)
    elif said["half"]:
        yield DateMention(*place, months=(1, 6) if said["half"] == "上" else (7, 12))
    elif said["quarter"]:
        first = _number(said["quarter"])
        last = _number(said["quarter2"] or said["quarter"])
        yield DateMention(*place, months=(first * 3 - 2, last * 3))
    elif said["quarters"]:
        yield DateMention(*place, months=(1, _number(said["quarters"]) * 3))
    elif said["months"]:
        yield DateMention(*place, months=(1, _number(said["months"])))
    else:
        first = _number(said["month"])
        months = first, _number(said["month2"] or said["month"])
        for day in (said["day"], said["day2"]):
            if day or not said["day"]:
                yield DateMention(
                    *place,
                    months=months,
                    day=_number(day) if day else None,
                    part=_PARTS.get(said["monthpart"] or ""),
                )
            if not said["day"]:
                break


def _month(text: str) -> tuple[int, int]:
    return _number(text), _number(text)


def _number(text: str) -> int:
    """Return a number of at most two digits, or a year, in Arabic or Han digits."""
    if text.isdecimal():
        return int(text)
    if "十" in text or "廿" in text:
        tens, _, ones = text.replace("廿", "二十").partition("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    if text == "两":
        return 2
    return int("".join(str(_DIGITS[digit]) for digit in text))
