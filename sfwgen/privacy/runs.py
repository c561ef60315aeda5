"""Runs of digits: resident IDs, bank cards and telephone numbers, however they are split up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from sfwgen.privacy.context import (
    ACCOUNTS,
    AMOUNTS,
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

_BLANK = r"[ \xa0\u3000\t]"
SEPARATOR = (
    rf"(?:{_BLANK}{{0,3}}[\-\u2010-\u2015\u2212.\xb7\u2022\u2027\u30fb]{_BLANK}{{0,3}}|{_BLANK}{{1,4}}"
    r"|`|\*\*|__|[ \t\r]{0,40}\n[ \t\r]{0,40})"
)
"""What may stand between two digits of one number: one sign, blanks, marks of bold type, a new line."""

_RUN = re.compile(rf"(?<![0-9])[0-9](?:{SEPARATOR}?+[0-9]){{6,}}+")
_MOST_DIGITS = 40
_NO_NUMBER = re.compile(rf"[0-9]{{{_MOST_DIGITS + 1},}}")
"""So many digits in a row that none of them are a number of a person; a file may hold millions."""
# As it is, in Cyrillic, in Greek, and as the sign of multiplication.
_X = re.compile(rf"{SEPARATOR}?+[XxХхΧχ\xd7](?![0-9A-Za-z])")
_APART = re.compile(
    r"(?<![0-9A-Za-z*])(?P<county>[1-8][0-9]{5})(?P<one>[^0-9A-Za-z*\x1e\x1f]{1,3})(?P<born>(?:19|20)[0-9]{6})"
    r"(?P<other>[^0-9A-Za-z*\x1e\x1f]{0,3})(?P<order>[0-9]{3}[0-9XxХхΧχ\xd7])(?![0-9A-Za-z*])"
)
"""The parts of a resident ID with any signs between them."""
_CARD_LENGTHS = range(15, 20)
_CARD_GROUPS = re.compile(r"(?:4 ){3}[1-4](?: [1-4])? |4 6 [1-5] |8 \d+ |6 \d+ ")
_MOBILE = re.compile(r"1[3-9]")
_MOBILE_GROUPS = frozenset({(3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (4, 3, 4), (4, 4, 3), (5, 6), (6, 5)})
_BRACKETED = re.compile(rf"[(（]1[3-9][0-9][)）]{SEPARATOR}?[0-9]{{4}}{SEPARATOR}?[0-9]{{4}}(?![0-9A-Za-z*])")
_MOBILE_APART = re.compile(
    r"1[3-9][0-9](?P<sign>[_/,，~～])[0-9]{4}(?P=sign)[0-9]{4}(?![0-9A-Za-z*_/-]|[.,，][0-9])"
)
_GOES_ON = re.compile(r"[0-9A-Za-z*_/.,-]")
# A spreadsheet took the number for an amount: its last digits are lost, the birth date is not.
_ROUNDED = re.compile(r"(?<![0-9.])[1-9]\.[0-9]{12,16}[Ee]\+?17(?![0-9])")
_AREA = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})")
_LANDLINE = re.compile(
    rf"[(（]?(?:(?:\+|00)86{SEPARATOR}?[(（]?0?|0)(?:10|2[0-9]|[3-9][0-9]{{2}})(?:[)）]?{SEPARATOR}?|[/(（])"
    rf"[2-9](?:[0-9]{{6,7}}|[0-9]{{2,3}}{SEPARATOR}[0-9]{{4}})(?![0-9A-Za-z*])"
)
_SERVICE = re.compile(
    r"[48]00(?:[- ][0-9]{3}[- ][0-9]{4}|[- ]?[0-9]{7}|[- ][0-9]{4}[- ][0-9]{3})(?![0-9A-Za-z*])"
)
_LOCAL = re.compile(r"(?<![0-9])[2-9](?:[0-9]{6,7}|[0-9]{2,3}[- ][0-9]{4})(?![0-9A-Za-z*])")
_DIALLED = re.compile(r"(?:电话|热线|传真|座机|Tel|Phone|Fax)(?:号码?|是|为)?[\s:：.]{0,3}\Z", re.IGNORECASE)

# Codes have capital letters; a word before a hyphen is part of a name: road-154….jpg.
_CODE_BEFORE = re.compile(r"(?:[0-9A-Z][-_\u2010-\u2015]|[0-9]\.)\Z")
_CODE_AFTER = re.compile(r"[-_\u2010-\u2015][0-9A-Za-z]|\.[0-9]")
_CHINA_BEFORE = re.compile(r"(?<![0-9])(?:\+|00)?86-\Z")
_MOST_GROUPS = 6

Add = Callable[[Kind, str, int, int], bool]
"""Takes a kind, its plain value and its place; returns whether that place was still free."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of digits: `digits` without what separates them, the place of each in the text, and its group."""

    text: str
    digits: str
    at: tuple[int, ...]
    order: tuple[int, ...]

    def begins(self, number: int) -> bool:
        """Returns whether a group of digits begins there."""
        return number == 0 or self.order[number] > self.order[number - 1]

    def groups(self, first: int, last: int) -> tuple[int, ...]:
        """Returns how many digits stand together, group by group, from `first` to before `last`."""
        breaks = [first, *(n for n in range(first + 1, last) if self.begins(n)), last]
        return tuple(after - before for before, after in pairwise(breaks))

    def is_counted(self) -> bool:
        """Returns whether a measure word follows the run: it is then a list of amounts."""
        return MEASURES.match(self.text, self.at[-1] + 1) is not None

    def is_spelled(self, first: int, last: int) -> bool:
        """Returns whether a stretch is the whole run, digit by digit."""
        return first == 0 and last == len(self.digits) and set(self.groups(first, last)) == {1}

    def windows(self, lengths: range) -> Iterator[tuple[int, int]]:
        """Yields each stretch of these lengths that begins and ends where a group does."""
        total = len(self.digits)
        for first in filter(self.begins, range(total - lengths.start + 1)):
            for last in range(first + lengths.start, min(first + lengths.stop, total + 1)):
                if last == total or self.begins(last):
                    yield first, last

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Returns where the digits from `first` to before `last` stand in the text."""
        return self.at[first], self.at[last - 1] + 1


def scan_runs(text: str, add: Add) -> list[Run]:
    """Finds what is made of digits only, in the order of section: IDs and cards first, then telephones."""
    runs = [_run(text, match) for match in _find_runs(text)]
    for run in runs:
        _add_ids(run, add)
    if runs:
        for match in _APART.finditer(text):
            _add_parts(match, add)
    if runs and ("E" in text or "e" in text):
        for match in _ROUNDED.finditer(text):
            digits = _digits(match[0].upper().partition("E")[0])
            if looks_like_resident_id(digits.ljust(18, "0")):
                add(Kind.ID18_ALTERED, digits, *match.span())
    return runs


def _find_runs(text: str) -> Iterator[re.Match[str]]:
    found = list(_RUN.finditer(text))
    if any(len(match[0]) > _MOST_DIGITS and _NO_NUMBER.search(match[0]) for match in found):
        return _RUN.finditer(_NO_NUMBER.sub(_blotted, text))
    return iter(found)


def scan_cards(runs: list[Run], add: Add) -> None:
    """Finds bank cards and resident IDs of 15 digits."""
    runs = [run for run in runs if len(run.digits) >= _CARD_LENGTHS.start]
    if not runs:
        return
    identified, named = IDS.search(runs[0].text) is not None, CARDS.search(runs[0].text) is not None
    for run in runs:
        if identified:
            _add_old_ids(run, add)
        _add_cards(run, add, named=named)


def scan_phones(text: str, runs: list[Run], add: Add) -> None:
    """Finds mobile numbers, landlines and service numbers."""
    for run in runs:
        _add_mobiles(run, add)
    for match in _MOBILE_APART.finditer(text):
        if not _GOES_ON.match(text, match.start() - 1 if match.start() else len(text)):
            add(Kind.MOBILE, _digits(match[0]), *match.span())
    if not runs and "电话" not in text:
        return
    for match in _BRACKETED.finditer(text):
        add(Kind.MOBILE, _digits(match[0]), *match.span())
    for match in _LANDLINE.finditer(text):
        _add_landline(match, add)
    for match in _SERVICE.finditer(text):
        _add_service(match, add)
    for run in runs:
        total = len(run.digits)
        if 10 <= total <= 12 and _AREA.match(run.digits) and run.is_spelled(0, total):
            add(Kind.PHONE, run.digits, *run.place(0, total))
    for match in _LOCAL.finditer(text):
        if _DIALLED.search(text, max(match.start() - 12, 0), match.start()) and not MEASURES.match(
            text, match.end()
        ):
            add(Kind.PHONE, _digits(match[0]), *match.span())


def _run(text: str, match: re.Match[str]) -> Run:
    start = match.start()
    at = tuple(start + offset for offset, character in enumerate(match[0]) if "0" <= character <= "9")
    gaps = (after > before + 1 for before, after in pairwise(at))
    return Run(text, "".join(text[place] for place in at), at, (0, *accumulate(gaps)))


def _blotted(digits: re.Match[str]) -> str:
    return "\x1e" * len(digits[0])


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


def _add_parts(match: re.Match[str], add: Add) -> None:
    """Adds a resident ID in parts, unless the first sign goes between cells and no other is like it."""
    number = match["county"] + match["born"] + re.sub("[^0-9]", "X", match["order"])
    if is_resident_id(number) and (match["one"] == match["other"] or match["one"][0] in ")）]】"):
        add(Kind.ID18, number, *match.span())


def _add_old_ids(run: Run, add: Add) -> None:
    for first, last in run.windows(range(15, 16)):
        number, place = run.digits[first:last], run.place(first, last)
        if (
            is_old_resident_id(number)
            and is_before(run.text, place[0], IDS)
            and stands_alone(run.text, *place)
        ):
            add(Kind.ID15, number, *place)


def _add_cards(run: Run, add: Add, *, named: bool) -> None:
    """Adds the cards of a run; `named` says whether the text speaks of cards or accounts anywhere."""
    total = len(run.digits)
    for first, last in run.windows(_CARD_LENGTHS):
        number = run.digits[first:last]
        few = run.order[last - 1] - run.order[first] < _MOST_GROUPS or last - first == total
        if number[0] not in "3456" or not (few or named) or not passes_luhn(number):
            continue
        start, end = run.place(first, last)
        if not stands_alone(run.text, start, end) or is_before(run.text, start, RECORDS):
            continue
        if named and is_near(run.text, start, end, CARDS):
            add(Kind.CARD, number, start, end)
        elif few and _is_card_layout(run, first, last) and not is_part_of_code(run.text, start, end):
            add(Kind.CARD_POSSIBLE, number, start, end)


def _is_card_layout(run: Run, first: int, last: int) -> bool:
    groups = run.groups(first, last)
    if len(groups) > 1 and run.is_counted():
        return False
    written = "".join(f"{length} " for length in groups)
    return len(groups) <= 2 or run.is_spelled(first, last) or _CARD_GROUPS.fullmatch(written) is not None


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
    if AMOUNTS.match(run.text, end) or is_before(run.text, start, RECORDS):
        return False
    groups = run.groups(first, last)
    between = {run.text[run.at[n - 1] + 1 : run.at[n]] for n in range(first + 1, last) if run.begins(n)}
    if len(groups) == 1 or between == {"**"}:
        return not is_part_of_code(run.text, start, end)
    if len(between) > 1 or run.is_counted():
        return False
    sign = between.pop()
    known = groups in _MOBILE_GROUPS or run.is_spelled(first, last) or (len(groups) == 2 and sign.isspace())
    return known and (sign != "." or len(groups) > 2) and not is_part_of_code(run.text, start, end)


def _add_landline(match: re.Match[str], add: Add) -> None:
    text, (start, end) = match.string, match.span()
    named = is_before(text, start, PHONES)
    if not stands_alone(text, start, end) or is_before(text, start, RECORDS) or text[end : end + 1] == "_":
        return
    if named or (
        not re.search("[./]|[0-9][(（]", match[0])
        and not MEASURES.match(text, end)
        and not _continues_code(text, start)
    ):
        # The bracket alone is no part of the number.
        add(Kind.PHONE, _digits(match[0]), start, end)


def _add_service(match: re.Match[str], add: Add) -> None:
    text, (start, end) = match.string, match.span()
    counted = MEASURES.match(text, end) or re.match(r"[- ][0-9]", text[end : end + 2])
    if counted or not stands_alone(text, start, end) or is_part_of_code(text, start, end):
        return
    if is_near(text, start, end, PHONES) or len(re.findall(r"[- ]", match[0])) == 2:
        add(Kind.PHONE, _digits(match[0]), start, end)


def is_part_of_code(text: str, start: int, end: int) -> bool:
    """Returns whether a number goes on across a hyphen or a point, as a longer code or a decimal."""
    return _continues_code(text, start) or _CODE_AFTER.match(text, end) is not None


def _continues_code(text: str, start: int) -> bool:
    code = _CODE_BEFORE.search(text, max(start - 2, 0), start)
    return code is not None and _CHINA_BEFORE.search(text, max(start - 6, 0), start) is None


def is_account(text: str, start: int) -> bool:
    """Returns whether what stands there is called the number of an account."""
    return ACCOUNTS.search(text, max(start - 16, 0), start) is not None


def scan_accounts(runs: list[Run], add: Add) -> None:
    """Finds numbers of accounts: what stands behind 账号, whether a check digit is right or not."""
    for run in runs:
        start, end = run.place(0, len(run.digits))
        if 9 <= len(run.digits) <= 32 and is_account(run.text, start):
            add(Kind.ACCOUNT, run.digits, start, end)
