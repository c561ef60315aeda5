"""Work on all processors: copies of this process that share what it has read, where the system can make them.

A worker may die at any moment: what it has not delivered is done here.
"""

from __future__ import annotations

import os
import selectors
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

Work = Callable[[int], bytes]

_FEWEST = 24
"""How many pieces of work are worth a worker: making one takes as long as some of them."""
_PART = 1 << 18
_HEAD = 4


def count_processors() -> int:
    """Returns how many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_work(work: Work, numbers: Sequence[int], workers: int) -> Iterator[tuple[int, bytes]]:
    """Yields each number with what the work gives for it, in any order, with up to so many workers."""
    count = min(workers, len(numbers) // _FEWEST)
    if count < 2 or not hasattr(os, "fork"):
        yield from ((number, work(number)) for number in numbers)
        return
    crew = [_start(work, numbers[first::count]) for first in range(count)]
    try:
        yield from _collect(crew)
    finally:
        for each in crew:
            each.end()
    for each in crew:
        yield from ((number, work(number)) for number in each.left())


@dataclass(slots=True)
class _Worker:
    """A worker: its process, the pipe that it delivers into, its numbers and how many are delivered."""

    process: int
    pipe: int
    numbers: Sequence[int]
    done: int = 0
    received: bytearray = field(default_factory=bytearray)

    def take(self) -> Iterator[tuple[int, bytes]]:
        """Yields what has arrived as a whole."""
        data, start = self.received, 0
        while len(data) >= start + _HEAD:
            end = start + _HEAD + int.from_bytes(data[start : start + _HEAD], "little")
            if len(data) < end or self.done == len(self.numbers):
                break
            yield self.numbers[self.done], bytes(data[start + _HEAD : end])
            self.done, start = self.done + 1, end
        del data[:start]

    def left(self) -> Sequence[int]:
        """Returns the numbers that were not delivered."""
        return self.numbers[self.done :]

    def end(self) -> None:
        """Ends the process, if it is still there, and gives back what it used."""
        os.close(self.pipe)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def _collect(crew: Sequence[_Worker]) -> Iterator[tuple[int, bytes]]:
    with selectors.DefaultSelector() as selector:
        for each in crew:
            selector.register(each.pipe, selectors.EVENT_READ, each)
        while selector.get_map():
            for key, _ in selector.select():
                worker: _Worker = key.data
                part = os.read(worker.pipe, _PART)
                worker.received += part
                yield from worker.take()
                if not part:
                    selector.unregister(worker.pipe)


def _start(work: Work, numbers: Sequence[int]) -> _Worker:
    out, into = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(out)
        _deliver(work, numbers, into)
    os.close(into)
    return _Worker(process, out, numbers)


def _deliver(work: Work, numbers: Sequence[int], pipe: int) -> NoReturn:
    """Works in the copy; only the pipe leaves it, and a fault is left to those who do the work again."""
    code = 1
    try:
        # An interruption is for the process that was started; it ends its workers.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with open(pipe, "wb", buffering=_PART) as stream:
            for number in numbers:
                data = work(number)
                stream.write(len(data).to_bytes(_HEAD, "little") + data)
        code = 0
    finally:
        os._exit(code)
