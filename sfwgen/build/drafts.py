"""Drafts: what is not public yet leaves the site before anything else sees it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import Bulletin, Site


def hold_back_drafts(site: Site) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Returns the site without its drafts, nowhere named, and a note for each thing held back.

    An issue of which every story is a draft is held back with them.
    """
    held = {story.slug: story for story in site.stories if story.draft}
    public, issues = hold_back(site, frozenset(held))
    drafts = (fault("draft-held", Location(story.location.file), slug=slug) for slug, story in held.items())
    return public, (*drafts, *issues)


def hold_back(site: Site, held: frozenset[str]) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Returns the site without the stories of these slugs, nowhere named.

    An issue of which no story is left is held back with them, and told.
    """
    if not held:
        return site, ()
    bulletins = [_without(bulletin, held) for bulletin in site.bulletins]
    config = replace(
        site.config, span_chart=tuple(slug for slug in site.config.span_chart if slug not in held)
    )
    public = replace(
        site,
        config=config,
        stories=tuple(story for story in site.stories if story.slug not in held),
        bulletins=tuple(bulletin for bulletin in bulletins if bulletin.stories),
    )
    issues = (
        fault("bulletin-held", Location(bulletin.location.file), number=bulletin.number)
        for bulletin in bulletins
        if not bulletin.stories
    )
    return public, tuple(issues)


def _without(bulletin: Bulletin, held: Container[str]) -> Bulletin:
    return replace(bulletin, stories=tuple(slug for slug in bulletin.stories if slug not in held))
