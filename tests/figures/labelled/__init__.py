"""Sentences with every figure marked by hand, and the loader that turns them into text and records.

The notation and the rulings behind the labels are described in ``README.md`` beside this file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

Language = Literal["zh", "en"]
Half = Literal["dev", "held", "news-dev", "news-held", "further", "later"]

_FOLDER: Final = Path(__file__).parent
_MARK: Final = re.compile(r"\[\[([^|\[\]]+)\|([^|\[\]]*)(?:\|([^|\[\]]*))?(?:\|([^|\[\]]*))?\]\]")
_NUMBER: Final = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_RANGE: Final = re.compile(rf"({_NUMBER})\.\.({_NUMBER})")
_QUALIFIED: Final = re.compile(rf"(~<|~|>=|<=|>|<|)({_NUMBER})")
_INDEFINITE: Final = re.compile(r"\?(\d*)")
_QUALIFIER_BY_SIGN: Final = {
    "": "exact",
    "~": "about",
    ">": "more_than",
    "~<": "nearly",
    ">=": "at_least",
    "<=": "at_most",
    "<": "less_than",
}
_FLAGS: Final = {
    "avg": ("statistic", "average"),
    "peak": ("statistic", "peak"),
    "up": ("direction", "up"),
    "down": ("direction", "down"),
}


@dataclass(frozen=True, slots=True)
class Label:
    """One figure: where it stands in the plain text, and what it says.

    ``start`` and ``end`` count characters from 0, end exclusive. ``value``, ``low``, ``high`` and ``base``
    are decimal strings (``"84000"``, ``"2/3"``); what does not apply is None. Without a unit, ``unit``
    is "".
    """

    text: str
    start: int
    end: int
    value: str | None
    low: str | None
    high: str | None
    base: str | None
    qualifier: str
    unit: str
    statistic: str | None
    direction: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A plain sentence, its figures in order, and the line of the file it stands on (from 1)."""

    text: str
    labels: tuple[Label, ...]
    line: int


@dataclass(frozen=True, slots=True)
class _Amount:
    qualifier: str
    value: str | None = None
    low: str | None = None
    high: str | None = None
    base: str | None = None


def load_half(language: Language, half: Half) -> tuple[Sentence, ...]:
    """Return the sentences of one file in order; raises ValueError for a line that breaks the notation."""
    lines = (_FOLDER / f"{language}-{half}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(
        parse_line(line, number)
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#")
    )


def parse_line(line: str, number: int = 1) -> Sentence:
    """Return the plain text of a marked line and its labels; raises ValueError with the line's number."""
    plain = ""
    labels: list[Label] = []
    position = 0
    for mark in _MARK.finditer(line):
        plain += line[position : mark.start()]
        labels.append(_parse_mark(mark, len(plain), number))
        plain += mark[1]
        position = mark.end()
    plain += line[position:]
    if any(sign in plain for sign in ("[[", "]]", "|")):
        raise ValueError(f"line {number}: a mark is not closed or has too many fields")
    return Sentence(plain, tuple(labels), number)


def _parse_mark(mark: re.Match[str], start: int, number: int) -> Label:
    amount = _parse_amount(mark[2], number)
    fields = _parse_flags(mark[4] or "", number)
    return Label(
        text=mark[1],
        start=start,
        end=start + len(mark[1]),
        value=amount.value,
        low=amount.low,
        high=amount.high,
        base=amount.base,
        qualifier=amount.qualifier,
        unit=mark[3] or "",
        statistic=fields.get("statistic"),
        direction=fields.get("direction"),
    )


def _parse_amount(code: str, number: int) -> _Amount:
    if code == "0!":
        return _Amount("none", value="0")
    if match := _INDEFINITE.fullmatch(code):
        return _Amount("indefinite", base=match[1] or None)
    if match := _RANGE.fullmatch(code):
        return _Amount("range", low=match[1], high=match[2])
    if match := _QUALIFIED.fullmatch(code):
        return _Amount(_QUALIFIER_BY_SIGN[match[1]], value=match[2])
    raise ValueError(f"line {number}: no value in {code!r}")


def _parse_flags(flags: str, number: int) -> dict[str, str]:
    fields: dict[str, str] = {}
    for flag in flags.split():
        if flag not in _FLAGS or _FLAGS[flag][0] in fields:
            raise ValueError(f"line {number}: unknown or repeated flag {flag!r}")
        name, value = _FLAGS[flag]
        fields[name] = value
    return fields
