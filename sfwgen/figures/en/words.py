"""English number words, and the words around a number that belong to the figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sfwgen.figures.quantity import Qualifier
from sfwgen.figures.scanning import by_phrase, word_list

_SMALL: Final = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS: Final = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
NUMBERS: Final[Mapping[str, int]] = {word: value for value, word in enumerate(_SMALL)} | {
    word: (place + 2) * 10 for place, word in enumerate(TENS)
}
POWERS: Final[Mapping[str, int]] = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "bn": 9,
    "tn": 12,
    "mn": 6,
    "m": 6,
}
SHARES: Final[Mapping[str, int]] = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
    "hundredth": 100,
}
ORDERS: Final[Mapping[str, int]] = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 10**2,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
}
MULTIPLES: Final[Mapping[str, tuple[int, str | None]]] = {
    "twice": (2, None),
    "thrice": (3, None),
    "twofold": (2, None),
    "threefold": (3, None),
    "fourfold": (4, None),
    "fivefold": (5, None),
    "tenfold": (10, None),
    "doubled": (2, "up"),
    "doubling": (2, "up"),
    "tripled": (3, "up"),
    "trebled": (3, "up"),
    "tripling": (3, "up"),
    "quadrupled": (4, "up"),
    "quintupled": (5, "up"),
}

BEFORE: Final[Mapping[str, Qualifier]] = by_phrase(
    {
        Qualifier.ABOUT: (
            "about|around|approximately|roughly|some|an estimated|in the region of|circa|approx.|c."
        ),
        Qualifier.MORE_THAN: (
            "more than|over|above|in excess of|exceeding|exceeded|exceeds|exceed|upwards of|upward of|"
            "just over|well over|greater than|higher than|longer than|topped|topping|surpassed|surpassing|"
            "slightly more than|a little over|a little more than|far more than|just above|well above"
        ),
        Qualifier.NEARLY: (
            "nearly|almost|close to|approaching|just under|just short of|just below|close on|not quite|"
            "a little under|little short of|slightly under|slightly less than|slightly fewer than"
        ),
        Qualifier.AT_LEAST: (
            "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of|"
            "not below|no lower than|not lower than|no smaller than|not under|no shorter than"
        ),
        Qualifier.AT_MOST: (
            "no more than|not more than|at most|at the most|up to|a maximum of|maximum of|within|"
            "not exceeding|not exceed|not to exceed|cannot exceed|not over|not above|no higher than|"
            "not higher than|no longer than|not longer than|no greater than|never more than|capped at"
        ),
        Qualifier.LESS_THAN: (
            "fewer than|less than|under|below|short of|smaller than|lower than|shorter than|not yet|"
            "well under|well below"
        ),
    }
)
"""Qualifiers before the number, of which the longest that fits is read (no more than, not more than)."""

AFTER: Final[Mapping[str, Qualifier]] = by_phrase(
    {
        Qualifier.AT_LEAST: (
            "or more|or above|or over|or older|or longer|or higher|or greater|or better|or upwards|or up|"
            "and above|and over|and more|and older|and upwards|and up|at least|at the least|at minimum"
        ),
        Qualifier.AT_MOST: (
            "or less|or fewer|or under|or below|or younger|or shorter|or lower|or smaller|and under|"
            "and below|and younger|at most|at the most|at the latest|at the longest|at the outside|at maximum"
        ),
        Qualifier.ABOUT: "or so|or thereabouts",
    }
)
"""Qualifiers after the number or its unit."""

LASTING: Final = word_list(
    "last lasts lasted lasting took take takes taken for in after is was were are be of by waited "
    "spent lived "
    "worked stood ran been aged with to at than stayed operated served missing"
)
"""Words after which 'over 5 years' is more than 5 years; elsewhere it means during them."""

STATISTICS: Final[Mapping[str, str]] = by_phrase(
    {
        "average": "average|averages|averaged|averaging|on average|per capita|mean",
        "peak": "at peak|at its peak|at their peak|at the peak|peaked|peaking|peak",
    }
)
"""Words earlier in the clause that say which statistic a figure is."""

DIRECTIONS: Final[Mapping[str, str]] = by_phrase(
    {
        "up": (
            "rose|rise|rises|risen|rising|increase|increased|increases|increasing|grew|grow|grows|"
            "grown|growing|"
            "growth|climbed|climb|climbing|raised|raise|raises|raising|up|expanded|expand|expanding|"
            "gained|gain|"
            "jumped|jump|soared|surged|lifted|extended|extend|widened|boosted|boost"
        ),
        "down": (
            "fell|fall|falls|fallen|falling|decrease|decreased|decreases|decreasing|dropped|drop|drops|"
            "declined|decline|declines|declining|down|cut|cuts|cutting|reduced|reduce|reduces|reducing|"
            "reduction|lowered|slowed|shrank|shrunk|shortened|shorten|narrowed|slipped|trimmed|eased|dipped|"
            "tumbled|plunged|slid|sank"
        ),
    }
)
"""Words of change, before a figure in the same clause or right after it (a 5% rise)."""
