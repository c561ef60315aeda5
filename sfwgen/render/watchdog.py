"""A page that would never be finished is given up: its loop is cut short, or its time is up.

Templates are the project's own and are trusted; what is met here are slips, such as a loop over the wrong
number. Watching costs an ordinary page a few microseconds and changes nothing in it.
"""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import Enum
from itertools import islice
from types import FrameType
from typing import SupportsIndex

MAX_SECONDS = 6.0
MAX_RANGE = 100_000
MAX_PARTS = 2_000_000
"""Pieces of text that one page is put together from; the longest pages have some ten thousand."""
MAX_SIZE = 5 << 20
"""In characters, of a page."""


_TICK = 0.01


class Limit(Enum):
    """What a page may not pass, in Chinese and in English."""

    SECONDS = (f"用时超过 {MAX_SECONDS:g} 秒", f"took more than {MAX_SECONDS:g} seconds")
    RANGE = (f"range 超过 {MAX_RANGE:,} 个数", f"asked for a range of more than {MAX_RANGE:,} numbers")
    SIZE = (f"网页超过 {MAX_SIZE >> 20} MiB", f"is larger than {MAX_SIZE >> 20} MiB")
    PARTS = (f"拼接超过 {MAX_PARTS:,} 段文字", f"was put together from more than {MAX_PARTS:,} pieces")


class StuckError(Exception):
    """A page takes too long, or a loop in it goes too far."""

    def __init__(self, limit: Limit = Limit.SECONDS) -> None:
        super().__init__(limit)
        self.limit = limit


def bounded_range(*bounds: SupportsIndex) -> range:
    """Returns a range, for templates. Raises StuckError for one that is longer than any list of a site."""
    numbers = range(*bounds)
    try:
        size = len(numbers)
    except OverflowError:
        size = MAX_RANGE + 1
    if size > MAX_RANGE:
        raise StuckError(Limit.RANGE)
    return numbers


def join_parts(parts: Iterable[str]) -> str:
    """Returns the parts of a page as one text. Raises StuckError beyond what any page has."""
    found = list(islice(parts, MAX_PARTS + 1))
    if len(found) > MAX_PARTS:
        raise StuckError(Limit.PARTS)
    text = "".join(found)
    if len(text) > MAX_SIZE:
        raise StuckError(Limit.SIZE)
    return text


def watched(work: Callable[[], str], seconds: float = MAX_SECONDS) -> str:
    """Returns what the work gives. Raises StuckError within it once it has computed for so many seconds."""
    alarmed = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    with _alarm(seconds) if alarmed else _timer(seconds):
        return work()


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """The system's own alarm: where there is one, and only in the thread that is told of it.

    It rings again as long as the thread was kept waiting: a busy machine is no fault of a page.
    """
    start = time.thread_time()

    def stop(_number: int, _frame: FrameType | None) -> None:
        left = seconds - (time.thread_time() - start)
        if left <= 0:
            raise StuckError
        signal.setitimer(signal.ITIMER_REAL, left + _TICK)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _timer(seconds: float) -> Iterator[None]:
    """A thread that waits and then has the error raised in this one."""
    thread = ctypes.c_ulong(threading.get_ident())
    lock, over = threading.Lock(), threading.Event()

    def stop() -> None:
        with lock:
            if not over.is_set():
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(StuckError))

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            over.set()
        timer.cancel()
