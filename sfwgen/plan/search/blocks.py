"""What one block of texts adds to the index: a pure function of these texts, so that it can be remembered.

Texts come in blocks of a fixed number, counted from the oldest. A change in a text changes its own block.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from operator import add, sub

from sfwgen.plan.search.letters import HAN_RUN, ONE_LETTER, WORD, fold, word_key

BLOCK = 128
"""How many texts a block has; the last one of an index may have fewer."""

SHELVES = 4096
"""Over how many shelves pairs are spread by their two characters; a file has one shelf, or several."""

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_OFTEN = 1 << 16
_VALUES = bytes(_DIGITS.find(chr(code)) % 256 for code in range(256))
_WIDTH, _WIDE = 3, 4
_LONG = 400
"""From how many digits on codes are written as gaps."""


@dataclass(frozen=True, slots=True)
class Block:
    """What is known of a block of texts.

    `shelves` has the pairs that fall to each shelf as UTF-8, each with its places in the texts of the block
    laid end to end: a few as codes of one width, many as `~` and the gaps between them. `words` has each word
    and single Han character with the texts it stands in, in turn, blanks between them.
    """

    shelves: tuple[bytes, ...]
    words: str


def index_block(texts: Sequence[tuple[str, str]]) -> Block:
    """Returns what the index says of a block of texts, each of them a title and the lines below it."""
    folded = [(fold(title), fold(f"{title}\n{text}")) for title, text in texts]
    characters = frozenset().union(*(whole for _, whole in folded))
    han = frozenset(each for each in characters if HAN_RUN.match(each))
    letters = han | {each for each in characters if ONE_LETTER.match(each)}
    width = code_width(sum(len(whole) for _, whole in folded))
    pairs = _pairs([whole for _, whole in folded], width, han)
    return Block(_shelve(pairs, width, han, letters), _print_words(folded, han))


# --- Pairs --------------------------------------------------------------------------------------------------


def _pairs(wholes: Sequence[str], width: int, han: frozenset[str]) -> dict[str, str]:
    """Every two characters side by side with the codes of their places; some of them are no pairs."""
    found: dict[str, str] = {}
    if not han:
        return found
    codes = list(islice(map("".join, product(_DIGITS, repeat=width)), sum(map(len, wholes))))
    base = 0
    for whole in wholes:
        for start, piece in _pieces(whole, han):
            # What follows runs once for every character of a site.
            place = base + start
            for pair, code in zip(
                map(add, piece, piece[1:]), codes[place : place + len(piece)], strict=False
            ):
                if pair in found:
                    found[pair] += code
                else:
                    found[pair] = code
        base += len(whole)
    return found


def code_width(count: int) -> int:
    """Returns how many digits the code of a place has in a block of so many characters."""
    return _WIDTH if count <= len(_DIGITS) ** _WIDTH else _WIDE


def _pieces(whole: str, han: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The parts of a text that hold its pairs, with their places: of a Chinese text the whole of it."""
    characters = set(whole)
    share = len(characters & han)
    if 2 * share > len(characters):
        yield 0, whole
    elif share:
        yield from _runs(whole)


def _runs(whole: str) -> Iterator[tuple[int, str]]:
    """Each run of Han characters with the letter or digit on either side of it, and its place."""
    for run in HAN_RUN.finditer(whole):
        # What stands between two runs belongs to both.
        start = max(run.start() - 1, 0)
        yield start, whole[start : run.end() + 1]


def _shelve(
    pairs: Mapping[str, str], width: int, han: frozenset[str], letters: frozenset[str]
) -> tuple[bytes, ...]:
    """Pairs of letters of which one at least is Han, each on its shelf, with their places after them."""
    shelves: list[list[str]] = [[] for _ in range(SHELVES)]
    for pair, codes in pairs.items():
        one, other = pair[0], pair[1]
        if one in letters and other in letters and (one in han or other in han):
            # static/search-index.js has the same.
            told = codes if len(codes) < _LONG else _as_gaps(codes, width)
            shelves[(ord(one) * 130 + ord(other)) % SHELVES].append(f" {pair}{told}")
    return tuple("".join(shelf).encode() for shelf in shelves)


def _as_gaps(codes: str, width: int) -> str:
    """Codes of many places as the gaps between them, which are shorter, with a mark before them."""
    values = codes.encode().translate(_VALUES)
    places = [0] * (len(codes) // width)
    for digit in range(width):
        places = [64 * place + value for place, value in zip(places, values[digit::width], strict=True)]
    return f"~{gaps_text(places)}"


# --- Words --------------------------------------------------------------------------------------------------


def _print_words(folded: Iterable[tuple[str, str]], han: frozenset[str]) -> str:
    """Each word with twice the number of every text it stands in, plus one where it stands in the title."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, (title, whole) in enumerate(folded):
        titled = _words(title, han)
        for word in _words(whole, han):
            found[word].append(2 * number + (word in titled))
    return " ".join(
        f"{word} {number_text(len(found[word]))}{gaps_text(found[word])}" for word in sorted(found)
    )


def _words(folded: str, han: frozenset[str]) -> set[str]:
    """The words, numbers and single Han characters of a text."""
    return {*map(word_key, set(WORD.findall(folded))), *(set(folded) & han)}


# --- Numbers ------------------------------------------------------------------------------------------------


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


def gaps_text(numbers: Sequence[int]) -> str:
    """Returns rising numbers as the first of them and the gaps after it."""
    if len(numbers) == 1:  # Most lists are so short.
        return _NUMBERS[numbers[0]]
    return "".join(map(_NUMBERS.__getitem__, (*numbers[:1], *map(sub, numbers[1:], numbers))))
