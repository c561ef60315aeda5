"""Which figure of one text is which of the other, whatever the order of sentences.

Figures that say the same are joined first. These are the landmarks by which the rest is joined: what prints
the same digits, then what stands in the same place. Each step looks figures up by what they say or at a few
neighbours, so that the time grows with the length of the texts only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sfwgen.figures.senses import Item, fit_of, says_same
from sfwgen.figures.unit_codes import Fit

Links = Mapping[int, int]
"""The number of an English figure by that of the Chinese figure it renders."""
Keys = Callable[[Item], Iterable[Hashable]]
Judge = Callable[[Item, Item], bool]


@dataclass(frozen=True, slots=True)
class Asides:
    """The figures without which the other text is complete, by their numbers.

    Conversions say their neighbour again in another unit; of others the other text prints the number.
    """

    conversions: frozenset[int]
    printed: frozenset[int]

    def has(self, item: Item) -> bool:
        """Returns whether a figure is one of them."""
        return item.index in self.conversions or item.index in self.printed


_CROWD = 64
"""How many pairs of figures that say the same are weighed against each other; more go in order."""
_NEAR = 3
"""How far from its place, in figures, one is still looked for when its digits are not the same."""


def align(zh: Sequence[Item], en: Sequence[Item], asides: tuple[Asides, Asides]) -> dict[int, int]:
    """Returns which figures render which: each at most once; what has no counterpart is left out.

    An aside is joined with what says the same; a conversion at last with what is measured alike as well and
    has no counterpart.
    """
    links: dict[int, int] = {}
    for keys in (_full_keys, _unqualified_keys, _printed_keys):
        links |= _join_alike(zh, en, links, keys, says_same)
    rest_zh = [item for item in zh if not asides[0].has(item)]
    rest_en = [item for item in en if not asides[1].has(item)]
    for keys in (_printed_keys, _digit_keys, _shuffled_keys):
        links |= _join_alike(rest_zh, rest_en, links, keys, _is_near_miss)
    links |= _join_by_place(rest_zh, rest_en, links, Fit.OPEN)
    again_zh = [item for item in zh if item.index in asides[0].conversions]
    again_en = [item for item in en if item.index in asides[1].conversions]
    links |= _join_by_place(rest_zh, again_en, links, Fit.SAME)
    return links | _join_by_place(again_zh, rest_en, links, Fit.SAME)


def _full_keys(item: Item) -> Iterator[Hashable]:
    for sense in item.senses:
        yield sense.measure.dimension, sense.amount, item.qualifier


def _unqualified_keys(item: Item) -> Iterator[Hashable]:
    for sense in item.senses:
        yield sense.measure.dimension, sense.amount


def _printed_keys(item: Item) -> Iterator[Hashable]:
    yield item.printed


def _digit_keys(item: Item) -> Iterator[Hashable]:
    """The same digits at another place: 3.2 million for 3.2亿."""
    if item.digits:
        yield item.digits


def _shuffled_keys(item: Item) -> Iterator[Hashable]:
    if len(item.digits) > 1:
        yield item.shuffled


def _is_near_miss(zh: Item, en: Item) -> bool:
    return len(zh.digits) > 1 or zh.printed == en.printed or fit_of(zh, en) is Fit.SAME


def _join_alike(
    zh: Sequence[Item], en: Sequence[Item], links: Links, keys: Keys, judge: Judge
) -> dict[int, int]:
    """Joins free figures that share a key: the only ones of theirs first, then each with the nearest."""
    free_zh, free_en = _by_key(zh, set(links), keys), _by_key(en, set(links.values()), keys)
    groups = [(ones, free_en[key]) for key, ones in free_zh.items() if key in free_en]
    joined: dict[int, int] = {}
    taken: set[int] = set()
    for lonely in (True, False):
        place = _places({**links, **joined})
        for ones, others in groups:
            if (len(ones) == len(others) == 1) is lonely:
                left = [one for one in ones if one.index not in joined]
                right = [other for other in others if other.index not in taken]
                for one, other in _pairs(left, right, judge, place):
                    joined[one.index] = other.index
                    taken.add(other.index)
    return joined


def _by_key(items: Sequence[Item], taken: set[int], keys: Keys) -> dict[Hashable, list[Item]]:
    found: dict[Hashable, list[Item]] = {}
    for item in items:
        if item.index not in taken:
            for key in dict.fromkeys(keys(item)):
                found.setdefault(key, []).append(item)
    return found


def _pairs(
    ones: Sequence[Item], others: Sequence[Item], judge: Judge, place: Callable[[int], int]
) -> Iterator[tuple[Item, Item]]:
    """Yields each figure with its counterpart: the nearest, a few places farther if it is more alike."""
    if len(ones) * len(others) > _CROWD:
        yield from ((one, other) for one, other in zip(ones, others, strict=False) if judge(one, other))
        return
    ranked = sorted(
        (
            _unlikeness(one, other) + abs(place(one.index) - other.index),
            abs(place(one.index) - other.index),
            i,
            j,
        )
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if judge(one, other)
    )
    used_ones: set[int] = set()
    used_others: set[int] = set()
    for _, distance, i, j in ranked:
        # One digit alone is no likeness: such figures have to stand in the same place too.
        near = judge is says_same or len(ones[i].digits) > 1 or distance <= _NEAR
        if near and i not in used_ones and j not in used_others:
            used_ones.add(i)
            used_others.add(j)
            yield ones[i], others[j]


def _unlikeness(one: Item, other: Item) -> int:
    """How many places farther another figure may stand and still be the likelier counterpart."""
    ways = one.found.direction, other.found.direction
    return (
        2 * (fit_of(one, other) is not Fit.SAME)
        + 2 * (one.printed != other.printed)
        + 2 * (one.qualifier is not other.qualifier)
        + (one.found.statistic != other.found.statistic)
        + 3 * (None not in ways and ways[0] != ways[1])
    )


def _places(links: Links) -> Callable[[int], int]:
    """Returns where in the English text the counterpart of a Chinese figure is to be expected."""
    known = sorted(links)

    def place(index: int) -> int:
        at = bisect_left(known, index)
        beside = [known[each] for each in (at - 1, at) if 0 <= each < len(known)]
        if not beside:
            return index
        nearest = min(beside, key=lambda each: abs(each - index))
        return links[nearest] + index - nearest

    return place


def _join_by_place(zh: Sequence[Item], en: Sequence[Item], links: Links, least: Fit) -> dict[int, int]:
    """Joins what is left where both stand between the same neighbours and count what goes together."""
    place = _places(links)
    taken = set(links.values())
    items = {item.index: item for item in en}
    free = [index for index in items if index not in taken]
    ranked: list[tuple[int, int, int, int]] = []
    for one in zh:
        if one.index in links:
            continue
        expected = place(one.index)
        at = bisect_left(free, expected - _NEAR)
        for index in free[at : at + 2 * _NEAR + 1]:
            distance = abs(index - expected)
            fits = fit_of(one, items[index])
            if distance <= _NEAR and fits >= least:
                ranked.append((-fits, distance, one.index, index))
    joined: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(ranked):
        if i not in joined and j not in used:
            joined[i] = j
            used.add(j)
    return joined
