"""A made-up story as any generator needs it: each language's text with the facts that both share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from benchmarks.corpus import MadeUp


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of a story: its metric, as written, and as a number."""

    metric: str
    value: str
    number: int


@dataclass(frozen=True, slots=True)
class Document:
    """A story in one language."""

    lang: str
    title: str
    summary: str
    month: str
    line: str
    places: tuple[str, ...]
    figures: tuple[Stated, ...]
    body: str


def read_story(story: MadeUp) -> Iterator[Document]:
    """Yields a story in each of its languages."""
    facts, _ = _split(story.zh)
    figures = tuple(
        Stated(each["metric"], each["value"], int("".join(filter(str.isdigit, each["value"]))))
        for each in facts["figures"]
    )
    for lang, text in (("zh", story.zh), ("en", story.en)):
        said, body = _split(text)
        places = tuple(facts["places"])
        month, line = str(facts["date"]), str(facts["line"])
        yield Document(lang, said["title"], said["summary"], month, line, places, figures, body)


def _split(text: str) -> tuple[dict[str, Any], str]:
    _, header, body = text.split("---\n", 2)
    return yaml.load(header, yaml.CSafeLoader), body
