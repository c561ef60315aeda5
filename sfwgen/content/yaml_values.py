"""Values that YAML reads otherwise than they were meant, each with the reason why it is suspicious."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from itertools import pairwise

from sfwgen.content.markdown.joins import join_lines
from sfwgen.content.nodes import Entry, MappingNode, Scalar
from sfwgen.diagnostics import Diagnostic, Location, fault


class Role(Enum):
    """What a scalar is to the collection around it."""

    ROOT = auto()
    KEY = auto()
    VALUE = auto()
    ITEM = auto()


WIDE_SPACE = "\u3000\u00a0"
"""Spaces that look like one and are none to YAML."""

_HAN = r"\u2e80-\u9fff\U00020000-\U0003ffff"
_KEY_WITH_WIDE_COLON = re.compile(r"[ \t]*(?:- +)?(?P<key>[a-z][a-z0-9_-]*) *：")
_KEY_WITHOUT_SPACE = re.compile(r"[ \t]*(?:- +)?(?P<key>[a-z][a-z0-9_-]*):(?=[^\s/])")
_KEY_WITH_WIDE_SPACE = re.compile(rf"(?:- +)?[\w-]+:(?=[{WIDE_SPACE}])")
_LOST_ENTRY = re.compile(r"[，、；;] *[a-z_]+ *[：:]")
_LOST_ITEMS = re.compile(r"[a-z0-9_-]+(?:[，、；] *[a-z0-9_-]+)+")
_COMMENT = re.compile(rf"(?P<space>\s+)#(?P<rest>[^\s#].*|.*[{_HAN}].*)")
_DIGITS_BEFORE = re.compile(r"(?:.*\D)?\d{1,3}")
_DASH_WITHOUT_SPACE = re.compile(r"-[^\s\d-]")
_CONTEXT = 12
"""How many characters on each side of a line end are compared to find it in the folded text."""
_DIGITS_AFTER = re.compile(r"\d{3}(?!\d)")


def joined_lines(text: str, lines: list[str]) -> str:
    """Returns a text that YAML folded from these lines, without the spaces it put into Chinese."""
    position = 0
    for left, right in pairwise(line.strip() for line in lines):
        end, start = left[-_CONTEXT:], right[:_CONTEXT]
        found = text.find(f"{end} {start}", position)
        if found < 0 or "\n" in join_lines(f"{end}\n{start}"):
            continue
        position = found + len(end)
        text = text[:position] + text[position + 1 :]
    return text


def misread(scalar: Scalar, role: Role, lines: list[str], file: str) -> Iterator[Diagnostic]:
    """Yields what is suspicious about a plain scalar that stands on these lines of the file."""
    text, where = scalar.text, Location(file, scalar.line, scalar.column)
    if text[:1] and text[0] in WIDE_SPACE:
        yield fault("yaml-wide-space", where)
    elif text[:1] in ("｛", "［"):
        yield fault("yaml-punctuation-fullwidth", where, mark=text[0], right="{" if text[0] == "｛" else "[")
    elif _DASH_WITHOUT_SPACE.match(text) and not lines[0][: scalar.column - 1].strip():
        yield fault("yaml-dash-space", where)
    elif role is Role.KEY and ("：" in text or "，" in text):
        mark = "：" if "：" in text else "，"
        yield _wide_mark(scalar, mark, lines, file)
    elif role in (Role.ROOT, Role.ITEM) and (match := _KEY_WITH_WIDE_COLON.match(text)):
        yield _wide_mark(scalar, "：", lines, file, key=match["key"])
    elif role in (Role.ROOT, Role.ITEM) and (match := _KEY_WITH_WIDE_SPACE.match(text)):
        yield fault("yaml-wide-space", Location(file, scalar.line, scalar.column + match.end()))
    elif role in (Role.ROOT, Role.ITEM) and (match := _KEY_WITHOUT_SPACE.match(text)):
        at_colon = Location(file, scalar.line, scalar.column + match.end("key"))
        yield fault("yaml-colon-space", at_colon, key=match["key"])
    elif role is not Role.KEY and (match := _LOST_ENTRY.search(text)) and len(lines) == 1:
        yield from _lost_entry(scalar, match, file)
    elif role is Role.ITEM and _LOST_ITEMS.fullmatch(text):
        mark = next(character for character in text if character in "，、；")
        yield _wide_mark(scalar, mark, lines, file)
    yield from _swallowed_line(scalar, lines, file)


def _wide_mark(scalar: Scalar, mark: str, lines: list[str], file: str, key: str = "") -> Diagnostic:
    starts = [scalar.column - 1, *[0] * (len(lines) - 1)]
    found = [line.find(mark, start) for line, start in zip(lines, starts, strict=True)]
    number = next(number for number, column in enumerate(found) if column >= 0)
    where = Location(file, scalar.line + number, found[number] + 1)
    if mark == "：":
        key = key or scalar.text.partition("：")[0].strip()
        return fault("yaml-colon-fullwidth", where, key=key)
    return fault("yaml-punctuation-fullwidth", where, mark=mark, right=",")


def _lost_entry(scalar: Scalar, match: re.Match[str], file: str) -> Iterator[Diagnostic]:
    # Prose may hold “，ppp：”; an entry is lost only where what follows is written like a document's keys.
    if match[0][0] in "，、；":
        where = Location(file, scalar.line, scalar.column + match.start())
        yield fault("yaml-punctuation-fullwidth", where, mark=match[0][0], right=",")


def _swallowed_line(scalar: Scalar, lines: list[str], file: str) -> Iterator[Diagnostic]:
    """A further line `key：value` or `- item` has become part of the value before it."""
    for number, line in enumerate(lines[1:], scalar.line + 1):
        if line.lstrip(" ").startswith("- "):
            value = Location(file, scalar.line, scalar.column)
            yield fault("yaml-list-inline", Location(file, number, line.index("-") + 1), related=(value,))
        match = _KEY_WITH_WIDE_COLON.match(line)
        if match:
            yield fault("yaml-colon-fullwidth", Location(file, number, match.end()), key=match["key"])


def cut_value(scalar: Scalar, line: str, end: int, file: str, number: int) -> Iterator[Diagnostic]:
    """Yields a warning where a value goes on behind ` #` and is cut there: 第 #3 期 is read as 第.

    A comment set off by two spaces and followed by one is taken as such, and so is one that begins with a
    space and has no Chinese.
    """
    match = _COMMENT.match(line, end)
    if match is None or (len(match["space"]) > 1 and match["rest"][:1] in (" ", "#")):
        return
    where = Location(file, number, match.end("space") + 1)
    yield fault("yaml-value-cut", where, value=scalar.text, rest="#" + match["rest"])


def unquoted_slot(node: MappingNode, file: str) -> Diagnostic | None:
    """Returns the fault of `{=id}` or `{~text~}` that stands where YAML takes the brace as a mapping."""
    for key, entry in node.entries.items():
        if key[:1] in ("=", "~") and not entry.key.style:
            return fault("yaml-slot-unquoted", Location(file, node.line, node.column), slot="{" + key + "}")
    return None


def lost_comma(node: MappingNode, file: str) -> Diagnostic | None:
    """Returns the fault of a thousands comma in braces, which ends the value: `{value: 84,000 residents}`."""
    before: Scalar | None = None
    keys = list(node.entries.items())
    for number, (key, entry) in enumerate(keys):
        value = entry.value
        alone = isinstance(value, Scalar) and value.empty
        if (
            alone
            and before
            and not before.style
            and _DIGITS_AFTER.match(key)
            and _DIGITS_BEFORE.fullmatch(before.text)
        ):
            where = Location(file, before.line, before.column)
            return fault("yaml-comma-unquoted", where, value=",".join((before.text, *_alone(keys[number:]))))
        before = value if isinstance(value, Scalar) else None
    return None


def _alone(entries: list[tuple[str, Entry]]) -> Iterator[str]:
    """The keys without a value that come next: groups of three digits, the last with what it counts."""
    for key, entry in entries:
        if not (isinstance(entry.value, Scalar) and entry.value.empty and _DIGITS_AFTER.match(key)):
            return
        yield key
