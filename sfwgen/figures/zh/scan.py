"""Finding and reading figures in Chinese text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from sfwgen.figures.found import Found
from sfwgen.figures.quantity import Qualifier, Quantity
from sfwgen.figures.scanning import PhraseTable, make_phrase_table
from sfwgen.figures.zh import context, nofigures
from sfwgen.figures.zh.core import read_core
from sfwgen.figures.zh.phrases import PHRASES

_NARROW: Final = {ord("０") + digit: str(digit) for digit in range(10)} | {
    ord(wide): narrow for wide, narrow in zip("％．／－\u00a0\u2009\u202f\u3000", "%./-    ", strict=True)
}
_NONE: Final = re.compile(r"[无零]|没有|未发生")


@cache
def _phrases() -> PhraseTable:
    return make_phrase_table(PHRASES, "0123456789〇零一二两三四五六七八九十百千万亿几数")


@cache
def _triggers() -> re.Pattern[str]:
    return re.compile(
        r"(?P<enclosed>[《“])|(?P<latin>[A-Za-z@])|[\d〇零一二两三四五六七八九俩仨十百千万亿几数多若半翻]"
    )


def find(text: str) -> tuple[Found, ...]:
    """Return the figures of a Chinese text in order."""
    plain = _phrases().blanked(text.translate(_NARROW))
    triggers = _triggers()
    found: list[Found] = []
    position = floor = 0
    while match := triggers.search(plain, position):
        start = match.start()
        if match.lastgroup == "enclosed":
            position = max(start + 1, nofigures.end_of_enclosed(plain, start))
        elif match.lastgroup == "latin":
            position = nofigures.end_of_latin(plain, start)
        elif (skipped := nofigures.end_of_no_figure(plain, start)) > start:
            position = skipped
        elif figure := _figure(plain, start, floor):
            found.append(replace(figure, text=text[figure.start : figure.end]))
            position = floor = figure.end
        else:
            position = nofigures.end_of_run(plain, start)
    return tuple(found)


def _figure(text: str, start: int, floor: int) -> Found | None:
    core = read_core(text, start)
    return None if core is None else context.complete(text, core, floor)


def read(text: str) -> Found | None:
    """Return the one figure that a whole text is, or None; a noun counted may follow (800余家企业)."""
    offset = len(text) - len(text.lstrip())
    body = text.strip()
    plain = body.translate(_NARROW)
    if _NONE.fullmatch(plain):
        return Found(body, offset, offset + len(body), Quantity(Qualifier.NONE, None))
    found = find(body)
    if len(found) != 1 or found[0].start != 0:
        return None
    figure = found[0]
    rest = plain[figure.end :].strip()
    if rest and not re.fullmatch(r"[\u4e00-\u9fff]{1,12}", rest):
        return None
    return replace(figure, start=figure.start + offset, end=figure.end + offset)
