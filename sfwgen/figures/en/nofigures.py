"""What holds numerals in English and is no figure: dates, times, ordinals, labels, names, phrases."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_MONTH: Final = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|"
    "feb|mar|apr|jun|jul|aug|sept?|oct|"
    r"nov|dec)(?![a-z])\.?"
)
_AFTER_MONTH: Final = "|".join(
    f"(?<={month} )"
    for month in (
        "january february march april may june july august september october november december"
    ).split()
)
_TO: Final = r"(?: to | and |[-–—]| – | or )"
_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_LABELS: Final = (
    "article|articles|chapter|section|issue|issues|phase|page|pages|room|line|highway|route|"
    "building|annex|table|figure|step|bus|version|block|grade|class|level|zone|gate|clause|"
    "paragraph|appendix|item|stage|volume|lot|platform|terminal|type|model|category|tier|schedule|"
    "rule|form|document|notice|number|no\\.|nos\\.|road|unit|lane|flat|hall|station|pump|well|site|"
    "area|plan|expressway|exit|tunnel|bridge|week|day|hotline|telephone|phone|call|dial|ext\\.|"
    "extension|row|seat|floor|method|edition|release|windows|channel|order|decree|bay|"
    "track|pier|team|list|district|window|counter|ward"
)
_ALWAYS: Final = (
    "article|articles|chapter|page|pages|room|issue|issues|annex|version|phase|no\\.|nos\\.|clause|"
    "paragraph|appendix|hotline|step|ext\\.|extension|dial|telephone|phone|bus no\\.|call"
)
_NOT_AFTER_YEAR: Final = (
    "yuan|people|households|tonnes|metres|mu|kilometres|visits|hectares|residents|square|cubic|per cent|"
    "million|billion"
)
_ONE_OF_WORDS: Final = (
    "another|off|stop|way|by one|of|hand|day(?! [a-z]{0,3}s)|thing|side|more|whose|who|that|such|"
    "in particular|on one|to one"
)
_COMPOUNDED: Final = (
    "year|month|week|day|hour|minute|metre|kilometre|tonne|yuan|half|third|quarter|fifth|sixth|seventh|"
    "eighth|ninth|tenth|degree|thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths|hundred|"
    "thousand|million|mu|hectare|storey|fold|point|percent|kilogram|litre"
)

PATTERNS: Final = (
    r"https?://[^\s]{1,300}|www\.[^\s]{1,200}",
    # dates and years
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:{_TO}\d{{1,2}}(?:st|nd|rd|th)?)? (?:of )?{_MONTH}(?:,? {_YEAR})?",
    rf"(?:{_AFTER_MONTH})(?:{_YEAR}(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?(?![\d,.]*\d))",
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}",
    rf"{_YEAR}(?:{_TO}(?:{_YEAR}|\d\d(?!\d)))?(?:s|'s)?(?![\d,]|\.\d|%| ?(?:{_NOT_AFTER_YEAR})(?![a-z]))",
    r"\d\d?0s(?![a-z])",
    # clock times
    r"\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?![a-z])",
    r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)",
    r"24/7",
    # ordinals
    r"\d{1,4}(?:st|nd|rd|th)(?![a-z])",
    # the numbers of documents, telephones, things
    r"0\d{2,3}[- ]\d{6,8}(?:[-]\d{1,5})?(?!\d)",
    r"\+\d{1,3}[- ]\d[\d -]{4,14}",
    r"1[3-9]\d{9}(?!\d)|\d{17}[\dx](?!\d)|[48]00[- ]\d{3,4}[- ]?\d{3,4}",
    r"\d{3,5}(?= (?:\w{1,20} )?(?:hotline|helpline|line(?!s)|number|service line))",
    r"\d{1,3}(?:\.\d{1,3}){2,4}",
    r"\d{1,4}[a-z]{1,3}\d[a-z0-9]*|\d{1,2}[ag](?![a-z])",
    # phrases
    rf"one[- ](?:{_ONE_OF_WORDS})(?![a-z])",
    rf"(?:one|two|three|four|five|six|seven|eight|nine|ten|zero)-(?!(?:{_COMPOUNDED})(?![a-z]))[a-z]{{2,}}",
    r"five-year plans?|three services|two sessions",
    rf"half(?= of (?:the )?(?:year|(?:19|20)\d\d|{_MONTH}))",
)
"""At the beginning of a numeral, in a text in lower case."""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(PATTERNS))


@cache
def _label() -> re.Pattern[str]:
    """A word before a number that makes it a label; written with a capital, some always."""
    return re.compile(rf"(?:(?<![a-z])(?:{_LABELS})(?: no\.)?[ ]?)$")


@cache
def _always() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{_ALWAYS})[ ]?$")


@cache
def _series() -> re.Pattern[str]:
    return re.compile(rf"\d[\d./-]*+(?:{_TO}\d{{1,4}}(?![\d%]))*|[a-z-]++")


_NAME: Final = re.compile(
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Zero|Hundred|Thousand)"
    r"(?:-[A-Z][a-z]+)?(?: [A-Z][a-z]+)+"
)
_BEFORE_ONE: Final = re.compile(
    r"(?<![a-z])(?:no|the|any|which|this|that|each|every|some|another|only|last|next|first|someone|new|"
    r"such)[ -]$"
)
_REACH: Final = 16


def end_of_no_figure(text: str, lower: str, start: int) -> int:
    """Return where something that is no figure ends, if it begins at this numeral, else the place itself."""
    if name := _NAME.match(text, start):
        return name.end()
    head = lower[max(0, start - _REACH) : start]
    label = _label().search(head)
    if label and (text[start - len(head) + label.start()].isupper() or _always().search(head)):
        series = _series().match(lower, start)
        return series.end() if series else start + 1
    if head[-1:].isalpha() or head[-1:] in {"/", "#"} or (head[-1:] in {"-", "."} and head[-2:-1].isalnum()):
        series = _series().match(lower, start)
        return series.end() if series else start + 1
    if (
        lower.startswith("one", start)
        and not lower[start + 3 : start + 4].isalpha()
        and _BEFORE_ONE.search(head)
    ):
        return start + 3
    if lower.startswith("half", start) and re.search(
        r"(?:first|second|other|latter|the|this|last)[ -]$", head
    ):
        return start + 4
    match = _pattern().match(lower, start)
    return match.end() if match else start
