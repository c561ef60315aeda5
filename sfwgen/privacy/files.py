"""From the bytes of a file to the texts in it, and to what an image carries besides its picture."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

MAX_INFLATED = 64 << 20
"""How much of a packed document is looked at, in bytes; one that holds more cannot be read."""

_IMAGES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".ico")
_FONTS = (".woff", ".woff2", ".ttf", ".otf", ".ttc", ".otc")
_ZIP = b"PK\x03\x04"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# What divides one text from another; all other elements are about type, tracked changes, bookmarks: what
# stands on both sides of them is one word for its readers.
_DIVIDING = (
    r"p|tr|tc|si|c|row|v|f|is|br|cr|tab|rPh|sheet|definedName|comment|text|author|(?:odd|even|first)\w+"
)
_JOINING = re.compile(
    rf"</?(?:[A-Za-z0-9]+:)?(?!(?:{_DIVIDING})[\s/>])[A-Za-z][A-Za-z0-9]*(?P<inside>\s[^<>]*)?/?>"
    r"|<!\[CDATA\[|\]\]>|<\?[^<>]*>"
)
_STRINGS = re.compile(r"</?(?:[a-z]+:)?(?:si|tc|c)(?:\s[^<>]*)?>")
_TELLING = re.compile(r"[0-9]{6}|@|[^\x00-\x7f]")
# How a workbook may write an amount, a sign in a cell, and the place of a text at the head of a sheet.
_AMOUNT = re.compile(r"(?<=<v>)(?P<first>[0-9]+)\.(?P<more>[0-9]{1,15})(?:E\+?(?P<power>1?[0-9]))?(?=</v>)")
_SIGN = re.compile(r"_x00(?P<code>[2-7][0-9A-Fa-f])_")
_PLACED = re.compile(r"&amp;[A-Z](?=[0-9])")


class UnreadableError(Exception):
    """What is in a file cannot be told."""


def read_texts(path: str, data: bytes) -> Iterator[str]:
    """Yields the texts of a file: one for plain files, one for each part of a packed document.

    Raises UnreadableError for kinds of files that cannot be looked into.
    """
    ending = path.lower()
    if ending.endswith(_IMAGES) or ending.endswith(_FONTS):
        return
    if data.startswith(_ZIP):
        yield from _unpacked(data)
    else:
        yield decode(data)


def decode(data: bytes) -> str:
    """Returns the text of a file in UTF-8, in UTF-16 with a mark, or as Chinese Windows writes it."""
    named = (encoding for mark, encoding in _BOMS if data.startswith(mark))
    for encoding in (*named, "utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnreadableError


def _unpacked(data: bytes) -> Iterator[str]:
    """The parts of a workbook or text document that are XML, with the properties and comments among them."""
    left = MAX_INFLATED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield "\n".join(archive.namelist())
            for entry in archive.infolist():
                if not entry.filename.endswith((".xml", ".rels", ".vml", ".txt")):
                    continue
                with archive.open(entry) as stream:
                    part = stream.read(left + 1)
                left -= len(part)
                if left < 0:
                    raise UnreadableError
                yield _as_read(_decoded(part))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableError from error


def _decoded(part: bytes) -> str:
    encoding = next((name for mark, name in _BOMS if part.startswith(mark)), "utf-8")
    return part.decode(encoding, "replace")


def _as_read(part: str) -> str:
    """The text of a part of a document as its readers see it, with what its elements say aside at the end."""
    aside = []

    def joined(match: re.Match[str]) -> str:
        if (inside := match["inside"]) and _TELLING.search(inside):
            aside.append(inside)
        return ""

    text = _JOINING.sub(joined, part)
    text = _AMOUNT.sub(_amount, text)
    text = _PLACED.sub("\n", _SIGN.sub(lambda sign: chr(int(sign["code"], 16)), text))
    return "\n".join((_STRINGS.sub("<td>", text), *aside))


def _amount(match: re.Match[str]) -> str:
    """A whole number written with a power of ten or a point is that number; any other stays."""
    power, more = int(match["power"] or 0), match["more"].rstrip("0")
    return match["first"] + more.ljust(power, "0") if len(more) <= power else match[0]


def find_metadata(path: str, data: bytes) -> str | None:
    """Returns what an image carries besides its picture (EXIF, XMP, a comment), or None."""
    if data.startswith(b"\xff\xd8"):
        return next(_jpeg(data), None)
    if data.startswith(b"\x89PNG"):
        return next(_png(data), None)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return next(_webp(data), None)
    if data.startswith(b"GIF8") and path:
        return _gif(data)
    return None


def _jpeg(data: bytes) -> Iterator[str]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        content = data[at + 4 : at + 34]
        if marker == 0xE1:
            yield "EXIF" if content.startswith(b"Exif") else "XMP"
        elif marker == 0xED:
            yield "IPTC"
        elif marker == 0xFE:
            yield "COM"
        at += 2 + max(length, 2)


def _png(data: bytes) -> Iterator[str]:
    at = 8
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind in (b"tEXt", b"iTXt", b"zTXt", b"eXIf"):
            yield kind.decode()
        at += 12 + length


def _webp(data: bytes) -> Iterator[str]:
    at = 12
    while at + 8 <= len(data):
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind in (b"EXIF", b"XMP "):
            yield kind.decode().strip()
        at += 8 + length + length % 2


def _gif(data: bytes) -> str | None:
    if b"XMP DataXMP" in data:
        return "XMP"
    return "comment" if re.search(rb"\x00\x21\xfe[\x01-\xff]", data) else None
