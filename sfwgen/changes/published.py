"""The numbers of a published site, read from its open data: figures.json, and counters.json beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from sfwgen.changes.snapshot import QUANTITY, CounterState, FigureState, Snapshot

Fields = Mapping[str, Any]
"""An object of the published data, whose fields are looked at one by one."""


class PublishedFault(Exception):
    """The file is no published figures.json (or counters.json)."""


def read_published(figures: bytes, counters: bytes | None = None) -> Snapshot:
    """Returns the numbers of a published site; raises PublishedFault where the files are something else."""
    told, home = _records(figures, "figures")
    totals, _ = ([], "") if counters is None else _records(counters, "counters")
    try:
        return Snapshot(
            {each["id"]: _figure(each, home) for each in told},
            {each["id"]: _counter(each, home) for each in totals},
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise PublishedFault from error


def _records(data: bytes, name: str) -> tuple[list[Fields], str]:
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise PublishedFault from error
    if not isinstance(document, dict) or not isinstance(document.get(name), list):
        raise PublishedFault
    return document[name], str(document.get("homepage") or "")


def _figure(record: Fields, home: str) -> FigureState:
    return FigureState(
        id=str(record["id"]),
        label=_texts(record["label"]),
        printed=_texts(record["printed"]),
        amount=tuple(record[name] for name in QUANTITY),
        qualifier=str(record["qualifier"]),
        unit=str(record["unit"]),
        as_of=record["when"] or "",
        statistic=record["statistic"] or "",
        scope=_texts(record["scope"]),
        example=record["example"] is True,
        pages=_pages(record, home),
    )


def _counter(record: Fields, home: str) -> CounterState:
    return CounterState(
        id=str(record["id"]),
        label=_texts(record["label"]),
        printed=_texts(record["printed"]),
        amount=tuple(record[name] for name in QUANTITY),
        qualifier=record["qualifier"] or "",
        as_of=record["as_of"] or "",
        refusal=record["refusal"] or "",
        parts=tuple(sorted(str(each["figure"]) for each in record["contributions"])),
        pages=_pages(record, home),
    )


def _texts(texts: Fields | None) -> dict[str, str]:
    return {str(lang): str(text) for lang, text in (texts or {}).items()}


def _pages(record: Fields, home: str) -> tuple[str, ...]:
    """The pages that explain a record, as paths below the home page."""
    below = urlsplit(home).path
    paths = {urlsplit(str(url)).path.removeprefix(below).lstrip("/") for url in record["url"].values()}
    return tuple(sorted(f"{path}index.html" if not path or path.endswith("/") else path for path in paths))
