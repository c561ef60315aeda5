"""The pieces that a text is translated by: title, summary, blocks of the body, texts beside the facts."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sfwgen.content.frontmatter import Document
from sfwgen.content.nodes import MappingNode, Node, Scalar, Sequence, Step, plain
from sfwgen.diagnostics import Location

BODY = "body"
"""The field of every block of a body; all other fields stand once in a document."""

_HEAD = ("title", "summary")
_BREAK = re.compile(r"\s*\|\s*")
_NUMBER = re.compile(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_LETTERS = str.maketrans("0123456789abcdef", "klmnopqrstuvwxyz")
_WORDING, _NUMBERS = 12, 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one language. `kind` says what a block of a body is, as far as it can be seen."""

    field: str
    kind: str
    text: str
    location: Location

    @property
    def mark(self) -> str:
        """The mark of its wording and of its numbers; see `mark_of`."""
        return mark_of(self.text)


def mark_of(text: str) -> str:
    """Returns a mark of a text that line ends, a BOM, spaces, line breaks and forms of Unicode leave alone.

    What stands before the hyphen is that of the wording, what follows that of the numbers in it, if any.
    Marks are of letters only: none can be taken for a telephone number.
    """
    bare = "".join(unicodedata.normalize("NFC", text.removeprefix("\ufeff")).split())
    numbers = _NUMBER.findall(bare)
    wording = _letters(_NUMBER.sub("#", bare), _WORDING)
    return f"{wording}-{_letters(' '.join(numbers), _NUMBERS)}" if numbers else wording


def wording_of(mark: str) -> str:
    """Returns the part of a mark that is the same whatever numbers the text holds."""
    return mark.partition("-")[0]


def _letters(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest().translate(_LETTERS)[:length]


def document_pieces(document: Document) -> Iterator[Piece]:
    """Yields the pieces of a story's or page's text in one language, in order."""
    for field in _HEAD:
        node = document.header.get(field)
        if isinstance(node, Scalar) and not node.empty:
            place = Location(document.file, *node.text_start)
            # Where a heading may break is a matter of layout.
            yield Piece(field, field, _BREAK.sub("", node.text) if field == "title" else node.text, place)
    yield from body_pieces(document.body, document.file, document.body_line)


def body_pieces(body: str, file: str, line: int) -> Iterator[Piece]:
    """Yields the blocks of a Markdown text: what blank lines divide, headings by themselves."""
    for start, lines in _blocks(body.split("\n")):
        text = "\n".join(lines).strip("\n")
        yield Piece(BODY, _kind(lines[0]), text, Location(file, line + start, 1))


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    start, fence = 0, ""
    for number, line in enumerate(lines):
        opened = _FENCE.match(line)
        if fence:
            fence = "" if line.strip().startswith(fence) else fence
        elif opened:
            fence = opened[1]
        elif not line.strip() or _HEADING.match(line):
            if lines[start:number]:
                yield start, lines[start:number]
            start = number + 1
            if line.strip():
                yield number, [line]
    if lines[start:]:
        yield start, lines[start:]


def _kind(line: str) -> str:
    heading = _HEADING.match(line)
    if heading:
        return heading[1]
    first = line.lstrip()
    if first.startswith("!["):
        return "image"
    if re.match(r"(?:[-*+]|\d+[.)])[ \t]", first):
        return "list"
    return {"|": "table", ">": "quote", "`": "code", "~": "code"}.get(first[:1], "text")


def small_pieces(root: MappingNode, file: str, languages: tuple[str, ...]) -> Iterator[dict[str, Piece]]:
    """Yields each text that a document of facts gives in all languages side by side, by language."""
    yield from _small(root, (), file, languages)


def _small(
    node: Node, path: tuple[Step, ...], file: str, languages: tuple[str, ...]
) -> Iterator[dict[str, Piece]]:
    if isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _small(item, (*path, number), file, languages)
    elif isinstance(node, MappingNode):
        original = node.get(languages[0])
        if isinstance(original, Scalar) and not original.empty and any(map(node.get, languages[1:])):
            field = ".".join(map(str, path)) or "."
            written = {language: node.get(language) for language in languages}
            yield {
                language: Piece(field, "small", _plain_text(each), Location(file, each.line, each.column))
                for language, each in written.items()
                if each is not None
            }
        for key, entry in node.entries.items():
            if key not in languages and key != "extra":
                yield from _small(entry.value, (*path, key), file, languages)


def _plain_text(node: Node) -> str:
    """A text; where one and many are told apart, both."""
    value = plain(node)
    if isinstance(value, dict):
        return " / ".join(each for each in value.values() if isinstance(each, str))
    return value if isinstance(value, str) else ""
