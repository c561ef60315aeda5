"""Files in another encoding or with other line ends, as UTF-8 with line feeds."""

from __future__ import annotations

import re

from sfwgen.content.text import decode_text

_BOM = b"\xef\xbb\xbf"
_CODES = {"encoding-gbk": "gb18030", "encoding-gbk-hidden": "gb18030", "encoding-utf16": ""}
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_HAN = re.compile("[\u3400-\u9fff]")


def recode(data: bytes, file: str) -> tuple[bytes, str] | None:
    """Returns the bytes as UTF-8 and the name of the encoding that they are in.

    None where they are UTF-8, or it cannot be told for sure in what they are: every byte has to come back
    when the text is encoded again.
    """
    code = next((each.code for each in decode_text(data, file)[1] if each.code in _CODES), None)
    if code is None:
        return None
    encoding = _CODES[code] or _utf16(data)
    try:
        text = data.decode(encoding)
        same = text.encode(encoding) == data
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
    text = text.removeprefix("\ufeff")
    sure = same and not _ODD.search(text) and (code == "encoding-utf16" or _HAN.search(text))
    name = "GBK" if encoding == "gb18030" else "UTF-16"
    return (text.encode(), name) if sure else None


def _utf16(data: bytes) -> str:
    big = data[:2] == b"\xfe\xff" or data[:1] == b"\0"
    return "utf-16-be" if big else "utf-16-le"


def with_line_feeds(data: bytes) -> tuple[bytes, int]:
    """Returns sound UTF-8 with line feeds only, and how many line ends were others."""
    others = data.count(b"\r\n") + data.replace(b"\r\n", b"").count(b"\r")
    return (data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"), others) if others else (data, 0)
