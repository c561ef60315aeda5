"""Numbers that prove themselves: check digits and dates. Pure arithmetic on plain digits."""

from __future__ import annotations

from datetime import date
from functools import cache

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_PROVINCES = frozenset(
    str(number)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for number in range(first, last + 1)
)
_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = tuple(3**place % 31 for place in range(17))
_BORN_BEFORE = date(2050, 1, 1)
"""Later than any birth that a bulletin can tell of. The day of a build is no help: figures may be older."""


def looks_like_resident_id(digits: str) -> bool:
    """Returns whether 17 digits begin as a resident ID does: with a province, and a date of birth."""
    return digits[:2] in _PROVINCES and digits[6:8] in ("19", "20") and _is_birth_date(digits[6:14])


def is_resident_id(number: str) -> bool:
    """Returns whether 18 characters are a resident ID number (GB 11643-1999) with the right check digit."""
    return looks_like_resident_id(number) and id_check(number) == number[17]


def id_check(number: str) -> str:
    """Returns the check digit of a resident ID number's first 17 digits."""
    return _ID_CHECKS[
        sum(int(digit) * weight for digit, weight in zip(number, _ID_WEIGHTS, strict=False)) % 11
    ]


def is_old_resident_id(number: str) -> bool:
    """Returns whether 15 digits can be a resident ID number of before 1999. It has no check digit."""
    return number[:2] in _PROVINCES and _is_birth_date(f"19{number[6:12]}")


@cache
def _is_birth_date(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return date(1900, 1, 1) <= born < _BORN_BEFORE


def passes_luhn(digits: str) -> bool:
    """Returns whether the last digit of a card number is right (ISO/IEC 7812)."""
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    total = sum(map(int, digits[-1::-2])) + sum(value - 9 if value > 9 else value for value in doubled)
    return total % 10 == 0


def is_credit_code(code: str) -> bool:
    """Returns whether 18 characters are a unified social credit code (GB 32100-2015)."""
    values = [_CODE_ALPHABET.find(character) for character in code]
    if min(values) < 0:
        return False
    total = sum(value * weight for value, weight in zip(values, _CODE_WEIGHTS, strict=False))
    return bool(values[17] == (31 - total % 31) % 31)
