"""A text as the scanner reads it, with the way back to the text as it was written.

Whatever may stand between the digits of a number and still let a reader see one number is taken out: tags,
entities and escapes, characters without width, full-width forms.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

BLOCK = "\x1e"
"""Stands where one block ends and another begins: nothing reads on across it."""
CELL = "\x1f"
"""Stands between the cells of a row."""

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark output q rp rt ruby s "
    "samp small span strike strong sub sup time tspan tt u var wbr".split()
)
_CELLS = frozenset({"td", "th"})
_TOKEN = re.compile(
    # A comment without brackets in it; the brackets of others end a block.
    r"<!--(?P<comment>[^<>]*+)>"
    r"|</?(?P<tag>[A-Za-z][A-Za-z0-9:-]*+)(?P<inside>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>"
    r"|(?P<other>&(?:#[0-9]{1,7};?|#[xX][0-9A-Fa-f]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};)"
    r"|\\u[0-9A-Fa-f]{4}|\\U000[0-9A-Fa-f]{5}|\\x[0-9A-Fa-f]{2}|\\[bfnrt]"
    # Signs that Markdown takes literally behind a backslash, and a line that goes on in the next.
    r"|\\[-.*_+()#]|\\\n"
    r"|%(?:2[0BbDdEe]|3[0-9]|4[0-9A-Fa-f]|[56][0-9A-Fa-f]|7[0-9Aa])"
    # Whatever is not plain text in ASCII, Chinese or the usual punctuation is looked at one by one.
    r"|[^\t\n\r -~\xa0-\xac\xae-\xb1\xb4-\xb8\xba-\xff"
    r"\u2010-\u2027\u2030-\u205e\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]++)"
)
_DRAWING = re.compile(r"""\s(?:d|points|viewBox|transform|integrity)=(?:"[^"]*+"|'[^']*+')""")
_TELLING = re.compile(r"[0-9@*&%\\]|[^\x00-\x7f]")
_ESCAPES = {"b": " ", "f": " ", "n": "\n", "r": "\n", "t": "\t"}
"""What the escapes of JSON and of scripts stand for, as far as they are no numbers."""
_WIDE = re.compile("[\uff01-\uff5e]")
# Marks of Chinese punctuation stay: patterns know them, and nearly every page has them.
_NARROW = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_POWERS = frozenset("\xb9\xb2\xb3")
"""A single one is that of a unit (m²), not a digit of a number."""
_SPELT = "〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺"
_NUMERALS = str.maketrans(_SPELT, "0001234567891234567891")
_SPELT_NUMBER = re.compile(f"[{_SPELT}]{{11,}}")
# Of eleven numerals in a row, every fifth character is one, twice over: seldom so where there is no number.
_EVERY = 5
_PERHAPS_SPELT = re.compile(f"[{_SPELT}]{{2}}")
# They show nothing, though they are called letters or symbols.
_BLANKS = {"\u115f": "", "\u1160": "", "\u1680": " ", "\u2800": " ", "\u3164": "", "\uffa0": ""}
_TRADITIONAL = {
    pair[0]: pair[1]
    for pair in (
        "萬万 業业 個个 為为 舉举 鄉乡 於于 雲云 畝亩 億亿 傳传 餘余 兒儿 幾几 別别 區区 單单 廠厂 縣县 叄叁 "
        "臺台 號号 噸吨 諮咨 園园 塊块 處处 備备 學学 歲岁 幣币 開开 張张 戶户 護护 報报 撥拨 掛挂 機机 條条 "
        "來来 標标 棟栋 橋桥 樓楼 熱热 電电 盞盏 碼码 種种 線线 編编 聯联 範范 訂订 許许 訪访 證证 識识 訴诉 "
        "話话 詢询 請请 賬账 貧贫 貳贰 車车 輛辆 裡里 鍾钟 錢钱 鎮镇 陸陆 難难 頁页 頃顷 項项 領领 額额 黃黄 "
        "龍龙 繫系 係系 帳账 劉刘 陳陈 楊杨 趙赵 吳吴 孫孙 鄭郑 謝谢 馮冯 鄧邓 蕭萧 蔣蒋 葉叶 閻阎 賈贾 鄒邹 "
        "龔龚 譚谭 羅罗 鐘钟 盧卢 湯汤 顧顾 韓韩 魯鲁 "
    ).split()
}
"""Traditional characters, and the simplified ones by which the words around personal data are known."""
_ANY_TRADITIONAL = re.compile(f"[{''.join(_TRADITIONAL)}]")
_DIGIT_LIKE = re.compile("[０-９Ａ-Ｚａ-ｚ＠＊＋－．＿％（）：，｜]")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text for scanning; `starts`, `sources` and `ends` say which part of it comes from where."""

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Returns where a stretch of the prepared text stands in the text as it was written."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        from_ = self.sources[first] + (start - self.starts[first] if self._is_plain(first) else 0)
        to = self.sources[last] + (end - self.starts[last]) if self._is_plain(last) else self.ends[last]
        return from_, to

    def _is_plain(self, number: int) -> bool:
        after = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.ends[number] - self.sources[number] == after - self.starts[number]


def prepare(text: str) -> Prepared:
    """Returns a text of any of the site's formats as it is scanned, in linear time."""
    parts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    ends: list[int] = []
    length = 0
    stretches = [(0, len(text))]
    # Attributes and comments are text of their own: they are read after everything that surrounds them.
    for stretch in stretches:
        for part, source, end in _parts(text, *stretch, stretches):
            parts.append(part)
            starts.append(length)
            sources.append(source)
            ends.append(end)
            length += len(part)
    joined = _with_digits("".join(parts))
    return Prepared(joined, tuple(starts), tuple(sources), tuple(ends))


def prepare_quickly(text: str) -> str:
    """Returns the text of `prepare` without its places, each attribute once."""
    split = _TOKEN.split(text)
    attributes = BLOCK.join(filter(_tells, {each for each in (*split[3::5], *split[1::5]) if each}))
    marks = list(map(_MARKS.__getitem__, split[2::5]))
    for number, other in enumerate(split[4::5]):
        if other:
            marks[number] = _meant(other)
    split[1::5] = marks
    del split[4::5], split[3::4], split[2::3]
    joined = "".join(split)
    if attributes:
        inside = _DRAWING.sub(" ", attributes)
        joined += BLOCK + (prepare_quickly(inside) if _TOKEN.search(inside) else inside)
    return _with_digits(joined)


def _with_digits(text: str) -> str:
    """Returns a text of the same length with plain digits and simplified characters in place of others."""
    if _DIGIT_LIKE.search(text):
        # Few kinds of wide signs stand in a text: replacing each is a quarter of the work of `translate`.
        for wide in set(_WIDE.findall(text)):
            text = text.replace(wide, _NARROW[wide])
    if _ANY_TRADITIONAL.search(text):
        for character in set(_ANY_TRADITIONAL.findall(text)):
            text = text.replace(character, _TRADITIONAL[character])
    if _PERHAPS_SPELT.search(text[::_EVERY]):
        text = _SPELT_NUMBER.sub(lambda number: number[0].translate(_NUMERALS), text)
    return text


class _Marks(dict[str | None, str]):
    """The mark of a tag by its name as it is written; none for what is no tag."""

    def __missing__(self, tag: str | None) -> str:
        mark = "" if tag is None else _mark_of(tag.lower())
        if len(self) < 1024:
            self[tag] = mark
        return mark


def _meant(written: str) -> str:
    if written in _POWERS:
        return written
    return _plain(_decoded(written)) if written[0] in "&\\%" else _plain(written)


@lru_cache(maxsize=4096)
def _tells(inside: str) -> bool:
    return _TELLING.search(inside) is not None


def _parts(text: str, begin: int, stop: int, more: list[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """Yields the parts of a stretch with their places; what is inside tags is put down as `more`."""
    if begin:
        yield BLOCK, begin, begin
    position = begin
    for match in _TOKEN.finditer(text, begin, stop):
        start, end = match.span()
        if start > position:
            yield text[position:start], position, start
        position = end
        if match["tag"] is not None:
            if match["inside"]:
                _note_attributes(text, *match.span("inside"), more)
            if mark := _mark_of(match["tag"].lower()):
                yield mark, start, end
        elif match["comment"] is not None:
            more.append(match.span("comment"))
        elif text[start] in "&\\%":
            if meant := _plain(_decoded(match[0])):
                yield meant, start, end
        elif match[0] in _POWERS:
            yield match[0], start, end
        else:
            for place in range(start, end):
                if meant := plain_character(text[place]):
                    yield meant, place, place + 1
    if position < stop:
        yield text[position:stop], position, stop


def _note_attributes(text: str, start: int, end: int, more: list[tuple[int, int]]) -> None:
    """Puts down the stretches of a tag's attributes that may tell something; drawings are no text."""
    if _TELLING.search(text, start, end) is None:
        return
    for match in _DRAWING.finditer(text, start, end):
        if match.start() > start:
            more.append((start, match.start()))
        start = match.end()
    if end > start:
        more.append((start, end))


def _mark_of(tag: str) -> str:
    if tag in _INLINE:
        return ""
    if tag == "br":
        return "\n"
    return CELL if tag in _CELLS else BLOCK


_MARKS = _Marks()


@lru_cache(maxsize=1024)
def _decoded(written: str) -> str:
    if written[0] == "&":
        return unescape(written)
    if written[1:] in _ESCAPES:
        return _ESCAPES[written[1:]]
    return written[1] if len(written) == 2 else chr(int(written.lstrip("\\uUx%"), 16))


def _plain(text: str) -> str:
    return "".join(map(plain_character, text))


@lru_cache(maxsize=4096)
def plain_character(character: str) -> str:
    """Returns what a character stands for in a number: its plain form, a digit for any digit, or nothing."""
    if character in "\t\n\r":
        return character
    if unicodedata.category(character) in ("Cf", "Cc", "Mn", "Me"):
        return ""
    if character in _BLANKS:
        return _BLANKS[character]
    digit = unicodedata.digit(character, None)
    return unicodedata.normalize("NFKC", character) if digit is None else str(digit)
