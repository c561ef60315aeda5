"""The rules over a site: one table, each rule with the codes that it may raise."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from sfwgen.checks.dates import check_future, check_timelines, check_untold_dates
from sfwgen.checks.doubled import check_doubled
from sfwgen.checks.links import check_images, check_links, check_own_anchors
from sfwgen.checks.misspelt import check_misspelt
from sfwgen.checks.names import check_names
from sfwgen.checks.official import check_published
from sfwgen.checks.project import Project
from sfwgen.checks.structure import check_headings, check_images_alike, check_links_alike, check_slots
from sfwgen.checks.suspicious import check_blanks, check_contradictions, check_moved_tallies
from sfwgen.checks.tallies import check_partial_tallies
from sfwgen.checks.translations import check_summaries, check_translations
from sfwgen.checks.vocabulary import check_counters_fed, check_issues, check_unused
from sfwgen.checks.wording import check_wording
from sfwgen.counters import Counters
from sfwgen.diagnostics import Diagnostic, sort_diagnostics
from sfwgen.model import Site


@dataclass(frozen=True, slots=True)
class SiteRule:
    """A rule over the whole site, and the codes of what it reports."""

    codes: tuple[str, ...]
    check: Callable[[Project], Iterator[Diagnostic]]


RULES: tuple[SiteRule, ...] = (
    SiteRule(("translation-missing", "translation-absent"), check_translations),
    SiteRule(("translation-summary",), check_summaries),
    SiteRule(("translation-headings",), check_headings),
    SiteRule(("translation-slots",), check_slots),
    SiteRule(("translation-links",), check_links_alike),
    SiteRule(("translation-images",), check_images_alike),
    SiteRule(("link-target-missing", "link-anchor-missing"), check_links),
    SiteRule(("link-anchor-missing",), check_own_anchors),
    SiteRule(("image-missing",), check_images),
    SiteRule(("term-avoided",), check_wording),
    SiteRule(("name-missing", "place-name-missing", "place-name-form"), check_names),
    SiteRule(("place-name-misspelt",), check_misspelt),
    SiteRule(("vocabulary-unused",), check_unused),
    SiteRule(("counter-empty",), check_counters_fed),
    SiteRule(("counter-same-twice",), check_doubled),
    SiteRule(("bulletin-empty",), check_issues),
    SiteRule(("official-story-undated",), check_published),
    SiteRule(("text-placeholder", "text-number-missing"), check_blanks),
    SiteRule(("figure-unchanged", "figure-fell"), check_moved_tallies),
    SiteRule(("figure-bound-contradicted", "tallies-contradict"), check_contradictions),
    SiteRule(("tally-partial",), check_partial_tallies),
    SiteRule(("timeline-order",), check_timelines),
    SiteRule(("date-untold",), check_untold_dates),
    SiteRule(("fact-in-future",), check_future),
)


def check_site(site: Site, counters: Counters, *, images: Collection[str] = ()) -> tuple[Diagnostic, ...]:
    """Returns what is wrong between the documents of a site, sorted.

    `site` holds what is to be public; `images` are the paths of all images that stand beside documents.
    """
    project = Project(site, counters, frozenset(images))
    return sort_diagnostics(each for rule in RULES for each in rule.check(project))
