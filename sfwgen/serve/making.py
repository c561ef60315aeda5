"""Making the site for the preview, again and again, each time as little of it as possible."""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from sfwgen.build import Checked, check
from sfwgen.build.live import LiveMemory
from sfwgen.build.looking import Material, render_some
from sfwgen.build.memory import read_memory
from sfwgen.publish import Disk

FIRST_LOOK_SECONDS = 0.5
"""How long a site may take before the pages that someone is looking at are made first."""

Show = Callable[[Material, Mapping[str, bytes]], None]
"""Shows some pages of a site that is not finished yet."""


@dataclass(frozen=True, slots=True)
class Made:
    """A site with its drafts, and what its pages are made from; None where it is not even sound in parts."""

    checked: Checked
    material: Material | None


class Maker:
    """Makes the site of one project; it remembers what it made last.

    `give_up` ends with Superseded what is being made, once its first look has been shown; `stop` ends it
    anyhow. Both may be called from another thread.
    """

    def __init__(self, disk: Disk, root: str, first_look_seconds: float = FIRST_LOOK_SECONDS) -> None:
        self._disk = disk
        self._root = root
        self._first_look_seconds = first_look_seconds
        self._memory: LiveMemory | None = None
        self._seconds = 0.0
        self._looked = False
        self._given_up = False
        self._stopped = False

    def give_up(self) -> None:
        """Has what is being made ended, as it is out of date."""
        self._given_up = True

    def stop(self) -> None:
        """Has everything ended."""
        self._stopped = True

    def make(self, looked_at: Container[str], show: Show) -> Made:
        """Returns the site as it is now; shows the pages at some paths first if the last one took long."""
        self._looked = self._given_up = False
        start = time.monotonic()
        found: list[Material] = []

        def look(material: Material) -> None:
            found.append(material)
            if self._seconds > self._first_look_seconds and (pages := render_some(material, looked_at)):
                show(material, pages)
            self._looked = True

        if self._memory is None:
            self._memory = LiveMemory(read_memory(self._disk, self._root).known, self._is_given_up)
        checked = check(self._disk, self._root, drafts=True, memory=self._memory, look=look)
        if not checked.fails():
            self._memory.settle()
            self._seconds = time.monotonic() - start
        return Made(checked, found[0] if found else None)

    def _is_given_up(self) -> bool:
        return self._stopped or (self._given_up and self._looked)
