"""How a command uses the process that it has to itself."""

from __future__ import annotations

import gc

_SELDOM = (100_000, 20, 1000)


def collect_seldom() -> None:
    """Lets Python look for cycles seldom: a build makes many values and hardly any cycle among them.

    Looking took up to a quarter of the time of a large build.
    """
    gc.set_threshold(*_SELDOM)
