"""A reader of the search index of our own: finds what a query asks for without any of sfwgen's code."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b32encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_SCRIPT = re.compile(r'sfwSearch\("([a-z]+)(\d*)",(.*)\);\n', re.DOTALL)
_BLOCK, _SHELVES, _TEXTS = 128, 4096, 4
HAN = re.compile("[\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]+")


@dataclass(frozen=True, slots=True)
class Index:
    """Pairs with their places, words with their texts, and the texts in order: each as the results show it."""

    pairs: Mapping[str, list[int]]
    told: Mapping[str, list[int]]
    texts: list[dict[str, str]]
    starts: list[int]
    head: dict[str, Any]

    def phrase(self, text: str) -> set[int]:
        """The numbers of the texts that hold characters of which each two side by side are in the index."""
        places = [
            {place - at for place in self.pairs.get(text[at : at + 2], [])} for at in range(len(text) - 1)
        ]
        return {self._text_at(place) for place in set.intersection(*places)}

    def words(self, beginning: str) -> set[int]:
        """The numbers of the texts with a word that begins so."""
        return {each // 2 for key, told in self.told.items() if key.startswith(beginning) for each in told}

    def titled(self, key: str) -> set[int]:
        """The numbers of the texts whose title has this word."""
        return {each // 2 for each in self.told.get(key, []) if each % 2}

    def whole(self, number: int) -> str:
        """The text that a number stands for, its title first."""
        return "".join(self.texts[number]["title"]) + "\n" + self.texts[number]["text"]

    def _text_at(self, place: int) -> int:
        return max(number for number, start in enumerate(self.starts[:-1]) if start <= place)


def read_index(files: Mapping[str, str]) -> Index:
    """Returns an index from its files by their names, each of which is named after its content."""
    parts: dict[str, dict[int, Any]] = {"head": {}, "w": {}, "p": {}, "f": {}, "t": {}}
    digests: dict[str, dict[int, str]] = {kind: {} for kind in parts}
    for name, text in files.items():
        found = _SCRIPT.fullmatch(text)
        assert found is not None, text[:80]
        kind, at = found[1], int(found[2] or 0)
        parts[kind][at] = json.loads(found[3])
        digests[kind][at] = b32encode(hashlib.sha256(text.encode()).digest())[:4].decode().lower()
        assert name.rpartition("/")[2] == f"{kind}{found[2]}-{digests[kind][at]}.js"
    head = parts["head"][0]
    for kind, named in head["parts"].items():
        assert named == "".join(digests[kind][at] for at in range(len(digests[kind])))
    starts = [0, *accumulate(numbers(head["lengths"]))]
    texts = [text for at in sorted(parts["t"]) for text in parts["t"][at]]
    assert all(len(part) == _TEXTS for at, part in parts["t"].items() if at + 1 < len(parts["t"]))
    return Index(
        dict(_read_pairs(parts["p"], starts)), dict(_read_words(parts["w"], head)), texts, starts, head
    )


def _read_pairs(parts: Mapping[int, str], starts: list[int]) -> Iterator[tuple[str, list[int]]]:
    for at, part in parts.items():
        found: dict[str, list[int]] = {}
        for block, entries in enumerate(part.split("|")):
            start, end = starts[block * _BLOCK], starts[min((block + 1) * _BLOCK, len(starts) - 1)]
            for entry in entries.split(" ")[1:]:
                assert (ord(entry[0]) * 130 + ord(entry[1])) % _SHELVES % len(parts) == at
                places = _places(entry[2:], 3 if end - start <= 64**3 else 4)
                found.setdefault(entry[:2], []).extend(start + place for place in places)
        yield from found.items()


def _places(told: str, width: int) -> list[int]:
    if told.startswith("~"):
        return rising(told[1:])
    codes = [told[at : at + width] for at in range(0, len(told), width)]
    return [sum(_DIGITS.index(digit) * 64**power for power, digit in enumerate(code[::-1])) for code in codes]


def _read_words(parts: Mapping[int, str], head: dict[str, Any]) -> Iterator[tuple[str, list[int]]]:
    before = ""
    assert [part[1:].partition(" ")[0] for _, part in sorted(parts.items())] == head["words"].split()
    for _, part in sorted(parts.items()):
        for entry in part.split("|")[1:]:
            word, told = entry.split(" ")
            assert word.encode("utf-16-be") > before.encode("utf-16-be")
            before = word
            yield word, list(_texts(numbers(told)))


def _texts(told: list[int]) -> Iterator[int]:
    at = 0
    while at < len(told):
        block, count = told[at : at + 2]
        yield from (block * _BLOCK * 2 + each for each in accumulate(told[at + 2 : at + 2 + count]))
        at += 2 + count


def numbers(text: str) -> list[int]:
    """Numbers in digits of five bits, the lowest first; 32 says that another digit follows."""
    found, number, scale = [], 0, 1
    for digit in text:
        value = _DIGITS.index(digit)
        number += value % 32 * scale
        scale *= 32
        if value < 32:
            found.append(number)
            number, scale = 0, 1
    assert scale == 1
    return found


def rising(text: str) -> list[int]:
    """Rising numbers from the first of them and the gaps after it."""
    return list(accumulate(numbers(text)))
