"""The filter: how long a text takes to read."""

import re

_TAG = re.compile(r"<[^<>]*>")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z0-9]+")


def reading_minutes(text: str) -> int:
    """Returns the minutes that a text takes: 300 characters or 200 words each, one at least."""
    plain = _TAG.sub(" ", text)
    seconds = len(_HAN.findall(plain)) * 60 // 300 + len(_WORD.findall(plain)) * 60 // 200
    return max(1, round(seconds / 60))
