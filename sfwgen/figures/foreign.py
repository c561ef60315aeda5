"""Figures in words of the other language inside a text: 300 households in Chinese, 300户 in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sfwgen.figures.found import Found
from sfwgen.figures.languages import language

_OTHER: Final = {"zh": "en", "en": "zh"}
_HAN: Final = "\u4e00-\u9fff"
_STRETCHES: Final = {
    "zh": re.compile(r"[!-~](?:[ -~’–]*[!-~])?"),
    "en": re.compile(rf"[\d.,%{_HAN}“”《》（）、～—]*[{_HAN}][\d.,%{_HAN}“”《》（）、～—]*"),
}
"""What may be in the other language: letters in a Chinese text, Chinese characters in an English one."""
_LIKELY: Final = {"zh": re.compile("[A-Za-z]{3}"), "en": re.compile(f"[{_HAN}]")}
_NOUN: Final = re.compile("[A-Za-z]{4}|yuan|mu", re.IGNORECASE)


def with_foreign(text: str, lang: str, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the figures of a text and those in words of the other language, in order."""
    if lang not in _OTHER or not _LIKELY[lang].search(text):
        return found
    foreign = tuple(_foreign(text, lang))
    return tuple(_merged(found, foreign)) if foreign else found


def _foreign(text: str, lang: str) -> Iterator[Found]:
    grammar = language(_OTHER[lang])
    for stretch in _STRETCHES[lang].finditer(text):
        if not _LIKELY[lang].search(stretch[0]):
            continue
        for each in grammar.find(stretch[0]):
            if _is_told(each, lang):
                yield replace(each, start=each.start + stretch.start(), end=each.end + stretch.start())


def _is_told(found: Found, lang: str) -> bool:
    """Whether a figure has its unit with it in the words of its language."""
    if lang == "en":
        return found.unit in found.text or found.unit == "%"
    return found.unit in found.text and _NOUN.search(found.unit) is not None


def _merged(own: Iterable[Found], foreign: tuple[Found, ...]) -> Iterator[Found]:
    """Yield all in order; a figure in words of the other language takes the place of the number in it."""
    waiting = list(reversed(foreign))
    end = 0
    for each in own:
        while waiting and waiting[-1].start <= each.start:
            yield waiting[-1]
            end = waiting.pop().end
        if each.start < end:
            continue
        if waiting and each.end > waiting[-1].start:
            continue
        yield each
    yield from reversed(waiting)
