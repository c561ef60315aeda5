"""Texts as YAML reads them back."""

from __future__ import annotations

import json
import re

# Text that means the same to YAML with and without quotes, wherever it stands.
_PLAIN = re.compile(r"[^\W_](?:[^\s:#\[\]{},&*!|>'\"%@`\\]| (?=\S))*")
_OTHER_THAN_TEXT = frozenset({"null", "Null", "NULL"})


def yaml_text(text: str) -> str:
    """Returns a text as it is if nothing in it means anything to YAML, else in quotes."""
    plain = _PLAIN.fullmatch(text) and text not in _OTHER_THAN_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)
