"""The scanner: every piece of personal data in a text, with its kind and its place. It knows no site."""

from __future__ import annotations

import re
from bisect import bisect_left

from sfwgen.privacy.finds import Find, Kind
from sfwgen.privacy.glance import may_hold_number
from sfwgen.privacy.marks import scan_chats, scan_credit_codes, scan_emails, scan_passports, scan_plates
from sfwgen.privacy.masks import hidden_places, scan_masks
from sfwgen.privacy.normal import Prepared, plain_character, prepare, prepare_quickly
from sfwgen.privacy.people import scan_people
from sfwgen.privacy.runs import Add, scan_accounts, scan_cards, scan_phones, scan_runs

_NUMBERS = frozenset({Kind.ID18, Kind.ID18_ALTERED, Kind.ID15, Kind.CARD, Kind.MOBILE})
_MASKS = re.compile(r"[0-9A-Za-z\u3400-\u9fff*×●•＊]")
_ANY = re.compile(r"\S")
_LETTERS = re.compile(r"[0-9A-Za-z\u3400-\u9fff]")


def scan(text: str) -> tuple[Find, ...]:
    """Returns what a text holds, by place. HTML, Markdown, YAML, JSON and tables are all read as they are.

    A stretch is one find only: what is taken by a surer kind is not matched again.
    """
    if not _holds_anything(prepare_quickly(text)):
        return ()
    prepared = prepare(text)
    taken = _Taken(prepared)
    scan_prepared(prepared.text, taken.add)
    return tuple(sorted(taken.finds, key=lambda each: (each.start, each.end)))


def scan_prepared(text: str, add: Add) -> None:
    """Tells `add` of everything in a text as the scanner reads it, the surest kinds first."""
    runs = scan_runs(text, add)
    scan_credit_codes(text, add)
    scan_cards(runs, add)
    scan_phones(text, runs, add)
    scan_accounts(runs, add)
    scan_masks(text, add)
    scan_plates(text, add)
    scan_passports(text, add)
    scan_emails(text, add)
    scan_chats(text, add)
    scan_people(text, add)


def _holds_anything(text: str) -> bool:
    """Most texts are clean: that is seen without keeping any places."""
    found: list[tuple[Kind, int, int]] = []

    def note(kind: Kind, value: str, start: int, end: int) -> bool:
        found.append((kind, start, end))
        return bool(value)

    scan_prepared(text, note)
    return bool(found)


class _Taken:
    """The stretches that are taken, and what was found in them."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.finds: list[Find] = []
        self.ends: list[tuple[int, int]] = []

    def add(self, kind: Kind, value: str, start: int, end: int) -> bool:
        """Notes a find unless its stretch is taken; `start` and `end` are places of the prepared text."""
        at = bisect_left(self.ends, (start + 1, 0))
        if at < len(self.ends) and self.ends[at][1] < end:
            return False
        self.ends.insert(at, (end, start))
        written = self.prepared.text[start:end].strip()
        self.finds.append(Find(kind, value, written, *self.prepared.span(start, end)))
        return True


def _hidden(text: str, find: Find) -> list[int]:
    """The places to hide: those that the echo hides, or all where escapes or tags stand in between."""
    if find.kind is Kind.NAME_LIST:
        return []
    stretch = [(place, plain_character(text[place])) for place in range(find.start, find.end)]
    for counted in (_LETTERS, _MASKS, _ANY):
        read = [(place, character) for place, character in stretch if counted.match(character)]
        plainly = "".join(character for _, character in read)
        if len(read) == len(plainly) and plainly.upper() == find.value.upper():
            return [read[number][0] for number in hidden_places(find.kind, find.value)]
    return [place for place, _ in stretch if text[place].isalnum()]


def hide(text: str, finds: tuple[Find, ...]) -> str:
    """Returns a text of the same length in which all that was found is masked where it stands."""
    shown = list(text)
    for find in finds:
        for place in _hidden(text, find):
            shown[place] = "*"
    return "".join(shown)


def plain(text: str) -> str:
    """Returns a text as the scanner reads it; the `written` of a find is in this form."""
    return prepare_quickly(text).strip()


def mask_numbers(text: str) -> str:
    """Returns a text with the numbers of persons masked: the last net under whatever is printed.

    A number that stands bare in JSON stays: masked it would be none, and no telephone number is written so.
    """
    if not may_hold_number(text):
        return text
    data = text.lstrip()[:1] in ("{", "[")
    finds = (each for each in scan(text) if each.kind in _NUMBERS)
    return hide(text, tuple(each for each in finds if not (data and _is_bare(text, each))))


def _is_bare(text: str, find: Find) -> bool:
    return text[max(find.start - 40, 0) : find.start].rstrip()[-1:] in (":", ",", "[") and text[
        find.end : find.end + 40
    ].lstrip()[:1] in (",", "}", "]")


def mask_text(text: str) -> str:
    """Returns a text as it may be shown to anyone: of the same length, personal data masked."""
    return hide(text, scan(text))
