"""A translation's file with other texts in it: what is not replaced stays as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from sfwgen.content.frontmatter import parse_document
from sfwgen.content.quoting import yaml_text
from sfwgen.content.text import decode_text
from sfwgen.translations.pieces import BODY, Piece, body_pieces

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Revision:
    """A text for a piece of a translation; `old` is None where it is new, `after` what it follows then."""

    field: str
    old: Piece | None
    new: str
    after: Piece | None = None


def new_file(revisions: Iterable[Revision]) -> bytes:
    """Returns the file of a translation that there was not."""
    every = tuple(revisions)
    head = "".join(f"{each.field}: {yaml_text(each.new)}\n" for each in every if each.field != BODY)
    body = "\n\n".join(each.new.strip("\n") for each in every if each.field == BODY)
    return f"---\n{head}---\n{body}\n".encode()


def revise(data: bytes, file: str, revisions: Iterable[Revision]) -> bytes:
    """Returns the bytes of a sound file with its pieces replaced; its line ends and BOM stay."""
    text, _ = decode_text(data, file)
    document, _ = parse_document(text or "", file)
    assert text is not None
    assert document is not None
    every = tuple(revisions)
    lines = text.split("\n")
    start = document.body_line - 1
    heads = {each.field: each.new for each in every if each.field != BODY}
    header = _with_values("\n".join(lines[:start]), heads)
    body = _with_blocks(lines[start:], file, document.body_line, every)
    revised = f"{header}\n{body}" if start else body
    newline = "\r\n" if b"\r\n" in data else "\n"
    return (_BOM if data.startswith(_BOM) else b"") + revised.replace("\n", newline).encode()


def _with_values(header: str, values: Mapping[str, str]) -> str:
    """The header, fences and all, with other values for some of its keys; what it lacks is added last."""
    first, _, rest = header.partition("\n")
    inner, fence, tail = _split_fence(rest)
    for key, (start, end) in sorted(_value_spans(inner).items(), key=lambda item: -item[1][0]):
        if key in values:
            # A block scalar ends with its line.
            ended = "\n" if inner[start:end].endswith("\n") else ""
            inner = f"{inner[:start]}{yaml_text(values[key])}{ended}{inner[end:]}"
    known = _value_spans(inner)
    inner += "".join(f"{key}: {yaml_text(new)}\n" for key, new in values.items() if key not in known)
    return f"{first}\n{inner}{fence}{tail}"


def _split_fence(text: str) -> tuple[str, str, str]:
    lines = text.split("\n")
    end = next(number for number, line in enumerate(lines) if line.rstrip() == "---")
    inner = "".join(f"{line}\n" for line in lines[:end])
    return inner, lines[end], "".join(f"\n{line}" for line in lines[end + 1 :])


def _value_spans(header: str) -> dict[str, tuple[int, int]]:
    """Where the value of each key at the top of a header stands, as offsets."""
    spans: dict[str, tuple[int, int]] = {}
    depth, key = 0, None
    for event in yaml.parse(header, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth, key = depth + 1, None if depth else key
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent) and depth == 1:
            start, end = event.start_mark, event.end_mark
            if key is not None and start is not None and end is not None:
                spans[key] = start.index, end.index
            key = event.value if key is None else None
    return spans


def _with_blocks(lines: list[str], file: str, line: int, revisions: Iterable[Revision]) -> str:
    replaced = {each.old.location.line: each.new for each in revisions if each.field == BODY and each.old}
    added: dict[int, list[str]] = {}
    for revision in revisions:
        if revision.field == BODY and revision.old is None:
            after = revision.after.location.line if revision.after else 0
            added.setdefault(after, []).append(revision.new)
    return "\n".join(_revised(lines, file, line, replaced, added))


def _revised(
    lines: list[str], file: str, line: int, replaced: Mapping[int, str], added: Mapping[int, list[str]]
) -> Iterator[str]:
    for new in added.get(0, ()):
        yield from (*new.strip("\n").split("\n"), "")
    position = 0
    for piece in body_pieces("\n".join(lines), file, line):
        start = piece.location.line - line
        end = start + piece.text.count("\n") + 1
        yield from lines[position:start]
        here = piece.location.line
        yield from replaced[here].strip("\n").split("\n") if here in replaced else lines[start:end]
        for text in added.get(piece.location.line, ()):
            yield from ("", *text.strip("\n").split("\n"))
        if piece.location.line in added and lines[end : end + 1] and lines[end].strip():
            yield ""
        position = end
    yield from lines[position:]
