"""What people decided about documents, held against what these say now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from sfwgen.checks.reviews import check_reviews
from sfwgen.checks.standings import check_standings
from sfwgen.content.records import record_file
from sfwgen.content.written import Written, read_written
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.each import Each
from sfwgen.model import Bulletin, Page, Site, Story
from sfwgen.publish import Sources
from sfwgen.reviews import judge_reviews
from sfwgen.translations import Standing, TranslationState, judge

_Shown = TypeVar("_Shown", Story, Page)

_HELD_BACK = ("stories", "pages", "bulletins")
"""The sections of which a document may be there and not be public."""


def judge_recorded(public: Site, sources: Sources, each: Each) -> tuple[Standing, ...]:
    """Returns how the translations stand that somebody has confirmed, of what is to be public."""
    if not public.records:
        return ()
    written = public_documents(read_written(tuple(sources), public.config.default.id), public)
    recorded = [document for document in written if document.name in public.records]
    return judge(recorded, sources, public.config, public.records, each)


def mark_stale(public: Site, standings: Sequence[Standing]) -> Site:
    """Returns the site with the languages noted in which stories and pages are stale."""
    stale: dict[str, tuple[str, ...]] = {}
    for each in standings:
        if each.state is TranslationState.STALE:
            stale[each.document] = (*stale.get(each.document, ()), each.lang)
    if not stale:
        return public

    def marked(section: str, documents: tuple[_Shown, ...]) -> tuple[_Shown, ...]:
        return tuple(replace(each, stale=stale.get(f"{section}/{each.slug}", ())) for each in documents)

    return replace(public, stories=marked("stories", public.stories), pages=marked("pages", public.pages))


def check_decided(
    site: Site, public: Site, standings: Sequence[Standing], sources: Sources, each: Each
) -> tuple[Diagnostic, ...]:
    """Returns what was decided and holds no longer, of the documents that are to be public.

    `site` is the whole project, `standings` are those of `judge_recorded`. Where nothing was ever decided,
    nothing is looked at.
    """
    needed = site.config.reviews
    if not site.records and not any(needed.values()):
        return ()
    written = read_written(tuple(sources), site.config.default.id)
    names = {document.name for document in written}
    shown = public_documents(written, public)
    reviewed = judge_reviews(shown, sources, needed, site.records, each)
    unused = (
        fault("record-unused", Location(record_file(name)), document=name)
        for name in site.records
        if name not in names
    )
    return (*check_standings(standings, site.config), *check_reviews(reviewed), *unused)


def public_documents(written: Sequence[Written], public: Site) -> tuple[Written, ...]:
    """Returns the documents that are part of what is to be public; definitions always are."""
    documents: tuple[Story | Page | Bulletin, ...] = (*public.stories, *public.pages, *public.bulletins)
    files = {each.location.file for each in documents}
    return tuple(each for each in written if each.section not in _HELD_BACK or each.file in files)
