"""A project in two languages with Traditional Chinese as a third: its texts are the Chinese ones, written over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import yaml

from sfwgen.languages import written

LANG = "zh-hant"
_TRANSLATED = ("title", "summary")


def in_three_languages(files: Mapping[str, bytes], strings: bytes) -> dict[str, bytes]:
    """The project with a third language in config.yaml, in its texts, and in the words of the interface.

    What is needed besides is the package that brings the language; `strings` are the Chinese words.
    """
    made = dict(files)
    for path, data in files.items():
        if path.endswith(".yaml"):
            made[path] = _dump(_with_third(_load(data.decode())))
        elif path.endswith("index.zh.md"):
            _, head, body = data.decode().split("---\n", 2)
            facts = _load(head)
            translated = {key: written(str(facts[key]), LANG) for key in _TRANSLATED if key in facts}
            made[path] = _document(_with_third(facts), body)
            made[path.replace(".zh.", f".{LANG}.")] = _document(translated, written(body, LANG))
    config = _load(made["config.yaml"].decode())
    languages = cast("list[object]", config["languages"])
    third = {"id": LANG, "tag": "zh-Hant", "name": "繁體中文"}
    made["config.yaml"] = _dump({**config, "languages": [*languages, third], "extensions": ["sfwgen-hant"]})
    made[f"templates/strings/{LANG}.yaml"] = written(strings.decode(), LANG).encode()
    return made


def _load(text: str) -> dict[str, object]:
    """YAML with every value as the text that stands there."""
    return cast("dict[str, object]", yaml.load(text, Loader=yaml.BaseLoader))


def _dump(value: object) -> bytes:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000).encode()


def _document(head: object, body: str) -> bytes:
    return b"---\n" + _dump(head) + b"---\n" + body.encode() + b"\n"


def _with_third(value: object) -> object:
    """The value with a text in the third language beside each text that there is in Chinese and English."""
    if isinstance(value, list):
        return [_with_third(each) for each in value]
    if not isinstance(value, dict):
        return value
    made = {key: _with_third(each) for key, each in value.items()}
    # Units and terms of the glossary have their Chinese and English as parts of another kind.
    if (
        isinstance(value.get("zh"), str)
        and isinstance(value.get("en"), str | dict)
        and "dimension" not in value
    ):
        made[LANG] = written(value["zh"], LANG)
    return made
