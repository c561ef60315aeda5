"""English number words, and the words around a number that belong to the figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sfwgen.figures.quantity import Qualifier

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: Final[Mapping[str, int]] = {word: value for value, word in enumerate(_SMALL)} | {
    word: (place + 2) * 10 for place, word in enumerate(_TENS)
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
    "halves": 2,
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

BEFORE: Final[Mapping[str, Qualifier]] = {
    phrase: qualifier
    for qualifier, phrases in (
        (
            Qualifier.ABOUT,
            (
                "about|around|approximately|roughly|some|an estimated|in the region of|something like|"
                "circa|or so|approx.|c."
            ),
        ),
        (
            Qualifier.MORE_THAN,
            (
                "more than|over|above|in excess of|exceeding|exceeded|exceeds|exceed|upwards of|"
                "upward of|just over|well over|greater than|higher than|longer than|better than|"
                "topped|surpassed|passed|slightly more than|a little over|a little more than|"
                "far more than|just above|well above|no fewer than just"
            ),
        ),
        (
            Qualifier.NEARLY,
            (
                "nearly|almost|close to|approaching|just under|just short of|just below|"
                "getting on for|close on|not quite|a little under|little short of|slightly under|"
                "slightly less than|slightly fewer than"
            ),
        ),
        (
            Qualifier.AT_LEAST,
            (
                "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|"
                "minimum of|not below|no lower than|not lower than|no smaller than|not under"
            ),
        ),
        (
            Qualifier.AT_MOST,
            (
                "no more than|not more than|at most|at the most|up to|a maximum of|maximum of|within|"
                "not exceeding|not over|not above|no higher than|not higher than|must not exceed|"
                "may not exceed|does not exceed|not to exceed|no longer than|not longer than|"
                "not exceed|capped at|no greater than|never more than|no later than|do not exceed|"
                "did not exceed|shall not exceed|cannot exceed|should not exceed|will not exceed|"
                "as much as up to"
            ),
        ),
        (
            Qualifier.LESS_THAN,
            (
                "fewer than|less than|under|below|short of|smaller than|lower than|shorter than|"
                "not yet|barely under|well under|well below"
            ),
        ),
    )
    for phrase in phrases.split("|")
}
"""Qualifiers before the number, the longest that fits is read (no more than, not more than)."""

AFTER: Final[Mapping[str, Qualifier]] = {
    phrase: qualifier
    for qualifier, phrases in (
        (
            Qualifier.AT_LEAST,
            (
                "or more|or above|or over|or older|or longer|or higher|or greater|or better|and above|"
                "and over|and more|and older|at least|at the least|upwards|and upwards|or upwards|"
                "or up|and up"
            ),
        ),
        (
            Qualifier.AT_MOST,
            (
                "or less|or fewer|or under|or below|or younger|or shorter|or lower|or smaller|"
                "and under|and below|at most|at the most|at the latest|and younger|or cheaper"
            ),
        ),
        (Qualifier.ABOUT, "or so|or thereabouts|or thereabout"),
    )
    for phrase in phrases.split("|")
}
"""Qualifiers after the number or its unit."""

STATISTICS: Final[Mapping[str, str]] = {
    "average": "average",
    "averages": "average",
    "averaged": "average",
    "averaging": "average",
    "on average": "average",
    "per capita": "average",
    "mean": "average",
    "at peak": "peak",
    "at its peak": "peak",
    "at their peak": "peak",
    "at the peak": "peak",
    "peaked": "peak",
    "peak": "peak",
    "at most times": "peak",
}
"""Words earlier in the clause that say which statistic a figure is."""

_UP: Final = (
    "rose|rise|rises|risen|rising|increase|increased|increases|increasing|grew|grow|grows|grown|"
    "growing|growth|climbed|climb|climbing|raised|raise|raises|raising|up|expanded|expand|gained|"
    "jumped|soared|surged|went up|gone up|lifted|extended|widened|higher|boosted|boost|advanced|"
    "gain|jump|added"
).split("|")
_DOWN: Final = (
    "fell|fall|falls|fallen|falling|decrease|decreased|decreases|decreasing|dropped|drop|drops|"
    "declined|decline|declines|down|cut|cuts|cutting|reduced|reduce|reduces|reduction|lowered|"
    "lower|slowed|shrank|shrunk|shortened|narrowed|went down|gone down|slipped|trimmed|eased|lost|"
    "dipped|tumbled|plunged|slid|halved|sank"
).split("|")
DIRECTIONS: Final[Mapping[str, str]] = dict.fromkeys(_UP, "up") | dict.fromkeys(_DOWN, "down")
"""Words of change before a figure, in the same clause."""
