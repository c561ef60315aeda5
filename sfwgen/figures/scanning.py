"""What the grammars of all languages share: longest words at a place, and blanking out what is no figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Meaning = TypeVar("Meaning")

BLANK = "\0"
"""Stands for a character that can be no part of a figure; positions stay what they were."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """Words found by their first (or, read backwards, last) character, the longest first."""

    words_by_edge: Mapping[str, tuple[str, ...]]

    def at(self, text: str, start: int) -> str:
        """Return the longest word that begins at a place, or ""."""
        for word in self.words_by_edge.get(text[start : start + 1], ()):
            if text.startswith(word, start):
                return word
        return ""

    def before(self, text: str, end: int) -> str:
        """Return the longest word that ends at a place, or ""; for a table made with `by_end`."""
        for word in self.words_by_edge.get(text[end - 1 : end] if end else "", ()):
            if text.endswith(word, 0, end):
                return word
        return ""


def make_word_table(words: Iterable[str], *, by_end: bool = False) -> WordTable:
    """Return a table of words, looked up by their first character or by their last."""
    grouped: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        grouped.setdefault(word[-1] if by_end else word[0], []).append(word)
    return WordTable({edge: tuple(group) for edge, group in grouped.items()})


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """Set phrases of two characters or more, found by their first two."""

    openings: re.Pattern[str]
    phrases_by_opening: Mapping[str, tuple[str, ...]]
    numerals: frozenset[str]
    """Characters that may not stand before a phrase that opens with one: 十分 is a phrase, not in 三十分."""

    def blanked(self, text: str) -> str:
        """Return the text with every phrase replaced by blanks, the longest first, from left to right."""
        pieces: list[str] = []
        position = 0
        for opening in self.openings.finditer(text):
            start = opening.start()
            if start < position or (
                text[start] in self.numerals and text[start - 1 : start] in self.numerals
            ):
                continue
            for phrase in self.phrases_by_opening.get(text[start : start + 2], ()):
                if text.startswith(phrase, start):
                    pieces += (text[position:start], BLANK * len(phrase))
                    position = start + len(phrase)
                    break
        return "".join((*pieces, text[position:]))


def make_phrase_table(phrases: Iterable[str], numerals: str) -> PhraseTable:
    """Return a table of phrases; each must have at least two characters."""
    grouped: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
        grouped.setdefault(phrase[:2], []).append(phrase)
    seconds: dict[str, str] = {}
    for opening in sorted(grouped):
        seconds[opening[0]] = seconds.get(opening[0], "") + opening[1]
    # Only looked at, not taken: the second character may open a phrase itself.
    openings = "|".join(f"{re.escape(first)}(?=[{re.escape(rest)}])" for first, rest in seconds.items())
    return PhraseTable(
        re.compile(openings),
        {opening: tuple(group) for opening, group in grouped.items()},
        frozenset(numerals),
    )


def word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of the words, the longest that fits first."""
    return re.compile(alternatives(words))


def last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last match within a stretch of text."""
    last = None
    for match in pattern.finditer(text, start, end):
        last = match
    return last


def word_list(text: str) -> tuple[str, ...]:
    """Return the words of a text that has spaces between them."""
    return tuple(text.split())


def by_word(words_by_meaning: Mapping[Meaning, str]) -> Mapping[str, Meaning]:
    """Return the meaning of each word, given the words of each meaning as a text with spaces between them."""
    return {word: meaning for meaning, words in words_by_meaning.items() for word in words.split()}


def phrase_list(text: str) -> tuple[str, ...]:
    """Return the phrases of a text that has bars between them."""
    return tuple(text.split("|"))


def by_phrase(phrases_by_meaning: Mapping[Meaning, str]) -> Mapping[str, Meaning]:
    """Return the meaning of each phrase, given those of each meaning as a text with bars between them."""
    return {
        phrase: meaning for meaning, phrases in phrases_by_meaning.items() for phrase in phrase_list(phrases)
    }


def alternatives(words: Iterable[str]) -> str:
    """Return the part of a pattern that stands for any of the words, the longest that fits first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
