"""What earlier builds found out about single texts, so that a text that has not changed costs nothing again.

Two things are remembered, each under a digest of all that it depends on: the HTML that a body becomes, and
the figures that stand in a passage. The record is data only and may be lost, deleted or copied to another
machine at any time: what is not in it is worked out anew. Nothing is kept of a build that had errors.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sfwgen.build.engine import engine_digest
from sfwgen.build.state import read_state, write_state
from sfwgen.content.load import BodySource, convert_body
from sfwgen.diagnostics import Diagnostic, Location, Severity
from sfwgen.figures import Found, Qualifier, Quantity, find
from sfwgen.model import Body, FigureSlot, Heading, ImageSlot, LinkSlot
from sfwgen.publish import Disk

_NAME = "texts.json"

Faults = tuple[Diagnostic, ...]


class Memory:
    """What is known of texts. What a build has used, and nothing else, is kept for the next one."""

    def __init__(self, known: Mapping[str, Any] | None = None) -> None:
        self._known = dict(known or {})
        self._used: dict[str, Any] = {}
        self._engine = engine_digest()

    @property
    def entries(self) -> Mapping[str, Any]:
        """What was used, by digest."""
        return self._used

    @property
    def changed(self) -> bool:
        """Whether what was used is other than what was known."""
        return self._used.keys() != self._known.keys()

    def convert(self, bodies: Sequence[BodySource]) -> list[tuple[Body, Faults]]:
        """Returns bodies converted, in order; for `load_site`."""
        return [self._convert(body) for body in bodies]

    def _convert(self, body: BodySource) -> tuple[Body, Faults]:
        converted: tuple[Body, Faults] = self._recall(
            ("body", body.source, body.file, str(body.line), body.folder),
            lambda: _encode_body(*convert_body(body)),
            lambda data: _decode_body(data, body),
        )
        return converted

    def find(self, text: str, lang: str) -> tuple[Found, ...]:
        """Returns the figures in a text; for `read_prose`."""
        found: tuple[Found, ...] = self._recall(
            ("figures", lang, text),
            lambda: [_encode_found(each) for each in find(text, lang)],
            lambda data: tuple(_decode_found(each, text) for each in data),
        )
        return found

    def _recall(self, key: tuple[str, ...], work_out: Callable[[], Any], decode: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - whatever is remembered
        name = hashlib.sha256("\0".join((self._engine, *key)).encode()).hexdigest()[:32]
        data = self._used.get(name, self._known.get(name))
        if data is not None:
            # An entry that another version or another hand has written in another form counts as none.
            with suppress(KeyError, TypeError, ValueError, ArithmeticError):
                value = decode(data)
                self._used[name] = data
                return value
        data = work_out()
        self._used[name] = data
        return decode(data)


def read_memory(disk: Disk, root: str) -> Memory:
    """Returns what earlier builds of a project remembered; nothing where there is no sound record."""
    data = read_state(disk, root, _NAME)
    with suppress(ValueError, RecursionError):
        known = None if data is None else json.loads(data)
        if isinstance(known, dict):
            return Memory(known)
    return Memory()


def write_memory(disk: Disk, root: str, memory: Memory) -> None:
    """Keeps what a build has used, for the next one. A disk that refuses it costs time, not the build."""
    if memory.changed:
        text = json.dumps(memory.entries, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        write_state(disk, root, _NAME, text.encode())


# --- bodies -------------------------------------------------------------------------------------------------


def _encode_body(body: Body, faults: Faults) -> dict[str, Any]:
    return {
        "parts": [_encode_part(part) for part in body.parts],
        "headings": [[each.level, each.text, each.anchor] for each in body.headings],
        "faults": [_encode_diagnostic(each) for each in faults],
    }


def _decode_body(data: Mapping[str, Any], source: BodySource) -> tuple[Body, Faults]:
    body = Body(
        parts=tuple(_decode_part(part) for part in data["parts"]),
        headings=tuple(Heading(*each) for each in data["headings"]),
        source=source.source,
        file=source.file,
        line=source.line,
    )
    return body, tuple(_decode_diagnostic(each) for each in data["faults"])


def _encode_part(part: str | FigureSlot | LinkSlot | ImageSlot) -> Any:  # noqa: ANN401 - JSON
    match part:
        case str():
            return part
        case FigureSlot():
            return ["figure", part.figure, _encode_location(part.location)]
        case LinkSlot():
            return ["link", part.target, part.fragment, _encode_location(part.location)]
        case ImageSlot():
            return ["image", part.target, _encode_location(part.location)]


def _decode_part(data: Any) -> str | FigureSlot | LinkSlot | ImageSlot:  # noqa: ANN401 - JSON
    if isinstance(data, str):
        return data
    kind, *words, place = data
    location = Location(*place)
    if kind == "figure":
        return FigureSlot(words[0], location)
    if kind == "image":
        return ImageSlot(words[0], location)
    return LinkSlot(words[0], words[1], location)


def _encode_location(location: Location) -> list[Any]:
    return [location.file, location.line, location.column]


def _encode_diagnostic(told: Diagnostic) -> list[Any]:
    related = [_encode_location(each) for each in told.related]
    return [told.code, told.severity.value, _encode_location(told.location), list(told.words), related]


def _decode_diagnostic(data: Sequence[Any]) -> Diagnostic:
    code, severity, location, words, related = data
    return Diagnostic(
        code,
        Severity(severity),
        Location(*location),
        tuple((name, word) for name, word in words),
        tuple(Location(*each) for each in related),
    )


# --- figures ------------------------------------------------------------------------------------------------


def _encode_found(found: Found) -> list[Any]:
    quantity = found.quantity
    numbers = [quantity.value, quantity.low, quantity.high, quantity.base, quantity.step]
    return [
        found.start,
        found.end,
        quantity.qualifier.value,
        [_encode_number(number) for number in numbers],
        found.unit,
        found.statistic,
        found.direction,
        found.parts,
    ]


def _encode_number(number: Decimal | Fraction | None) -> str | None:
    if isinstance(number, Fraction):
        return f"{number.numerator}/{number.denominator}"
    return None if number is None else str(number)


def _decode_found(data: Sequence[Any], text: str) -> Found:
    start, end, qualifier, numbers, unit, statistic, direction, parts = data
    value, low, high, base, step = numbers
    quantity = Quantity(
        Qualifier(qualifier),
        Fraction(value) if value is not None and "/" in value else _decimal(value),
        _decimal(low),
        _decimal(high),
        _decimal(base),
        Decimal(step),
    )
    return Found(
        text[start:end], start, end, quantity, unit, statistic, direction, tuple(parts) if parts else None
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
