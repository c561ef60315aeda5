"""The glossary's forms to avoid, wherever staff write text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sfwgen.checks.project import Project, Text, all_texts
from sfwgen.checks.words import form_pattern, forms_pattern, longest_first, readable
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.languages import family, written
from sfwgen.model import Term, Vocabulary

_QUOTED = re.compile(r"“[^“”\n]*”|《[^《》\n]*》|「[^「」\n]*」|\"[^\"\n]*\"")


@dataclass(frozen=True, slots=True)
class _Form:
    """A form to avoid: how it is found, the terms that say so, and longer forms in which it is right.

    `hint` is a piece of it that no way of writing it lacks: a text without the piece is not searched.
    """

    hint: str
    pattern: re.Pattern[str]
    terms: tuple[Term, ...]
    right: re.Pattern[str] | None


def check_wording(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each form of words that the glossary says to avoid.

    Left alone are forms that are part of a longer one which the vocabulary itself uses, and quotations: a
    form within quotation marks that hold more than the form.
    """
    for language in project.site.config.languages:
        forms = project.once(_make_forms, language.id)
        for text in all_texts(project, language.id) if forms else ():
            yield from _avoided(text, forms, language.id)


def _make_forms(vocabulary: Vocabulary, lang: str) -> tuple[_Form, ...]:
    """Returns the forms to avoid in a language, longer ones first."""
    terms: dict[str, list[Term]] = {}
    for term in vocabulary.glossary.values():
        for form in term.avoid.get(lang, ()):
            terms.setdefault(form.casefold(), []).append(term)
    right = [form.casefold() for form in _right_forms(vocabulary, lang)]
    return tuple(
        _Form(
            _hint(form, lang),
            re.compile(form_pattern(form, lang), re.IGNORECASE),
            tuple(terms[form]),
            forms_pattern(longest_first(each for each in right if form in each), lang),
        )
        for form in longest_first(terms)
        if form not in right
    )


def _hint(form: str, lang: str) -> str:
    if family(lang) == "zh":
        return form[0]
    longest: str = max(re.findall(r"\w+", form) or [form], key=len)
    return longest[: max(1, len(longest) - 3)]


def _right_forms(vocabulary: Vocabulary, lang: str) -> Iterator[str]:
    for term in vocabulary.glossary.values():
        yield from (written(term.zh, lang),) if family(lang) == "zh" else term.en
    names = [place.name for place in vocabulary.places.values()]
    names += [team.name for team in vocabulary.teams.values()]
    yield from (name[lang] for name in names if lang in name)


def _avoided(text: Text, forms: tuple[_Form, ...], lang: str) -> Iterator[Diagnostic]:
    folded = text.text.casefold()
    likely = [form for form in forms if form.hint in folded and form.pattern.search(text.text)]
    if not likely:
        return
    seen = readable(text.text) if text.markdown else text.text
    quotations = [match.span() for match in _QUOTED.finditer(seen)]
    told: list[tuple[int, int]] = []
    for form in likely:
        for match in form.pattern.finditer(seen):
            start, end = match.span()
            within = any(first <= start and end <= last for first, last in told)
            if within or _is_quoted(quotations, start, end) or _is_part(form.right, seen, start, end):
                continue
            told.append((start, end))
            yield _fault(match[0], form.terms, text.at(start), lang)


def _fault(form: str, terms: tuple[Term, ...], place: Location, lang: str) -> Diagnostic:
    preferred = (written(term.zh, lang) if family(lang) == "zh" else "; ".join(term.en[:1]) for term in terms)
    meant = " / ".join(dict.fromkeys(filter(None, preferred)))
    zh = "、".join(dict.fromkeys(term.zh for term in terms)) if family(lang) != "zh" else ""
    return fault("term-avoided", place, form=form, preferred=meant, zh=zh)


def _is_quoted(quotations: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the stretch lies within quotation marks, with other words beside it."""
    longest = end - start + 2
    return any(first < start and end < last and last - first > longest for first, last in quotations)


def _is_part(right: re.Pattern[str] | None, text: str, start: int, end: int) -> bool:
    """Whether the stretch lies within a longer form that is right."""
    if right is None:
        return False
    return any(match.start() <= start and end <= match.end() for match in right.finditer(text))
