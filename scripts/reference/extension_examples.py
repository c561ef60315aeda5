"""What is told of extensions: which packages are installed is no part of a project."""

from __future__ import annotations

from collections.abc import Iterator

from sfwgen.diagnostics import Diagnostic, Location, fault

_CONFIG = Location("config.yaml", 24, 4)
_LANGUAGE = Location("config.yaml", 9, 10)
_WORDS: dict[str, tuple[Location, dict[str, object]]] = {
    "language-module-twice": (_LANGUAGE, {"lang": "ja", "packages": "sfwgen-ja, sfwgen-nihongo"}),
    "language-module-broken": (
        _LANGUAGE,
        {"lang": "ja", "packages": "sfwgen-ja", "problem": "ModuleNotFoundError: No module named 'fugashi'"},
    ),
    "language-not-listed": (_LANGUAGE, {"lang": "zh-hant", "packages": "sfwgen-hant"}),
    "extension-missing": (_CONFIG, {"name": "sfwgen-plain-word", "nearest": "sfwgen-plain-words"}),
    "extension-empty": (
        _CONFIG,
        {"name": "requests", "groups": "sfwgen.rules, sfwgen.filters, sfwgen.outputs, sfwgen.languages"},
    ),
    "extension-broken": (
        _CONFIG,
        {
            "name": "sfwgen-plain-words",
            "hook": "set-phrases",
            "problem": "ImportError: cannot import name 'Finding'",
        },
    ),
    "extension-filter-taken": (
        _CONFIG,
        {"name": "sfwgen-plain-words", "filter": "unbroken", "other": "sfwgen"},
    ),
    "extension-failed": (
        _CONFIG,
        {"name": "sfwgen-plain-words", "hook": "set-phrases", "problem": "KeyError: 'ja'"},
    ),
    "extension-path-taken": (
        _CONFIG,
        {
            "name": "sfwgen-plain-words",
            "hook": "story-list",
            "path": "data/stories.json",
            "other": "sfwgen",
        },
    ),
    "extension-file-refused": (
        _CONFIG,
        {
            "name": "sfwgen-plain-words",
            "hook": "story-list",
            "path": "lists/stories.html",
            "reason_zh": "只能以 .txt、.csv、.json 等结尾",
            "reason_en": "it may end with .txt, .csv, .json and the like only",
        },
    ),
    "place-name-untold": (
        Location("content/stories/feifeng-road/index.zh-hant.md", 2, 8),
        {"name": "飞凤社区", "wanted": "飛鳳社區"},
    ),
    "extension-finding": (
        Location("content/stories/feifeng-road/index.zh.md", 11, 1),
        {
            "name": "sfwgen-plain-words",
            "hook": "set-phrases",
            "said_zh": "“高度重视”是套话。写做了什么、结果怎样。",
            "said_en": "“高度重视” is a set phrase. Say what was done, and what came of it.",
        },
    ),
}


def told_of_extensions() -> Iterator[Diagnostic]:
    """Yields a diagnostic for each code that needs an extension."""
    for code, (place, words) in _WORDS.items():
        yield fault(code, place, related=(), **words)
