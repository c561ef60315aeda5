"""Words that a rule finds in a text of which it knows the document only, found again in the file itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sfwgen.content.text import decode_text
from sfwgen.diagnostics import Diagnostic, Location

_WORD_BY_CODE = {"term-avoided": "form", "place-name-form": "form", "place-name-misspelt": "form"}
"""Which word of a diagnostic stands in the file as it is told."""


def place_words(told: Iterable[Diagnostic], sources: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Returns the diagnostics, those about a form of words each at a place where the form stands.

    A text beside the facts has no place of its own: it is told at the beginning of its story or its fact. As
    many occurrences from there on are taken, in their order, as no other diagnostic is about.
    """
    every = tuple(told)
    groups: dict[tuple[str, str], list[int]] = {}
    for number, each in enumerate(every):
        form = dict(each.words).get(_WORD_BY_CODE.get(each.code, ""), "")
        if form and each.location.file in sources:
            groups.setdefault((each.location.file, form), []).append(number)
    places: dict[int, Location] = {}
    for (file, form), numbers in groups.items():
        found = list(_occurrences(file, form, sources[file]))
        unplaced = [number for number in numbers if every[number].location not in found]
        taken = {every[number].location for number in numbers}
        for number in unplaced:
            after = (
                place for place in found if place not in taken and place.line >= every[number].location.line
            )
            if place := next(after, None):
                places[number] = place
                taken.add(place)
    return tuple(replace(each, location=places.get(n, each.location)) for n, each in enumerate(every))


def _occurrences(file: str, form: str, data: bytes) -> Iterator[Location]:
    text = decode_text(data, file)[0] or ""
    pattern = re.compile(re.escape(form), re.IGNORECASE)
    for number, line in enumerate(text.split("\n"), 1):
        yield from (Location(file, number, match.start() + 1) for match in pattern.finditer(line))
