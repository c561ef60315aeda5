"""English numerals, in digits, in words or mixed, with thousand, million and billion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from sfwgen.figures.core import HALF, ONE, TENTH
from sfwgen.figures.en import words
from sfwgen.figures.scanning import alternatives

_LONGEST: Final = 19
"""Longer rows of digits are the numbers of documents, accounts and persons."""
_MOST_WORDS: Final = 14
_MOST_DECIMALS: Final = 6
_FIRST_POWER: Final = 99
_HUNDREDS: Final = 2000
"""Below this numbers are said in hundreds: thirteen hundred."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, without the words around it."""

    end: int
    value: Decimal | Fraction
    step: Decimal = ONE
    spelled: bool = False
    """Whether it is written in words only."""
    mantissa: Decimal = Decimal(0)
    """The number before million or another power: 2.4 in 2.4 million."""
    power: int = 0
    parts: tuple[int, int] | None = None
    """Numerator and denominator of a fraction as written."""
    article: bool = False
    """Whether it is a fraction that opens with a or an (a third)."""


_DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?(?!\d)|\d++(?:\.\d++)?")
_SLASH: Final = re.compile(r"(\d{1,9})/(\d{1,9})(?![\d/])")
_AND_HALF: Final = re.compile(r" and a half(?![a-z])|[ ]?½")
_A: Final = re.compile(r" an? ")
_DOZEN: Final = re.compile(r" dozen(?![a-z])")
_MONEY: Final = re.compile(r"(?:[$¥￥€£]|(?<![a-z])(?:rmb|cny|usd|eur)) ?\Z")
_LONGEST_MONEY: Final = 5
_AMOUNT_TALK: Final = re.compile(
    r"(?<![a-z])(?:made|earn\w*|lost|los[es]s?|cost\w*|pa(?:id|y\w*)|spen[dt]\w*|worth|profits?|revenues?|budget\w*"
    r"|invest\w*|sales|loans?|turnover|grants?|funds?|funded|fines?|sav(?:ed|ing|ings)|rais(?:ed|ing)|tax\w*)(?![a-z])"
    r"[^,.;:!?\d]*\Z"
)
_METRES: Final = re.compile(
    r"m (?:long|wide|high|deep|tall|of|from|above|below|away|stretch|section|road)(?![a-z])"
)
_TALK: Final = 40
"""How far before 2.6m a word of money makes it millions and no metres."""


@cache
def _power() -> re.Pattern[str]:
    spelled = alternatives(word for word in words.POWERS if len(word) > len("bn"))
    short = r"bn|tn|mn|m(?= (?:yuan|people|dollars)| (?:cubic|square) )"
    return re.compile(rf"[ -]?(?P<power>(?:{spelled})(?![a-z])|(?:(?<=\d)|(?<=\d ))(?:{short})(?![a-z0-9]))")


@cache
def _power_of_money() -> re.Pattern[str]:
    return re.compile(rf"[ -]?(?P<power>{alternatives(words.POWERS)})(?![a-z0-9])")


@cache
def _word() -> re.Pattern[str]:
    known = alternatives((*words.NUMBERS, *(word for word in words.POWERS if len(word) > len("bn")), "dozen"))
    return re.compile(rf"(?P<joint>[ -]| and |-and-)?(?P<word>{known})(?![a-z])")


@cache
def _share() -> re.Pattern[str]:
    return re.compile(rf"[ -](?P<share>{alternatives(words.SHARES)})s?(?![a-z])")


def read_numeral(text: str, start: int) -> Numeral | None:
    """Return the numeral that begins at a place of a text in lower case, or None."""
    if text[start : start + 1].isdigit():
        return _in_digits(text, start)
    article = text.startswith("a ", start) or text.startswith("an ", start)
    place = text.index(" ", start) + 1 if article else start
    if text.startswith("half", place) and not text[place + 4 : place + 5].isalpha():
        return _half(text, place)
    return _after_article(text, place) if article else _in_words(text, start)


def _in_digits(text: str, start: int) -> Numeral | None:
    if (slash := _SLASH.match(text, start)) and 0 < int(slash[1]) < int(slash[2]):
        parts = int(slash[1]), int(slash[2])
        return Numeral(slash.end(), Fraction(*parts), parts=parts)
    match = _DIGITS.match(text, start)
    if match is None or len(match[0]) > _LONGEST:
        return None
    digits = match[0].replace(",", "")
    value, step = Decimal(digits), ONE.scaleb(-len(digits.partition(".")[2]))
    if half := _AND_HALF.match(text, match.end()):
        return _scaled(text, half.end(), value + HALF, TENTH, spelled=False)
    money = _is_money(text, start, match.end())
    return _scaled(text, match.end(), value, step, spelled=False, money=money)


def _is_money(text: str, start: int, end: int) -> bool:
    """Whether a number is told as one of money, so that m after it means million."""
    if _MONEY.search(text, max(0, start - _LONGEST_MONEY), start):
        return True
    short = text.startswith("m", end) and _METRES.match(text, end) is None
    return short and _AMOUNT_TALK.search(text, max(0, start - _TALK), start) is not None


def _scaled(
    text: str, end: int, value: Decimal, step: Decimal, *, spelled: bool, money: bool = False
) -> Numeral:
    """Read dozen or a power of ten after a number."""
    if dozen := _DOZEN.match(text, end):
        return Numeral(dozen.end(), _settled(value * 12), spelled=spelled)
    match = (_power_of_money() if money else _power()).match(text, end)
    if match is None:
        return Numeral(end, value, step, spelled, mantissa=value)
    power = words.POWERS[match["power"]]
    scaled = _settled(value.scaleb(power))
    return Numeral(match.end(), scaled, step.scaleb(power), spelled, mantissa=value, power=power)


def _settled(number: Decimal) -> Decimal:
    return Decimal(int(number)) if number == int(number) else number


def _half(text: str, place: int) -> Numeral:
    """Return half a million, half a dozen, and half of anything."""
    end = place + len("half")
    if article := _A.match(text, end):
        if dozen := _DOZEN.match(text, article.end() - 1):
            return Numeral(dozen.end(), Decimal(6), spelled=True)
        if power := _power().match(text, article.end() - 1):
            scale = words.POWERS[power["power"]]
            return Numeral(power.end(), _settled(HALF.scaleb(scale)), ONE.scaleb(scale - 1), spelled=True)
    return Numeral(end, Fraction(1, 2), spelled=True)


def _after_article(text: str, place: int) -> Numeral | None:
    if share := _share().match(text, place - 1):
        return Numeral(share.end(), Fraction(1, words.SHARES[share["share"]]), spelled=True, article=True)
    if dozen := _DOZEN.match(text, place - 1):
        return Numeral(dozen.end(), Decimal(12), spelled=True)
    return _in_words(text, place, first=ONE)


def _in_words(text: str, start: int, first: Decimal | None = None) -> Numeral | None:
    """Read number words as long as each may go on from the one before."""
    total, section, end = Decimal(0), first or Decimal(0), start
    last_power, previous = _FIRST_POWER, ""
    for count in range(_MOST_WORDS):
        match = _word().match(text, end)
        if match is None or bool(count) != bool(match["joint"]):
            break
        word, power = match["word"], words.POWERS.get(match["word"], 0)
        if not _may_follow(previous, word, match["joint"]) or (power > 2 and power >= last_power):
            break
        if power > 2:
            total, section, last_power = total + section.scaleb(power), Decimal(0), power
        elif word in {"hundred", "dozen"}:
            section *= 100 if power else 12
        else:
            section += words.NUMBERS[word]
        previous, end = word, match.end()
    return _finished(text, end, _settled(total + section), previous) if previous else None


def _may_follow(previous: str, word: str, joint: str) -> bool:
    """Whether one number word can go on from another: sixty-two, one hundred and twenty, five million."""
    if not previous:
        return True
    if word in words.POWERS or word == "dozen":
        return joint in {" ", "-"} and previous != word
    if previous in words.POWERS:
        return True
    return joint in {" ", "-"} and previous in words.TENS and 0 < words.NUMBERS[word] < 10


def _finished(text: str, end: int, value: Decimal, last: str) -> Numeral:
    share = _share().match(text, end)
    if share and 0 < value < words.SHARES[share["share"]]:
        parts = int(value), words.SHARES[share["share"]]
        return Numeral(share.end(), Fraction(*parts), spelled=True, parts=parts)
    if half := _AND_HALF.match(text, end):
        return _scaled(text, half.end(), value + HALF, TENTH, spelled=True)
    if text.startswith(" point ", end):
        return _with_decimals(text, end, value)
    power = words.POWERS.get(last, 0)
    step = ONE.scaleb(power) if power > 2 else ONE
    power = power if power > 2 or value < _HUNDREDS else 0
    return Numeral(end, value, step, spelled=True, mantissa=value.scaleb(-power), power=power)


def _with_decimals(text: str, end: int, value: Decimal) -> Numeral:
    """Read decimals in words: two point five million."""
    digits, place = "", end + len(" point")
    while len(digits) < _MOST_DECIMALS and (match := _word().match(text, place)) and match["joint"] == " ":
        digit = words.NUMBERS.get(match["word"], 10)
        if digit > 9:
            break
        digits, place = f"{digits}{digit}", match.end()
    if not digits:
        return Numeral(end, value, spelled=True, mantissa=value)
    return _scaled(text, place, Decimal(f"{value}.{digits}"), ONE.scaleb(-len(digits)), spelled=True)
