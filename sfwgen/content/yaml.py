"""YAML to nodes: one loader for every document, that keeps all scalars as text and refuses what surprises.

The text is read as libyaml's stream of events and put together here, so that limits hold before anything is
built: libyaml's own composer recurses in C and a hundred kilobytes of brackets end the process. Anchors,
aliases, tags and merge keys are refused (small files can explode through them), and so are repeated keys.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from typing import cast

import yaml

from sfwgen.content.nodes import Entry, MappingNode, Node, Scalar, Sequence
from sfwgen.content.text import (
    code_point,
    has_invisible,
    invisible_characters,
    refused_characters,
    without_invisible,
)
from sfwgen.content.yaml_faults import explain
from sfwgen.content.yaml_values import (
    WIDE_SPACE,
    Role,
    cut_value,
    joined_lines,
    lost_comma,
    misread,
    unquoted_slot,
)
from sfwgen.diagnostics import Diagnostic, Location, Severity, fault

MAX_DEPTH = 20
MAX_NODES = 50_000

Faults = tuple[Diagnostic, ...]


_OTHER_LINE_ENDS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")


def has_libyaml() -> bool:
    """Returns whether PyYAML was built with libyaml; its slower twin reads some texts differently."""
    return bool(yaml.__with_libyaml__)


def parse_yaml(text: str, file: str, line: int = 1) -> tuple[Node | None, Faults]:
    """Returns the document of a YAML text, whose first line is `line` of the file, with every fault found.

    The node is None where the text cannot be read to its end, and where it holds nothing but comments.
    """
    # YAML would end a line at them and count on from there; they are refused, with their place, elsewhere.
    text = text.translate(_OTHER_LINE_ENDS)
    composer = _Composer(text, file, line)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            composer.take(event)
    except _StopError as stop:
        return None, composer.faults_and(stop.last)
    except yaml.MarkedYAMLError as error:
        return None, composer.faults_and(_explained(error, composer, line))
    return composer.root, tuple(composer.faults)


def _explained(error: yaml.MarkedYAMLError, composer: _Composer, line: int) -> Diagnostic:
    # libyaml reads ahead, and from its version in PyYAML 6.0.4 on it has a limit of its own.
    mark = error.problem_mark
    if mark and "maximum nesting depth" in (error.problem or ""):
        return fault(
            "yaml-too-deep", Location(composer.file, mark.line + line, mark.column + 1), limit=MAX_DEPTH
        )
    return explain(error, composer.lines, composer.file, line)


def parse_mapping(text: str, file: str, line: int = 1) -> tuple[MappingNode | None, Faults]:
    """Returns the mapping that a YAML text holds, and as a fault that it holds something else.

    A text with nothing but comments is a mapping without entries.
    """
    root, faults = parse_yaml(text, file, line)
    if isinstance(root, MappingNode):
        return root, faults
    if root is None and not faults:
        return MappingNode({}, line, 1), ()
    if root is not None and not faults:
        faults = (fault("yaml-not-mapping", Location(file, root.line, root.column)),)
    return None, faults


class _StopError(Exception):
    """Ends the reading of a document with a last fault."""

    def __init__(self, last: Diagnostic) -> None:
        super().__init__(last.code)
        self.last = last


@dataclass(slots=True)
class _Open:
    """A collection that is being read; `key` waits for its value."""

    event: yaml.CollectionStartEvent
    is_mapping: bool
    children: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None


class _Composer:
    """Puts nodes together from events, on a stack of its own."""

    def __init__(self, text: str, file: str, line: int) -> None:
        self.lines = text.split("\n")
        self.file = file
        self.first_line = line
        self.root: Node | None = None
        self.faults: list[Diagnostic] = []
        self.stack: list[_Open] = []
        self.documents = 0
        self.nodes = 0
        self.has_comments = "#" in text
        self.has_invisible = has_invisible(text) is not None

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.add_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.close()
        elif isinstance(event, yaml.AliasEvent):
            raise _StopError(self.fault("yaml-alias", event, name=event.anchor))
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _StopError(self.fault("yaml-several-documents", event))

    def faults_and(self, last: Diagnostic) -> Faults:
        """The faults so far and the one that ended the reading, unless it only follows from them."""
        errors = (each.location for each in self.faults if each.severity is Severity.ERROR)
        told = any((place.file, place.line) == (last.location.file, last.location.line) for place in errors)
        return tuple(self.faults) if told else (*self.faults, last)

    def open(self, event: yaml.CollectionStartEvent) -> None:
        self.refuse_properties(event)
        if len(self.stack) >= MAX_DEPTH:
            raise _StopError(self.fault("yaml-too-deep", event, limit=MAX_DEPTH))
        self.stack.append(_Open(event, isinstance(event, yaml.MappingStartEvent)))

    def close(self) -> None:
        done = self.stack.pop()
        place = self.place(done.event)
        if not done.is_mapping:
            self.add(Sequence(tuple(done.children), place.line, place.column))
            return
        node = MappingNode(done.entries, place.line, place.column)
        if done.event.flow_style:
            self.faults += filter(None, (unquoted_slot(node, self.file), lost_comma(node, self.file)))
        self.add(node)

    def add_scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor or event.tag:
            self.refuse_properties(event)
        start, end = cast("yaml.Mark", event.start_mark), cast("yaml.Mark", event.end_mark)
        style, text = event.style, event.value
        if style == ">" or (style != "|" and end.line > start.line):
            text = joined_lines(text, self.written(start, end).strip("'\"").split("\n"))
        # An empty value at the very end stands on a line of its own that the text does not have.
        line = min(start.line, len(self.lines) - 1)
        column = start.column if line == start.line else len(self.lines[line])
        node = Scalar(text, style or None, line + self.first_line, column + 1)
        if not style:
            self.inspect_plain(node, start.line, end)
        elif style == '"':
            # Escapes may spell out characters that the text itself may not hold.
            self.faults += refused_characters(node.text, self.file, node.line, node.column)
        if self.has_invisible and self.role() is not Role.KEY:
            self.faults += invisible_characters(self.written(start, end), self.file, node.line, node.column)
        self.add(node)

    def inspect_plain(self, node: Scalar, start: int, end: yaml.Mark) -> None:
        if end.line > start or not node.text.isascii() or ":" in node.text or node.text[:1] == "-":
            self.faults += misread(node, self.role(), self.lines[start : end.line + 1], self.file)
        if self.has_comments and end.line < len(self.lines):
            line = self.lines[end.line]
            self.faults += cut_value(node, line, end.column, self.file, end.line + self.first_line)

    def role(self) -> Role:
        if not self.stack:
            return Role.ROOT
        top = self.stack[-1]
        if not top.is_mapping:
            return Role.ITEM
        return Role.KEY if top.key is None else Role.VALUE

    def add(self, node: Node) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _StopError(
                fault(
                    "yaml-too-many-nodes",
                    Location(self.file, node.line, node.column),
                    limit=f"{MAX_NODES:,}",
                )
            )
        if not self.stack:
            # `---` and nothing after it holds as little as an empty file.
            self.root = None if isinstance(node, Scalar) and not node.text and not node.style else node
            return
        top = self.stack[-1]
        if not top.is_mapping:
            top.children.append(node)
        elif top.key is None:
            top.key = self.key(node)
        else:
            key, top.key = top.key, None
            self.enter(top, Entry(key, node))

    def key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar) or not node.text:
            raise _StopError(fault("yaml-key-not-text", Location(self.file, node.line, node.column)))
        if node.text == "<<" and not node.style:
            raise _StopError(fault("yaml-merge-key", Location(self.file, node.line, node.column)))
        return node if node.text.isascii() else self.plain_key(node)

    def plain_key(self, key: Scalar) -> Scalar:
        """The key as it was meant, so that its field is not reported as missing too."""
        where = Location(self.file, key.line, key.column)
        text = unicodedata.normalize("NFC", without_invisible(key.text))
        if invisible := has_invisible(key.text):
            self.faults.append(fault("character-zero-width-key", where, character=code_point(invisible)))
        elif text != key.text:
            self.faults.append(fault("key-not-normalised", where, key=key.text))
        return replace(key, text=text.strip(WIDE_SPACE))

    def enter(self, top: _Open, entry: Entry) -> None:
        first = top.entries.setdefault(entry.key.text, entry)
        if first is not entry:
            related = Location(self.file, first.key.line, first.key.column)
            where = Location(self.file, entry.key.line, entry.key.column)
            self.faults.append(
                fault("yaml-duplicate-key", where, related=(related,), key=entry.key.text, line=related.line)
            )

    def refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            raise _StopError(self.fault("yaml-anchor", event, name=event.anchor))
        if event.tag:
            tag = self.lines[self.mark(event).line][self.mark(event).column :].split(maxsplit=1)[0]
            raise _StopError(self.fault("yaml-tag", event, name=tag))

    def fault(self, code: str, event: yaml.Event, **words: object) -> Diagnostic:
        return fault(code, self.place(event), related=(), **words)

    def place(self, event: yaml.Event) -> Location:
        mark = self.mark(event)
        return Location(self.file, mark.line + self.first_line, mark.column + 1)

    def mark(self, event: yaml.Event) -> yaml.Mark:
        return cast("yaml.Mark", event.start_mark)

    def written(self, start: yaml.Mark, end: yaml.Mark) -> str:
        """The source between two marks."""
        lines = self.lines[start.line : end.line + 1]
        if end.line < len(self.lines):
            lines[-1] = lines[-1][: end.column]
        return "\n".join(lines)[start.column :]
