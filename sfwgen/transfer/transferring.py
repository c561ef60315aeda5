"""A site taken to a target: what has changed is sent, what is gone is removed, the rest stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sfwgen.publish import FileRecord, record_file
from sfwgen.transfer.ledger import NAME, Ledger, UnreadableLedger, decode_ledger, encode_ledger
from sfwgen.transfer.packing import ENDING, is_packed, pack
from sfwgen.transfer.planning import Transfer, plan_transfer, shrinks, unsettled
from sfwgen.transfer.stores import Store

Read = Callable[[str], bytes]
Told = Callable[[int, int], None]

_NOTED_EVERY = 100
"""After how many files the ledger is brought up to date: what a lost connection costs at most."""


class Refused(Exception):
    """Nothing was sent: `why` names the sentence that says so, with its words."""

    def __init__(self, why: str, **words: object) -> None:
        super().__init__(why)
        self.why = why
        self.words = words


@dataclass(frozen=True, slots=True)
class Choices:
    """How a transfer is made: see `sfwgen publish --help`."""

    dry_run: bool = False
    adopt: bool = False
    anew: bool = False
    allow_shrink: bool = False
    packed: bool = False


def transfer(
    store: Store,
    files: Mapping[str, FileRecord],
    read: Read,
    choices: Choices,
    told: Told = lambda _done, _total: None,
) -> Transfer:
    """Makes the target hold these files, and returns what was done, or in a dry run what would be.

    `read` gives the bytes of a file; `told` is called after each with how many are done. Raises Refused, with
    nothing done, and StoreError in the middle: another transfer goes on from there.
    """
    there = _read_ledger(store, choices)
    beside = _packed(files, read) if choices.packed else {}
    wanted = {**beside, **files}
    planned = plan_transfer(there, wanted, anew=choices.anew)
    gone = None if choices.allow_shrink else shrinks(there, planned)
    if gone is not None:
        raise Refused("shrinks", pages=gone[0], gone=gone[1])
    if choices.dry_run or planned.is_nothing:
        return planned
    ledger = unsettled(there, planned)
    store.write(NAME, encode_ledger(ledger))

    def bytes_of(path: str) -> bytes:
        return read(path) if path in files else pack(read(path.removesuffix(ENDING)))

    _send(store, planned, wanted, bytes_of, ledger, told)
    _remove(store, planned, ledger)
    store.write(NAME, encode_ledger(ledger))
    return planned


def _read_ledger(store: Store, choices: Choices) -> Ledger:
    data = store.read(NAME)
    if data is None:
        if not choices.adopt and not store.is_empty():
            raise Refused("not-ours", ledger=NAME)
        return {}
    try:
        return decode_ledger(data)
    except UnreadableLedger:
        if not choices.adopt:
            raise Refused("ledger-unreadable", ledger=NAME) from None
        return {}


def _packed(files: Mapping[str, FileRecord], read: Read) -> dict[str, FileRecord]:
    return {
        path + ENDING: record_file(pack(read(path)))
        for path, record in files.items()
        if is_packed(path, record.size)
    }


def _send(
    store: Store,
    planned: Transfer,
    wanted: Mapping[str, FileRecord],
    bytes_of: Read,
    ledger: dict[str, FileRecord],
    told: Told,
) -> None:
    for number, path in enumerate(planned.sent, 1):
        store.write(path, bytes_of(path))
        ledger[path] = wanted[path]
        told(number, len(planned.sent))
        if number % _NOTED_EVERY == 0:
            store.write(NAME, encode_ledger(ledger))


def _remove(store: Store, planned: Transfer, ledger: dict[str, FileRecord]) -> None:
    # What was sent is noted before anything goes: removing twice is no fault, forgetting a file would be.
    if planned.removed:
        store.write(NAME, encode_ledger(ledger))
    for path in planned.removed:
        store.remove(path)
        del ledger[path]
