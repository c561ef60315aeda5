"""The header of a document: what stands between `---` on the first line and the next `---`.

python-frontmatter takes whatever does not look like a header for body text, and so prints a header, drafts
included, to the public. Here a document must begin with a sound header, and each way to miss it has its own
answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import frontmatter
from frontmatter.default_handlers import BaseHandler

from sfwgen.content.nodes import MappingNode, Node
from sfwgen.content.text import ZERO_WIDTH, invisible_characters
from sfwgen.content.yaml import Faults, parse_yaml
from sfwgen.diagnostics import Diagnostic, Location, fault

MAX_HEADER = 64 * 1024
"""The longest header, in bytes of UTF-8."""

_FENCE = re.compile(r"---[ \t]*")
_WIDE_FENCE = re.compile("(?=-*[^-])[-‐-―−—－─ー]{2,}[ \t]*")
_LONG_FENCE = re.compile(r"-{2}[ \t]*|-{4,}[ \t]*")
_INDENTED_FENCE = re.compile(rf"[ \t\u3000\u00a0{ZERO_WIDTH}]+---[ \t]*")
_DOTS = re.compile(r"\.\.\.[ \t]*")
# No sentence begins in small letters with a colon after its first word.
_FIELD = re.compile(r"[a-z][a-z_]*:(?:[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Document:
    """A document as syntax: its header, and its body with the line of the file on which that begins."""

    file: str
    header: MappingNode
    body: str
    body_line: int


def parse_document(text: str, file: str) -> tuple[Document | None, Faults]:
    """Returns a document's header and body, or None where the header is not sound, with every fault found."""
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        return None, (_opening_fault(lines, file),)
    handler = _ExactFences(file)
    try:
        metadata, _ = frontmatter.parse(text, handler=handler)
    except _HeaderError as error:
        return None, (error.fault,)
    header = metadata["header"]
    faults = (*handler.faults, *invisible_characters(handler.body, file, handler.body_line))
    if not isinstance(header, MappingNode):
        return None, faults or (fault("header-not-mapping", Location(file, 2, 1)),)
    return Document(file, header, handler.body, handler.body_line), faults


class _HeaderError(Exception):
    """A header that is not closed, is empty or too long."""

    def __init__(self, found: Diagnostic) -> None:
        super().__init__(found.code)
        self.fault = found


class _ExactFences(BaseHandler):
    """Splits at exact fences only, and loads the header as nodes with their places in the file."""

    FM_BOUNDARY = _FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file
        self.body = ""
        self.body_line = 0
        self.faults: Faults = ()

    def split(self, text: str) -> tuple[str, str]:
        lines = text.split("\n")
        end = _closing_line(lines, self.file)
        header = "\n".join(lines[1:end]) + "\n"
        if not header.strip():
            raise _HeaderError(fault("header-empty", Location(self.file, 1, 1)))
        size = len(header.encode())
        if size > MAX_HEADER:
            raise _HeaderError(
                fault(
                    "header-too-large", Location(self.file, 1, 1), size=f"{size:,}", limit=f"{MAX_HEADER:,}"
                )
            )
        start = next((number for number in range(end + 1, len(lines)) if lines[number].strip()), len(lines))
        if _goes_on(lines, end, start):
            place = Location(self.file, start + 1, 1)
            raise _HeaderError(fault("header-continues", place, related=(Location(self.file, end + 1, 1),)))
        self.body, self.body_line = "\n".join(lines[start:]), start + 1
        return header, self.body

    def load(self, fm: str) -> dict[str, Node | None]:
        header, self.faults = parse_yaml(fm, self.file, line=2)
        return {"header": header}


def _closing_line(lines: Sequence[str], file: str) -> int:
    """The number, from 0, of the line that closes the header; raises where there is none."""
    for number, line in enumerate(lines[1:], 1):
        if _FENCE.fullmatch(line):
            return number
        code = _wrong_fence(line)
        if code:
            raise _HeaderError(fault(code, Location(file, number + 1, 1), fence=line.strip()))
    indented = next((number for number, line in enumerate(lines) if _INDENTED_FENCE.fullmatch(line)), None)
    if indented is not None:
        raise _HeaderError(fault("header-fence-indented", Location(file, indented + 1, 1)))
    raise _HeaderError(fault("header-unclosed", Location(file, 1, 1)))


def _goes_on(lines: Sequence[str], end: int, start: int) -> bool:
    """Whether the line `start`, the first one after the closing fence, still belongs to the header.

    It is a field, or it goes on with a text of several lines that the fence has cut in two.
    """
    if start == len(lines):
        return False
    if _FIELD.match(lines[start]):
        return True
    cut_in_two = start == end + 1 and lines[start][0] == " " and lines[end - 1][:1] == " "
    return cut_in_two and any(_FENCE.fullmatch(line) for line in lines[start:])


def _wrong_fence(line: str) -> str | None:
    if _LONG_FENCE.fullmatch(line):
        return "header-fence-length"
    if _WIDE_FENCE.fullmatch(line):
        return "header-fence-wide"
    return "header-fence-dots" if _DOTS.fullmatch(line) else None


def _opening_fault(lines: Sequence[str], file: str) -> Diagnostic:
    number = next((number for number, line in enumerate(lines) if line.strip()), 0)
    line = lines[number]
    code = _wrong_fence(line)
    if code in ("header-fence-length", "header-fence-wide"):
        return fault(code, Location(file, number + 1, 1), fence=line.strip())
    if _INDENTED_FENCE.fullmatch(line):
        return fault("header-fence-indented", Location(file, number + 1, 1))
    fences = [number for number, each in enumerate(lines) if _FENCE.fullmatch(each)]
    # Two fences further down may be a header; one is a rule between paragraphs.
    if number in fences or len(fences) > 1:
        return fault("header-not-first", Location(file, fences[0] + 1, 1))
    return fault("header-missing", Location(file, 1, 1))
