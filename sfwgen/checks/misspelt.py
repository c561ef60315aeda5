"""Place names in Chinese with one wrong character: 飞风社区 in a story about 飞凤社区."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sfwgen.checks.project import Project, Text
from sfwgen.checks.spelling import PlaceName, make_place_name
from sfwgen.checks.words import readable
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.model import Vocabulary

_HAN = "[\u4e00-\u9fff]"
_PAIRED = "东西南北中上下大小前后新老"
"""What tells neighbours apart, 东城 and 西城: between two of these there is no slip."""


def check_misspelt(project: Project) -> Iterator[Diagnostic]:
    """Yields a warning for each name that is nearly that of a place which the story says it is about.

    Only names with their generic word (镇, 村, 社区) are looked for, and other known names are left alone:
    two characters that resemble a name are often an ordinary word.
    """
    known = project.once(_known_names)
    for parallel in project.parallels:
        for place in parallel.places:
            if place.name.get("zh") and place.name.get("en"):
                name = make_place_name(place)
                for text in parallel.texts.get("zh", ()):
                    yield from _slips(text, name, known)


def _known_names(vocabulary: Vocabulary, _lang: str) -> frozenset[str]:
    places = (place.name.get("zh", "") for place in vocabulary.places.values())
    return frozenset((*places, *(term.zh for term in vocabulary.glossary.values())))


def _slips(text: Text, name: PlaceName, known: frozenset[str]) -> Iterator[Diagnostic]:
    pattern = _nearly(name.zh, name.zh_short)
    if pattern is None:
        return
    seen = readable(text.text) if text.markdown else text.text
    for match in pattern.finditer(seen):
        # 珠镇 of 明珠镇 and 象珠镇: what ends in a known name is that name.
        if not any(match[0].endswith(each) for each in known if each):
            yield fault("place-name-misspelt", text.at(match.start()), form=match[0], zh=name.zh)


@cache
def _nearly(whole: str, short: str) -> re.Pattern[str] | None:
    """What differs from the name in one character before its generic word; None without such a word."""
    generic = whole.removeprefix(short)
    if len(short) < 2 or not generic or generic == whole:
        return None
    forms = (short[:at] + _other_than(short[at]) + short[at + 1 :] for at in range(len(short)))
    return re.compile(f"(?!{re.escape(whole)})(?:{'|'.join(forms)}){re.escape(generic)}")


def _other_than(character: str) -> str:
    return f"(?![{_PAIRED}]){_HAN}" if character in _PAIRED else _HAN
