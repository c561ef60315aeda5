"""Texts that a language lacks, by the policy of their section."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname

from sfwgen.checks.project import Document, Project
from sfwgen.diagnostics import Diagnostic, fault
from sfwgen.model import MissingTranslation, Story

_CODE_BY_POLICY = {
    MissingTranslation.FAIL: "translation-missing",
    MissingTranslation.NOTICE: "translation-absent",
}


def check_translations(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each text that is missing where its section does not allow it silently."""
    for document in project.documents:
        policy = project.site.config.missing.get(_section(document), MissingTranslation.NOTICE)
        code = _CODE_BY_POLICY.get(policy)
        if code is None:
            continue
        for language in project.site.config.languages:
            if language.id not in document.texts:
                file = f"{dirname(document.location.file)}/index.{language.id}.md"
                yield fault(code, document.location, slug=document.slug, name=language.name, file=file)


def check_summaries(project: Project) -> Iterator[Diagnostic]:
    """Yields a fault for each translation of a page that lacks the summary, or has one of its own."""
    default = project.site.config.default.id
    for page in project.site.pages:
        original = page.texts[default]
        for text in page.texts.values():
            if (text.summary is None) is not (original.summary is None):
                without, other = (text, original) if text.summary is None else (original, text)
                place, related = without.title.location, (other.title.location,)
                yield fault("translation-summary", place, related=related, slug=page.slug)


def _section(document: Document) -> str:
    return "stories" if isinstance(document, Story) else "pages"
