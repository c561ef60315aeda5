"""The index of one language as plain text files: which texts hold a pair of characters, or a word, and where.

A *pair* is two characters side by side, at least one of them Han: the index has every place of it, so that a
query of any length is found exactly. Pairs are spread over files by their characters. A *word* is a word, a
number or a single Han character: the index has the texts it stands in, and for each whether its title holds
it. Words are in order, so that their beginnings find them, and are cut into files. The head says what each
file is called: a file keeps its name as long as its content stays the same.
docs/decisions/0017-search.md has the reasons and the sizes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sfwgen.each import Each, one_by_one
from sfwgen.plan.search.blocks import BLOCK, SHELVES, Block, index_block, number_text
from sfwgen.values import digest_of

PART_BYTES = 32_000
"""About how long a file with pairs or words is, before compression, unless a single list is longer."""
TEXTS = 4
"""How many texts a file of texts holds."""


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
    content: bytes


def make_index(documents: Sequence[SearchDocument], each: Each = one_by_one) -> tuple[IndexFile, ...]:
    """Returns the files of an index, its head first. Results of equal worth keep the documents' order.

    Texts are numbered from the last document, which is the oldest: a new one leaves the others' numbers.
    """
    texts = list(reversed(documents))
    blocks = _index_blocks(texts, each)
    words, word_starts = _cut(_merge_words(blocks), PART_BYTES)
    parts = {
        "w": [f'"{"".join(part)}"'.encode() for part in words],
        "p": list(_spread_pairs(blocks)),
        "f": [_script_json(_columns(texts)).encode()],
        "t": [_print_texts(texts[start : start + TEXTS]) for start in range(0, len(texts), TEXTS)],
    }
    files = {
        kind: [_script(f"{kind}{at}", part) for at, part in enumerate(some)] for kind, some in parts.items()
    }
    head = {
        "lengths": "".join(number_text(len(each.whole)) for each in texts),
        "titles": "".join(number_text(len("".join(each.title))) for each in texts),
        "words": " ".join(word_starts),
        "parts": {kind: "".join(map(_digest, some)) for kind, some in files.items()},
    }
    script = _script("head", _script_json(head).encode())
    named = [
        (f"{kind}{at}-{_digest(file)}", file) for kind, some in files.items() for at, file in enumerate(some)
    ]
    return tuple(
        IndexFile(f"{name}.js", data) for name, data in ((f"head-{_digest(script)}", script), *named)
    )


def _script(name: str, value: bytes) -> bytes:
    return b'sfwSearch("%s",%s);\n' % (name.encode(), value)


def _digest(file: bytes) -> str:
    """Four letters or digits for a file's content, the same in capitals: not every disk tells them apart."""
    return base64.b32encode(hashlib.sha256(file).digest()[:5]).decode()[:4].lower()


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


def _index_blocks(texts: Sequence[SearchDocument], each: Each) -> list[Block]:
    blocks = [
        tuple(("".join(text.title), text.text) for text in texts[start : start + BLOCK])
        for start in range(0, len(texts), BLOCK)
    ]
    return each(
        "search block", [digest_of(block) for block in blocks], lambda number: index_block(blocks[number])
    )


def _merge_words(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Each word with its blocks and texts, in the order in which JavaScript compares words."""
    lists: dict[str, list[str]] = defaultdict(list)
    for number, block in enumerate(blocks):
        own = number_text(number)
        words = block.words.split(" ") if block.words else []
        for word, told in zip(words[::2], words[1::2], strict=True):
            lists[word].append(own + told)
    for word in sorted(lists, key=lambda word: word.encode("utf-16-be")):
        yield word, f"|{word} {''.join(lists[word])}"


def _spread_pairs(blocks: Sequence[Block]) -> Iterator[bytes]:
    """Yields the files of pairs: each has every so-manieth shelf of each block, `|` between the blocks."""
    size = sum(len(shelf) for block in blocks for shelf in block.shelves)
    count = 1
    while count * PART_BYTES < size and count < SHELVES:
        count *= 2
    for at in range(count if size else 0):
        yield b'"%s"' % b"|".join(b"".join(block.shelves[at::count]) for block in blocks)


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


def _print_texts(documents: Iterable[SearchDocument]) -> bytes:
    told = (
        {"href": each.href, "title": each.title, "about": each.about, "tag": each.tag, "text": each.text}
        for each in documents
    )
    return "[\n{}\n]".format(",\n".join(map(_script_json, told))).encode()
