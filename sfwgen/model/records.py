"""What people decided about a document, bound to what it said then: confirmed translations, reviews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sfwgen.dates import PartialDate
from sfwgen.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A piece of text and its translation, as marks of their wording, that somebody found to agree."""

    original: str
    translated: str


@dataclass(frozen=True, slots=True)
class Review:
    """A round of review: who did it, by role, when, and the digest of what was looked at."""

    round: int
    role: str
    date: PartialDate
    digest: str
    location: Location


@dataclass(frozen=True, slots=True)
class Record:
    """What was decided about one document. `name` is its path below content/, as in `stories/gas-pipeline`.

    `confirmed` is by the language of the translation, in the order of the document.
    """

    name: str
    confirmed: Mapping[str, tuple[Confirmed, ...]]
    reviews: tuple[Review, ...]
    location: Location
