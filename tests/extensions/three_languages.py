"""A project in two languages with a third one: its texts are made of the Chinese ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

import yaml

from sfwgen.languages import written
from sfwgen.model import Language

_TRANSLATED = ("title", "summary")


def in_three_languages(files: Mapping[str, bytes], strings: bytes) -> dict[str, bytes]:
    """The project with Traditional Chinese besides."""
    third = Language("zh-hant", "zh-Hant", "繁體中文")
    return with_language(files, third, "sfwgen-hant", strings, partial(written, lang=third.id))


def with_language(
    files: Mapping[str, bytes], language: Language, package: str, strings: bytes, say: Callable[[str], str]
) -> dict[str, bytes]:
    """The project with a third language in config.yaml, in its texts, and in the words of the interface.

    What is needed besides is the package that brings the language. `strings` are the Chinese words, `say` gives
    a Chinese text in the third language.
    """
    made = dict(files)
    for path, data in files.items():
        if path.endswith(".yaml"):
            made[path] = _dump(_with_third(_load(data.decode()), language.id, say))
        elif path.endswith("index.zh.md"):
            _, head, body = data.decode().split("---\n", 2)
            facts = _load(head)
            translated = {key: say(str(facts[key])) for key in _TRANSLATED if key in facts}
            made[path] = _document(_with_third(facts, language.id, say), body)
            made[path.replace(".zh.", f".{language.id}.")] = _document(translated, say(body))
    config = _load(made["config.yaml"].decode())
    languages = cast("list[object]", config["languages"])
    third = {"id": language.id, "tag": language.tag, "name": language.name}
    made["config.yaml"] = _dump({**config, "languages": [*languages, third], "extensions": [package]})
    made[f"templates/strings/{language.id}.yaml"] = say(strings.decode()).encode()
    return made


def _load(text: str) -> dict[str, object]:
    """YAML with every value as the text that stands there."""
    return cast("dict[str, object]", yaml.load(text, Loader=yaml.BaseLoader))


def _dump(value: object) -> bytes:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000).encode()


def _document(head: object, body: str) -> bytes:
    return b"---\n" + _dump(head) + b"---\n" + body.encode() + b"\n"


def _with_third(value: object, lang: str, say: Callable[[str], str]) -> object:
    """The value with a text in the third language beside each text that there is in Chinese and English."""
    if isinstance(value, list):
        return [_with_third(each, lang, say) for each in value]
    if not isinstance(value, dict):
        return value
    made = {key: _with_third(each, lang, say) for key, each in value.items()}
    # Units and terms of the glossary have their Chinese and English as parts of another kind.
    if (
        isinstance(value.get("zh"), str)
        and isinstance(value.get("en"), str | dict)
        and "dimension" not in value
    ):
        made[lang] = say(value["zh"])
    return made
