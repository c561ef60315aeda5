"""Whether a text can hold the number of a person at all, seen without loading the scanner."""

from __future__ import annotations

import re

# Nine digits with little but marks between them, digits in full width, digits between tags. No Chinese
# character stands between the digits of one number.
_LONG_NUMBER = re.compile(
    r"\d(?:[^0-9A-Za-z\u3400-\u9fff]{0,12}\d){8}|[０-９]{2}|(?:\d<[^>]*>){3}|[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]{11}"
)


def may_hold_number(text: str) -> bool:
    """Returns False only for a text that holds no resident ID, card or telephone number."""
    return _LONG_NUMBER.search(text) is not None
