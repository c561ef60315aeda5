"""The rules over a site: one table, each rule with the codes that it may raise."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from sfwgen.checks.dates import check_future, check_timelines, check_untold_dates
from sfwgen.checks.doubled import check_doubled
from sfwgen.checks.links import check_images, check_links, check_own_anchors
from sfwgen.checks.misspelt import check_misspelt
from sfwgen.checks.names import check_names
from sfwgen.checks.official import check_published
from sfwgen.checks.places import check_places
from sfwgen.checks.project import Project
from sfwgen.checks.structure import check_headings, check_images_alike, check_links_alike, check_slots
from sfwgen.checks.suspicious import check_blanks, check_contradictions, check_moved_tallies
from sfwgen.checks.tallies import check_partial_tallies
from sfwgen.checks.translations import check_summaries, check_translations
from sfwgen.checks.vocabulary import check_counters_fed, check_issues, check_unused
from sfwgen.checks.wording import check_wording
from sfwgen.counters import Counters
from sfwgen.diagnostics import Diagnostic, sort_diagnostics
from sfwgen.each import Each, one_by_one
from sfwgen.model import Site
from sfwgen.values import digest_of


@dataclass(frozen=True, slots=True)
class SiteRule:
    """A rule over the whole site, and the codes of what it reports.

    `by_story` says that it asks about each story by itself, and nothing else but the vocabulary.
    """

    codes: tuple[str, ...]
    check: Callable[[Project], Iterator[Diagnostic]]
    by_story: bool = False


RULES: tuple[SiteRule, ...] = (
    SiteRule(("translation-missing", "translation-absent"), check_translations),
    SiteRule(("translation-summary",), check_summaries),
    SiteRule(("translation-headings",), check_headings, by_story=True),
    SiteRule(("translation-slots",), check_slots, by_story=True),
    SiteRule(("translation-links",), check_links_alike),
    SiteRule(("translation-images",), check_images_alike, by_story=True),
    SiteRule(("link-target-missing", "link-anchor-missing"), check_links),
    SiteRule(("link-anchor-missing",), check_own_anchors),
    SiteRule(("image-missing",), check_images),
    SiteRule(("term-avoided",), check_wording, by_story=True),
    SiteRule(("name-missing", "place-name-missing", "place-name-form"), check_names, by_story=True),
    SiteRule(("place-name-untold",), check_places, by_story=True),
    SiteRule(("place-name-misspelt",), check_misspelt, by_story=True),
    SiteRule(("vocabulary-unused",), check_unused),
    SiteRule(("counter-empty",), check_counters_fed),
    SiteRule(("counter-same-twice",), check_doubled),
    SiteRule(("bulletin-empty",), check_issues),
    SiteRule(("official-story-undated",), check_published),
    SiteRule(("text-placeholder", "text-number-missing"), check_blanks, by_story=True),
    SiteRule(("figure-unchanged", "figure-fell"), check_moved_tallies),
    SiteRule(("figure-bound-contradicted", "tallies-contradict"), check_contradictions),
    SiteRule(("tally-partial",), check_partial_tallies),
    SiteRule(("timeline-order",), check_timelines, by_story=True),
    SiteRule(("date-untold",), check_untold_dates, by_story=True),
    SiteRule(("fact-in-future",), check_future),
)


def check_site(
    site: Site, counters: Counters, *, images: Collection[str] = (), each: Each = one_by_one
) -> tuple[Diagnostic, ...]:
    """Returns what is wrong between the documents of a site, sorted.

    `site` holds what is to be public; `images` are the paths of all images that stand beside documents.
    """
    project = Project(site, counters, frozenset(images))
    by_story = [rule for rule in RULES if rule.by_story]
    rest = replace(project, site=replace(site, stories=()))

    def look(number: int) -> tuple[Diagnostic, ...]:
        alone = project.alone(site.stories[number])
        return tuple(found for rule in by_story for found in rule.check(alone))

    keys = [story.digest or digest_of((story, site.config, site.vocabulary)) for story in site.stories]
    found = [*each("story rules", keys, look)]
    found += [tuple(rule.check(rest if rule.by_story else project)) for rule in RULES]
    return sort_diagnostics(chain.from_iterable(found))
