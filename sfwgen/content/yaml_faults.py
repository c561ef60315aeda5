"""What libyaml's complaints mean to someone who writes a story: one fault, where the slip was made.

libyaml names the place where it could not go on, often a line late. The slips that occur are few; each is
told by the text around that place. What is none of them is reported as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from sfwgen.content.text import code_point, has_invisible
from sfwgen.diagnostics import Diagnostic, Location, fault

_WIDE_COLON = re.compile(r"[ \t]*(?:- +)?(?P<key>[^\s:：#{\[\"'-][^:：]*?) *(?P<colon>：)")
_NO_SPACE = re.compile(r"[ \t]*(?:- +)?(?P<key>[A-Za-z_][\w-]*)(?P<colon>:)(?=[^\s/])")
_WIDE_SPACE = re.compile("[ \t]*(?:- *)?(?:[\\w-]+:)?[ \t]*(?P<space>[\u3000\u00a0])")
_NO_SPACE_AFTER_DASH = re.compile(r"[ \t]*(?P<dash>-)[^\s-]")
_WIDE_DASH = re.compile(r"[ \t]*(?P<mark>[－–—−·•●・])[ \t]*\S")
_WIDE_OPENING = re.compile(r"[ \t]*(?:- +)?(?:[\w-]+: +)?(?P<mark>[｛［“‘])")
_SLOT = re.compile(r":\s+(?P<slot>\{[=~][^{}]*\})")
_ENTRY = re.compile(r"[ \t]*(?:- +)?[^\s:][^:]*:\s")
_BRACKETS_THEN_TEXT = re.compile(r"[ \t]*(?:- +)?[^\s:]+:\s+(?P<bracket>[\[{])[^\]}=~]*[\]}] *(?=[^\s\]}#])")
_BRACKET_OR_QUOTED = re.compile(r"""[\[\]{}]|"[^"]*"|(?<=[\s,:\[{])'[^']*'|\s#.*""")
_BLOCK = re.compile(r":[ \t]+(?P<mark>[|>])")
_KEY_ALONE = re.compile(r"[ \t]*(?:- +)?[^\s:]+")
_RIGHT = {"｛": "{", "［": "[", "｝": "}", "］": "]", "，": ",", "“": '"', "‘": "'"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where libyaml stopped and what it was reading, by lines of the text from 0."""

    lines: list[str]
    line: int
    column: int
    start_line: int
    start_column: int
    problem: str
    context: str
    file: str
    first_line: int

    def text(self, line: int | None = None) -> str:
        number = self.line if line is None else line
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def fault(self, code: str, line: int, column: int, **words: object) -> Diagnostic:
        if line >= len(self.lines):
            line, column = len(self.lines) - 1, len(self.lines[-1])
        return fault(code, Location(self.file, line + self.first_line, column + 1), related=(), **words)

    def here(self, code: str, **words: object) -> Diagnostic:
        return self.fault(code, self.line, self.column, **words)


def explain(error: yaml.MarkedYAMLError, lines: list[str], file: str, first_line: int) -> Diagnostic:
    """Returns the fault behind a syntax error in a text whose first line is `first_line` of the file."""
    mark, start = error.problem_mark, error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    start_line, start_column = (start.line, start.column) if start else (line, column)
    place = _Place(
        lines,
        line,
        column,
        start_line,
        start_column,
        error.problem or "",
        error.context or "",
        file,
        first_line,
    )
    return (
        _tab(place)
        or _reserved(place)
        or _quotes(place)
        or _invisible(place)
        or _wide_characters(place)
        or _slot(place)
        or _brackets(place)
        or _missing_space(place)
        or _colons(place)
        or _indentation(place)
        or place.here("yaml-syntax", problem=place.problem)
    )


def _suspects(place: _Place) -> list[int]:
    """The lines on which the slip may be: where libyaml stopped, where it began, and the line before."""
    before = place.line - 1
    while before > 0 and not place.text(before).strip():
        before -= 1
    order = (place.start_line, before, place.line) if place.column <= _indent(place) else (place.line, before)
    return [number for number in dict.fromkeys(order) if place.text(number).strip()]


def _indent(place: _Place) -> int:
    line = place.text()
    return len(line) - len(line.lstrip(" \t"))


def _tab(place: _Place) -> Diagnostic | None:
    line = place.text()
    leading = line[: len(line) - len(line.lstrip())]
    if "\t" in leading and ("tab" in place.problem or place.column <= len(leading)):
        return place.fault("yaml-tab", place.line, leading.index("\t"))
    return place.here("yaml-tab") if line[place.column : place.column + 1] == "\t" else None


def _reserved(place: _Place) -> Diagnostic | None:
    if re.search("alias|anchor|a tag", place.context):
        opening = place.text(place.start_line)[place.start_column :][:1]
        return place.fault("yaml-character-reserved", place.start_line, place.start_column, character=opening)
    if "block scalar" in place.context and (match := _BLOCK.search(place.text(place.start_line))):
        return place.fault(
            "yaml-character-reserved", place.start_line, match.start("mark"), character=match["mark"]
        )
    if "cannot start any token" in place.problem or "node content" in place.problem:
        character = place.text()[place.column : place.column + 1]
        return place.here("yaml-character-reserved", character=character) if character.strip("]}") else None
    bracket = _BRACKETS_THEN_TEXT.match(place.text())
    if bracket and "did not find expected key" in place.problem and place.column >= bracket.end():
        return place.fault(
            "yaml-character-reserved", place.line, bracket.start("bracket"), character=bracket["bracket"]
        )
    return None


def _quotes(place: _Place) -> Diagnostic | None:
    start = place.start_line, place.start_column
    if "quoted scalar" in place.context and "escape" in place.problem:
        # libyaml stops behind the letter of an escape whose number names no character.
        column = place.text().rfind("\\", 0, place.column + 1)
        character = place.text()[column : column + 2]
        return place.fault("yaml-escape", place.line, column, character=character)
    if "quoted scalar" in place.context:
        return place.fault("yaml-quote-unclosed", *start)
    quote = re.match(r"[ \t]*(?:- +)?(?:[^\s:]+:\s+)?(?P<quote>[\"'])", place.text())
    if quote and "did not find expected key" in place.problem and place.column > quote.end():
        return place.fault("yaml-quote-inside", place.line, quote.start("quote"))
    return None


def _invisible(place: _Place) -> Diagnostic | None:
    """A byte order mark within the file, as two files copied into one leave it: libyaml ends a line there."""
    for number in _suspects(place):
        key = place.text(number).partition(":")[0]
        if (character := has_invisible(key)) is not None:
            column = key.index(character)
            return place.fault("character-zero-width-key", number, column, character=code_point(character))
    return None


def _wide_characters(place: _Place) -> Diagnostic | None:
    for number in _suspects(place):
        line = place.text(number)
        colon = _WIDE_COLON.match(line)
        if (space := _WIDE_SPACE.match(line)) is not None:
            return place.fault("yaml-wide-space", number, space.start("space"))
        if colon and not _ENTRY.match(line):
            return place.fault("yaml-colon-fullwidth", number, colon.start("colon"), key=colon["key"])
        if (mark := _WIDE_DASH.match(line) or _WIDE_OPENING.match(line)) is not None:
            right = _RIGHT.get(mark["mark"], "-")
            return place.fault(
                "yaml-punctuation-fullwidth", number, mark.start("mark"), mark=mark["mark"], right=right
            )
    return None


def _slot(place: _Place) -> Diagnostic | None:
    for number in _suspects(place):
        match = _SLOT.search(place.text(number))
        if match:
            return place.fault("yaml-slot-unquoted", number, match.start("slot"), slot=match["slot"])
    return None


def _brackets(place: _Place) -> Diagnostic | None:
    if "flow" in place.context:
        opening = place.text(place.start_line)[place.start_column :]
        for wide in "，｝］：":
            if wide in opening:
                column = place.start_column + opening.index(wide)
                right = ": " if wide == "：" else _RIGHT[wide]
                return place.fault(
                    "yaml-punctuation-fullwidth", place.start_line, column, mark=wide, right=right
                )
        if opening[:1] not in ("[", "{"):
            return _last_open(place)
        return place.fault("yaml-bracket-unclosed", place.start_line, place.start_column, bracket=opening[:1])
    if place.text()[place.column : place.column + 1] in ("}", "]"):
        return place.here("yaml-bracket-unopened", bracket=place.text()[place.column])
    return None


def _last_open(place: _Place) -> Diagnostic:
    """The last bracket that is still open where libyaml stopped; those between quotes are passed over."""
    waiting: list[tuple[int, int, str]] = []
    for number, line in enumerate(place.lines[: place.line + 1]):
        for match in _BRACKET_OR_QUOTED.finditer(line):
            if match[0] in ("[", "{"):
                waiting.append((number, match.start(), match[0]))
            elif match[0] in ("]", "}") and waiting:
                waiting.pop()
    last = waiting[-1] if waiting else (place.start_line, place.start_column, "[")
    return place.fault("yaml-bracket-unclosed", last[0], last[1], bracket=last[2])


def _missing_space(place: _Place) -> Diagnostic | None:
    for number in _suspects(place):
        line = place.text(number)
        if "expected ':'" in place.problem and (dash := _NO_SPACE_AFTER_DASH.match(line)):
            return place.fault("yaml-dash-space", number, dash.start("dash"))
        if (colon := _NO_SPACE.match(line)) and not _ENTRY.match(line):
            return place.fault("yaml-colon-space", number, colon.start("colon"), key=colon["key"])
    return None


def _colons(place: _Place) -> Diagnostic | None:
    before = place.text()[: place.column]
    if not before.strip() and place.text()[place.column :][:1] == ":":
        return place.here("yaml-key-not-text")
    written = _NO_SPACE.match(place.text(place.start_line)[place.start_column :])
    if "expected ':'" in place.problem and written:
        column = place.start_column + written.start("colon")
        return place.fault("yaml-colon-space", place.start_line, column, key=written["key"])
    if "expected ':'" in place.problem:
        return place.fault("yaml-colon-missing", place.start_line, place.start_column)
    if "mapping values" in place.problem and _KEY_ALONE.fullmatch(before):
        above = min(_suspects(place))
        if ":" not in place.text(above) and above != place.line:
            return place.fault("yaml-colon-missing", above, 0)
    if "mapping values" in place.problem and _ENTRY.match(place.text()[: place.column]):
        return place.here("yaml-colon-in-value")
    return None


def _indentation(place: _Place) -> Diagnostic | None:
    before = place.text()[: place.column]
    told = ("expected key", "expected '-' indicator", "block sequence entries")
    if "block sequence entries" in place.problem and before.strip():
        return place.here("yaml-list-inline")
    if "<document start>" in place.problem:
        first = next((number for number, line in enumerate(place.lines) if line.strip()), 0)
        indent = len(place.lines[first]) - len(place.lines[first].lstrip())
        if any(line.startswith("...") for line in place.lines[: place.line]):
            return place.here("yaml-several-documents")
        return place.fault("yaml-indentation", first, indent) if indent else None
    misplaced = any(words in place.problem for words in told) and not before.strip(" \t-")
    if misplaced or ("mapping values" in place.problem and _KEY_ALONE.fullmatch(before)):
        return place.fault("yaml-indentation", place.line, _indent(place))
    return None
