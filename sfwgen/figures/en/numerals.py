"""English numerals, in digits, in words or mixed, with thousand, million and billion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from sfwgen.figures.en import words

_LONGEST: Final = 19
"""Longer rows of digits are the numbers of documents, accounts and persons."""
_MOST_WORDS: Final = 14


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, without the words around it."""

    end: int
    value: Decimal | Fraction
    step: Decimal = Decimal(1)
    spelled: bool = False
    """Whether it is written in words only."""
    mantissa: Decimal = Decimal(0)
    """The number before million or another power: 2.4 in 2.4 million."""
    power: int = 0
    vague: bool = False
    """Whether the value is no more than an order of magnitude (dozens, several hundred)."""
    article: bool = False
    """Whether it opens with a or an (a hundred, a third)."""


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?(?!\d)|\d++(?:\.\d++)?")


@cache
def _power() -> re.Pattern[str]:
    spelled = "|".join(word for word in words.POWERS if len(word) > 2)
    short = r"bn|tn|mn|m(?= (?:yuan|people|dollars)| (?:cubic|square) )"
    return re.compile(rf"[ -]?(?P<power>(?:{spelled})(?![a-z])|(?:(?<=\d)|(?<=\d ))(?:{short})(?![a-z0-9]))")


@cache
def _word() -> re.Pattern[str]:
    known = "|".join(
        sorted([*words.NUMBERS, *(w for w in words.POWERS if len(w) > 2), "dozen"], key=len, reverse=True)
    )
    return re.compile(rf"(?P<joint>[ -]| and |-and-)?(?P<word>{known})(?![a-z])")


@cache
def _share() -> re.Pattern[str]:
    known = "|".join(sorted(words.SHARES, key=len, reverse=True))
    return re.compile(rf"[ -](?P<share>{known})s?(?![a-z])")


_AND_HALF: Final = re.compile(r" and a half(?![a-z])|[ ]?½")
_A: Final = re.compile(r"an? ")
_SLASH: Final = re.compile(r"(\d{1,3})/(\d{1,3})(?![\d/])")


def read_numeral(text: str, start: int) -> Numeral | None:
    """Return the numeral that begins at a place of a text in lower case, or None."""
    if text[start].isdigit():
        return _in_digits(text, start)
    article = _A.match(text, start)
    place = article.end() if article else start
    if text.startswith("half", place) and not text[place + 4 : place + 5].isalpha():
        return _half(text, place)
    if article:
        return _after_article(text, place)
    return _in_words(text, start)


def _in_digits(text: str, start: int) -> Numeral | None:
    if (slash := _SLASH.match(text, start)) and 0 < int(slash[1]) < int(slash[2]):
        return Numeral(slash.end(), Fraction(int(slash[1]), int(slash[2])))
    match = _digits().match(text, start)
    if match is None or len(match[0]) > _LONGEST:
        return None
    digits = match[0].replace(",", "")
    value, step = Decimal(digits), Decimal(1).scaleb(-len(digits.partition(".")[2]))
    if half := _AND_HALF.match(text, match.end()):
        return _scaled(text, half.end(), value + Decimal("0.5"), Decimal("0.1"), spelled=False)
    return _scaled(text, match.end(), value, step, spelled=False)


def _scaled(text: str, end: int, value: Decimal, step: Decimal, *, spelled: bool) -> Numeral:
    """Read a power of ten after a number."""
    match = _power().match(text, end)
    if match is None:
        if text.startswith(" dozen", end) and not text[end + 6 : end + 7].isalpha():
            return Numeral(end + 6, _settled(value * 12), spelled=spelled)
        return Numeral(end, value, step, spelled, mantissa=value)
    power = words.POWERS[match["power"]]
    scaled = _settled(value.scaleb(power))
    return Numeral(match.end(), scaled, step.scaleb(power), spelled, mantissa=value, power=power)


def _settled(number: Decimal) -> Decimal:
    return Decimal(int(number)) if number == int(number) else number


def _half(text: str, place: int) -> Numeral:
    """Half a million, half a dozen, and half of anything."""
    end = place + 4
    if match := re.compile(r" an? ").match(text, end):
        if text.startswith("dozen", match.end()):
            return Numeral(match.end() + 5, Decimal(6), spelled=True)
        if power := _power().match(text, match.end() - 1):
            scale = words.POWERS[power["power"]]
            return Numeral(
                power.end(), _settled(Decimal("0.5").scaleb(scale)), Decimal(1).scaleb(scale - 1), True
            )
    return Numeral(end, Fraction(1, 2), spelled=True)


def _after_article(text: str, place: int) -> Numeral | None:
    if share := _share().match(text, place - 1):
        return Numeral(share.end(), Fraction(1, words.SHARES[share["share"]]), spelled=True, article=True)
    if text.startswith("dozen", place) and not text[place + 5 : place + 6].isalpha():
        return Numeral(place + 5, Decimal(12), spelled=True, article=True)
    return _in_words(text, place, first=Decimal(1))


def _in_words(text: str, start: int, first: Decimal | None = None) -> Numeral | None:
    total, section, end = Decimal(0), first or Decimal(0), start
    last_power, count, pattern = 99, 0, _word()
    previous = ""
    while count < _MOST_WORDS and (match := pattern.match(text, end)):
        word, joint = match["word"], match["joint"] or ""
        if (count == 0) == bool(joint) or not _may_follow(previous, word, joint):
            break
        power = words.POWERS.get(word, 0)
        if word == "dozen":
            section *= 12
        elif power > 2:
            if power >= last_power:
                break
            total, section, last_power = total + section.scaleb(power), Decimal(0), power
        elif power:
            section *= 100
        else:
            section += words.NUMBERS[word]
        previous, end, count = word, match.end(), count + 1
    if count == 0:
        return None
    return _finished(text, end, total + section, previous)


def _may_follow(previous: str, word: str, joint: str) -> bool:
    """Whether one number word can go on from another: sixty-two, one hundred and twenty, five million."""
    if not previous:
        return True
    if word in words.POWERS or word == "dozen":
        return joint in {" ", "-"} and previous != word
    if previous in words.POWERS:
        return True
    return joint in {" ", "-"} and words.NUMBERS.get(previous, 0) >= 20 and 0 < words.NUMBERS[word] < 10


def _finished(text: str, end: int, value: Decimal, last: str) -> Numeral:
    value = _settled(value)
    if (share := _share().match(text, end)) and value < words.SHARES[share["share"]] and value > 0:
        return Numeral(share.end(), Fraction(int(value), words.SHARES[share["share"]]), spelled=True)
    if half := _AND_HALF.match(text, end):
        return _scaled(text, half.end(), value + Decimal("0.5"), Decimal("0.1"), spelled=True)
    if text[end : end + 6] == " point":
        return _point(text, end + 6, value)
    power = words.POWERS.get(last, 0)
    power = power if power > 2 else 0
    return Numeral(end, value, Decimal(1).scaleb(power), True, mantissa=value.scaleb(-power), power=power)


def _point(text: str, end: int, value: Decimal) -> Numeral:
    digits = ""
    while len(digits) < 6 and (match := _word().match(text, end)) and match["joint"] == " ":
        if words.NUMBERS.get(match["word"], 10) > 9:
            break
        digits, end = digits + str(words.NUMBERS[match["word"]]), match.end()
    if not digits:
        return Numeral(end - 6, value, spelled=True, mantissa=value)
    return _scaled(text, end, Decimal(f"{value}.{digits}"), Decimal(1).scaleb(-len(digits)), spelled=True)
