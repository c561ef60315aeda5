"""What a transfer has to do: a pure function of what is there and what is to be there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sfwgen.publish import FileRecord
from sfwgen.transfer.ledger import UNSURE, Ledger

MAX_SHRINK = Decimal("0.2")
"""What share of the pages a transfer may remove without being told to."""

_LATE = frozenset({"sitemap.xml", "robots.txt", "feed.xml", "feed.json"})


@dataclass(frozen=True, slots=True)
class Transfer:
    """The files to send, in order, those to remove after that, and how many stay as they are."""

    sent: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int

    @property
    def is_nothing(self) -> bool:
        """Whether the target is as it should be."""
        return not self.sent and not self.removed


def plan_transfer(there: Ledger, wanted: Mapping[str, FileRecord], *, anew: bool = False) -> Transfer:
    """Returns what has to be done; with `anew` every file is sent, whatever the ledger says.

    What pages show goes before the pages, what names pages after them; removals come last. So a reader finds
    at any moment a page with all that it needs, and no address that is not there yet.
    """
    sent = [path for path, record in wanted.items() if anew or there.get(path) != record]
    removed = sorted(there.keys() - wanted.keys(), key=_turn)
    return Transfer(tuple(sorted(sent, key=_turn)), tuple(reversed(removed)), len(wanted) - len(sent))


def _turn(path: str) -> tuple[int, str]:
    if path.removesuffix(".gz").endswith(".html"):
        return 1, path
    return 2 if path.removesuffix(".gz").rpartition("/")[2] in _LATE else 0, path


def shrinks(there: Ledger, transfer: Transfer) -> tuple[int, int] | None:
    """Returns how many pages there are and how many would go, where that is more than is done unasked."""
    pages = sum(map(_is_page, there))
    gone = sum(map(_is_page, transfer.removed))
    return (pages, gone) if gone > pages * MAX_SHRINK else None


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def unsettled(there: Ledger, transfer: Transfer) -> dict[str, FileRecord]:
    """Returns the ledger while the transfer is under way: what is to be replaced is ours, but not known."""
    return {**there, **dict.fromkeys(transfer.sent, UNSURE)}
