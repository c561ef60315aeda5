"""The index of one language as plain text files: which texts hold a pair of characters, or a word, and where.

A *list* gives the places of a key. The key is two characters side by side, at least one of them Han: its
list has every place in the texts laid end to end, so that a query of any length is found exactly. Or it is
a word or a single Han character: its list has the texts it stands in, and for each whether its title holds
it. The lists are in order of their keys and are cut into parts; the head of the index says with which key
each part begins.
docs/decisions/0016-search.md has the reasons and the sizes.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sfwgen.plan.assets import hashed_name
from sfwgen.plan.search.letters import HAN_RUN, WORD, fold, is_han, is_letter, word_key

LIST_BYTES = 32_000
"""How long a part with lists is, before compression, unless a single list is longer."""
TEXT_BYTES = 12_000
"""How long a part with texts is, before compression, unless a single text is longer."""

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_MANY = 1 << 15


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
    list_files = [_file(f"l{at}", '"' + " ".join(part) + '"') for at, part in enumerate(lists)]
    text_files = [_file(f"t{at}", "[\n" + ",\n".join(part) + "\n]") for at, part in enumerate(texts)]
    filters = dict.fromkeys(each for document in documents for each in document.filters)
    numbers = {name: number for number, name in enumerate(filters)}
    head = {
        "filters": tuple(filters),
        "documents": "".join(_describe(document, numbers) for document in documents),
        "lists": _directory(list_starts, list_files),
        "texts": _directory(map(int, text_starts), text_files),
    }
    return (_file("head", _script_json(head)), *list_files, *text_files)


def _directory(starts: Iterable[str | int], files: Sequence[IndexFile]) -> tuple[str | int, ...]:
    """What each part begins with, and its name after it."""
    return tuple(each for start, file in zip(starts, files, strict=True) for each in (start, file.name))


def _file(part: str, value: str) -> IndexFile:
    text = f'sfwSearch("{part}",{value});\n'
    return IndexFile(hashed_name(f"{part}.js", text.encode()), text)


def _script_json(value: object) -> str:
    """JSON that every browser takes for JavaScript: two characters end a line in older ones."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _describe(document: SearchDocument, filters: Mapping[str, int]) -> str:
    """A text's length, its title's, and the numbers of its filters after how many they are."""
    numbers = sorted(filters[each] for each in document.filters)
    words = (len(document.whole), len("".join(document.title)), len(numbers), *numbers)
    return "".join(map(number_text, words))


def _cut(parts: Iterable[tuple[str, str]], size: int) -> tuple[list[list[str]], list[str]]:
    """Cuts pairs of a name and a text into parts of a size; returns these, and the name each begins with."""
    cut: list[list[str]] = []
    starts: list[str] = []
    used = size
    for name, text in parts:
        length = len(text.encode())
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
    """The numbers of each list, rising: places for pairs, else twice a text's number, plus one in titles."""
    lists: dict[str, array[int]] = defaultdict(lambda: array("Q"))
    base = 0
    for number, document in enumerate(documents):
        folded = fold(document.whole)
        for place, pair in find_pairs(folded):
            lists[pair].append(base + place)
        in_title = find_words(folded[: folded.index("\n")])
        for word in find_words(folded):
            lists[word].append(2 * number + (word in in_title))
        base += len(folded)
    return lists


def find_pairs(folded: str) -> Iterator[tuple[int, str]]:
    """Yields each place where Han stands beside Han, a letter or a digit, and the two characters."""
    for run in HAN_RUN.finditer(folded):
        start, end = run.span()
        # What stands between two runs belongs to both.
        if start and is_letter(folded[start - 1]):
            start -= 1
        if end < len(folded) and is_letter(folded[end]):
            end += 1
        text = folded[start:end]
        yield from enumerate(map(str.__add__, text, text[1:]), start)


def find_words(folded: str) -> frozenset[str]:
    """Returns the words, numbers and single Han characters of a text."""
    words = {word_key(word) for word in WORD.findall(folded)}
    return frozenset(words | {each for each in set(folded) if is_han(each)})


def _print_gaps(numbers: Sequence[int]) -> str:
    """Rising numbers as the gaps between them."""
    before = -1
    gaps = []
    for number in numbers:
        gaps.append(number - before - 1)
        before = number
    return "".join([_SMALL[gap] if gap < _MANY else number_text(gap) for gap in gaps])


def number_text(number: int) -> str:
    """Returns a number in digits of five bits, the lowest first; a sixth bit says that another follows."""
    text = ""
    while number >= 32:
        text += _DIGITS[32 + number % 32]
        number //= 32
    return text + _DIGITS[number]


_SMALL = [number_text(number) for number in range(_MANY)]
