"""Pure work that is done for each of many things: one by one, unless whoever runs the build knows better."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

Result = TypeVar("Result")

Shared = Mapping[tuple[str, str], object]
"""Values that many results refer to, by the name of their class and their id: they are never copied."""

NOTHING: Shared = {}


class Each(Protocol):
    """Does a piece of pure work for each of many things."""

    def __call__(
        self, kind: str, keys: Sequence[str], work: Callable[[int], Result], shared: Shared = NOTHING, /
    ) -> list[Result]:
        """Returns `work(n)` for the n-th of the keys, in their order.

        A key says all that its work depends on, besides the program itself and `shared`: what is known under
        the same kind and key may be returned in its place. Results are frozen values; work may be done in
        other processes.
        """


def one_by_one(
    _kind: str,
    keys: Sequence[str],
    work: Callable[[int], Result],
    _shared: Shared = NOTHING,
    /,
) -> list[Result]:
    """Does the work for one after the other, here and now."""
    return [work(number) for number in range(len(keys))]
