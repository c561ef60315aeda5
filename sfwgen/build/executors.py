"""Work on any executor: in other processes of this machine, or on other machines.

An executor may lose a part of the work at any moment: what it does not deliver is done here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, as_completed

from sfwgen.build.workers import Work

_PARTS = 16
"""Into how many parts work is cut at most: each carries with it all that the work draws on."""
_FEWEST = 24


def run_on(executor: Executor, work: Work, numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Yields each number with what the work gives for it, in any order.

    Raises ModuleNotFoundError without the extra `cluster`: functions travel by cloudpickle.
    """
    parts = min(_PARTS, len(numbers) // _FEWEST)
    if parts < 2:
        yield from ((number, work(number)) for number in numbers)
        return
    import cloudpickle

    packed = cloudpickle.dumps(work)
    given = {executor.submit(_run, packed, numbers[first::parts]): first for first in range(parts)}
    for future in as_completed(given):
        part = numbers[given[future] :: parts]
        try:
            done = future.result()
        except Exception:
            # Whatever befell it there; a fault of the work itself comes up again here.
            done = [work(number) for number in part]
        yield from zip(part, done, strict=True)


def _run(packed: bytes, numbers: Sequence[int]) -> list[bytes]:
    import cloudpickle

    work: Work = cloudpickle.loads(packed)
    return [work(number) for number in numbers]
