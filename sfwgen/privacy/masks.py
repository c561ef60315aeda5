"""Numbers that are hidden: how ours are shown, and whether those of the writers hide enough."""

from __future__ import annotations

import re

from sfwgen.privacy.context import IDS, holds, is_before
from sfwgen.privacy.finds import Kind
from sfwgen.privacy.runs import Add

_MASKED = re.compile(
    r"(?<![0-9A-Za-z*×●•＊])(?=[0-9*×●•＊])(?P<before>[0-9]{0,14})(?P<stars>[*×●•＊]{3,18}|[xX]{4,18})(?P<middle>[0-9*×●•＊]{0,14})"
    r"(?P<last>[0-9Xx]?)(?![0-9A-Za-z*×●•＊])"
)
_BIRTH = range(6, 14)
_HIDDEN_AT_LEAST = 8


def scan_masks(text: str, add: Add) -> None:
    """Finds resident ID numbers that are masked, by how much the mask still shows."""
    if not holds(text, "***", "×××", "●●●", "•••", "＊＊＊", "xxxx", "XXXX"):
        return
    for match in _MASKED.finditer(text):
        shown = re.sub("[*×●•＊]", "*", match[0])
        if match["stars"][0] in "xX":
            shown = match["before"] + "*" * len(match["stars"]) + match["middle"] + match["last"]
        if _is_masked_id(text, match, shown):
            add(_judge(shown), shown, *match.span())


def _is_masked_id(text: str, match: re.Match[str], shown: str) -> bool:
    """Whether 18 signs stand for a resident ID: they begin as one does, or are called one."""
    if len(shown) == 15:
        return is_before(text, match.start(), IDS)
    if len(shown) != 18 or not re.search("[0-9]", shown):
        return False
    return shown[:1] in "12345678" or is_before(text, match.start(), IDS)


def _judge(shown: str) -> Kind:
    hidden = shown.count("*")
    if hidden < _HIDDEN_AT_LEAST or any(shown[place] != "*" for place in _BIRTH if place < len(shown)):
        return Kind.ID_THIN_MASK
    return Kind.ID_MASK if re.fullmatch(r"[0-9]{2}\*{13}[0-9]{2}[0-9Xx]", shown) else Kind.ID_WIDE_MASK


def disagree(first: str, second: str) -> bool:
    """Returns whether two masked numbers of different shape can be of one person."""
    if len(first) != len(second) or _shape(first) == _shape(second):
        return False
    both = [(one, other) for one, other in zip(first, second, strict=True) if "*" not in (one, other)]
    ends = first[0] == second[0] != "*" and first[-2:] == second[-2:] and "*" not in first[-2:]
    return ends and all(one == other for one, other in both)


def _shape(shown: str) -> str:
    return re.sub("[^*]", "0", shown)


def mask(kind: Kind, value: str) -> str:
    """Returns a value as it may be shown in a report: enough to find it, too little to use it."""
    hidden = hidden_places(kind, value)
    return "".join("*" if place in hidden else character for place, character in enumerate(value))


def hidden_places(kind: Kind, value: str) -> range:
    """Returns which characters of a value are hidden: always the same, so that echoes cannot be joined."""
    length = len(value)
    match kind:
        case Kind.ID18 | Kind.ID18_ALTERED | Kind.ID15 | Kind.ID_WIDE_MASK | Kind.ID_MASK | Kind.ID_THIN_MASK:
            return range(2, length - 3)
        case Kind.MOBILE:
            return range(3, length - 4)
        case Kind.CARD | Kind.CARD_POSSIBLE | Kind.ACCOUNT:
            return range(length - 4)
        case Kind.PHONE:
            return range(min(4, length - 4), length - 1)
        case Kind.PLATE:
            return range(2, length - 2)
        case Kind.EMAIL:
            return range(1, value.index("@"))
        case Kind.NAME_LIST:
            return range(0)
        case Kind.PERSON if value[0].isascii():
            return range(4, length)
        case Kind.ADDRESS:
            return range(length)
        case _:
            return range(1, length if kind is Kind.PERSON else length - 1)
