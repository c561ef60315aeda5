"""Dates in English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from sfwgen.figures.dates.mention import DateMention, Part
from sfwgen.figures.en.nofigures import end_of_year

JOINTS: Final = frozenset((" to ", " until ", " and ", "-", "–", "—", " – ", " — "))
ATTACHED: Final = frozenset((" ", " of ", ", ", " in "))
RELATIVE: Final = {
    "this": re.compile(r"\b(?:this|the current) year(?!\w)", re.IGNORECASE),
    "last": re.compile(
        r"\b(?:last|previous|preceding|past) year(?!\w)|\bthe year before\b|\byear (?:earlier|ago)\b",
        re.IGNORECASE,
    ),
    "next": re.compile(
        r"\b(?:next|following|coming) year(?!\w)|\bthe year after\b|\byear later\b", re.IGNORECASE
    ),
}
_NAMES: Final = (
    "January February March April May June July August September October November December".split()
)
_MONTH: Final = (
    "(?:"
    + "|".join(_NAMES)
    + "|"
    + "|".join(name.upper() for name in _NAMES)
    + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?(?= \\d))(?![A-Za-z])"
)
_TO: Final = r"(?: to | and | until |[ ]?[-–—][ ]?)"
_YEAR: Final = r"(?:(?:1[89]|20)\d\d)"
_DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
_NUMBERS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_PARTS: Final[dict[str, Part]] = {
    "early": "early",
    "start": "early",
    "beginning": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
}
_PART: Final = r"(?:early|mid|late)[ -]|(?:the )?(?:start|beginning|middle|end) of |year[- ]end "
_OF_YEAR: Final = r"(?! of (?!the year|this year|last year|next year|the same year|20|19)|-[a-z]|\w)"


@cache
def _pattern() -> re.Pattern[str]:
    word = "one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    return re.compile(
        rf"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?![\d.])"
        rf"|(?<![\w,.])(?P<day>{_DAY})(?:{_TO}(?P<day2>{_DAY}))? (?:of )?(?P<month>{_MONTH})"
        rf"(?:,? (?P<year>{_YEAR})(?!\d))?"
        rf"|(?P<part>(?i:\b(?:{_PART})))?\b(?P<named>{_MONTH})"
        rf"(?:{_TO}(?P<named2>{_MONTH})"
        rf"|[ ](?P<nday>{_DAY})(?![\d%,.]*\d|[ ][a-z]+s\b)(?:{_TO}(?P<nday2>{_DAY})(?![\d%]| [a-z]))?)?"
        rf"(?:,? (?P<nyear>{_YEAR})(?![\d,]*\d))?"
        rf"|\bQ(?P<q>[1-4])(?:[ ]?[-–][ ]?Q?(?P<q2>[2-4]))?(?!\w)"
        rf"|(?i:\b(?P<quarter>first|second|third|fourth|last|final) quarter){_OF_YEAR}"
        rf"|(?i:\bfirst (?P<quarters>two|three|2|3) quarters)\b"
        rf"|(?i:\b(?:the|its) )(?P<half>first|second) half{_OF_YEAR}"
        rf"|(?i:\bfirst (?P<months>{word}|\d{{1,2}}) months)\b"
        rf"|(?P<ypart>(?i:\b(?:{_PART})))?(?<![\w,./$¥€£-])(?P<bare>{_YEAR})(?:(?P<yto>{_TO}|/)(?P<bare2>{_YEAR}|\d\d)(?!\d))?"
        rf"(?![\d,]*\d|[.]\d|%|[-–—/]\d)"
    )


_REACH: Final = 16
_NUMBERED: Final = re.compile(
    r"(?:\bno\.|#|\b(?:issue|document|room|order|notice|hotline)) ?$", re.IGNORECASE
)
_LIKELY_VERBS: Final = frozenset({"May", "March", "MAY", "MARCH"})
_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|of|since|by|until|till|from|during|to|last|this|for|mid|before|after|between|through|and|next|"
    r"on|each|every|early|late)[ -]$",
    re.IGNORECASE,
)


def mentions(text: str) -> Iterator[DateMention]:
    """Yield the dates of a text in order; what is said of one date with words in between is still apart."""
    for match in _pattern().finditer(text):
        year, month = match["bare"] is not None, match["named"] is not None
        if not (year and not _is_year(text, match)) and not (month and not _is_month(text, match)):
            yield from _mentions(match)


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are a year by the rules of figures, and no number of things or documents."""
    start = match.start("bare")
    head = text[max(0, start - _REACH) : start].casefold()
    if match["ypart"]:
        return True
    return not _NUMBERED.search(head) and end_of_year(text, head, start) > start


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether May or March is a month and no verb."""
    if match["named"] not in _LIKELY_VERBS or match["part"] or match["nday"] or match["nyear"]:
        return True
    return _BEFORE_MONTH.search(text, max(0, match.start() - _REACH), match.start()) is not None


def _mentions(match: re.Match[str]) -> Iterator[DateMention]:
    said = match.groupdict()
    place = match[0], match.start(), match.end()
    if said["y"]:
        yield DateMention(*place, int(said["y"]), (int(said["m"]), int(said["m"])), int(said["d"]))
    elif said["month"]:
        year = int(said["year"]) if said["year"] else None
        for day in filter(None, (said["day"], said["day2"])):
            yield DateMention(*place, year, _months(said["month"]), _day(day))
    elif said["named"]:
        year = int(said["nyear"]) if said["nyear"] else None
        months = _months(said["named"], said["named2"])
        for day in (said["nday"], said["nday2"]):
            if day or day is said["nday"]:
                yield DateMention(*place, year, months, _day(day) if day else None, _part(said["part"]))
            if not said["nday"]:
                break
    elif said["bare"]:
        yield from _years(match)
    else:
        yield DateMention(*place, months=_span(said))


def _years(match: re.Match[str]) -> Iterator[DateMention]:
    first, last = match["bare"], match["bare2"]
    for year in filter(None, (first, last and first[: 4 - len(last)] + last)):
        yield DateMention(match[0], match.start(), match.end(), int(year), part=_part(match["ypart"]))


def _span(said: dict[str, str | None]) -> tuple[int, int]:
    """Return the months of a quarter, of the first quarters or months, or of half a year."""
    if said["half"]:
        return (1, 6) if said["half"].casefold() == "first" else (7, 12)
    if said["months"]:
        return 1, _number(said["months"])
    if said["quarters"]:
        return 1, _number(said["quarters"]) * 3
    first = int(said["q"]) if said["q"] else _ORDINALS[(said["quarter"] or "").casefold()]
    return first * 3 - 2, int(said["q2"] or first) * 3


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word.casefold()]


def _months(first: str, last: str | None = None) -> tuple[int, int]:
    return _month(first), _month(last or first)


def _month(name: str) -> int:
    return next(place for place, full in enumerate(_NAMES, 1) if full[:3] == name[:3].title())


def _day(text: str) -> int:
    return int(text.rstrip("stndrh"))


def _part(words: str | None) -> Part | None:
    if not words:
        return None
    return next((part for word, part in _PARTS.items() if word in words.casefold()), None)
