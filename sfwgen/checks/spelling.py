"""How the fixed name of a place is written, and what looks like it and is not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sfwgen.model import Place

_ZH_BY_EN = {
    "Town": "镇",
    "Township": "乡",
    "Subdistrict": "街道",
    "Sub-district": "街道",
    "Street": "街(?!道)",
    "District": "区",
    "Community": "社区",
    "Neighbourhood": "社区",
    "Neighborhood": "社区",
    "Village": "村",
    "County": "县",
    "City": "市",
    "Province": "省",
}
_GENERICS = "|".join(sorted(_ZH_BY_EN, key=len, reverse=True))
_ZH_GENERIC = re.compile(r"(?:街道|社区|[镇乡村县市区省])\Z")
_SHORTEST = 6
"""A shorter name is too near to ordinary words for a misspelling to be told."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place's fixed names, and patterns for ways of writing the English one.

    `specific` is what remains without the generic word (Xiangzhu, of Xiangzhu Town).
    """

    zh: str
    zh_short: str
    en: str
    specific: str
    generic: str
    written: re.Pattern[str]
    any_generic: re.Pattern[str]
    any_spacing: re.Pattern[str]
    then_generic: re.Pattern[str]


def names_another(name: PlaceName, generic: str, zh_text: str) -> bool:
    """Returns whether the Chinese text has a place of this kind beside the one meant, such as 象珠村."""
    kind = next((zh for en, zh in _ZH_BY_EN.items() if en.casefold() == generic.casefold()), "")
    zh = re.escape(name.zh_short) + kind
    return kind != "" and not re.fullmatch(zh, name.zh) and re.search(zh, zh_text) is not None


def make_place_name(place: Place) -> PlaceName:
    """Returns the names of a place that has one in Chinese and one in English."""
    zh, en = place.name["zh"], place.name["en"]
    head, _, last = en.rpartition(" ")
    specific, generic = (head, last) if head and last in _ZH_BY_EN else (en, "")
    short = _ZH_GENERIC.sub("", zh)
    letters = [char for char in specific if not char.isspace()]
    begin, end = r"(?<![A-Za-z])", r"(?![A-Za-z])"
    spaced = r"[\s'’-]?".join(map(re.escape, letters))
    plain = r"\s+".join(map(re.escape, specific.split()))
    return PlaceName(
        zh=zh,
        zh_short=short if len(short) > 1 else zh,
        en=en,
        specific=specific,
        generic=generic,
        written=re.compile(f"{begin}{plain}{end}", re.IGNORECASE),
        any_generic=re.compile(rf"{begin}{plain}\s+(?P<generic>{_GENERICS}){end}", re.IGNORECASE),
        any_spacing=re.compile(f"{begin}{spaced}{end}", re.IGNORECASE),
        then_generic=re.compile(rf"\s+{generic}{end}"),
    )


def is_misspelt(word: str, name: str, *, sure: bool) -> bool:
    """Returns whether a word is a name with one letter too many, too few, wrong, or with two exchanged.

    Short names are looked at only where it is `sure` that the word stands for a place.
    """
    longer, shorter = (word, name) if len(word) >= len(name) else (name, word)
    if (
        (len(name) < _SHORTEST and not sure)
        or len(longer) - len(shorter) > 1
        or word.casefold() == name.casefold()
    ):
        return False
    same = 0
    while same < len(shorter) and longer[same].casefold() == shorter[same].casefold():
        same += 1
    rest, other = longer[same:].casefold(), shorter[same:].casefold()
    if len(longer) > len(shorter):
        return rest[1:] == other
    return rest[1:] == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
