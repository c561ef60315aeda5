"""Places in further languages: what the first language names, each of them calls by the name it has there.

Chinese and English are held against each other by `names`, which knows short forms and spellings.
"""

from __future__ import annotations

from collections.abc import Iterator

from sfwgen.checks.project import Parallel, Project, Text
from sfwgen.checks.words import readable
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.languages import BUILT_IN, family


def check_places(project: Project) -> Iterator[Diagnostic]:
    """Yields a warning for each place that a text in the first language names and its translation does not.

    In the family of Chinese the word for the kind of place may be left out: 象珠 for 象珠鎮.
    """
    first = project.site.config.default.id
    for lang in (each.id for each in project.site.config.languages if each.id not in {first, *BUILT_IN}):
        for parallel in project.parallels:
            if first in parallel.texts and lang in parallel.texts:
                yield from _missing(project, parallel, first, lang)


def _missing(project: Project, parallel: Parallel, first: str, lang: str) -> Iterator[Diagnostic]:
    here, there = parallel.texts[first], parallel.texts[lang]
    said = "\n".join(map(_seen, there))
    for place in project.site.vocabulary.places.values():
        name, wanted = place.name.get(first, ""), place.name.get(lang, "")
        short = wanted[:-1] if family(lang) == "zh" and len(wanted) > 2 else wanted
        if not name or not wanted or short in said:
            continue
        for text in here:
            at = _seen(text).find(name)
            if at >= 0:
                related = (text.at(at),)
                yield fault("place-name-untold", there[0].at(0), related=related, name=name, wanted=wanted)
                break


def _seen(text: Text) -> str:
    return readable(text.text) if text.markdown else text.text
