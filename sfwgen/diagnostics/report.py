"""Diagnostics for people and machines: text with the line and a caret, JSON, annotations of a CI service.

Whatever stands in a file, its name or a message reaches no terminal and no log as a command.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from sfwgen.diagnostics.model import Diagnostic, Location, Severity, sort_diagnostics
from sfwgen.diagnostics.width import display_width, expand_tabs, visible

LIMIT = 200
"""How many diagnostics are printed for people; the errors among them come first."""
LANGUAGES = ("zh", "en")
FORMAT = 1
"""The version of the JSON report."""

QUOTE_WIDTH = 96
_ELLIPSIS = "…"
_RESET = "\x1b[0m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_WORDS = {
    "zh": {
        "hint": "建议：",
        "related": "另见 ",
        "more": "……还有 {count} 条没有列出。先改正以上各条，再运行一次。",
    },
    "en": {
        "hint": "hint: ",
        "related": "see also ",
        "more": "… and {count} more. Correct those above, then run the command again.",
    },
}
# What JSON's own escapes leave and a terminal would obey or not show.
_NOT_IN_JSON = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def print_text(
    diagnostics: Iterable[Diagnostic], lang: str, *, colour: bool = False, limit: int = LIMIT
) -> str:
    """Returns the diagnostics for a terminal or a log, in one language, each line ended; empty if none."""
    shown, more = _cut(diagnostics, limit)
    text = "".join(f"{line}\n" for each in shown for line in _lines(each, lang, colour=colour))
    return text + (f"{_say(lang, 'more').format(count=more)}\n" if more else "")


def print_json(diagnostics: Iterable[Diagnostic], summary: Mapping[str, object] | None = None) -> str:
    """Returns all diagnostics in both languages, and the summary, as one JSON document."""
    report = {
        "format": FORMAT,
        "diagnostics": [_data(each) for each in sort_diagnostics(diagnostics)],
        "summary": dict(summary or {}),
    }
    return escape_unseen(json.dumps(report, ensure_ascii=False, indent=2)) + "\n"


def escape_unseen(text: str) -> str:
    """Returns a JSON text in which what a terminal would obey or not show is written as an escape."""
    return _NOT_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def print_github(diagnostics: Iterable[Diagnostic], lang: str, *, limit: int = LIMIT) -> str:
    """Returns the diagnostics as annotations (workflow commands) of GitHub Actions and its relatives."""
    shown, more = _cut(diagnostics, limit)
    text = "".join(f"{_annotation(each, lang)}\n" for each in shown)
    return text + (f"::notice::{_say(lang, 'more').format(count=more)}\n" if more else "")


def _say(lang: str, word: str) -> str:
    return _WORDS["zh" if lang == "zh" else "en"][word]


def _cut(diagnostics: Iterable[Diagnostic], limit: int) -> tuple[Sequence[Diagnostic], int]:
    """The diagnostics to be shown, in order, and how many are not: errors are shown before anything else."""
    ordered = sort_diagnostics(diagnostics)
    if len(ordered) <= limit:
        return ordered, 0
    urgent = sorted(ordered, key=lambda each: list(Severity).index(each.severity))[:limit]
    return sort_diagnostics(urgent), len(ordered) - limit


def _lines(diagnostic: Diagnostic, lang: str, *, colour: bool) -> list[str]:
    severity = f"{diagnostic.severity}[{diagnostic.code}]"
    if colour:
        severity = f"{_COLOURS[diagnostic.severity]}{severity}{_RESET}"
    lines = [f"{_place(diagnostic.location)}{severity}: {visible(diagnostic.message(lang))}"]
    if diagnostic.quote is not None and diagnostic.location.line:
        lines += _quote(diagnostic.quote, diagnostic.location)
    if hint := diagnostic.hint(lang):
        lines.append(f"  {_say(lang, 'hint')}{visible(hint)}")
    lines += [f"  {_say(lang, 'related')}{_place(each).removesuffix(': ')}" for each in diagnostic.related]
    return lines


def _place(location: Location) -> str:
    """`file:line:column: `, as far as these are known; the program's name where there is no file."""
    file = visible(unicodedata.normalize("NFC", location.file)) or "sfwgen"
    numbers = "".join(f":{number}" for number in (location.line, location.column) if number)
    return f"{file}{numbers}: "


def _quote(line: str, location: Location) -> list[str]:
    """The quoted line behind its number, and a caret under the column."""
    before, after = _window(line, max(location.column - 1, 0))
    gutter = f"{location.line:>5}"
    quoted = [f"{gutter} | {before}{after}".rstrip()]
    if location.column:
        quoted.append(f"{' ' * len(gutter)} | {' ' * display_width(before)}^")
    return quoted


def _window(line: str, column: int) -> tuple[str, str]:
    """The shown parts of a line before and from a column, cut so that both fit."""
    # Tabs are expanded over the whole line, so that the second part begins where the first one ends.
    before = expand_tabs(_shown(line[:column]))
    after = expand_tabs(before + _shown(line[column : column + QUOTE_WIDTH]))[len(before) :]
    cut_after = len(line) > column + QUOTE_WIDTH
    if display_width(before) + display_width(after) <= QUOTE_WIDTH and not cut_after:
        return before, after
    room = QUOTE_WIDTH // 2
    if display_width(before) > room:
        before = _ELLIPSIS + _last(before, room)
    room = QUOTE_WIDTH - display_width(before)
    if cut_after or display_width(after) > room:
        after = _first(after, room) + _ELLIPSIS
    return before, after


def _shown(text: str) -> str:
    """The text with what cannot be seen written out; tabs stay, and are expanded later."""
    return "\t".join(visible(part) for part in text.split("\t"))


def _first(text: str, width: int) -> str:
    end = width
    while display_width(text[:end]) > width:
        end -= 1
    return text[:end]


def _last(text: str, width: int) -> str:
    start = max(len(text) - width, 0)
    while display_width(text[start:]) > width:
        start += 1
    return text[start:]


def _data(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        **_location_data(diagnostic.location),
        "message": {lang: diagnostic.message(lang) for lang in LANGUAGES},
        "hint": {lang: diagnostic.hint(lang) for lang in LANGUAGES},
        "quote": diagnostic.quote,
        "related": [_location_data(each) for each in diagnostic.related],
    }


def _location_data(location: Location) -> dict[str, object]:
    file = unicodedata.normalize("NFC", location.file)
    return {"file": file, "line": location.line or None, "column": location.column or None}


def _annotation(diagnostic: Diagnostic, lang: str) -> str:
    place = diagnostic.location
    file = visible(unicodedata.normalize("NFC", place.file))
    properties = {"file": file, "line": place.line, "col": place.column, "title": diagnostic.code}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    texts = (diagnostic.message(lang), diagnostic.hint(lang))
    message = "%0A".join(_message(visible(text)) for text in texts if text)
    return f"::{_LEVELS[diagnostic.severity]} {written}::{message}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _message(str(value)).replace(":", "%3A").replace(",", "%2C")
