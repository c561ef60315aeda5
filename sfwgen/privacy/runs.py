"""Runs of digits: resident IDs, bank cards and telephone numbers, however they are split up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sfwgen.privacy.context import (
    ACCOUNTS,
    CARDS,
    IDS,
    MEASURES,
    PHONES,
    RECORDS,
    is_before,
    is_near,
    stands_alone,
)
from sfwgen.privacy.finds import Kind
from sfwgen.privacy.numbers import (
    is_old_resident_id,
    is_resident_id,
    looks_like_resident_id,
    passes_luhn,
)

SEPARATOR = r"(?:[ \xa0\u3000\t\-\u2010-\u2015\u2212.\xb7_`]|\*\*|__|[ \t\r]{0,40}\n[ \t\r]{0,40})"
"""What may stand between two digits of one number: one sign, the marks of bold type, or the end of a line."""

_RUN = re.compile(rf"(?<![0-9])[0-9](?:{SEPARATOR}?+[0-9]){{6,}}+")
_X = re.compile(rf"{SEPARATOR}?+[Xx](?![0-9A-Za-z])")
_CARD_LENGTHS = range(15, 20)
_CARD_GROUPS = re.compile(r"(?:4 ){3}[1-4](?: [1-4])? |4 6 [1-5] |8 \d+ |6 \d+ ")
_MOBILE = re.compile(r"1[3-9]")
_MOBILE_GROUPS = frozenset({(3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (4, 3, 4), (4, 4, 3), (5, 6), (6, 5)})
_AREA = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})")
_LANDLINE = re.compile(
    rf"[(（]?(?:(?:\+|00)86{SEPARATOR}?[(（]?0?|0)(?:10|2[0-9]|[3-9][0-9]{{2}})[)）]?{SEPARATOR}?"
    rf"[2-9](?:[0-9]{{6,7}}|[0-9]{{2,3}}{SEPARATOR}[0-9]{{4}})(?![0-9A-Za-z*])"
)
_SERVICE = re.compile(
    r"[48]00(?:[- ][0-9]{3}[- ][0-9]{4}|[- ]?[0-9]{7}|[- ][0-9]{4}[- ][0-9]{3})(?![0-9A-Za-z*])"
)
_LOCAL = re.compile(r"(?<![0-9])[2-9](?:[0-9]{6,7}|[0-9]{2,3}[- ][0-9]{4})(?![0-9A-Za-z*])")
_DIALLED = re.compile(r"(?:电话|热线|传真|座机|Tel|Phone|Fax)(?:号码?|是|为)?[\s:：.]{0,3}\Z", re.IGNORECASE)

Add = Callable[[Kind, str, int, int], bool]
"""Takes a kind, its plain value and its place; returns whether that place was still free."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of digits: `digits` without what separates them, and the place of each in the text."""

    text: str
    digits: str
    at: tuple[int, ...]

    def begins(self, number: int) -> bool:
        """Returns whether a group of digits begins there."""
        return number == 0 or self.at[number] > self.at[number - 1] + 1

    def groups(self, first: int, last: int) -> tuple[int, ...]:
        """Returns how many digits stand together, group by group, from `first` to before `last`."""
        breaks = [first, *(n for n in range(first + 1, last) if self.begins(n)), last]
        return tuple(after - before for before, after in pairwise(breaks))

    def windows(self, lengths: range) -> Iterator[tuple[int, int]]:
        """Yields each stretch of these lengths that begins and ends where a group does."""
        total = len(self.digits)
        for first in filter(self.begins, range(total)):
            for last in range(first + lengths.start, min(first + lengths.stop, total + 1)):
                if last == total or self.begins(last):
                    yield first, last

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Returns where the digits from `first` to before `last` stand in the text."""
        return self.at[first], self.at[last - 1] + 1


def scan_runs(text: str, add: Add) -> list[Run]:
    """Finds what is made of digits only, in the order of section: IDs and cards first, then telephones."""
    runs = [_run(text, match) for match in _RUN.finditer(text)]
    for run in runs:
        _add_ids(run, add)
    return runs


def scan_cards(runs: list[Run], add: Add) -> None:
    """Finds bank cards and resident IDs of 15 digits."""
    for run in runs:
        _add_old_ids(run, add)
        _add_cards(run, add)


def scan_phones(text: str, runs: list[Run], add: Add) -> None:
    """Finds mobile numbers, landlines and service numbers."""
    for run in runs:
        _add_mobiles(run, add)
    if not runs and "电话" not in text:
        return
    for match in _LANDLINE.finditer(text):
        _add_landline(match, add)
    for match in _SERVICE.finditer(text):
        _add_service(match, add)
    for run in runs:
        if (
            _AREA.match(run.digits)
            and 10 <= len(run.digits) <= 12
            and set(run.groups(0, len(run.digits))) == {1}
        ):
            add(Kind.PHONE, run.digits, *run.place(0, len(run.digits)))
    for match in _LOCAL.finditer(text):
        if _DIALLED.search(text, max(match.start() - 12, 0), match.start()) and not MEASURES.match(
            text, match.end()
        ):
            add(Kind.PHONE, _digits(match[0]), *match.span())


def _run(text: str, match: re.Match[str]) -> Run:
    start = match.start()
    at = tuple(start + offset for offset, character in enumerate(match[0]) if "0" <= character <= "9")
    return Run(text, "".join(text[place] for place in at), at)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _add_ids(run: Run, add: Add) -> None:
    total = len(run.digits)
    for first in filter(run.begins, range(total - 16)):
        if not looks_like_resident_id(run.digits[first : first + 17]):
            continue
        last = first + 18
        if last <= total and (last == total or run.begins(last)):
            number, place = run.digits[first:last], run.place(first, last)
        elif first + 17 == total and (x := _X.match(run.text, run.at[-1] + 1)):
            number, place = f"{run.digits[first:]}X", (run.at[first], x.end())
        else:
            continue
        if not stands_alone(run.text, *place):
            continue
        if is_resident_id(number):
            add(Kind.ID18, number, *place)
        elif is_before(run.text, place[0], IDS):
            add(Kind.ID18_ALTERED, number, *place)


def _add_old_ids(run: Run, add: Add) -> None:
    for first, last in run.windows(range(15, 16)):
        number, place = run.digits[first:last], run.place(first, last)
        if (
            is_old_resident_id(number)
            and is_before(run.text, place[0], IDS)
            and stands_alone(run.text, *place)
        ):
            add(Kind.ID15, number, *place)


def _add_cards(run: Run, add: Add) -> None:
    for first, last in run.windows(_CARD_LENGTHS):
        number = run.digits[first:last]
        if number[0] not in "3456" or not passes_luhn(number):
            continue
        start, end = run.place(first, last)
        named = is_near(run.text, start, end, CARDS)
        if not stands_alone(run.text, start, end) or is_before(run.text, start, RECORDS):
            continue
        if named or (_is_card_layout(run.groups(first, last)) and not is_part_of_code(run.text, start, end)):
            add(Kind.CARD if named else Kind.CARD_POSSIBLE, number, start, end)


def _is_card_layout(groups: tuple[int, ...]) -> bool:
    written = "".join(f"{length} " for length in groups)
    return len(groups) <= 2 or set(groups) == {1} or _CARD_GROUPS.fullmatch(written) is not None


def _add_mobiles(run: Run, add: Add) -> None:
    total = len(run.digits)
    for first in filter(run.begins, range(total - 10)):
        start = first + _country_code(run, first)
        last = start + 11
        if last > total or not _MOBILE.match(run.digits, start) or (last < total and not run.begins(last)):
            continue
        place = run.place(start, last)
        alone = start > first or stands_alone(run.text, *place)
        if alone and (is_before(run.text, run.at[first], PHONES) or _is_dialled(run, start, last)):
            add(Kind.MOBILE, run.digits[start:last], *place)


def _country_code(run: Run, first: int) -> int:
    """How many digits of 86 or 0086 stand directly before a mobile number, in one group with it."""
    for code in ("86", "0086"):
        if run.digits.startswith(code, first) and not any(
            run.begins(number) for number in range(first + 1, min(first + len(code) + 11, len(run.digits)))
        ):
            return len(code)
    return 0


def _is_dialled(run: Run, first: int, last: int) -> bool:
    """Whether 11 digits are set like a number to dial, and neither counted nor part of a longer code."""
    start, end = run.place(first, last)
    if MEASURES.match(run.text, end) or is_before(run.text, start, RECORDS):
        return False
    groups = run.groups(first, last)
    between = {run.text[run.at[n - 1] + 1 : run.at[n]] for n in range(first + 1, last) if run.begins(n)}
    if len(groups) == 1 or between == {"**"}:
        return not is_part_of_code(run.text, start, end)
    if len(between) > 1:
        return False
    sign = between.pop()
    known = groups in _MOBILE_GROUPS or set(groups) == {1} or (len(groups) == 2 and sign.isspace())
    return known and (sign != "." or len(groups) > 2) and not is_part_of_code(run.text, start, end)


def _add_landline(match: re.Match[str], add: Add) -> None:
    text, (start, end) = match.string, match.span()
    named = is_before(text, start, PHONES)
    if not stands_alone(text, start, end) or is_before(text, start, RECORDS):
        return
    if named or ("." not in match[0] and not MEASURES.match(text, end) and not _continues_code(text, start)):
        # The bracket alone is no part of the number.
        add(Kind.PHONE, _digits(match[0]), start, end)


def _add_service(match: re.Match[str], add: Add) -> None:
    text, (start, end) = match.string, match.span()
    if not stands_alone(text, start, end) or is_part_of_code(text, start, end):
        return
    if is_near(text, start, end, PHONES) or len(re.findall(r"[- ]", match[0])) == 2:
        add(Kind.PHONE, _digits(match[0]), start, end)


def is_part_of_code(text: str, start: int, end: int) -> bool:
    """Returns whether a number goes on across a hyphen or a point, as a longer code or a decimal."""
    return (
        _continues_code(text, start)
        or re.match(r"[-.\u2010-\u2015/][0-9A-Za-z]", text[end : end + 2]) is not None
    )


def _continues_code(text: str, start: int) -> bool:
    before = text[max(start - 2, 0) : start]
    code = re.fullmatch(r"[0-9A-Za-z][-.\u2010-\u2015/]", before)
    return (
        code is not None
        and re.search(r"(?:^|[^0-9])(?:\+|00)?86-\Z", text[max(start - 6, 0) : start]) is None
    )


def scan_accounts(runs: list[Run], add: Add) -> None:
    """Finds numbers of accounts: what stands behind 账号, whether a check digit is right or not."""
    for run in runs:
        start, end = run.place(0, len(run.digits))
        if 9 <= len(run.digits) <= 32 and ACCOUNTS.search(run.text, max(start - 16, 0), start):
            add(Kind.ACCOUNT, run.digits, start, end)
