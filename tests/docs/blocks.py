"""Fenced blocks and tables of the documents, as the tests read them.

A block names the file that it belongs to behind its language:

    ```yaml content/vocabulary/units.yaml         part of a file: its fields replace those of that name
    ```markdown content/stories/x/index.zh.md      the same, or a whole file where it begins with `---`
    ```yaml wrong content/stories/x/index.zh.md   the same, with a slip; the quotation below is what one sees

A comment `<!-- fields: story -->` stands above the table that lists the fields of a kind of document or part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
_QUOTE = re.compile(r"(?:^> ?.*\n)+", re.MULTILINE)
_TABLE = re.compile(r"<!-- fields: (?P<name>\S+) -->\n+(?P<rows>(?:\|.*\n)+)")
_KEY = re.compile(r"[A-Za-z_][\w-]*")
_PATH = re.compile(r"(?:config\.yaml|content/\S+|templates/\S+)$")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the words behind it, its text, and where it stands in the document."""

    language: str
    words: tuple[str, ...]
    text: str
    line: int
    end: int

    @property
    def path(self) -> str:
        """The project file that the block is part of, or an empty text."""
        return self.words[-1] if self.words and _PATH.match(self.words[-1]) else ""

    @property
    def is_wrong(self) -> bool:
        """Whether the block shows a slip."""
        return "wrong" in self.words


def read_document(name: str) -> str:
    """Returns the text of a document by its path in the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks_of(text: str) -> tuple[Block, ...]:
    """Returns the fenced blocks of a document, in order."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    for match in _FENCE.finditer(text):
        language, *words = match["info"].split() or [""]
        yield Block(
            language, tuple(words), match["text"], text.count("\n", 0, match.start()) + 1, match.end()
        )


def without_blocks(text: str) -> str:
    """Returns a document's text with the fenced blocks taken out."""
    return _FENCE.sub("", text)


def quotation_below(text: str, block: Block) -> str:
    """Returns the quotation that follows a block, on one line; empty where there is none."""
    match = _QUOTE.match(text[block.end :].lstrip("\n"))
    return _joined(match[0]) if match else ""


def quotations_of(text: str) -> tuple[str, ...]:
    """Returns every quotation of a document, each on one line."""
    return tuple(_joined(match[0]) for match in _QUOTE.finditer(without_blocks(text)))


def _joined(quotation: str) -> str:
    return " ".join(line.removeprefix(">").strip() for line in quotation.splitlines()).strip()


def field_tables(text: str) -> dict[str, dict[str, str]]:
    """Returns, for each marked table, its fields with what the second column says of each."""
    tables: dict[str, dict[str, str]] = {}
    for match in _TABLE.finditer(text):
        rows = [
            [cell.strip() for cell in row.strip("| ").split("|")] for row in match["rows"].splitlines()[2:]
        ]
        table = tables.setdefault(match["name"], {})
        for cells in rows:
            table[cells[0].strip("`")] = cells[1]
    return tables


def apply(files: Mapping[str, bytes], block: Block) -> dict[str, bytes]:
    """Returns a project's files with a block's text put into the file that it names."""
    before = files.get(block.path, b"").decode()
    return {**files, block.path: _merged(before, block).encode()}


def _merged(before: str, block: Block) -> str:
    if not before or block.text.startswith("---\n"):
        return block.text
    if not block.path.endswith(".md"):
        return _with_fields(before, block.text)
    _, header, body = before.split("---\n", 2)
    if block.language == "markdown":
        return f"---\n{header}---\n{block.text}"
    return f"---\n{_with_fields(header, block.text)}---\n{body}"


def _with_fields(before: str, fields: str) -> str:
    chunks = dict(_chunks(before)) | dict(_chunks(fields))
    return "".join(chunks.values())


def _chunks(text: str) -> Iterator[tuple[str, str]]:
    """Yields the name of each field at the edge of the text, and its lines with the comments above it."""
    name, lines = "", ""
    for line in text.splitlines(keepends=True):
        key = _KEY.match(line)
        if key:
            if lines:
                yield name, lines
            name, lines = key[0], ""
        lines += line
    if lines:
        yield name, lines
