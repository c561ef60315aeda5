"""Fixed English names: what the Chinese text calls by its name, the English text calls by the fixed one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sfwgen.checks.project import Parallel, Project, Text
from sfwgen.checks.spelling import PlaceName, is_misspelt, make_place_name, names_another
from sfwgen.checks.words import form_pattern, longest_first, readable
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import Place, Term, Vocabulary

_WORD = re.compile(r"(?<![A-Za-z])[A-Z][a-z]+(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class _Names:
    """Every fixed name of the vocabulary: the pattern that finds them in Chinese, the longest first."""

    pattern: re.Pattern[str]
    terms: dict[str, Term]
    places: dict[str, PlaceName]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sides:
    """The two sides of a parallel as they are read."""

    zh: tuple[tuple[Text, str], ...]
    en: tuple[tuple[Text, str], ...]

    @property
    def zh_text(self) -> str:
        return "\n\n".join(text for _, text in self.zh)

    @property
    def en_text(self) -> str:
        return "\n\n".join(text for _, text in self.en)


def check_names(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each name that the Chinese text has and the English lacks or writes otherwise.

    A place is looked for by its full name; by its short one (象珠 for 象珠镇) where the story is about it.
    """
    names = project.once(_make_names)
    if names is None:
        return
    for parallel in project.parallels:
        if "zh" in parallel.texts and "en" in parallel.texts:
            sides = _Sides(_read(parallel, "zh"), _read(parallel, "en"))
            yield from _check_pair(sides, parallel.places, names)


def _read(parallel: Parallel, lang: str) -> tuple[tuple[Text, str], ...]:
    return tuple((text, readable(text.text) if text.markdown else text.text) for text in parallel.texts[lang])


def _make_names(vocabulary: Vocabulary, _lang: str) -> _Names | None:
    places = {
        place.name["zh"]: make_place_name(place)
        for place in vocabulary.places.values()
        if place.name.get("zh") and place.name.get("en")
    }
    terms = {term.zh: term for term in vocabulary.glossary.values() if term.zh not in places}
    if not places and not terms:
        return None
    known = [each.en for each in places.values()]
    known += [form for term in terms.values() for form in term.en]
    words = frozenset(word for name in known for word in _WORD.findall(name))
    pattern = "|".join(form_pattern(form, "zh") for form in longest_first((*terms, *places)))
    return _Names(re.compile(pattern), terms, places, words)


def _check_pair(sides: _Sides, about: tuple[Place, ...], names: _Names) -> Iterator[Diagnostic]:
    """Checks the names in one pair of texts; each is told once."""
    named = _named(sides, about, names)
    for form, place in named.items():
        term = names.terms.get(form)
        if term is not None and _is_fixed(term):
            yield from _check_term(sides, term, place)
        elif form in names.places:
            yield from _check_place(sides, names.places[form], place, names)


def _named(sides: _Sides, about: tuple[Place, ...], names: _Names) -> dict[str, Location]:
    """The names in the Chinese text, each with its first place there."""
    named: dict[str, Location] = {}
    rest = []
    for text, seen in sides.zh:
        for match in names.pattern.finditer(seen):
            named.setdefault(match[0].replace("\n", ""), text.at(match.start()))
        # Longer names are taken out, so that 永康 is not found in 永康市建设局.
        rest.append((text, names.pattern.sub(lambda match: "\ufffc" * len(match[0]), seen)))
    for place in about:
        name = names.places.get(place.name.get("zh", ""))
        if name is None or name.zh in named:
            continue
        for text, seen in rest:
            at = seen.find(name.zh_short)
            if at >= 0:
                named.setdefault(name.zh, text.at(at))
    return named


def _is_fixed(term: Term) -> bool:
    """A proper name, or a term that nobody may expand: others have to be free to fit their sentence."""
    return bool(term.en) and (not term.settled or term.en[0][:1].isupper())


def _check_term(sides: _Sides, term: Term, there: Location) -> Iterator[Diagnostic]:
    if not any(_term_pattern(form).search(sides.en_text) for form in term.en):
        here = sides.en[0][0].at(0)
        yield fault("name-missing", here, related=(there,), zh=term.zh, en=" / ".join(term.en))


@cache
def _term_pattern(form: str) -> re.Pattern[str]:
    return re.compile(form_pattern(form, "en"), re.IGNORECASE)


def _check_place(sides: _Sides, name: PlaceName, there: Location, names: _Names) -> Iterator[Diagnostic]:
    told = False
    for text, seen in sides.en:
        for start, written in _slips(seen, sides.zh_text, name, names):
            told = True
            yield fault(
                "place-name-form", text.at(start), related=(there,), form=written, zh=name.zh, en=name.en
            )
    if not told and not name.written.search(sides.en_text):
        yield fault("place-name-missing", sides.en[0][0].at(0), related=(there,), zh=name.zh, en=name.en)


def _slips(text: str, zh_text: str, name: PlaceName, names: _Names) -> Iterator[tuple[int, str]]:
    """Yields what is meant for a place's name and is not: another generic, other spaces, a misspelling."""
    fixed = {each.en for each in names.places.values()}
    for match in name.any_generic.finditer(text):
        written = " ".join(match[0].split())
        if written in fixed or written.upper() == written or not name.generic:
            continue
        if names_another(name, match["generic"], zh_text):
            continue
        yield match.start(), match[0]
    for match in name.any_spacing.finditer(text):
        written = " ".join(match[0].split())
        if written not in (name.specific, name.specific.upper()):
            yield match.start(), match[0]
    for match in _WORD.finditer(text):
        word = match[0]
        if word in names.words:
            continue
        sure = bool(name.generic) and name.then_generic.match(text, match.end()) is not None
        if any(is_misspelt(word, part, sure=sure) for part in name.specific.split()):
            yield match.start(), word
