"""What follows from a slip of punctuation is not reported beside it."""

from __future__ import annotations

from collections.abc import Iterable

from sfwgen.diagnostics import Diagnostic, Severity

_GIVEN_TWICE = "yaml-duplicate-key"
"""Of two equal keys the first is read; what is wrong with its value is a fault of its own."""


def without_echoes(faults: Iterable[Diagnostic], syntax: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Returns the faults of fields that do not follow from an error in how the file is written.

    Those on the line of such an error do, and so does a field that is missing because of its colon.
    """
    errors = [each for each in syntax if each.severity is Severity.ERROR and each.code != _GIVEN_TWICE]
    lines = {(place.file, place.line) for each in errors for place in (each.location, *each.related)}
    keys = {(each.location.file, key) for each in errors if (key := dict(each.words).get("key"))}
    return tuple(
        each
        for each in faults
        if not each.location.line
        or (
            (each.location.file, each.location.line) not in lines
            and (each.code != "field-missing" or (each.location.file, dict(each.words)["field"]) not in keys)
        )
    )
