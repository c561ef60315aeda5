"""The pages that someone is looking at, without the rest of the site."""

from __future__ import annotations

from collections.abc import Container, Iterator

from sfwgen.model import Language
from sfwgen.plan.bulletins import bulletin_pages
from sfwgen.plan.context import Context
from sfwgen.plan.home import home_page
from sfwgen.plan.outputs import PageOutput
from sfwgen.plan.pages import document_pages
from sfwgen.plan.stories import some_story_pages


def pages_at(context: Context, paths: Container[str]) -> Iterator[PageOutput]:
    """Yields the pages at these paths that are made from few documents: home, stories, issues, texts.

    Each is what the whole plan has at its path; paths of lists and other pages give nothing.
    """
    for language in context.languages:
        if context.path("home", language.id) in paths:
            yield home_page(context, language)
        yield from some_story_pages(context, language, paths)
        yield from _of_documents(context, language, paths)


def _of_documents(context: Context, language: Language, paths: Container[str]) -> Iterator[PageOutput]:
    if any(context.path("page", language.id, page.slug) in paths for page in context.site.pages):
        yield from (page for page in document_pages(context, language) if page.path in paths)
    numbers = [str(bulletin.number) for bulletin in context.site.bulletins]
    if any(context.path("bulletin", language.id, number) in paths for number in numbers):
        yield from (page for page in bulletin_pages(context, language) if page.path in paths)
