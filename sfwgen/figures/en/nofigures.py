"""What holds numerals in English and is no figure: dates, times, ordinals, labels, names, phrases."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sfwgen.figures.en import units, words
from sfwgen.figures.en.core import head_noun, noun_at
from sfwgen.figures.scanning import alternatives, word_list

_MONTHS: Final = word_list(
    "january february march april may june july august september october november december"
)
_MONTH: Final = rf"(?:{'|'.join(_MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\.?"
_AFTER_MONTH: Final = "|".join(f"(?<={month} )" for month in _MONTHS)
_TO: Final = r"(?: to | and |[-–—]| – | or )"
_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
_TIME: Final = r"\d{1,2}(?:[:.]\d{2})?"
_DIGIT_WORDS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|zero"
_END: Final = r"(?![\d,.]*\d)"
_TENS: Final = "|".join(words.TENS)
_ORDINALS: Final = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"

_AFTER_ONE: Final = (
    "another|off|stop|way|by one|of|hand|day(?! [a-z]{0,3}s)|thing|side|more|whose|who|that|such|"
    "in particular|on one|to one"
)

_PATTERNS: Final = (
    r"https?://[^\s]{1,300}|www\.[^\s]{1,200}",
    # dates and years
    rf"{_DAY}(?:{_TO}{_DAY})? (?:of )?{_MONTH}(?:,? {_YEAR})?",
    rf"(?:{_AFTER_MONTH})(?:{_YEAR}(?!\d)|{_DAY}(?:{_TO}{_DAY}(?![a-z\d%]| [a-z]))?(?:,? {_YEAR})?{_END})",
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}",
    r"\d\d?0s(?![a-z])|\d{4}s(?![a-z])",
    # clock times
    rf"{_TIME}(?:{_TO}{_TIME})? ?(?:am|pm|a\.m\.|p\.m\.|o'clock|noon)(?![a-z])",
    r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,4}(?:\.\d++)?(?::\d{1,4}(?:\.\d++)?)+(?!\d)",
    (
        r"24 hours (?:a|each|every|per) day|24-hour (?=(?:[a-z]+ )?(?:hotline|helpline|service|shift|duty"
        r"|watch|line|desk|operation|guard|monitor|standby|rota|roster|cover|clinic)[a-z]*)"
    ),
    r"24/7|half past (?:\d{1,2}|[a-z]+)",
    # ordinals
    rf"\d{{1,4}}(?:st|nd|rd|th)(?![a-z])|(?:{_TENS})-(?:{_ORDINALS})(?![a-z])",
    # the numbers of documents, telephones, things
    r"0\d{2,3}[- ]\d{6,8}(?:[-]\d{1,5})?(?!\d)",
    r"\+\d{1,3}[- ]\d[\d -]{4,14}",
    r"1[3-9]\d{9}(?!\d)|\d{17}[\dx](?!\d)|[48]00[- ]\d{3,4}[- ]?\d{3,4}",
    r"(?:(?<=hotline is )|(?<=number is )|(?<=postcode )|(?<=postcode is )|(?<=telephone is ))\d{3,12}",
    r"\d{3,5}(?= (?:\w{1,20} )?(?:hotline|helpline|line(?!s)|number|service line))",
    r"\d{1,3}(?:\.\d{1,3}){2,4}",
    r"\d{1,8}-[a-z]{1,6}-\d[\da-z-]*",
    r"\d{1,4}[a-z]{1,3}\d[a-z0-9]*|\d{1,2}[agd](?![a-z])",
    # phrases
    rf"one[- ](?:{_AFTER_ONE})(?![a-z])",
    r"five-year plans?|three services|two sessions|\d{1,3}-point (?=plan|programme|action|list|charter)",
    rf"(?:{_DIGIT_WORDS}|\d)-steps?(?= [a-z])",
    rf"half(?= of (?:the )?(?:year|(?:19|20)\d\d|{_MONTH}))",
    r"(?:(?<=below )|(?<=above )|(?<=sub-))zero(?![a-z])",
)
"""At the beginning of a numeral, in a text in lower case."""

_COMPOUNDED: Final = (
    *(unit for unit in units.MEASURES if " " not in unit),
    *words.POWERS,
    *words.SHARES,
    *(f"{share}s" for share in words.SHARES),
    *words.NUMBERS,
    "point",
    "storey",
    "and",
    "odd",
)
"""What may follow a number word and a hyphen in a figure; other compounds are words (one-stop, two-way)."""

_ALWAYS: Final = word_list(
    "article articles chapter chapters section sections room rooms annex version no. nos. clause paragraph "
    "appendix hotline dial telephone tel tel. ext. extension phase sheet grade class level tier category zone"
)
_NUMBERED: Final = frozenset(
    word_list("article no. nos. hotline dial telephone tel tel. ext. extension annex appendix")
)
"""Of these a number is the name, whatever follows."""
_UNLESS_COUNTED: Final = word_list(
    "issue issues page pages step phone call table figure building buildings route gate item bay lane row "
    "seat flat line lines block unit"
)
_WITH_CAPITAL: Final = word_list(
    "highway bus stage volume lot platform terminal type model schedule rule form document notice number "
    "road hall station pump well site area plan expressway exit tunnel bridge week day floor method edition "
    "release windows channel order decree track pier team list district window counter ward school plot "
    "boiler mine typhoon part year years grades classes phases"
)
"""Words that a number after them labels: any time, unless a noun or unit follows, or with a capital only."""
_NOT_LABELLED: Final = "per|top"
_FIRST: Final = re.compile(r"(?<![a-z])(?:the|its|their|his|her|our) first $")
_COUNTED_OFF: Final = "halves|quarters?|months?|places?|prizes?|ranks?"
"""What is counted off after the first: the first 11 months; of the first 58 flats there are so many."""

_ANY_NUMBER: Final = 100
"""From here on a number after a name such as Bridge counts the noun that follows; smaller ones number it."""
_NAMES_OF_PLACES: Final = frozenset(
    word_list(
        "hall station bridge tunnel pier mine plant pump well exit district ward school part area site team"
    )
)
_NAME: Final = re.compile(
    rf"(?:{'|'.join(word.title() for word in (*words.NUMBERS, 'hundred', 'thousand'))})"
    r"(?:-[A-Z][a-z]+)?((?: [A-Z][a-z]+)+)"
)
_QUOTED: Final = re.compile(r"[a-z][a-z -]{2,30}[\"”]")
"""A short quotation that opens with a number word is a name."""
_BEFORE_ONE: Final = re.compile(
    r"(?<![a-z])(?:no|the|any|which|this|that|each|every|some|another|only|last|next|first|someone|new|"
    r"such)[ -]$"
)
_HALF_TIME: Final = re.compile(r"half[ -](?:hour|minute|mile|kilomet)")
_ADDRESS: Final = re.compile(
    r"\d{1,4}[A-Z]? (?:[A-Z][A-Za-z']* ){1,4}"
    r"(?:Road|Street|Avenue|Lane|Alley|Boulevard|Drive|Square|Rd|St|Ave)\b"
)
"""The number of a house before the name of its street: 88 Jiefang East Road."""
_BEFORE_HALF: Final = re.compile(r"(?:first|second|other|latter|the|this|last)[ -]$")
_CODE: Final = re.compile(r"(?:[A-Z]{1,4}/[A-Z]{1,3}|GB|ISO|DB|JGJ|CJJ) $")
_IN_TIME: Final = re.compile(
    r"(?<![a-z])(?:in|since|by|until|till|from|during|before|after|between|early|late|mid|end|of|and|"
    r"to|the|for)[ -]$"
)
_CURRENCY: Final = re.compile(r"(?<![a-z])(?:rmb|cny|usd|eur|us)\Z")
_RUN: Final = re.compile(r"\d[\d.,]*+|[a-z-]++")
_REACH: Final = 16


@cache
def _pattern() -> re.Pattern[str]:
    compounds = rf"(?:{_DIGIT_WORDS})-(?!(?:{alternatives(_COMPOUNDED)})(?![a-z]))[a-z]{{2,}}"
    return re.compile("|".join((*_PATTERNS, compounds)))


@cache
def _label() -> re.Pattern[str]:
    known = alternatives((*_ALWAYS, *_UNLESS_COUNTED, *_WITH_CAPITAL))
    return re.compile(rf"(?<![a-z])(?P<word>{known})(?P<number> no\.)?[ ]?$")


@cache
def _counted() -> re.Pattern[str]:
    measures = alternatives((*units.MEASURES, *units.IRREGULAR, *words.POWERS))
    return re.compile(rf"%|[ -]?(?:{measures})(?![a-z])")


@cache
def _not_labelled() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{_NOT_LABELLED}) $")


@cache
def _counted_off() -> re.Pattern[str]:
    ends = r"(?=[,.;:!?)]| (?:to|of|in|on|are|were|is|was|get|got)(?![a-z])|$)"
    return re.compile(rf"(?:{alternatives(words.NUMBERS)}|\d[\d,]*+)(?: (?:{_COUNTED_OFF})(?![a-z])|{ends})")


@cache
def _series() -> re.Pattern[str]:
    return re.compile(rf"\d[\d.,/-]*+(?:(?:{_TO}| of )\d{{1,4}}(?![\d%]))*|[a-z-]++")


@cache
def _year() -> re.Pattern[str]:
    counted = alternatives((*units.MEASURES, *units.IRREGULAR, *words.POWERS))
    return re.compile(
        rf"{_YEAR}(?:{_TO}(?:{_YEAR}|\d\d)|/\d\d)?(?!\d|,\d|\.\d|%)"
        rf"(?! ?(?:{counted})(?![a-z])|-(?:{counted})(?![a-z]))(?P<noun> [a-z]+s(?![a-z]))?"
    )


def end_of_no_figure(text: str, lower: str, start: int) -> int:
    """Return where something that is no figure ends, if it begins at this numeral, else the place itself."""
    if name := _NAME.match(text, start):
        after_stop = not lower[:start].rstrip(' “"') if start < _REACH else lower[start - 2] in ".:!?\n"
        if not after_stop or name[1].endswith("s"):
            return name.end()
    head = lower[max(0, start - _REACH) : start]
    if _is_labelled(text, lower, head, start) or _CODE.search(text[max(0, start - _REACH) : start]):
        series = _series().match(lower, start)
        return series.end() if series else start + 1
    counted_off = _FIRST.search(head) and _counted_off().match(lower, start)
    if counted_off or (_not_labelled().search(head) and not _HALF_TIME.match(lower, start)):
        series = _series().match(lower, start)
        return series.end() if series else start + 1
    if re.compile("one(?![a-z])").match(lower, start) and _BEFORE_ONE.search(head):
        return start + len("one")
    if address := _ADDRESS.match(text, start):
        return address.end()
    if lower.startswith("half", start) and _BEFORE_HALF.search(head) and not _HALF_TIME.match(lower, start):
        return start + len("half")
    if head[-1:] in {'"', "“"} and (quoted := _QUOTED.match(lower, start)):
        return quoted.end()
    if match := _pattern().match(lower, start):
        return match.end()
    return end_of_year(lower, head, start)


def _is_labelled(text: str, lower: str, head: str, start: int) -> bool:
    """Whether a number is joined to a word before it, or numbers what that word names."""
    if _CURRENCY.search(head):
        return False
    if head[-1:].isalpha() or head[-1:] in {"/", "#"} or (head[-1:] in {"-", "."} and head[-2:-1].isalnum()):
        return True
    label = _label().search(head)
    if label is None:
        return False
    place = start - len(head) + label.start()
    if not lower[start].isdigit() and head_noun(lower, start):
        return False
    if label["number"] or (label["word"] in _ALWAYS and text[place].isupper()):
        return True
    if text[place].isupper():
        return not _measured(lower, start) and not _counts_at_place(lower, label["word"], start)
    known = label["word"] in _UNLESS_COUNTED or label["word"] in _ALWAYS
    return known and (label["word"] in _NUMBERED or not _counts(lower, start))


def _counts_at_place(lower: str, word: str, start: int) -> bool:
    """Whether a number after the name of a place counts what follows: on Bayi Bridge 213 shops."""
    run = _RUN.match(lower, start)
    if word not in _NAMES_OF_PLACES or run is None:
        return False
    digits = run[0].replace(",", "")
    return digits.isdigit() and int(digits[:9]) >= _ANY_NUMBER and noun_at(lower, run.end()) != ""


def _measured(lower: str, start: int) -> bool:
    """Whether a number is no plain one or a unit or a power of ten follows: the Plan 8.73 billion yuan."""
    run = _RUN.match(lower, start)
    return run is not None and _counted().match(lower, run.end()) is not None


def _counts(lower: str, start: int) -> bool:
    """Whether a noun or a unit follows a number."""
    run = _RUN.match(lower, start)
    if run is None:
        return False
    return _counted().match(lower, run.end()) is not None or noun_at(lower, run.end()) != ""


def end_of_year(lower: str, head: str, start: int) -> int:
    """Return where a year ends; 1500 before a noun counted is none unless a word such as in precedes."""
    match = _year().match(lower, start)
    if match is None or (match["noun"] and not _IN_TIME.search(head)):
        return start
    return match.start("noun") if match["noun"] else match.end()
