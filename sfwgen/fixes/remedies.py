"""What a line becomes where its fault has a safe remedy; sometimes there are several to try."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping

from sfwgen.content.text import without_invisible
from sfwgen.diagnostics import Diagnostic

Candidates = tuple[str, ...]
"""Lines that may stand in the place of the faulty one, the likeliest first; a line feed divides two."""

_HAN = re.compile("[\u3400-\u9fff]")
_FIELD = re.compile(r"(?P<head>\s*(?:- )?[A-Za-z_][\w-]*: +)(?P<value>[^\"'\s{\[|>#].*?|\{=.*?)(?P<end>\s*)")
_SEPARATOR = re.compile("[\x85\u2028\u2029]")
_WIDE = "\u3000\u00a0\u2002\u2003\u2007\u2009\u202f"


def candidates(told: Diagnostic, line: str) -> Candidates:
    """Returns what may stand in the place of a line with this fault; nothing without a safe remedy."""
    remedy = _REMEDIES.get(told.code)
    if remedy is None:
        return ()
    return tuple(each for each in remedy(line, told.location.column - 1, dict(told.words)) if each != line)


_Words = Mapping[str, str]


def _colon_full_width(line: str, at: int, _: _Words) -> Candidates:
    if line[at : at + 1] not in "：﹕︰" or not line[at : at + 1]:
        return ()
    rest = line[at + 1 :].lstrip(" \u3000")
    return (f"{line[:at]}: {rest}".rstrip(),)


def _colon_space(line: str, at: int, _: _Words) -> Candidates:
    return (f"{line[: at + 1]} {line[at + 1 :]}",) if line[at : at + 1] == ":" else ()


def _punctuation(line: str, at: int, words: _Words) -> Candidates:
    mark, right = words.get("mark", ""), words.get("right", "")
    if not mark or not right or line[at : at + len(mark)] != mark:
        return ()
    rest = line[at + len(mark) :]
    space = " " if right == "," and not rest.startswith(" ") else ""
    return (f"{line[:at]}{right}{space}{rest}",)


def _tab(line: str, _at: int, _words: _Words) -> Candidates:
    bare = line.lstrip("\t ")
    indent = line[: len(line) - len(bare)]
    return tuple(f"{indent.replace(chr(9), spaces)}{bare}" for spaces in ("  ", "", "    "))


def _wide_space(line: str, _at: int, _words: _Words) -> Candidates:
    bare = line.lstrip(f" {_WIDE}")
    indent, rest = line[: len(line) - len(bare)], _narrow(bare, " ")
    if not indent.strip(" "):
        return (f"{indent}{rest}",)
    return tuple(f"{_narrow(indent, spaces)}{rest}" for spaces in ("", "  ", " "))


def _narrow(text: str, by: str) -> str:
    return "".join(by if each in _WIDE else each for each in text)


def _dash_space(line: str, at: int, _: _Words) -> Candidates:
    return (f"{line[: at + 1]} {line[at + 1 :]}",) if line[at : at + 1] == "-" else ()


def _comma(line: str, at: int, words: _Words) -> Candidates:
    value = words.get("value", "")
    if not value or not line[at:].startswith(value) or '"' in value:
        return ()
    return (f'{line[:at]}"{value}"{line[at + len(value) :]}',)


def _quoted(line: str, _at: int, _words: _Words) -> Candidates:
    field = _FIELD.fullmatch(line)
    if field is None or " #" in field["value"]:
        return ()
    return (f"{field['head']}{json.dumps(field['value'], ensure_ascii=False)}{field['end']}",)


def _fence(_line: str, _at: int, _words: _Words) -> Candidates:
    return ("---",)


def _seen(line: str, _at: int, _words: _Words) -> Candidates:
    return (without_invisible(line),)


def _separator(line: str, _at: int, _words: _Words) -> Candidates:
    return tuple(_SEPARATOR.sub(by, line) for by in ("\n", ""))


def _normal(line: str, _at: int, _words: _Words) -> Candidates:
    return (unicodedata.normalize("NFC", line),)


def _date(line: str, at: int, words: _Words) -> Candidates:
    value, right = words.get("value", ""), words.get("suggestion", "")
    if not value or not right or not line[at:].startswith(value):
        return ()
    return (f"{line[:at]}{right}{line[at + len(value) :]}",)


def _field_name(line: str, at: int, words: _Words) -> Candidates:
    name, right = words.get("field", ""), words.get("nearest", "")
    # A name in Chinese is what the field is called; a name near another may be one that is still to come.
    if not right or not _HAN.search(name) or not line[at:].startswith(name):
        return ()
    return (f"{line[:at]}{right}{line[at + len(name) :]}",)


def _list(line: str, _at: int, _words: _Words) -> Candidates:
    field = _FIELD.fullmatch(line)
    if field is None or not re.fullmatch(r"[\w-]+(?:\s*[、，, ]\s*[\w-]+)*", field["value"]):
        return ()
    return (f"{field['head']}[{', '.join(re.split('[、，, ]+', field['value']))}]",)


def _mark(line: str, at: int, words: _Words) -> Candidates:
    found, right = words.get("found", ""), words.get("right", "")
    if at or not found or not right or not line.startswith(found):
        return ()
    return (f"{right}{line[len(found) :]}",)


def _bullet(line: str, at: int, _: _Words) -> Candidates:
    return (f"{line[:at]}- {line[at + 1 :].lstrip()}",) if line[at : at + 1] else ()


def _blank_before(line: str, _at: int, _words: _Words) -> Candidates:
    return (f"\n{line}",)


def _heading(line: str, _at: int, _words: _Words) -> Candidates:
    return (f"#{line}",) if re.match(r"#[ \t]", line) else ()


_REMEDIES: Mapping[str, Callable[[str, int, _Words], Candidates]] = {
    "yaml-colon-fullwidth": _colon_full_width,
    "yaml-colon-space": _colon_space,
    "yaml-punctuation-fullwidth": _punctuation,
    "yaml-tab": _tab,
    "yaml-wide-space": _wide_space,
    "yaml-dash-space": _dash_space,
    "yaml-comma-unquoted": _comma,
    "yaml-slot-unquoted": _quoted,
    "yaml-colon-in-value": _quoted,
    "yaml-character-reserved": _quoted,
    "header-fence-wide": _fence,
    "header-fence-length": _fence,
    "header-fence-indented": _fence,
    "header-fence-dots": _fence,
    "character-zero-width": _seen,
    "character-zero-width-key": _seen,
    "character-line-separator": _separator,
    "key-not-normalised": _normal,
    "date-invalid": _date,
    "field-unknown": _field_name,
    "value-not-list": _list,
    "markdown-full-width": _mark,
    "markdown-bullet": _bullet,
    "markdown-list-blank-line": _blank_before,
    "heading-level": _heading,
}

CODES = frozenset(_REMEDIES)
"""The codes whose faults may have a remedy."""

REWORDED = frozenset({"date-invalid", "field-unknown", "key-not-normalised"})
"""Those whose remedies write something in other words; all others only touch marks and spaces."""
