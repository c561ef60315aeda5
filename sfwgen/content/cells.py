"""Single cells of a register: days, counts and names as staff type them into a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from sfwgen.content.vocabulary import Catalogue
from sfwgen.dates import PartialDate, parse_date
from sfwgen.diagnostics import nearest

T = TypeVar("T")

MOST_DIGITS = 15
"""How many digits of a number a spreadsheet keeps: the rest of a longer one are zeros."""

_LONGEST_SHOWN = 40
_LONG_NUMBER = re.compile(r"[0-9０-９Xx*][0-9０-９Xx* -]{5,}[0-9０-９Xx*]")
_DAY = re.compile(
    r"(?P<year>[12][0-9]{3})(?:[-/.年](?P<month>[0-9]{1,2})(?:[-/.月](?P<day>[0-9]{1,2})日?|月)?|年)?"
)
_CLOCK = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
_COUNT = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_EXPONENT = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+")
_LONG_DIGITS = re.compile(r"[+-]?[0-9]{16,}(?:\.[0-9]*)?")


class CellFault(Exception):
    """A cell that cannot be read; carries a code of the table and the words for its message."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


def shown(text: str) -> str:
    """Returns the text of a cell as a message may repeat it: long numbers masked, no longer than needed."""
    masked = _LONG_NUMBER.sub(lambda match: "*" * len(match[0]), text)
    return masked if len(masked) <= _LONGEST_SHOWN else f"{masked[:_LONGEST_SHOWN]}…"


def has_lost_digits(text: str) -> bool:
    """Returns whether a number can no longer be what was typed: 3.3E+17, or more digits than are kept."""
    return _EXPONENT.fullmatch(text) is not None or _LONG_DIGITS.fullmatch(text) is not None


def read_day(text: str) -> PartialDate:
    """Returns the date of a cell, as precise as it is written; spreadsheets write 2019/5/1."""
    written = _CLOCK.sub("", text)
    date = parse_date(written)
    if date is not None:
        return date
    match = _DAY.fullmatch(written)
    if match is None:
        raise CellFault("register-date", value=shown(text))
    parts = [match["year"], *(f"{int(part):02}" for part in (match["month"], match["day"]) if part)]
    date = parse_date("-".join(parts))
    if date is None:
        raise CellFault("register-date-impossible", value=shown(text))
    return date


def read_count(text: str) -> Decimal:
    """Returns the number of a cell: digits alone, with or without a fraction."""
    if not _COUNT.fullmatch(text):
        raise CellFault("register-number", value=shown(text))
    return Decimal(text.replace(",", ""))


@dataclass(frozen=True, slots=True)
class Names(Generic[T]):
    """Definitions by their ids and their names in any language; a name that two of them have is none.

    `shared` are the ids of those that have such a name. `whole` is false where some are faulty or unread:
    then nothing is called unknown.
    """

    kind: tuple[str, str]
    known: Mapping[str, T]
    whole: bool
    shared: Mapping[str, str]

    def find(self, text: str) -> T | None:
        """Returns the definition of a name, or None where it cannot be judged. Raises CellFault."""
        found = self.known.get(text.casefold())
        if found is None and self.whole:
            kind_zh, kind_en = self.kind
            near = self.shared.get(text.casefold()) or nearest(text.casefold(), self.known)
            raise CellFault(
                "register-name-unknown",
                value=shown(text),
                nearest=near,
                kind_zh=kind_zh,
                kind_en=kind_en,
            )
        return found


def make_names(
    kind: tuple[str, str], catalogue: Catalogue[T], names_of: Callable[[T], Mapping[str, str]]
) -> Names[T]:
    """Returns the definitions of a catalogue by name."""
    sound = catalogue.sound()
    ids: dict[str, list[str]] = {}
    for id_, definition in sound.items():
        for name in {each.casefold() for each in names_of(definition).values()}:
            ids.setdefault(name, []).append(id_)
    known = {name: sound[found[0]] for name, found in ids.items() if len(found) == 1}
    known |= {id_.casefold(): definition for id_, definition in sound.items()}
    shared = {name: "”/“".join(found) for name, found in ids.items() if len(found) > 1}
    return Names(kind, known, catalogue.whole and len(sound) == len(catalogue.entries), shared)
