"""Frozen values as bytes and back, as data only.

The form is that of `pickle`, read by a reader that knows a closed list of classes: our own frozen values and
enumerations, numbers and days. Bytes from elsewhere can name nothing else, so that they can run nothing; what
is damaged or of another form is refused.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import Any, Generic, TypeVar, cast

from sfwgen.each import NOTHING, Shared

_OWN = "sfwgen."
_PLAIN = {("decimal", "Decimal"), ("fractions", "Fraction"), ("datetime", "date")}
_PROTOCOL = 5
_QUICKEST = 1


Value = TypeVar("Value")


class UnreadableValue(ValueError):
    """The bytes are not a value that `freeze` wrote."""


@dataclass(frozen=True, slots=True)
class Packed(Generic[Value]):
    """A value that lies as bytes, compressed, until it is asked for: most are read and never used."""

    data: bytes

    def open(self) -> Value:
        """Returns the value. Raises UnreadableValue where the bytes are not from `pack`."""
        try:
            data = zlib.decompress(self.data)
        except zlib.error as error:
            raise UnreadableValue(str(error)) from error
        return cast("Value", thaw(data))


def pack(value: Value) -> Packed[Value]:
    """Returns a value as what can be opened later."""
    return Packed(zlib.compress(freeze(value), _QUICKEST))


def freeze(value: object, shared: Shared = NOTHING) -> bytes:
    """Returns a value as bytes; what is in `shared` goes by its name."""
    stream = io.BytesIO()
    writer = _SharingWriter(stream, shared) if shared else _Writer(stream, _PROTOCOL)
    writer.dump(value)
    return stream.getvalue()


def digest_of(value: object) -> str:
    """Returns a digest of a value: the same for equal values, in any process; sets are not for it."""
    stream = io.BytesIO()
    writer = _Writer(stream, _PROTOCOL)
    # Without this, a part that two places share is written otherwise than two equal parts.
    writer.fast = True
    writer.dump(value)
    return hashlib.sha256(stream.getbuffer()).hexdigest()


def short_digests(values: Iterable[object], size: int) -> bytes:
    """Returns a digest of so many bytes for each value, one after the other: to tell what has changed."""
    stream = io.BytesIO()
    writer = _Writer(stream, _PROTOCOL)
    writer.fast = True
    ends = [0]
    for value in values:
        writer.dump(value)
        ends.append(stream.tell())
    data = stream.getbuffer()
    parts = (data[start:end] for start, end in pairwise(ends))
    return b"".join(hashlib.blake2b(part, digest_size=size).digest() for part in parts)


def thaw(data: bytes | memoryview, shared: Shared = NOTHING) -> object:
    """Returns the value of bytes that `freeze` wrote. Raises UnreadableValue for any others."""
    try:
        return _Reader(io.BytesIO(data), shared).load()
    except Exception as error:  # Whatever damaged bytes lead to.
        raise UnreadableValue(str(error)) from error


class _Writer(pickle.Pickler):
    """Writes frozen values as their class and its arguments: half the time of how dataclasses do it."""

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - what pickle asks for
        kind: type[Any] = type(value)
        make = _ARGUMENTS[kind]
        return NotImplemented if make is None else (kind, make(value))


class _SharingWriter(_Writer):
    def __init__(self, stream: io.BytesIO, shared: Shared) -> None:
        super().__init__(stream, _PROTOCOL)
        self._shared = shared
        self._classes = {type(value) for value in shared.values()}

    def persistent_id(self, value: object) -> tuple[str, str] | None:
        if type(value) not in self._classes:
            return None
        key = (type(value).__name__, str(getattr(value, "id", "")))
        return key if self._shared.get(key) is value else None


class _Reader(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, shared: Shared) -> None:
        super().__init__(stream)
        self._shared = shared

    def persistent_load(self, key: object) -> object:
        if not isinstance(key, tuple) or key not in self._shared:
            raise UnreadableValue(str(key))
        return self._shared[key]

    def find_class(self, module: str, name: str) -> object:
        return _known_class(module, name)


class _Arguments(dict[type[Any], Callable[[object], tuple[object, ...]] | None]):
    """What gives the arguments that make a frozen value or a member of an enumeration, by its class.

    None for any other class. Early versions of Python 3.11 write members in a form of their own.
    """

    def __missing__(self, kind: type[Any]) -> Callable[[object], tuple[object, ...]] | None:
        if issubclass(kind, Enum):
            self[kind] = attributes = _few(["value"])
            return attributes
        names = [each.name for each in fields(kind)] if is_dataclass(kind) else None
        if names is None:
            found = None
        elif len(names) < 2:
            found = _few(names)
        else:
            found = attrgetter(*names)
        self[kind] = found
        return found


def _few(names: Sequence[str]) -> Callable[[object], tuple[object, ...]]:
    return lambda value: tuple(getattr(value, name) for name in names)


_ARGUMENTS = _Arguments()


@cache
def _known_class(module: str, name: str) -> object:
    if not module.startswith(_OWN) and (module, name) not in _PLAIN:
        raise UnreadableValue(f"{module}.{name}")
    found: object = getattr(__import__(module, fromlist=[name]), name)
    fine = isinstance(found, type) and found.__module__ == module
    if not fine or (module.startswith(_OWN) and not _is_value(found)):
        raise UnreadableValue(f"{module}.{name}")
    return found


def _is_value(found: object) -> bool:
    """Whether a class is an enumeration, a kind of text or a frozen value: its instances only hold data."""
    if not isinstance(found, type):
        return False
    parameters = getattr(found, "__dataclass_params__", None)
    frozen = is_dataclass(found) and parameters is not None and parameters.frozen
    return frozen or issubclass(found, Enum | str)
