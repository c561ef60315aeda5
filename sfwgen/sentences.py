"""Sentences in Chinese and English, told by their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

Sentences = Mapping[str, tuple[str, str]]
"""Each sentence in Chinese and in English, with its words in braces."""


class Tell(Protocol):
    """Tells one of some sentences."""

    def __call__(self, lang: str, key: str, /, **words: object) -> str:
        """Returns a sentence in Chinese for `zh` and in English for any other language.

        A sentence that is given no words stands as it is written, braces included.
        """


def teller(sentences: Sentences) -> Tell:
    """Returns what tells these sentences."""

    def tell(lang: str, key: str, /, **words: object) -> str:
        zh, en = sentences[key]
        sentence = zh if lang == "zh" else en
        return sentence.format(**words) if words else sentence

    return tell
