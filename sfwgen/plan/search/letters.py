"""The letters of search: what a Han character is and what a word; static/search-index.js has the same."""

from __future__ import annotations

import re
import unicodedata

_HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_LETTER = (
    "0-9a-z\u00aa\u00b5\u00ba\u00df-\u00f6\u00f8-\u024f\u0370-\u1fff\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3"
)
# Within a number: the point of a decimal, the comma before each three digits.
_INNER = r"(?<=[0-9])(?:\.(?=[0-9])|,(?=[0-9]{3}(?![0-9])))"

HAN_RUN = re.compile(f"[{_HAN}]+")
"""Han characters that stand together."""

WORD = re.compile(f"[{_LETTER}]+(?:{_INNER}[{_LETTER}]+)*")
"""A word or a number, in folded text."""

ONE_LETTER = re.compile(f"[{_LETTER}]")
"""A part of a word or a number, in folded text."""

_BROKEN_LINE = re.compile(f"(?<=[{_HAN}，。；：、？！）”》]) *\n *(?=[{_HAN}（“《])")


class _Fold(dict[int, str]):
    """A character as search compares it, worked out once: small and of ordinary width."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character).lower()
        found = self[code] = folded if len(folded) == 1 else character
        return found


_FOLD = _Fold()


def fold(text: str) -> str:
    """Returns a text as search compares it, character by character: places in it are places in the text."""
    return text.translate(_FOLD)


def word_key(word: str) -> str:
    """Returns a word as it stands in the index: 84,000 is looked up as 84000."""
    return word.replace(",", "") if "," in word else word


def tidy(text: str) -> str:
    """Returns a block of text on one line; a line broken between Han characters is joined without a blank."""
    normal = unicodedata.normalize("NFC", text)
    return " ".join((_BROKEN_LINE.sub("", normal) if "\n" in normal else normal).split())
