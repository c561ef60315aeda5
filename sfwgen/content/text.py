"""Bytes to text: UTF-8 and nothing else, one kind of line end, and no characters that cannot be seen.

What a Chinese Windows machine may make of a file is told apart, because each needs another answer: a BOM and
any line ends are taken as they are; UTF-16 and GBK are refused. Nothing is guessed and nothing is converted.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sfwgen.diagnostics import Diagnostic, Location, fault

MAX_LINE = 20_000
"""The longest line of a document, in characters."""

Faults = tuple[Diagnostic, ...]

_BOM = b"\xef\xbb\xbf"
_HAN = re.compile("[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_TWO_BYTE_RUN = re.compile("[\x80-\u07ff]{2,}")
# Of a word in Latin letters, or of a unit beside it (kg·m²·s⁻¹): such runs occur next to a letter only.
_LATIN = re.compile("[\xb0\xb2\xb3\xb5\xb7\xb9\xc0-\u024f\u0300-\u036f]+")
_GREEK_OR_CYRILLIC = re.compile("[\u0386-\u03ce]{3,}|[\u0400-\u045f]{3,}")

_CONTROL = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
_SEPARATOR = "\x85\u2028\u2029"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_LOST = "\ufffd"
ZERO_WIDTH = "\u00ad\u180e\u200b-\u200d\u2060\ufeff"
"""Characters that take no room and that no one means to write, as a set for regular expressions."""

_REFUSED = re.compile(f"[{_CONTROL}{_SEPARATOR}{_BIDI}{_PRIVATE}{_LOST}]")
_KINDS = (
    ("character-line-separator", re.compile(f"[{_SEPARATOR}]")),
    ("character-bidi", re.compile(f"[{_BIDI}]")),
    ("character-private-use", re.compile(f"[{_PRIVATE}]")),
    ("character-lost", re.compile(f"[{_LOST}]")),
)
# A zero-width joiner between two pictographs makes one of them: that is its use.
_INVISIBLE = re.compile(f"(?![\u200d])[{ZERO_WIDTH}]|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d")


_FORMATS = (
    (b"PK\x03\x04", " Word、Excel 或压缩文件", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 或 Excel 文件", "a file of an older Word or Excel"),
    (b"{\\rtf", "写字板（RTF）文件", "a WordPad (RTF) file"),
    (b"%PDF-", " PDF 文件", "a PDF file"),
    (b"\x89PNG", "图片", "an image"),
    (b"\xff\xd8\xff", "图片", "an image"),
    (b"GIF8", "图片", "an image"),
)
"""How files begin that are no texts, whatever their name says, and what they are."""


def decode_text(data: bytes, file: str) -> tuple[str | None, Faults]:
    """Returns the text of a file with line feeds and no BOM, or None where it is not sound UTF-8.

    Faults of single characters are told as well; the text is None then too.
    """
    for start, zh, en in _FORMATS:
        if data.startswith(start):
            return None, (fault("file-not-text", Location(file), format_zh=zh, format_en=en),)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:2]:
        return None, (fault("encoding-utf16", Location(file)),)
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_wrong_encoding(data.removeprefix(_BOM), file, error.start),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    faults = (*_hidden_gbk(text, file), *refused_characters(text, file), *_long_lines(text, file))
    return (None if faults else text), faults


def _wrong_encoding(data: bytes, file: str, start: int) -> Diagnostic:
    lines = data[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    encoding = _encoding(data)
    # A character of GBK may begin on bytes that are sound UTF-8: half a character does not count.
    location = Location(file, len(lines), len(lines[-1].decode(encoding, errors="ignore")) + 1)
    if encoding == "utf-8":
        return fault("encoding-not-utf8", location, byte=f"0x{data[start]:02X}")
    return fault("encoding-gbk", location)


def _encoding(data: bytes) -> str:
    """GB 18030 where the bytes make sense in it and not in UTF-8, else UTF-8."""
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "utf-8"


def _hidden_gbk(text: str, file: str) -> Faults:
    """Finds GBK that is valid UTF-8 by accident: 通知 in GBK is the UTF-8 of two letters that no one wrote.

    Such a file holds no Han, and each of its characters beyond ASCII is a pair of bytes that GB 2312 reads as
    a character; Café, m³, Greek and Cyrillic words are not of that kind.
    """
    if text.isascii() or _HAN.search(text):
        return ()
    run = next(filter(_is_no_word, _TWO_BYTE_RUN.finditer(text)), None)
    if run is None:
        return ()
    beyond = "".join(character for character in text if character > "\x7f").encode()
    try:
        beyond.decode("gb2312")
    except UnicodeDecodeError:
        return ()
    location = _place(text, file, run.start())
    return (fault("encoding-gbk-hidden", location, shown=run[0], meant=run[0].encode().decode("gb2312")),)


def _is_no_word(run: re.Match[str]) -> bool:
    around = run.string[max(run.start() - 1, 0) : run.start()] + run.string[run.end() : run.end() + 1]
    beside_letter = any(character.isalpha() for character in around)
    return not (beside_letter and _LATIN.fullmatch(run[0])) and not _GREEK_OR_CYRILLIC.fullmatch(run[0])


def refused_characters(text: str, file: str, line: int = 1, column: int = 1) -> Faults:
    """Returns a fault for each kind of character that no document may hold, at its first place.

    The text begins at `line` and `column` of the file.
    """
    if _REFUSED.search(text) is None:
        return ()
    first: dict[str, re.Match[str]] = {}
    for match in _REFUSED.finditer(text):
        first.setdefault(_kind(match[0]), match)
    return tuple(
        fault(code, _place(text, file, match.start(), line, column), character=code_point(match[0]))
        for code, match in first.items()
    )


def _kind(character: str) -> str:
    return next((code for code, kind in _KINDS if kind.match(character)), "character-control")


def invisible_characters(text: str, file: str, line: int, column: int = 1) -> Faults:
    """Returns a warning for each line of a text that holds a zero-width character.

    The text begins at `line` and `column` of the file.
    """
    if _INVISIBLE.search(text) is None:
        return ()
    found = {_place(text, file, match.start(), line, column): match[0] for match in _INVISIBLE.finditer(text)}
    first_of_line = {place.line: (place, character) for place, character in reversed(found.items())}
    return tuple(
        fault("character-zero-width", place, character=code_point(character))
        for place, character in first_of_line.values()
    )


def has_invisible(text: str) -> str | None:
    """Returns the first zero-width character of a text, or None."""
    match = _INVISIBLE.search(text)
    return match[0] if match else None


def without_invisible(text: str) -> str:
    """Returns a text without its zero-width characters."""
    return _INVISIBLE.sub("", text)


def code_point(character: str) -> str:
    """Returns the name by which a character that cannot be shown is known: U+200B."""
    return f"U+{ord(character):04X}"


def _long_lines(text: str, file: str) -> Faults:
    if len(text) <= MAX_LINE:
        return ()
    return tuple(
        fault("line-too-long", Location(file, number, 1), length=f"{len(line):,}", limit=f"{MAX_LINE:,}")
        for number, line in enumerate(text.split("\n"), 1)
        if len(line) > MAX_LINE
    )


def _place(text: str, file: str, offset: int, line: int = 1, column: int = 1) -> Location:
    start = text.rfind("\n", 0, offset) + 1
    above = text.count("\n", 0, offset)
    return Location(file, line + above, offset - start + (1 if above else column))


def line_of(data: bytes, number: int) -> str | None:
    """Returns one line of a file for quoting, whatever its encoding; None where the file has no such line."""
    lines = _lines_of(data)
    return lines[number - 1] if number <= len(lines) else None


@lru_cache(maxsize=8)
def _lines_of(data: bytes) -> tuple[str, ...]:
    # A file with thousands of faults is asked for thousands of its lines, one after the other.
    text = data.removeprefix(_BOM).decode(_encoding(data), errors="replace")
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
