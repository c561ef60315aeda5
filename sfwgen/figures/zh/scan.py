"""Finding and reading figures in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from sfwgen.figures.core import read_whole
from sfwgen.figures.found import Found
from sfwgen.figures.quantity import Qualifier
from sfwgen.figures.scanning import PhraseTable, make_phrase_table
from sfwgen.figures.zh import context, nofigures
from sfwgen.figures.zh.core import read_core
from sfwgen.figures.zh.phrases import PHRASES

_NARROW: Final = {ord("０") + digit: str(digit) for digit in range(10)} | {
    ord(wide): narrow for wide, narrow in zip("％．／－\u00a0\u2009\u202f\u3000", "%./-    ", strict=True)
}
_WIDE: Final = re.compile(f"[{''.join(map(chr, _NARROW))}]")
_FINANCIAL: Final = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_CHEQUE: Final = re.compile(
    r"(?:[壹贰叁肆伍陆柒捌玖](?=[拾佰仟元圆]|[万亿][元圆])|(?<![收捡])拾(?=[壹贰叁肆伍陆柒捌玖万元圆]))[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]*"
)
"""A number in the characters of cheques, which alone are parts of other words (队伍, 大陆)."""
_CIRCLED: Final = {chr(ord("①") + place): str(place + 1) for place in range(9)} | {"⑩": "十"}
_COUNTING: Final = re.compile("(?<=[\u4e00-\u9fff])[①-⑩](?=[个名位家户人条项件处支次张台栋所座])")
"""A circled number between a word and a measure word; elsewhere it numbers an item of a list."""
_SPACE: Final = re.compile(r" (?:(?<=[\d%] )(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] )(?=\d))")
"""A space between a digit and a Chinese character."""
_NONE: Final = re.compile("(?:无|没有|未发生)(?P<unit>[\u4e00-\u9fff]{0,8})|零")
_LEADING: Final = re.compile("(?:平均|最高时?|最低|共|总共|累计|合计|总计)?")
_NOUN: Final = re.compile("[\u4e00-\u9fff]{1,12}")


@cache
def _phrases() -> PhraseTable:
    return make_phrase_table(PHRASES, "0123456789〇零一二两三四五六七八九十百千万亿几数")


@cache
def _triggers() -> re.Pattern[str]:
    return re.compile(
        r"(?P<enclosed>[《“])|(?P<latin>[A-Za-z@])|[\d〇零一二两三四五六七八九俩仨十廿卅卌百千万亿几数多若半翻成]"
    )


def find(text: str) -> tuple[Found, ...]:
    """Return the figures of a Chinese text in order."""
    narrow = _plain_digits(text.translate(_NARROW) if _WIDE.search(text) else text)
    spaces = {space.start() for space in _SPACE.finditer(narrow)} if " " in narrow else None
    if not spaces:
        return tuple(_figures(narrow, text))
    places = [place for place in range(len(text)) if place not in spaces]
    close = "".join(narrow[place] for place in places)
    return tuple(_moved(figure, places, text) for figure in _figures(close, close))


def _plain_digits(text: str) -> str:
    """Return the text with the digits of cheques and counting circled ones as plain ones."""
    if _COUNTING.search(text):
        text = _COUNTING.sub(lambda match: _CIRCLED[match[0]], text)
    if _CHEQUE.search(text):
        text = _CHEQUE.sub(lambda match: match[0].translate(_FINANCIAL), text)
    return text


def _moved(figure: Found, places: Sequence[int], text: str) -> Found:
    """Return a figure of a text without its spaces at its place in the text with them."""
    start, end = places[figure.start], places[figure.end - 1] + 1
    return replace(figure, start=start, end=end, text=text[start:end])


def _figures(narrow: str, printed: str) -> list[Found]:
    plain = _phrases().blanked(narrow)
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
        else:
            core = read_core(plain, start)
            previous = found[-1] if found else None
            figure = context.complete(plain, core, floor, previous, printed=printed) if core else None
            if figure is None:
                position = nofigures.end_of_run(plain, start)
            else:
                found.append(figure)
                position = floor = figure.end
    return found


def read(text: str) -> Found | None:
    """Return the one figure that a whole text is, or None; a noun counted may follow (800余家企业)."""
    return read_whole(text, _find_in_whole, none=_NONE, leading=_LEADING, noun=_NOUN)


def _find_in_whole(text: str) -> tuple[Found, ...]:
    """Return the figures of a text that is meant as one: 近四十年 as a value is not the last forty."""
    found = find(text)
    if len(found) != 1 or not text.startswith("近") or found[0].start != 1:
        return found
    quantity = replace(found[0].quantity, qualifier=Qualifier.NEARLY)
    return (replace(found[0], start=0, text=text[: found[0].end], quantity=quantity),)
