"""Frozen values as bytes and back, as data only.

The form is JSON, with the names of the classes before it and what is bytes behind it. Reading makes plain
data, numbers, days, and our own frozen values and enumerations out of their parts. Nothing else can be
named, called or changed: bytes from elsewhere can run nothing. What is damaged or of another form is refused.
"""

from __future__ import annotations

import hashlib
import io
import json
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from itertools import chain, pairwise
from operator import attrgetter
from typing import Any, cast

from sfwgen.each import NOTHING, Shared

_OWN = "sfwgen."


class UnreadableValue(ValueError):
    """The bytes are not a value that `freeze` wrote."""


# Digests.


def digest_of(value: object) -> str:
    """Returns a digest of a value: the same for equal values, in any process; sets are not for it."""
    stream = io.BytesIO()
    writer = _Digested(stream, _PROTOCOL)
    # Without this, a part that two places share is written otherwise than two equal parts.
    writer.fast = True
    writer.dump(value)
    return hashlib.sha256(stream.getbuffer()).hexdigest()


def short_digests(values: Iterable[object], size: int) -> bytes:
    """Returns a digest of so many bytes for each value, one after the other: to tell what has changed."""
    stream = io.BytesIO()
    writer = _Digested(stream, _PROTOCOL)
    writer.fast = True
    ends = [0]
    for value in values:
        writer.dump(value)
        ends.append(stream.tell())
    data = stream.getbuffer()
    parts = (data[start:end] for start, end in pairwise(ends))
    return b"".join(hashlib.blake2b(part, digest_size=size).digest() for part in parts)


_PROTOCOL = 5


class _Digested(pickle.Pickler):
    """Writes values for a digest, the quickest way that Python has: nothing ever reads what it writes."""

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - what pickle asks for
        kind: type[Any] = type(value)
        make = _ARGUMENTS[kind]
        return NotImplemented if make is None else (kind, make(value))


# Writing.


def freeze(value: object, shared: Shared = NOTHING) -> bytes:
    """Returns a value as bytes; what is in `shared` goes by its name."""
    writer = _Writer(shared)
    body = _print_json(writer.written((value,))).encode("utf-8", "surrogatepass")
    names = [f"{kind.__module__}:{kind.__qualname__}" for kind in writer.signs]
    head = _print_json([names, len(body), list(map(len, writer.byte_strings))]).encode()
    return b"".join((head, b"\n", body, *writer.byte_strings))


_print_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_AS_IS = frozenset({str, int, bool, type(None)})


class _Writer:
    """Turns a value into what JSON can say: texts, whole numbers, yes, no and none as they are, and anything
    else as {sign: its parts}. The sign of a class is its place among the names.
    """

    def __init__(self, shared: Shared) -> None:
        self.signs: dict[type[Any], str] = {}
        self.byte_strings: list[bytes] = []
        self._shared = shared
        self._classes = {type(value) for value in shared.values()}

    def written(self, values: Iterable[object]) -> list[object]:
        """Returns these values as JSON can say them."""
        one = self._one
        return [value if type(value) in _AS_IS else one(value) for value in values]

    def _one(self, value: Any) -> dict[str, list[object]]:  # noqa: ANN401 - any value there is
        kind: type[Any] = type(value)
        if kind is tuple and not (value and type(value[0]) is bytes):
            return {"": self.written(value)}
        if kind in self._classes and self._shared.get(name := _shared_name(value)) is value:
            return {"shared": [*name]}
        make = _ARGUMENTS[kind]
        if make is not None:
            sign = self.signs.setdefault(kind, str(len(self.signs)))
            return {sign: self.written(make(value))}
        if kind is bytes:
            return {"bytes": [self._put(value)]}
        if kind is tuple and all(type(part) is bytes for part in value):
            return {"row": [self._put(b"".join(value)), *map(len, value)]}
        sign, parts = _PARTS[kind]
        return {sign: self.written(parts(value))}

    def _put(self, data: bytes) -> int:
        self.byte_strings.append(data)
        return len(self.byte_strings) - 1


def _shared_name(value: object) -> tuple[str, str]:
    return type(value).__name__, str(getattr(value, "id", ""))


_PARTS: Mapping[type[Any], tuple[str, Callable[[Any], Iterable[object]]]] = {
    tuple: ("", iter),
    dict: ("dict", lambda value: chain.from_iterable(value.items())),
    list: ("list", iter),
    frozenset: ("frozenset", iter),
    Decimal: ("decimal", lambda value: (str(value),)),
    Fraction: ("fraction", lambda value: (hex(value.numerator), hex(value.denominator))),
    date: ("date", lambda value: (value.isoformat(),)),
}


class _Arguments(dict[type[Any], Callable[[object], tuple[object, ...]] | None]):
    """What gives the parts of a frozen value, a member of an enumeration or a kind of text, by its class.

    None for any other class.
    """

    def __missing__(self, kind: type[Any]) -> Callable[[object], tuple[object, ...]] | None:
        found: Callable[[object], tuple[object, ...]] | None
        if issubclass(kind, Enum):
            members: dict[object, tuple[object, ...]] = {member: (member.value,) for member in kind}
            found = members.__getitem__
        elif issubclass(kind, str) and kind is not str:
            found = _text
        else:
            names = [each.name for each in fields(kind)] if is_dataclass(kind) else None
            found = None if names is None else _few(names) if len(names) < 2 else attrgetter(*names)
        self[kind] = found
        return found


def _few(names: Sequence[str]) -> Callable[[object], tuple[object, ...]]:
    return lambda value: tuple(getattr(value, name) for name in names)


def _text(value: object) -> tuple[object, ...]:
    return (str.__str__(cast("str", value)),)


_ARGUMENTS = _Arguments()


# Reading.


def thaw(data: bytes | memoryview, shared: Shared = NOTHING) -> object:
    """Returns the value of bytes that `freeze` wrote. Raises UnreadableValue for any others."""
    try:
        return _read(bytes(data), shared)
    except Exception as error:  # Whatever damaged bytes lead to.
        raise UnreadableValue(str(error)) from error


def _read(data: bytes, shared: Shared) -> object:
    end = data.index(b"\n")
    names, size, sizes = json.loads(data[:end])
    start = end + 1 + size
    body = data[end + 1 : start].decode("utf-8", "surrogatepass")
    byte_strings = _cut(data[start:], sizes)
    makers = {
        **_MAKERS,
        "shared": lambda *name: shared[name],
        "bytes": lambda number: byte_strings[number],
        "row": lambda number, *sizes: tuple(_cut(byte_strings[number], sizes)),
    }
    makers.update((str(number), _known_class(name)) for number, name in enumerate(names))

    def made(pairs: Sequence[tuple[str, list[object]]]) -> object:
        ((sign, parts),) = pairs
        return makers[sign](*parts) if sign else tuple(parts)

    (value,) = json.JSONDecoder(object_pairs_hook=made).decode(body)
    return value


def _cut(data: bytes, sizes: Iterable[int]) -> list[bytes]:
    """Cuts bytes into pieces of these lengths; raises ValueError where they are not the whole."""
    pieces, start = [], 0
    for size in sizes:
        pieces.append(data[start : start + size])
        start += size
    if start != len(data):
        raise ValueError(start)
    return pieces


_MAKERS: Mapping[str, Callable[..., object]] = {
    "dict": lambda *parts: dict(zip(parts[::2], parts[1::2], strict=True)),
    "list": lambda *parts: [*parts],
    "frozenset": lambda *parts: frozenset(parts),
    "decimal": lambda text: Decimal(text),
    "fraction": lambda over, under: Fraction(int(over, 16), int(under, 16)),
    "date": date.fromisoformat,
}


@cache
def _known_class(name: str) -> Callable[..., object]:
    """What makes a value of a class of ours that only holds data. Any other name is an UnreadableValue."""
    module, _, kind = name.partition(":")
    if not module.startswith(_OWN):
        raise UnreadableValue(name)
    found: object = getattr(__import__(module, fromlist=[kind]), kind)
    if not isinstance(found, type) or found.__module__ != module or not _is_value(found):
        raise UnreadableValue(name)
    if issubclass(found, Enum):
        # Called, an enumeration could make another one; this can only find a member.
        return {member.value: member for member in found}.__getitem__
    return (lambda value: found(value)) if issubclass(found, str) else found


def _is_value(found: type[Any]) -> bool:
    """Whether a class is an enumeration, a kind of text or a frozen value: its instances only hold data."""
    parameters = getattr(found, "__dataclass_params__", None)
    frozen = is_dataclass(found) and parameters is not None and parameters.frozen
    return frozen or issubclass(found, Enum | str)
