"""Line ends within a paragraph: none between Chinese characters, a space between words.

A browser shows a line end as a space, so Chinese text that was wrapped in the source would show gaps.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from sfwgen.content.markdown.marks import BOUNDARY, INVISIBLE, SEPARATOR, Mark

_HAN = re.compile(
    "[\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3100-\u312f\u31a0-\u31bf"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_FULL_WIDTH = re.compile(
    "[\u3001-\u3003\u3008-\u3020\u3030\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
_EITHER = re.compile(f"[“”‘’—…·0-9%{Mark.FIGURE}]")
"""Marks and digits that both scripts use, and figures: they count as Chinese beside a Chinese character."""

_SPACES = " \t\u3000"
_INLINE = re.compile("a|abbr|b|cite|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u")


def join_lines(text: str) -> str:
    """Returns a text in which line ends beside Chinese are gone and all others are kept."""
    lines = text.split("\n")
    pieces = [lines[0]]
    for line in lines[1:]:
        left = pieces[-1].rstrip(_SPACES)
        right = line.lstrip(_SPACES)
        if _joins(left.rstrip(INVISIBLE)[-1:], right.lstrip(INVISIBLE)[:1]):
            pieces[-1] = left
            pieces.append(right)
        else:
            pieces.append("\n" + line)
    return "".join(pieces)


def join_tree_lines(root: ET.Element) -> None:
    """Joins the lines of all running text below an element, across emphasis and links too."""
    slots = list(_texts(root))
    joined = join_lines(SEPARATOR.join(text for _, _, text in slots)).split(SEPARATOR)
    for (element, is_tail, before), after in zip(slots, joined, strict=True):
        if before == after or element is None:
            continue
        if is_tail:
            element.tail = after
        else:
            element.text = after


def _joins(left: str, right: str) -> bool:
    if not left or not right:
        return False
    if _FULL_WIDTH.match(left) or _FULL_WIDTH.match(right):
        return BOUNDARY not in (left, right)
    if _HAN.match(left):
        return bool(_HAN.match(right) or _EITHER.match(right))
    return bool(_EITHER.match(left) and _HAN.match(right))


def _texts(element: ET.Element) -> Iterator[tuple[ET.Element | None, bool, str]]:
    inline = bool(_INLINE.fullmatch(element.tag))
    if not inline:
        yield None, False, BOUNDARY
    if element.text and element.tag not in ("code", "pre"):
        yield element, False, element.text
    for child in element:
        yield from _texts(child)
        if child.tail:
            yield child, True, child.tail
    if not inline:
        yield None, False, BOUNDARY
