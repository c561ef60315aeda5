"""The glossary's forms to avoid, wherever staff write text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sfwgen.checks.project import Project, Text, all_texts
from sfwgen.checks.words import forms_pattern, longest_first, readable
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.model import Term, Vocabulary

_QUOTED = re.compile(r"“[^“”\n]*”|《[^《》\n]*》|「[^「」\n]*」|\"[^\"\n]*\"")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """What to look for in one language: forms to avoid with what to write, and where they are right."""

    forms: tuple[str, ...]
    pattern: re.Pattern[str]
    terms: Mapping[str, tuple[Term, ...]]
    right: Mapping[str, re.Pattern[str] | None]


def check_wording(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each form of words that the glossary says to avoid.

    Left alone are forms that are part of a longer one which the vocabulary itself uses, and quotations: a
    form within quotation marks that hold more than the form.
    """
    for language in project.site.config.languages:
        lexicon = _make_lexicon(project.site.vocabulary, language.id)
        if lexicon is None:
            continue
        for text in all_texts(project, language.id):
            yield from _avoided(text, lexicon, language.id)


def _make_lexicon(vocabulary: Vocabulary, lang: str) -> _Lexicon | None:
    terms: dict[str, list[Term]] = {}
    for term in vocabulary.glossary.values():
        for form in term.avoid.get(lang, ()):
            terms.setdefault(form.casefold(), []).append(term)
    right = [form.casefold() for form in _right_forms(vocabulary, lang)]
    forms = tuple(form for form in longest_first(terms) if form not in right)
    pattern = forms_pattern(forms, lang)
    if pattern is None:
        return None
    longer = {form: longest_first(each for each in right if form in each) for form in forms}
    return _Lexicon(
        forms,
        pattern,
        {form: tuple(terms[form]) for form in forms},
        {form: forms_pattern(each, lang) for form, each in longer.items()},
    )


def _right_forms(vocabulary: Vocabulary, lang: str) -> Iterator[str]:
    for term in vocabulary.glossary.values():
        yield from (term.zh,) if lang == "zh" else term.en
    names = [place.name for place in vocabulary.places.values()]
    names += [team.name for team in vocabulary.teams.values()]
    yield from (name[lang] for name in names if lang in name)


def _avoided(text: Text, lexicon: _Lexicon, lang: str) -> Iterator[Diagnostic]:
    if not lexicon.pattern.search(text.text):
        return
    seen = readable(text.text) if text.markdown else text.text
    quotations = [match.span() for match in _QUOTED.finditer(seen)]
    for match in lexicon.pattern.finditer(seen):
        form = lexicon.forms[(match.lastindex or 1) - 1]
        start, end = match.span()
        if _is_quoted(quotations, start, end) or _is_part(lexicon.right[form], seen, start, end):
            continue
        terms = lexicon.terms[form]
        preferred = (term.zh if lang == "zh" else "; ".join(term.en[:1]) for term in terms)
        meant = " / ".join(dict.fromkeys(filter(None, preferred)))
        zh = "、".join(dict.fromkeys(term.zh for term in terms)) if lang != "zh" else ""
        yield fault("term-avoided", text.at(start), form=match[0], preferred=meant, zh=zh)


def _is_quoted(quotations: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the stretch lies within quotation marks, with other words beside it."""
    longest = end - start + 2
    return any(first < start and end < last and last - first > longest for first, last in quotations)


def _is_part(right: re.Pattern[str] | None, text: str, start: int, end: int) -> bool:
    """Whether the stretch lies within a longer form that is right."""
    if right is None:
        return False
    return any(match.start() <= start and end <= match.end() for match in right.finditer(text))
