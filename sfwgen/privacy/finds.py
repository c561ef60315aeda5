"""What the scanner finds: a kind of personal data, its value and its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of personal data, and what looks like it and is not."""

    ID18 = "id18"
    ID18_ALTERED = "id18?"
    ID15 = "id15"
    ID_MASK = "id-mask"
    ID_WIDE_MASK = "id-wide-mask"
    ID_THIN_MASK = "id-thin-mask"
    CREDIT_CODE = "uscc"
    SOLE_TRADER = "uscc92"
    CARD = "card"
    CARD_POSSIBLE = "card?"
    ACCOUNT = "account"
    MOBILE = "mobile"
    PHONE = "tel"
    PLATE = "plate"
    FRAME = "frame"
    PASSPORT = "passport"
    EMAIL = "email"
    CHAT = "chat"
    NAME_LIST = "name-list"
    ADDRESS = "address"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Find:
    """One find: `value` as it would be written plainly, `written` with its separators, and its place.

    `start` and `end` are offsets in the text that was scanned. The value is kept out of `repr`, so that no
    log and no message of an exception can show it.
    """

    kind: Kind
    value: str = field(repr=False)
    written: str = field(repr=False)
    start: int
    end: int
