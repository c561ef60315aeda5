"""Places in the words of a scope: which place a figure is about, and what lies around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sfwgen.model import Localized, Place


def place_of(scope: Localized, places: Mapping[str, Place]) -> Place | None:
    """Returns the place that a scope names (唐先镇某企业), the innermost of several, or None."""
    named = [place for place in places.values() if _is_named(place, scope)]
    around = {id_ for place in named for id_ in places_around(place, places) if id_ != place.id}
    return next((place for place in named if place.id not in around), None)


def is_whole_place(scope: Localized, place: Place) -> bool:
    """Returns whether a scope is a place and nothing less: 唐先镇 or 唐先镇全镇, not 唐先镇某企业."""
    return any(_rest(scope.get(lang, ""), name) in _WHOLE for lang, name in place.name.items() if name)


_WHOLE = frozenset(
    {"", "全镇", "全村", "全市", "全县", "全街道", "全社区", "全域", "整个", "all of", "the whole of"}
)


def _rest(scope: str, name: str) -> str:
    before, found, after = scope.partition(name)
    return f"{before}{after}".strip().casefold() if found else "-"


def _is_named(place: Place, scope: Localized) -> bool:
    return any(name and name in scope.get(lang, "") for lang, name in place.name.items())


def places_around(place: Place | None, places: Mapping[str, Place]) -> Iterator[str]:
    """Yields the id of a place, then of each place around it, the nearest first."""
    seen: set[str] = set()
    while place is not None and place.id not in seen:
        seen.add(place.id)
        yield place.id
        place = places.get(place.within or "")
