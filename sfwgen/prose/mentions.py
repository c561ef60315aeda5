"""Figures as they are found in the texts of a site: mentions, each with its passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from sfwgen.figures import Found, compare, find
from sfwgen.languages import BUILT_IN, family, plain
from sfwgen.model import Localized, Site
from sfwgen.prose.html_text import BLANK
from sfwgen.prose.passages import Passage

_SENTENCE_END = re.compile(r"[。！？；\n]|[.!?;](?=\s|$)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_YEARS = re.compile(r"年|\byears?\b")
_COUNTED_OFF = re.compile(r"(?:前|后|这|那|此|上述|以上|下列|以下)[两二三四五六七八九十][项类种点条样者]\Z")
_NUMERAL = re.compile(r"[\d〇零一二两三四五六七八九十百千万亿半几数多]")
"""What a name holds that may hold a figure, in one of its languages at least."""
_BASES = frozenset({100, 1_000, 10_000, 100_000, 1_000_000})
_EVERY = re.compile(r"(?:每|(?<![a-z])(?:every|each|per) )\Z")
_FARTHEST = 2_000
"""Characters before and behind a figure: no sentence is longer, but a list without full stops may be."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure found in a passage, the `number`-th of its text. `excused` ones are marked as no figures."""

    passage: Passage
    number: int
    found: Found
    excused: bool = False
    floor: int = 0
    """Where the figure before it ends in its passage."""
    named: bool = False
    """Whether it stands in the name of what is counted, and so may be no more than a part of that name."""

    @property
    def sentence(self) -> str:
        """The sentence around the figure, as far as it may be looked at."""
        return _sentence_around(self.passage.text, self.found.start, self.found.end)


# Asked once for each figure that a mention is held against.
@lru_cache(maxsize=256)
def _sentence_around(text: str, start: int, end: int) -> str:
    first, last = max(start - _FARTHEST, 0), end + _FARTHEST
    ends = (match.end() for match in _SENTENCE_END.finditer(text, first, start))
    after = _SENTENCE_END.search(text, end, last)
    return text[max(ends, default=first) : after.start() if after else last]


def is_definition(texts: Localized) -> bool:
    """Returns whether a name says by numbers on which its languages agree whom it is about: 65岁以上老人."""
    if not any(_NUMERAL.search(text) for text in texts.values()):
        return False
    written = [(family(lang), plain(text, lang)) for lang, text in texts.items() if text]
    chinese = [text for of, text in written if of == "zh"]
    english = [text for of, text in written if of == "en"]
    return all(compare(zh, en).agrees for zh in chinese for en in english)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Set phrases of a language in which a numeral is no figure: glossary terms, names, the site's own."""

    pattern: re.Pattern[str] | None

    def blanked(self, text: str, lang: str) -> str:
        """Returns the text with each phrase blotted out; places stay what they were."""
        if self.pattern is None:
            return text
        if lang in BUILT_IN:
            return self.pattern.sub(lambda match: BLANK * len(match[0]), text)
        for match in self.pattern.finditer(plain(text, lang)):
            text = text[: match.start()] + BLANK * len(match[0]) + text[match.end() :]
        return text


def make_phrases(site: Site, lang: str) -> Phrases:
    """Returns the phrases that the project declares, as far as they hold what would be taken for a figure."""
    vocabulary = site.vocabulary
    words = [*site.config.no_figures]
    for term in vocabulary.glossary.values():
        words += (
            [term.zh] if family(lang) == "zh" else [*term.en, *re.findall(r"[一-鿿]+", " ".join(term.en))]
        )
    words += [place.name.get(lang, "") for place in vocabulary.places.values()]
    words += [team.name.get(lang, "") for team in vocabulary.teams.values()]
    for metric in vocabulary.metrics.values():
        nouns = {language: forms[1] for language, forms in metric.noun.items()}
        words += [texts.get(lang, "") for texts in (metric.label, nouns) if is_definition(texts)]
    words = [plain(word, lang) for word in words]
    return _phrases([word for word in dict.fromkeys(words) if word and find(word, lang)])


def _phrases(words: list[str]) -> Phrases:
    if not words:
        return Phrases(None)
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return Phrases(re.compile("|".join(_bounded(word) for word in longest_first), re.IGNORECASE))


def _bounded(word: str) -> str:
    """A phrase of letters is a phrase only where no letter or digit touches it."""
    before = r"(?<![A-Za-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
    return before + re.escape(word) + after


def find_mentions(
    passages: Iterable[Passage], phrases: Phrases, most: int | None = None, names: Sequence[str] = ()
) -> tuple[Mention, ...]:
    """Returns every figure in the passages, in order; of very many the first `most`.

    `names` are those of what a document counts that hold numbers.
    """
    mentions = (
        Mention(
            passage, number, found, _is_excused(passage, found), floor, _is_in_name(passage, found, names)
        )
        for number, passage in enumerate(passages)
        if passage.text
        for found, floor in _with_floors(find(phrases.blanked(passage.text, passage.lang), passage.lang))
        if not _is_year(passage, found)
        and not _is_counted_off(passage, found)
        and not _is_base(passage, found)
    )
    return tuple(islice(mentions, most))


def _with_floors(figures: Sequence[Found]) -> Iterator[tuple[Found, int]]:
    return zip(figures, (0, *(found.end for found in figures)), strict=False)


def _is_year(passage: Passage, found: Found) -> bool:
    """Whether a bare number is a year that the text speaks of as one: that the year is 2019 is inferred."""
    if found.unit or not _YEAR.fullmatch(found.text):
        return False
    return _OF_YEARS.search(passage.text, max(found.start - 40, 0), found.end + 40) is not None


def _is_base(passage: Passage, found: Found) -> bool:
    """Whether a round number is only that of which a rate counts so many: for every 100 households."""
    return (
        found.quantity.value in _BASES
        and _EVERY.search(passage.text, max(found.start - len("every "), 0), found.start) is not None
    )


def _is_counted_off(passage: Passage, found: Found) -> bool:
    """Whether a number points back or forward in the text (前两项, 上述三类): it counts what stands there."""
    text = plain(passage.text, passage.lang)
    return _COUNTED_OFF.search(text, max(found.start - 4, 0), found.end) is not None


def _is_in_name(passage: Passage, found: Found, names: Sequence[str]) -> bool:
    if not names:
        return False
    text = passage.text.casefold() if passage.text.isascii() else passage.text
    return any(
        text.find(
            name.casefold() if text.isascii() else name,
            max(found.end - len(name), 0),
            found.start + len(name),
        )
        >= 0
        for name in names
    )


def _is_excused(passage: Passage, found: Found) -> bool:
    return any(start <= found.start < end for start, end in passage.excused)
