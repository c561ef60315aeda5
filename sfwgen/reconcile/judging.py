"""Whether figures that have to agree do so, as far as their qualifiers let it be judged.

Two kinds of intervals decide. What a figure proves (`800余` is more than 800; 8.4万 is within 500 of 84,000)
makes a mismatch. What a reader would expect of it (`800余` is less than 900) makes a doubt, never an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from sfwgen.figures import Interval, Qualifier, Quantity, total

_SETTLED = (Qualifier.EXACT, Qualifier.NONE)
_HALF_POINT = Fraction(1, 2)


class Verdict(StrEnum):
    """What a comparison of figures comes to."""

    OK = "ok"
    ROUNDING = "rounding"
    """They agree within the places that they are rounded to."""
    MISMATCH = "mismatch"
    INCOMPLETE = "incomplete"
    """Something is missing or not exact, so that nothing is proved either way."""


class Reason(StrEnum):
    """Why figures do not agree, or why that cannot be judged."""

    NONE = ""
    DIFFERS = "differs"
    FEWER = "fewer"
    """The parts or records come to less than is stated."""
    EXCEEDS = "exceeds"
    """The parts or records come to more than is stated."""
    MISSING = "missing"
    """A figure is not stated."""
    SEVERAL = "several"
    """A figure is stated more than once."""
    QUALIFIED = "qualified"
    """A figure such as 800余 or 约30 leaves it open."""
    UNLIKELY = "unlikely"
    """Nothing contradicts the figures, but nobody would expect them of each other."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason. `expected` is what the parts come to, `remainder` what is left of the total.

    Of a share, `expected` is the percentage of its parts, `remainder` what is stated less that.
    """

    verdict: Verdict
    reason: Reason = Reason.NONE
    expected: Fraction | None = None
    remainder: Fraction | None = None


def judge_total(
    stated: Quantity | None, parts: Sequence[Quantity | None], *, complete: bool = True
) -> Judgement:
    """Returns whether parts make up a total; None is a part or total that is not stated.

    Unless `complete` they are only some of its parts, and may come to less.
    """
    known = [part for part in parts if part is not None]
    values = [_value(part) for part in known]
    expected = sum((value for value in values if value is not None), Fraction(0))
    whole = None if stated is None else _value(stated)
    remainder = None if whole is None else whole - expected
    proved = _added(_proved(part) for part in known)
    if len(known) < len(parts) or not complete:
        proved = Interval(proved.low, None, low_open=proved.low_open)
    if stated is not None and _apart(_proved(stated), proved):
        reason = Reason.FEWER if remainder is not None and remainder > 0 else Reason.EXCEEDS
        return Judgement(Verdict.MISMATCH, reason, expected, remainder)
    if stated is None or len(known) < len(parts):
        return Judgement(Verdict.INCOMPLETE, Reason.MISSING, expected, remainder)
    if None in values or remainder is None:
        return Judgement(Verdict.INCOMPLETE, Reason.QUALIFIED)
    if all(each.qualifier in _SETTLED for each in (stated, *known)):
        return _settled_total(expected, remainder, complete=complete)
    if total(known) == stated:
        return Judgement(Verdict.OK, Reason.NONE, expected, remainder)
    likely = _added(part.implied() for part in known)
    if complete and _apart(stated.implied(), likely):
        return Judgement(Verdict.INCOMPLETE, Reason.UNLIKELY, expected, remainder)
    return Judgement(Verdict.INCOMPLETE, Reason.QUALIFIED, expected, remainder)


def _settled_total(expected: Fraction, remainder: Fraction, *, complete: bool) -> Judgement:
    if remainder == 0:
        return Judgement(Verdict.OK, Reason.NONE, expected, remainder)
    if complete or remainder < 0:
        return Judgement(Verdict.ROUNDING, Reason.NONE, expected, remainder)
    return Judgement(Verdict.INCOMPLETE, Reason.FEWER, expected, remainder)


def judge_share(part: Quantity | None, whole: Quantity | None, percent: Quantity | None) -> Judgement:
    """Returns whether a percentage is what a part is of its whole, within the rounding of its last digit."""
    if part is None or whole is None or percent is None:
        return Judgement(Verdict.INCOMPLETE, Reason.MISSING)
    share, stated = _share(_proved(part), _proved(whole)), _value(percent)
    over, under = _value(part), _value(whole)
    if share is None or over is None or not under or stated is None:
        return Judgement(Verdict.INCOMPLETE, Reason.QUALIFIED)
    expected = 100 * over / under
    remainder = stated - expected
    if _apart(share, _rounded_percent(percent, _proved(percent))):
        return Judgement(Verdict.MISMATCH, Reason.DIFFERS, expected, remainder)
    exact = all(each.qualifier in _SETTLED for each in (part, whole))
    if exact and percent.qualifier in _SETTLED:
        verdict = Verdict.ROUNDING if remainder else Verdict.OK
        return Judgement(verdict, Reason.NONE, expected, remainder)
    likely = _share(part.implied(), whole.implied())
    if likely is not None and _apart(likely, percent.implied()):
        return Judgement(Verdict.INCOMPLETE, Reason.UNLIKELY, expected, remainder)
    if exact:
        return Judgement(Verdict.OK, Reason.NONE, expected, remainder)
    return Judgement(Verdict.INCOMPLETE, Reason.QUALIFIED, expected, remainder)


def judge_records(
    counted: Decimal | Fraction, stated: Quantity | None, *, complete: bool = False
) -> Judgement:
    """Returns whether records account for what is reported: fewer is an error if they are `complete`."""
    records = Fraction(counted)
    if stated is None:
        return Judgement(Verdict.INCOMPLETE, Reason.MISSING, records)
    if stated.qualifier is Qualifier.INDEFINITE:
        return Judgement(Verdict.INCOMPLETE, Reason.QUALIFIED, records)
    reported = _value(stated)
    remainder = None if reported is None else reported - records
    proved, likely = _proved(stated), stated.implied()
    if _above(records, proved):
        return Judgement(Verdict.MISMATCH, Reason.EXCEEDS, records, remainder)
    if _above(records, likely):
        return Judgement(Verdict.INCOMPLETE, Reason.UNLIKELY, records, remainder)
    if records in likely or (_is_limit(stated) and records in proved):
        rounded = stated.qualifier is Qualifier.ABOUT or (stated.qualifier in _SETTLED and remainder)
        verdict = Verdict.ROUNDING if rounded else Verdict.OK
        return Judgement(verdict, Reason.NONE, records, remainder)
    verdict = Verdict.MISMATCH if complete else Verdict.INCOMPLETE
    return Judgement(verdict, Reason.FEWER, records, remainder)


def _is_limit(stated: Quantity) -> bool:
    return stated.qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.LESS_THAN)


def _value(quantity: Quantity) -> Fraction | None:
    return None if quantity.value is None else Fraction(quantity.value)


def _proved(quantity: Quantity) -> Interval:
    """What a quantity leaves possible; one printed to thousands may be any that rounds to it."""
    rounded = quantity.qualifier is Qualifier.EXACT and quantity.step != 1
    return quantity.implied() if rounded else quantity.bounds()


def _rounded_percent(percent: Quantity, proved: Interval) -> Interval:
    """A percentage is rounded as a matter of course, whole ones too; a third may be 33 or 33.4 %."""
    if percent.qualifier not in _SETTLED or percent.value is None:
        return proved
    half = Fraction(percent.step) / 2 if isinstance(percent.value, Decimal) else _HALF_POINT
    return Interval(Fraction(percent.value) - half, Fraction(percent.value) + half)


def _added(intervals: Iterable[Interval]) -> Interval:
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    low_open = high_open = False
    for each in intervals:
        low = None if low is None or each.low is None else low + Fraction(each.low)
        high = None if high is None or each.high is None else high + Fraction(each.high)
        low_open, high_open = low_open or each.low_open, high_open or each.high_open
    return Interval(low, high, low_open, high_open)


def _share(part: Interval, whole: Interval) -> Interval | None:
    """Returns the percentages that parts and wholes of these intervals can make, or None without a whole."""
    if part.low is None or part.low < 0 or whole.low is None or whole.low <= 0:
        return None
    low = Fraction(0) if whole.high is None else 100 * Fraction(part.low) / Fraction(whole.high)
    high = None if part.high is None else 100 * Fraction(part.high) / Fraction(whole.low)
    return Interval(low, high, part.low_open or whole.high_open, part.high_open or whole.low_open)


def _above(number: Fraction, interval: Interval) -> bool:
    high = interval.high
    return high is not None and (number > high or (number == high and interval.high_open))


def _apart(one: Interval, other: Interval) -> bool:
    """Whether no number lies in both intervals."""
    return _below(one, other) or _below(other, one)


def _below(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    touching = one.high == other.low and (one.high_open or other.low_open)
    return one.high < other.low or touching
