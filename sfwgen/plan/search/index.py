"""The index of one language as plain text files: which texts hold a pair of characters, or a word, and where.

A *list* gives the places of a key. The key is two characters side by side, at least one of them Han: its
list has every place in the texts laid end to end, so that a query of any length is found exactly. Or it is
a word or a single Han character: its list has the texts it stands in, and for each whether its title holds
it. The lists are in order of their keys and are cut into parts; the head of the index says with which key
each part begins.
docs/decisions/0017-search.md has the reasons and the sizes.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from operator import add, sub

from sfwgen.plan.search.letters import HAN_RUN, WORD, fold, is_letter, word_key

LIST_BYTES = 32_000
"""How long a part with lists is, before compression, unless a single list is longer."""
TEXT_BYTES = 12_000
"""How long a part with texts is, before compression, unless a single text is longer."""

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_OFTEN = 1 << 16


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """What search knows of a page, or of a part of one.

    `title` is in the pieces between which it may break, `about` what stands above it in the results: kind,
    line, date. `filters` are the filters that keep it, as `month:2019-05`. `tag` is the language of the text
    where it is not that of the page. `href` leads there from the search page.
    """

    href: str
    title: tuple[str, ...]
    about: tuple[str, ...]
    filters: tuple[str, ...]
    tag: str
    text: str

    @property
    def whole(self) -> str:
        """Title and text, in which places are counted."""
        return f"{''.join(self.title)}\n{self.text}"


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index, a script, by its name below the index's folder."""

    name: str
    text: str


def make_index(documents: Sequence[SearchDocument]) -> tuple[IndexFile, ...]:
    """Returns the files of an index, its head first. Results of equal worth keep the documents' order."""
    lists, list_starts = _cut(_print_lists(documents), LIST_BYTES)
    texts, text_starts = _cut(_print_texts(documents), TEXT_BYTES)
    head = {
        "lengths": "".join(number_text(len(each.whole)) for each in documents),
        "titles": "".join(number_text(len("".join(each.title))) for each in documents),
        "filters": _columns(documents),
        "lists": " ".join(list_starts),
        "texts": _print_gaps([int(start) for start in text_starts]),
    }
    parts = {"head": _script_json(head)}
    parts |= {f"l{at}": '"' + " ".join(part) + '"' for at, part in enumerate(lists)}
    parts |= {f"t{at}": "[\n" + ",\n".join(part) + "\n]" for at, part in enumerate(texts)}
    scripts = {name: f'sfwSearch("{name}",{value});\n' for name, value in parts.items()}
    # One folder for all: nearly every list changes when a story is added, and no part may meet another index.
    digest = hashlib.sha256("".join(scripts.values()).encode()).hexdigest()[:8]
    return tuple(IndexFile(f"{digest}/{name}.js", text) for name, text in scripts.items())


def _script_json(value: object) -> str:
    """JSON that every browser takes for JavaScript: two characters end a line in older ones."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _columns(documents: Sequence[SearchDocument]) -> dict[str, dict[str, object]]:
    """For each filter its values, and for each document how many of them it has and their numbers."""
    columns: dict[str, dict[str, object]] = {}
    for name in dict.fromkeys(each.partition(":")[0] for document in documents for each in document.filters):
        own = [[each for each in document.filters if each.startswith(f"{name}:")] for document in documents]
        numbers = {value: at for at, value in enumerate(dict.fromkeys(each for some in own for each in some))}
        told = (
            number_text(number) for some in own for number in (len(some), *map(numbers.__getitem__, some))
        )
        values = tuple(value.removeprefix(f"{name}:") for value in numbers)
        columns[name] = {"values": values, "of": "".join(told)}
    return columns


def _cut(parts: Iterable[tuple[str, str]], size: int) -> tuple[list[list[str]], list[str]]:
    """Cuts pairs of a name and a text into parts of a size; returns these, and the name each begins with."""
    cut: list[list[str]] = []
    starts: list[str] = []
    used = size
    for name, text in parts:
        length = len(text.encode()) + 1
        if used + length > size:
            cut.append([])
            starts.append(name)
            used = 0
        cut[-1].append(text)
        used += length
    return cut, starts


def _print_texts(documents: Sequence[SearchDocument]) -> Iterator[tuple[str, str]]:
    for number, document in enumerate(documents):
        told = {"href": document.href, "title": document.title, "about": document.about}
        told |= {"tag": document.tag, "text": document.text}
        yield str(number), _script_json(told)


def _print_lists(documents: Sequence[SearchDocument]) -> Iterator[tuple[str, str]]:
    """Yields each key with its list, in the order in which JavaScript compares texts."""
    lists = _collect(documents)
    for key in sorted(lists, key=lambda key: key.encode("utf-16-be")):
        yield key, f"{key} {_print_gaps(lists[key])}"


def _collect(documents: Sequence[SearchDocument]) -> dict[str, array[int]]:
    """Rising numbers for each key: places for pairs, else twice a text's number, plus one in titles."""
    lists: dict[str, array[int]] = defaultdict(partial(array, "I"))
    base = 0
    for number, document in enumerate(documents):
        folded = fold(document.whole)
        for start, text in find_runs(folded):
            for place, pair in enumerate(map(add, text, text[1:]), base + start):
                lists[pair].append(place)
        in_title = find_words(folded[: folded.index("\n")])
        for word in find_words(folded):
            lists[word].append(2 * number + (word in in_title))
        base += len(folded)
    return lists


def find_runs(folded: str) -> Iterator[tuple[int, str]]:
    """Yields each run of Han characters with the letter or digit on either side of it, and its place."""
    for run in HAN_RUN.finditer(folded):
        start, end = run.span()
        # What stands between two runs belongs to both.
        if start and is_letter(folded[start - 1]):
            start -= 1
        if end < len(folded) and is_letter(folded[end]):
            end += 1
        yield start, folded[start:end]


def find_words(folded: str) -> set[str]:
    """Returns the words, numbers and single Han characters of a text."""
    return {*map(word_key, WORD.findall(folded)), *"".join(HAN_RUN.findall("".join(set(folded))))}


class _Numbers(dict[int, str]):
    """Numbers in digits of five bits, the lowest first; a sixth bit says that another digit follows."""

    def __missing__(self, number: int) -> str:
        text, rest = "", number
        while rest >= 32:
            text += _DIGITS[32 + rest % 32]
            rest //= 32
        text += _DIGITS[rest]
        if number < _OFTEN:
            self[number] = text
        return text


_NUMBERS = _Numbers()


def number_text(number: int) -> str:
    """Returns a number as the index writes it."""
    return _NUMBERS[number]


def _print_gaps(numbers: Sequence[int]) -> str:
    """Rising numbers as the first of them and the gaps after it."""
    if len(numbers) == 1:  # Most lists are so short.
        return _NUMBERS[numbers[0]]
    return "".join(map(_NUMBERS.__getitem__, (*numbers[:1], *map(sub, numbers[1:], numbers))))
