"""Diagnostics as SARIF 2.1.0, the form in which code hosts and editors take the results of checks.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from sfwgen import __version__
from sfwgen.diagnostics.model import Diagnostic, Location, Severity, sort_diagnostics
from sfwgen.diagnostics.report import LANGUAGES, escape_unseen

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
BASE = "%SRCROOT%"
"""What paths begin from: the folder of the project. Code hosts know it by this name."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_TAGS = {"zh": "zh-Hans", "en": "en"}
_WORD = re.compile(r"\{[a-z_]+\}")
_Object = dict[str, object]


def print_sarif(
    diagnostics: Iterable[Diagnostic], lang: str, summary: Mapping[str, object] | None = None
) -> str:
    """Returns all diagnostics as one SARIF log: messages in `lang`, and in every language as properties."""
    told = sort_diagnostics(diagnostics)
    first = {each.code: each for each in reversed(told)}
    codes = sorted(first)
    run: _Object = {
        "tool": {"driver": _driver([_rule(first[code], lang) for code in codes])},
        "language": _TAGS["zh" if lang == "zh" else "en"],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder of the project"}}},
        "results": [_result(each, codes.index(each.code), lang) for each in told],
    }
    if summary:
        run["properties"] = dict(summary)
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return escape_unseen(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _driver(rules: list[_Object]) -> _Object:
    return {"name": "sfwgen", "version": __version__, "semanticVersion": __version__, "rules": rules}


def _rule(example: Diagnostic, lang: str) -> _Object:
    """The rule that a diagnostic is about: its texts with an ellipsis for each word of theirs."""
    bare = Diagnostic(example.code, example.severity, example.location)
    return {
        "id": example.code,
        "shortDescription": {"text": _WORD.sub("…", bare.message(lang))},
        "help": {"text": _WORD.sub("…", bare.hint(lang)) or "-"},
        "defaultConfiguration": {"level": _LEVELS[example.severity]},
    }


def _result(diagnostic: Diagnostic, rule: int, lang: str) -> _Object:
    result: _Object = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": _text(diagnostic, lang)},
        "locations": _places(diagnostic.location, diagnostic.quote),
        "properties": {
            "message": {each: diagnostic.message(each) for each in LANGUAGES},
            "hint": {each: diagnostic.hint(each) for each in LANGUAGES},
        },
    }
    if diagnostic.related:
        result["relatedLocations"] = [place for each in diagnostic.related for place in _places(each, None)]
    return result


def _text(diagnostic: Diagnostic, lang: str) -> str:
    return "\n".join(filter(None, (diagnostic.message(lang), diagnostic.hint(lang))))


def _places(location: Location, line: str | None) -> list[_Object]:
    """The place as SARIF has it; none for what concerns no file."""
    if not location.file:
        return []
    path = quote(unicodedata.normalize("NFC", location.file), errors="surrogateescape")
    physical: _Object = {"artifactLocation": {"uri": path, "uriBaseId": BASE}}
    if location.line:
        region: _Object = {"startLine": location.line}
        if location.column:
            region["startColumn"] = location.column
        if line is not None:
            region["snippet"] = {"text": line}
        physical["region"] = region
    return [{"physicalLocation": physical}]
