"""Places in further languages: what the first language names, each of them calls by the name it has there.

Chinese and English are held against each other by `names`, which knows short forms and spellings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sfwgen.checks.project import Parallel, Project, Text
from sfwgen.checks.words import readable
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.languages import BUILT_IN, family


def check_places(project: Project) -> Iterator[Diagnostic]:
    """Yields a warning for each place that a text in the first language names and its translation does not.

    The word for the kind of place, the last one, may be left out: 象珠 for 象珠鎮, Xiangzhu for Xiangzhu
    Town. What is part of a term of the glossary (永康市 in 永康市建设局) names no place.
    """
    first = project.site.config.default.id
    for lang in (each.id for each in project.site.config.languages if each.id not in {first, *BUILT_IN}):
        for parallel in project.parallels:
            if first in parallel.texts and lang in parallel.texts:
                yield from _missing(project, parallel, first, lang)


def _missing(project: Project, parallel: Parallel, first: str, lang: str) -> Iterator[Diagnostic]:
    here, there = parallel.texts[first], parallel.texts[lang]
    said = "\n".join(map(_seen, there))
    terms = [form for term in project.site.vocabulary.glossary.values() for form in (term.zh, *term.en)]
    for place in project.site.vocabulary.places.values():
        name, wanted = place.name.get(first, ""), place.name.get(lang, "")
        if not name or not wanted or _short(wanted, lang) in said:
            continue
        for text in here:
            at = _without_terms(_seen(text), name, terms).find(name)
            if at >= 0:
                related = (text.at(at),)
                yield fault("place-name-untold", there[0].at(0), related=related, name=name, wanted=wanted)
                break


def _short(name: str, lang: str) -> str:
    if family(lang) == "zh":
        return name[:-1] if len(name) > 2 else name
    return name.rpartition(" ")[0] or name


def _without_terms(text: str, name: str, terms: Iterable[str]) -> str:
    """The text, as long as before, without the terms that hold a name."""
    for term in terms:
        if name in term and name != term:
            text = text.replace(term, "\ufffc" * len(term))
    return text


def _seen(text: Text) -> str:
    return readable(text.text) if text.markdown else text.text
