"""What VS Code needs to complete, explain and check the documents while they are typed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

FOLDER = ".vscode"
SETTINGS = f"{FOLDER}/settings.json"
"""May hold settings of others: it is made where there is none, and never replaced."""

_FILES: Mapping[str, str] = {
    "config": "config.yaml",
    "tally": "content/tallies/*.yaml",
    "bulletin": "content/bulletins/*.yaml",
    "register": "content/registers/*.yaml",
}
_VOCABULARY = ("units", "metrics", "counters", "places", "teams", "glossary", "relations")
_STORY = (
    "---",
    "title: ${1:标题}",
    "summary: ${2:一两句话：遇到什么问题，做了什么，结果怎样。}",
    "date: ${3:2019-05}",
    "line: ${4:enterprises}",
    "places: [${5}]",
    "figures:",
    "  - {metric: ${6}, value: ${7:800余家}}",
    "sources:",
    "  - {zh: ${8:来源}, en: ${9:Source}}",
    "draft: true",
    "---",
    "${0}",
)
_SNIPPETS: Mapping[str, tuple[str, str, Sequence[str]]] = {
    "案例 / story": ("anli story", "案例的开头和正文 / a story with its header", _STORY),
    "译文 / translation": (
        "yiwen translation",
        "译文的开头 / the header of a translation",
        ("---", "title: ${1:Title}", "summary: ${2:Summary}", "---", "${0}"),
    ),
    "数字 / figure": (
        "shuzi figure",
        "figures 里的一个数字，照原文写 / a figure, as the text writes it",
        ("- {metric: ${1}, value: ${2:800余家}, as_of: ${3:2019-05}}",),
    ),
    "没有指标的数字 / figure of its own": (
        "shuzi2 figure2",
        "只出现一次的数字 / a figure that occurs once",
        ("- {id: ${1}, label: {zh: ${2}, en: ${3}}, unit: ${4:metre}, value: ${5:200米}}",),
    ),
    "印出数字 / print a figure": ("yin slot", "文中印出一个数字 / prints a figure in the text", ("{=${1}}",)),
    "不是数字 / no figure": ("bushi nofigure", "这里不是数字 / no figure here", ("{~${1}~}",)),
    "经过 / step": (
        "jingguo step",
        "timeline 里的一步 / a step of the timeline",
        (
            "- date: ${1:2019-05}",
            "  state: ${2|done,under_way,stopped,open|}",
            "  name: {zh: ${3}, en: ${4}}",
            "  zh: ${5}",
            "  en: ${6}",
        ),
    ),
    "更正 / correction": (
        "gengzheng correction",
        "公开更正 / a published correction",
        (
            "- date: ${1:2019-07-05}",
            "  wrong: {zh: ${2}, en: ${3}}",
            "  right: {zh: ${4}, en: ${5}}",
        ),
    ),
    "定时 / schedule": (
        "dingshi schedule",
        "到点公开、到点撤下 / when it comes and goes",
        ("publish_at: ${1:2019-07-02 09:30}", "expires_at: ${2:2019-12-31 18:00}"),
    ),
}


def editor_files(schemas: Mapping[str, Mapping[str, Any]]) -> dict[str, bytes]:
    """Returns the files below the project's folder: schemas, settings, snippets, the extension to install."""
    files = {f"{FOLDER}/schema/{kind}.schema.json": _json(schema) for kind, schema in schemas.items()}
    snippets = {
        name: {"prefix": prefixes.split(), "description": about, "scope": "markdown,yaml", "body": list(body)}
        for name, (prefixes, about, body) in _SNIPPETS.items()
    }
    return {
        **files,
        SETTINGS: _json(_settings()),
        f"{FOLDER}/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        f"{FOLDER}/sfwgen.code-snippets": _json(snippets),
    }


def _settings() -> dict[str, object]:
    globs = {**_FILES, **{kind: f"content/vocabulary/{kind}.yaml" for kind in _VOCABULARY}}
    return {
        "yaml.schemas": {f"./{FOLDER}/schema/{kind}.schema.json": glob for kind, glob in globs.items()},
        "yaml.customTags": [],
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.unicodeHighlight.allowedCharacters": dict.fromkeys("：，。；！？（）“”‘’、—…\u3000", True),
        "[markdown]": {"editor.quickSuggestions": {"other": "on"}, "editor.wordWrap": "on"},
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
