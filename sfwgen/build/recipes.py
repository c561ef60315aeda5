"""What each output was made from, as digests: enough to say at the next build what has changed about it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter
from typing import get_args

from sfwgen.plan.outputs import AssetOutput, DataOutput, Output
from sfwgen.plan.views import FiguresView, SearchView, View
from sfwgen.publish import FileRecord
from sfwgen.values import short_digests

PART_BYTES = 6
_KEY_BYTES = 8
_STATIC = "static/"


class Part(StrEnum):
    """A part of what a page shows, by where it comes from."""

    TEXT = "text"
    FIGURE = "figure"
    COUNTER = "counter"
    LIST = "list"
    NEIGHBOUR = "neighbour"
    RELATED = "related"
    LANGUAGE = "language"
    PICTURE = "picture"
    ISSUE = "issue"
    SEARCH = "search"


PARTS = tuple(Part)

_PART_BY_FIELD: Mapping[str, Part] = {
    **dict.fromkeys(("panel", "evidence", "figure"), Part.FIGURE),
    **dict.fromkeys(("counters", "counter", "records", "definitions"), Part.COUNTER),
    **dict.fromkeys(("lead", "rows", "stories", "all_stories", "span", "lines", "months"), Part.LIST),
    **dict.fromkeys(
        ("heading", "filters", "pager", "summary", "groups", "links", "bulletins", "titles"), Part.LIST
    ),
    **dict.fromkeys(("previous", "next"), Part.NEIGHBOUR),
    "related": Part.RELATED,
    "other": Part.LANGUAGE,
    "pairs": Part.PICTURE,
}
_PART_BY_VIEW_FIELD = {
    (FiguresView, "index"): Part.COUNTER,
    (SearchView, "index"): Part.SEARCH,
}
_PART_BY_FRAME_FIELD = {
    "frame.alternates": Part.LANGUAGE,
    "frame.notices": Part.TEXT,
    "frame.site.issue": Part.ISSUE,
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """What an output was made from: a digest of it all, for a page digests of its parts and its templates."""

    kind: str
    key: bytes
    parts: bytes = b""
    templates: frozenset[str] = frozenset()

    def changed_parts(self, earlier: bytes) -> tuple[Part, ...]:
        """Returns the parts of the page that are other than they were."""
        places = range(0, len(self.parts), PART_BYTES)
        return tuple(
            part
            for part, start in zip(PARTS, places, strict=True)
            if self.parts[start : start + PART_BYTES] != earlier[start : start + PART_BYTES]
        )


def file_recipe(output: Output, record: FileRecord) -> Recipe:
    """Returns the recipe of a file that no template makes: its bytes."""
    if isinstance(output, DataOutput):
        kind = "data"
    elif isinstance(output, AssetOutput):
        kind = "static" if output.path.startswith(_STATIC) else "asset"
    else:
        kind = "picture"
    return Recipe(kind, key_of(record.sha256))


def key_of(text: str) -> bytes:
    """Returns a digest, short since nothing but a report rests on it, of what names all that was used."""
    return hashlib.blake2b(text.encode(), digest_size=_KEY_BYTES).digest()


def digest_parts(view: View) -> bytes:
    """Returns the digests of a page's parts, one after the other."""
    return short_digests((part_values(view, part) for part in PARTS), PART_BYTES)


def part_values(view: View, part: Part) -> object:
    """Returns what a part of a page shows; None for a part that it does not have."""
    get = _GETTERS[type(view)].get(part)
    return None if get is None else get(view)


def _getters(kind: type[View]) -> Mapping[Part, Callable[[View], object]]:
    names: dict[Part, list[str]] = {}
    for field in fields(kind):
        if field.name != "frame":
            usual = _PART_BY_FIELD.get(field.name, Part.TEXT)
            names.setdefault(_PART_BY_VIEW_FIELD.get((kind, field.name), usual), []).append(field.name)
    for name, part in _PART_BY_FRAME_FIELD.items():
        names.setdefault(part, []).append(name)
    return {part: attrgetter(*some) for part, some in names.items()}


_GETTERS: Mapping[type, Mapping[Part, Callable[[View], object]]] = {
    kind: _getters(kind) for kind in get_args(View)
}
