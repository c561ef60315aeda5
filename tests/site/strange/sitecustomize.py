"""Python loads this at its start where the folder is on its path: a machine with another clock and another disk.

STRANGE_CLOCK holds the seconds that every clock shows, STRANGE_ORDER a number by which folders are shuffled,
STRANGE_PROCESSORS how many processors there seem to be.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import time
from collections.abc import Iterator
from types import TracebackType


def set_clock(seconds: float) -> None:
    """Stops every clock that a program may ask for the day."""
    local, utc, form = time.localtime, time.gmtime, time.strftime

    class StoppedTime(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> StoppedTime:
            return cls.fromtimestamp(seconds, tz)

        today = now
        utcnow = now

    class StoppedDate(dt.date):
        @classmethod
        def today(cls) -> StoppedDate:
            return cls.fromtimestamp(seconds)

    # Put in place of what the modules have: that is the point.
    for name, stopped in {
        "time": lambda: seconds,
        "time_ns": lambda: int(seconds * 1e9),
        "localtime": lambda at=seconds: local(at),
        "gmtime": lambda at=seconds: utc(at),
        "strftime": lambda text, at=None: form(text, at or local(seconds)),
    }.items():
        setattr(time, name, stopped)
    for name, kind in {"datetime": StoppedTime, "date": StoppedDate}.items():
        setattr(dt, name, kind)


def set_order(number: int) -> None:
    """Lets every folder be listed in an order of its own."""
    chance = random.Random(number)
    scan, names = os.scandir, os.listdir

    class Shuffled:
        def __init__(self, *path: str) -> None:
            with scan(*path) as entries:
                self.entries = list(entries)
            chance.shuffle(self.entries)

        def __iter__(self) -> Iterator[os.DirEntry[str]]:
            return iter(self.entries)

        def __next__(self) -> os.DirEntry[str]:
            if not self.entries:
                raise StopIteration
            return self.entries.pop()

        def __enter__(self) -> Shuffled:
            return self

        def __exit__(
            self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
        ) -> None:
            self.close()

        def close(self) -> None:
            self.entries = []

    def listed(*path: str) -> list[str]:
        found = names(*path)
        chance.shuffle(found)
        return found

    for name, shuffled in {"scandir": Shuffled, "listdir": listed}.items():
        setattr(os, name, shuffled)


def set_processors(number: int) -> None:
    """Lets the machine seem to have so many processors."""
    os.sched_getaffinity = lambda _: set(range(number))


if clock := os.environ.get("STRANGE_CLOCK"):
    set_clock(float(clock))
if order := os.environ.get("STRANGE_ORDER"):
    set_order(int(order))
if processors := os.environ.get("STRANGE_PROCESSORS"):
    set_processors(int(processors))
