"""A reader of the search index of our own: finds what a query asks for without any of sfwgen's code."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_SCRIPT = re.compile(r'sfwSearch\("([a-z]+\d*)",(.*)\);\n', re.DOTALL)
HAN = re.compile("[\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]+")


@dataclass(frozen=True, slots=True)
class Index:
    """The lists by key, and the texts in order: each as the results show it."""

    lists: Mapping[str, list[int]]
    texts: list[dict[str, str]]
    starts: list[int]
    head: dict[str, str]

    def phrase(self, text: str) -> set[int]:
        """The numbers of the texts that hold characters of which each two side by side are in the index."""
        places = [
            {place - at for place in self.lists.get(text[at : at + 2], [])} for at in range(len(text) - 1)
        ]
        return {self._text_at(place) for place in set.intersection(*places)}

    def words(self, beginning: str) -> set[int]:
        """The numbers of the texts with a word that begins so."""
        return {each // 2 for key, list_ in self.lists.items() if key.startswith(beginning) for each in list_}

    def titled(self, key: str) -> set[int]:
        """The numbers of the texts whose title has this word."""
        return {each // 2 for each in self.lists.get(key, []) if each % 2}

    def whole(self, number: int) -> str:
        """The text that a number stands for, its title first."""
        return "".join(self.texts[number]["title"]) + "\n" + self.texts[number]["text"]

    def _text_at(self, place: int) -> int:
        return max(number for number, start in enumerate(self.starts) if start <= place)


def read_index(files: Mapping[str, str]) -> Index:
    """Returns an index from the text of its files, by whatever names."""
    parts = {}
    for text in files.values():
        found = _SCRIPT.fullmatch(text)
        assert found is not None, text[:80]
        assert found[1] not in parts
        parts[found[1]] = json.loads(found[2])
    head = parts.pop("head")
    lists: dict[str, list[int]] = {}
    texts: list[dict[str, str]] = []
    names = sorted(parts, key=lambda name: (name[0], int(name[1:])))
    assert [name for name in names if name[0] == "l"] == [
        f"l{at}" for at in range(len(head["lists"].split()))
    ]
    assert [name for name in names if name[0] == "t"] == [
        f"t{at}" for at in range(len(numbers(head["texts"])))
    ]
    for name in names:
        if name[0] == "t":
            texts += parts[name]
        else:
            pieces = parts[name].split(" ")
            assert not lists.keys() & set(pieces[::2])
            lists |= {key: rising(told) for key, told in zip(pieces[::2], pieces[1::2], strict=True)}
    lengths = numbers(head["lengths"])
    starts = [sum(lengths[:number]) for number in range(len(lengths))]
    return Index(lists, texts, starts, head)


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
