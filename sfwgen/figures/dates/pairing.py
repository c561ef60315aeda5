"""Dates of two texts that should be the same and are not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations, groupby
from typing import Final

from sfwgen.figures.dates import en as english
from sfwgen.figures.dates import zh as chinese
from sfwgen.figures.dates.mention import COMPONENTS, DateMention, agree
from sfwgen.languages import family, plain

_SUBSETS: Final = tuple(
    names for size in range(len(COMPONENTS), 0, -1) for names in combinations(COMPONENTS, size)
)
"""What two mentions may have in common, the most first."""
_RELATIVE: Final = {"zh": chinese.RELATIVE, "en": english.RELATIVE}
_NEAR: Final = 2
"""How far from its place, in dates, one is looked for that says another date."""


def date_slips(
    ones: Sequence[DateMention],
    others: Sequence[DateMention],
    texts: tuple[str, str],
    langs: tuple[str, str] = ("zh", "en"),
) -> tuple[tuple[DateMention, DateMention], ...]:
    """Return the dates that stand in each other's place and say different days, months or years.

    A date that only one text has is none: a translation may say the same day, last year or May Day.
    """
    links = _links(ones, others)
    left = _left(ones, others, set(links))
    left_there = _left(others, ones, set(links.values()))
    years = _says_years_alike(texts, langs)
    found: list[tuple[DateMention, DateMention]] = []
    for (lower, upper), here in groupby(left, key=_gaps(links, len(others))):
        there = left_there[bisect_right(left_there, lower) : bisect_left(left_there, upper)]
        for one in here:
            near = there[: _NEAR + 1]
            other = next((index for index in near if _is_slip(ones[one], others[index], years=years)), None)
            if other is not None:
                found.append((ones[one], others[other]))
                del there[: there.index(other) + 1]
    return tuple(found)


def _links(zh: Sequence[DateMention], en: Sequence[DateMention]) -> dict[int, int]:
    """Join the mentions that agree, those first that have the most in common."""
    links: dict[int, int] = {}
    taken: set[int] = set()
    for names in _SUBSETS:
        free: dict[Hashable, list[int]] = {}
        for index in range(len(en) - 1, -1, -1):
            if index not in taken and (key := _key(en[index], names)):
                free.setdefault(key, []).append(index)
        for index, one in enumerate(zh):
            key = _key(one, names)
            candidates = free.get(key) if key and index not in links else None
            if candidates and agree(one, en[candidates[-1]]):
                links[index] = candidates.pop()
                taken.add(links[index])
    return links


def _key(mention: DateMention, names: tuple[str, ...]) -> tuple[object, ...] | None:
    values = tuple(getattr(mention, name) for name in names)
    return None if None in values else values


def _left(ones: Sequence[DateMention], others: Sequence[DateMention], linked: set[int]) -> list[int]:
    """Return the mentions without a counterpart, but not those that say again what the other text says."""
    said = {(names, _key(other, names)) for other in others for names in _SUBSETS}
    of_no_year = {(names, _key(other, names)) for other in others if other.year is None for names in _SUBSETS}

    def is_said(one: DateMention) -> bool:
        without = tuple(name for name in one.said if name != "year")
        return (one.said, _key(one, one.said)) in said or (without, _key(one, without)) in of_no_year

    return [index for index, one in enumerate(ones) if index not in linked and not is_said(one)]


def _gaps(links: dict[int, int], length: int) -> Callable[[int], tuple[int, int]]:
    """Return between which English places, exclusive, the counterpart of a Chinese mention must stand."""
    known = sorted(links)

    def gap(index: int) -> tuple[int, int]:
        at = bisect_left(known, index)
        lower = links[known[at - 1]] if at else -1
        upper = links[known[at]] if at < len(known) else length
        return (lower, upper) if lower < upper else (lower - _NEAR, lower + _NEAR)

    return gap


def _is_slip(one: DateMention, other: DateMention, *, years: bool) -> bool:
    """Whether two dates are told as precisely as each other, or have something in common, and differ."""
    if agree(one, other):
        return False
    common = [name for name in one.said if name in other.said]
    differing = [name for name in common if getattr(one, name) != getattr(other, name)]
    alike = one.said == other.said or len(differing) < len(common)
    return alike and (differing != ["year"] or one.said != ("year",) or years)


def _says_years_alike(texts: tuple[str, str], langs: tuple[str, str]) -> bool:
    """Whether both texts say last year and the like as often, so that none of these stands for a number."""
    one, other = (
        {which: len(pattern.findall(plain(text, lang))) for which, pattern in _RELATIVE[family(lang)].items()}
        for text, lang in zip(texts, langs, strict=True)
    )
    return one == other
