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
# Runs of one word in different type stand in elements of their own: they are read as one.
_RUNS = re.compile(
    r"</?(?:[a-z]+:)?(?:r|t|rPr|b|i|u|sz|color|rFont|family|charset|scheme|rFonts|lang)(?:\s[^<>]*)?/?>"
)
_STRINGS = re.compile(r"</?si>")


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
            for entry in archive.infolist():
                if not entry.filename.endswith((".xml", ".rels", ".vml", ".txt")):
                    continue
                with archive.open(entry) as stream:
                    part = stream.read(left + 1)
                left -= len(part)
                if left < 0:
                    raise UnreadableError
                yield _STRINGS.sub("<td>", _RUNS.sub("", part.decode("utf-8", "replace")))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableError from error


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
